"""Columns that are years, of which a title says on which day each ends: "as at 31 March", "years ending 31 March"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from corpus.cube import Code, Dataset, Role
from corpus.formats.statistics.moments import month_number
from corpus.patterns import regex
from corpus.records import Nature, Period, When

__all__ = ["YEAR_ENDING", "ending", "on_day"]

YEAR_ENDING = "year ending "
"""How a year is called of which a title says on which day it ends."""

_ON = regex(
    r"\b(?:as\s+)?(?:at|on)\s+(?:the\s+)?(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?\s+(?P<month>[A-Z][a-z]{2,8})\b(?!\s*,?\s*[0-9]{2})"
)


def on_day(made: Dataset, titles: Sequence[str]) -> Dataset:
    """MADE with its years read as that day of each of them, where TITLES say that it is counted on one."""
    found = [m for line in titles for m in _ON.finditer(line)]
    days = {(month_number(m["month"]) or 0, int(m["day"])) for m in found}
    if made.nature is Nature.FLOW or len(days) != 1:
        return made
    ((month, day),) = days
    times = [c for d in made.dimensions if d.role is Role.TIME for c in d.codes]
    if not times or not all(map(_is_year, times)):
        return made
    dimensions = tuple(
        replace(d, codes=tuple(_on(c, month, day) for c in d.codes)) if d.role is Role.TIME else d
        for d in made.dimensions
    )
    return replace(made, dimensions=dimensions, nature=Nature.STOCK)


_ENDING = regex(
    r"\b[Yy]ears?\s+(?:ending|ended|to)\s+(?:(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?\s+)?(?P<month>[A-Z][a-z]{2,8})\b"
    r"(?!\s*,?\s*[0-9]{2})"
)


def ending(made: Dataset, titles: Sequence[str]) -> Dataset:
    """MADE with its years read as those that end on the day that TITLES, or the heading of its times, say ("years
    ending 31 March"); so with the days under a heading "Year ending"."""
    if (of_days := _up_to_days(made)) is not None:
        return of_days
    heads = [d.name for d in made.dimensions if d.role is Role.TIME]
    found = [m for line in (*titles, *heads) for m in _ENDING.finditer(line)]
    ends = {(month_number(m["month"]) or 0, int(m["day"] or 0)) for m in found}
    times = [c for d in made.dimensions if d.role is Role.TIME for c in d.codes]
    if len({month for month, _ in ends}) != 1 or not times or not all(map(_is_year, times)):
        return made
    month, day = max(ends)
    if not month or (month, day) in ((12, 0), (12, 31)):
        return made
    dimensions = tuple(
        replace(d, codes=tuple(_to(c, month, day) for c in d.codes)) if d.role is Role.TIME else d
        for d in made.dimensions
    )
    return replace(made, dimensions=dimensions, nature=Nature.FLOW)


_UP_TO = regex(r"(?:years?|(?:rolling )?(?:12|twelve) months) (?:ending|ended|to)(?: date)?|ytd", re.IGNORECASE)
_TO_DATE = regex(r"ytd|.* to date", re.IGNORECASE)
"""What runs on from the beginning of a year, and is all of that year on its last day alone."""
_LAST_DAYS = ({(3, 31)}, {(12, 31)})
"""The last day of financial and of calendar years."""


def _up_to_days(made: Dataset) -> Dataset | None:
    """MADE with the days under a heading "Year ending" read as the twelve months to them; None where it has none.

    Of a day "to date" that is no year's last, it is not known which months it is of.
    """
    time = next((d for d in made.dimensions if d.role is Role.TIME), None)
    if time is None or made.nature is Nature.STOCK or not _UP_TO.fullmatch(time.name):
        return None
    days = [c.as_at.first for c in time.codes if c.as_at is not None and c.as_at.exact]
    if len(days) < len(time.codes):
        return None
    if _TO_DATE.fullmatch(time.name) and {(d.month, d.day) for d in days} not in _LAST_DAYS:
        codes = tuple(replace(c, as_at=None) for c in time.codes)
    else:
        codes = tuple(_year_to(c, day) for c, day in zip(time.codes, days, strict=True))
    dimensions = tuple(replace(d, codes=codes) if d is time else d for d in made.dimensions)
    return replace(made, dimensions=dimensions, nature=Nature.FLOW)


def _to(code: Code, month: int, day: int) -> Code:
    """A year as the twelve months that end on that day of it."""
    assert code.period is not None
    assert code.period.start is not None
    year = code.period.start.year
    last = monthrange(year, month)[1]
    return _year_to(code, date(year, month, min(day or last, last)))


def _year_to(code: Code, end: date) -> Code:
    """CODE as the twelve months that end on END."""
    last = monthrange(end.year, end.month)[1]
    before = monthrange(end.year - 1, end.month)[1]
    start = date(end.year - 1, end.month, before if end.day == last else min(end.day, before))
    words = f"{YEAR_ENDING}{end.day} {end:%B} {end.year}"
    return replace(code, words=words, period=Period(start + timedelta(days=1), end, words), as_at=None)


def _is_year(code: Code) -> bool:
    period = code.period
    if period is None or period.start is None or period.end is None:
        return False
    return (period.start.year, period.start.month, period.start.day) == (period.end.year, 1, 1) and (
        period.end.month,
        period.end.day,
    ) == (12, 31)


def _on(code: Code, month: int, day: int) -> Code:
    assert code.period is not None
    assert code.period.start is not None
    try:
        when = date(code.period.start.year, month, day)
    except ValueError:
        return code
    return replace(code, period=None, as_at=When.on(when))
