"""The two times that a change is between, be it said in two times, in one stretch, or from one time on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.tables.bind import Binding
from bot.tables.moments import stretch
from bot.tables.shape import apart
from bot.tables.slices import Refused
from bot.tables.tiling import read_as
from bot.tables.when import at_present, latest, nature_of
from corpus.cube import AT_PRESENT
from corpus.extract.dates import PeriodMention
from corpus.patterns import regex
from corpus.records import Nature, Period, When

__all__ = ["ends_of"]

_DAY = timedelta(days=1)
_RELATION = regex(r"^(?:since|from|after)\s+", re.IGNORECASE)
_LACKING = ("both times to set against each other",)


def ends_of(binding: Binding) -> tuple[PeriodMention, PeriodMention]:
    """The earlier and the later of the times that a change is between. Raises Refused where they cannot be told.

    Of a stock, a change over a stretch is from the day before it begins to its last day; of a flow, it is from the
    stretch of the same length before it, which is how statistics tell of a year's change.
    """
    two = apart(binding.times)
    if two is not None:
        return two
    if len(binding.times) != 1:
        raise Refused("a change needs an earlier and a later time", _LACKING)
    (one,) = binding.times
    if one.relation in ("since", "from", "after") and one.when is not None:
        return _since(binding, one)
    start, end = one.period.start, one.period.end
    if start is None or end is None or start == end:
        raise Refused("a change needs an earlier and a later time", _LACKING)
    if nature_of(binding.listed) is Nature.STOCK:
        return _on(one, start - _DAY), _on(one, end)
    return _before(one, start, end), replace(one, relation="in", when=When(start, end))


def _on(mention: PeriodMention, day: date) -> PeriodMention:
    return replace(mention, relation="as at", when=When.on(day), period=Period(day, day, stretch(day, day)))


def _before(mention: PeriodMention, start: date, end: date) -> PeriodMention:
    """The stretch of the same length that ends where a stretch begins."""
    after = end + _DAY
    months = (after.year - start.year) * 12 + after.month - start.month
    whole = months > 0 and start + relativedelta(months=months) == after
    first = start - relativedelta(months=months) if whole else start - (after - start)
    last = start - _DAY
    return replace(mention, relation="in", when=When(first, last), period=Period(first, last, stretch(first, last)))


def _since(binding: Binding, first: PeriodMention) -> tuple[PeriodMention, PeriodMention]:
    """From the one time that is named to the latest that the table has, of the same length."""
    listed = binding.listed
    if listed.time is not None and first.when is not None and at_present(listed.time) is not None:
        bare = _RELATION.sub("", first.period.words)
        start = replace(first, relation="in", period=Period(first.when.first, first.when.last, bare))
        return start, replace(first, relation="in", when=None, period=Period(None, None, AT_PRESENT))
    last = latest(listed, stock=nature_of(listed) is Nature.STOCK)
    if last is None or last.first is None or last.last is None or first.when is None:
        raise Refused("a change needs an earlier and a later time", _LACKING)
    when = first.when
    bare = _RELATION.sub("", first.period.words)
    start = replace(first, relation="in", period=Period(when.first, when.last, bare))
    words = last.words
    if listed.time is not None and len(last.codes) == 1:
        words = read_as(listed.time.labels[last.codes[0]])
    end = replace(first, relation="in", when=None, period=Period(last.first, last.last, words))
    return start, end
