"""Questions that leave to "it" or "them" what they are about: in a large record, which holds everything, too little."""

from __future__ import annotations

import re

from bot.forms import Ask
from bot.query import Query
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["SEVERAL_SAID", "unnamed"]

SEVERAL_SAID = "Several things were said: name the matter that is meant."

_IT = regex(
    r"\b(?:(?:it|they|them|he|him|she|her)\b|(?:this|these|those)(?=\W*$|,|\s+(?:is|are|was|were|has|have|had|in|by|on)\b))"
    r"(?! (?:true|right|so|the case)\b)(?! (?:[a-z'\u2019-]+ ){0,2}(?:who|whom|that|which)\b)",
    re.IGNORECASE,
)
"""A word that stands for what was named before, and not for what it goes on to name ("those who drowned")."""
_FEW = 2
"""So few terms do not tell one matter of a large record from the others."""
_NAMES = frozenset({"place", "nationality", "body", "offence"})


_NO_MATTER = regex(
    r"(?:it|this|that|them|what (?:had |has )?happened|what (?:went|had gone) wrong"
    r"|the (?:whole )?(?:matter|affair|situation|news|thing|issue|business))",
    re.IGNORECASE,
)
"""What names no matter by itself."""


def unnamed(query: Query) -> str:
    """Why QUERY, asked of a large record, does not say what or whom it means, in one sentence; "" where it does."""
    if query.ask is Ask.SAID and _NO_MATTER.fullmatch(query.about.strip(" ?.!")):
        return SEVERAL_SAID
    if query.ask in _OF_A_MATTER and _only_a_deed(query):
        return "The question names too little to be told from the other matters of this record: say which is meant."
    word = _pronoun(query)
    return f"The question does not say what \u201c{word}\u201d stands for: name it." if word else ""


_OF_A_MATTER = (Ask.WHO, Ask.WHEN, Ask.WHY, Ask.PERIOD)


def _only_a_deed(query: Query) -> bool:
    """Whether QUERY names a deed and nothing besides: "who apologised?", "when did the sales begin?"."""
    wanted = query.wanted
    named = query.inherited or query.who or wanted.told or wanted.sayer or wanted.times or query.numbers
    telling = wanted.telling
    return not named and 0 < len(telling) <= _FEW and all(s.kind == "action" for s in telling)


def _pronoun(query: Query) -> str:
    """The word in which QUERY leaves it open whom or what it means, where nothing else that it names tells; else ""."""
    wanted = query.wanted
    named = query.inherited or query.who or wanted.told or wanted.sayer or wanted.whole is not None or query.numbers
    found = _IT.search(query.resolved or query.text)
    if found is None or named or len(wanted.telling) > _FEW:
        return ""
    if query.other is not None and query.other.telling:
        return ""
    lex = lexicon()
    return "" if any(lex.kind(s.id) in _NAMES or s.words[:1].isupper() for s in wanted.telling) else found.group()
