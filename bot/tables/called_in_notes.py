"""What the notes of a table call what it counts: of "Lamp outages", whose notes speak of "reported lamp outages"
wherever they speak of lamp outages, all are reported ones.

A title is short, and says at times less than the notes below it say of every figure. What they say once, or of some
alone, is said of nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.tables.words import features, light
from corpus.patterns import regex

__all__ = ["called_in_notes"]

_WORD = regex(r"[a-z]+(?:-[a-z]+)*", re.IGNORECASE)
_KIND = regex(r"[a-z]{4,}(?:-[a-z]+)*")
"""A word before a name that may say of which sort what it names is, and no small word."""
_FEWEST = 2
"""So often at least the notes name what is counted."""
_NAME = 2
"""So many words, the last of what is counted, name it."""


def called_in_notes(measure: str, notes: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """What NOTES call what a table counts by its MEASURE, with the one word that they put before it each time; nothing
    where they name it otherwise once, or say only what the measure says."""
    name = [m.group().lower() for m in _WORD.finditer(measure)][-_NAME:]
    if len(name) < _NAME or not all(features(word) for word in name):
        return ()
    *first, last = name
    stem = re.escape(last.removesuffix("s"))
    named = regex(rf"(?:(?P<before>[\w-]+)\s+)?\b{re.escape(' '.join(first))}\s+{stem}s?\b", re.IGNORECASE)
    told = [(m["before"] or "").lower() for _, words in notes for m in named.finditer(words)]
    if len(told) < _FEWEST or len(set(told)) > 1 or _KIND.fullmatch(told[0]) is None:
        return ()
    meant = features(told[0])
    said = {m.group().lower() for m in _WORD.finditer(measure)}
    return () if not meant or meant <= light() or told[0] in said else (f"{told[0]} {' '.join(name)}",)
