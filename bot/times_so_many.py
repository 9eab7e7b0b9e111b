"""So much each year, times the years that its sentence tells it was so: "60 pilots a year for four years" are 240."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.choosing import Found, grounded
from bot.derive import Worked, digits
from bot.each_time import EACH_TIME, asked_over, each_of, told_over
from bot.query import Wanted
from bot.scales import Scales
from corpus.records import Figure, Qualifier

__all__ = ["times_so_many"]


def times_so_many(wanted: Wanted, scales: Scales) -> Found | None:
    """What it comes to in all that the record gives as so much each time; None where it is not told how many times."""
    asked = asked_over(wanted.words)
    bare = replace(wanted, times=(), bounds=()) if asked is not None else wanted
    found = []
    for held in scales.fits(bare):
        each = each_of(held.figure, scales.sentence_of(held.figure)) if held.missing == (EACH_TIME,) else None
        over = told_over(each) if each is not None and all(held.times) and grounded(bare, held) else None
        if over is not None and not held.loose and asked in (None, over[0]):
            found.append((held.figure, over[0]))
    if len({(f.value, n) for f, n in found}) != 1:
        return None
    figure, many = found[0]
    length = _length(figure, many, scales)
    return Found(worked=_product(figure, length, many)) if length is not None else None


def _length(figure: Figure, many: Decimal, scales: Scales) -> Figure | None:
    """The figure of the length of time, which stands in the same sentence behind FIGURE."""
    behind = (f for f in scales.view.beside(figure) if f.span.start >= figure.span.end)
    return next((f for f in behind if f.value == many), None)


def _product(figure: Figure, length: Figure, many: Decimal) -> Worked:
    assert figure.value is not None
    result = figure.value * many
    expression = f"{digits(figure.value)} \u00d7 {digits(many)} = {digits(result)}"
    sure = figure.qualifier if figure.qualifier is not Qualifier.BETWEEN else Qualifier.ABOUT
    return Worked("product", expression, result, figure.unit, (figure, length), qualifier=sure)
