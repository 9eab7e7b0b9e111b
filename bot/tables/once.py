"""Words of a label that tell it from one that else says the same: "at least once", "most exposed", "least exposed"."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["extremes", "once_or_more"]

_ONCE_OR_MORE = regex(
    r"\b(?:at\s+least\s+(?:one|once)|(?:one|once)\s+or\s+more(?:\s+times)?|one[\s-]plus)\b", re.IGNORECASE
)
_EXTREME = regex(r"\b(?P<how>most|least)\s+(?P<what>[a-z]{3,})\b", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def once_or_more(text: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, term) of each place where TEXT speaks of those to whom something befell once or more."""
    return tuple((*m.span(), "once-or-more") for m in _ONCE_OR_MORE.finditer(text))


@lru_cache(maxsize=20_000)
def extremes(text: str) -> tuple[tuple[int, str, str], ...]:
    """(start, how, term) of each word of which TEXT tells the most or the least ("*most* exposed")."""
    found = ((m, lexicon().terms(m["what"])) for m in _EXTREME.finditer(text))
    return tuple((m.start("what"), m["how"].lower(), terms[0].id) for m, terms in found if terms)
