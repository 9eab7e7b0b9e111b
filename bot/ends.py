"""The two dates of a change, and the years that a period spans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.question import Query
from corpus.extract.dates import PeriodMention, dates
from corpus.patterns import regex
from corpus.records import Figure, Period, When

__all__ = ["two_dates", "years_of"]


def two_dates(query: Query) -> list[PeriodMention]:
    """The two dates named in QUERY, the earlier first, each as a question about that date alone."""
    spans = [
        m for m in query.wanted.times if m.relation in ("between", "in", "from") and m.period.start and m.period.end
    ]
    if len(spans) == len(query.wanted.times) == 2:
        return sorted(spans, key=lambda m: m.period.start or date.min)
    points: list[PeriodMention] = []
    for mention in query.wanted.times:
        if mention.relation in ("between", "from") and (yearless := _yearless(mention)):
            points += yearless
        elif mention.relation in ("between", "from") and mention.period.start and mention.period.end:
            inner = [d for d in dates(mention.period.words or query.wanted.words, query.as_of) if d.when is not None]
            whens = [d.when for d in inner if d.when is not None]
            if len(whens) < 2:  # two days of one month are one date in words ("between 2 and 15 May")
                whens = [When.on(mention.period.start), When.on(mention.period.end)]
            points += [_point(mention, w) for w in (whens[0], whens[-1])]
        elif mention.when is not None:
            points.append(_point(mention, mention.when))
    unique = {(p.when.first, p.when.last): p for p in points if p.when is not None}
    return [unique[k] for k in sorted(unique)][:2] if len(unique) >= 2 else []


_YEAR = regex(r"\b(?:1[6-9]|20)\d{2}\b")


def _yearless(mention: PeriodMention) -> list[PeriodMention]:
    """The two ends of a stretch that names no year, each in its own words, so that each record dates them by itself."""
    words, end = mention.period.words, mention.period.end
    if not words or end is None or _YEAR.search(words):
        return []
    inner = [d for d in dates(words, end) if d.when is not None]
    return (
        [
            replace(mention, relation="on", when=d.when, period=Period(d.when.first, d.when.last, d.words))
            for d in inner
            if d.when is not None
        ][:2]
        if len(inner) == 2
        else []
    )


def _point(mention: PeriodMention, when: When) -> PeriodMention:
    return replace(mention, relation="on", when=when, period=Period(when.first, when.last, mention.period.words))


def years_of(figure: Figure) -> Decimal | None:
    """The length of a figure's own period in whole years, or None where it is not a whole number of them."""
    period = figure.period
    if period is None or period.start is None or period.end is None:
        return None
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    return Decimal(months) / 12 if months % 12 == 0 and months else None
