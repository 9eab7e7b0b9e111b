"""People whom a table calls by what they do: claimants claim, visitors visit."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.tables.catalog import Listed
from bot.tables.label import own_words
from bot.tables.words import Word
from corpus.patterns import regex

__all__ = ["only_does"]

_DOER = regex(r"(?P<stem>[a-z]{4,}?)(?:e?rs?|ors?|ants?|ents?)", re.IGNORECASE)
_DONE = regex(r"(?P<stem>[a-z]{4,}?)(?:ing|ed|es|e|s)?", re.IGNORECASE)
_TAKES = {"applicant": "appl", "recipient": "receiv", "student": "stud", "entrant": "enter"}
"""Doers whose deed is spelt otherwise than they are."""


def only_does(word: Word, listed: Listed) -> bool:
    """Whether WORD says only that those whom the table counts did what they are called by: of "Claimants of Island
    Grant", those who *claimed* it, and of grants "by recipient town", what each *received*."""
    if word.kind != "action":
        return False
    done = _DONE.fullmatch(word.words)
    told = (listed.dataset.title, *(way.dimension.name for way in listed.ways))
    heads = own_words(listed.dataset.measure).split()[:1]
    heads += [one for words in told for one in words.split() if one.lower().removesuffix("s") == "recipient"]
    return done is not None and any(done["stem"].lower() in _deeds_of(head.lower()) for head in heads)


@lru_cache(maxsize=4_096)
def _deeds_of(doer: str) -> frozenset[str]:
    """How the deed begins that a DOER is called by; nothing where it is no doer."""
    match = _DOER.fullmatch(doer)
    if match is None:
        return frozenset()
    return frozenset(
        {match["stem"], match["stem"].removesuffix("e"), _TAKES.get(doer.removesuffix("s"), match["stem"])}
    )
