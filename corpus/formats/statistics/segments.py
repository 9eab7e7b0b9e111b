"""A sheet → its tables: which rows are titles, headings, values and notes, and which columns stand apart.

Rows are told by what they hold. One that has words where the rows below have numbers is a heading; so is one of years
alone above numbers. What follows the last values up to the next headings is notes, unless more values come: then a
lone label is the heading of a section.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpus.formats.statistics.grid import Grid, Is
from corpus.formats.statistics.titles import is_unit
from corpus.patterns import regex

__all__ = ["Segment", "coded", "halved", "segments", "titles_over"]

_AHEAD = 6
_LONG = 160
"""Words longer than this label nothing."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One table: its rows by what they are, and its columns from the first to the last."""

    titles: tuple[int, ...] = ()
    headings: tuple[int, ...] = ()
    body: tuple[int, ...] = ()
    """Rows of values and, between them, of labels alone; blank ones left out."""
    notes: tuple[int, ...] = ()
    unlabelled: tuple[int, ...] = ()
    """Rows of numbers among the headings, which nothing names."""
    columns: tuple[int, int] = (0, 0)

    @property
    def rows(self) -> tuple[int, ...]:
        """Every row but its notes."""
        return tuple(sorted((*self.titles, *self.headings, *self.unlabelled, *self.body)))


@dataclass
class _Open:
    """A segment that is being read."""

    before: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)
    """Rows of words since the last values: labels of a section, the next titles, or notes."""


def segments(grid: Grid) -> list[Segment]:
    """The tables of a sheet, from the top down and, where they stand side by side, from the left."""
    found: list[Segment] = []
    one = _Open()
    for row in grid.rows():
        if not grid.filled(row) or (one.body and coded(grid, row)):
            continue
        if _valued(grid, row, one):
            one.body.extend(one.waiting)
            one.waiting = []
            one.body.append(row)
        elif not one.body:
            one.before.append(row)
        elif _heads(grid, row, one) and _below(grid, row):
            found.append(_closed(grid, one, _own_notes(grid, one, row)))
            one = _Open([*_next_titles(grid, one, row), row], [], [])
        else:
            one.waiting.append(row)
    if one.body or one.before or one.waiting:
        found.append(_closed(grid, one, one.waiting))
    return [part for whole in _headed_above(grid, _joined(grid, found)) for part in _side_by_side(grid, whole)]


_CODE = regex(r"[A-Z0-9]{3,9}")
_IDENTIFIER = regex(r"\b(?:dataset identifiers?|identifier codes?|CDID)\b", re.IGNORECASE)
_CODE_LABEL = regex(r"\b(?:codes?|CDID|identifiers?)\b", re.IGNORECASE)


def coded(grid: Grid, row: int) -> bool:
    """Whether a row holds the codes by which a body knows its columns ("MV36", "L2KL"): no reader knows them."""
    if _series_codes(grid, row) or _class_codes(grid, row) or _column_numbers(grid, row):
        return True
    said = [grid.said(row, c) for c in grid.filled(row)]
    other = [grid.said(row, c) for c in grid.filled(row) if not grid.is_time(row, c)]  # "Area code | 2021 | 2022"
    codes = [w for w in other if _CODE.fullmatch(w) and not _CODE_LABEL.search(w)]
    named = [w for w in said if _CODE_LABEL.search(w)]
    sure = any(c.isdigit() for w in codes for c in w) or any(_IDENTIFIER.search(w) for w in named)
    return bool(named) and 1 < len(codes) >= len(said) - 2 and sure


_SERIES = regex(r"[A-Z][A-Z0-9]{3}")
_FEWEST_SERIES = 2


def _series_codes(grid: Grid, row: int) -> bool:
    """Whether a row without a label holds the code of a series ("JX27", "DZQO") over each column, below its heading."""
    filled = grid.filled(row)
    if len(filled) < _FEWEST_SERIES or 0 in filled:
        return False
    said = [grid.said(row, c) for c in filled]
    digits = sum(any(letter.isdigit() for letter in one) for one in said)
    if not all(map(_SERIES.fullmatch, said)) or 2 * digits < len(said) or len(set(said)) < len(said):
        return False
    return any(grid.kind(above, c) is Is.WORDS for c in filled for above in range(max(0, row - _AHEAD), row))


