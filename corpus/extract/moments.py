"""Dates as words give them: "26 April 2006", "Q3 2012", "2005-06", "early 2006", "last month", "three weeks ago".

British order and British years: 26/04/2006 is a day in April, and 2005-06 the year from 1 April 2005. A relative
date, or one without its year, is resolved against an anchor, the day on which the text was published: without one
it is still found, and means no day. dateparser was tried and left: it takes a second to import and tens of
milliseconds a sentence, and reads "may", "second" and "10" as dates.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from corpus.extract.numerals import digits_at, words_at
from corpus.extract.scan import Scan, scan
from corpus.records import Span, When

__all__ = ["MONTHS", "DateMention", "dates"]

MONTHS: dict[str, int] = {
    name[:size]: number
    for number, name in enumerate(
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"], 1
    )
    for size in (3, len(name))
} | {"sept": 9}
"""The number of each month by its name and its usual short form, in small letters."""

_WEEKDAYS = {
    w: n for n, d in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]) for w in (d, d[:3])
} | {"tues": 1, "thur": 3, "thurs": 3}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_UNITS = ("day", "week", "fortnight", "month", "quarter", "year", "decade")
_AMBIGUOUS = frozenset(m for m in MONTHS if len(m) <= 4 and m not in ("june", "july")) | {"march", "august"}
_NAMES = frozenset(["april", "may", "june", "august", "jan"])
_LEADS = frozenset(
    ["in", "since", "until", "till", "by", "before", "after", "during", "throughout", "from", "to", "of", "between", "last", "next", "this", "past", "and", "early", "late", "mid", "end", "beginning", "start", "for", "following", "previous", "every", "each", "or", "on", "through", "was", "is"]
)
_YEAR_LEADS = frozenset(
    ["in", "since", "until", "till", "by", "before", "after", "during", "throughout", "from", "to", "between", "of", "early", "late", "mid", "year", "years", "for", "the", "circa", "around", "about", "over", "than", "following", "spring", "summer", "autumn", "winter", "session", "christmas", "easter", "election", "and", "or", "last", "this", "next", "until", "end", "pre", "post", "budget", "q1", "q2", "q3", "q4", "at"]
)
_NOT_YEARS = frozenset(["act", "acts", "order", "orders", "regulations", "bill", "rules", "convention", "agreement", "measure", "directive"])
_PEOPLE = frozenset(
    ["people", "persons", "men", "women", "children", "cases", "prisoners", "offenders", "foreigners", "staff", "police", "individuals", "occasions", "officers", "patients", "pupils", "jobs", "homes", "places", "places", "visits"]
)
_VERBS = frozenset(["is", "was", "has", "as", "this", "us", "its", "does", "yes", "thus", "whereas", "ours", "hers", "figures", "elections", "statistics"])

_M = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?P<y>1[6-9][0-9]{2}|20[0-9]{2})(?![0-9,]*[0-9])(?!\.[0-9])"
_ORD = r"(?:st|nd|rd|th)?"


def _rx(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_ISO = _rx(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9-])")
_SLASHED = _rx(r"([0-9]{1,2})([/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9/])(?!\.[0-9])")
_DAY_MONTH = _rx(
    rf"(?P<d>[0-9]{{1,2}}){_ORD}(?:(?:\s?[-\u2013/]\s?|\s+(?:to|and|or)\s+)(?P<d2>[0-9]{{1,2}}){_ORD})?"
    rf"[\s-]{{1,3}}(?:of\s+)?(?P<m>{_M})\b\.?(?:,?[\s-]{{1,3}}{_YEAR})?"
)
_MONTH_DAY = _rx(rf"(?P<m>{_M})\b\.?\s+(?:the\s+)?(?P<d>[0-9]{{1,2}}){_ORD}(?![0-9%:]|[.,][0-9]|\w)(?:,?\s+{_YEAR})?")
_MONTH_YEAR = _rx(rf"(?P<m>{_M})\b\.?(?:,?\s+(?:of\s+)?|-){_YEAR}")
_YEARS = _rx(r"(?P<a>1[6-9][0-9]{2}|20[0-9]{2})\s?[-\u2013/]\s?(?P<b>(?:1[6-9]|20)[0-9]{2}|[0-9]{2})(?![0-9-])(?!\.[0-9])")
_DECADE = _rx(r"(1[6-9][0-9]0|20[0-9]0)'?s\b")
_BARE_YEAR = _rx(_YEAR + r"(?!\s?%)(?![\w-]*[A-Za-z])")
_QUARTER = _rx(rf"(?:Q(?P<q>[1-4])|(?P<w>first|second|third|fourth|last|final)\s+quarter)(?:\s+of|,)?\s+(?:the\s+)?{_YEAR}")
_HALF = _rx(rf"(?P<w>first|second)\s+half(?:\s+of)?\s+(?:the\s+)?{_YEAR}")
_YEAR_QUARTER = _rx(rf"{_YEAR}\s+Q(?P<q>[1-4])\b")
_SEASON = _rx(rf"(?P<s>spring|summer|autumn|winter)(?:\s+of|,)?\s+{_YEAR}")
_PART = _rx(r"(?P<p>early|mid|late)(?:[\s-]+(?:in\s+)?)")
_EDGE = _rx(
    r"(?P<p>end|close|beginning|start|middle)(?:[\s-]+of)?\s+(?:the\s+(?=(?:month|quarter|year|financial|week|[a-z]+\s+quarter|q[1-4])))?"
)
_TO = _rx(
    r"(?:(?P<n>[a-z]+(?:-[a-z]+)?|[0-9]{1,3})[\s-]+)?(?:(?:financial|calendar|tax|full|academic)\s+)?"
    r"(?P<u>year|quarter|month|week)s?\s+(?:(?:to|ending|ended|ending\s+on|ended\s+on|up\s+to)\s+(?:the\s+)?(?P<end>end\s+(?:of\s+)?)?"
    r"|(?P<b>beginning|commencing|starting|from)\s+(?:on\s+)?)(?=[0-9a-z])"
)
_FINANCIAL = _rx(
    r"(?:financial\s+year|fiscal\s+year|FY|session|tax\s+year)s?\s*(?:of\s+)?(?P<a>(?:19|20)[0-9]{2})\s?[-\u2013/]\s?(?P<b>(?:19|20)?[0-9]{2})\b"
)
_RELATIVE = _rx(
    rf"(?P<w>last|this|next|previous|past|preceding|following|coming)\s+(?:(?P<f>financial|calendar|tax)\s+)?"
    rf"(?P<u>night|evening|morning|afternoon|week|weekend|fortnight|month|quarter|year|decade|century|{'|'.join(_SEASONS)}"
    rf"|{'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))}|{_M})\b(?!-)"
)
_AGO = _rx(r"(?:\s|-)+(?P<u>day|week|fortnight|month|year|decade)s?\s+ago\b")
_THE_UNIT = _rx(r"(?P<u>month|quarter|(?:financial\s+)?year|week)\b")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: its ``words`` at ``span``, and the days that it may mean.

    ``when`` is None where the anchor that it needs was not given. ``kind`` is ``day``, ``month``, ``year``,
    ``quarter``, ``season``, ``financial year``, ``weekday``, ``part`` (early, mid, late, a half, a decade),
    ``span`` ("the year to March 2019") or ``relative``.
    """

    span: Span
    when: When | None
    kind: str
    words: str
    yearless: bool = False
    """Whether the year was taken from the anchor."""


