"""Times of a question that lean on another of its times ("a year before"), or that recur ("each 30 September")."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from dateutil.relativedelta import relativedelta

from bot.tables.words import COUNTS
from corpus.extract.dates import PeriodMention
from corpus.patterns import regex
from corpus.records import Period, Span, When

__all__ = [
    "Recurring",
    "beside",
    "on_weekdays",
    "part_of_year",
    "recurring",
    "same_part",
    "stretch",
    "with_their_years",
]

_BESIDE = regex(
    r"\b(?:(?P<n>an?|the|one|two|three|four|five|six|nine|ten|twelve|\d{1,2})\s+(?P<unit>year|quarter|month)s?"
    r"\s+(?:before(?:hand)?|earlier|previously|prior)"
    r"|the\s+(?:previous|preceding|prior)\s+(?P<last>year|quarter|month)"
    r"|(?P<same>the\s+same\s+(?:day|date|time|point|month|quarter|period)\s+(?:a|one|the)\s+year\s+(?:before|earlier|previously)))"
    r"(?=\s*(?:[,;.?!)]|$|and\b|to\b|by\b|for\b|in\s+(?!\d))|\s+how\b)",
    re.IGNORECASE,
)
_SAME_OF = regex(
    r"\b(?:the\s+)?same\s+(?:quarter|period|months?|half|season|weeks?|day|date|point|time)(?:\s+(?:of|in))?\s+$",
    re.IGNORECASE,
)
_PART_OF = regex(
    r"\b(?:the|its|that|same|this)\s+(?:[\w'-]+\s+){0,3}?(?P<part>(?:[a-z]+[\s-]+)?(?:quarter|half|season|term|months|weeks|days))"
    r"(?:\s+(?:of|in))?\s+$",
    re.IGNORECASE,
)
_RANKED = regex(r"\b(?:each|every|all|which|what|by|per|how\s+many|[a-z]+est|most|best|worst|least)\b", re.IGNORECASE)
_EACH = regex(r"\b(?:on|at|as at|taking|of)?\s*\b(?:each|every)\s+$", re.IGNORECASE)
_DAY = regex(r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]+\s*$")


@dataclass(frozen=True, slots=True)
class Recurring:
    """A day of the year that a question takes each year; ``at`` is where the day itself stands."""

    month: int
    day: int
    at: int
    span: tuple[int, int]


def recurring(text: str, mentions: Sequence[PeriodMention]) -> Recurring | None:
    """The day that recurs in TEXT, of those that were read as days of one year; None where none does."""
    for mention in mentions:
        before = _EACH.search(text[: mention.span.start])
        words = text[mention.span.start : mention.span.end]
        if before is not None and mention.when is not None and mention.when.exact and _DAY.match(words.strip()):
            day = mention.when.first
            return Recurring(day.month, day.day, mention.span.start, (before.start(), mention.span.end))
    return None


def beside(text: str, mentions: Sequence[PeriodMention]) -> list[PeriodMention]:
    """The time that TEXT gives as so long before its one other time ("in September 2019 than a year before")."""
    if len(mentions) != 1 or mentions[0].period.start is None or mentions[0].period.end is None:
        return []
    match = _BESIDE.search(text)
    if match is None or (match.start() < mentions[0].span.end and match.end() > mentions[0].span.start):
        return []
    return [_earlier(mentions[0], Span(*match.span()), _gap(match))]


def same_part(text: str, mentions: Sequence[PeriodMention]) -> list[PeriodMention]:
    """MENTIONS with a year of which the same part is meant as of the other time read as that part of it ("in Q2 2023
    than in *the same quarter of 2022*")."""
    found = list(mentions)
    for n, one in enumerate(found):
        match = _SAME_OF.search(text[: one.span.start])
        parts = [m for m in found if m is not one and not _whole_year(m) and m.period.start and m.period.end]
        if match is None or not _whole_year(one) or len(parts) != 1:
            continue
        (part,) = parts
        assert part.period.start is not None
        assert one.period.start is not None
        gap = relativedelta(years=part.period.start.year - one.period.start.year)
        found[n] = _earlier(part, Span(match.start(), one.span.end), gap)
    return found


def part_of_year(text: str, mentions: Sequence[PeriodMention]) -> list[str]:
    """What a question says of which part of a year it means, where only the year was read ("the *festive weeks* of
    2022"): all of that year is then not what is asked for."""
    found = []
    for one in mentions:
        match = _PART_OF.search(text[: one.span.start]) if _whole_year(one) else None
        if match is not None and not _RANKED.search(match.group()):
            found.append(match["part"])
    return found


_WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ON_WEEKDAYS = regex(
    rf"\b(?:on|at|every|each|any)\s+(?:an?\s+)?(?P<day>{_WEEKDAYS})s?\b(?!\s+\d)|\b(?P<days>{_WEEKDAYS}s)\b",
    re.IGNORECASE,
)


def on_weekdays(text: str, mentions: Sequence[PeriodMention], told: str) -> list[str]:
    """The days of the week that a question is about ("let *on Sundays*"), which no label that it names has TOLD: what
    is counted of every day answers for none of them."""
    return [
        m.group()
        for m in _ON_WEEKDAYS.finditer(text)
        if (m["day"] or m["days"].removesuffix("s")).lower() not in told.lower()
        and not any(one.span.start < m.end() and m.start() < one.span.end for one in mentions)
    ]


_YEAR = r"(?P<y>(?:19|20)\d\d(?:[/-]\d\d)?)\b"
_QUARTER_BEFORE = regex(
    rf"\b(?P<q>Q[1-4])(?=(?:\s*(?:,|&|-|\u2013|and|or|to|with|than)(?:\s+in)?\s*Q[1-4])+\s+(?:of\s+)?{_YEAR})",
    re.IGNORECASE,
)
_NTH = r"(?:first|second|third|fourth|last|final)"
_QUARTERS_OF = regex(
    rf"\b(?:the\s+)?(?P<a>{_NTH})\s+(?:quarter\s+)?(?P<join>and|or|to)\s+(?:the\s+)?(?P<b>{_NTH})\s+quarters?(?:\s+(?:of|in))?\s+{_YEAR}",
    re.IGNORECASE,
)


_MONTHS = tuple(month_name)[1:]
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_MONTH_BEFORE = regex(
    rf"\b(?P<m>{_MONTH})(?=(?P<rest>(?:\s*(?:,\s*(?:and|or)\b|,|&|\band\b|\bor\b)\s*{_MONTH})+)\s+(?:of\s+)?"
    r"(?P<y>(?:19|20)\d\d)\b(?!\s?[/-]\s?\d))"
)


def _month_with_year(match: re.Match[str]) -> str:
    """A month of several with the year that they share; as it stands where they do not follow one another in a year."""
    named = [_MONTHS.index(one) for one in (match["m"], *re.findall(_MONTH, match["rest"]))]
    later = all(a < b for a, b in pairwise(named))
    return f"{match['m']} {match['y']}" if later else match.group()


def with_their_years(text: str) -> str:
    """TEXT with the year that several quarters or months share said of each of them: "between Q3 and Q4 2024", "for
    April, May and June 2023"."""
    text = _MONTH_BEFORE.sub(_month_with_year, text)
    text = _QUARTER_BEFORE.sub(r"\g<q> \g<y>", text)
    return _QUARTERS_OF.sub(r"the \g<a> quarter of \g<y> \g<join> the \g<b> quarter of \g<y>", text)


def _whole_year(mention: PeriodMention) -> bool:
    start, end = mention.period.start, mention.period.end
    return start is not None and end is not None and start + relativedelta(years=1, days=-1) == end


def _gap(match: re.Match[str]) -> relativedelta:
    if match["same"]:
        return relativedelta(years=1)
    unit = (match["unit"] or match["last"]).lower()
    said = (match["n"] or "a").lower()
    count = int(said) if said.isdigit() else COUNTS.get(said, 1)
    months = count * {"year": 12, "quarter": 3, "month": 1}[unit]
    return relativedelta(months=months)


def _earlier(mention: PeriodMention, span: Span, gap: relativedelta) -> PeriodMention:
    start, end = mention.period.start, mention.period.end
    assert start is not None
    assert end is not None
    first, last = start - gap, _month_end_kept(end, gap)
    words = stretch(first, last)
    when = None if mention.when is None else When(first, last)
    relation = mention.relation if mention.relation in ("on", "as at", "in") else "in"
    return replace(mention, span=span, period=Period(first, last, words), relation=relation, when=when)


def _month_end_kept(day: date, gap: relativedelta) -> date:
    """So long before DAY; the last day of a month stays the last."""
    if (day + relativedelta(days=1)).day == 1:
        return day + relativedelta(days=1) - gap - relativedelta(days=1)
    return day - gap


def stretch(first: date, last: date) -> str:
    """A stretch of days as people say it: a day, a month, a year, else from and to."""
    if first == last:
        return f"{first.day} {first:%B} {first.year}"
    after = last + relativedelta(days=1)
    if (first.day, after.day) == (1, 1):
        if first + relativedelta(months=1) == after:
            return f"{first:%B} {first.year}"
        if first + relativedelta(years=1) == after:
            return str(first.year) if first.month == 1 else f"the year to {last:%B} {last.year}"
    return f"{first.day} {first:%B} {first.year} to {last.day} {last:%B} {last.year}"
