"""Columns that are years, of which a title says in which season of each the table counts ("Wales, spring 1990-1999").

A count of one night in an autumn is no count of a year: its times are then called as people ask for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.cube import Code, Dataset, Role
from corpus.extract.calendars import SEASONS, season_of
from corpus.patterns import regex
from corpus.records import Nature, Period

__all__ = ["in_season"]

_ONE = rf"(?:{'|'.join(SEASONS)})"
_SEASONS = regex(
    rf"\b(?P<season>{_ONE})\s+(?P<first>(?:19|20)\d\d)\s*(?:-|\u2013|to|until|and)\s*(?:(?P<again>{_ONE})\s+)?"
    r"(?P<last>(?:19|20)\d\d|\d\d)(?![-/\d])",
    re.IGNORECASE,
)
_AT_ONCE = regex(r"\bsnapshots?\b|\b(?:a|one|single) (?:single )?(?:night|day|date)\b", re.IGNORECASE)
"""What says that what there was was counted once, and not what came over a season."""


def in_season(made: Dataset, titles: Sequence[str]) -> Dataset:
    """MADE with its years read as that season of each of them, where TITLES say of which they are, and of no other."""
    found = [m for line in titles for m in _SEASONS.finditer(line)]
    named = {m[g].lower() for m in found for g in ("season", "again") if m[g]}
    times = [c for d in made.dimensions if d.role is Role.TIME for c in d.codes]
    years = [_year(code) for code in times]
    if len(named) != 1 or not times or not all(any(_holds(m, year) for m in found) for year in years):
        return made
    (season,) = named
    dimensions = tuple(
        replace(d, codes=tuple(_of(c, season) for c in d.codes)) if d.role is Role.TIME else d for d in made.dimensions
    )
    once = made.nature is Nature.UNKNOWN and _says(_AT_ONCE, (*titles, *(words for _, words in made.notes)))
    return replace(made, dimensions=dimensions, nature=Nature.STOCK if once else made.nature)


def _says(pattern: re.Pattern[str], lines: Iterable[str]) -> bool:
    return any(pattern.search(line) for line in lines)


def _year(code: Code) -> int | None:
    """The calendar year that a time is, and is called; None of any other."""
    whole = code.words.strip()
    return int(whole) if re.fullmatch(r"(?:19|20)\d\d", whole) else None


def _holds(said: re.Match[str], year: int | None) -> bool:
    """Whether a YEAR is one of those from the first that is SAID to the last."""
    first = int(said["first"])
    last = int(said["last"]) if len(said["last"]) == 4 else first - first % 100 + int(said["last"])
    return year is not None and first <= year <= last


def _of(code: Code, season: str) -> Code:
    when = season_of(int(code.words), season)
    words = f"{season} {code.words.strip()}"
    return replace(code, words=words, period=Period(when.first, when.last, words), as_at=None)
