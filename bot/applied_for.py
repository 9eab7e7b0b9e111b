"""What is only sought: whoever "applied for *a grant*" was not for that granted one.

The noun for what is sought is often that of the deed which gives it (a grant, a release, a transfer), and a figure of
those to whom it was given would bear out both words, though it is of a part of those who asked.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.query import Wanted
from corpus.extract.sense import ASSERTED, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["only_those_given"]

_SOUGHT = regex(
    r"\b(?:appl(?:y|ies|ied|ying|ications?)\s+for|put(?:ting)?\s+in\s+for|b(?:id|ids|idding)\s+for|claim(?:s|ed|ing)?"
    r"|s(?:eek|eeks|ought|eeking)|(?:ask|request|petition)(?:s|ed|ing)?(?:\s+for)?)"
    r"\s+(?:an?|the|their|his|her|its|any)\s+(?P<what>[a-z][a-z-]+(?:\s+[a-z][a-z-]+){0,2})",
    re.IGNORECASE,
)
_DONE = regex(r"\b(?:is|are|was|were|be|been|being|got|get)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def only_those_given(wanted: Wanted, figure: Figure) -> list[str]:
    """What is sought in the question, where FIGURE is of those alone to whom it was given."""
    sought = _sought(wanted.words)
    if not sought:
        return []
    told = figure.measure
    given = (s for s in senses(told) if s.mark == ASSERTED and s.id in sought and _DONE.search(told[: s.start]))
    return [f"all who asked, where only those {s.words} are counted" for s in given][:1]


@lru_cache(maxsize=1_000)
def _sought(asked: str) -> frozenset[str]:
    """The deeds that the nouns for what is sought in a question are also words for, and near-synonyms of these."""
    lex = lexicon()
    named = {i for match in _SOUGHT.finditer(asked) for i in lex.ids(match["what"]) if lex.kind(i) == "action"}
    return frozenset(named.union(*map(lex.relatives, named)))
