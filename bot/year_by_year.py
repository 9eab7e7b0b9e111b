"""Several years of which each is told by itself: "40 in 2008, 52 in 2009 and 61 in 2010" add up, and have an average.

Only what came about in each whole year is taken, of one thing, in one source and with no year lacking.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bot.choosing import Found, best_of
from bot.derive import ROUNDING, Incomparable, Worked, comparable, digits, total
from bot.query import Wanted
from bot.scales import Scales
from bot.units import unit_class
from corpus.extract.dates import PeriodMention
from corpus.records import Figure, Nature, Period, Qualifier, When

__all__ = ["mean_of_years", "sum_of_years"]

_MOST = 12
"""So many years at most are added up."""


def sum_of_years(wanted: Wanted, scales: Scales) -> Found | None:
    """What the years that WANTED asks about come to together; None where not each of them is told."""
    figures = _each_year(wanted, scales)
    try:
        return Found(worked=total(figures, scales.view)) if figures else None
    except Incomparable:
        return None


def mean_of_years(wanted: Wanted, scales: Scales) -> Worked | None:
    """So many a year on average over the years that WANTED asks about; None where not each of them is told."""
    figures = _each_year(wanted, scales)
    if not figures:
        return None
    values = [f.value or Decimal(0) for f in figures]
    exact = sum(values, Decimal(0)) / len(values)
    result = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    rounding = None if result == exact else ROUNDING
    added = " + ".join(digits(v) for v in values)
    expression = f"({added}) \u00f7 {len(values)} = {digits(result)}"
    sure = rounding is None and all(f.qualifier is Qualifier.EXACTLY for f in figures)
    qualifier = Qualifier.EXACTLY if sure else Qualifier.ABOUT
    return Worked("average", expression, result, figures[0].unit, tuple(figures), rounding, qualifier)


def _each_year(wanted: Wanted, scales: Scales) -> Sequence[Figure]:
    """The figure of each of the years asked about, the first first; none where one lacks or is of another thing."""
    years = _years(wanted.times)
    if not 1 < len(years) <= _MOST:
        return ()
    found = [f for year in years if (f := _of_year(wanted, year, scales)) is not None]
    if len(found) != len(years) or len({f.id for f in found}) != len(years):
        return ()
    first = found[0]
    try:
        for other in found[1:]:
            comparable(first, other)
    except Incomparable:
        return ()
    alike = all(_thing(f) == _thing(first) and f.source_id == first.source_id for f in found)
    return found if alike and unit_class(first.unit) in ("count", "money") else ()


def _thing(figure: Figure) -> tuple[object, ...]:
    return (figure.counted.lower(), figure.unit, figure.breakdown, figure.geography.lower(), figure.part_of)


def _years(times: Sequence[PeriodMention]) -> list[int]:
    """The whole years that TIMES cover, where they cover such alone: one stretch of them, or each by its name."""
    spans = [(m.period.start, m.period.end) for m in times]
    found: list[int] = []
    for start, end in spans:
        whole = start is not None and end is not None and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
        if not whole or start is None or end is None or (len(spans) > 1 and start.year != end.year):
            return []
        found += range(start.year, end.year + 1)
    return sorted(set(found))


def _of_year(wanted: Wanted, year: int, scales: Scales) -> Figure | None:
    """The figure of what came about in the whole of YEAR."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    mention = replace(wanted.times[0], relation="in", when=When.year(year), period=Period(first, last, str(year)))
    one = replace(wanted, times=(mention,))
    held = [f for f in scales.fits(one) if _is_of(f.figure, first, last) and scales.view.latest(f.figure) == f.figure]
    best = best_of(one, held, scales.view)
    return best.figure if best is not None and not best.loose else None


def _is_of(figure: Figure, first: date, last: date) -> bool:
    """Whether FIGURE is told exactly, and of all that came about from FIRST to LAST."""
    spanned = figure.period is not None and (figure.period.start, figure.period.end) == (first, last)
    return spanned and figure.value is not None and not figure.note and figure.nature is not Nature.STOCK