def _class_codes(grid: Grid, row: int) -> bool:
    """Whether a row without a label holds numbers of a classification ("10.5", "33.1-4") over the codes of series."""
    filled, below = grid.filled(row), row + 1
    if not filled or row + 1 >= len(grid) or not _series_codes(grid, below):
        return False
    over = set(grid.filled(below))
    return all(c in over and any(letter.isdigit() for letter in grid.said(row, c)) for c in filled)


_FEWEST_NUMBERED = 4
_IN_TURN = 0.75


def _column_numbers(grid: Grid, row: int) -> bool:
    """Whether a row above headings numbers the columns ("Column no. | 1 | 2 | 3 | 4"), and holds no values."""
    numbers = grid.of_kind(row, Is.NUMBER)
    said = [grid.said(row, c) for c in numbers]
    if len(numbers) < _FEWEST_NUMBERED or not all(w.isdigit() for w in said) or int(said[0]) > 1:
        return False
    if any(c > numbers[0] for c in grid.filled(row) if c not in numbers):
        return False
    in_turn = sum(int(b) - int(a) == 1 for a, b in pairwise(said))
    if in_turn < _IN_TURN * (len(said) - 1):
        return False
    below = range(row + 1, min(len(grid), row + 1 + _AHEAD))
    return any(2 * sum(grid.kind(later, c) is Is.WORDS for c in numbers) > len(numbers) for later in below)


def titles_over(grid: Grid, one: Segment) -> list[list[str]]:
    """The cells of each of a table's title rows; of a row with a cell over its columns, those alone.

    What stands over the next table on its right is that one's title; but the unit over the second half of a table that
    goes on beside its first is of both.
    """
    left, right = one.columns
    rows = [grid.filled(row) for row in one.titles]
    over = [[c for c in cells if left <= c <= right] or cells for cells in rows]
    if halved(grid, one):
        over = [_with_unit(grid, *both) for both in zip(one.titles, over, rows, strict=True)]
    return [[grid.said(row, c) for c in cells] for row, cells in zip(one.titles, over, strict=True)]


def halved(grid: Grid, one: Segment) -> bool:
    """Whether what stands beside a table has its very headings again: it is the rest of its rows."""
    left, right = one.columns
    cells = [(c, grid.said(row, c)) for row in one.headings[-1:] for c in grid.filled(row)]
    own, beside = ({w for c, w in cells if (left <= c <= right) is here} for here in (True, False))
    return len(beside) > 1 and beside <= own


def _with_unit(grid: Grid, row: int, own: list[int], cells: list[int]) -> list[int]:
    """OWN cells of a title ROW, and the one unit among all its CELLS."""
    units = [c for c in cells if is_unit(grid.said(row, c))]
    return [*own, *(c for c in units if len(units) == 1 and c not in own)]


def _valued(grid: Grid, row: int, one: _Open) -> bool:
    """Whether a row holds values; years that head numbers below, or numbers among words that head them, are none."""
    numbers = grid.of_kind(row, Is.NUMBER, Is.MARK)
    if not one.body and coded(grid, row):
        return False
    if not grid.of_kind(row, Is.NUMBER) and (len(numbers) < 2 and not one.body):
        return False
    if not numbers or numbers == [0]:
        return False
    below = _below(grid, row)
    words = [c for c in grid.of_kind(row, Is.WORDS) if c in below]
    if len(words) > 1 and len(words) * 3 >= len(numbers):
        return False
    if one.body and not one.waiting:
        return True
    return not (_years_head(grid, row, numbers, one) and below and not _years_below(grid, row, numbers))


def _below(grid: Grid, row: int) -> set[int]:
    """The columns in which most of the next few filled rows hold numbers."""
    counts: dict[int, int] = {}
    seen = 0
    for later in range(row + 1, min(len(grid), row + 1 + 2 * _AHEAD)):
        numbers = grid.of_kind(later, Is.NUMBER, Is.MARK)
        if len(numbers) - (0 in numbers) < 1:
            continue
        seen += 1
        for c in numbers:
            counts[c] = counts.get(c, 0) + 1
        if seen == _AHEAD:
            break
    return {c for c, n in counts.items() if 2 * n > seen}


def _years_head(grid: Grid, row: int, numbers: list[int], one: _Open) -> bool:
    """Whether a row of years may be headings: several, or one without a label, and no words head each of them."""
    told = [c for c in grid.of_kind(row, Is.WORDS) if c and grid.is_time(row, c)]  # "2021 | March 2022"
    if not all(grid.is_time(row, c) for c in numbers) or (len(numbers) + len(told) < 2 and grid.said(row, 0)):
        return False
    if one.body and len(numbers) > 1 and _one_after_another([grid.said(row, c) for c in numbers]):
        return True
    above = {grid.said(one.before[-1], c) for c in numbers} if one.before else {""}
    return "" in above or len(above) < len(numbers)


