"""Dates as words give them: "26 April 2006", "Q3 2012", "2005-06", "early 2006", "last month", "three weeks ago".

British order and British years: 26/04/2006 is a day in April, and 2005-06 the year from 1 April 2005. A relative
date, or one without its year, is resolved against an anchor, the day on which the text was published: without one
it is still found, and means no day. dateparser is not used: it takes a second to import and milliseconds a
sentence, and takes "may", "second" and a bare 10 for dates.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from corpus.extract import absolute, relative
from corpus.extract.numerals import NUMBER_WORDS, digits_at, words_at
from corpus.extract.scan import KEPT, Scan, bag, scan
from corpus.records import When

__all__ = ["DateMention", "dates"]
from corpus.extract.calendars import MONTHS, WEEKDAYS, around, counted, edge_of, third_of
from corpus.extract.mentions import DateMention, Reader, matched, mentioned, pattern_of
from corpus.extract.relative import LEADS
from corpus.patterns import regex

_PART = pattern_of(r"(?P<p>early|mid|late)(?:[\s-]+(?:in\s+)?)")


_EDGE = pattern_of(
    r"(?P<p>end|close|beginning|start|middle)(?:[\s-]+of)?\s+(?:the\s+(?=(?:month|quarter|year|financial|week|[a-z]+\s+quarter|q[1-4])))?"
)


_TO = pattern_of(
    r"(?:(?P<n>[a-z]+(?:-[a-z]+)?|[0-9]{1,3})[\s-]+)?(?:(?:financial|calendar|tax|full|academic)\s+)?"
    r"(?P<u>year|quarter|month|week)s?\s+(?:(?:to|ending|ended|ending\s+on|ended\s+on|up\s+to)\s+(?:the\s+)?(?P<end>end\s+(?:of\s+)?)?"
    r"|(?P<b>beginning|commencing|starting|from)\s+(?:on\s+)?)(?=[0-9a-z])"
)


_THE_UNIT = pattern_of(r"(?P<u>month|quarter|(?:financial\s+)?year|week)\b")


def dates(text: str, anchor: date | None, start: int = 0, end: int | None = None) -> list[DateMention]:
    """The dates in ``text[start:end]`` in order, none overlapping. Never raises on any text."""
    stop = len(text) if end is None else min(end, len(text))
    begin = max(0, min(start, stop))
    found, days = _dates(text, anchor, begin, stop)
    scan(text, begin, stop).days = list(days)  # a scan that was forgotten and made again has lost them
    return list(found)


@lru_cache(maxsize=KEPT)
def _dates(
    text: str, anchor: date | None, start: int, end: int
) -> tuple[tuple[DateMention, ...], tuple[tuple[int, int], ...]]:
    """The dates, and where those stand that are written with digits."""
    tokens = scan(text, start, end)
    found: list[DateMention] = []
    at = index = 0
    at = start
    while index < len(tokens):
        mention = None if tokens.starts[index] < at else _read(tokens, index, anchor, found, _READERS)
        if mention is not None:
            found.append(mention)
            at = mention.span.end
        index += 1
    days = tuple((d.span.start, d.span.end) for d in found if _calendar(d))
    return tuple(_with_years(tokens, found)), days


def _calendar(mention: DateMention) -> bool:
    """Whether it is a date written with digits, whose numbers count nothing ("three weeks ago" holds a length)."""
    return mention.kind != "relative" and any(c.isdigit() for c in mention.words)


def _read(
    tokens: Scan, index: int, anchor: date | None, found: list[DateMention], readers: dict[str, tuple[Reader, ...]]
) -> DateMention | None:
    word = tokens.lower[index]
    for reader in readers.get(_DIGITS.get(len(word), "3") if "0" <= word[0] <= "9" else word, ()):
        try:
            mention = reader(tokens, index, anchor, found)
        except (ValueError, OverflowError):
            continue  # no such day: "31 April", or before the first year
        if mention is not None:
            return mention
    return None


def _inner(tokens: Scan, start: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    """The date that begins at START, read by itself: one that stands on no further date, so that none nests deeply."""
    index = tokens.at(start)
    if index >= len(tokens) or tokens.starts[index] != start:
        return None
    return _read(tokens, index, anchor, found, _FLAT)


def _part(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_PART, tokens, index)
    inner = _inner(tokens, match.end(), anchor, found) if match else None
    if match is None or inner is None or inner.kind not in ("month", "year", "relative", "part"):
        return None
    if " in " in match.group().lower() and tokens.before(index) in _BE_LATE:
        return None
    when = third_of(inner.when, match.group("p").lower()) if inner.when else None
    return mentioned(tokens, match.start(), inner.span.end, when, "part", inner.yearless)


_BE_LATE = bag("was were is are be been being ran running too months years days weeks hours minutes half")
"""Before these "late in March" says that a thing was late, in March."""


def _edge(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    """The last day of a month or year at its "end", the first at its "start"."""
    match = matched(_EDGE, tokens, index)
    if match is None:
        return None
    inner = _inner(tokens, match.end(), anchor, found) or _the_unit(tokens, match.end(), anchor)
    if inner is None or inner.kind in ("day", "weekday") or _of_a_day(inner):
        return None
    when = edge_of(inner.when, match.group("p").lower()) if inner.when else None
    return mentioned(tokens, match.start(), inner.span.end, when, "day", inner.yearless)


def _of_a_day(mention: DateMention) -> bool:
    """Whether it is a relative day, which has no end that could be told apart from it ("the end of last night")."""
    last = mention.words.split()[-1].lower()
    return mention.kind == "relative" and last not in _LONG and last not in MONTHS


_LONG = bag("week weekend fortnight month quarter year decade century spring summer autumn winter")


def _the_unit(tokens: Scan, start: int, anchor: date | None) -> DateMention | None:
    """The month, quarter, year or week of the anchor, as in "the end of the month"."""
    match = _THE_UNIT.match(tokens.text, start, tokens.end)
    if match is None:
        return None
    unit = match.group("u").lower()
    when = None if anchor is None else around(anchor, unit.split()[-1], 0, unit.startswith("financial"))
    return mentioned(tokens, start, match.end(), when, "relative")


def _span_to(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    """A stretch told by one end: "the year to March 2019", "the six months ending 30 June 2006"."""
    match = matched(_TO, tokens, index)
    inner = _inner(tokens, match.end(), anchor, found) if match else None
    if match is None or inner is None:
        return None
    count = _small(match.group("n")) if match.group("n") else 1
    if count is None:
        return None
    when = counted(inner.when, count, match.group("u").lower(), match.group("b") is not None) if inner.when else None
    return mentioned(tokens, match.start(), inner.span.end, when, "span", inner.yearless)


def _small(word: str) -> int | None:
    numeral = (digits_at if word[0].isdigit() else words_at)(word, 0, len(word))
    return int(numeral.value) if numeral and numeral.end == len(word) and 0 < numeral.value < 1000 else None


def _weekday(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    """A weekday with its date ("Wednesday 26 April 2006"), or the last such day up to the anchor ("on Monday")."""
    word, start = tokens.lower[index], tokens.starts[index]
    if tokens.joined(index + 1) or tokens.text[tokens.ends[index] : tokens.ends[index] + 2] == ", ":
        inner = _read(tokens, index + 1, anchor, found, _FLAT) if index + 1 < len(tokens) else None
        if inner is not None and inner.kind == "day":
            return replace(mentioned(tokens, start, inner.span.end, inner.when, "day"), yearless=inner.yearless)
    if len(word) < 6 or (not tokens.capital(index) and tokens.before(index) not in LEADS):
        return None
    when = None if anchor is None else When.on(anchor - timedelta(days=(anchor.weekday() - WEEKDAYS[word]) % 7))
    return mentioned(tokens, start, tokens.ends[index], when, "weekday")


_TO_NEXT = regex(r"\s*(?:-|\u2013|\u2014|to|and|until|or|till|through)\s*(?:the\s+end\s+of\s+)?", re.IGNORECASE)


def _with_years(tokens: Scan, found: list[DateMention]) -> list[DateMention]:
    """A month or day without a year takes that of the date that it is joined to: "from April to June 2006"."""
    for index in range(len(found) - 2, -1, -1):
        here, following = found[index], found[index + 1]
        joined = _TO_NEXT.fullmatch(tokens.text, here.span.end, following.span.start)
        if not (here.yearless and joined and following.when and not following.yearless):
            continue
        if here.kind in ("month", "day") and following.kind in ("month", "day"):
            found[index] = replace(here, when=_borrowed(here, following.when), yearless=False)
    return found


def _borrowed(here: DateMention, following: When) -> When | None:
    again = dates(here.words, following.last) or dates(f"in {here.words}", following.last)  # "Apr" is no date alone
    return again[0].when if again else here.when


_Table = dict[str, tuple[Reader, ...]]
_DIGITS = {1: "1", 2: "1", 4: "4"}


def _joined(*tables: _Table) -> _Table:
    words = {word for table in tables for word in table}
    return {word: sum((table.get(word, ()) for table in tables), ()) for word in words}


_NUMBERS: _Table = dict.fromkeys((*NUMBER_WORDS, "a", "an", "1", "3", "4"), (relative.ago,))
_FLAT = _joined(absolute.DIGIT_READERS, absolute.READERS, relative.READERS, _NUMBERS)
"""What reads a date that stands alone, by its first word ("1", "3" and "4" for digits, by their length)."""
_SPANS = (
    "1",
    "3",
    "year",
    "quarter",
    "month",
    "week",
    "financial",
    "calendar",
    "tax",
    "full",
    "academic",
    *NUMBER_WORDS,
    "a",
    "an",
)
_READERS = _joined(
    _FLAT,
    dict.fromkeys(_SPANS, (_span_to,)),
    dict.fromkeys(WEEKDAYS, (_weekday,)),
    dict.fromkeys(("early", "mid", "late"), (_part,)),
    dict.fromkeys(("end", "close", "beginning", "start", "middle"), (_edge,)),
)
