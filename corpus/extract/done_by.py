"""The number of those to whom a thing was done by as many others: "nine crews *rescued* 310 sheep"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.extract.sharing import Bound
from corpus.lexicon.grammar import words
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["done_by"]

_HOW_MANY = r"(?:(?:only|just|about|around|some|over|nearly|almost|a total of|more than|fewer than)\s+)*"
_VERB = regex(
    rf"\s+(?:(?:has|have|had)\s+)?(?:(?:\w+ly|also|then|together|between them)\s+)?(?P<verb>[a-z]+)\s+{_HOW_MANY}",
    re.IGNORECASE,
)
_THE_OTHER = regex(r"^\W*(?:and\s+)?the (?:other|remaining)$", re.IGNORECASE)
"""Before a number of those whom a sentence before tells of: "*The other* nine issued 40 licences"."""
_NO_DEED = frozenset({"was", "were", "had", "did", "live", "lives", "work", "works", "cost", "lasted", "including"})
"""What is past and no deed that is done to those counted after it."""


def done_by(text: str, bound: Sequence[Bound]) -> list[Bound]:
    """BOUND with what others did to it told of each number that has nothing but their verb before it."""
    out = list(bound)
    for index in range(1, len(out)):
        first, other = out[index - 1], out[index]
        verb = _deed(text, first, other)
        if not verb:
            continue
        doers = first.before if first.counted in first.before else f"{first.before} {first.counted}".strip()
        out[index - 1] = replace(first, after=f"{first.after or verb} {other.counted}")
        out[index] = replace(other, before=f"{doers} {verb}", anaphoric=other.anaphoric and other.partitive)
    return out


def _deed(text: str, first: Bound, other: Bound) -> str:
    """The verb that FIRST does to OTHER, where no more than that stands between the two; else ""."""
    counts = first.quantity.kind == other.quantity.kind == "count"
    left = not first.counted and _THE_OTHER.match(first.before) is not None
    if not counts or not (first.counted or left) or not other.counted or first.named or first.scope or first.partitive:
        return ""
    if other.before or other.listed or other.named or first.after.count(" ") > 1:
        return ""
    start = first.quantity.span.end
    noun = re.compile("" if left else rf"\s+{re.escape(first.counted)}", re.IGNORECASE).match(text, start)
    match = None if noun is None else _VERB.fullmatch(text, noun.end(), other.quantity.span.start)
    if match is None or match["verb"].lower() in _NO_DEED:
        return ""
    verb = match["verb"].lower()
    done = verb in words("past") or re.fullmatch(r"[a-z]{3,}ed", verb) is not None
    return match["verb"] if done and _of_other_things(first, other) else ""


def _of_other_things(first: Bound, other: Bound) -> bool:
    """Whether those who do it are no kind of those to whom it is done."""
    lex = lexicon()
    return lex.ids(first.counted).isdisjoint(lex.ids(other.counted))
