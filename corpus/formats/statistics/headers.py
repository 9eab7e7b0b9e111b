"""The headings over a table's columns: from the rows above its values to the words, top down, that each column has.

A heading goes over the columns that its merged cell covers; where a sheet merges none, over the empty cells on its
right that have headings of their own below.
Words that run on from one row to the next ("Number / of jobs") are one heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.formats.statistics.grid import Grid, Is
from corpus.formats.statistics.measures import unit_within
from corpus.formats.statistics.moments import moment, quarter_number, two_in_one
from corpus.formats.statistics.notes import Notes, standing_apart
from corpus.formats.statistics.segments import Segment, coded, halved
from corpus.formats.statistics.titles import chrome, is_unit
from corpus.formats.statistics.vocabulary import made_for_machines, worded
from corpus.patterns import regex

__all__ = ["Headings", "headings_of", "unmarked"]

_FIGURE = regex(r"[0-9]{6,}|[<>~]?\s*[0-9][0-9,.]*\s?%\s*\(|[<>~]?\s*[0-9][0-9,.]*\s?%$")


@dataclass(frozen=True, slots=True)
class Headings:
    """``paths`` has each value column's headings from the top, ``labels`` the heading of each label column."""

    paths: dict[int, tuple[str, ...]]
    labels: dict[int, str]
    above: tuple[str, ...] = ()
    """Units and places that stand among the headings and are of the whole table."""
    sections: tuple[int, ...] = ()
    """Rows below the headings with one label: they head the values that follow, and no column."""
    subtitle: str = ""
    """A title among the headings, which stands over these columns alone."""
    fault: str = ""


def headings_of(grid: Grid, one: Segment, labels: Sequence[int], values: Sequence[int], notes: Notes) -> Headings:
    """The headings of a segment whose label and value columns are known."""
    rows = [row for row in one.headings if not coded(grid, row)]
    every = rows
    rows, above, subtitle = _units(grid, rows, one, values)
    above += _over_the_rest(grid, one, every) if not any(map(is_unit, above)) else []
    rows, sections = _sections(grid, rows, one, labels)
    for row in rows:
        if any(_FIGURE.match(said) and not two_in_one(said) for c in values if (said := grid.said(row, c))):
            return Headings({}, {}, fault=f"the headings in row {row + 1} hold figures")
    table = _Table(grid, rows, one, values)
    paths = _as_words({c: tuple(notes.bare(part) for part in table.path(c)) for c in values})
    named = {c: notes.bare(_named([w for row in rows if (w := table.said(row, c))])) for c in labels}
    return Headings(paths, named, tuple(above), tuple(sections), subtitle)


