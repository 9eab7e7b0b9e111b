"""What a figure is counted in."""

from __future__ import annotations

import re

from corpus.extract.draft import Draft
from corpus.lexicon.grammar import words
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["unit_of"]

_AGE = regex(r"\bages?\b", re.IGNORECASE)
_WHO = regex(r"(?:ers?|ors?|ars?|ists?|philes?|thief|thieves|killers?|crooks?|criminals?)$", re.IGNORECASE)
"""The endings of nouns for those who do a thing: burglars, not burglaries."""

_DOING = regex(r"(?<=s) (?=(?:await|face|involv|affect|concern|includ|carry|lack|need|seek|want|hav|us|mak)ing )")
"""Between what is counted and what it is doing: "claims *awaiting* payment"."""


def unit_of(draft: Draft) -> str:
    """The unit that was written, else people, else the noun itself; a pronoun is counted as its whole is."""
    bound = draft.bound
    if bound.quantity.unit:
        return bound.quantity.unit
    if _AGE.search(bound.counted) and bound.quantity.kind == "count":
        return "years"
    if (_pronoun(bound.counted) or bound.elided) and draft.whole is not None:
        return unit_of(draft.whole)
    if bound.counted.lower() == "who" or _people(draft):
        return "people"
    return "" if _pronoun(bound.counted) or bound.elided else _noun(bound.counted)


def _pronoun(counted: str) -> bool:
    return not counted or counted.lower() in words("pronouns")


def _people(draft: Draft) -> bool:
    """Whether persons are counted: by what they are, what they did, or a word for people of any sort."""
    lex, counted = lexicon(), draft.bound.counted.lower()
    if any(word in words("people") for word in counted.split()):
        return True
    kinds = {lex.kind(i) for i in draft.ids}
    if kinds & {"person", "role"}:
        return True
    return "offence" in kinds and (draft.bound.elided or _WHO.search(_noun(counted)) is not None)


def _noun(counted: str) -> str:
    head = _DOING.split(counted.partition(" of ")[0] or counted)[0]
    noun = head.split()[-1].lower() if head else ""
    return "" if noun in words("light") else noun
