"""How a number or a day is given: as so, or only as planned, undertaken, asked of somebody or denied.

"The ferry was due to sail on the third but sailed on the fifth": the third is only planned, the fifth is so. The words
that lead up to it stand in ``corpus/lexicon/modality.yaml``; what they give so reaches to the end of their clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from corpus.extract.told_again import told_again
from corpus.lexicon.loading import loaded
from corpus.patterns import regex

__all__ = ["SAYS", "Given", "Lead", "denials", "given_at", "given_day", "leads"]


class Given(StrEnum):
    """How a number or a day is given that is not given as so."""

    COMING = "coming"
    UNDERTAKEN = "undertaken"
    ASKED = "asked"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Lead:
    """Words that lead up to a number or a day between ``start`` and ``end``; the days begin at ``days``.

    ``cue`` are those words; ``past``: they tell only how it once was planned ("had been due to").
    """

    given: Given
    cue: str
    start: int
    days: int
    end: int
    past: bool


def given_at(text: str, at: int) -> Lead | None:
    """What of TEXT gives the number AT a place otherwise than as so: a denial before all else, else the nearest."""
    return _nearest(one for one in leads(text) if one.start <= at < one.end)


def given_day(text: str, at: int) -> Lead | None:
    """The same of a day: "promised *on the third* to sail" dates the promise."""
    return _nearest(one for one in leads(text) if one.days <= at < one.end)


def _nearest(over: Iterable[Lead]) -> Lead | None:
    found = list(over)
    denied = (one for one in found if one.given is Given.DENIED)
    return next(denied, found[-1] if found else None)


@lru_cache(maxsize=20_000)
def leads(text: str) -> tuple[Lead, ...]:
    """All that TEXT gives otherwise than as so, in order."""
    small = text.lower()
    if len(small) != len(text):
        return ()
    here = frozenset(_WORD.findall(small))
    found = [
        _lead(given, small, match)
        for given, needed, pattern in _patterns()
        if not needed.isdisjoint(here)
        for match in pattern.finditer(small)
        if not _a_month_or_name(text, match.start())
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


@lru_cache(maxsize=20_000)
def denials(text: str) -> tuple[Lead, ...]:
    """What of TEXT is told only to deny it; most texts hold no word of that, which is looked for first."""
    if _denying().isdisjoint(_WORD.findall(text.lower())):
        return ()
    return tuple(one for one in leads(text) if one.given is Given.DENIED)


@lru_cache(maxsize=1)
def _denying() -> frozenset[str]:
    return frozenset().union(*(needed for given, needed, _ in _patterns() if given is Given.DENIED))


_WORD = regex(r"[a-z]+")


def _lead(given: Given, small: str, match: re.Match[str]) -> Lead:
    over = "over" in match.re.groupindex
    end = match.end("over") if over else _clause_end(small, match.end())
    whom = "whom" in match.re.groupindex and match["whom"] is not None
    start = match.start("whom") if whom else match.start("over") if over else match.end()
    days = end if "thing" in match.re.groupindex else start if over else match.end()
    past = _ONCE.search(small, max(0, match.start() - _NEAR), match.end()) is not None and match["cue"] not in _NOW
    return Lead(given, match["cue"], start, days, end, past)


def _a_month_or_name(text: str, at: int) -> bool:
    """Whether what was read as "may" or "will" is the month or somebody's name."""
    return _NAMED.match(text, at) is not None and (at > 0 or _ASKS.match(text) is None)


_NAMED = regex(r"(?:May|Will)\b")
_ASKS = regex(r"(?:May|Will) [a-z]")
_ONCE = regex(r"\b(?:was|were|had been|originally|at first|first|initially|once)\b")
_NEAR = 16
_NOW = frozenset({"will", "shall", "may"})
_END = regex(
    r"[;:.!?](?=\s|$)|,(?=\s)(?!\s(?:and\s)?(?:about\s|some\s|up to\s)?\d)"
    r"(?!\s(?:add|affect|bring|cost|creat|cutt|giv|leav|mak|rais|reduc|sav)ing\b)"
    r"|\b(?:but|although|though|whereas|while|because|since|after|following|who|whom|whose|which|where|than|instead of"
    r"|rather than|compared with|up from|down from)\b"
    r"|\bthat (?=(?:\w+ )?(?:was|were|had|has|have|is|are|\w+ed)\b)"
)


def _clause_end(small: str, start: int) -> int:
    """Where the clause ends that goes on at START: before a verb that is told as so, or another clause."""
    ends = _END.search(small, start)
    last = ends.start() if ends is not None else len(small)
    return told_again(small, start, last)


