"""Labels of what some do to others ("Guests on wardens"), and questions that say it the other way about."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.tables.hear import Asked
from bot.tables.words import alike, features
from corpus.patterns import regex

__all__ = ["turned_about"]

_UPON = regex(r"(?P<doer>[^,;:()]+?)[\s-]+(?:on|against|upon)[\s-]+(?P<other>[^,;:()]+)", re.IGNORECASE)
_DONE_TO = regex(r"\b(?:on|against|upon)\s+(?:(?:the|an?|any|their|other|our)\s+){0,2}$", re.IGNORECASE)
_DONE_BY = regex(r"\b(?:by|from)\s+(?:(?:the|an?|any|their|other|our)\s+){0,2}$", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def _sides(label: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The terms of those who do it and of those to whom it is done, where a LABEL tells both and they differ."""
    match = _UPON.fullmatch(label.strip())
    if match is None:
        return None
    doer, other = features(match["doer"]), features(match["other"])
    return None if not doer or not other or doer & other else (doer, other)


def turned_about(question: Asked, label: str) -> bool:
    """Whether the question asks what was done *by* those to whom a LABEL says that it was done, or *to* those who did
    it: "attacks by wardens", of "Guests on wardens"."""
    if (sides := _sides(label)) is None:
        return False
    doer, other = sides
    for word in question.words:
        before = question.text[: word.whole[0]]
        if _DONE_TO.search(before) and alike(word.ids, doer) and not alike(word.ids, other):
            return True
        if _DONE_BY.search(before) and alike(word.ids, other) and not alike(word.ids, doer):
            return True
    return False
