"""Tables that date what was counted over each month, quarter or year by its last day ("2023-12-31").

Of a count of what happened such a day stands for all of the stretch that it ends; a level is read at the day itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from bot.tables.label import Way
from bot.tables.tiling import ends, starts
from corpus.cube import Code
from corpus.extract.dates import PeriodMention
from corpus.formats.statistics.moments import months_from
from corpus.patterns import regex
from corpus.records import Period

__all__ = ["as_stretches", "befell_over"]

_DAY = timedelta(days=1)
_LENGTHS = (1, 3, 6, 12)
_FEWEST = 3
"""Fewer days than this show no step."""

_BEFELL = regex(
    r"\b(?:the whole of|all of|throughout|(?:over|in) the course of|took place|taken place|carried out|happened"
    r"|(?:was|were|been|got) (?:made|done|completed|conducted|performed|issued|received|finished))\b",
    re.IGNORECASE,
)
"""What is asked about as what befell over a time, and not as what there was at a day of it."""
_AT_A_DAY = frozenset({"by", "until", "before", "as at", "on"})


def as_stretches(way: Way) -> Way:
    """WAY with each of its days the months that it ends; WAY itself where its days are not the ends of such a row."""
    codes = way.dimension.codes
    days = [day for code in codes if (day := _day(code)) is not None]
    length = _length(days) if len(days) == len(codes) else None
    if length is None:
        return way
    made = tuple(_over(code, length) for code in codes)
    return Way(way.n, replace(way.dimension, codes=made))


def befell_over(way: Way, times: Sequence[PeriodMention], text: str) -> str:
    """The time over which TEXT asks what befell, where a table has several days in it that each may end a stretch of
    its own, or be of all that there was; "" where there is none."""
    stretches = as_stretches(way)
    if stretches is way or _BEFELL.search(text) is None:
        return ""
    for one in times:
        first, last = one.period.start, one.period.end
        inside = [x for x in stretches.labels if first and last and starts(x) >= first and (ends(x) or last) <= last]
        if one.relation not in _AT_A_DAY and len(inside) > 1:
            return one.period.words
    return ""


def _day(code: Code) -> date | None:
    """The one day of CODE, where that ends a month."""
    if code.period is not None or code.as_at is None or code.as_at.first != code.as_at.last:
        return None
    day = code.as_at.last
    return day if (day + _DAY).day == 1 else None


def _length(days: Sequence[date]) -> int | None:
    """How many months lie between each of DAYS and the next; None where not always as many."""
    at = sorted({day.year * 12 + day.month for day in days})
    steps = {later - earlier for earlier, later in pairwise(at)}
    length = steps.pop() if len(at) >= _FEWEST and len(steps) == 1 else None
    return length if length in _LENGTHS else None


def _over(code: Code, length: int) -> Code:
    day = _day(code)
    assert day is not None
    year, month = divmod(day.year * 12 + day.month - length, 12)
    first, last = months_from(year, month + 1, length)
    return replace(code, period=Period(first, last, code.words), as_at=None)
