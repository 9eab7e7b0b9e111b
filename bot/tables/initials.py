"""Names said in full of which a table says only the initials: "the Harbour Lights Scheme", of a file "hls.csv".

Initials stand for many things; they stand for this one where a whole name begins with them, word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.words import Word, features
from corpus.patterns import regex

__all__ = ["by_initials"]

_MINOR = "of|for|and|the|in|to|on"
_CASED = regex(rf"\b[A-Z][a-z'\u2019-]+(?:\s+(?:(?:{_MINOR})\s+){{0,2}}[A-Z][a-z'\u2019-]+){{2,6}}")
_PLAIN = regex(
    r"\b[a-z'\u2019-]+(?:\s+[a-z'\u2019-]+){1,6}\s+(?:scheme|programme|mechanism|service|survey|fund|agency|authority|index"
    r"|framework|register|allowance|credit|system|act|order|board|commission|council|initiative"
    r"|certificates?|licen[cs]es?|permits?|notices?|orders|credits|allowances|surveys)\b",
    re.IGNORECASE,
)
"""A name as people write it in small letters, known by what ends it."""
_SHORT = regex(r"\b[A-Z]{3,6}\b")
_FILED = regex(r"\b[a-z]{3,6}\b", re.IGNORECASE)
_LEAST, _MOST = 3, 6


def by_initials(question: Asked, listed: Listed) -> Asked:
    """QUESTION with the words of a name read as the initials by which the table calls the same thing too."""
    shorts = _shorts(listed)
    spans = [span for span, short in _runs(question.text) if short in shorts]
    if not spans:
        return question
    return replace(question, words=tuple(_with_initials(word, spans, question.text) for word in question.words))


def _with_initials(word: Word, spans: list[tuple[int, int]], text: str) -> Word:
    for start, end in spans:
        if start <= word.start < end:
            return replace(word, ids=word.ids | features(_initials(text[start:end])))
    return word


def _shorts(listed: Listed) -> frozenset[str]:
    """The initials in what a table says of all of it; where only its file's name says that, every short word there."""
    told = {m.group().lower() for words in listed.told for m in _SHORT.finditer(words)}
    if listed.only_filed:
        told |= {m.group().lower() for m in _FILED.finditer(listed.dataset.title)}
    return frozenset(told)


def _runs(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Where each run of words stands that may be a name, and its initials."""
    for match in (*_CASED.finditer(text), *_PLAIN.finditer(text)):
        words = [m for m in re.finditer(r"\S+", match.group()) if m.group().lower() not in _MINOR.split("|")]
        for first in range(len(words)):
            for last in range(first + _LEAST, min(first + _MOST, len(words)) + 1):
                if match.re is _PLAIN and last != len(words):
                    continue
                span = (match.start() + words[first].start(), match.start() + words[last - 1].end())
                yield span, _initials(text[slice(*span)])


def _initials(words: str) -> str:
    return "".join(w[0] for w in words.lower().split() if w not in _MINOR.split("|"))
