"""What a number that does not say what it counts takes from the numbers before it, and from the sentence before."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.extract.draft import Draft
from corpus.extract.pronouns import of_it, puts_it, subject_of, up_from
from corpus.extract.quantity import Quantity
from corpus.extract.sharing import Bound
from corpus.extract.spoken_of import done_so, spoken_of
from corpus.records import Span

__all__ = ["lenders", "of_that_unit", "told_by", "told_of_it"]


def told_by(
    text: str, sentence: Span, last: Span | None, bound: Bound, bounds: list[Bound], clauses: dict[Span, str]
) -> Bound:
    """BOUND with what the sentence before it, LAST, tells that it counts; the clause that tells it goes to CLAUSES."""
    done = done_so(text, last, sentence, bound)
    if done is not None:
        return replace(bound, counted=bound.counted or done.counted, after=done.clause, anaphoric=bound.within)
    asked = spoken_of(text, last, sentence) if _left_out(bound) and not any(b.counted for b in bounds) else None
    if asked is None:
        return bound
    clauses[bound.quantity.span] = asked.clause
    return replace(bound, counted=asked.counted, anaphoric=bound.within)


def of_that_unit(bound: Bound, drafts: list[Draft], sentence: Span, last: Span | None, text: str) -> Bound:
    """ "A tow lasts six hours. *It lasted two* in calm": a bare number of what was just told in another unit."""
    quantity, told = bound.quantity, drafts[-1] if drafts else None
    if told is None or told.sentence != last or bound.counted or quantity.kind != "count":
        return bound
    of = told.bound.quantity
    if of.kind not in ("duration", "measure") or _IT_TOOK.match(text, sentence.start, sentence.end) is None:
        return bound
    lent = replace(quantity, kind=of.kind, unit=of.unit)
    return replace(bound, quantity=lent, before=f"{told.bound.said} {bound.before}".strip(), anaphoric=False)


_IT_TOOK = re.compile(
    r"\W*(?:it|that|this)\s+(?:took|takes|lasted|lasts|was|is|used to (?:be|take)|had been)\b", re.IGNORECASE
)


def told_of_it(bound: Bound, bounds: list[Bound], drafts: list[Draft], clauses: dict[Span, str]) -> Bound:
    """BOUND with what "it" stands for: what the last number of the same unit was told of, in the sentence before."""
    quantity = bound.quantity
    again = bounds[-1] if bounds and not bound.counted and bounds[-1].quantity.unit == quantity.unit else None
    if again is not None and again.quantity.span in clauses and quantity.kind != "count":
        clauses[quantity.span] = clauses[again.quantity.span]
        return replace(bound, counted=again.counted, anaphoric=False)
    if up_from(bound) and not bounds and drafts and drafts[-1].bound.quantity.kind == quantity.kind:
        clauses[quantity.span] = drafts[-1].bound.said
        return bound
    if again is not None and again.quantity.span in clauses and up_from(again) and _SAME.search(bound.after):
        clauses[quantity.span] = clauses[again.quantity.span]
        return bound
    if not _unit(quantity) or not of_it(bound):
        return bound
    told = [*(d.bound for d in drafts[-_FEW:]), *bounds]
    last = next((b for b in reversed(told) if _unit(b.quantity) == _unit(quantity)), None)
    if last is None or (bounds and bounds[-1] is not last):
        return bound
    clauses[quantity.span] = subject_of(last) or last.said
    counted = "" if puts_it(bound) else bound.counted
    return replace(bound, counted=counted or last.counted, anaphoric=False)


def _unit(quantity: Quantity) -> str:
    """The unit that a number is told in; a fraction is a share."""
    return "%" if quantity.kind in ("percentage", "fraction") else quantity.unit


_FEW = 2
"""So many numbers back may the one be that "it" was told of."""


_SAME = re.compile(r"\bthe same\b", re.IGNORECASE)
_THERE = re.compile(r"\bthere (?:was|were|is|are|had been|have been|has been)\b", re.IGNORECASE)
_AS_MANY = 4


def lenders(bound: Bound, drafts: list[Draft]) -> list[Bound]:
    """The numbers whose noun one that has none may take, that which it most likely does at the end.

    "*There were* 38,000 wells, serving 860,000 people. A year before *there were* 36,000": those are wells.
    """
    last = [d.bound for d in drafts if d.bound.counted and d.sentence == drafts[-1].sentence]
    same = [b for b in last if _THERE.search(b.before) and _THERE.search(bound.before)]
    if not same and len({b.counted for b in last}) > 1 and not _near(bound, last[-1]):
        same = [b for b in last if _near(bound, b)]
    return [*(d.bound for d in drafts), *same[-1:]]


def _near(one: Bound, other: Bound) -> bool:
    """Whether two counts are of one size."""
    a, b = one.quantity.value, other.quantity.value
    return bool(a and b) and max(a, b) <= min(a, b) * _AS_MANY if a is not None and b is not None else False


def _left_out(bound: Bound) -> bool:
    """Whether a count does not say what it counts."""
    return bound.quantity.kind == "count" and (not bound.counted or bound.counted.lower() in ("it", "this", "that"))
