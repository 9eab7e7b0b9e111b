"""The acronyms in what a table counts, which say what that is and may not go unsaid: RNLI boats are no other boats."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.tables.label import Way, own_words
from bot.tables.words import features
from corpus.cube import Dataset, Role
from corpus.formats.statistics.vocabulary import areas_in_short, makers_in_short
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["shorts_of"]

_SHORT = regex(r"(?<![-\w])[A-Z]{2,6}\b(?!-[A-Z])")
_PLAIN_SHORT = frozenset({"UK", "GB", "FTE", "SA", "NSA", "EU", "NHS", "UTF", "CSV", "UD"})
"""What says nothing of what is counted: a basis, a publisher, a form of files, "underlying data"."""
_LONG_ENOUGH = 4


def shorts_of(one: Dataset, title: str, ways: Sequence[Way], *, filed: bool) -> tuple[frozenset[str], ...]:
    """The terms of each acronym in what ONE counts. TITLE is its source's; FILED says that only its file's name tells
    what it counts.

    A body that publishes or collects ("HMRC tax receipts") counts nothing itself.
    """
    words = own_words(one.measure)
    found = [] if words.isupper() and " " in words else [m for m in _SHORT.findall(words) if m not in _PLAIN_SHORT]
    found = [m for m in found if f"({m})" not in one.measure]  # spelt out beside it
    lex = lexicon()
    bodies = {word for word in found if any(lex.kind(i) in ("body", "place") for i in lex.ids(word))}
    bodies |= {word for word in found if makers_in_short(word)}
    if one.within_prose:  # what the whole document is about need not be said again
        bodies |= {word for word in found if re.search(rf"\b{re.escape(word)}\b", title)}
    if filed:
        bodies |= {word for word in found if _of_columns(word, ways)}
    return tuple(ids for word in found if word not in bodies and (ids := features(word)))


def _of_columns(word: str, ways: Sequence[Way]) -> bool:
    """Whether an acronym of a file's name only tells which columns it has, of several measures: that its places are
    such areas ("LA"), or what some of them count, run together with more ("BOATLS", of "BOAT loss")."""
    several = any(way.role is Role.MEASURE and len(way.labels) > 1 for way in ways)
    if not several:
        return False
    if areas_in_short(word):
        return any(way.role is Role.PLACE for way in ways)
    measures = " . ".join(label.code.words for way in ways if way.role is Role.MEASURE for label in way.labels)
    return any(len(m) >= _LONG_ENOUGH and word.startswith(m) and word != m for m in _SHORT.findall(measures))
