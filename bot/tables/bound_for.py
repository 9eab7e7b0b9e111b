"""That somebody was sent somewhere, as it is asked of a table that tells where each went ("Destination").

It says of what was done only what such a table says anyway, whatever the deed is called: returned, moved, exported.
"""

from __future__ import annotations

import re

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import Way
from bot.tables.words import Word, alike, listed_words
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["DESTINATION", "came_there", "is_bound_for", "sent_there"]

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


_CAME = regex(
    r"\b(?:c[ao]me|comes|coming|went|go|goes|going|gone|travel(?:s|led|ling)?|flew)\s+(?:(?:over|out|back)\s+)?(?:in)?to\s+"
    r"(?=(?P<the>(?:the|this)\s+)?(?P<where>[A-Za-z]+))",
    re.IGNORECASE,
)


def came_there(question: Asked, listed: Listed) -> bool:
    """Whether it is asked of those who came to a place, of a table that counts the visits to it.

    To go "to prison" or "to hospital" is no visit: it is a place by its name, or with an article, that one visits.
    """
    if not alike(listed.counted, listed_words("visits")):
        return False
    to = frozenset(i for pairs in listed.titled_pairs for _, b in pairs for i in b)
    for match in _CAME.finditer(question.text):
        there = [w for w in question.words if match.start("where") <= w.start]
        where = there[0].ids if there else frozenset[str]()
        named = match["the"] is not None or any(lexicon().kind(i) == "place" for i in where)
        if named and where & to:
            return True
    return False
