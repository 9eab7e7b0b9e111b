"""The calendar behind the words: quarters, financial years, seasons, and what early, mid and late cut from them."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from corpus.records import When

__all__ = [
    "MONTHS",
    "QUARTERS",
    "SEASONS",
    "WEEKDAYS",
    "around",
    "counted",
    "delta",
    "edge_of",
    "financial_of",
    "quarter_of",
    "season_of",
    "third_of",
]


_MONTH_NAMES = "january february march april may june july august september october november december"
MONTHS: dict[str, int] = {
    name[:size]: number for number, name in enumerate(_MONTH_NAMES.split(sep=" "), 1) for size in (3, len(name))
} | {"sept": 9}
"""The number of each month by its name and its usual short form, in small letters."""


_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS = {name[:size]: n for n, name in enumerate(_DAY_NAMES.split(sep=" ")) for size in (3, len(name))} | {
    "tues": 1, "thur": 3, "thurs": 3,
}  # fmt: skip
"""0 for Monday, by name and short form."""


SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "opening": 1, "closing": 4}
QUARTERS |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "1": 1, "2": 2, "3": 3, "4": 4}
QUARTERS |= {"one": 1, "two": 2, "three": 3, "four": 4}


def delta(unit: str, count: int) -> relativedelta:
    """COUNT days, weeks, months, quarters, years, decades or centuries."""
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
    if unit in days:
        return relativedelta(days=days[unit] * count)
    return relativedelta(months={"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit] * count)


def financial_of(year: int) -> When:
    """The financial year that begins on 1 April of YEAR."""
    return When(date(year, 4, 1), date(year + 1, 3, 31))


def quarter_of(year: int, number: int) -> When:
    """A quarter (1 to 4) of a calendar year."""
    return When(When.month(year, number * 3 - 2).first, When.month(year, number * 3).last)


def season_of(year: int, name: str) -> When:
    """Three months; winter begins in the December of its year."""
    first = date(year, SEASONS[name], 1)
    return When(first, first + relativedelta(months=3, days=-1))


def third_of(when: When, name: str) -> When:
    """Early, mid and late: days 1-10, 11-20 and the rest of a month; four months each of a year."""
    if (when.last - when.first).days < 40:
        first, last = when.first.replace(day=10), when.first.replace(day=20)
    elif (when.last - when.first).days < 400:
        first, last = (when.first + relativedelta(months=n, days=-1) for n in (4, 8))
    else:
        third = (when.last - when.first) / 3
        first, last = when.first + third, when.first + third * 2
    day = timedelta(days=1)
    return {"early": When(when.first, first), "mid": When(first + day, last), "late": When(last + day, when.last)}[name]


def edge_of(when: When, name: str) -> When:
    """The last day at the "end" or "close", the first at the "start" or "beginning"; the "middle" is a third."""
    if name == "middle":
        return third_of(when, "mid")
    return When.on(when.last if name in ("end", "close") else when.first)


def counted(when: When, count: int, unit: str, forward: bool) -> When:
    """COUNT units that end with the last day of WHEN, or begin with its first."""
    step = delta(unit, count)
    day = timedelta(days=1)
    return When(when.first, when.first + step - day) if forward else When(when.last + day - step, when.last)


def _opening(anchor: date, unit: str) -> date:
    if unit in ("week", "weekend", "fortnight"):
        return anchor - timedelta(days=anchor.weekday())
    month = {"month": anchor.month, "quarter": (anchor.month - 1) // 3 * 3 + 1}.get(unit, 1)
    year = {"decade": anchor.year // 10 * 10, "century": anchor.year // 100 * 100}.get(unit, anchor.year)
    return date(year, month, 1)


def around(anchor: date, unit: str, step: int, financial: bool = False) -> When:
    """The calendar week (from Monday), month, quarter, year, decade or century that holds the anchor, moved by STEP."""
    if unit == "year" and financial:
        return financial_of(anchor.year - (anchor.month < 4) + step)
    first = _opening(anchor, unit) + delta(unit, step)
    if unit == "weekend":
        return When(first + timedelta(days=5), first + timedelta(days=6))
    return When(first, first + delta(unit, 1) - timedelta(days=1))
