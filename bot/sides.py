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
    if (turned := _turned(asked, figure)) is not None:
        return [turned]
    if result := _one_result(asked, figure, sentence):
        return result
    match = _DIVIDED.search(sentence) if "vote" in sentence.lower() else None
    at = figure.span.start - figure.context.start
    if match is None or not match.start() <= at < match.end():
        return []
    against = _AGAINST.search(asked)
    if against is not None:
        return [against.group()] if at < match.start("noes") else []
    return ["votes in favour"] if at >= match.start("noes") else []


_PAIRS = (
    (regex(r"\b(?:in|behind) public\b|\bpublicly\b", re.I), regex(r"\bin (?:private|secret)\b|\bprivately\b", re.I)),
    (
        regex(r"\b(?:vot|ballot|poll)\w* (?:for|in favour)\b|\bin favour of\b", re.I),
        regex(r"\b(?:vot|ballot|poll)\w* against\b|\bvoted no\b", re.I),
    ),
    (regex(r"\bby day\b|\bin daylight\b", re.I), regex(r"\b(?:by|at) night\b|\bafter dark\b", re.I)),
    (regex(r"\bon duty\b", re.I), regex(r"\boff duty\b", re.I)),
    (regex(r"\bat home\b", re.I), regex(r"\b(?:abroad|overseas)\b", re.I)),
    (regex(r"\bby hand\b", re.I), regex(r"\bby machine\b", re.I)),
    (regex(r"\bin person\b", re.I), regex(r"\b(?:by (?:post|phone|letter|email)|online)\b", re.I)),
)
"""Two ways of which whoever is told of the one is not told of the other."""
_TRIED = regex(
    r"\b(?:tested|sat|took|taken|examined|checked|inspected|assessed|entered|tried)\b(?!.*\b(?:pass|fail)\w*\b)",
    re.IGNORECASE,
)
_PASSED, _FAILED = regex(r"\bpass(?:ed|es)?\b", re.IGNORECASE), regex(r"\bfail(?:ed|s)?\b", re.IGNORECASE)


def _one_result(asked: str, figure: Figure, sentence: str) -> list[str]:
    """All who were tested, where FIGURE is of those who passed or failed, and SENTENCE tells of both."""
    if _TRIED.search(asked) is None or not (_PASSED.search(sentence) and _FAILED.search(sentence)):
        return []
    one = _PASSED.search(figure.measure) or _FAILED.search(figure.measure)
    return [f"all who were tested, where only those who {one.group().lower()} are told"] if one is not None else []


_FOR = regex(r"\bfor (?:an?|the|it|them|this)\b", re.IGNORECASE)


def _turned(asked: str, figure: Figure) -> str | None:
    """The way that is ASKED for ("in *public*"), of which FIGURE's own words tell nothing; None where none is asked."""
    for pair in _PAIRS:
        for own in pair:
            match = own.search(asked)
            if match is not None and not own.search(figure.measure) and not _same_way(pair, own, figure):
                return match.group()
    return None


def _same_way(pair: tuple[re.Pattern[str], ...], own: re.Pattern[str], figure: Figure) -> bool:
    """Whether FIGURE tells of votes for a thing in shorter words ("1,500 of them *for a* strike")."""
    return pair is _PAIRS[1] and own is pair[0] and _FOR.search(figure.measure) is not None


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
