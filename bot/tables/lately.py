"""Stretches back from no date ("over the last five years"), as a table can answer them: the last that it gives.

Official figures end before the day on which somebody asks: of a table that ends with March 2023 the last two years are
those to March 2023, and the answer says which days these are.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.tables.catalog import Listed
from bot.tables.moments import stretch
from bot.tables.tiling import ends, starts
from bot.tables.words import COUNTS
from corpus.extract.dates import PeriodMention
from corpus.patterns import regex
from corpus.records import Period, Span

__all__ = ["all_of_it", "lately"]

_BACK = regex(
    rf"\b(?:past|last|previous)\s+(?:(?P<n>\d{{1,2}}|{'|'.join(COUNTS)})\s+)?"
    r"(?:(?:full|calendar|financial|whole)\s+)?(?P<unit>month|quarter|year|decade)s?\s*$",
    re.IGNORECASE,
)
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def lately(listed: Listed, mention: PeriodMention) -> PeriodMention:
    """MENTION counted back from the last day that the table has; itself where it names a date, or the table none."""
    match = _BACK.search(mention.period.words)
    if mention.relation != "over" or mention.when is not None or match is None or listed.time is None:
        return mention
    last = max((day for label in listed.time.labels if (day := ends(label))), default=None)
    asked = mention.period.end
    if last is None or (asked is not None and last > asked):
        return mention
    said = (match["n"] or "one").lower()
    months = _MONTHS[match["unit"].lower()] * (int(said) if said.isdigit() else COUNTS[said])
    first = _start(last, months)
    return replace(mention, period=Period(first, last, stretch(first, last)))


_WHOLE_OF_IT = regex(
    rf"\b(?:over|across|during)\s+(?:all\s+)?(?:the|these|those)\s+(?:whole\s+|entire\s+|full\s+)?"
    rf"(?:(?P<n>\d{{1,3}}|{'|'.join(COUNTS)})\s+)?(?:(?:calendar|financial|full)\s+)?"
    r"(?P<unit>years|quarters|months|period|series)\b(?!\s+(?:of|from|to|ending|ended|before|after|since)\b)",
    re.IGNORECASE,
)
_DAYS = {"years": 365, "quarters": 91, "months": 30}


def all_of_it(text: str, listed: Listed) -> PeriodMention | None:
    """All the time that a table covers, where TEXT names it by how many there are of it ("over those seven years").

    None where the table has not just so many: it is then not what is meant.
    """
    match = _WHOLE_OF_IT.search(text)
    if match is None or listed.time is None:
        return None
    stretches = [(starts(label), day) for label in listed.time.labels if (day := ends(label)) is not None]
    if not stretches or any(first == last for first, last in stretches):
        return None
    said, length = (match["n"] or "").lower(), _DAYS.get(match["unit"].lower(), 0)
    if length and said:
        count = int(said) if said.isdigit() else COUNTS[said]
        if sum(abs((last - first).days - length) < length / 5 for first, last in stretches) != count:
            return None
    elif length:
        return None
    first, last = min(f for f, _ in stretches), max(day for _, day in stretches)
    return PeriodMention(Span(*match.span()), Period(first, last, stretch(first, last)), "between")


def _start(last: date, months: int) -> date:
    """The first of so many whole months that end with LAST."""
    return last + timedelta(days=1) - relativedelta(months=months)
