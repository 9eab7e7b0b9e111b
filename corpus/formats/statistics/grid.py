"""One sheet's cells in memory, each told for what it is: a number, a mark that stands for one, words, or nothing."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from functools import cached_property

from corpus.formats.statistics.moments import moment, two_in_one
from corpus.formats.statistics.readings import NO_READING, Marks
from corpus.formats.statistics.stored import Sheet

__all__ = ["Grid", "Is"]

_FIRST_YEAR, _LAST_YEAR = 1500, 2150


class Is(enum.IntEnum):
    """What a cell is."""

    EMPTY = 0
    WORDS = 1
    NUMBER = 2
    MARK = 3


class Grid:
    """The cells of a sheet by row and column, from 0; a cell beyond the last is empty."""

    def __init__(self, sheet: Sheet, marks: Marks) -> None:
        """MARKS are those of the release."""
        self.sheet, self.marks = sheet, marks
        self.cells = [sheet.cells(row) for row in range(len(sheet))]
        self.kinds = [[self._kind(cell) for cell in row] for row in self.cells]
        self.width = max((len(row) for row in self.cells), default=0)

    def reads(self, marks: Marks) -> bool:
        """Whether some of its cells would be read as another kind by MARKS."""
        new = [
            mark for mark in marks.defined if self.marks.read(mark).value != marks.read(mark).value or self._odd(mark)
        ]
        return any(cell.strip().lower() in new for row in self.cells for cell in row) if new else False

    def _odd(self, mark: str) -> bool:
        return self.marks.read(mark) is NO_READING

    def __len__(self) -> int:
        return len(self.cells)

    def _kind(self, cell: str) -> Is:
        if not cell.strip():
            return Is.EMPTY
        reading = self.marks.read(cell.strip())
        if reading is NO_READING:
            return Is.WORDS
        return Is.MARK if reading.value is None else Is.NUMBER

    def said(self, row: int, column: int) -> str:
        """The words of a cell, without the space around them."""
        cells = self.cells[row]
        return cells[column].strip() if column < len(cells) else ""

    def kind(self, row: int, column: int) -> Is:
        """What a cell is."""
        kinds = self.kinds[row]
        return kinds[column] if column < len(kinds) else Is.EMPTY

    def filled(self, row: int) -> list[int]:
        """The columns of ROW that are not empty."""
        return [c for c, kind in enumerate(self.kinds[row]) if kind is not Is.EMPTY]

    def of_kind(self, row: int, *kinds: Is) -> list[int]:
        """The columns of ROW that are of one of KINDS."""
        return [c for c, kind in enumerate(self.kinds[row]) if kind in kinds]

    def step(self, row: int, column: int) -> int:
        """How far a cell's words are set in."""
        cells = self.cells[row]
        cell = cells[column] if column < len(cells) else ""
        return len(cell) - len(cell.lstrip())

    def is_time(self, row: int, column: int) -> bool:
        """Whether a cell is a time and nothing else; digits alone only as a year, or two in one ("201516")."""
        said = self.said(row, column)
        if said.isdigit():
            return (
                len(said) in (4, 6)
                and _FIRST_YEAR <= int(said[:4]) <= _LAST_YEAR
                and (len(said) == 4 or two_in_one(said))
            )
        return moment(said) is not None

    @cached_property
    def covered(self) -> dict[tuple[int, int], tuple[int, int]]:
        """The first cell of each cell that a merged one goes over."""
        found = {}
        for top, left, low, right in self.sheet.merged:
            if (low - top + 1) * (right - left + 1) > _LARGEST_MERGED:
                continue
            found.update({(r, c): (top, left) for r in range(top, low + 1) for c in range(left, right + 1)})
        return found

    def rows(self) -> Iterator[int]:
        """The numbers of its rows."""
        return iter(range(len(self.cells)))


_LARGEST_MERGED = 10_000
