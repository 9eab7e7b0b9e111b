"""What a table's heading or label says of time: a day, a month, a quarter, a year of one of three kinds, or a stretch.

A year told over two ("2016/17") is a financial one, from 1 April, unless its heading or the column beside it calls it
an academic one, from 1 September. A date whose day and month may be swapped is not guessed at: see :func:`order_of`.
"""

from __future__ import annotations

import enum
import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from corpus.extract.headings import heading
from corpus.patterns import regex
from corpus.records import Period, When

__all__ = [
    "UNSTYLED",
    "Moment",
    "Order",
    "Style",
    "Year",
    "as_when",
    "moment",
    "month_number",
    "months_from",
    "order_of",
    "partly",
    "quarter_number",
    "quarter_within",
    "style_of",
    "two_in_one",
    "within",
    "year_of",
]


class Year(enum.StrEnum):
    """When a year begins."""

    CALENDAR = "calendar"
    FINANCIAL = "financial"
    ACADEMIC = "academic"


class Order(enum.StrEnum):
    """In which order a date that is told in numbers has its parts."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNTOLD = "untold"
    """Each may be either, or some are the one and some the other."""


class Moment(NamedTuple):
    """A time that a label tells: ``day`` for one day, else ``period``; its ``words`` as they are shown."""

    words: str
    period: Period | None = None
    day: date | None = None

    def called(self, words: str) -> Moment:
        """The same time, shown as WORDS."""
        period = replace(self.period, words=words) if self.period is not None else None
        return self._replace(words=words, period=period)


_BEGINS = {Year.CALENDAR: 1, Year.FINANCIAL: 4, Year.ACADEMIC: 9}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_M = r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep)[a-z]*\.?|(?P<m2>oct|nov|dec)[a-z]*\.?"
_Y = r"(?P<y>(?:1[6-9]|20)[0-9]{2})"
_ISO = regex(rf"{_Y}-(?P<mm>[01][0-9])-(?P<dd>[0-3][0-9])(?:[T ][0-9:.]+Z?)?")
_NUMERIC = regex(r"(?P<a>[0-3]?[0-9])[/.-](?P<b>[0-3]?[0-9])[/.-](?P<y>(?:1[6-9]|20)?[0-9]{2})")
_ONE = regex(_Y)
_TWO = regex(rf"{_Y}\s?[/\u2013-]\s?(?P<e>[0-9]{{2}}|[0-9]{{4}})")
_TO = regex(rf"{_Y} to (?P<e>(?:1[6-9]|20)[0-9]{{2}})")
_ENDING = regex(rf"FYE ?{_Y}")
_SHORT = regex(r"(?P<y>[0-9]{2})/(?P<e>[0-9]{2})[^\w/.,-]*")
_OLDEST = 60
"""The first of the years told by two figures that are of the last century."""
_LONGEST = 80
_LEAST_MONTHS = 4
_JOINED = regex(r"(?P<y>(?:1[89]|20)[0-9]{2})(?P<e>[0-9]{2})")
_QUARTERED = regex(
    rf"(?P<years>{_Y}(?:\s?[/\u2013-]\s?[0-9]{{2,4}})?)[\s,-]*(?:Q|Quarter ?|Qtr ?)(?P<q>[1-4])", re.IGNORECASE
)
_QUARTER_OF = regex(
    rf"(?:Q|Quarter ?|Qtr ?)(?P<q>[1-4])[\s,-]*(?P<years>{_Y}(?:\s?[/\u2013-]\s?[0-9]{{2,4}})?)", re.IGNORECASE
)
_NUMBERED_QUARTER = regex(rf"(?P<years>{_Y})\s?[/.:-]\s?(?P<q>[1-4])")
_YEAR_MONTH = regex(rf"{_Y}[\s-]*(?:{_M})", re.IGNORECASE)
_MONTH_YEAR = regex(rf"(?:{_M})[\s,-]*{_Y}", re.IGNORECASE)
_MONTH_SHORT = regex(rf"(?:{_M})[\s'\u2019-]+(?P<yy>[0-9]{{2}})", re.IGNORECASE)
_NUMBERED_MONTH = regex(rf"{_Y}-?(?P<mm>0[1-9]|1[0-2])|(?P<mm2>0[1-9]|1[0-2])/(?P<y2>(?:1[6-9]|20)[0-9]{{2}})")
_QUARTER = regex(r"(?:Q|Quarter ?|Qtr ?)?(?P<q>[1-4])(?:st|nd|rd|th)?(?: quarter)?", re.IGNORECASE)
_MONTH_NAME = regex(rf"(?:{_M})", re.IGNORECASE)
_MARK = r"[*\u2020\u2021\u00a7\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+"
_MARKED = regex(rf"(?<=[a-z])\s*{_MARK}\s*(?={_Y}$)|(?<=[a-z])\s*{_MARK}$", re.IGNORECASE)
"""The mark of a note after a month's name ("Dec\u2020 2022"), which is no part of the time."""
_ARROW = regex(r"(?<=[0-9])\s*(?:-+>|\u2192)$")
"""The mark behind a year at which a series breaks off and goes on otherwise ("2016 ->")."""
_KINDS = regex(r"\b(?:(?P<a>academic|school)|(?P<f>financial|fiscal|tax|FY)|(?P<c>calendar))\b", re.IGNORECASE)


