"""What the name of a table says was done to what it counts, and what is done to every such thing anyway."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.tables.label import spaced
from bot.tables.words import features, light
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["DONE", "deeds_of", "done_anyway"]

_PARTICIPLE = regex(
    r"(?<=[\w)] )(?P<deed>[a-z]{3,}ed)\b(?=\s*(?:$|[,(:;]|by\b|in\b|for\b|to\b|from\b|at\b|with\b|between\b|per\b))",
    re.IGNORECASE,
)
"""The word after what is counted that says what was done to it: "street lamps *repaired*", whatever the deed."""


DONE = regex(r"\b[a-z]{2,}(?:ed|aid|ent|ade|iven|aken)\b")
"""What may be a participle: "responded", "paid", "sent", "made", "given"."""


def deeds_of(measure: str) -> frozenset[str]:
    """The terms of what MEASURE says was done to what it counts; lamps repaired are not all the lamps there are."""
    words = spaced(measure)
    terms = lexicon().terms(words)
    theirs = {a.id for a, b in pairwise(terms) if b.kind in _WHO and _TO_BLANK.fullmatch(words[a.end : b.start])}
    known = {t.id for t in terms if t.kind == "action" and not (t.id in theirs and _BARE.fullmatch(t.words))}
    told = {i for m in _PARTICIPLE.finditer(words) for i in features(m["deed"])}
    return frozenset(known | told) - light() - done_anyway(words)


_WHO = ("person", "role")
_TO_BLANK = regex(r"\s+")
_BARE = regex(r"[a-z]+(?<!ed)(?<!en)(?<!ing)(?<!s)", re.IGNORECASE)
"""A deed that people are only for ("*rescue* swimmers"), said neither as done to them nor of how many there were."""


def done_anyway(measure: str) -> frozenset[str]:
    """The terms of what MEASURE says was done that befalls every such thing: "how many appeals were there?" is of those
    lodged."""
    return frozenset(i for m in _COMING_IN.finditer(spaced(measure)) for i in features(m[m.lastgroup or "deed"]))


_COMING_IN = regex(
    r"\b(?:(?:cases|appeals|complaints|claims|applications|referrals|offences|crimes|incidents|petitions)\s+"
    r"(?P<deed>started|received|recorded|reported|registered|lodged|notified|made)"
    r"|(?:waste|rubbish|refuse|litter)\s+(?P<waste>collected|generated|produced|arising)"
    r"|(?:journeys|trips|visits|calls)\s+(?P<way>made|taken|undertaken)"
    r"|(?P<held>held|kept|housed|accommodated|living|staying)(?=\s+in\s+[a-z]+\s+[a-z])"
    r"|(?P<told>identified|recorded|reported|known)(?=\s+[a-z]{4,})"
    r"|(?:publicly|state|government|council|local\s+authority)[\s-]+(?P<kept>funded|maintained|run|owned)(?=\s+[a-z]+s\b)"
    r"|passengers\s+(?P<way2>carried)|lessons\s+(?P<way3>taken|given)|meals\s+(?P<way4>served))\b",
    re.IGNORECASE,
)
"""What is done to every such thing that a table counts."""
