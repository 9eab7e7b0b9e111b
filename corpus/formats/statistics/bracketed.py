"""A row of counts under a table's headings that a heading names in its brackets: "Weather (number of launches)".

Such a row stands over the rows that the table itself has, and no label stands beside it: what it counts is another
thing than they do, told once for each of the columns. It is a small table of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.cube import Code, Dataset, Dimension, Observation
from corpus.formats.statistics.block import Told
from corpus.formats.statistics.columns import role_of
from corpus.formats.statistics.grid import Grid, Is
from corpus.formats.statistics.measures import Measure, measure_of
from corpus.formats.statistics.notes import Notes
from corpus.formats.statistics.segments import Segment
from corpus.formats.statistics.titles import About
from corpus.patterns import regex
from corpus.records import Nature

__all__ = ["bracketed"]

_COUNTED = regex(
    r"(?P<name>[^()\[\]]*\w)\s*[(\[](?P<counted>(?:the\s+)?(?:total\s+)?(?:numbers?|counts?|no\.)\s+of\s+[^()\[\]]+)[)\]]",
    re.IGNORECASE,
)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Group:
    """A heading over several columns: its NAME, what its brackets say is COUNTED, and its labels by their columns."""

    name: str
    counted: Measure
    labels: dict[int, str]
    whole: int | None
    """The column of all of them, which has no label here."""
    adds: bool
    """Whether they add up to it: one thing may be counted under several labels."""


def bracketed(grid: Grid, one: Segment, told: Told, book: About, notes: Notes) -> tuple[Dataset, ...]:
    """The tables that the one row of numbers among the headings of ONE makes; none where nothing says what it counts.

    BOOK is what its workbook says of all its tables.
    """
    above = [row for row in one.headings if one.unlabelled and row < one.unlabelled[0]]
    if len(one.unlabelled) != 1 or len(above) < _FEWEST:
        return ()
    groups = list(_groups(grid, one, above, notes))
    held = {c for group in groups for c in (*group.labels, group.whole)}
    if set(grid.of_kind(one.unlabelled[0], Is.NUMBER, Is.MARK)) - held:
        return ()
    return tuple(_dataset(grid, one, group, told, book, notes) for group in groups)


def _groups(grid: Grid, one: Segment, above: list[int], notes: Notes) -> Iterator[_Group]:
    *upper, last = above
    row = one.unlabelled[0]
    for head in upper:
        filled = [c for c in grid.filled(head) if one.columns[0] <= c <= one.columns[1]]
        for start, end in zip(filled, [*filled[1:], one.columns[1] + 1], strict=True):
            match = _COUNTED.fullmatch(notes.bare(grid.said(head, start)))
            numbers = [c for c in range(start, end) if grid.kind(row, c) in (Is.NUMBER, Is.MARK)]
            labels = {c: notes.bare(said) for c in numbers if (said := grid.said(last, c))}
            bare = [c for c in numbers if c not in labels]
            if match is None or len(set(labels.values())) < max(_FEWEST, len(labels)) or len(bare) > 1:
                continue
            parts = [_value(grid, row, c) for c in labels]
            given = [v for v in parts if v is not None]
            total = _value(grid, row, bare[0]) if bare else None
            told = total is not None and len(given) == len(parts) and max(given) <= total <= sum(given)
            whole, adds = (bare[0] if told else None), told and total == sum(given)
            yield _Group(match["name"], measure_of(match["counted"]), labels, whole, adds)


def _value(grid: Grid, row: int, column: int) -> Decimal | None:
    return grid.marks.read(grid.said(row, column)).value


def _dataset(grid: Grid, one: Segment, group: _Group, told: Told, book: About, notes: Notes) -> Dataset:
    """GROUP as a table of one row."""
    columns = [*group.labels, *([group.whole] if group.whole is not None else [])]
    codes = tuple(Code(group.labels.get(c, ""), total=c == group.whole) for c in columns)
    dimension = Dimension(group.name, role_of(group.name, [*group.labels.values()]), codes)
    row, counted = one.unlabelled[0], group.counted
    return Dataset(
        "",
        "",
        f"{counted.words}, by {group.name[:1].lower()}{group.name[1:]}",
        counted.words,
        (dimension,),
        [_observation(grid, row, c, n) for n, c in enumerate(columns)],
        counted.unit or "",
        counted.scale,
        counted.nature or Nature.UNKNOWN,
        counted.additive and group.adds,
        told.geography or book.geography,
        told.period or book.period,
        told.as_at or book.as_at,
        told.standing,
        told.sheet,
        None,
        grid.sheet.span(one.headings[0], row - 1),
        (*notes.notes, *((mark, words) for mark, words in grid.marks.defined.items())),
        1,
    )


def _observation(grid: Grid, row: int, column: int, code: int) -> Observation:
    cells, at = grid.sheet.cells(row), grid.sheet.starts[row]
    start = at + sum(len(cell) + 1 for cell in cells[:column]) + len(cells[column]) - len(cells[column].lstrip())
    said = cells[column].strip()
    reading = grid.marks.read(said)
    bounds = grid.sheet.bounds(row)
    value = grid.sheet.held(row, column, reading.value)
    place = (start, start + len(said), *bounds, row + 1, column + 1)
    return Observation((code,), value, reading.qualifier, *place, reading.mark, reading.status)