def year_of(said: str) -> Year | None:
    """The kind of year that a heading or label names ("Financial year", "academic year")."""
    found = _KINDS.search(said)
    if found is None:
        return None
    return {"a": Year.ACADEMIC, "f": Year.FINANCIAL, "c": Year.CALENDAR}[found.lastgroup or "c"]


def months_from(year: int, month: int, count: int) -> tuple[date, date]:
    """The first and last day of COUNT months from MONTH of YEAR."""
    end = year * 12 + month - 2 + count
    last_year, last_month = divmod(end, 12)
    return date(year, month, 1), date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])


def quarter_number(said: str) -> int | None:
    """1 to 4, of a label that names a quarter without its year ("1", "Q1", "Jan to Mar")."""
    found = _QUARTER.fullmatch(said.strip())
    if found:
        return int(found["q"])
    first = _first_month(said)
    return first // 3 + 1 if first else None


_FROM_TO = regex(r"\s+to\s+|\s?[-\u2013]\s?", re.IGNORECASE)


def _first_month(said: str) -> int | None:
    """The month that a quarter called by its months begins with ("October to December": 10)."""
    ends = [month_number(part) for part in _FROM_TO.split(said.strip())]
    if len(ends) == 2 and ends[0] and ends[1] == ends[0] + 2 and ends[0] % 3 == 1:
        return ends[0]
    return None


def month_number(said: str) -> int | None:
    """1 to 12, of a label that names a month without its year ("January", "Sept", "9")."""
    words = _MARKED.sub("", said.strip()).strip()
    if words.isascii() and words.isdigit():
        return int(words) if len(words) <= 2 and 1 <= int(words) <= 12 else None
    found = _MONTH_NAME.fullmatch(words)
    return _month(found) if found and len(words) >= 3 else None


_PARTLY = regex(rf"{_Y}\s*[*\u2020]*\s*\([^()]*\b(?:only|to|until|up to|onwards|from)\b[^()]*\)", re.IGNORECASE)


def partly(label: str) -> Moment | None:
    """A label that names a part of a year in words ("2022 (Jan-Mar only)"): a time that is of no whole year."""
    return Moment(label.strip()) if _PARTLY.fullmatch(label.strip()) else None


def order_of(labels: Iterable[str]) -> Order:
    """The order that those of LABELS prove that cannot be read in two ways; UNTOLD where none does, or they differ."""
    proved = {order for label in labels if (order := _proved(label)) is not None}
    return proved.pop() if len(proved) == 1 else Order.UNTOLD


def _proved(label: str) -> Order | None:
    found = _NUMERIC.fullmatch(label.strip())
    if found is None or (int(found["a"]) > 12) == (int(found["b"]) > 12):
        return None
    return Order.DAY_FIRST if int(found["a"]) > 12 else Order.MONTH_FIRST


class Style(NamedTuple):
    """How a column's times are written: what its heading calls its years, and what its labels prove together."""

    kind: Year | None = None
    order: Order = Order.UNTOLD
    joined: bool = False
    """Whether "201617" is a time here, and no number."""
    monthly: bool = False
    """Whether "2010-11" is a November, since others beside it can only be months."""
    firsts: bool = False
    """Whether "2018-05-01" is the month of May, since the labels beside it are the first days of the next months."""
    stepped: bool = False
    """Whether "2009 to 2010" is one year told over two, since the next begins with 2010."""
    quarterly: bool = False
    """Whether "2008/4" is the fourth quarter of 2008: the heading says that these are quarters."""
    short: bool = False
    """Whether "08/09" is a year told over two, since "09/10" stands beside it: no days and no months run so."""


UNSTYLED = Style()


