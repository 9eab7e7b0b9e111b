"""Those who are somewhere, and those who left it: "how many nurses are there?" asks for none who resigned."""

from __future__ import annotations

import re

from bot.query import Wanted
from corpus.extract.sense import ASSERTED, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["only_the_gone"]

_THERE = regex(
    r"\b(?:are|were|is|was) (?:there|inside|still there)(?: (?:now|then|inside|in (?:all|total)|altogether|overall"
    r"|(?:in|at|on|aboard) (?:the |its |their )?[\w'\u2019 -]+))*\W*$|^(?:the )?total(?: number of)? [\w'\u2019 -]+\W*$"
    r"|\b(?:are|were) (?:in|at|on|aboard) (?:the |its |their )[\w'\u2019 -]+\W*$",
    re.IGNORECASE,
)
_GONE = frozenset(
    {
        "released",
        "released-in-error",
        "resigned",
        "discharged",
        "departed",
        "leave",
        "left-job",
        "escaped",
        "absconder",
        "dismissed",
        "made-redundant",
        "retired",
        "deportation",
        "removal",
        "expelled",
        "evacuated",
        "walked-out",
        "gone-home",
        "sent-home",
        "flee",
        "died",
        "killed",
        "drown",
    }
)
"""What was done to, or by, those who are there no more."""


_OTHERS = regex(r"\W*(?:(?:and|but) )?(?:another|a further|the other)\b", re.IGNORECASE)


def only_the_gone(wanted: Wanted, figure: Figure) -> list[str]:
    """That those who are there are asked for, where FIGURE counts those who left, and nobody asks after leaving."""
    if _THERE.search(wanted.words) is None or wanted.whole is not None:
        return []
    lex = lexicon()
    asked = {s.id for s in wanted.terms}
    if any(lex.kind(i) == "action" or i in _GONE for i in asked):
        return []
    if _OTHERS.match(figure.measure) is not None:
        return ["all of them, where only the others are counted"]
    told = [s for s in senses(figure.measure) if s.id in _GONE and s.mark == ASSERTED]
    return [f"all of them, where only those are counted of whom it says {told[0].words}"] if told else []
