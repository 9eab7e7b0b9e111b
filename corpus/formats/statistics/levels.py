"""Columns of areas that are empty in the rows of larger areas, as a column of levels proves.

In a row of the level "national" the columns ``region_name`` and ``la_name`` are empty: that stands for all regions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.formats.statistics.columns import Column, Kind

__all__ = ["Levels"]


class Levels:
    """Which columns' empty cells are proved to stand for all, and which column of levels they settle in turn."""

    def __init__(self, proved: set[int], settled: set[int]) -> None:
        """PROVED and SETTLED are numbers of columns."""
        self._proved, self._settled = proved, settled

    @staticmethod
    def of(rows: Iterable[tuple[int, list[str]]], columns: Sequence[Column], kept: Sequence[Column]) -> Levels:
        """Seen over all ROWS of a table."""
        level = next((c for c in kept if c.kind is Kind.LEVEL), None)
        if level is None:
            return Levels(set(), set())
        others = [c.number for c in kept if c.kind is not Kind.LEVEL]
        patterns: dict[str, set[tuple[bool, ...]]] = {}
        for _, cells in rows:
            if len(cells) > level.number and cells[level.number].strip():
                pattern = tuple([n < len(cells) and bool(cells[n].strip()) for n in others])
                patterns.setdefault(cells[level.number].strip(), set()).add(pattern)
        if any(len(seen) != 1 for seen in patterns.values()):
            return Levels(*_in_part(patterns, others))
        whole = {name: next(iter(seen)) for name, seen in patterns.items()}
        settled = {level.number} if len(set(whole.values())) == len(whole) else set()
        return Levels(set(others), settled)

    def proved(self, column: Column) -> bool:
        """Whether an empty cell of COLUMN is proved to stand for all."""
        return column.number in self._proved

    def settled(self, column: Column) -> bool:
        """Whether COLUMN says nothing beyond which others are empty."""
        return column.number in self._settled


def _in_part(patterns: dict[str, set[tuple[bool, ...]]], others: Sequence[int]) -> tuple[set[int], set[int]]:
    """Only those columns that each level either always fills or never does."""
    sure = {n for at, n in enumerate(others) if all(len({p[at] for p in seen}) == 1 for seen in patterns.values())}
    return sure, set()
