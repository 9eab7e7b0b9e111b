"""Figures of those alone that waited, owed or stood so long, where all are asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.question import Wanted
from bot.units import TIME_UNITS
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["LIMITED", "all_of_them", "only_so_long"]

LIMITED = 0.3
"""What a figure lacks that is only of those that lasted so long, where nobody asks for these alone."""
_SO_LONG = regex(
    r"\b(?:for|in|after) (?:more than|over|at least|longer than|less than|under|up to|fewer than) (?:an?|\d+|[a-z]+) "
    r"(?:minute|hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)
_ALL = regex(r"\b(?:in all|in total|altogether|overall|all told)\b", re.IGNORECASE)


def all_of_them(wanted: Wanted, wholes: Sequence[Figure]) -> list[str]:
    """What is lacking where all are asked for and the WHOLES of a figure count only those that lasted so long."""
    limited = _ALL.search(wanted.words) and not wanted.bounds and any(_SO_LONG.search(w.measure) for w in wholes)
    return ["all of them, where only those of so long are counted"] if limited else []


def only_so_long(wanted: Wanted, figure: Figure) -> bool:
    """Whether FIGURE counts those alone that lasted so long, and it is asked for all."""
    if wanted.bounds or wanted.unit == "time" or figure.unit in TIME_UNITS or figure.part_of is not None:
        return False
    limit = _SO_LONG.search(figure.measure)
    return limit is not None and not lexicon().ids(limit.group()) & {s.id for s in wanted.terms}
