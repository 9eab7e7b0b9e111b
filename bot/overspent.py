"""How far a thing went over its budget, or stayed under it: what was spent less the budget told beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answer import Answer
from bot.bearing import title_words
from bot.budgets import BUDGET, LEFT, OVER_BUDGET, OVERSPENT
from bot.compose import Composer
from bot.derive import difference
from bot.evidence import Scales
from bot.question import Query
from bot.undertakings import UNDERTAKINGS
from bot.units import unit_class
from corpus.extract.sense import Sense
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["over_budget"]

_UNDER = regex(r"under|below|within", re.IGNORECASE)
_OUTLAY = regex(
    r"\b(?:(?:had|has|have|was|were|been|it|they)\s+(?:\w+ly\s+)?spent|spent|cost|costs|spending|expenditure|outlay)\b",
    re.IGNORECASE,
)
_NOT_ALL = regex(
    r"\b(?:a|per|each|every) (?:year|month|week|day|hour|[a-z]+)\s*$|\b(?:extra|further|additional)\b", re.IGNORECASE
)
_TO_COME = regex(r"\b(?:will|would|due|expected|forecast|planned|could|may|might|estimated)\b")
_NEXT = 4
"""So many characters at most stand between a sentence and the next."""


def over_budget(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """What was spent less the budget, where the record gives both side by side, and gives the rest in no words of its
    own; None where it is not asked about, or no one pair is meant."""
    match = OVER_BUDGET.search(query.resolved or query.text)
    if match is None or _told_outright(query, scales):
        return None
    left = match["left"] is not None
    under = left or any(part and _UNDER.match(part) for part in match.groupdict().values())
    found = [pair for pair in _pairs(scales) if _meant(query, pair, scales, left=left)]
    found = [pair for pair in found if not left or _out_of_it(*pair, scales)]
    if len(found) != 1:
        return None
    spent, budget = found[0]
    high, low = (budget, spent) if under else (spent, budget)
    if high.value is None or low.value is None or high.value <= low.value:
        return None
    return composer.worked(difference(high, low))


def _told_outright(query: Query, scales: Scales) -> bool:
    """Whether some sum is itself told as the overspend."""
    fits = scales.fits(query.wanted)
    told = (f.figure for f in fits if f.complete and unit_class(f.figure.unit) == "money")
    return any(OVERSPENT & lexicon().ids(f"{f.counted}. {f.measure}") for f in told)


def _pairs(scales: Scales) -> Sequence[tuple[Figure, Figure]]:
    """Each sum spent, with the budget that its own sentence or the one before gives."""
    sums = [f for f in scales.view.figures.values() if unit_class(f.unit) == "money" and f.part_of is None and f.value]
    spent = [f for f in sums if _OUTLAY.search(f.measure) and not BUDGET.search(f.measure)]
    spent = [f for f in spent if not (_NOT_ALL.search(f.measure) or _TO_COME.search(f.measure))]
    budgets = [f for f in sums if BUDGET.search(f"{f.counted} {f.measure}") and f not in spent]
    return [(s, b) for s in spent for b in budgets if s.unit == b.unit and _side_by_side(s, b)]


def _side_by_side(spent: Figure, budget: Figure) -> bool:
    if spent.source_id != budget.source_id:
        return False
    first, last = sorted((spent.context, budget.context), key=lambda c: c.start)
    return first.start == last.start or 0 <= last.start - first.end <= _NEXT


_AGAINST = regex(
    r"\b(?:against|out of|from|of)\s+(?:an?|the|its|their|this|that)\s+(?:[\w-]+\s+){0,2}budget\b", re.IGNORECASE
)
_OF_THIS = regex(r"\bof (?:it|this|that|which)\b", re.IGNORECASE)
_TAKEN_UP = regex(r"\W*(?:it|they|its|their)\s", re.IGNORECASE)
_OF_ANOTHER = regex(r"\s+of (?:an?|the|its|their)\s", re.IGNORECASE)


def _out_of_it(spent: Figure, budget: Figure, scales: Scales) -> bool:
    """Whether the sum SPENT is told to be out of that BUDGET, and not of another year, body or purpose beside it."""
    text = scales.sentence_of(spent)
    if _OF_ANOTHER.match(text, spent.span.end - spent.context.start):
        return False
    if spent.context.start == budget.context.start:
        return _AGAINST.search(text) is not None or _OF_THIS.search(text) is not None
    later = max(spent, budget, key=lambda f: f.context.start)
    return _TAKEN_UP.match(scales.sentence_of(later)) is not None


def _meant(query: Query, pair: tuple[Figure, Figure], scales: Scales, *, left: bool) -> bool:
    """Whether a pair is of all that the question names besides the budget and its undertaking, and of its time."""
    ids = lexicon().ids(" ".join(map(scales.sentence_of, pair))) | title_words(scales.view.source(pair[0]).title)
    timely = all(scales.fits(query.wanted, [pair[0]])[0].times)
    asked = [s for s in query.wanted.telling if not (left and LEFT.fullmatch(s.words))]
    return timely and all(_named(s, ids) for s in asked)


def _named(term: Sense, ids: frozenset[str]) -> bool:
    if term.id in OVERSPENT or term.kind == "unit" or BUDGET.search(term.words) or term.id in UNDERTAKINGS:
        return True
    return term.id in ids or bool(lexicon().relatives(term.id) & ids)