def dates(text: str, anchor: date | None, start: int = 0, end: int | None = None) -> list[DateMention]:
    """The dates in ``text[start:end]`` in order, none overlapping. Never raises on any text."""
    stop = len(text) if end is None else min(end, len(text))
    return list(_dates(text, anchor, max(0, min(start, stop)), stop))


@lru_cache(maxsize=8)
def _dates(text: str, anchor: date | None, start: int, end: int) -> tuple[DateMention, ...]:
    tokens = scan(text, start, end)
    found: list[DateMention] = []
    at = index = 0
    at = start
    while index < len(tokens):
        mention = None if tokens.starts[index] < at else _read(tokens, index, anchor, found)
        if mention is not None:
            found.append(mention)
            at = mention.span.end
        index += 1
    return tuple(_with_years(tokens, found))


_Reader = Callable[[Scan, int, date | None, list[DateMention]], DateMention | None]


def _read(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    word = tokens.lower[index]
    readers = _DIGIT_READERS if "0" <= word[0] <= "9" else _READERS.get(word)
    if not readers:
        return None
    for reader in readers:
        try:
            mention = reader(tokens, index, anchor, found)
        except (ValueError, OverflowError):
            continue
        if mention is not None:
            return mention
    return None


def _mention(tokens: Scan, start: int, end: int, when: When | None, kind: str, yearless: bool = False) -> DateMention:
    while end > start and tokens.text[end - 1] in " .,\t\n":
        end -= 1
    return DateMention(Span(start, end), when, kind, tokens.text[start:end], yearless)


def _match(pattern: re.Pattern[str], tokens: Scan, index: int) -> re.Match[str] | None:
    return pattern.match(tokens.text, tokens.starts[index], tokens.end)


def _free(tokens: Scan, index: int) -> bool:
    """Whether nothing is glued to the front of the digits at INDEX ("B2005", "1,2005", "£2005", "3.2005")."""
    at = tokens.starts[index]
    if at == 0:
        return True
    previous = tokens.text[at - 1]
    if previous in ",./" and at > 1:
        return not tokens.text[at - 2].isdigit()
    return not (previous.isalnum() or previous in "£$€_#")


# Dates that need no anchor


def _iso(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = _match(_ISO, tokens, index)
    if match is None:
        return None
    return _mention(tokens, match.start(), match.end(), When.day(*(int(g) for g in match.groups())), "day")


def _slashed(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = _match(_SLASHED, tokens, index)
    if match is None or (match.group(2) == "." and len(match.group(4)) == 2):
        return None
    day, month, year = int(match.group(1)), int(match.group(3)), int(match.group(4))
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    return _mention(tokens, match.start(), match.end(), When.day(year, month, day), "day")


def _day_month(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = _match(_DAY_MONTH, tokens, index)
    if match is None or not _month_fits(tokens, match, match.group("y") is not None):
        return None
    month, first = MONTHS[match.group("m").lower()], int(match.group("d"))
    last = int(match.group("d2") or first)
    if not match.group("y"):
        when = _yearless_days(anchor, month, first, last)
        return _mention(tokens, match.start(), match.end("m"), when, "day", True)
    year = int(match.group("y"))
    return _mention(tokens, match.start(), match.end(), When(date(year, month, first), date(year, month, last)), "day")


def _month_fits(tokens: Scan, match: re.Match[str], sure: bool) -> bool:
    """"3 march past" and "20 may be" hold no date: a month that is a word too needs its capital or its year."""
    name = match.group("m")
    return sure or name.lower() not in ("may", "march", "mar", "dec", "sep", "jan") or name[0].isupper() or (
        tokens.text[match.end() : match.end() + 1] in ("", "?", ".", ",")
    )


def _month_day(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = _match(_MONTH_DAY, tokens, index)
    if match is None or not (match.group("m")[0].isupper() or match.group("y")):
        return None
    month, day = MONTHS[match.group("m").lower()], int(match.group("d"))
    if match.group("y"):
        return _mention(tokens, match.start(), match.end(), When.day(int(match.group("y")), month, day), "day")
    return _mention(tokens, match.start(), match.end(), _yearless_days(anchor, month, day, day), "day", True)


def _month_year(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = _match(_MONTH_YEAR, tokens, index)
    if match is None:
        return None
    when = When.month(int(match.group("y")), MONTHS[match.group("m").lower()])
    return _mention(tokens, match.start(), match.end(), when, "month")


def _years(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    """"2005-06" and "2005/06" are financial years; "2001-05" and "2001-2005" run from January to December."""
    match = _match(_YEARS, tokens, index)
    if match is None or not _free(tokens, index):
        return None
    first, last, short = int(match.group("a")), int(match.group("b")), len(match.group("b")) == 2
    if short:
        last += first // 100 * 100 + (100 if last < first % 100 else 0)
    if last == first + 1 and (short or last % 100 == 0):
        return _mention(tokens, match.start(), match.end(), _financial(first), "financial year")
    if not first < last <= first + 100:
        return None
    return _mention(tokens, match.start(), match.end(), When(date(first, 1, 1), date(last, 12, 31)), "year")


def _financial(year: int) -> When:
    return When(date(year, 4, 1), date(year + 1, 3, 31))


def _financial_year(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = _match(_FINANCIAL, tokens, index)
    if match is None:
        return None
    return _mention(tokens, match.start(), match.end(), _financial(int(match.group("a"))), "financial year")


def _decade(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = _match(_DECADE, tokens, index)
    if match is None:
        return None
    year = int(match.group(1))
    return _mention(tokens, match.start(), match.end(), When(date(year, 1, 1), date(year + 9, 12, 31)), "part")


def _year_quarter(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = _match(_YEAR_QUARTER, tokens, index)
    return match and _mention(tokens, match.start(), match.end(), _quarter(int(match["y"]), int(match["q"])), "quarter")


def _bare_year(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = _match(_BARE_YEAR, tokens, index)
    if match is None or not _free(tokens, index) or not _is_year(tokens, index, found):
        return None
    return _mention(tokens, match.start(), match.end(), When.year(int(match.group("y"))), "year")


def _is_year(tokens: Scan, index: int, found: list[DateMention]) -> bool:
    """Whether four digits are a year: by the word before them, unless what follows is plainly counted."""
    before, after = tokens.before(index), tokens.after(index)
    if before in _NOT_YEARS:
        return False
    if after in _PEOPLE or after in ("per", "million", "billion", "thousand", "other", "more"):
        return False
    if before in _YEAR_LEADS:
        return before not in ("over", "than", "about", "around", "and", "or", "to", "of") or not _counts(tokens, index)
    return not _counts(tokens, index)


def _counts(tokens: Scan, index: int) -> bool:
    """Whether the word after the digits is a plural that they may count, or the word before makes them an amount."""
    after, before = tokens.after(index), tokens.before(index)
    if before in ("than", "least", "most", "nearly", "almost", "were", "are", "some", "all", "only", "total", "number"):
        return not (before in ("are", "were") and not after)
    follows = after.endswith("s") and not after.endswith(("ss", "ous", "us")) and after not in _VERBS
    return follows and before != "the" and not tokens.capital(index + 1)


def _quarter_year(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = _match(_QUARTER, tokens, index)
    if match is None:
        return None
    number = int(match.group("q") or _QUARTERS[match.group("w").lower()])
    return _mention(tokens, match.start(), match.end(), _quarter(int(match.group("y")), number), "quarter")


def _quarter(year: int, number: int) -> When:
    return When(When.month(year, number * 3 - 2).first, When.month(year, number * 3).last)


def _half_year(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = _match(_HALF, tokens, index)
    if match is None:
        return None
    year = int(match.group("y"))
    first = match.group("w").lower() == "first"
    when = When(date(year, 1, 1), date(year, 6, 30)) if first else When(date(year, 7, 1), date(year, 12, 31))
    return _mention(tokens, match.start(), match.end(), when, "part")


def _season_year(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = _match(_SEASON, tokens, index)
    if match is None:
        return None
    when = _season(int(match.group("y")), match.group("s").lower())
    return _mention(tokens, match.start(), match.end(), when, "season")


def _season(year: int, name: str) -> When:
    """Three months; winter begins in the December of its year."""
    first = date(year, _SEASONS[name], 1)
    return When(first, first + relativedelta(months=3, days=-1))


# Dates that stand on another date


def _inner(tokens: Scan, start: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    """The date that begins at START, read by itself."""
    index = tokens.at(start)
    if index >= len(tokens) or tokens.starts[index] != start:
        return None
    return _read(tokens, index, anchor, found)


def _part(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = _match(_PART, tokens, index)
    inner = _inner(tokens, match.end(), anchor, found) if match else None
    if match is None or inner is None or inner.kind not in ("month", "year", "relative", "part"):
        return None
    when = _third(inner.when, match.group("p").lower()) if inner.when else None
    return _mention(tokens, match.start(), inner.span.end, when, "part", inner.yearless)


def _third(when: When, name: str) -> When:
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


def _edge(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    """"The end of September 2012" is its last day; "the start of 2006" its first."""
    match = _match(_EDGE, tokens, index)
    if match is None:
        return None
    inner = _inner(tokens, match.end(), anchor, found) or _the_unit(tokens, match.end(), anchor)
    if inner is None or inner.kind in ("day", "weekday") or (inner.when and inner.when.exact):
        return None
    when = _edge_of(inner.when, match.group("p").lower()) if inner.when else None
    return _mention(tokens, match.start(), inner.span.end, when, "day", inner.yearless)


def _edge_of(when: When, name: str) -> When:
    if name == "middle":
        return _third(when, "mid")
    return When.on(when.last if name in ("end", "close") else when.first)


def _the_unit(tokens: Scan, start: int, anchor: date | None) -> DateMention | None:
    """"(the end of) the month": that of the anchor."""
    match = _THE_UNIT.match(tokens.text, start, tokens.end)
    if match is None:
        return None
    unit = match.group("u").lower()
    when = None if anchor is None else _around(anchor, unit.split()[-1], 0, unit.startswith("financial"))
    return _mention(tokens, start, match.end(), when, "relative")


def _span_to(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    """"The year to March 2019", "the six months ending 30 June 2006", "the week ending 5 May 2006"."""
    match = _match(_TO, tokens, index)
    inner = _inner(tokens, match.end(), anchor, found) if match else None
    if match is None or inner is None:
        return None
    count = _small(match.group("n")) if match.group("n") else 1
    if count is None:
        return None
    when = _counted(inner.when, count, match.group("u").lower(), match.group("b") is not None) if inner.when else None
    return _mention(tokens, match.start(), inner.span.end, when, "span", inner.yearless)


def _small(word: str) -> int | None:
    numeral = (digits_at if word[0].isdigit() else words_at)(word, 0, len(word))
    return int(numeral.value) if numeral and numeral.end == len(word) and 0 < numeral.value < 1000 else None


def _counted(when: When, count: int, unit: str, forward: bool) -> When:
    """COUNT units that end with the last day of WHEN, or begin with its first."""
    step = _delta(unit, count)
    day = timedelta(days=1)
    return When(when.first, when.first + step - day) if forward else When(when.last + day - step, when.last)


def _delta(unit: str, count: int) -> relativedelta:
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
    if unit in days:
        return relativedelta(days=days[unit] * count)
    return relativedelta(months={"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit] * count)


def _ago(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    """"Three weeks ago": a day for days and weeks, the month or the year for months and years."""
    start = tokens.starts[index]
    if tokens.lower[index] in ("a", "an"):
        count, stop = 1, tokens.ends[index]
    else:
        numeral = (digits_at if tokens.lower[index][0].isdigit() else words_at)(tokens.text, start, tokens.end)
        if numeral is None or numeral.value != int(numeral.value) or numeral.value > 5000:
            return None
        count, stop = int(numeral.value), numeral.end
    match = _AGO.match(tokens.text, stop, tokens.end)
    if match is None:
        return None
    return _mention(tokens, start, match.end(), _back(anchor, match.group("u").lower(), count), "relative")


def _back(anchor: date | None, unit: str, count: int) -> When | None:
    if anchor is None:
        return None
    day = anchor - _delta(unit, count)
    if unit in ("year", "decade"):
        return When.year(day.year)
    return When.month(day.year, day.month) if unit == "month" else When.on(day)


# Dates that need the anchor


def _yearless_days(anchor: date | None, month: int, first: int, last: int) -> When | None:
    """The latest such days that begin on or before the anchor; checked in a leap year where there is no anchor."""
    When(date(2000, month, first), date(2000, month, last))
    if anchor is None:
        return None
    for year in range(anchor.year, max(anchor.year - 9, 0), -1):
        try:
            when = When(date(year, month, first), date(year, month, last))
        except ValueError:
            continue
        if when.first <= anchor:
            return when
    return None


def _month_alone(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    word, before = tokens.lower[index], tokens.before(index)
    if not _named_month(tokens, index, word, before):
        return None
    when = _latest_month(anchor, MONTHS[word])
    return _mention(tokens, tokens.starts[index], tokens.ends[index], when, "month", True)


def _named_month(tokens: Scan, index: int, word: str, before: str) -> bool:
    """May the verb, march, an august body and April Jones are not months."""
    after = tokens.joined(index + 1)
    if before in _LEADS:
        return not (word in ("may", "march") and before in ("and", "or", "to", "this", "on") and not tokens.capital(index))
    if word in _AMBIGUOUS and not (tokens.capital(index) and index and word in ("march", "august") and not after):
        return False
    name = word in _NAMES and after and tokens.capital(index + 1)
    return len(word) > 3 and (tokens.capital(index) or word not in _NAMES) and not name


def _latest_month(anchor: date | None, month: int) -> When | None:
    if anchor is None:
        return None
    return When.month(anchor.year - (month > anchor.month), month)


def _weekday(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    """"Wednesday 26 April 2006" is its date; "on Monday" the last Monday up to the anchor."""
    word, start = tokens.lower[index], tokens.starts[index]
    if tokens.joined(index + 1) or tokens.text[tokens.ends[index] : tokens.ends[index] + 2] == ", ":
        inner = _read(tokens, index + 1, anchor, found) if index + 1 < len(tokens) else None
        if inner is not None and inner.kind == "day":
            return replace(_mention(tokens, start, inner.span.end, inner.when, "day"), yearless=inner.yearless)
    if len(word) < 6 or (not tokens.capital(index) and tokens.before(index) not in _LEADS):
        return None
    when = None if anchor is None else When.on(anchor - timedelta(days=(anchor.weekday() - _WEEKDAYS[word]) % 7))
    return _mention(tokens, start, tokens.ends[index], when, "weekday")


_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_DAY_WORDS = _rx(r"(?:the\s+)?day\s+(?P<w>before\s+yesterday|after\s+tomorrow)\b")


def _day_word(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    when = anchor and When.on(anchor + timedelta(days=_DAYS[tokens.lower[index]]))
    return _mention(tokens, tokens.starts[index], tokens.ends[index], when, "relative")


def _day_but_one(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = _match(_DAY_WORDS, tokens, index)
    if match is None:
        return None
    when = anchor and When.on(anchor + timedelta(days=-2 if "yesterday" in match.group().lower() else 2))
    return _mention(tokens, match.start(), match.end(), when, "relative")


_STEPS = {"last": -1, "previous": -1, "past": -1, "preceding": -1, "this": 0, "next": 1, "following": 1, "coming": 1}


def _relative(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = _match(_RELATIVE, tokens, index)
    if match is None or (match.group("w").lower() == "past" and match.group("u").lower() in _UNITS):
        return None
    unit, step = match.group("u").lower(), _STEPS[match.group("w").lower()]
    if unit in ("mar", "may", "sun", "sat", "dec", "jan", "sep") and not match.group("u")[0].isupper():
        return None
    inner = _named_after(tokens, match, unit)
    if inner is not None:
        return inner
    when = None if anchor is None else _stepped(anchor, unit, step, match.group("f"))
    return _mention(tokens, match.start(), match.end(), when, "relative")


def _named_after(tokens: Scan, match: re.Match[str], unit: str) -> DateMention | None:
    """"Last April 2006" or "next Thursday 4 May 2006": the date itself says which."""
    if unit not in MONTHS and unit not in _WEEKDAYS and unit not in _SEASONS:
        return None
    inner = _inner(tokens, match.start("u"), None, [])
    if inner is None or inner.when is None:
        return None
    return replace(inner, span=Span(match.start(), inner.span.end), words=tokens.text[match.start() : inner.span.end])


def _stepped(anchor: date, unit: str, step: int, financial: str | None) -> When:
    if unit in _WEEKDAYS:
        return _stepped_weekday(anchor, _WEEKDAYS[unit], step)
    if unit in MONTHS:
        return _stepped_month(anchor, MONTHS[unit], step)
    if unit in _SEASONS:
        return _stepped_season(anchor, unit, step)
    if unit in ("night", "evening", "morning", "afternoon"):
        return When.on(anchor + timedelta(days=step))
    return _around(anchor, unit, step, financial in ("financial", "tax"))


def _stepped_weekday(anchor: date, weekday: int, step: int) -> When:
    if step > 0:
        return When.on(anchor + timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1))
    if step < 0:
        return When.on(anchor - timedelta(days=(anchor.weekday() - weekday - 1) % 7 + 1))
    return When.on(anchor + timedelta(days=weekday - anchor.weekday()))


def _stepped_month(anchor: date, month: int, step: int) -> When:
    if step > 0:
        return When.month(anchor.year + (month <= anchor.month), month)
    return When.month(anchor.year - (step < 0 and month >= anchor.month), month)


def _stepped_season(anchor: date, name: str, step: int) -> When:
    this = _season(anchor.year, name)
    if step < 0 and this.last >= anchor:
        return _season(anchor.year - 1, name)
    if step > 0 and this.first <= anchor:
        return _season(anchor.year + 1, name)
    return this


def _around(anchor: date, unit: str, step: int, financial: bool = False) -> When:
    """The calendar week (from Monday), month, quarter, year, decade or century that holds the anchor, moved by STEP."""
    if unit == "year" and financial:
        return _financial(anchor.year - (anchor.month < 4) + step)
    first = _opening(anchor, unit) + _delta(unit, step)
    if unit == "weekend":
        return When(first + timedelta(days=5), first + timedelta(days=6))
    return When(first, first + _delta(unit, 1) - timedelta(days=1))


def _opening(anchor: date, unit: str) -> date:
    if unit in ("week", "weekend", "fortnight"):
        return anchor - timedelta(days=anchor.weekday())
    month = {"month": anchor.month, "quarter": (anchor.month - 1) // 3 * 3 + 1}.get(unit, 1)
    year = {"decade": anchor.year // 10 * 10, "century": anchor.year // 100 * 100}.get(unit, anchor.year)
    return date(year, month, 1)


_TO_NEXT = re.compile(r"\s*(?:-|\u2013|\u2014|to|and|until|or|till|through)\s*(?:the\s+end\s+of\s+)?", re.IGNORECASE)


def _with_years(tokens: Scan, found: list[DateMention]) -> list[DateMention]:
    """"From April to June 2006": a month or day without a year takes that of the date that it is joined to."""
    for index in range(len(found) - 2, -1, -1):
        here, following = found[index], found[index + 1]
        joined = _TO_NEXT.fullmatch(tokens.text, here.span.end, following.span.start)
        if not (here.yearless and joined and following.when and not following.yearless):
            continue
        if here.kind in ("month", "day") and following.kind in ("month", "day"):
            found[index] = replace(here, when=_borrowed(here, following.when), yearless=False)
    return found


def _borrowed(here: DateMention, following: When) -> When | None:
    again = dates(here.words, following.last)
    return again[0].when if again else here.when


_NUMBER_OPENERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "a", "an"]
_DIGIT_READERS: tuple[_Reader, ...] = (
    _iso, _slashed, _day_month, _years, _decade, _year_quarter, _bare_year, _ago, _span_to,
)  # fmt: skip
_READERS: dict[str, tuple[_Reader, ...]] = {}
for _words, _found in (
    (tuple(MONTHS), (_month_day, _month_year, _month_alone)),
    (tuple(_WEEKDAYS), (_weekday,)),
    (tuple(_SEASONS), (_season_year,)),
    (tuple(_DAYS), (_day_word,)),
    (("early", "mid", "late"), (_part,)),
    (("end", "close", "beginning", "start", "middle"), (_edge,)),
    (("q",), (_quarter_year,)),
    (("year", "quarter", "month", "week", "financial", "calendar", "tax", "full", "academic"), (_financial_year, _span_to)),
    (("fiscal", "fy", "session"), (_financial_year,)),
    (("first", "second", "third", "fourth", "final"), (_quarter_year, _half_year)),
    (("this", "next", "previous", "past", "preceding", "following", "coming"), (_relative,)),
    (("last",), (_quarter_year, _relative)),
    (("day",), (_day_but_one,)),
    (tuple(_NUMBER_OPENERS), (_ago, _span_to)),
):
    for _word in _words:
        _READERS[_word] = _READERS.get(_word, ()) + _found
