"""The word for the area of a body that is named beside it: "in the Ambleby police *area*", "on Ambleby's *patch*"."""

from __future__ import annotations

import re

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.words import Word
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["is_their_area"]

_AREA = frozenset({"area", "areas", "patch", "patches", "region", "district"})
_BEHIND = regex(
    r"(?:['\u2019]s?)?\s+(?:(?:police|constabulary|force|council|authority|local|trust)(?:['\u2019]s?)?\s+){0,2}",
    re.IGNORECASE,
)


def is_their_area(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a word only says that what a row is of is counted where it works: it stands behind the name of one, and
    no heading or label tells areas of that kind apart."""
    if question.text[word.start : word.end].lower() not in _AREA or word.ids & listed.labelled:
        return False
    ways = [w for w in listed.ways if w.role not in (Role.TIME, Role.MEASURE)]
    if any(word.ids & way.name_ids for way in ways):
        return False
    before = (w for w in question.words if w.end <= word.start)
    named = [w for w in before if _BEHIND.fullmatch(question.text[w.end : word.start])]
    return any(w.ids & label.ids - way.common for w in named for way in ways for label in way.labels)
