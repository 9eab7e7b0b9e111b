"""What a number counts that only its clause says: of the thing named right before it ("the council checked its bridges
*and 30 had cracks*"), or of what it is given as the number of ("put *the number of leaks* at 88")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.extract.phrase import noun_phrase
from corpus.extract.sharing import Bound
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["given_as", "of_the_named"]

_JUST_NAMED = regex(
    r"\b(?:its|their|his|her|our|the|all)\s+(?:(?:[a-z-]+\s+){0,2})(?P<noun>[a-z-]{3,}s),?\s+(?:and|but)\s+"
    r"(?:found\s+that\s+|that\s+)?$"
)
_DID = regex(r"\s+(?:had|have|has|were|was|are|is|failed|needed|lacked|[a-z]{3,}ed)\b")


def of_the_named(text: str, bound: Bound, bounds: Sequence[Bound]) -> Bound:
    """BOUND, which has no noun, with that which its clause named right before it and of which it tells the verb."""
    if bounds or bound.counted or bound.quantity.kind != "count":
        return bound
    start = max(0, bound.quantity.span.start - _BACK)
    named = _JUST_NAMED.search(text, start, bound.quantity.span.start)
    if named is None or _DID.match(text, bound.quantity.span.end) is None:
        return bound
    return replace(bound, counted=named["noun"], before="", anaphoric=False)


_BACK = 60


_GAVE_AS = regex(
    r"\b(?:gave|give[ns]?|put|set|stated|reported|recorded|estimated|listed|quoted|announced)\s+(?:the|its|their)\s+"
    r"(?:total\s+|overall\s+)?(?:number|total|count)\s+of\s+(?P<what>[a-z][^,;:.]{1,60}?)\s+(?:as|at)\s+"
    r"(?:about\s+|around\s+|some\s+|nearly\s+|almost\s+)?$",
    re.IGNORECASE,
)


def given_as(text: str, sentence: Span, bound: Bound) -> Bound:
    """BOUND with what it counts where it is given as the number of that: "put *the number of leaks at* 88"."""
    if bound.counted or bound.quantity.kind != "count":
        return bound
    gave = _GAVE_AS.search(text, sentence.start, bound.quantity.span.start)
    if gave is None or _DATED.search(text, sentence.start, gave.start()):
        return bound  # the day is that of the paper, and no day of what is counted
    phrase = noun_phrase(text, gave.start("what"), gave.end("what")).span
    after = " ".join(text[phrase.end : gave.end("what")].split())
    return replace(bound, counted=phrase.of(text), before="", after=after, anaphoric=False) if phrase.end else bound


_DATED = regex(r"\d")
