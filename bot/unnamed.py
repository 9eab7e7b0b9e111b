"""Questions that leave to "it" or "them" what they are about: in a large record, which holds everything, too little."""

from __future__ import annotations

import re

from bot.query import Query
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["unnamed"]

_IT = regex(
    r"\b(?:it|they|them|he|him|she|her|this|these|those)\b(?! (?:true|right|so|the case)\b)"
    r"(?! (?:[a-z'\u2019-]+ ){0,2}(?:who|whom|that|which)\b)",
    re.IGNORECASE,
)
"""A word that stands for what was named before, and not for what it goes on to name ("those who drowned")."""
_FEW = 2
"""So few terms do not tell one matter of a large record from the others."""
_NAMES = frozenset({"place", "nationality", "body", "offence"})


def unnamed(query: Query) -> str:
    """The word in which QUERY leaves it open whom or what it means, where nothing else that it names tells; else ""."""
    wanted = query.wanted
    named = query.inherited or query.who or wanted.told or wanted.sayer or wanted.whole is not None or query.numbers
    found = _IT.search(query.resolved or query.text)
    if found is None or named or len(wanted.telling) > _FEW:
        return ""
    if query.other is not None and query.other.telling:
        return ""
    lex = lexicon()
    return "" if any(lex.kind(s.id) in _NAMES or s.words[:1].isupper() for s in wanted.telling) else found.group()
