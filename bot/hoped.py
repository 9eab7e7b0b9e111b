"""What somebody wanted to do: told by "the mayor *hoped to* open the pier", whoever's words that is in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.forms import Ask
from bot.heard import Heard, Line, akin, ids_of
from bot.query import Query
from corpus.extract.sense import Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["deed_unnamed", "hoped_to"]

_WISHING = (
    r"(?:want(?:s|ed|ing)?|hop(?:es?|ed|ing)|wish(?:es|ed|ing)?|aim(?:s|ed|ing)?|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?"
    r"|mean(?:s|t|ing)?|seek(?:s|ing)?|sought|tr(?:y|ies|ied|ying)|keen|eager|anxious)"
)
_ASKED = regex(
    rf"^(?:and |so )?what (?:did|do|does|had|have|has|was|were|is|are) (?P<who>.{{2,50}}?) (?:been )?{_WISHING} to"
    r" (?P<did>.{2,})$",
    re.IGNORECASE,
)
_HOPED = regex(rf"\b{_WISHING} to (?P<did>[^.;]+)", re.IGNORECASE)
_NEAR = 60
"""In so many characters before, whose wish it is is named."""


def hoped_to(query: Query, lines: Sequence[Line]) -> list[Heard]:
    """The sentence that says what the one whom QUERY names wanted to do; none where it asks no such thing."""
    asked = _ASKED.match((query.resolved or query.text).strip(" ?.!"))
    who = frozenset(i for i in ids_of(asked["who"]) if not lexicon().general(i)) if asked is not None else frozenset()
    if query.ask not in (Ask.SAID, Ask.WHAT) or asked is None or not who:
        return []
    unnamed = deed_unnamed(query)
    did = [s for s in senses(asked["did"]) if not lexicon().general(s.id)]
    return [Heard(x, 1.0, ()) for x in lines if (did or unnamed) and _tells(x, who, did)][:1]


def deed_unnamed(query: Query) -> bool:
    """Whether QUERY asks what somebody wanted *to do*, which only a sentence tells that says it of them."""
    asked = _ASKED.match((query.resolved or query.text).strip(" ?.!"))
    return asked is not None and _UNNAMED.fullmatch(asked["did"]) is not None


_UNNAMED = regex(r"(?:do|achieve)(?: next| then| now| instead)?", re.IGNORECASE)


def _tells(line: Line, who: frozenset[str], did: Sequence[Sense]) -> bool:
    """Whether LINE says that WHO hoped to do what DID names: the deed right after, all else in the sentence."""
    here = ids_of(f"{line.text} {line.before}")
    for match in _HOPED.finditer(line.text):
        deed = senses(match["did"])[:1]
        theirs = who <= ids_of(line.text[max(0, match.start() - _NEAR) : match.start()])
        if theirs and not did:
            return True
        if theirs and deed and akin(did[0], frozenset({deed[0].id})) and all(akin(s, here) for s in did[1:]):
            return True
    return False
