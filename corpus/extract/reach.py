"""How far a denial reaches: past a bare noun no further than its verb, and back to a thing that was *not made*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.patterns import regex

if TYPE_CHECKING:
    from corpus.extract.sense import Sense

__all__ = ["denied_behind", "not_until", "verb_after"]

_LACKING = ("without", "lack of", "want of", "apart from", "other than", "excluding")
"""What denies the noun after it, and no verb: "boats *without* a pilot were sunk", so that they were sunk."""
_WITH_NO = regex(r"\b(?:with|having|had|have|has)\s+no$")
_FINITE = regex(
    r"(?<!-)\b(?:was|were|is|are|has|have|had|did|does|do|will|would|came|went|took|got|gave|fell|rose|began|became)\b"
    r"(?!\s+(?:not|never|no)\b)"
)


def verb_after(small: str, start: int, end: int, stop: int) -> int:
    """Where the denial at START to END stops, whose clause ends at STOP: before the verb of those that lack a thing."""
    bare = small[start:end] in _LACKING or (small[start:end] == "no" and _WITH_NO.search(small, 0, end) is not None)
    verb = _FINITE.search(small, end, stop) if bare else None
    return stop if verb is None else verb.start()


_UNTIL = regex(r"\b(?:until|till)\b")
_NOT = ("not", "never", "n't")


def not_until(small: str, start: int, end: int, stop: int) -> bool:
    """Whether the denial at START to END, whose clause ends at STOP, only says that a thing was not done sooner.

    Those who "were *not* told *until* the ship had sailed" were told, and it had sailed.
    """
    return small[start:end] in _NOT and _UNTIL.search(small, end, stop) is not None


_NOT_MADE = regex(
    r"\s+(?:(?:was|were|is|are|has|have|had)(?:\s+been)?\s+(?:not|never)|(?:was|were|is|are|has|have|had)n['\u2019]t)"
    r"\s+(?:(?:actually|always|then|ever|even|properly|in fact)\s+)?(?:been\s+)?"
    r"(?:made|done|carried\s+out|undertaken|conducted|performed)\b"
)
_THINGS = frozenset({"action", "word", "concept"})


def denied_behind(found: Sequence[Sense], small: str, denied: str) -> list[Sense]:
    """FOUND, the terms of SMALL, with what is told *not* to have been made as DENIED: "a *check* was never made".

    What stands right before it says which thing it is: neither was a *safety* check made.
    """
    out = list(found)
    for at, one in enumerate(found):
        if one.kind not in _THINGS or _NOT_MADE.match(small, one.end) is None:
            continue
        out[at] = replace(one, mark=denied)
        while at > 0 and small[found[at - 1].end : found[at].start].isspace():
            at -= 1
            out[at] = replace(found[at], mark=denied)
    return out
