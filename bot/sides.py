"""Which of two sides a figure is of: those who voted for or against, and those of whom both of two things are so."""

from __future__ import annotations

import re

from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["of_both", "on_the_other_side"]

_DIVIDED = regex(r"\bby (?P<ayes>[\w,-]+) votes? to (?P<noes>[\w,-]+)\b", re.IGNORECASE)
_AGAINST = regex(r"\b(?:against|oppos\w+|voted no|noes|dissent\w*)\b", re.IGNORECASE)


def on_the_other_side(asked: str, figure: Figure, sentence: str) -> list[str]:
    """Those who voted against, where the figure is of those for ("by *six* votes to two"), and the other way about."""
    match = _DIVIDED.search(sentence) if "vote" in sentence.lower() else None
    at = figure.span.start - figure.context.start
    if match is None or not match.start() <= at < match.end():
        return []
    against = _AGAINST.search(asked)
    if against is not None:
        return [against.group()] if at < match.start("noes") else []
    return ["votes in favour"] if at >= match.start("noes") else []


_BOTH_OF = regex(
    r"\b(?:ha[dsv]e?|hold|held|own(?:ed|s)?|got|kept|did|do|used?|took|passed|failed|needed|in|with) both\b"
    r"(?!.*\band\b)"
    r"|\bboth (?:kinds|sorts|types|of (?:them|these|those))\b",
    re.IGNORECASE,
)
_TWO = regex(r"\b(?:both|two|either|each|double)\b", re.IGNORECASE)


def of_both(asked: str, own: str) -> list[str]:
    """That what *both* are so of is asked for, where a figure's own clause says nothing of two."""
    match = _BOTH_OF.search(asked)
    if match is None or _TWO.search(own):
        return []
    return [match.group()]
