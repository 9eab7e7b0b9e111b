"""Lists → figures: "412 in England" or "England: 412" under a line that says of what these are the numbers.

An item is read only where its number and its words are all that it holds; any other is left to the prose reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.extract.bind import FIGURE_KINDS
from corpus.extract.cells import CellValue, cell_value
from corpus.extract.headings import Heading, heading
from corpus.extract.numbers import quantities
from corpus.lexicon.grammar import words as listed
from corpus.patterns import regex
from corpus.records import Figure, Source, Span
from corpus.table import Table

__all__ = ["Item", "items", "list_figures"]

_FARTHEST = 1_500
_LABELLED = regex(
    r"(?P<label>[^:;0-9]{2,80}?)(?::|\s[\u2013\u2014-]|,(?=\s+[\d\u00a3$\u20ac]))\s+(?P<cell>\S[^;:]{0,30}?)[.;,]?(?:\s+and)?$"
)
_CLOSE = regex(r"[\s.;,]*(?:\band\s*)?$")


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its value and the words beside it, LABELLED where they stand before it with a colon."""

    span: Span
    value: CellValue
    words: str
    labelled: bool


def items(text: str, table: Table) -> tuple[Item, ...]:
    """The items of a list that are a number and its words; none unless at least two are."""
    found = [item for row in table.rows if (item := _labelled(text, row.span) or _numbered(text, row.span))]
    return tuple(found) if len(found) > 1 and table.lead_at is not None else ()


def _labelled(text: str, span: Span) -> Item | None:
    match = _LABELLED.fullmatch(text, span.start, span.end)
    value = cell_value(text, Span(*match.span("cell"))) if match else None
    return Item(span, value, match.group("label").strip(), True) if match and value else None


def _numbered(text: str, span: Span) -> Item | None:
    part = span.of(text)
    found = quantities(part)
    if len(found) != 1 or found[0].span.start or found[0].value is None or found[0].kind not in FIGURE_KINDS:
        return None
    one = found[0]
    words = _CLOSE.sub("", part[one.span.end :]).strip()
    if not words or len(words.split()) > 15:
        return None
    place = Span(span.start, span.start + one.span.end)
    return Item(span, CellValue(place, one.value, one.qualifier, one.unit, "", one.upper), words, False)


def list_figures(text: str, tables: Sequence[Table], source: Source, told: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of every list; TOLD are those of the prose, among them perhaps the whole that a list parts."""
    for table in tables:
        found = items(text, table) if table.listed else ()
        if found and table.lead_at is not None:
            start = table.lead_at.end - len(_last_sentence(table.lead_at.of(text)))
            lead = Span(start, table.lead_at.end)
            about = heading(" ".join(lead.of(text).split()).rstrip(":"), source.published)
            whole = _whole(lead, found, told)
            under = _under(table, lead)
            yield from (_figure(item, lead, about, whole, source, under) for item in found if _near(lead, item))


def _under(table: Table, lead: Span) -> str:
    """The heading between the line that leads to several lists and this one of them."""
    return table.heading if table.heading_at is not None and table.heading_at.start >= lead.end else ""


def _last_sentence(words: str) -> str:
    return re.split(r"(?<=[.!?])\s+", words)[-1]


def _near(lead: Span, item: Item) -> bool:
    return item.span.end - lead.start <= _FARTHEST


def _whole(lead: Span, found: Sequence[Item], told: Sequence[Figure]) -> Figure | None:
    """The one number that the line before the list gives, where every item is a part of it."""
    here = [f for f in told if f.span.within(lead) and f.value is not None]
    if len(here) != 1 or here[0].unit == "%" or any(i.value.unit for i in found):
        return None
    values = [i.value.value for i in found if i.value.value is not None]
    return here[0] if here[0].value is not None and sum(values) <= here[0].value else None


def _figure(item: Item, lead: Span, about: Heading, whole: Figure | None, source: Source, under: str = "") -> Figure:
    value, own = item.value, heading(item.words, source.published)
    first = item.words.split()[0].lower()
    named = not own.place and first not in listed("prepositions") and first not in listed("auxiliaries")
    subject = whole.counted if whole is not None else about.words
    return Figure(
        id=f"{source.id}:{value.span.start}-{value.span.end}",
        source_id=source.id,
        span=value.span,
        context=Span(lead.start, item.span.end),
        value=value.value,
        upper=value.upper,
        qualifier=value.qualifier,
        unit=value.unit or (whole.unit if whole is not None else ""),
        counted=item.words if named else subject,
        measure=f"{about.words}: {item.words}",
        population=whole.measure if whole is not None else "",
        part_of=whole.id if whole is not None else None,
        breakdown=(("", item.words),),
        period=own.period or about.period or (whole.period if whole is not None else None),
        as_at=own.as_at or about.as_at,
        said_on=source.published,
        inherited=f"{about.words}. {under}" if under else about.words,
        status=value.status,
    )