def style_of(said: str, labels: Iterable[str]) -> Style:
    """The style of a column that is headed SAID and holds LABELS."""
    held = [" ".join(label.split()) for label in labels]
    months = [m for label in held if (m := _NUMBERED_MONTH.fullmatch(label)) and "-" in label and m["y"]]
    monthly = any(int(m["mm"]) != (int(m["y"]) + 1) % 100 for m in months)
    spans = {(int(m["y"]), int(m["e"])) for label in held if (m := _TO.fullmatch(label))}
    stepped = bool(spans) and all(e == y + 1 for y, e in spans) and any((e, e + 1) in spans for _, e in spans)
    joined = _run_together([label for label in held if label])
    quarterly = _QUARTERS.search(said) is not None
    short = _short_years(held)
    called = {kind for label in held if short and (kind := year_of(label))}
    kind = year_of(said) or (called.pop() if len(called) == 1 else None)
    return Style(kind, order_of(held), joined, monthly, _month_by_month(held), stepped, quarterly, short)


def _run_together(labels: list[str]) -> bool:
    """Whether the LABELS that are numbers are years run together: all labels are, or several, one after another."""
    bare = dict.fromkeys(label for label in labels if label.isdigit())
    if not all(map(two_in_one, bare)):
        return False
    first = [int(label[:4]) for label in bare]
    return len(bare) == len(set(labels)) > 0 or (
        len(first) >= _LEAST_RUN_TOGETHER and all(b - a == 1 for a, b in pairwise(sorted(first)))
    )


_LEAST_RUN_TOGETHER = 3


def _short_years(labels: Iterable[str]) -> bool:
    """Whether those of LABELS that are two short numbers each are years told over two, one after another."""
    said = [part for label in labels if (part := _SHORT.fullmatch(_KIND_WORDS.sub("", label).strip(" ,:()")))]
    ends = {(int(part["y"]), int(part["e"])) for part in said}
    return all(e == (y + 1) % 100 for y, e in ends) and any((e, (e + 1) % 100) in ends for _, e in ends)


_QUARTERS = regex(r"\b(?:quarter|qtr)s?\b", re.IGNORECASE)


def _month_by_month(labels: list[str]) -> bool:
    firsts = [m for label in labels if (m := _ISO.fullmatch(label)) and m["dd"] == "01"]
    if len(firsts) < _LEAST_MONTHS or len(firsts) < len(labels):
        return False
    months = sorted({int(m["y"]) * 12 + int(m["mm"]) for m in firsts})
    return len(months) >= _LEAST_MONTHS and months[-1] - months[0] == len(months) - 1


def two_in_one(label: str) -> bool:
    """Whether LABEL may be two years run together ("201617")."""
    found = _JOINED.fullmatch(label)
    return found is not None and int(found["e"]) == (int(found["y"]) + 1) % 100


@lru_cache(maxsize=20_000)
def moment(said: str, style: Style = UNSTYLED) -> Moment | None:
    """The time that SAID tells and nothing else; None where it is no time, or may be either of two."""
    words = " ".join(_ARROW.sub("", _MARKED.sub(" ", said)).split())
    if not words or len(words) > _LONGEST or not any(c.isdigit() for c in words):
        return None
    if _NUMERIC.fullmatch(words):
        return _numeric(words, style.order)
    iso = _ISO.fullmatch(words)
    if iso and style.firsts and iso["dd"] == "01":
        first, last = months_from(int(iso["y"]), int(iso["mm"]), 1)
        return Moment(f"{first:%B %Y}", Period(first, last, f"{first:%B %Y}"))
    if iso:
        return _day(words, int(iso["y"]), int(iso["mm"]), int(iso["dd"]))
    month = _NUMBERED_MONTH.fullmatch(words) if style.monthly else None
    plain = (_monthly(words, month) if month else _yeared(words, style)) or _divided(words, style)
    return plain or _of_kind(words, style) or _told(words)


_KIND_WORDS = regex(r"\b(?:academic|school|financial|fiscal|tax|calendar) years?\b", re.IGNORECASE)


def _of_kind(words: str, style: Style) -> Moment | None:
    """A year that says itself of which kind it is ("Academic year 2019/20", "2019/20 school year")."""
    rest = _KIND_WORDS.sub("", words, count=1).strip(" ,:()")
    kind = year_of(words) if rest != words else None
    year = _yeared(rest, Style(kind, short=style.short)) if kind is not None else None
    if year is None or year.period is None or _SHORT.fullmatch(rest):
        return year
    return year.called(words)


def _numeric(words: str, order: Order) -> Moment | None:
    found = _NUMERIC.fullmatch(words)
    order = _proved(words) or order
    if found is None or (order is Order.UNTOLD and int(found["a"]) != int(found["b"])):
        return None
    a, b = int(found["a"]), int(found["b"])
    day, month = (b, a) if order is Order.MONTH_FIRST else (a, b)
    year = int(found["y"]) + (2000 if len(found["y"]) == 2 else 0)
    return _day(words, year, month, day)