def _one_after_another(said: Sequence[str]) -> bool:
    """Whether SAID are years that follow one another, up or down: values that look like years hardly ever do."""
    years = [int(w) for w in said if w.isdigit()]
    return len(years) == len(said) and {b - a for a, b in pairwise(years)} in ({1}, {-1})


def _years_below(grid: Grid, row: int, numbers: list[int]) -> bool:
    """Whether the next row with numbers has years in the same columns: then they are values that look like years."""
    for later in range(row + 1, min(len(grid), row + 1 + _AHEAD)):
        if any(grid.kind(later, c) is Is.NUMBER for c in numbers):
            held = [c for c in numbers if grid.kind(later, c) is Is.NUMBER]
            return all(grid.is_time(later, c) for c in held)
    return False


def _heads(grid: Grid, row: int, one: _Open) -> bool:
    """Whether a row of words, after values, begins another table: it has words where values stand below it."""
    below = _below(grid, row)
    valued = [c for c in grid.filled(row) if c in below and c]
    labels = {c for r in one.body for c in grid.of_kind(r, Is.WORDS)}
    if not valued:
        return False
    return len(valued) > 1 or valued[0] not in labels


def _next_titles(grid: Grid, one: _Open, heading: int) -> list[int]:
    """Those of the waiting rows that stand directly above the next table's HEADING; before a gap they are notes."""
    kept: list[int] = []
    below = heading
    for row in reversed(one.waiting):
        if below - row > 1 and (kept or row - one.body[-1] < 2):
            break
        below = row
        if len(grid.said(row, grid.filled(row)[0])) > _LONG:
            break
        kept.insert(0, row)
    return kept


def _own_notes(grid: Grid, one: _Open, heading: int) -> list[int]:
    titles = set(_next_titles(grid, one, heading))
    return [row for row in one.waiting if row not in titles]


def _closed(grid: Grid, one: _Open, notes: list[int]) -> Segment:
    valued = _of_values(grid, one.body[:_AHEAD])
    top = len(one.before)
    while top and _only_labels(grid, one.before[top - 1], valued):
        top -= 1
    top = top if top and _is_heading(grid, one.before[top - 1], valued) else len(one.before)
    while top and _is_heading(grid, one.before[top - 1], valued):
        top -= 1
    headings, titles = one.before[top:], one.before[:top]
    while one.body and len(headings) > 1 and _of_nothing(grid, headings[-2], headings[-1], valued):
        one.body.insert(0, headings.pop())
    if not one.body:
        return Segment(tuple(titles + headings), notes=tuple(notes), columns=(0, max(0, grid.width - 1)))
    most = max((c for row in one.body for c in grid.filled(row)), default=0)
    over = [c for row in headings for c in grid.filled(row) if c <= most + 1 or len(grid.said(row, c)) < _LONG]
    last = max((most, *over))
    return Segment(tuple(titles), tuple(headings), tuple(one.body), tuple(notes), columns=(0, last))


def _of_values(grid: Grid, body: Sequence[int]) -> set[int]:
    """The columns that hold values in the first rows of a table; not those of words, of which one row says "-"."""
    held = Counter(c for row in body for c in grid.of_kind(row, Is.NUMBER, Is.MARK))
    words = Counter(c for row in body for c in grid.of_kind(row, Is.WORDS))
    return {c for c, n in held.items() if n >= words[c] and not (n < len(body) and _only_times(grid, body, c))}


def _only_times(grid: Grid, body: Sequence[int], column: int) -> bool:
    """Whether all numbers of a column are years, which the rows between them carry on ("1992 | Q1", then "Q2")."""
    return all(grid.is_time(row, column) for row in body if grid.kind(row, column) is Is.NUMBER)


def _only_labels(grid: Grid, row: int, valued: set[int]) -> bool:
    """Whether a row above values has short words over the labels alone; a remark apart on their right is no matter."""
    beyond = max(valued, default=grid.width) + 1
    filled = [c for c in grid.filled(row) if c <= beyond]
    return bool(filled) and all(c not in valued and len(grid.said(row, c)) < _LONG for c in filled)


