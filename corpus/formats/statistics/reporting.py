"""Reporting years: a column beside the year calls it so, and its end is on the day that the table itself is counted at,
or on the one at which all that is known of its subject is collected.

A release of the kind has ``time_period`` 2024, ``time_identifier`` "Reporting year", and "on 31 March each year" in a
heading or a label: its year 2024 is the one that ended on 31 March 2024, and a stock of it was counted on that day.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from corpus.cube import Code, Dataset, Role
from corpus.formats.statistics.moments import month_number
from corpus.formats.statistics.vocabulary import vocabulary, worded
from corpus.formats.statistics.yearly import is_year, year_to
from corpus.patterns import regex

__all__ = ["reported"]

_REPORTING = regex(r"reporting years?", re.IGNORECASE)
_EACH_YEAR = regex(
    r"\b(?:at|on) (?:the )?(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)? (?P<month>[A-Za-z]{3,9})\b(?! ?,? ?[0-9]{2})",
    re.IGNORECASE,
)


def reported(made: Dataset, beside: Iterable[Collection[str]], headings: Sequence[str]) -> Dataset:
    """MADE with its years read as those that end on its day, where what stands BESIDE each calls it a reporting year;
    HEADINGS are those of its columns."""
    times = [c for d in made.dimensions if d.role is Role.TIME for c in d.codes]
    called = [any(_REPORTING.fullmatch(cell.strip()) for cell in cells) for cells in beside]
    if not called or not all(called) or not times or not all(map(is_year, times)):
        return made
    day = _day_of(made, headings)
    if day is None:
        return made
    dimensions = tuple(
        replace(d, codes=tuple(_to(c, *day) for c in d.codes)) if d.role is Role.TIME else d for d in made.dimensions
    )
    return replace(made, dimensions=dimensions)


def _to(code: Code, month: int, day: int) -> Code:
    return code if (month, day) == (12, 31) else year_to(code, month, day)


def _day_of(made: Dataset, headings: Sequence[str]) -> tuple[int, int] | None:
    """The month and the day that a table says that it is counted at, else those of its subject; None of no one day."""
    labels = (c.words for d in made.dimensions if d.role is not Role.TIME for c in d.codes)
    said = {day for words in (made.title, *map(worded, headings), *labels) for day in _days(words)}
    if said:
        return said.pop() if len(said) == 1 else None
    told = ". ".join((made.title, *map(worded, headings)))
    known = {day for words, day in vocabulary().reporting if words.search(told)}
    return known.pop() if len(known) == 1 else None


def _days(words: str) -> list[tuple[int, int]]:
    found = ((month_number(m["month"]), int(m["day"])) for m in _EACH_YEAR.finditer(words))
    return [(month, day) for month, day in found if month]
