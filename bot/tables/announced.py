"""Words that only announce a list of rows, each of which is then named: "the four northern ports: Ambleby, ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.tables.called import Named
from bot.tables.hear import Asked
from bot.tables.words import COUNTS
from corpus.patterns import regex

__all__ = ["announcing"]

_ANNOUNCED = regex(
    rf"\b(?:the|these|those|all|our)\s+(?P<n>\d{{1,2}}|{'|'.join(w for w in COUNTS if w != 'one')})\s+"
    r"(?P<what>[^:;,()?]{2,40}?)\s*(?::|\(|,?\s+namely\b|,?\s+that\s+is\b|\s[-\u2013]\s)",
    re.IGNORECASE,
)


def announcing(question: Asked, groups: Sequence[Named]) -> set[int]:
    """The words that say how many rows of which sort a list names, where so many of one heading are named in it."""
    found: set[int] = set()
    for match in _ANNOUNCED.finditer(question.text):
        count = COUNTS.get(match["n"].lower()) or int(match["n"])
        listed: dict[int, set[int]] = {}
        for group in groups:
            if not group.several and all(question.words[n].start >= match.end() for n in group.words):
                listed.setdefault(group.way.n, set()).update(group.codes)
        if any(len(codes) == count for codes in listed.values()):
            found |= {n for n, w in enumerate(question.words) if match.start() <= w.start < match.end()}
    return found
