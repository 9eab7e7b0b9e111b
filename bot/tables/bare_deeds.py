"""Deeds that a question asks for by "did", whose bare word names a thing too ("how many calls did it *answer*?")."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.tables.words import Word
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["as_deeds", "participle"]

_DID = regex(r"\b(?:did|does|do)\s+(?P<who>[^?,;]+?)\s+$", re.IGNORECASE)
_NO_DEED_AFTER = regex(
    r"\b(?:the|an?|this|that|its|their|his|her|our|any|each|every|no|of|in|on|at|by|to|for|from|with|per|as|and|or)\s+$",
    re.IGNORECASE,
)
"""Behind these a bare word is the name of a thing ("travel *by train*")."""
_ENDS_THERE = regex(
    r"\s*(?:$|[?.,;]|(?:in|on|at|to|from|between|during|over|for|by|since|before|after|last|this|each|every|as|within)\b)",
    re.IGNORECASE,
)


def as_deeds(text: str, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """WORDS of TEXT, the bare word that ends a clause with "did" read as its participle where that is a deed."""
    return tuple(_as_deed(text, word, words) for word in words)


def _as_deed(text: str, word: Word, words: tuple[Word, ...]) -> Word:
    if word.kind == "action" or word.whole != (word.start, word.end) or not word.words.isalpha():
        return word
    before = text[: word.start]
    if _DID.search(before) is None or _NO_DEED_AFTER.search(before) or not _ENDS_THERE.match(text, word.end):
        return word
    if any(w.start > word.end and w.kind == "action" for w in words):
        return word  # "how much did the charge raise?": another word is the deed
    ids = frozenset(t.id for t in lexicon().terms(participle(word.words)) if t.kind == "action")
    return replace(word, ids=ids, kind="action", general=False) if ids else word


def participle(word: str) -> str:
    """How a regular verb is said of what it was done to ("answer": "answered")."""
    return re.sub(r"e?$", "ed", word, count=1)
