"""A data file bound together out of several sheets, with the notes of each left among its rows.

A program that puts sheets one under another keeps their footnotes: rows with words where all others have a number, or
with nothing but a heading ("Footnotes:"), and with nothing in the rest of their cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.formats.statistics.readings import NO_READING, Marks
from corpus.patterns import regex
from corpus.records import Qualifier

__all__ = ["NO_NOTES", "NotesAmong", "notes_among"]

_TITLE = regex(r"(?:table |dataset )?title", re.IGNORECASE)
_SURE = 0.95
"""The share of rows that hold a number or a mark in a column of numbers, but for the rows of notes."""
_FEWEST_COLUMNS, _FEWEST_ROWS = 2, 3
_NUMBER, _NOTHING, _HIDDEN, _WORDS = range(4)


@dataclass(frozen=True, slots=True)
class NotesAmong:
    """The numbers of the rows of notes, each one's own words, and the title that one of them gives, or ""."""

    rows: tuple[int, ...]
    words: tuple[tuple[str, ...], ...]
    title: str = ""


NO_NOTES = NotesAmong((), ())


def notes_among(cells: Sequence[Sequence[str]], first: int) -> NotesAmong:
    """The rows of notes among the rows of CELLS, of which the first has the number FIRST; none where the columns do not
    prove that they are such."""
    marks = Marks()
    held = [[_held(cell, marks) for cell in row] for row in cells]
    width = max(map(len, held), default=0)
    columns = [[row[c] if c < len(row) else _NOTHING for row in held] for c in range(width)]
    counting = [c for c in range(width) if _FEWEST_ROWS <= columns[c].count(_NUMBER) < len(cells)]  # no years, no rows
    solid = [c for c in counting if _WORDS not in columns[c]]
    if len(solid) < _FEWEST_COLUMNS:
        return NO_NOTES
    bare = [all(c >= len(row) or row[c] == _NOTHING for c in solid) for row in held]
    filled = [n for n, one in enumerate(bare) if not one]
    mixed = [c for c in counting if c not in solid and _of_numbers([columns[c][n] for n in filled])]
    noted = {n for n, one in enumerate(bare) if one and any(columns[c][n] == _WORDS for c in mixed)}
    if len(noted) < _FEWEST_ROWS:
        return NO_NOTES
    run = _with_neighbours(noted, bare)
    words = tuple(tuple(_own_words(cells[n], held[n], {*solid, *mixed})) for n in run)
    titles = [said for one in words for key, *rest in [one or ("",)] if _TITLE.fullmatch(key) for said in rest]
    return NotesAmong(tuple(first + n for n in run), words, titles[0].rstrip(".") if titles else "")


def _held(cell: str, marks: Marks) -> int:
    said = cell.strip()
    reading = marks.read(said) if said else None
    if reading is None:
        return _NOTHING
    if reading is NO_READING:
        return _WORDS
    if reading.value is not None:
        return _NUMBER
    return _HIDDEN if reading.qualifier is Qualifier.SUPPRESSED else _NOTHING


def _of_numbers(held: Sequence[int]) -> bool:
    return bool(held) and sum(one != _WORDS for one in held) >= _SURE * len(held)


def _with_neighbours(noted: set[int], bare: Sequence[bool]) -> list[int]:
    """The rows NOTED, and those without a number that stand beside them."""
    found = set(noted)
    for step in (1, -1):
        for n in sorted(noted, reverse=step < 0):
            at = n + step
            while 0 <= at < len(bare) and bare[at] and at not in found:
                found.add(at)
                at += step
    return sorted(found)


def _own_words(row: Sequence[str], held: Sequence[int], counting: set[int]) -> list[str]:
    """The words of a row of notes: from its label to those in the first column of numbers."""
    last = max((c for c in counting if c < len(held) and held[c] == _WORDS), default=min(counting, default=0))
    said = (row[c].strip() for c in range(min(last + 1, len(row))) if held[c] != _NUMBER or c in counting)
    return [one for one in said if one and re.fullmatch(r"NA|n/a", one) is None]
