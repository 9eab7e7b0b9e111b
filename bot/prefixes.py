"""Words that a prefix denies: "unsafe" and "safe", "untested" and "tested", "ineligible" and "eligible"."""

from __future__ import annotations

import re
from collections.abc import Collection

from corpus.extract.sense import Sense
from corpus.lexicon.speech import listed
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["denied_by_prefix", "turned_by_prefix"]

_PREFIXES = ("un", "non-", "in", "im", "ir", "il")
_PREFIX = regex(r"^(?:un|non-?|in|im|ir|il)(?=[a-z]{3})", re.IGNORECASE)
_DONE = regex(r"(?:ed|en|id|ght|wn|ne|nt|ost)$", re.IGNORECASE)
"""How a participle ends: whatever is "untested" was not tested, and all else was."""
_OTHERWISE = frozenset({"covered", "earthed", "veiled", "folded"})
"""Participles that "un-" does not deny: what was uncovered was found."""


def _counterparts(word: str) -> frozenset[str]:
    """WORD denied by a prefix, or without the prefix that denies it."""
    word = word.lower()
    bare = _PREFIX.sub("", word)
    prefixes = _PREFIXES if len(word) > _SHORT else ("un", "non-")
    return frozenset({f"{p}{word}" for p in prefixes} | ({bare} if bare != word else set()))


_SHORT = 4


def turned_by_prefix(asked: Sense, told: Collection[str]) -> bool:
    """Whether the terms TOLD have what is ASKED only with a prefix that denies it, or without the one that it has."""
    if " " in asked.words:
        return False
    return any((lexicon().ids(word) - {asked.id}) & set(told) for word in _counterparts(asked.words))


def denied_by_prefix(asked: Sense) -> tuple[str, ...]:
    """The terms that say of a thing that it is not as ASKED, where everything counted is the one or the other."""
    word = asked.words.lower()
    bare = _PREFIX.sub("", word)
    if " " in word or bare in _OTHERWISE or not (bare in listed("one_or_other") or _DONE.search(bare)):
        return ()
    found = (f"un{word}", f"non-{word}", f"in{word}") if bare == word else (bare,)
    return tuple(dict.fromkeys(i for w in found for i in lexicon().ids(w) if i != asked.id))
