"""A table as it was found on a page, and the words that tell it from prose: its cells are mostly numbers and marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from corpus.formats.blocks import Grid, GridRow
from corpus.formats.page.words import Box
from corpus.patterns import regex

__all__ = [
    "A_FIGURE",
    "GUESSES",
    "MIXED",
    "NO_HEADINGS",
    "NO_LABEL",
    "OF_ALL",
    "PARTED",
    "SAME_LABEL",
    "SHARED",
    "UNHEADED",
    "Found",
    "Line",
    "carried",
    "is_value",
    "is_year",
    "names_years",
    "number_of",
    "rows_of",
]

_NUMBER = (
    r"[(<>~\u2264\u2265]?[-\u2212\u2013+]?[\u00a3$\u20ac]?[-\u2212\u2013+]?(?:\d[\d,.]*|\.\d+)(?:\s?%|\)|[kmbn]{1,2})*"
)
_MARKS = r"(?:\s?(?:[*\u2020\u2021]+|[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+|\[[a-z0-9]{1,3}\]|[a-z]))?"
_VALUE = regex(rf"{_NUMBER}(?:\s?\({_NUMBER}\))?{_MARKS}", re.IGNORECASE)
_NONE = regex(r"[-\u2013\u2014:*.~]{1,3}|\[[a-z]\]|n/?a|nil", re.IGNORECASE)
_DIGITS = regex(r"-?[\d,]*\.?\d+%?")


def is_value(words: str) -> bool:
    """Whether WORDS are what stands in a table's cell: a number, or a mark for one that is not given."""
    return bool(_VALUE.fullmatch(words) or _NONE.fullmatch(words))


def is_year(words: str) -> bool:
    """Whether WORDS are a year, which may head a column."""
    return _YEAR.fullmatch(words) is not None


def names_years(values: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row's VALUES are the years that head its columns: one after another, and what stands BELOW is not."""
    if not all(map(_YEAR.fullmatch, values)) or all(map(_YEAR.fullmatch, below)):
        return False
    years = [int(v) for v, _ in groupby(values)]  # one year may stand over several columns
    steps = {b - a for a, b in pairwise(years)}
    return len(years) > 1 and len(steps) == 1


_YEAR = regex(r"(?:19|20)\d\d")


def number_of(words: str) -> float | None:
    """The number that WORDS are; None where they are something else."""
    bare = words.strip().lstrip("\u00a3$\u20ac").replace("\u2212", "-")
    return float(bare.rstrip("%").replace(",", "")) if _DIGITS.fullmatch(bare) else None


SHARED, UNHEADED = "several of its columns share one heading", "one of its columns has no heading"
NO_HEADINGS, A_FIGURE = "nothing heads its columns", "a figure stands where one of its columns should be headed"
MIXED, PARTED = "one of its columns holds more than numbers", "one of its labels may run over two lines"
NO_LABEL, SAME_LABEL = "one of its rows has no label", "several of its rows have the same label"
OF_ALL = "a total of all may stand under the heading of a part"
GUESSES = frozenset({SHARED, UNHEADED, NO_HEADINGS, A_FIGURE, MIXED, PARTED, NO_LABEL, SAME_LABEL, OF_ALL})
"""Doubts for which what a cell is would be a guess."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: a word for each column; ``spanning`` where it heads the rows below it."""

    cells: tuple[str, ...]
    spanning: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A table on a page: where it stands, the headings of each column from the top down, and its rows."""

    box: Box
    headings: tuple[tuple[str, ...], ...]
    lines: tuple[Line, ...]
    edges: tuple[float, ...] = ()
    """Where each column ends, in points."""

    def goes_on_in(self, other: Found) -> bool:
        """Whether OTHER, at the top of the next page, is the rest of this one: the same columns in the same places."""
        if len(self.headings) != len(other.headings):
            return False
        same = self.headings == other.headings or not any(other.headings)
        aligned = all(abs(a - b) <= 12 for a, b in zip(self.edges[1:], other.edges[1:], strict=False))
        return same and (aligned or (self.headings == other.headings and any(self.headings)))

    def grid(self, doubt: str) -> Grid:
        """Its headings, none where no column has any; DOUBT says why it is not sure which cell is which."""
        return Grid(self.headings if any(self.headings) else (), doubt, doubt in GUESSES)


def carried(rows: Iterable[Sequence[str]]) -> Iterator[Line]:
    """ROWS with a label that stands for the rows below it too said again in each ("Age": 0 to 44, 45 to 69)."""
    label = ""
    for row in rows:
        deeper = len(row) > 2 and row[1] and not is_value(row[1])
        cells = (label, *row[1:]) if not row[0] and deeper else tuple(row)
        label = cells[0]
        yield Line(cells)


def rows_of(found: Found, grid: Grid) -> list[GridRow]:
    """The rows of a table as blocks under the headings of GRID, its own or those of the page before."""
    return [GridRow(grid, _of_width(line.cells, len(found.headings)), line.spanning) for line in found.lines]


def _of_width(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))
