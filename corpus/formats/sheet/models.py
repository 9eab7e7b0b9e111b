"""What a sheet may hold: each field with its type, and nothing besides. Texts become dates, numbers and kinds here."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from corpus.formats.sheet.values import NO_NUMBER, read_number, read_when, tidy
from corpus.patterns import regex
from corpus.records import LinkKind, Nature, Qualifier, SourceKind, Standing, StatementAct, When

__all__ = ["EachEntry", "FigureEntry", "LinkEntry", "PeriodEntry", "SheetEntry", "SourceEntry", "StatementEntry"]

_KEY = regex(r"[A-Za-z][A-Za-z0-9-]{0,39}")
_NAME = regex(r"[a-z][a-z0-9-]{0,39}")


def _words(value: Any) -> Any:
    return tidy(value) if isinstance(value, str) else value


def _matching(pattern: re.Pattern[str], wanted: str) -> AfterValidator:
    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(f"'{text[:60]}' is not {wanted}")
        return text

    return AfterValidator(check)


def _reference(text: str) -> str:
    name, slash, key = text.rpartition("/")
    if not _KEY.fullmatch(key) or (slash and not _NAME.fullmatch(name)):
        raise ValueError(f"'{text[:60]}' is not a key; write the key of a record here, or NAME/KEY for one elsewhere")
    return text


def _when(value: Any) -> When:
    if isinstance(value, str):
        return read_when(value)
    raise ValueError("it holds a list or mapping; write one date")


def _qualifier(value: Any) -> Any:
    return value.replace(" ", "_") if isinstance(value, str) else value


def _number(value: Any) -> Decimal:
    if isinstance(value, str):
        return read_number(value)
    raise ValueError("it holds a list or mapping; write one number")


def _number_or_none(value: Any) -> Decimal | Qualifier:
    return NO_NUMBER[value] if value in list(NO_NUMBER) else _number(value)


def _yes(value: Any) -> Any:
    if value not in ("true", "false"):
        raise ValueError("it is neither true nor false; write one of them")
    return value == "true"


def _some(sources: tuple[SourceEntry, ...]) -> tuple[SourceEntry, ...]:
    if not sources:
        raise ValueError("the list is empty; add at least one")
    return sources


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Text = Annotated[str, Field(min_length=1, max_length=2000), BeforeValidator(_words)]
Key = Annotated[str, _matching(_KEY, "a key; write a letter, then letters, digits and hyphens, 40 at most")]
Reference = Annotated[str, AfterValidator(_reference)]
Date = Annotated[When, BeforeValidator(_when)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_listed)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PeriodEntry(_Entry):
    """The time that was counted over. ``to`` takes in its last day: ``2005-08`` is to 31 August 2005."""

    start: Date | None = Field(None, alias="from")
    to: Date | None = None
    words: Text | None = None


class LinkEntry(_Entry):
    """``{corrects: F01, note: …}``: how this record bears on another."""

    kind: LinkKind
    target: Reference
    note: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_key(cls, value: Any) -> Any:
        """``corrects: F01`` → kind and target. Raises ValueError unless exactly one key is a kind of link."""
        kinds = [key for key in value if key in list(LinkKind)] if isinstance(value, dict) else []
        if len(kinds) != 1 or set(value) - {kinds[0], "note"}:
            raise ValueError(f"a link is a mapping with one of these keys and at most a note: {', '.join(LinkKind)}")
        rest = {"note": value["note"]} if "note" in value else {}
        return {"kind": kinds[0], "target": value[kinds[0]], **rest}


class EachEntry(_Entry):
    """What figures say alike; a source may give it once for all of its figures, under ``each``."""

    unit: Text = "people"
    counted: Text | None = None
    population: Text | None = None
    part_of: Reference | None = None
    period: PeriodEntry | None = None
    nature: Nature = Nature.UNKNOWN
    place: Text | None = None
    as_at: Date | None = None
    said_on: Date | None = None
    said_by: Text | None = None
    role: Text | None = None
    standing: Standing = Standing.UNSTATED
    status: Text | None = None


class FigureEntry(EachEntry):
    """One figure: its value, what it counts, and the line that is stored, searched and shown for it."""

    key: Key
    value: Annotated[Decimal | Qualifier, BeforeValidator(_number_or_none)]
    upper: Annotated[Decimal, BeforeValidator(_number)] | None = None
    qualifier: Annotated[Qualifier, BeforeValidator(_qualifier)] = Qualifier.EXACTLY
    written: Text | None = None
    counted: Text
    measure: Text
    also: Texts = ()
    breakdown: dict[Text, Text] = Field(default_factory=dict)
    says: Text
    note: Text | None = None
    links: tuple[LinkEntry, ...] = ()

    @model_validator(mode="after")
    def _one_meaning(self) -> FigureEntry:
        """Raises ValueError where value, upper and qualifier do not go together."""
        if isinstance(self.value, Qualifier):
            if self.upper is not None or self.qualifier is not Qualifier.EXACTLY:
                raise ValueError("a value without a number takes neither 'upper' nor 'qualifier'; take them out")
        elif self.qualifier in NO_NUMBER.values():
            raise ValueError("the qualifier goes without a number; write it as the 'value'")
        elif (self.upper is not None) != (self.qualifier is Qualifier.BETWEEN):
            raise ValueError("a range needs both 'qualifier: between' and 'upper'; give both or neither")
        elif self.upper is not None and self.upper <= self.value:
            raise ValueError("'upper' is not above 'value'; write the lower end in 'value'")
        return self


class StatementEntry(_Entry):
    """One thing said, asked, refused or left unanswered, in the sheet's own words."""

    key: Key
    speaker: Text
    role: Text | None = None
    said_on: Date | None = None
    place: Text | None = None
    act: StatementAct = StatementAct.SAID
    topic: Text | None = None
    says: Text
    verbatim: Annotated[bool, BeforeValidator(_yes)] = False
    about: Annotated[tuple[Reference, ...], BeforeValidator(_listed)] = ()
    links: tuple[LinkEntry, ...] = ()


class SourceEntry(_Entry):
    """One document, with the figures and statements that it records."""

    key: Key
    title: Text
    publisher: Text
    kind: SourceKind
    published: Date | None = None
    reference: Text | None = None
    url: Texts = ()
    licence: Text | None = None
    access: Text | None = None
    each: EachEntry | None = None
    figures: tuple[FigureEntry, ...] = ()
    statements: tuple[StatementEntry, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _spread(cls, value: Any) -> Any:
        """Give every figure the fields under ``each`` that it does not give itself."""
        each, figures = (value.get("each"), value.get("figures")) if isinstance(value, dict) else (None, None)
        if not isinstance(each, dict) or not isinstance(figures, list):
            return value
        return {**value, "figures": [{**each, **f} if isinstance(f, dict) else f for f in figures]}


class SheetEntry(_Entry):
    """A whole sheet."""

    version: Annotated[str, _matching(re.compile("1"), "a version of the sheet format that is known here; write 1")] = (
        Field(alias="despatch-sheet")
    )
    name: Annotated[str, _matching(_NAME, "a name; write small letters, digits and hyphens, 40 at most")]
    sources: Annotated[tuple[SourceEntry, ...], AfterValidator(_some)]
