"""Dates that carry their own year ("26 April 2006", "26/04/2006", "Q3 2012", "2005-06"), and days without one."""

from __future__ import annotations

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from corpus.extract.scan import Scan
from corpus.records import When

__all__ = ["DIGIT_READERS", "MONTH", "READERS", "impossible_day"]
from corpus.extract.calendars import MONTHS, QUARTERS, financial_of, quarter_of, season_of
from corpus.extract.mentions import DateMention, Reader, matched, mentioned, pattern_of
from corpus.extract.year_words import is_year
from corpus.extract.yearless import days_of, to_come

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?P<y>1[6-9][0-9]{2}|20[0-9]{2})(?![0-9,]*[0-9])(?!\.[0-9])"
_ORD = r"(?:st|nd|rd|th)?"
_ISO = pattern_of(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9-])")
_SLASHED = pattern_of(r"([0-9]{1,2})([/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9/])(?!\.[0-9])")
_DAY_MONTH = pattern_of(
    rf"(?P<d>[0-9]{{1,2}}){_ORD}(?:(?:\s?[-\u2013/]\s?|\s+(?:to|and|or)\s+)(?P<d2>[0-9]{{1,2}}){_ORD})?"
    rf"[\s-]{{1,3}}(?:of\s+)?(?P<m>{MONTH})\b\.?(?:,?[\s-]{{1,3}}{_YEAR})?"
)
_MONTH_DAY = pattern_of(
    rf"(?P<m>{MONTH})\b\.?\s+(?:the\s+)?(?P<d>[0-9]{{1,2}}){_ORD}(?![0-9%]|:(?!\s+[^\W\d])|[.,][0-9]|\w)(?:,?\s+{_YEAR})?"
)
_MONTH_YEAR = pattern_of(rf"(?P<m>{MONTH})\b\.?(?:,?\s+(?:of\s+)?|-){_YEAR}")
_OF_THAT_YEAR = pattern_of(
    rf"(?:(?P<d>[0-9]{{1,2}}){_ORD}\s+(?:of\s+)?)?(?P<m>{MONTH})\b,?\s+(?:of\s+)?(?P<w>last|this|next)\s+year\b"
)
"""A month or a day with its year told from the day of writing: "November last year"."""
_YEARS = pattern_of(
    r"(?P<a>1[6-9][0-9]{2}|20[0-9]{2})\s?[-\u2013/]\s?(?P<b>(?:1[6-9]|20)[0-9]{2}|[0-9]{2})(?![0-9-])(?!\.[0-9])"
)
_DECADE = pattern_of(r"(1[6-9][0-9]0|20[0-9]0)'?s\b")
_BARE_YEAR = pattern_of(_YEAR + r"(?!\s?%)(?![\w-]{0,12}[A-Za-z])(?!-[0-9])")
_OVER_TWO = r"(?P<s>[-\u2013/]\d\d(?:\d\d)?)?\b"
"""The second of the two years of a financial year ("2011-12")."""
_QUARTER = pattern_of(
    r"(?:Q(?P<q>[1-4])|(?P<w>first|second|third|fourth|last|final|opening|closing|1st|2nd|3rd|4th)\s+quarter"
    r"|quarter\s+(?P<n>[1-4]|one|two|three|four)\b)(?:\s+of|,)?\s+(?:the\s+)?"
    rf"(?:(?:financial|fiscal)\s+year\s+)?{_YEAR}{_OVER_TWO}"
)
_HALF = pattern_of(
    rf"(?P<w>first|second)\s+half(?:\s+of)?\s+(?:the\s+)?(?:(?:financial|fiscal)\s+year\s+)?{_YEAR}{_OVER_TWO}"
)
_MONTHS_OF = pattern_of(
    r"(?P<w>first|last|final)\s+(?P<n>[1-9]|1[01]|two|three|four|five|six|seven|eight|nine|ten|eleven)\s+(?P<u>month|quarter)s"
    rf"(?:\s+of)?\s+(?:the\s+)?(?P<f>(?:financial\s+|fiscal\s+)?year\s+)?{_YEAR}(?P<s>\s?[-\u2013/]\s?\d\d(?:\d\d)?)?\b"
)
_YEAR_QUARTER = pattern_of(rf"{_YEAR}(?:{_OVER_TWO},?\s+(?:Q|quarter\s+)|-?Q)(?P<q>[1-4])\b")
_SEASON = pattern_of(rf"(?P<s>spring|summer|autumn|winter)(?:\s+of|,)?\s+{_YEAR}")
_FINANCIAL = pattern_of(
    r"(?:financial\s+year|fiscal\s+year|FY|session|tax\s+year)s?\s*(?:of\s+)?(?P<a>(?:19|20)[0-9]{2})\s?[-\u2013/]\s?(?P<b>(?:19|20)?[0-9]{2})\b"
)


