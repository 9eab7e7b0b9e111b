"""Tables whose every cell is ruled off: columns between upright rules, rows between level ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from corpus.formats.page.cells import Found, Line, carried, is_value, names_years
from corpus.formats.page.lines import rows
from corpus.formats.page.words import Box, Sheet, Word

__all__ = ["ruled_tables"]

_MOST_RULES = 4_000
"""A page of more rules than this is a drawing."""
_TOUCH = 3.0
_MOST_CELLS = 3_000
_LEAST = 7.0
"""Rules nearer to one another than this are one thick rule: no line of words stands between them."""
_HELD = 0.4
"""At least this part of a table's cells hold words; a chart's lattice holds none."""


def ruled_tables(sheet: Sheet) -> list[tuple[Found, frozenset[Word]]]:
    """The ruled tables of SHEET from the top down, each with its words."""
    if not sheet.upright or len(sheet.level) + len(sheet.upright) > _MOST_RULES:
        return []
    made = [_table(level, upright, sheet) for level, upright in _clusters(sheet.level, sheet.upright)]
    return sorted((one for one in made if one is not None), key=lambda one: one[0].box.top)


def _clusters(level: Sequence[Box], upright: Sequence[Box]) -> Iterator[tuple[list[Box], list[Box]]]:
    """Rules that touch one another, table by table."""
    boxes = [*level, *upright]
    order = sorted(range(len(boxes)), key=lambda n: boxes[n].top)
    groups: list[tuple[Box, list[int]]] = []
    for n in order:
        box, members = boxes[n], [n]
        apart: list[tuple[Box, list[int]]] = []
        for around_them, held in groups:
            if _touch(around_them, box):
                box, members = _both(around_them, box), [*held, *members]
            else:
                apart.append((around_them, held))
        groups = [*apart, (box, members)]
    for _, held in groups:
        inside = set(held)
        yield (
            [boxes[n] for n in range(len(level)) if n in inside],
            [boxes[n] for n in range(len(level), len(boxes)) if n in inside],
        )


def _touch(a: Box, b: Box) -> bool:
    across = min(a.x1, b.x1) - max(a.x0, b.x0)
    return across >= -_TOUCH and min(a.bottom, b.bottom) - max(a.top, b.top) >= -_TOUCH


def _both(a: Box, b: Box) -> Box:
    return Box(min(a.x0, b.x0), min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom))


def _table(level: Sequence[Box], upright: Sequence[Box], sheet: Sheet) -> tuple[Found, frozenset[Word]] | None:
    downs, acrosses = _steps(b.top for b in level), _steps(b.x0 for b in upright)
    if len(downs) < 3 or len(acrosses) < 3 or len(downs) * len(acrosses) > _MOST_CELLS:
        return None
    box = Box(acrosses[0], downs[0], acrosses[-1], downs[-1])
    cells = _Cells(downs, acrosses, level, upright)
    words = [w for w in sheet.words if cells.place(w) is not None]
    grid = cells.filled(words)
    if not _tabular(cells, grid):
        return None
    filled = [row for row in grid if any(row)]
    lines = [_line(row) for row in filled]
    top = _heading_rows(lines, words)
    over = tuple(tuple(dict.fromkeys(w for row in filled[:top] if (w := row[n]))) for n in range(cells.columns))
    once = [cells.once(n) for n, row in enumerate(grid) if any(row)]
    body = [_only(line, first) for line, first in zip(lines, once, strict=True)]
    return Found(box, over, tuple(_carried(body[top:])), tuple(acrosses[1:])), frozenset(words)


def _tabular(cells: _Cells, grid: Sequence[Sequence[str]]) -> bool:
    """Whether enough of the cells hold words, and two columns or more have several: a frame around text has not."""
    own = [[(r, c) == cells.first(r, c) for c in range(cells.columns)] for r in range(cells.rows)]
    filled = [[mine and bool(words) for mine, words in zip(*pair, strict=True)] for pair in zip(own, grid, strict=True)]
    columns = sum(sum(column) >= 2 for column in zip(*filled, strict=True))
    return columns >= 2 and sum(map(sum, filled)) >= max(4, _HELD * sum(map(sum, own)))


def _steps(places: Iterable[float]) -> list[float]:
    """PLACES in order, those that are one rule's once."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] >= _LEAST:
            kept.append(place)
    return kept


def _line(row: Sequence[str]) -> Line:
    spanning = len(row) > 1 and len(set(row)) == 1
    return Line((row[0],), spanning=True) if spanning else Line(tuple(row))


