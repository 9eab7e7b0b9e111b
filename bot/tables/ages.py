"""Ages in labels and in questions: "17 and under" are children, "18 to 24" and "70 and over" adults.

The law's line is used: a child is anyone under 18 (Children Act 1989, section 105). A band that a question names is
that of the table, or is made up of whole bands that follow one another; else the table does not answer for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.tables.words import COUNTS
from corpus.patterns import regex

__all__ = [
    "ADULT",
    "CHILD",
    "GROWN",
    "NOT_GROWN",
    "Band",
    "ages_of",
    "and_those",
    "bands_in",
    "fewer_in",
    "made_up_of",
    "only_band",
    "single_age",
    "single_ages_in",
]

CHILD, ADULT = "child", "adult"
"""The lexicon's concepts."""
_OF_AGE = 18
_OLDEST = 150
_TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SPELT = {word: n for word, n in COUNTS.items() if n > 1}
_SPELT |= {word: n for n, word in enumerate(_TEENS, 13)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_AGE = rf"(?:\d{{1,3}}|\b(?:{'|'.join(_SPELT)})\b)"
_YEARS = r"(?:[\s-]*years?(?:[\s-]*(?:old|of age))?|[\s-]*olds?)?(?:[\s-]*olds?)?"
_AGE_OF = r"(?:the\s+age\s+of\s+)?"
_BAND = regex(
    rf"(?<![\w.,/])(?:aged?\s+)?(?:between\s+)?(?:(?P<low>{_AGE})\s?(?:to|and|-|\u2013)\s?(?P<high>{_AGE})s?(?![\d/%]){_YEARS}"
    rf"|(?:under|below|younger than|less than)(?:\s+|-){_AGE_OF}(?P<under>{_AGE})(?:s|{_YEARS})(?![\w/])"
    rf"|(?P<down>{_AGE}){_YEARS}\s+(?:and|or|&)\s+(?:under|below|younger)"
    rf"|(?P<up>{_AGE}){_YEARS}\s*(?:\+|(?:(?:and|or|&)\s+(?:over|above|older)|or\s+more)){_YEARS}"
    rf"|(?:over|older than)(?:\s+|-){_AGE_OF}(?P<over>{_AGE})(?:s|{_YEARS})(?![\w/]))",
    re.IGNORECASE,
)
"""Told from other numbers by what follows: an age is never a money amount, a share or a season's year."""


class Band(NamedTuple):
    """A stretch of whole years of age, both included: from ``low`` to ``high``."""

    low: int
    high: int


NOT_GROWN, GROWN = Band(0, _OF_AGE - 1), Band(_OF_AGE, _OLDEST)


def bands_in(text: str) -> list[tuple[int, int, Band]]:
    """(start, end, band) of each band of ages, or of other whole numbers, that TEXT names."""
    return [(m.start(), m.end(), band) for m in _BAND.finditer(text) if (band := _band(m)).low <= band.high]


def only_band(label: str) -> Band | None:
    """The band that LABEL is, and nothing else; None where it says more or another thing."""
    said = label.strip()
    named = _CALLED.fullmatch(said)
    match = _BAND.fullmatch(named["band"].strip() if named is not None else _WHOSE_AGE.sub("", said))
    return _band(match) if match is not None and _band(match).low <= _band(match).high else None


_WHOSE_AGE = regex(
    r"^(?:(?:young\s+)?(?:people|persons)|children|adults|infants|those)\s+(?=aged?\b|under\b|over\b|\d)", re.IGNORECASE
)
"""Whose age a label tells, which says no more than the age itself ("Children 4 and under")."""
_CALLED = regex(r"(?:child(?:ren)?|adults?)\s*[(\[](?P<band>[^()\[\]]+)[)\]]", re.IGNORECASE)
"""What those of an age are called, with the age in brackets ("Child (17 or under)")."""
_SINGLE = regex(r"(?:aged?\s+)?(?P<n>\d{1,3})(?:\s+years?(?:\s+old)?)?", re.IGNORECASE)
_ONE_AGE = regex(
    rf"\baged?\s+(?P<a>{_AGE})\b(?!\s*(?:to|and|or|-|\u2013|\+))"
    rf"|(?<![\w.,/-])(?<!to )(?<!and )(?<!or )(?P<b>{_AGE})[\s-]years?[\s-]olds?\b(?!\s+(?:and|or)\b)",
    re.IGNORECASE,
)


def single_age(label: str) -> Band | None:
    """The one year of age that LABEL is, under a heading of ages ("Age 14", "14")."""
    match = _SINGLE.fullmatch(label.strip())
    return Band(int(match["n"]), int(match["n"])) if match is not None else None


def single_ages_in(text: str) -> list[tuple[int, int, Band]]:
    """(start, end, age) of each one year of age that TEXT names ("five-year-olds", "aged 14")."""
    found = ((m, _number(m["a"] or m["b"])) for m in _ONE_AGE.finditer(text))
    return [(m.start(), m.end(), Band(age, age)) for m, age in found]


_FEWER = regex(r"\b(?:fewer|less)\s+than\s+(?P<n>\d{1,3})\s+(?P<what>[a-z][a-z-]+)\b", re.IGNORECASE)


def fewer_in(text: str) -> list[tuple[int, int, Band]]:
    """(start, end, band) of each number that TEXT says what is counted stays below, with what there are so many of
    ("fewer than 50 boats"): bands of sizes, and of no ages."""
    found = [(m, int(m["n"])) for m in _FEWER.finditer(text)]
    return [(m.start(), m.end(), Band(0, n - 1)) for m, n in found if n > 0 and not _LENGTH.match(m["what"])]


_LENGTH = regex(r"(?:years?|months?|weeks?|days?|hours?|minutes?|per|percent|miles?|metres?|of|in)\b", re.IGNORECASE)
_AND_THOSE = regex(r"\bover(?:\s+|-)\d{1,3}s", re.IGNORECASE)


def and_those(words: str, band: Band) -> Band | None:
    """The BAND with the age itself, which "the over-65s" takes in as people say it, where WORDS are such a name."""
    return Band(band.low - 1, band.high) if _AND_THOSE.search(words) else None


def _number(said: str) -> int:
    return int(said) if said.isdigit() else _SPELT[said.lower()]


def _band(match: re.Match[str]) -> Band:
    if match["low"]:
        return Band(_number(match["low"]), _number(match["high"]))
    if match["under"]:
        return Band(0, _number(match["under"]) - 1)
    if match["down"]:
        return Band(0, _number(match["down"]))
    return Band(_number(match["up"]), _OLDEST) if match["up"] else Band(_number(match["over"]) + 1, _OLDEST)


def made_up_of(asked: Band, bands: Sequence[tuple[int, Band]]) -> tuple[int, ...]:
    """The numbers of those of BANDS that make up ASKED whole, each year of age once; none where none do.

    All under an age are those from the youngest that the table counts, where its bands go on to the oldest.
    """
    exact = [n for n, band in bands if band == asked]
    if exact:
        return tuple(exact[:1])
    youngest = min((band.low for _, band in bands), default=0)
    if asked.low == 0 < youngest <= asked.high and _tiled(Band(youngest, _OLDEST), bands):
        return _tiled(Band(youngest, asked.high), bands)
    return _tiled(asked, bands)


def _tiled(asked: Band, bands: Sequence[tuple[int, Band]]) -> tuple[int, ...]:
    found: list[int] = []
    at = asked.low
    while at <= asked.high:
        fitting = [(band.high, n) for n, band in bands if band.low == at and band.high <= asked.high]
        if not fitting:
            return ()
        high, n = max(fitting)
        found.append(n)
        at = high + 1
    return tuple(found)


def ages_of(label: str) -> frozenset[str]:
    """``child`` or ``adult`` where every age that LABEL names is one; else nothing."""
    band = only_band(label)
    if band is None:
        return frozenset()
    if band.high < _OF_AGE:
        return frozenset({CHILD})
    return frozenset({ADULT}) if band.low >= _OF_AGE else frozenset()
