"""Whether so long or so much reaches what a rule asks for: "Would a two-week stay have meant a test?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.heard import Heard, Line, akin, ids_of
from bot.query import Query
from corpus.extract.numbers import quantities
from corpus.extract.quantity import Quantity
from corpus.extract.sense import Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Qualifier

__all__ = ["reaching"]

_LED = (
    r"(?:be|been) enough (?:to|for)|trigger(?:ed)?|mean[ts]?|lead to|led to|qualif(?:y|ied) for|qualif(?:y|ied)"
    r"|count(?:ed)? as|require[ds]?|bring|brought|earn(?:ed)?|prompt(?:ed)?|need(?:ed)?|warrant(?:ed)?|result(?:ed)? in"
)
_ASKED = regex(
    rf"^(?:and |so |but )?(?:would|does|do|did|will|could|is|was) (?P<much>.+?)"
    rf" (?:have |has |had |ever |also |itself )*(?P<led>{_LED}) (?P<what>.+)$",
    re.IGNORECASE,
)
_RULE = regex(
    r"\b(?:if|must|should|shall|supposed to|required|requires?|eligible|entitled"
    r"|qualif\w+|rules?|law|automatic\w*|liable|subject to)\b",
    re.IGNORECASE,
)
_LIGHT = regex(
    r"\b(?:an?|the|any|such|checks?|consideration|look|case|to be (?:considered|checked|looked at))\b", re.IGNORECASE
)
"""What only says that something is looked into, whatever the rule calls that."""
_NOT = regex(
    r"\b(?:not|never|unless|except|no longer|cannot|but|refus\w+|barred|banned|exempt\w*|loses?|losing|lost|forfeit\w*"
    r"|withdrawn?|ineligible|disqualif\w*|denied|excluded|repealed|abolished|scrapped|wrongly|used to|old|former"
    r"|whether)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
"""What a rule does not grant, or may not grant to all; and what is a rule no more."""
_DAYS = {"days": (1, 1), "weeks": (7, 7), "months": (28, 31), "years": (365, 366)}
"""How many days there are in each, at the fewest and at the most."""
_MONTHS = {"months": 1, "years": 12}
_LEAST, _MOST = (Qualifier.AT_LEAST, Qualifier.MORE_THAN), (Qualifier.AT_MOST, Qualifier.FEWER_THAN)
REACHES, SHORT = "That reaches what the rule asks for", "No: that falls short of what the rule asks for"
WITHIN, BEYOND = "That is within what the rule allows", "No: that goes beyond what the rule allows"


def reaching(query: Query, lines: Sequence[Line]) -> list[Heard]:
    """The sentence of the rule that QUERY holds a length or an amount against, with whether it is reached; none where
    it asks no such thing, or where no one rule gives a limit of that sort."""
    asked = _ASKED.match((query.resolved or query.text).strip(" ?.!"))
    held = [q for q in quantities(asked["much"]) if q.value is not None] if asked is not None else []
    if asked is None or len(held) != 1 or held[0].kind == "count":
        return []
    what = [s for s in senses(_LIGHT.sub(" ", asked["what"])) if not lexicon().general(s.id)]
    much = held[0].span.of(asked["much"])
    things = [s for s in senses(asked["much"].replace(much, " ")) if not lexicon().general(s.id)]
    told = [Heard(x, 1.0, (), so) for x in lines if what and (so := _against(held[0], x, [*what, *things]))]
    return told if len({(h.name) for h in told}) == 1 else []


def _against(held: Quantity, line: Line, terms: Sequence[Sense]) -> str:
    """How what is HELD stands against the limit that LINE gives by a rule; "" where it gives none for TERMS."""
    here = ids_of(line.text)
    if _RULE.search(line.text) is None or _NOT.search(line.text) is not None:
        return ""
    if not all(akin(s, here) for s in terms):
        return ""
    limits = [q for q in quantities(line.text) if q.value is not None and q.qualifier in _LEAST + _MOST]
    pairs = [(pair, q.qualifier) for q in limits if (pair := _alike(held, q)) is not None]
    if len(pairs) != 1:
        return ""
    (mine, limit), way = pairs[0]
    within = mine == limit and way in (Qualifier.AT_LEAST, Qualifier.AT_MOST)
    if way in _LEAST:
        return REACHES if mine > limit or within else SHORT
    return WITHIN if mine < limit or within else BEYOND


def _alike(one: Quantity, other: Quantity) -> tuple[Decimal, Decimal] | None:
    """Both in one unit; None where they are in no common one, or so near that a month's days would tell."""
    if one.value is None or other.value is None:
        return None
    if one.unit == other.unit and one.kind == other.kind:
        return one.value, other.value
    if one.unit in _MONTHS and other.unit in _MONTHS:
        return one.value * _MONTHS[one.unit], other.value * _MONTHS[other.unit]
    if one.unit not in _DAYS or other.unit not in _DAYS:
        return None
    least, most = (one.value * n for n in _DAYS[one.unit])
    low, high = (other.value * n for n in _DAYS[other.unit])
    return (least, low) if most < low or least > high else None
