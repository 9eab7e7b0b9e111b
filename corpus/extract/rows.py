"""A table's row read again from its own words: ``Road user: Pedestrians; Year ending June 2023: 409``.

What shows a figure, and what checks it, has only the words that are cited. A row carries its headings, so the value
and unit of each cell can be found again in it, with the unit that a heading, or a line above the rows, gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.extract.cells import CellValue, cell_value
from corpus.extract.headings import Unit, names_time, unit_in
from corpus.extract.numbers import Kind, Quantity
from corpus.extract.numbers import quantities as quantities_of_prose
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["cell_words", "quantities"]

_LINE = regex(r"[^\n]+")
_CLOSED = regex(r"(?<=[\w%\])])[.;,]$")
_PARTED = regex(r"[;:] ")
_YEAR = regex(r"(?:1[6-9]|20)[0-9]{2}(?:[-/\u2013][0-9]{2,4})?")
_MONEY = ("\u00a3", "$", "\u20ac", "p")


@dataclass(frozen=True, slots=True)
class _Part:
    """One cell of a row with the heading before it; ``value`` is None for words."""

    span: Span
    cell: Span
    heading: str
    value: CellValue | None

    def labels(self, text: str) -> bool:
        """Whether it says what the row is."""
        dated = not self.heading or names_time(self.heading)
        return self.value is None or (dated and _YEAR.fullmatch(self.cell.of(text)) is not None)


def cell_words(text: str, context: Span, cell: Span) -> str:
    """The cell with its heading and its row's labels, as they stand in CONTEXT; "" where CELL is none of a row."""
    start = text.rfind("\n", context.start, cell.start) + 1 or context.start
    row = Span(max(start, context.start), context.end)
    if not _PARTED.search(text, row.start, row.end):
        return ""
    parts = _parts(text, row)
    own = next((p for p in parts if p.cell.start == cell.start), None)
    if own is None or (len(parts) < 2 and not (own.heading and own.value)):
        return ""
    first = next((n for n, p in enumerate(parts) if n and not p.labels(text)), len(parts))
    told = [p for p in parts[:first] if p is not own]
    return "; ".join(p.span.of(text) for p in (*told, own))


@lru_cache(maxsize=64)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The numbers of TEXT as prose gives them, and again those of rows with the unit that their headings give.

    The last few are kept: whatever checks an answer asks several things of each record that it cites.
    """
    return (*quantities_of_prose(text), *_cells(text))


def _cells(text: str) -> Iterator[Quantity]:
    if "; " not in text:
        return  # prose: a row has parts
    above: Unit | None = None
    for line in _LINE.finditer(text):
        parts = _parts(text, Span(line.start(), line.end())) if "; " in line.group() else []
        if len(parts) < 2:
            above = _unit(line.group()) or above
            continue
        labelled = [_unit(w) for p in parts if p.labels(text) for w in (p.cell.of(text), p.heading)]
        beside = next((u for u in labelled if u), None)
        for part in parts:
            if part.value is not None and part.value.value is not None and not part.labels(text):
                yield _quantity(part.value, _unit(part.heading) or beside or above)


def _unit(words: str) -> Unit | None:
    """The unit that any part of a heading gives: "2022-23, \u00a3m"."""
    return next((u for w in (words, *reversed(words.split(", "))) if (u := unit_in(w))), None)


def _quantity(read: CellValue, unit: Unit | None) -> Quantity:
    name = read.unit or (unit.name if unit else "")
    scale = unit.scale if unit and not read.scaled and read.unit in ("", unit.name) else 1
    kind: Kind = "percentage" if name in ("%", "percentage points") else "money" if name in _MONEY else "count"
    upper = None if read.upper is None else read.upper * scale
    value = None if read.value is None else read.value * scale
    return Quantity(read.span, read.span, value, read.qualifier, kind, name, upper)


def _parts(text: str, row: Span) -> list[_Part]:
    found: list[_Part] = []
    at = row.start
    for piece in row.of(text).split("; "):
        span = Span(at, at + len(piece))
        heading, _, cell = piece.rpartition(": ")
        closed = _CLOSED.search(cell)
        place = Span(span.end - len(cell), span.end - (len(closed.group()) if closed else 0))
        found.append(_Part(span, place, heading, cell_value(text, place)))
        at = span.end + len("; ")
    return found
