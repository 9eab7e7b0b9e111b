"""The time in a release's title ("Deer on roads, 2018-19"), which its figures are of where they say no other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.extract.dates import periods
from corpus.extract.figures import BEFORE
from corpus.records import Figure, Period, Source

__all__ = ["dated_by_title"]


def dated_by_title(found: Sequence[Figure], source: Source) -> tuple[Figure, ...]:
    """FOUND, those without a time of their own given that of SOURCE's title, where it names one that was over.

    A part is left to its whole's time, and what a change began from has none of these.
    """
    period = _period_of(source)
    return tuple(replace(f, period=period) if period and _timeless(f) else f for f in found)


def _period_of(source: Source) -> Period | None:
    told = [m.period for m in periods(source.title, None)]
    whole = [p for p in told if p.start and p.end and (p.end - p.start).days >= _SHORTEST]
    over = len(told) == len(whole) == 1 and source.published is not None and whole[0].end is not None
    return whole[0] if over and source.published and whole[0].end and whole[0].end < source.published else None


_SHORTEST = 6
"""Days: a title with one date in it tells of an event, or of when it was published."""


def _timeless(figure: Figure) -> bool:
    dated = figure.period is not None or figure.as_at is not None
    return not dated and figure.part_of is None and figure.note != BEFORE and figure.value is not None
