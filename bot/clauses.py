"""What of a sentence is said of which of its figures: clauses, limits, and what had only been given before."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.query import Bound, Wanted
from bot.units import unit_class
from bot.view import View
from corpus.extract.lengths import in_ones, same_length
from corpus.extract.numbers import quantities
from corpus.extract.quantity import Quantity
from corpus.patterns import regex
from corpus.records import Figure, Qualifier

__all__ = ["RETOLD", "bounded", "of_another", "own_clause", "told_before", "within_length"]


def own_clause(figure: Figure, sentence: str) -> str:
    """What of SENTENCE may be said of FIGURE: its clause between semicolons, and that which the sentence opens with.

    What stands in another's ("…; *the rest concerned their conduct*") is said of that; and so is what it opens with
    where that says what a number before it was ("*That was the number of boats*; the number sunk was 9").
    """
    at, clauses, end = figure.span.start - figure.context.start, sentence.split(";"), 0
    for index, clause in enumerate(clauses):
        end += len(clause) + 1
        if at < end:
            return clause if index == 0 or _OF_BEFORE.search(clauses[0]) else f"{clauses[0]};{clause}"
    return sentence


_OF_BEFORE = regex(r"(?:^|:\s+)\W*(?:that|this|it|those|these)\s+(?:was|were|is|are)\s+the\b", re.IGNORECASE)


def bounded(bound: Bound, figure: Figure, sentence: str) -> bool:
    """Whether the figure's sentence or its breakdown names the same age, length of time or limit, beside the figure."""
    beside = [q for q in _amounts(sentence) if figure.value != q.value]
    told = [q for _, value in figure.breakdown for q in _amounts(value)]
    side = next((_SIDE.get(q.qualifier, 0) for q in _amounts(bound.words) if q.value == bound.value), 0)
    beside = [q for q in beside if not side or q.value != bound.value or _limits(q, side)]
    return any(_same(bound, q) for q in beside + told)


_OVER = frozenset({Qualifier.MORE_THAN, Qualifier.AT_LEAST})
_UNDER = frozenset({Qualifier.FEWER_THAN, Qualifier.AT_MOST})


def _other_side(bound: Bound, told: Quantity) -> bool:
    """Whether what is TOLD lies on the other side of a limit of time: "more than a month" for "less than a month"."""
    asked = next((q.qualifier for q in _amounts(bound.words) if q.value == bound.value), Qualifier.EXACTLY)
    sides = {asked, told.qualifier}
    return told.kind in ("duration", "age") and bool(sides & _OVER and sides & _UNDER)


def _same(bound: Bound, told: Quantity) -> bool:
    """Whether what is TOLD is the limit that is asked about, in the same unit or in another ("a year", "12 months")."""
    if _other_side(bound, told):
        return False
    if told.value == bound.value:
        return not bound.unit or not told.unit or told.unit == bound.unit
    return same_length(bound.value, bound.unit, told.value, told.unit)


def within_length(asked: str, told: str) -> bool:
    """Whether every limit of time that is ASKED about ("*at least two years*") is one that is TOLD too."""
    limits = [q for q in _amounts(asked) if q.kind == "duration" and q.qualifier is not Qualifier.EXACTLY]
    bounds = [Bound(q.value, q.unit, q.span.of(in_ones(asked))) for q in limits if q.value is not None]
    return all(any(_same(b, q) for q in _amounts(told)) for b in bounds)


_SIDE = {Qualifier.MORE_THAN: 1, Qualifier.AT_LEAST: 1, Qualifier.FEWER_THAN: -1, Qualifier.AT_MOST: -1}


def _limits(quantity: Quantity, side: int) -> bool:
    """Whether a number may be the limit on that SIDE of which is asked, and neither the other nor a count of things."""
    told = _SIDE.get(quantity.qualifier, 0)
    return told == side or (told == 0 and quantity.kind != "count")


def of_another(bound: Bound, figure: Figure, view: View) -> bool:
    """Whether another count of the same sentence has that condition, and this one has not ("31, nine *over 28*")."""
    if _tells(bound, figure):
        return False
    return any(unit_class(o.unit) == unit_class(figure.unit) and _tells(bound, o) for o in view.beside(figure))


def _tells(bound: Bound, figure: Figure) -> bool:
    told = (figure.measure, *(value for _, value in figure.breakdown))
    return any(q.value == bound.value or _same(bound, q) for words in told for q in _amounts(words))


@lru_cache(maxsize=4_096)
def _amounts(text: str) -> tuple[Quantity, ...]:
    return tuple(quantities(in_ones(text)))


RETOLD = 0.2
"""What a figure lacks that its source only says was given before, where no one asks what was."""


def told_before(wanted: Wanted, figure: Figure, view: View) -> bool:
    """Whether FIGURE's source only reports that it had been given, on an earlier day."""
    source = view.source(figure)
    asked = wanted.told or wanted.sayer or wanted.first or wanted.times or source.paraphrase
    return (
        not asked
        and len(view.chain(figure)) == 1
        and None not in (figure.said_on, source.published)
        and figure.said_on != source.published
    )
