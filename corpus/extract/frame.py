"""What stands over and beside the numbers of a table: its columns' headings, its rows' labels, and what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from corpus.extract.cells import CellValue, cell_value
from corpus.extract.headings import Heading, Unit, heading, names_time, unit_in
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Source, Span
from corpus.table import Row, Table

__all__ = ["Frame", "Line", "covers", "frame"]

_NO_FIGURES = regex(
    r"(?:foot)?notes?|ref(?:erence)?s?\.?|rank(?:ing)?|(?:\w+ )?codes?|ids?|pages?|rows?|columns?|sources?|tables?",
    re.IGNORECASE,
)
_NAMED_TABLE = regex(r"^(?:table|figure|chart)\s+[A-Z]?[0-9][\w.]*\s*[:.\u2013\u2014-]?\s*", re.IGNORECASE)
_INTRODUCES = regex(r":$|\b(?:table|below|following|as follows)\b", re.IGNORECASE)
_IN_PERCENT = regex(r"(?:the\s+)?(?:%|per ?cent)|.*[(,]\s*(?:%|per ?cent)", re.IGNORECASE)
_CLAUSE = regex(r",\s+(?:but|and|as|while|with)\b|;", re.IGNORECASE)
_YEAR = regex(r"(?<![0-9])(?:1[6-9]|20)[0-9]{2}(?![0-9/-])")
_BARE_YEAR = regex(r"(?:1[6-9]|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its labels with their columns, the heading that it stands under, and its values by column."""

    row: Row
    labels: tuple[tuple[int, Heading], ...]
    section: Heading | None
    values: dict[int, CellValue]

    @property
    def key(self) -> tuple[str, ...]:
        """The labels' words, by which one row is told from another."""
        return tuple(h.said for _, h in self.labels)


@dataclass(frozen=True, slots=True)
class Frame:
    """A table understood: ``columns`` holds every heading of each column, from the top down."""

    table: Table
    columns: tuple[tuple[Heading, ...], ...]
    lines: tuple[Line, ...]
    about: Heading
    about_at: Span | None
    """Where the words stand that say what the table is about; None where they are the document's title."""
    about_unit: Unit
    corner_unit: Unit | None
    """A unit that the heading over the labels gives: "\u00a3 million" in the corner."""


def frame(text: str, table: Table, source: Source) -> Frame | None:
    """TABLE with its headings read; None where it holds no value."""
    anchor = source.published
    rows = [r for r in table.rows if not r.spanning]
    read = [{n: v for n, c in enumerate(r.cells) if c and (v := cell_value(text, c))} for r in rows]
    width = max((len(r.cells) for r in rows), default=0)
    labels = _label_columns(text, table, rows, read, width)
    told, at = _about(table, source)
    about = heading(told, anchor)
    lines = _lines(text, table, labels, dict(zip(rows, read, strict=True)), about, anchor)
    if not any(line.values for line in lines):
        return None
    columns = tuple(_column(table, n, about, anchor) for n in range(width))
    return Frame(table, columns, lines, about, at, _about_unit(about), _corner_unit(table, labels))


def _about(table: Table, source: Source) -> tuple[str, Span | None]:
    """What the whole table is of: its caption, else what leads to it, else the heading over it, else the title."""
    numbered = table.lead if _NAMED_TABLE.match(table.lead) else ""
    if caption := _NAMED_TABLE.sub("", table.caption or numbered):
        return caption, table.caption_at if table.caption else table.lead_at
    if _INTRODUCES.search(table.lead):
        return re.split(r"(?<=[.!?])\s+", table.lead)[-1].rstrip(":"), table.lead_at
    above = _NAMED_TABLE.sub("", table.heading)
    return (above, table.heading_at) if above else (_CLAUSE.split(source.title)[0], None)


def _about_unit(about: Heading) -> Unit:
    """The unit that is given for the whole table; "percentage" within a phrase says what some columns may hold."""
    doubtful = about.unit is None or (about.unit.name == "%" and not _IN_PERCENT.match(about.said))
    return Unit() if doubtful or about.unit is None else about.unit


def _corner_unit(table: Table, labels: tuple[int, ...]) -> Unit | None:
    for n in labels:
        for words in table.headings[n] if n < len(table.headings) else ():
            unit = unit_in(words)
            if unit and (unit.scale > 1 or unit.name in ("\u00a3", "$", "\u20ac", "%")):
                return unit
    return None


