"""What a document calls the one undertaking that it is about: "the scheme", which it may call a programme, and once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["UNDERTAKINGS", "only_undertaking"]

_NAMED = regex(r"\b(?P<before>(?:[\w-]+ ){0,2})(?P<what>schemes?|programmes?|projects?|initiatives?)\b", re.IGNORECASE)
_OF_ITSELF = frozenset({"a", "an", "the", "this", "that", "its", "their", "of", "to", "in", "on", "by", "for", "whole"})
UNDERTAKINGS = frozenset().union(*(lexicon().ids(w) for w in ("scheme", "programme", "project", "initiative")))


def only_undertaking(sentences: Iterable[str]) -> frozenset[str]:
    """The terms by which a source's one undertaking may be called; none where its SENTENCES name none, or several."""
    named = [m for sentence in sentences for m in _NAMED.finditer(sentence)]
    kinds = {m["what"].lower() for m in named}
    marked = {" ".join(w for w in m["before"].lower().split() if w not in _OF_ITSELF) for m in named}
    several = any(kind.endswith("s") for kind in kinds) or len(marked - {""}) > 1 or len(kinds) > 1
    return UNDERTAKINGS if named and not several else frozenset()
