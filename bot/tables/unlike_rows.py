"""Rows that are no parts of one thing, so that their numbers never come to anything together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.tables.label import AT_A_TIME
from bot.tables.room import is_room
from bot.tables.words import DAY_OF_YEAR, features
from corpus.formats.statistics.vocabulary import vocabulary
from corpus.patterns import regex

__all__ = ["unlike"]

_APART = regex(
    r"\b(?:balance|net|difference|change|confidence|interval|limit|rate|ratio|average|mean|median|index|per ?cent)\b|%",
    re.IGNORECASE,
)
_DURING = regex(
    r"\b(?:(?:during|within|in|over)\s+the\s+)?(?P<back>(?:(?:previous|last|past)\s+\d*\s*)?(?:years?|months?|quarters?|weeks?))$",
    re.IGNORECASE,
)
"""Over how long what a label tells of is looked back for ("Moved berth in the previous 2 years")."""


def unlike(labels: Sequence[str]) -> bool:
    """Whether LABELS are of no parts of one thing: some of them are what others come to, or say how sure they are.

    Nor are those that came and those that are there "at end of month" or "on 31 March", nor those that came and those
    that went, nor beds and those who lie in them, nor those of whom others are so many that stayed for so long.
    """
    dated = sum(AT_A_TIME.search(one) is not None or DAY_OF_YEAR.search(one) is not None for one in labels)
    rooms = len({is_room(one) for one in labels}) > 1
    if any(_APART.search(one) for one in labels) or 0 < dated < len(labels) or _of_several_years(labels) or rooms:
        return True
    if _back_so_far(labels) or _some_so_long(labels):
        return True
    return any(any(map(a.search, labels)) and any(map(b.search, labels)) for a, b in vocabulary().apart)


def _back_so_far(labels: Sequence[str]) -> bool:
    """Whether two labels tell of two stretches back from one day, of which the longer holds the shorter."""
    told = {m["back"].lower() for one in labels if (m := _DURING.search(one)) is not None}
    return len(told) > 1 and any(" " in one for one in told)


def _some_so_long(labels: Sequence[str]) -> bool:
    """Whether a label says no more than another but for how long those of the other have been there: "Moored on 31
    March", beside "Moored for at least 2 years on 31 March"."""
    long = [(one, m) for one in labels if (m := _SO_LONG.search(one)) is not None]
    plain = [features(one) for one in labels if _SO_LONG.search(one) is None]
    return any(ids and ids <= features(f"{one[: m.start()]} {one[m.end() :]}") for one, m in long for ids in plain)


_SO_LONG = regex(
    r"\b(?:for\s+|continuously\s+|at\s+least\s+|over\s+|more\s+than\s+)*\d+(?:\.\d+)?\s+(?:years?|months?|weeks?)\b",
    re.IGNORECASE,
)


_YEAR = regex(r"\b(?:1[6-9]|20)\d\d(?:\s*[-/\u2013]\s*\d{2,4})?\b")


def _of_several_years(words: Sequence[str]) -> bool:
    """Whether two names are of two years ("Boats 2021", "Boats 2022"), and so are no parts of a whole."""
    years = {year.group() for one in words if (year := _YEAR.search(one)) is not None}
    return len(years) > 1