def _free(tokens: Scan, index: int) -> bool:
    """Whether nothing is glued to the front of the digits at INDEX ("B2005", "1,2005", "£2005", "3.2005")."""
    at = tokens.starts[index]
    if at == 0:
        return True
    previous = tokens.text[at - 1]
    if previous in ",./" and at > 1:
        return not tokens.text[at - 2].isdigit()
    if previous == "-" and index and tokens.ends[index - 1] == at - 1:
        return tokens.lower[index - 1] in ("mid", "pre", "post", "early", "late")
    return not (previous.isalnum() or previous in "£$€_#")


def _iso(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_ISO, tokens, index)
    if match is None:
        return None
    return mentioned(tokens, match.start(), match.end(), When.day(*(int(g) for g in match.groups())), "day")


def _slashed(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_SLASHED, tokens, index)
    if match is None or (match.group(2) == "." and len(match.group(4)) == 2):
        return None
    day, month, year = int(match.group(1)), int(match.group(3)), int(match.group(4))
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    return mentioned(tokens, match.start(), match.end(), When.day(year, month, day), "day")


def _day_month(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_DAY_MONTH, tokens, index)
    if match is None or not _month_fits(tokens, match, match.group("y") is not None):
        return None
    month, first = MONTHS[match.group("m").lower()], int(match.group("d"))
    last = int(match.group("d2") or first)
    if not match.group("y"):
        when = days_of(anchor, month, first, last, ahead=to_come(tokens, index, anchor, month, first))
        return mentioned(tokens, match.start(), match.end("m"), when, "day", True)
    year = int(match.group("y"))
    return mentioned(tokens, match.start(), match.end(), When(date(year, month, first), date(year, month, last)), "day")


def _month_fits(tokens: Scan, match: re.Match[str], sure: bool) -> bool:
    """Whether a month that is a word too has its capital or its year: "3 march past" and "20 may be" hold no date."""
    name = match.group("m")
    return (
        sure
        or name.lower() not in ("may", "march", "mar", "dec", "sep", "jan")
        or name[0].isupper()
        or (tokens.text[match.end() : match.end() + 1] in ("", "?", ".", ","))
    )


def _month_day(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_MONTH_DAY, tokens, index)
    if match is None or not (match.group("m")[0].isupper() or match.group("y")):
        return None
    month, day = MONTHS[match.group("m").lower()], int(match.group("d"))
    if match.group("y"):
        return mentioned(tokens, match.start(), match.end(), When.day(int(match.group("y")), month, day), "day")
    when = days_of(anchor, month, day, day, ahead=to_come(tokens, index, anchor, month, day))
    return mentioned(tokens, match.start(), match.end(), when, "day", True)


def _of_that_year(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_OF_THAT_YEAR, tokens, index)
    if match is None or (match.group("d") is None and impossible_day(tokens, index)):
        return None
    month, day = MONTHS[match.group("m").lower()], match.group("d")
    kind = "month" if day is None else "day"
    if anchor is None:
        return mentioned(tokens, match.start(), match.end(), None, kind)
    year = anchor.year + {"last": -1, "this": 0, "next": 1}[match.group("w").lower()]
    when = When.month(year, month) if day is None else When.day(year, month, int(day))
    return mentioned(tokens, match.start(), match.end(), when, kind)


def _month_year(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_MONTH_YEAR, tokens, index)
    if match is None or impossible_day(tokens, index):
        return None
    when = When.month(int(match.group("y")), MONTHS[match.group("m").lower()])
    return mentioned(tokens, match.start(), match.end(), when, "month")


def impossible_day(tokens: Scan, index: int) -> bool:
    """Whether a day that the month at INDEX does not have stands before it ("31 April")."""
    before = tokens.before(index)
    return before.isdigit() and len(before) < 3


