"""What is best or worst: the highest or the lowest, as it is good or bad that there is much of what is ranked.

It is good that many complete, pass or are in work, and bad that many are absent, late or in debt. Where what is ranked
is known to be neither, nothing is read into it, and only a record that itself says what was worst answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.tables.words import features, listed_words
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["Weighed", "weighed"]

_SMALL = "in|at|for|by|on|of|from|between|during|among|was|were|is|are|and|or"
_WHAT = rf"[a-z'-]+(?:\s+(?!(?:{_SMALL})\b)[a-z'-]+){{0,3}}"
_OF_RANK = regex(rf"\b(?P<how>best|worst)\s+(?P<what>(?!(?:of|off|ever|case|hit)\b){_WHAT})", re.IGNORECASE)
_OF_DEED = regex(
    r"\b(?:did|does|do|fared|performed|performs|scored|was|is)\s+(?:the\s+)?(?P<how>best|worst)\s+"
    rf"(?:on|for|in|at|by|when\s+it\s+came\s+to)\s+(?:the\s+|its\s+|their\s+)?(?P<what>{_WHAT})",
    re.IGNORECASE,
)
_OF_TIME = regex(
    r"\b(?:what|which)\s+(?:was|is|were|are)\s+the\s+(?P<how>best|worst)\s+(?P<rows>[a-z-]+(?:\s+[a-z-]+)?)\s+"
    rf"(?:for|in\s+terms\s+of)\s+(?P<what>{_WHAT})",
    re.IGNORECASE,
)
_DENIES = regex(r"\b(?:non|not|un|no|without|never|in)-", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question with its "best" or "worst" said as the highest or the lowest, and how that was read."""

    text: str
    said: str


def weighed(text: str) -> Weighed | None:
    """TEXT so read; None where it ranks nothing of which it is known whether much of it is good or bad."""
    for pattern in (_OF_DEED, _OF_TIME, _OF_RANK):
        match = pattern.search(text)
        good = _is_good(match["what"]) if match is not None else None
        if match is None or good is None:
            continue
        rank = "highest" if good == (match["how"].lower() == "best") else "lowest"
        told = f"{rank} {match['what']}"
        if pattern is not _OF_RANK:
            rows = match.groupdict().get("rows")
            told = f"which {rows} had the {told}" if rows else f"had the {told}"
        said = f"\u201c{match['how'].lower()}\u201d read as the {rank} {match['what']}"
        return Weighed(text[: match.start()] + told + text[match.end() :], said)
    return None


def _is_good(what: str) -> bool | None:
    """Whether it is good that there is much of WHAT; None where that is not known, or said to be the reverse."""
    if _DENIES.search(what):
        return None
    ids = features(what) | {i for word in what.split() for i in features(word)}
    lex = lexicon()
    wide = ids.union(*map(lex.broader, ids))
    good, bad = (bool(wide & listed_words(name)) for name in ("good", "bad"))
    return good if good != bad else None