_TO = (
    r"(?:\s+\w+ly|\s+(?:on|in|at|last|this|yesterday|today|by)\b[^;:.,]{0,30}?)?\s+to\s+"
    r"(?!(?:the|an?|his|her|its|their|this|that|these|those|some|any|no|all|blame|become|prove)\b"
    r"|\w+(?:ion|ment|ing)s?\b)(?=[a-z])"
)
"""What comes before a verb, and no noun ("agreed *to requests*")."""
_OF_CAUSE = (
    r"(?!\w*\s*(?:fog|frost|ice|snow|rain|winds?|storms?|weather|floods?|fires?|faults?|errors?|strikes?|illness)\b)"
)
"""What a thing is *due to* that comes of it."""
SAYS = (
    r"(?!\s+(?:also\s+|perhaps\s+|first\s+)?"
    r"(?:add|say|tell|make\s+clear|point\s+out|mention|note|explain|stress|like|be\s+clear|remind)\b)"
)
"""What a speaker *should add* is told as it is."""
_GAP = r"(?:(?!\b(?:to|and|but|or|which|who|when|while|because|after|before|since|whether|if)\b)[^;.:,])*?"
_DAY = (
    r"(?=(?:the\s+)?(?:\d|early|late|mid|end|beginning|start|next|this|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|spring|summer|autumn|winter|christmas|easter|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day))"
)
_THING = (
    r"(?P<thing>(?P<over>(?:\s+(?!(?:to|on|in|at|by|after|before|when|because|during|since|last|that|which|who|for|and|but)\b)"
    r"[\w\u00a3$\u20ac%'\u2019-]+(?:[.,]\d+)*){1,6}))"
)
_WAS = r"(?:is|are|was|were)(?:\s+(?:now|still|both|all|originally|first))?"
_BEEN = r"(?:is|are|was|were|be|been|being|now|still|originally|first)"
_THAT = (
    r"(?:\s+to\s+(?:say|suggest))?(?:\s+[\w'\u2019]+){0,4}?"
    r"\s+(?:that(?!\s+(?:figure|number|total|count|estimate)\b)"
    r"|(?:claims?|suggestions?|reports?|allegations?|accusations?|rumours?|talk)\s+(?:of|about))\b"
)
_WAYS: tuple[tuple[Given, tuple[str, ...], str], ...] = (
    (Given.COMING, ("modal",), rf"\b(?P<cue>MODAL){SAYS}\b"),
    (Given.COMING, ("is", "are", "was", "were"), rf"(?<!decision )(?<!decisions )\b(?P<cue>{_WAS}){_TO}"),
    (Given.COMING, ("coming",), rf"\b(?P<cue>COMING){_TO}"),
    (Given.COMING, ("due",), rf"(?:\b{_BEEN}|,)\s+(?P<cue>due){_TO}{_OF_CAUSE}"),
    (Given.COMING, ("expecting",), rf"\b(?P<cue>EXPECTING)\s{_GAP}{_TO}"),
    (Given.COMING, ("dated",), rf"\b(?P<cue>DATED)\s+(?:\w+\s+)?(?:for|on|in|by|at|from|before|during)\s+{_DAY}"),
    (Given.COMING, ("dated_for",), rf"\b(?P<cue>DATED_FOR)\s+(?:for|by)\s+{_DAY}"),
    (Given.UNDERTAKEN, ("undertaken",), rf"\b(?P<cue>UNDERTAKEN){_TO}"),
    (Given.UNDERTAKEN, ("held_out",), rf"\b(?P<cue>HELD_OUT){_THING}"),
    (Given.ASKED, ("asked_of",), rf"\b(?P<cue>ASKED_OF)(?P<whom>\s+(?!to\b){_GAP})?{_TO}"),
    (Given.ASKED, ("asked_that",), r"\b(?P<cue>ASKED_THAT)\s+that\b"),
    (Given.ASKED, ("should", "ought"), rf"\b(?P<cue>should|ought\s+to)\b{SAYS}"),
    (Given.DENIED, ("denied_that",), rf"\b(?P<cue>DENIED_THAT){_THAT}"),
    (Given.DENIED, ("not_held",), rf"(?P<cue>(?:\bnot|n['\u2019]t)\s+NOT_HELD){_THAT}"),
    (Given.DENIED, ("denied", "denies", "denying"), r"\b(?P<cue>den(?:ied|ies|ying))\s+\w+ing\b"),
    (
        Given.DENIED,
        ("claim",),
        r"\b(?P<cue>CLAIM)\s+(?P<over>(?:that|of)\b[^;.:]*?)\b(?:is|are|was|were)\s+(?:\w+ly\s+)?UNFOUNDED\b",
    ),
)
"""How it is given, the words or lists of which a text must hold one, and what leads up to it."""


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Given, frozenset[str], re.Pattern[str]], ...]:
    named = sorted((n for n, v in _modality().items() if isinstance(v, list)), key=len, reverse=True)
    any_of = {n.upper(): "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in _list(n)) + ")" for n in named}
    lists = re.compile(rf"\b(?:{'|'.join(any_of)})\b")
    return tuple(
        (given, _needed(words), re.compile(lists.sub(lambda m: any_of[m.group()], pattern)))
        for given, words, pattern in _WAYS
    )


def _needed(names: Iterable[str]) -> frozenset[str]:
    """The words themselves, or the last word of each thing in the lists of those names."""
    listed = {w.split()[-1] for n in names if n in _modality() for w in _list(n)}
    return frozenset(listed or names)


def _list(name: str) -> list[str]:
    """What one list holds, in small letters, the longest first."""
    return sorted((str(w).lower() for w in _modality()[name]), key=len, reverse=True)


@lru_cache(maxsize=1)
def _modality() -> dict[str, Any]:
    read: dict[str, Any] = loaded("corpus.lexicon", "modality.yaml")
    return read
