"""What a question leaves out of a table's figure by name: "excluding London", "neither Pakistani nor Indian"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from corpus.cube import Role
from corpus.patterns import regex

if TYPE_CHECKING:
    from bot.tables.hear import Asked
    from bot.tables.naming import Named

__all__ = ["excluded"]

_OUTRIGHT = regex(
    r"(?:\b(?:except(?:ing)?(?:\s+for)?|excluding|other\s+than|apart\s+from|aside\s+from|besides|neither|nor|outside"
    r"|leaving\s+(?:out|aside)|not\s+(?:counting|including)|ignoring|disregarding|omitting|save\s+for|minus)"
    r"\s+)(?:(?:in|of|from|the|a|an|by|those|people|any)\s+){0,3}$",
    re.IGNORECASE,
)
"""What leaves out a sort, be it what it may."""
_PEOPLE = ("place", "nationality")


def excluded(
    question: Asked, denied: Sequence[Named], picks: Mapping[int, tuple[int, ...]]
) -> dict[int, tuple[int, ...]]:
    """The codes that a question leaves out, on one dimension of which it asks for all the rest; none where it cannot
    be told.

    "Not searched" leaves nothing out that could be taken away: what was not done is counted in no table. So only what
    is left out outright counts, and places and nationalities that are denied.
    """
    ways = {g.way.n: g.way for g in denied}
    if len(ways) != 1 or any(g.several for g in denied):
        return {}
    ((n, way),) = ways.items()
    if way.role in (Role.TIME, Role.MEASURE) or not _outright(question, denied):
        return {}
    codes = tuple(dict.fromkeys(c for g in denied for c in g.codes))
    wide = picks.get(n, ())
    if any(c in way.sums for c in codes) or any(not set(way.above(c)) & set(wide) for c in codes if wide):
        return {}
    nested = any(way.above(c) & set(codes) - way.totals for c in codes)
    return {} if nested else {n: codes}


def _outright(question: Asked, denied: Sequence[Named]) -> bool:
    first = min(denied, key=lambda g: min(g.words))
    word = question.words[min(first.words)]
    if _OUTRIGHT.search(question.text[: word.whole[0]]):
        return True
    return all(question.words[n].kind in _PEOPLE for g in denied for n in g.words)
