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

__all__ = ["YEAR_ENDING", "ending", "is_year", "on_day", "year_to"]

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
    if not times or not all(map(is_year, times)):
        return made
    dimensions = tuple(
        replace(d, codes=tuple(_on(c, month, day) for c in d.codes)) if d.role is Role.TIME else d
        for d in made.dimensions
    )
    return replace(made, dimensions=dimensions, nature=Nature.STOCK)


_MONTH = r"(?P<month>[A-Z][a-z]{2,8})\b"
_DAY = r"(?:[0-3]?[0-9](?:st|nd|rd|th)?\s+)?"
_YEAR_TO = r"(?:[Yy]ears?|(?:12|[Tt]welve)[\s-]months?(?:\s+periods?)?)\s+(?:ending|ended|to)\s+"
_ENDING = regex(
    rf"\b{_YEAR_TO}(?:(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?\s+)?{_MONTH}"
    r"(?:(?!\s*,?\s*[0-9]{2})"
    rf"|\s+(?P<first>[0-9]{{4}})\s*(?:to|and|[-\u2013])\s*(?:the\s+)?(?:{_YEAR_TO})?{_DAY}(?:(?P=month)\s+)?(?P<last>[0-9]{{4}})\b)"
)
"""On which day years end, be it of all of them or from a first to a last ("years ending March 2019 to 2024")."""


def ending(made: Dataset, titles: Sequence[str]) -> Dataset:
    """MADE with its years read as those that end on the day that TITLES, or the heading of its times, say ("years
    ending 31 March")."""
    heads = [d.name for d in made.dimensions if d.role is Role.TIME]
    times = [c for d in made.dimensions if d.role is Role.TIME for c in d.codes]
    if not times or not all(map(is_year, times)):
        return made
    found = [m for line in (*titles, *heads) for m in _ENDING.finditer(line) if _spans(m, times)]
    ends = {(month_number(m["month"]) or 0, int(m["day"] or 0)) for m in found}
    if len({month for month, _ in ends}) != 1:
        return made
    month, day = max(ends)
    if not month or (month, day) in ((12, 0), (12, 31)):
        return made
    dimensions = tuple(
        replace(d, codes=tuple(year_to(c, month, day) for c in d.codes)) if d.role is Role.TIME else d
        for d in made.dimensions
    )
    return replace(made, dimensions=dimensions, nature=Nature.FLOW)


def _spans(said: re.Match[str], times: Sequence[Code]) -> bool:
    """Whether what a title has SAID is of the years TIMES: of any, or from the first of them to the last."""
    years = [c.period.start.year for c in times if c.period is not None and c.period.start is not None]
    return said["first"] is None or (int(said["first"]), int(said["last"])) == (min(years), max(years))


def year_to(code: Code, month: int, day: int) -> Code:
    """A year as the twelve months that end on that day of it."""
    assert code.period is not None
    assert code.period.start is not None
    year = code.period.start.year
    last = monthrange(year, month)[1]
    end = date(year, month, min(day or last, last))
    start = date(year - 1, month, min(end.day, monthrange(year - 1, month)[1]))
    if end.day == last:
        start = date(year - 1, month, monthrange(year - 1, month)[1])
    words = f"{YEAR_ENDING}{end.day} {end:%B} {year}"
    return replace(code, words=words, period=Period(start + timedelta(days=1), end, words))


def is_year(code: Code) -> bool:
    """Whether a time is one whole calendar year."""
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
