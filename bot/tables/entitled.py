"""Of whom and of what "eligible" and "coverage" are: of those and of the deed that the counts beside them are of.

Under "Eligible", "Women vaccinated", "Coverage" it is women who are eligible, and vaccination that has a coverage.
"""

from __future__ import annotations

import re

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import Way
from bot.tables.words import Word, listed_words
from corpus.cube import Role
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["all_the_rows", "calls_rows", "entitled", "of_fellows"]

_PEOPLE = frozenset({"person", "role", "attribute", "nationality"})


def of_fellows(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a word says whom or what a measure that a question names is of, as all counts beside it say it."""
    owed, way = listed_words("entitled"), listed.measures
    if way is None or word.ids & owed:
        return False
    said = frozenset(i for w in question.words for i in w.ids)
    if not any(label.ids & owed & said for label in way.labels):
        return False
    lex = lexicon()
    kinds = _PEOPLE if {lex.kind(i) for i in word.ids} & _PEOPLE else frozenset({"action", "concept"})
    counts = [one for one in way.labels if one.code.additive and not one.ids & owed]
    alike = [one for one in counts if any(lex.kind(i) in kinds for i in one.ids)]
    return bool(alike) and all(one.ids & word.ids for one in alike)


_ASKED = regex(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?eligible\b|\beligible\s+for\b|\b(?:eligibility|coverage|uptake|take-up)\b",
    re.IGNORECASE,
)
"""That eligibility or a coverage is asked for; "how many *eligible* women were vaccinated" asks for another count."""


def entitled(question: Asked, way: Way) -> frozenset[int] | None:
    """The measures of which alone a question that asks for eligibility, or for a coverage, can name one; None where it
    asks for none, or no measure is of that."""
    if way.role is not Role.MEASURE or (asked := _ASKED.search(question.text)) is None:
        return None
    said = frozenset(i for w in question.words if asked.start() <= w.start < asked.end() for i in w.ids)
    owed = said & listed_words("entitled")
    return frozenset(label.n for label in way.labels if label.ids & owed) or None


_ALL_THE = regex(r"\b(?:all|every|each|across)\s+(?:of\s+)?(?:(?:the|its|their|our)\s+)?$", re.IGNORECASE)
_MANY, _OFTEN = 100, 0.05


def calls_rows(question: Asked, word: Word, way: Way) -> bool:
    """Whether a word calls rows what many of their names do, and all of them are asked for: no one of them is named
    ("THE YARD")."""
    return _ALL_THE.search(question.text[: word.start]) is not None and _called(word, way)


def all_the_rows(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a word calls the rows of a table what many of their names do ("across all the *yards*")."""
    return any(calls_rows(question, word, way) for way in listed.ways if way.role in (Role.CATEGORY, Role.PLACE))


def _called(word: Word, way: Way) -> bool:
    if len(way.labels) <= _MANY:
        return False
    return sum(1 for label in way.labels if label.ids & word.ids) > _OFTEN * len(way.labels)
