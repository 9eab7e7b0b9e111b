"""What should have been done to so many, and not what was left open for them: "whether they should be *fined*"."""

from __future__ import annotations

import re

from bot.question import Wanted
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["only_left_open"]

_OWED = regex(
    r"\b(?:(?:should|ought to|must) have (?:been )?|(?:was|were|is|are) (?:supposed|meant|obliged|required|due) to "
    r"(?:have )?(?:be(?:en)? )?|had to (?:have )?(?:be(?:en)? )?)(?P<done>[a-z]\w+)",
    re.IGNORECASE,
)
_OPEN = regex(
    r"\b(?:whether|if)\b[^,.;]{0,40}?\b(?:should|ought to|must|could|would|had to)\b(?P<open>[^,.;]*)", re.IGNORECASE
)


def only_left_open(wanted: Wanted, figure: Figure) -> list[str]:
    """What is lacking where a duty is asked for that FIGURE tells of only as what was, or was not, asked."""
    owed = _OWED.search(wanted.words)
    if owed is None or not (deed := lexicon().ids(owed["done"])):
        return []
    told = f"{figure.counted}. {figure.measure}"
    there = _OPEN.search(told)
    if there is None or not deed & lexicon().ids(there["open"]) or deed & lexicon().ids(_OPEN.sub(" ", told)):
        return []
    return [f"that they {owed.group().strip()}"]
