"""A length of time that a question tells in one unit and a table in another: "over a year", of "> 52 weeks"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.spells import spells_in
from bot.tables.words import COUNTS, Word
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["as_told"]

_SO_MANY = rf"an?|one|\d{{1,3}}|{'|'.join(COUNTS)}"
_UNIT = r"years?|months?|fortnights?|weeks?|days?|hours?|minutes?"
_LONE = frozenset({"a", "an", "one"})
_LENGTH = regex(rf"(?<![\w.,])(?P<n>{_SO_MANY})[\s-]+(?:whole\s+|full\s+)?(?P<unit>{_UNIT})\b", re.IGNORECASE)
_BEFORE = regex(
    r"\b(?:over|under|above|below|within|exceeding|at\s+least|at\s+most|up\s+to|(?:more|less|longer|shorter|greater)\s+than)"
    r"[\s-]+$",
    re.IGNORECASE,
)
_AFTER = regex(r"\s*(?:or|and)\s+(?:more|over|longer|less|under|shorter)\b", re.IGNORECASE)
_ALIKE = (
    {"year": 1, "month": 12, "week": 52},
    {"month": 3, "week": 13},
    {"fortnight": 1, "week": 2, "day": 14},
    {"week": 1, "day": 7},
    {"day": 1, "hour": 24},
    {"hour": 1, "minute": 60},
)
"""What official tables take for the same length, in each unit."""
_Length = tuple[int, str]


def as_told(question: Asked, listed: Listed) -> Asked:
    """QUESTION with each length that is a limit ("more than a year") heard as the number that the table tells it by,
    where its labels tell an equal length and not the one that is said, or tell "1 year" in a number."""
    spelt = [(start, end) for start, end, _ in spells_in(question.text)]  # hours and minutes are heard as spells
    found = [m for m in _LENGTH.finditer(question.text) if _is_limit(question.text, m)]
    found = [m for m in found if not any(start <= m.start() < end for start, end in spelt)]
    told = _told(listed) if found else frozenset[_Length]()
    for match in found:
        mine = _length(match["n"], match["unit"])
        meant = _equal(mine) & told
        if mine not in told and len(meant) == 1:
            question = _heard(question, match.span(), str(next(iter(meant))[0]))
        elif mine in told and match["n"].lower() in _LONE:
            question = _heard(question, match.span(), "1")  # a condition like any number
    return question


def _is_limit(text: str, match: re.Match[str]) -> bool:
    return bool(_BEFORE.search(text[: match.start()]) or _AFTER.match(text, match.end()))


def _length(said: str, unit: str) -> _Length:
    number = COUNTS.get(said.lower()) or (int(said) if said.isdigit() else 1)
    return number, unit.lower().removesuffix("s")


def _told(listed: Listed) -> frozenset[_Length]:
    """The lengths that the labels of a table tell, and its titles."""
    labels = (c.words for way in listed.ways if way.role is not Role.TIME for c in way.dimension.codes)
    words = (*labels, listed.dataset.measure, listed.dataset.title)
    return frozenset(_length(m["n"], m["unit"]) for one in words for m in _LENGTH.finditer(one))


def _equal(length: _Length) -> frozenset[_Length]:
    """The lengths that are told for LENGTH in other units."""
    number, unit = length
    found: set[_Length] = set()
    for alike in _ALIKE:
        times, rest = divmod(number, alike[unit]) if unit in alike else (0, 1)
        if times and not rest:
            found |= {(times * each, other) for other, each in alike.items() if other != unit}
    return frozenset(found)


def _heard(question: Asked, span: tuple[int, int], number: str) -> Asked:
    """QUESTION with one word in the place of those in SPAN: NUMBER."""
    start, end = span
    heard = Word(start, end, question.text[start:end], frozenset({number}), "number", False, span)
    kept = [(n, w) for n, w in enumerate(question.words) if not start <= w.start < end]
    every = sorted([*kept, (-1, heard)], key=lambda one: one[1].start)
    old = {before: after for after, (before, _) in enumerate(every)}
    aside, denied = (frozenset(old[n] for n in some if n in old) for some in (question.aside, question.denied))
    return replace(question, words=tuple(w for _, w in every), aside=aside, denied=denied)
