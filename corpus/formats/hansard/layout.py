"""From the contributions under a heading to a document: its text, its tables, and who has the floor where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.formats.base import Document, Meta
from corpus.formats.blocks import lay_out
from corpus.formats.hansard.words import Block
from corpus.records import SourceKind, Span, StatementAct
from corpus.table import Row, Table
from corpus.voice import Voice

__all__ = ["Contribution", "Sitting", "Unit", "document"]

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one Member says without another's coming in; or, without a ``speaker``, what the report itself tells.

    ``lead`` is how the report gives the floor ("Ann Dray (The Minister for Lamps)"), to stand before a colon; "" where
    ``blocks`` name the speaker themselves ("Mr. Dray asked the Minister …"). ``replies`` are places in the unit.
    """

    blocks: tuple[Block, ...]
    speaker: str = ""
    role: str = ""
    lead: str = ""
    column: str = ""
    time: str = ""
    act: StatementAct = StatementAct.SAID
    replies: tuple[int, ...] = ()
    verbatim: bool = True


@dataclass(frozen=True, slots=True)
class Sitting:
    """A day of a House, or of what was answered there."""

    house: str
    day: date | None
    volume: str = ""
    """The volume of the bound report, where it is known: "6th series, volume 89"."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What a citation would name: a debate, a question with its answers, a statement."""

    headings: tuple[str, ...]
    title: str
    kind: SourceKind
    key: str
    contributions: tuple[Contribution, ...]
    columns: tuple[str, ...] = ()
    section: str = ""
    """What it stands under, for its reference: "Oral Answers to Questions, Home Department"."""
    ids: str = ""
    """The report's own numbers of its first and last contribution."""
    url: str = ""


def document(unit: Unit, sitting: Sitting, identity: str = "", edition: str = "") -> Document:
    """UNIT as a document of SITTING. Its text is its headings, then its contributions, a blank line between blocks."""
    page = _Page()
    title = [page.put(h, ()) for h in unit.headings]
    voices: dict[int, Voice] = {}
    for place, one in enumerate(unit.contributions):
        text, tables = _laid_out(one)
        span = page.put(text, tables)
        if one.speaker and span.start < span.end:
            voices[place] = _voice(one, span, sitting, _begins(one, span, text), tuple(voices))
    heads = (unit.headings[-1], title[-1]) if title else ("", None)
    tables = tuple(replace(t, heading=heads[0], heading_at=heads[1]) if not t.heading else t for t in page.tables)
    text = _BETWEEN.join(page.parts)
    return Document(
        f"{text}\n" if text else "",
        Meta(
            title=unit.title,
            publisher=sitting.house,
            kind=unit.kind,
            published=sitting.day,
            reference=_reference(unit, sitting),
            url=unit.url or None,
        ),
        key=unit.key,
        tables=tables,
        voices=tuple(voices.values()),
        identity=identity,
        edition=edition,
    )


class _Page:
    """The text so far, and the tables in it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.tables: list[Table] = []

    def put(self, text: str, tables: Sequence[Table]) -> Span:
        """Add TEXT after a blank line; where it stands."""
        start = self.length + (len(_BETWEEN) if self.parts else 0)
        if not text:
            return Span(self.length, self.length)
        self.parts.append(text)
        self.length = start + len(text)
        self.tables += [_moved(t, start) for t in tables]
        return Span(start, self.length)


def _laid_out(one: Contribution) -> tuple[str, tuple[Table, ...]]:
    blocks = list(one.blocks)
    if one.lead and blocks:
        opened = type(blocks[0]) is str
        blocks[:1] = [f"{one.lead}: {blocks[0]}"] if opened else [f"{one.lead}:", blocks[0]]
    text, tables = lay_out(blocks)
    return text.removesuffix("\n"), tables


def _begins(one: Contribution, span: Span, text: str) -> int:
    if not one.lead:
        return span.start
    at = len(one.lead) + 1
    return span.start + at + len(text[at:]) - len(text[at:].lstrip())


def _voice(one: Contribution, span: Span, sitting: Sitting, begins: int, before: tuple[int, ...]) -> Voice:
    """The voice of ONE; BEFORE are the places of the contributions that have a voice so far."""
    parts = [sitting.house, f"column {one.column}" if one.column else "", one.time]
    return Voice(
        span,
        begins,
        one.speaker,
        one.role,
        one.act,
        ", ".join(p for p in parts if p),
        tuple(before.index(place) for place in one.replies if place in before),
        one.verbatim,
    )


def _reference(unit: Unit, sitting: Sitting) -> str:
    day = f"{sitting.day.day} {sitting.day:%B %Y}" if sitting.day else ""
    columns = [c for c in unit.columns if c]
    first, last = (columns[0], columns[-1]) if columns else ("", "")
    where = f"column {first}" if first == last else f"columns {first} to {last}"
    parts = [sitting.house, day, sitting.volume, where if first else ""]
    return "; ".join(p for p in (", ".join(p for p in parts if p), unit.section, unit.ids) if p)


def _moved(table: Table, by: int) -> Table:
    rows = tuple(Row(_at(row.span, by), tuple(c and _at(c, by) for c in row.cells), row.spanning) for row in table.rows)
    told = (t and _at(t, by) for t in (table.caption_at, table.heading_at, table.lead_at))
    caption, heading, lead = told
    return replace(table, rows=rows, caption_at=caption, heading_at=heading, lead_at=lead)


def _at(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
