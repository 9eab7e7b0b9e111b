"""Women and men of a table that tells children apart: its females are of every age, girls among them."""

from __future__ import annotations

import re

from bot.tables.ages import CHILD, ages_of
from bot.tables.take import Taken
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["of_every_age"]

_GROWN = regex(r"\b(?:women|woman|men|man)\b(?!\s+and\s+(?:girls|boys)\b)", re.IGNORECASE)
_SEXES = frozenset({"female", "male"})


def of_every_age(taken: Taken) -> str:
    """The label of a sex that TAKEN is of, where women or men are asked about, and no age is, of a table that has a row
    of children; "" where it is not so."""
    listed, picks = taken.slice.listed, taken.slice.binding.picks
    if _GROWN.search(taken.slice.binding.question.text) is None:
        return ""
    ways = [w for w in listed.ways if w.role is Role.CATEGORY]
    aged = [w for w in ways if any(ages_of(label.code.words) == {CHILD} for label in w.labels)]
    if not aged or any(w.n in picks for w in aged):
        return ""
    sexes = [w.labels[c] for w in ways for c in picks.get(w.n, ()) if w.labels[c].ids & _SEXES]
    return sexes[0].code.words if len(sexes) == 1 else ""