def _as_words(paths: dict[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """PATHS with the words apart that a data file runs together, where none of its headings has words apart."""
    heads = [part for path in paths.values() for part in path]
    if any(" " in part for part in heads) or not any(map(made_for_machines, heads)):
        return paths
    return {c: tuple(map(worded, path)) for c, path in paths.items()}


def unmarked(paths: dict[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """PATHS without the marks that the values below are revised or provisional: "Jul-Sep [r]" is a quarter.

    Where a column stands beside another that only its mark tells apart, both keep theirs.
    """
    bare = {c: tuple(standing_apart(part) for part in path) for c, path in paths.items()}
    counts = Counter(bare.values())
    return {c: bare[c] if counts[bare[c]] == 1 else path for c, path in paths.items()}


_OF_THE_ROW = regex(r"(?:units?|notes?|footnotes?)(?: of measure(?:ment)?)?\s*:?", re.IGNORECASE)
"""What a row of the headings has beside the units and notes of the columns; it is no heading of the labels below it."""


def _named(said: Sequence[str]) -> str:
    """The heading of a column of labels: the lowest, with what it runs on from."""
    own = [one for one in said if not _OF_THE_ROW.fullmatch(one.strip())] or list(said)
    words = own[-1] if own else ""
    for above in reversed(own[:-1]):
        if not words[:1].islower() and words[:1] != "(":
            break
        words = f"{above} {words}"
    return words


def _units(grid: Grid, rows: list[int], one: Segment, values: Sequence[int]) -> tuple[list[int], list[str], str]:
    """The ROWS that head columns, the words above them that are units, places and the like, and a title."""
    left, right = one.columns
    above: list[str] = []
    title = ""
    for n, row in enumerate(rows):
        said = [grid.said(row, c) for c in grid.filled(row) if left <= c <= right]
        alone = len(said) == 1 or _titles_table(said, values)
        if n < len(rows) - 1 and alone and grid.said(row, left) and left not in values:
            title = said[0]
            continue
        units = [w for w in said if is_unit(w) and not _over_times(grid, rows[n + 1 :], values, w)]
        others = [w for w in said if not is_unit(w) and not chrome(w)]
        if (
            n == len(rows) - 1
            or not units
            or len({u.lower().rstrip("0123456789") for u in units}) > 1
            or len(others) > 1
        ):
            return rows[n:], above, title
        over = any(c in values and grid.said(row, c) in others for c in grid.filled(row))
        if others and grid.filled(row)[0] != left and over:
            return rows[n:], above, title
        above.extend((*units[:1], *others))
    return [], above, title


def _over_the_rest(grid: Grid, one: Segment, rows: Sequence[int]) -> list[str]:
    """The one unit among the headings that stands over the rest of a table, which goes on beside its first half."""
    if not halved(grid, one):
        return []
    left, right = one.columns
    cells = ((c, grid.said(row, c)) for row in rows for c in grid.filled(row))
    units = {said for c, said in cells if not left <= c <= right and is_unit(said)}
    return [*units] if len(units) == 1 else []


def _titles_table(said: Sequence[str], values: Sequence[int]) -> bool:
    """Whether a row of the headings begins with a title that tells the unit ("Running costs (£ thousand)"), with no
    more than a remark over one of many columns."""
    few = len(said) == _TITLE_AND_REMARK and len(values) > _FEW_COLUMNS
    return few and not is_unit(said[0]) and unit_within(said[0]) is not None


_TITLE_AND_REMARK, _FEW_COLUMNS = 2, 5
_TIMES = regex(r"(?:(?:calendar|financial|academic|school) )?(?:years|quarters|months|weeks|days)", re.IGNORECASE)


def _over_times(grid: Grid, below: Sequence[int], values: Sequence[int], said: str) -> bool:
    """Whether "Years" stands over headings that are times, and is no unit of what they count."""
    if _TIMES.fullmatch(said.strip()) is None:
        return False
    return any(moment(grid.said(row, c)) is not None for row in below for c in values)


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
    timed = all(grid.is_time(row, c) or quarter_number(grid.said(row, c)) for c in filled)  # of which nothing is given
    return bool(filled) and all(c in labels for c in filled) and (len(filled) == 1 or timed)


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
        below = [words for row in self._rows[n + 1 :] if (words := self.said(row, column))]
        if not below:
            return False
        return not (below[0][0].islower() or below[0][0] == "(") or (len(below) == 1 and is_unit(below[0]))

    def _below(self, n: int, column: int) -> bool:
        return any(self.said(row, column) for row in self._rows[n + 1 :])

    def path(self, column: int) -> tuple[str, ...]:
        """COLUMN's headings from the top, what runs on put together."""
        spans: dict[tuple[int, int], int] = {}
        for (row, _), (first, _) in self._over.items():
            spans[row, first] = spans.get((row, first), 0) + 1
        parts: list[str] = []
        before: tuple[int, int] | None = None
        for row in self._rows:
            first, words = self._over.get((row, column), (column, ""))
            if not words:
                continue
            span = (first, spans[row, first])
            unit = is_unit(words) and not any(self._over.get((r, column)) for r in self._rows if r > row)
            runs_on = words[0].islower() and not unit
            alone = span[1] == 1 and not unit and not self._repeats(row)
            if parts and span == before and (runs_on or alone) and moment(parts[-1]) is None:
                said_again = re.match(rf"{re.escape(parts[-1])}(?!\w)", words, re.IGNORECASE)
                parts[-1] = words if said_again else f"{parts[-1]} {words}"
            else:
                parts.append(words)
            before = span
        return tuple(parts)

    def _repeats(self, row: int) -> bool:
        """Whether a row of headings says the same few words again and again: then it tells columns apart by itself."""
        said = [words for c in self._values if (words := self.said(row, c))]
        return len(said) > 2 and 2 * len(set(said)) <= len(said)
