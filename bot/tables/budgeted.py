"""How far what was spent lay past its budget, or below it, where a table gives both: the budget alone is no answer."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answer import Answer
from bot.budgets import BUDGET, OVER_BUDGET
from bot.tables.bind import Binding
from bot.tables.label import Way
from bot.tables.reading import Reader, numbers
from bot.tables.slices import Refused
from bot.tables.tell import Teller
from bot.tables.tell_moves import compared
from corpus.patterns import regex

__all__ = ["beside_budget"]

_UNDER = regex(r"under|below|within", re.IGNORECASE)
_OUTLAY = regex(r"\b(?:outturn|outlay|actual|spen[dt]|spending|expenditure|costs?)\b", re.IGNORECASE)
_BARE = regex(r"(?:(?:total|overall|whole|original|planned|agreed)\s+)?budget(?:ed)?", re.IGNORECASE)
"""A budget for all of it, and not for one of the things that it was spent on."""
_LACKS = ("what was spent against the budget",)


def beside_budget(reader: Reader, teller: Teller, binding: Binding) -> Answer | None:
    """What was spent less its budget, or the budget less that, by the side that the question asks of; None where it
    asks no such thing. Raises Refused where the table does not give both, or it lay on the other side."""
    match = OVER_BUDGET.search(binding.question.text)
    found = next(((w, c) for w, c in _picked(binding) if BUDGET.search(w.dimension.codes[c].words)), None)
    if match is None or found is None:
        return None
    way, budget = found
    spent = _outlay(way, budget)
    if spent is None or len(binding.times) > 1 or binding.others:
        raise Refused("the table does not tell what was spent against that budget", _LACKS)
    ends = [reader.value(replace(binding, picks={**binding.picks, way.n: (code,)})) for code in (spent, budget)]
    numbers(*ends)
    out, planned = (taken.value or 0 for taken in ends)
    under = match["left"] is not None or any(part and _UNDER.match(part) for part in match.groupdict().values())
    if out == planned or (out < planned) != under:
        raise Refused("by the table it did not lie on that side of the budget", _LACKS)
    high, low = (ends[1], ends[0]) if under else (ends[0], ends[1])
    return compared(teller, high, low, operation="difference")


def _picked(binding: Binding) -> list[tuple[Way, int]]:
    return [(binding.listed.ways[n], c) for n, codes in binding.picks.items() for c in codes]


def _outlay(way: Way, budget: int) -> int | None:
    """The row, or the measure, of what was spent: the total of all that was, else the only one called so."""
    unit = way.dimension.codes[budget].unit
    others = [n for n in range(len(way.labels)) if n != budget and way.dimension.codes[n].unit == unit]
    if any(BUDGET.search(way.dimension.codes[n].words) for n in others):
        return None
    bare = _BARE.fullmatch(way.dimension.codes[budget].words) is not None
    whole = [n for n in others if bare and n in way.totals]
    called = whole or [n for n in others if _OUTLAY.search(way.dimension.codes[n].words)]
    return called[0] if len(called) == 1 else None