def _carried(lines: Sequence[Line]) -> Iterator[Line]:
    """LINES with labels carried down as far as the next row that heads others."""
    for spanning, group in groupby(lines, key=lambda line: line.spanning):
        told = list(group)
        yield from told if spanning else carried([line.cells for line in told])


def _only(line: Line, first: Sequence[bool]) -> Line:
    """A row in which a cell that goes over several columns is said in the FIRST of them alone."""
    if line.spanning:
        return line
    return Line(tuple(c if said else "" for c, said in zip(line.cells, first, strict=True)))


def _heading_rows(lines: Sequence[Line], words: Sequence[Word]) -> int:
    """How many of the first rows head the others: those above the first value, or a first row of heavy type."""
    first = next((n for n, line in enumerate(lines) if any(map(is_value, line.cells[1:]))), None)
    if first is not None and first + 1 < len(lines) and _years(lines, first):
        return next((n for n in range(first + 1, len(lines)) if any(map(is_value, lines[n].cells[1:]))), first + 1)
    if first and first <= 4 and not any(line.spanning for line in lines[1:first]):
        return first - 1 if lines[first - 1].spanning and first > 1 else first
    if first is None and len(lines) > 1:
        heads = set(" ".join(lines[0].cells).split())
        bold = [w for w in words if w.text in heads and w.bold]
        return int(len({w.text for w in bold}) >= len(heads) > 0 and sum(w.bold for w in words) < len(words))
    return 0


def _years(lines: Sequence[Line], n: int) -> bool:
    """Whether the row of number N is one of years, which head the columns below them."""
    below = [cell for line in lines[n + 1 :] for cell in line.cells[1:] if cell]
    return not is_value(lines[n].cells[0]) and names_years([c for c in lines[n].cells[1:] if c], below)


class _Cells:
    """The cells that rules make; where the rule between two is missing they are one."""

    def __init__(self, downs: list[float], acrosses: list[float], level: Sequence[Box], upright: Sequence[Box]) -> None:
        self.downs, self.acrosses = downs, acrosses
        self.rows, self.columns = len(downs) - 1, len(acrosses) - 1
        self.owner = {(r, c): (r, c) for r in range(self.rows) for c in range(self.columns)}
        for r in range(self.rows):
            for c in range(self.columns):
                y, x = (downs[r] + downs[r + 1]) / 2, (acrosses[c] + acrosses[c + 1]) / 2
                if c and not any(_stands(b, acrosses[c], y) for b in upright):
                    self._join((r, c), (r, c - 1))
                if r and not any(_lies(b, downs[r], x) for b in level):
                    self._join((r, c), (r - 1, c))

    def _join(self, one: tuple[int, int], other: tuple[int, int]) -> None:
        gone, kept = self.owner[one], self.owner[other]
        for place, owner in self.owner.items():
            if owner == gone:
                self.owner[place] = kept

    def place(self, word: Word) -> tuple[int, int] | None:
        """The row and column that WORD's middle is in, or None."""
        x, y = word.box.middle
        row = next((n for n, (a, b) in enumerate(pairwise(self.downs)) if a <= y < b), None)
        column = next((n for n, (a, b) in enumerate(pairwise(self.acrosses)) if a <= x < b), None)
        return None if row is None or column is None else (row, column)

    def filled(self, words: Sequence[Word]) -> list[list[str]]:
        """The words of each cell, said in every row and column that it goes over."""
        held: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            place = self.place(word)
            if place is not None:
                held.setdefault(self.owner[place], []).append(word)
        said = {k: " ".join(s.text for row in rows(v) for s in row) for k, v in held.items()}
        return [[said.get(self.owner[r, c], "") for c in range(self.columns)] for r in range(self.rows)]

    def first(self, row: int, column: int) -> tuple[int, int]:
        """The upper left place of the cell that the place ROW, COLUMN is part of."""
        while row and self.owner[row - 1, column] == self.owner[row, column]:
            row -= 1
        while column and self.owner[row, column - 1] == self.owner[row, column]:
            column -= 1
        return row, column

    def once(self, row: int) -> list[bool]:
        """For each column of ROW, whether its cell begins there and does not come from the column on its left."""
        return [c == 0 or self.owner[row, c] != self.owner[row, c - 1] for c in range(self.columns)]


def _stands(rule: Box, x: float, y: float) -> bool:
    return abs(rule.x0 - x) < _LEAST and rule.top - 1 <= y <= rule.bottom + 1


def _lies(rule: Box, y: float, x: float) -> bool:
    return abs(rule.top - y) < _LEAST and rule.x0 - 1 <= x <= rule.x1 + 1
