"""The headings over a table's columns: from the rows above its values to the words, top down, that each column has.

A heading goes over the columns that its merged cell covers; where a sheet merges none, over the empty cells on its right
that have headings of their own below. Words that run on from one row to the next ("Number / of jobs") are one heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.formats.statistics.grid import Grid, Is
from corpus.formats.statistics.notes import Notes
from corpus.formats.statistics.segments import Segment
from corpus.formats.statistics.titles import chrome, is_unit

__all__ = ["Headings", "code_row", "headings_of"]

_CODE = re.compile(r"[A-Z0-9]{3,9}")
_CODE_LABEL = re.compile(r"\b(?:codes?|CDID|identifiers?)\b", re.IGNORECASE)
_FIGURE = re.compile(r"[<>~]?\s*[0-9][0-9,.]*\s?%\s*\(|[<>~]?\s*[0-9][0-9,.]*\s?%$")


@dataclass(frozen=True, slots=True)
class Headings:
    """``paths`` has each value column's headings from the top, ``labels`` the heading of each label column."""

    paths: dict[int, tuple[str, ...]]
    labels: dict[int, str]
    above: tuple[str, ...] = ()
    """Units and places that stand among the headings and are of the whole table."""
    sections: tuple[int, ...] = ()
    """Rows below the headings with one label: they head the values that follow, and no column."""
    fault: str = ""


def headings_of(grid: Grid, one: Segment, labels: Sequence[int], values: Sequence[int], notes: Notes) -> Headings:
    """The headings of a segment whose label and value columns are known."""
    rows = [row for row in one.headings if not code_row(grid, row, labels, values)]
    rows, above = _units(grid, rows, one)
    rows, sections = _sections(grid, rows, one, labels)
    for row in rows:
        if any(_FIGURE.match(grid.said(row, c)) for c in values):
            return Headings({}, {}, fault=f"the headings in row {row + 1} hold figures")
    table = _Table(grid, rows, one, values)
    paths = {c: tuple(notes.bare(part) for part in table.path(c)) for c in values}
    named = {c: notes.bare(_named([w for row in rows if (w := table.said(row, c))])) for c in labels}
    return Headings(paths, named, tuple(above), tuple(sections))


def _named(said: Sequence[str]) -> str:
    """The heading of a column of labels: the lowest, with what it runs on from."""
    words = said[-1] if said else ""
    for above in reversed(said[:-1]):
        if not words[:1].islower() and words[:1] != "(":
            break
        words = f"{above} {words}"
    return words


def code_row(grid: Grid, row: int, labels: Sequence[int], values: Sequence[int]) -> bool:
    """Whether a row holds the codes by which a body knows its columns ("MV36", "L2KL"): they say nothing to a reader."""
    said = [w for c in values if (w := grid.said(row, c))]
    if len(said) < 2 or not all(_CODE.fullmatch(w) for w in said) or not any(any(c.isdigit() for c in w) for w in said):
        return False
    return any(_CODE_LABEL.search(grid.said(row, c)) for c in labels)


def _units(grid: Grid, rows: list[int], one: Segment) -> tuple[list[int], list[str]]:
    """The ROWS that head columns, and the words of those above them that are units, places and the like."""
    left, right = one.columns
    above: list[str] = []
    for n, row in enumerate(rows):
        said = [grid.said(row, c) for c in grid.filled(row) if left <= c <= right]
        units = [w for w in said if is_unit(w)]
        others = [w for w in said if not is_unit(w) and not chrome(w)]
        if (
            n == len(rows) - 1
            or not units
            or len({u.lower().rstrip("0123456789") for u in units}) > 1
            or len(others) > 1
        ):
            return rows[n:], above
        if others and grid.filled(row)[0] != left:
            return rows[n:], above
        above.extend((*units[:1], *others))
    return rows, above


def _sections(grid: Grid, rows: list[int], one: Segment, labels: Sequence[int]) -> tuple[list[int], list[int]]:
    """The ROWS without the last ones of one label each, if other such rows stand among the values; and those."""
    lone = [row for row in one.body if not grid.of_kind(row, Is.NUMBER, Is.MARK)]
    cut = len(rows)
    while cut and _lone(grid, rows[cut - 1], one, labels):
        cut -= 1
    named = any(grid.said(row, c) for row in rows[:cut] for c in labels[:1])
    return (rows[:cut], rows[cut:]) if cut and (lone or named) else (rows, [])


def _lone(grid: Grid, row: int, one: Segment, labels: Sequence[int]) -> bool:
    left, right = one.columns
    filled = [c for c in grid.filled(row) if left <= c <= right]
    return len(filled) == 1 and filled[0] in labels


class _Table:
    """The heading rows of a segment, with what goes over several columns put over each of them."""

    def __init__(self, grid: Grid, rows: Sequence[int], one: Segment, values: Sequence[int]) -> None:
        self._grid, self._rows, self._values = grid, list(rows), list(values)
        merged = any(self._wide(row, c) for row in rows for c in values)
        self._over: dict[tuple[int, int], tuple[int, str]] = {}
        for n, row in enumerate(self._rows):
            self._spread(n, row, merged)

    def _wide(self, row: int, column: int) -> bool:
        origin = self._grid.covered.get((row, column))
        return origin is not None and origin[1] != column

    def said(self, row: int, column: int) -> str:
        """A cell's own words, chrome left out."""
        words = self._grid.said(row, column)
        return "" if chrome(words) else words

    def _spread(self, n: int, row: int, merged: bool) -> None:
        """Put ROW's headings over the columns that they are of; the number that goes with each says which are one."""
        open_: tuple[int, str] | None = None
        before = -1
        for c in self._values:
            words = self.said(row, c)
            origin = self._grid.covered.get((row, c))
            if words:
                open_ = (c, words) if not merged and self._leads(n, c) else None
                self._over[row, c] = (c, words)
            elif origin is not None and origin[0] == row and origin[1] != c:
                self._over[row, c] = (origin[1], self.said(row, origin[1]))
            elif open_ and c == before + 1 and self._below(n, c):
                self._over[row, c] = open_
            else:
                open_ = None
            before = c

    def _leads(self, n: int, column: int) -> bool:
        """Whether a heading may go over others: the words below it do not run on from it."""
        for row in self._rows[n + 1 :]:
            words = self.said(row, column)
            if words:
                return not (words[0].islower() or words[0] == "(") or is_unit(words)
        return False

    def _below(self, n: int, column: int) -> bool:
        return any(self.said(row, column) for row in self._rows[n + 1 :])

    def path(self, column: int) -> tuple[str, ...]:
        """COLUMN's headings from the top, what runs on put together."""
        spans: dict[tuple[int, int], int] = {}
        for (row, _), (first, _) in self._over.items():
            spans[row, first] = spans.get((row, first), 0) + 1
        parts: list[str] = []
        joined = False
        for row in self._rows:
            first, words = self._over.get((row, column), (column, ""))
            if not words:
                continue
            wide = spans[row, first] > 1
            if parts and not wide and joined and not is_unit(words):
                parts[-1] = f"{parts[-1]} {words}"
            else:
                parts.append(words)
            joined = not wide
        return tuple(parts)
