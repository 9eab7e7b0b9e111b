"""Whose figures are asked for: a body that a question names as their maker is not read past, be it made of plain words.

"The Lighthouse Board's figures" are none of the Coast Office's, though both count the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from corpus.formats.statistics.vocabulary import initials_of, vocabulary
from corpus.patterns import regex

__all__ = ["made_by_them", "of_other_makers"]

_FIGURES = r"(?:figures?|statistics?|data|numbers?|counts?|series|estimates?|releases?|bulletins?|tables?|records?)"
_AFTER = regex(
    rf"(?:['\u2019]s?)?\s+(?:own\s+|annual\s+|quarterly\s+|official\s+|published\s+|latest\s+){{0,2}}{_FIGURES}\b", re.I
)
_BEFORE = regex(
    rf"\b(?:according\s+to|published\s+by|produced\s+by|compiled\s+by|{_FIGURES}\s+(?:from|by|of))\s+(?:the\s+)?$", re.I
)
_SOURCE = regex(r"^\s*source\s*:\s*(?P<who>[^.;]{3,120})", re.IGNORECASE)


def of_other_makers(question: Asked, listed: Listed) -> list[str]:
    """The makers whose figures QUESTION asks for, where the table says that its own are from somebody else."""
    return [name for _, _, name in _makers(question.text) if not _is_theirs(name, listed) and _says_whose(listed)]


def made_by_them(question: Asked, start: int, listed: Listed) -> bool:
    """Whether what begins at START is a word of the name of a maker whose figures the table's are."""
    return any(a <= start < b and _is_theirs(name, listed) for a, b, name in _makers(question.text))


@lru_cache(maxsize=256)
def _makers(text: str) -> tuple[tuple[int, int, str], ...]:
    """The bodies whose figures TEXT asks for, and where it names them; asked of every table, and found once."""
    named = vocabulary().publishers.finditer(text)
    theirs = (m for m in named if _AFTER.match(text, m.end()) or _BEFORE.search(text[: m.start()]))
    return tuple((m.start(), m.end(), m.group()) for m in theirs)


def _is_theirs(name: str, listed: Listed) -> bool:
    """Whether the table says that it is theirs: as its publisher, in its titles, or as the source that it names."""
    one, source = listed.dataset, listed.source
    told = [source.publisher or "", source.title, one.title, one.measure, *_sources(listed)]
    short = initials_of(name)
    spelt = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    return any(spelt.search(words) or (short and re.search(rf"\b{short}\b", words)) for words in told)


def _says_whose(listed: Listed) -> bool:
    return bool(listed.source.publisher) or any(_sources(listed))


def _sources(listed: Listed) -> list[str]:
    return [m["who"] for _, words in listed.dataset.notes if (m := _SOURCE.match(words)) is not None]
