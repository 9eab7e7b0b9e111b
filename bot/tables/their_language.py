"""The language that people have as their first, asked of a table that tells them apart by it.

A heading "Language" over "English" and "Known to be other than English" is of what is spoken by those whom the table
counts; one over "French" and "Latin" alone may be of what they learn.
"""

from __future__ import annotations

import re

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.words import Word
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["is_their_language"]

_LANGUAGES = "languages"
_THEIRS = regex(
    r"\b(?:(?P<how>first|main|native|own|home|primary|mother)\s+(?:home\s+)?(?:languages?|tongues?)|(?P<deed>spoke|speaks?|speaking|spoken))\b",
    re.IGNORECASE,
)
_TOLD = regex(r"\b(?:first|main|native|home|mother|spoken|speaks?|speakers?|known|believed)\b", re.IGNORECASE)


def is_their_language(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a word only says that a language is somebody's own ("their *first* language", "*spoke* Welsh"), where the
    table is of such languages, as its title, heading or labels say."""
    match = next((m for m in _THEIRS.finditer(question.text) if m.start() <= word.start < m.end()), None)
    if match is None or word.ids & listed.labelled:
        return False
    headed = [w for w in listed.ways if w.role not in (Role.TIME, Role.MEASURE) and _LANGUAGES in w.name_ids]
    told = [w.dimension.name for w in headed] + [label.code.words for w in headed for label in w.labels]
    told.append(listed.dataset.title if _LANGUAGES in listed.titled else "")
    return bool(headed) and any(map(_TOLD.search, told))