def _years(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    """A financial year ("2005-06", "2005/06"), or years from January to December ("2001-05", "2001-2005")."""
    match = matched(_YEARS, tokens, index)
    if match is None or not _free(tokens, index):
        return None
    first, last, short = int(match.group("a")), int(match.group("b")), len(match.group("b")) == 2
    if short:
        last += first // 100 * 100 + (100 if last < first % 100 else 0)
    if last == first + 1 and (short or last % 100 == 0):
        return mentioned(tokens, match.start(), match.end(), financial_of(first), "financial year")
    if not first < last <= first + 100:
        return None
    return mentioned(tokens, match.start(), match.end(), When(date(first, 1, 1), date(last, 12, 31)), "year")


def _financial_year(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_FINANCIAL, tokens, index)
    if match is None:
        return None
    return mentioned(tokens, match.start(), match.end(), financial_of(int(match.group("a"))), "financial year")


def _decade(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_DECADE, tokens, index)
    if match is None:
        return None
    year = int(match.group(1))
    return mentioned(tokens, match.start(), match.end(), When(date(year, 1, 1), date(year + 9, 12, 31)), "part")


def _year_quarter(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_YEAR_QUARTER, tokens, index)
    if match is None:
        return None
    return mentioned(tokens, match.start(), match.end(), _quarter(match, int(match["q"])), "quarter")


def _quarter(match: re.Match[str], number: int) -> When:
    """A quarter of a calendar year; of a year told over two, which is a financial one, the first begins in April."""
    year = int(match["y"])
    if not _told_over_two(match):
        return quarter_of(year, number)
    return quarter_of(year, number + 1) if number < 4 else quarter_of(year + 1, 1)


def _told_over_two(match: re.Match[str]) -> bool:
    return bool(match["s"]) and int(match["s"][-2:]) == (int(match["y"]) + 1) % 100


def _bare_year(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_BARE_YEAR, tokens, index)
    if match is None or not _free(tokens, index) or not is_year(tokens, index):
        return None
    return mentioned(tokens, match.start(), match.end(), When.year(int(match.group("y"))), "year")


def _quarter_year(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_QUARTER, tokens, index)
    if match is None:
        return None
    number = int(match.group("q") or QUARTERS[(match.group("w") or match.group("n")).lower()])
    return mentioned(tokens, match.start(), match.end(), _quarter(match, number), "quarter")


def _half_year(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_HALF, tokens, index)
    if match is None:
        return None
    year = int(match.group("y"))
    first = match.group("w").lower() == "first"
    when = When(date(year, 1, 1), date(year, 6, 30)) if first else When(date(year, 7, 1), date(year, 12, 31))
    if _told_over_two(match):
        when = When(date(year, 4, 1), date(year, 9, 30)) if first else When(date(year, 10, 1), date(year + 1, 3, 31))
    return mentioned(tokens, match.start(), match.end(), when, "part")


def _months_of_year(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    """ "The first nine months of 2016" or three quarters of it; of a financial year, "2011-12", they begin in April."""
    match = matched(_MONTHS_OF, tokens, index)
    if match is None:
        return None
    told = match.group("n").lower()
    count = int(told) if told.isdigit() else _NUMBERS.index(told) + 2
    count *= 3 if match.group("u").lower() == "quarter" else 1
    if count > 12:
        return None
    financial = bool(match.group("s")) or "f" in (match.group("f") or "").lower()
    whole = financial_of(int(match.group("y"))) if financial else When.year(int(match.group("y")))
    if match.group("w").lower() == "first":
        when = When(whole.first, whole.first + relativedelta(months=count, days=-1))
    else:
        when = When(whole.last + relativedelta(days=1) - relativedelta(months=count), whole.last)
    return mentioned(tokens, match.start(), match.end(), when, "part")


_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")


def _season_year(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_SEASON, tokens, index)
    if match is None:
        return None
    when = season_of(int(match.group("y")), match.group("s").lower())
    return mentioned(tokens, match.start(), match.end(), when, "season")


DIGIT_READERS: dict[str, tuple[Reader, ...]] = {
    "1": (_slashed, _of_that_year, _day_month, _quarter_year),
    "4": (_iso, _year_quarter, _years, _decade, _bare_year),
}
"""What may begin with digits, in the order in which it is tried: "4" for four of them, "1" for one or two."""
READERS: dict[str, tuple[Reader, ...]] = {
    **dict.fromkeys(MONTHS, (_of_that_year, _month_day, _month_year)),
    **dict.fromkeys(("spring", "summer", "autumn", "winter"), (_season_year,)),
    **dict.fromkeys(("q", "quarter", "third", "fourth", "opening", "closing"), (_quarter_year,)),
    **dict.fromkeys(("final", "last"), (_quarter_year, _months_of_year)),
    "first": (_quarter_year, _half_year, _months_of_year),
    "second": (_quarter_year, _half_year),
    **dict.fromkeys(("financial", "fiscal", "fy", "session", "tax"), (_financial_year,)),
}
"""What may begin with a word, by that word in small letters."""