def _of_nothing(grid: Grid, heading: int, row: int, valued: set[int]) -> bool:
    """Whether a ROW has a label under each of several headings of labels, and no value: it is one of the table's own,
    of which nothing is given, and heads no column."""
    filled = grid.filled(row)
    told = not valued.intersection(filled) and len(filled) >= _FEWEST_LABELS
    return (
        told and all(grid.kind(heading, c) is Is.WORDS for c in filled) and any(grid.said(heading, c) for c in valued)
    )


_FEWEST_LABELS = 3


def _is_heading(grid: Grid, row: int, valued: set[int]) -> bool:
    """Whether a row above values heads them: it has words or years over them, and is no title that runs over cells."""
    filled = grid.filled(row)
    over = [c for c in filled if c in valued and c > 0]
    if not over:
        return False
    if len(filled) == 1 and len(grid.said(row, filled[0])) > _LONG:
        return False
    return not (len(filled) == 2 and filled[0] == 0 and len(grid.said(row, 0)) > 60 and len(over) == 1)


def _joined(grid: Grid, found: list[Segment]) -> list[Segment]:
    """FOUND, where rows of numbers that nothing labels were headings of the table that follows them directly."""
    made: list[Segment] = []
    for one in found:
        before = made[-1] if made else None
        if before and before.body and len(before.body) <= 2 and not _labelled(grid, before) and not before.notes:
            made[-1] = replace(
                one,
                titles=(*before.titles, *one.titles),
                headings=(*before.headings, *one.headings),
                unlabelled=before.body,
                columns=(0, max(one.columns[1], before.columns[1])),
            )
        else:
            made.append(one)
    return made


def _headed_above(grid: Grid, found: list[Segment]) -> list[Segment]:
    """FOUND, where a row of totals stands between the headings of a table's columns and those of its labels.

    The totals stay a table of their own; the values below them have the headings of both.
    """
    made: list[Segment] = []
    for one in found:
        above = made[-1] if made else None
        if above and above.headings and not above.notes and not one.titles and _shares_headings(grid, above, one):
            one = replace(one, headings=(*above.headings, *one.headings))
        made.append(one)
    return made


def _shares_headings(grid: Grid, above: Segment, one: Segment) -> bool:
    """Whether the columns of values that ONE does not head are those that a row or two ABOVE have headings for."""
    if not one.body or not 1 <= len(above.body) <= _TOTALS:
        return False
    valued = _of_values(grid, one.body[:_AHEAD])
    bare = {c for c in valued if not any(grid.said(row, c) for row in one.headings)}
    totals = _of_values(grid, above.body)
    headed = {c for c in totals if any(grid.said(row, c) for row in above.headings)}
    return len(bare) > 1 and bare == headed == totals


_TOTALS = 2


def _labelled(grid: Grid, one: Segment) -> bool:
    return any(grid.of_kind(row, Is.WORDS) for row in one.body)


def _side_by_side(grid: Grid, one: Segment) -> list[Segment]:
    """ONE, cut at its empty columns where what stands to the right has labels and values of its own."""
    if not one.body:
        return [one]
    first, last = one.columns
    used = {c for row in (*one.headings, *one.body) for c in grid.filled(row)}
    stretches: list[list[int]] = []
    for c in range(first, last + 1):
        if c in used and stretches and c == stretches[-1][1] + 1:
            stretches[-1][1] = c
        elif c in used:
            stretches.append([c, c])
    made: list[list[int]] = []
    for stretch in stretches:
        if made and not _of_its_own(grid, one, stretch):
            made[-1][1] = stretch[1]
        else:
            made.append(stretch)
    return [_cut(grid, one, left, right) for left, right in made]


def _of_its_own(grid: Grid, one: Segment, stretch: list[int]) -> bool:
    """Whether a stretch of columns has labels beside its values, or nothing but words."""
    left, right = stretch
    words = sum(1 for row in one.body if grid.kind(row, left) is Is.WORDS)
    numbers = sum(1 for row in one.body for c in range(left, right + 1) if grid.kind(row, c) in (Is.NUMBER, Is.MARK))
    own = sum(1 for row in one.body if grid.kind(row, left) in (Is.NUMBER, Is.MARK))
    return words > own and (numbers > 0 or words > 0)


def _cut(grid: Grid, one: Segment, left: int, right: int) -> Segment:
    def kept(rows: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(r for r in rows if any(left <= c <= right for c in grid.filled(r)))

    return replace(one, headings=kept(one.headings), body=kept(one.body), columns=(left, right))
