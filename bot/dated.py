"""Times in words, no more exact than they were given."""

from __future__ import annotations

from bot.cite import long_date
from corpus.records import Figure, Period, When

__all__ = ["figure_time", "period", "when"]


def when(moment: When | None) -> str:
    """A date no more exact than it was given: a day, a month, a year, or the days that it lies between."""
    if moment is None:
        return ""
    if moment.exact:
        return long_date(moment.first)
    if moment == When.month(moment.first.year, moment.first.month):
        return f"{moment.first:%B %Y}"
    if moment == When.year(moment.first.year):
        return str(moment.first.year)
    return f"{long_date(moment.first)} to {long_date(moment.last)}"


def period(span: Period | None) -> str:
    """A period in words, an open end said as such."""
    if span is None or not (span.start or span.end):
        return span.words if span else ""
    if span.start and span.end:
        return f"{long_date(span.start)} to {long_date(span.end)}"
    return f"from {long_date(span.start)}" if span.start else f"to {long_date(span.end)}"


def figure_time(figure: Figure) -> str:
    """The time that a figure is of, the period before the day that it was counted on; "" where none is told."""
    if figure.period is not None and (told := period(figure.period)):
        return told
    return f"at {moment}" if (moment := when(figure.as_at)) else ""
