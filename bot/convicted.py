"""A deed that is counted is nobody who did it: 400 thefts are not 400 people convicted of theft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.bearing import inherited
from corpus.extract.sense import Sense, implied_by
from corpus.lexicon.terms import lexicon
from corpus.records import Figure

__all__ = ["only_the_deed"]

_AFTER_HEAD = re.compile(r"\s(?:on|of|in|for|with|by|from|to|at|against|who|that|which)\s", re.IGNORECASE)


def only_the_deed(asked: Sense, figure: Figure, wholes: Sequence[Figure]) -> bool:
    """Whether ASKED is what befell a doer ("convicted"), as an offence implies it, and FIGURE counts the offence alone.

    A doer by name ("41 burglars") was convicted, and so was each of a whole of people, told by their offences ("of the
    75, three murders").
    """
    lex = lexicon()
    kind = implied_by(asked.id)
    if not kind:
        return False
    above = lex.ids(inherited(figure, tuple(wholes)))
    told = above | lex.ids(f"{figure.counted}. {figure.measure}")
    head = _AFTER_HEAD.split(f"{figure.counted} ", maxsplit=1)[0]
    people = any(lex.kind(i) in ("person", "role") for i in above | lex.ids(head))
    if people or not told.isdisjoint({asked.id, *lex.relatives(asked.id)}):
        return False
    deeds = [term for term in lex.terms(figure.counted) if term.kind == kind]
    return bool(deeds) and all(_plain(term.words) == _plain(term.id) for term in deeds)


def _plain(words: str) -> str:
    """The last of WORDS without its ending, so that deeds in the plural are the deed ("burglaries": burglary)."""
    last = re.split(r"[\s-]+", words.lower().strip())[-1]
    return re.sub(r"(?:ies|y|e?s)$", "", last)
