"""The notes of a table that speak of the very row that answers, with a number: they are told beside its figure.

A row of injuries says "Death: 8", and a note below it that twelve deaths were recorded otherwise: who reads out the one
has to know of the other.
"""

from __future__ import annotations

from bot.tables.take import Taken
from bot.tables.words import alike, features, light
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["notes_on"]

_NUMBER = regex(r"(?<![\w/-])\d[\d,]*(?:\.\d+)?(?![\w/-])")
_YEAR = regex(r"(?:19|20)\d\d")
_LONGEST = 600
_MOST = 2


def notes_on(taken: Taken) -> tuple[str, ...]:
    """The notes of the table, of those that no mark ties to other cells, which say a number of all that TAKEN is of but
    its place and time."""
    listed, picks = taken.slice.listed, taken.slice.binding.picks
    ways = [w for w in listed.ways if w.role not in (Role.TIME, Role.PLACE) and w.n in picks]
    labels = [(w, w.labels[c]) for w in ways for c in picks[w.n]]
    told = frozenset(need.term for w, label in labels for need in label.needed if need.term not in w.common)
    told -= light() | listed.counted
    plain = (words for mark, words in listed.dataset.notes if not mark and len(words) <= _LONGEST and _numbered(words))
    found = [words for words in plain if told and all(alike(frozenset({i}), features(words)) for i in told)]
    return tuple(dict.fromkeys(found))[:_MOST]


def _numbered(words: str) -> bool:
    """Whether WORDS say a number that is no year."""
    return any(_YEAR.fullmatch(m.group()) is None for m in _NUMBER.finditer(words))
