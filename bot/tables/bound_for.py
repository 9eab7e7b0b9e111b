"""That somebody was sent somewhere, as it is asked of a table that tells where each went ("Destination").

It says of what was done only what such a table says anyway, whatever the deed is called: returned, moved, exported.
"""

from __future__ import annotations

import re

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import Way
from bot.tables.words import Word
from corpus.patterns import regex

__all__ = ["DESTINATION", "is_bound_for", "sent_there"]

DESTINATION = frozenset({"destin", "destination"})
"""The terms of headings whose labels are where somebody, or something, goes."""
_SENT = regex(r"\b(?P<deed>sen[dt]|sending|flown|flying|shipped|shipping)\b[^,;?]*?\bto\b", re.IGNORECASE)


def is_bound_for(way: Way) -> bool:
    """Whether a dimension tells where those that are counted go."""
    return bool(way.name_ids & DESTINATION)


def sent_there(question: Asked, listed: Listed, word: Word | None = None) -> bool:
    """Whether it is asked of those who were sent somewhere, of a table that tells where; by that WORD, if given."""
    if not any(map(is_bound_for, listed.ways)):
        return False
    deeds = [m.start("deed") for m in _SENT.finditer(question.text)]
    return bool(deeds) if word is None else word.start in deeds
