"""A sheet whose headings stand a second time among its rows, as a printed list repeats them, or over a second table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpus.formats.statistics.stored import Sheet

__all__ = ["Again", "headed_again"]

_SMALLER = 2
"""What has so many times fewer rows under the second headings is a table of its own: of classes, after its bodies."""
_FEWEST_HEADINGS = 3


class Again(NamedTuple):
    """The last row of the first table, and the rows among it that only have its headings again."""

    last: int
    headings: tuple[int, ...] = ()
    cut: bool = False
    """Whether a smaller table follows."""


def headed_again(sheet: Sheet, header: int, last: int, said: Sequence[str]) -> Again:
    """Where the table of SHEET under the headings SAID, in the row HEADER, ends before the row LAST: before a smaller
    table that has the same headings, or words alone that fill no column of labels."""
    if len(said) < _FEWEST_HEADINGS:
        return Again(last)
    again = [row for row in range(header + 1, last + 1) if _headings(sheet, row, said)]
    if not again:
        return Again(last)
    if len(again) == 1 and (last - again[0]) * _SMALLER < again[0] - header:
        return Again(again[0] - 1, (), cut=True)
    return Again(last, tuple(again))


def _headings(sheet: Sheet, row: int, said: Sequence[str]) -> bool:
    first = next(one for one in said if one)
    if first not in sheet.line(row):
        return False
    return [cell.strip() for cell in sheet.cells(row)][: len(said)] == list(said)
