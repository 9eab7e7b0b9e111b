"""Tables of rates ("Launches per 1,000 people") beside tables of counts: no rate is a number of what it is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.tables.statistic import statistic
from corpus.patterns import regex

if TYPE_CHECKING:
    from bot.tables.bind import Binding
    from bot.tables.catalog import Listed

__all__ = ["counted_rather", "gives_rates", "no_count"]

_HOW_MANY = regex(r"\b(?:how\s+many|(?<!by\s)how\s+much|(?:total\s+)?number\s+of|count\s+of)\b", re.IGNORECASE)
_COUNT = "a count, of which the nearest table gives a rate"
_NEARLY = 0.5
"""A table of counts that fits no worse than this is meant rather than one of rates, where no rate is asked for."""


def gives_rates(listed: Listed) -> bool:
    """Whether all that a table tells are rates, by what it says that it measures."""
    one = listed.dataset
    return listed.measures is None and "rate" in statistic(f"{one.measure}. {one.unit}")


def no_count(text: str, listed: Listed) -> list[str]:
    """That TEXT asks how many there were, of a table that tells only how many there were to each so many."""
    counts = _HOW_MANY.search(text) is not None and not statistic(text)
    return [_COUNT] if counts and gives_rates(listed) else []


def counted_rather(complete: Sequence[Binding]) -> list[Binding]:
    """COMPLETE without the tables of rates that have a table of counts of the same rows beside them, where no rate is
    asked for: "did launches in Fife go up" is of the launches, not of the launches to each 1,000 people."""
    plain = [b for b in complete if not gives_rates(b.listed)]
    return [b for b in complete if not _given_as_count(b, plain)]


def _given_as_count(one: Binding, plain: Sequence[Binding]) -> bool:
    if statistic(one.question.text) & {"rate", "percentage", "ratio"} or not gives_rates(one.listed):
        return False
    beside = (b for b in plain if b.listed.source.id == one.listed.source.id and b.score >= one.score - _NEARLY)
    return any(_rows(b) == _rows(one) for b in beside)


def _rows(one: Binding) -> frozenset[str]:
    """The labels that are named of a table's rows, in lower case."""
    measures = one.listed.measures.n if one.listed.measures is not None else -1
    ways = one.listed.ways
    return frozenset(
        ways[n].dimension.codes[c].words.lower() for n, codes in one.picks.items() if n != measures for c in codes
    )