def _day(words: str, year: int, month: int, day: int) -> Moment | None:
    try:
        return Moment(words, day=date(year, month, day))
    except ValueError:
        return None


def _yeared(words: str, style: Style) -> Moment | None:
    short = _SHORT.fullmatch(words) if style.short else None
    if short:
        first = int(short["y"]) + (1900 if int(short["y"]) >= _OLDEST else 2000)
        shown = f"{first}/{short['e']}"
        return Moment(shown, _year(first, style.kind or Year.FINANCIAL, shown))
    if _ONE.fullmatch(words):
        calendar = style.kind in (None, Year.CALENDAR)
        return Moment(words, _year(int(words), Year.CALENDAR, words) if calendar else None)
    ending = _ENDING.fullmatch(words)
    if ending:
        return Moment(words, _year(int(ending["y"]) - 1, Year.FINANCIAL, words))
    two = _TWO.fullmatch(words) or (_JOINED.fullmatch(words) if style.joined else None)
    two = two or (_TO.fullmatch(words) if style.stepped or style.kind else None)
    if two is None or int(two["e"]) % 100 != (int(two["y"]) + 1) % 100:
        return None
    shown = f"{two['y']}/{two['e']}" if words.isdigit() else words
    return Moment(shown, _year(int(two["y"]), style.kind or Year.FINANCIAL, shown))


def _year(year: int, kind: Year, words: str) -> Period:
    return Period(*months_from(year, _BEGINS[kind], 12), words)


def _divided(words: str, style: Style) -> Moment | None:
    """A quarter or a month of a year."""
    quarter = _QUARTERED.fullmatch(words) or _QUARTER_OF.fullmatch(words)
    quarter = quarter or (_NUMBERED_QUARTER.fullmatch(words) if style.quarterly else None)
    if quarter:
        year = moment(quarter["years"], style)
        return within(year, words, quarter=int(quarter["q"])) if year else None
    for pattern in (_YEAR_MONTH, _MONTH_YEAR, _MONTH_SHORT, _NUMBERED_MONTH):
        found = pattern.fullmatch(words)
        if found:
            return _monthly(words, found)
    return None


def _monthly(words: str, found: re.Match[str]) -> Moment:
    parts = found.groupdict()
    year = int(parts.get("y") or parts.get("y2") or f"20{parts['yy']}")
    number = int(parts.get("mm") or parts.get("mm2") or 0) or _month(found)
    return Moment(words, Period(*months_from(year, number, 1), words))


def _month(found: re.Match[str]) -> int:
    return _MONTHS.index((found["m"] or found["m2"])[:3].lower()) + 1


def within(year: Moment, words: str, quarter: int = 0, month: int = 0) -> Moment | None:
    """The QUARTER, counted from the year's beginning, or the calendar's MONTH, of the YEAR."""
    if year.period is None or year.period.start is None:
        return None
    start = year.period.start
    begins = start.month - 1 + 3 * (quarter - 1) if quarter else month - 1 + 12 * (month < start.month)
    first = start.year + begins // 12
    return Moment(words, Period(*months_from(first, begins % 12 + 1, 3 if quarter else 1), words))


def quarter_within(year: Moment, said: str) -> Moment | None:
    """The quarter of YEAR that SAID names: by its number, counted from the year's beginning, or by its months.

    "April to June" is the first quarter of a financial year, and the second of a calendar one.
    """
    number, first = quarter_number(said), _first_month(said)
    if first is None:
        return within(year, f"{year.words} Q{number}", quarter=number) if number else None
    if year.period is None or year.period.start is None:
        return None
    begins = year.period.start
    words = f"{year.words} Q{number}" if begins.month == 1 else f"{said.strip()} {year.words}"
    return Moment(words, Period(*months_from(begins.year + (first < begins.month), first, 3), words))


def _told(words: str) -> Moment | None:
    """A time in words ("Year ending March 2019", "Jan to Mar 1997", "30 September 2019")."""
    said = heading(words, None)
    if said.words or said.changes or said.unit:
        return None
    if said.as_at is not None and said.as_at.exact:
        return Moment(words, day=said.as_at.first)
    if said.period is None or said.period.start is None or said.period.end is None:
        return None
    return Moment(words, Period(said.period.start, said.period.end, words))


def as_when(one: Moment) -> When | None:
    """The moment as a date: its day, else all of its period."""
    if one.day is not None:
        return When.on(one.day)
    if one.period is None or one.period.start is None or one.period.end is None:
        return None
    return When(one.period.start, one.period.end)