def _column(table: Table, n: int, about: Heading, anchor: date | None) -> tuple[Heading, ...]:
    said = table.headings[n] if n < len(table.headings) else ()
    year = next((m.group() for s in (*said, about.said) for m in _YEAR.finditer(s)), "")
    return tuple(heading(s, anchor, year) for s in said)


def _label_columns(
    text: str, table: Table, rows: list[Row], read: list[dict[int, CellValue]], width: int
) -> tuple[int, ...]:
    """The columns that say what a row is: the first, those of words beside it, and those of times."""
    if len(rows) == 1 and 0 in read[0] and not _timely(text, table, rows, 0):
        return ()
    found = [0]
    for n in range(1, width):
        wordy = n == found[-1] + 1 and not any(n in values for values in read)
        named = (wordy and any(n < len(r.cells) and r.cells[n] for r in rows)) or _timely(text, table, rows, n)
        if named or (n == found[-1] + 1 and _banded(text, table, rows, n, width)):
            found.append(n)
    return tuple(found)


_BAND = regex(
    r"(?:aged?\s+)?\d+\s?(?:to|-|\u2013)\s?\d+|\d+\s?(?:\+|and over|or over|and above|or more)|under \d+|[^\W\d].*"
)


def _banded(text: str, table: Table, rows: list[Row], n: int, width: int) -> bool:
    """Whether a column without a heading, between labels and headed numbers, names parts: "0 to 44", "70+", "F"."""
    headed = [any(table.headings[m]) if m < len(table.headings) else False for m in range(width)]
    if headed[n] or not any(headed[n + 1 :]):
        return False
    cells = [c.of(text) for r in rows if n < len(r.cells) and (c := r.cells[n])]
    return len(cells) > 1 and all(_BAND.fullmatch(cell) for cell in cells)


def _timely(text: str, table: Table, rows: list[Row], n: int) -> bool:
    headed = table.headings[n] if n < len(table.headings) else ()
    cells = [c.of(text) for r in rows if n < len(r.cells) and (c := r.cells[n])]
    if any(map(names_time, headed)):
        return True
    return bool(cells) and len(set(cells)) > 1 and not headed and all(_BARE_YEAR.fullmatch(c) for c in cells)


def _lines(
    text: str,
    table: Table,
    labels: tuple[int, ...],
    values: dict[Row, dict[int, CellValue]],
    about: Heading,
    anchor: date | None,
) -> tuple[Line, ...]:
    lines: list[Line] = []
    section: Heading | None = None
    year = next((m.group() for m in _YEAR.finditer(about.said)), "")
    sectioned = bool(table.rows) and _lone(table.rows[0])
    for row in table.rows:
        if row.spanning or (sectioned and _lone(row)):
            first = next((c for c in row.cells if c), None)
            section = heading(first.of(text), anchor) if first and len(first.of(text)) < 80 else None
            continue
        under = [c.of(text) for n in labels if n < len(row.cells) and (c := row.cells[n])]
        dated = next((m.group() for s in under for m in _YEAR.finditer(s)), "") or _dated(section) or year
        told = tuple(
            (n, heading(c.of(text), anchor, dated)) for n in labels if n < len(row.cells) and (c := row.cells[n])
        )
        kept = {n: v for n, v in values[row].items() if n not in labels and not _no_figures(table, n)}
        lines.append(Line(row, told, section, kept))
    return tuple(lines)


def _dated(section: Heading | None) -> str:
    found = _YEAR.search(section.said) if section else None
    return found.group() if found else ""


def _lone(row: Row) -> bool:
    """Whether only the first cell of several holds anything, so that it may head the rows below."""
    return len(row.cells) > 1 and row.cells[0] is not None and not any(row.cells[1:])


def _no_figures(table: Table, n: int) -> bool:
    return any(_NO_FIGURES.fullmatch(h) for h in (table.headings[n] if n < len(table.headings) else ()))


def covers(label: Heading, others: list[Heading]) -> bool:
    """Whether LABEL is a place that takes in all the OTHERS ("Great Britain" under England, Scotland and Wales)."""
    lex = lexicon()
    mine = lex.ids(label.words)
    if not label.place or len(mine) != 1 or not others:
        return False
    one = next(iter(mine))
    inner = [lex.ids(o.words) for o in others if o.place]
    return len(inner) == len(others) and all(
        ids and one not in ids and all(lex.covers(one, i) for i in ids) for ids in inner
    )
