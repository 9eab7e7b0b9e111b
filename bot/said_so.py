"""Words that a question asks who used, and deeds that a sentence only names in passing.

"Who said that it was a blunder?" asks for the one who said *blunder*: who called it a failure said another thing.
"Who proposed the amendment?" is not told by one who speaks of "the *proposed* amendments".
"""

from __future__ import annotations

import re

from bot.heard import Line
from bot.query import Query
from corpus.extract.sense import Sense, senses
from corpus.patterns import regex

__all__ = ["in_those_words", "only_attributive"]

_SAID_SO = regex(
    r"\W*(?:and |so )?who (?:has |had |first |also )*(?:said|called|described|branded|labelled|dubbed|termed|likened)\b"
    r"(?:[^?]*?\b(?:as|was|were|is|are|been|it|this|that|them|him|her)|[^?]*)\s+(?:(?:an?|the)\s+|(?<=as\s))(?P<what>[\w\s'\u2019-]+?)\W*$",
    re.IGNORECASE,
)
_STEM = 4
"""So many letters of a word at the least are the word itself: "disgrace" is said in "disgraceful"."""
_ATTRIBUTE = regex(
    r"\b(?:the|an?|his|her|its|their|our|these|those|any|all|some|such|many|of|two|three|\d+)\s+(?:[a-z]+ly\s+)?$",
    re.IGNORECASE,
)
_NOUN_NEXT = regex(r"\s+(?!(?:by|in|on|at|to|for|from|with|and|or|that|as|was|were|is|are|had|has)\b)[a-z]+", re.I)


def in_those_words(query: Query, line: Line) -> bool:
    """Whether LINE has the very words that it is asked who said, where the question asks that of a thing's name."""
    match = _SAID_SO.match(query.resolved or query.text)
    if match is None:
        return True
    word = match["what"].lower().split()[-1]
    stem = word[: max(_STEM, len(word) - 2)]
    return re.search(rf"\b{re.escape(stem)}", line.text, re.IGNORECASE) is not None


def only_attributive(verb: Sense, text: str) -> bool:
    """Whether TEXT has VERB for nothing but the quality of a thing ("the *proposed* amendments")."""
    told = [s for s in senses(text) if s.id == verb.id]
    return bool(told) and all(_attributive(s, text) for s in told)


def _attributive(sense: Sense, text: str) -> bool:
    participle = text[sense.start : sense.end].lower().endswith(("ed", "en"))
    noun = _NOUN_NEXT.match(text, sense.end) is not None
    return participle and noun and _ATTRIBUTE.search(text, max(0, sense.start - 30), sense.start) is not None
