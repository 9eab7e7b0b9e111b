"""One time that a question tells twice: "the spring of 1999, March, April and May", "in 2003, up to the end of April".

The second only says again which months the first has, or up to where it is meant. A table may call such a part of a
year so too ("2003 (up to end Apr)").
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.tables.label import Label, Way
from corpus.extract.dates import PeriodMention
from corpus.patterns import regex
from corpus.records import Period, Span

__all__ = ["part_called", "told_once"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_M = r"(?P<m>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_MONTH = regex(rf"(?:(?:in|over|during)\s+)?{_M}", re.IGNORECASE)
_UP_TO = regex(
    rf"(?:(?:up\s+)?to|until|till|through)\s+(?:and\s+including\s+)?(?:the\s+)?(?:end\s+(?:of\s+)?)?{_M}(?:\s+(?P<y>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_BETWEEN = regex(r"[\s,(\u2013-]*")
_PART = regex(
    rf"(?P<of>(?:19|20)\d\d)\s*[*\u2020]*[\s,(]+(?:(?:up\s+)?to|until)\s+(?:the\s+)?(?:end\s+(?:of\s+)?)?{_M}\)?",
    re.IGNORECASE,
)
"""How a table calls what it has of a year that is not over ("2003 (up to end Apr)")."""
_YEAR = 12


def told_once(text: str, mentions: Sequence[PeriodMention]) -> list[PeriodMention]:
    """MENTIONS of TEXT less the months that one of them is said to be made of, and a year as far as it is meant."""
    found = sorted(mentions, key=lambda m: m.span.start)
    bare = [m for m in found if _MONTH.fullmatch(m.period.words.strip())]
    wide = [m for m in found if m not in bare]
    if len(wide) == 1 and len(bare) > 1 and sorted(map(_month_of, bare)) == sorted(_months(wide[0])):
        return wide
    if len(found) == 2 and not bare and _BETWEEN.fullmatch(text[found[0].span.end : found[1].span.start]):
        year, end = found[0].period, _UP_TO.fullmatch(found[1].period.words.strip())
        whole = len(_months(found[0])) == _YEAR and year.start is not None and year.start.month == 1
        if whole and year.start is not None and end and end["y"] in (None, str(year.start.year)):
            words = f"{year.start.year} up to the end of {date(2000, _number(end['m']), 1):%B}"
            period = Period(year.start, _closing(year.start.year, _number(end["m"])), words)
            span = Span(found[0].span.start, found[1].span.end)
            return [replace(found[0], span=span, period=period, relation="in", when=None)]
    return list(mentions)


def part_called(way: Way, mention: PeriodMention) -> list[Label]:
    """The time without dates by which a table calls the very part of a year that is asked about; none where none is."""
    period = mention.period
    found = []
    for label in way.labels if period.start is not None and period.end is not None else ():
        match = _PART.fullmatch(label.code.words.strip()) if label.code.period is None else None
        if match is not None:
            year = int(match["of"])
            if (period.start, period.end) == (date(year, 1, 1), _closing(year, _number(match["m"]))):
                found.append(label)
    return found


def _number(month: str) -> int:
    return _MONTHS.index(month[:3].lower()) + 1


def _month_of(mention: PeriodMention) -> int:
    match = _MONTH.fullmatch(mention.period.words.strip())
    return _number(match["m"]) if match is not None else 0


def _months(mention: PeriodMention) -> list[int]:
    """The months that a stretch of a year at most is made of; none where it begins or ends within one."""
    start, end = mention.period.start, mention.period.end
    if start is None or end is None or start.day != 1 or end != _closing(end.year, end.month):
        return []
    count = (end.year - start.year) * _YEAR + end.month - start.month + 1
    return [(start.month - 1 + n) % _YEAR + 1 for n in range(count)] if 0 < count <= _YEAR else []


def _closing(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
