"""What a later number of the same counts: "30 lamps were dark. *By June the number was* 41" are dark lamps too.

So is what a number has of the thing named right before it: "the council checked its bridges *and 30 had cracks*".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.extract.dates import periods
from corpus.extract.draft import Draft
from corpus.extract.phrase import noun_phrase
from corpus.extract.sharing import Bound
from corpus.lexicon.grammar import words
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["given_as", "of_that_number", "of_the_named"]

_NUMBER_WAS = regex(
    r"\W*(?:(?:but|and|yet)\s+)?(?:(?:by|in|on|at|since|within|after|last|this|a|two|three|some|later|now|today|yesterday)\b"
    r"[^,;:]{0,40}?,?\s+)?(?:the|that|this|their)\s+(?:total\s+|overall\s+)?(?:number|figure|total|count|tally|toll)"
    r"(?:\s+(?:had|has|have|since|later|then|now|already|still|soon|also|\w+ly))*"
    r"\s+(?:was|is|were|been|stood(?:\s+at)?|stands(?:\s+at)?|reached|(?:\w+ed|risen|rose|grown|grew|fell|fallen)\s+to|at)"
    r"(?:\s+(?:now|then|still|already|about|around|some|nearly|almost|over|more\s+than|at\s+least|only|just|up\s+to))*\s+",
    re.IGNORECASE,
)
_ENDS = regex(r"\s*(?:[.,;:)!?\"'\u201d]|$|\s(?:by|in|on|at|after|last|this|and|but|a|two|three)\b)", re.IGNORECASE)
_JUST_NAMED = regex(
    r"\b(?:its|their|his|her|our|the|all)\s+(?:(?:[a-z-]+\s+){0,2})(?P<noun>[a-z-]{3,}s),?\s+(?:and|but)\s+"
    r"(?:found\s+that\s+|that\s+)?$"
)
_DID = regex(r"\s+(?:had|have|has|were|was|are|is|failed|needed|lacked|[a-z]{3,}ed)\b")


def of_that_number(
    text: str, sentence: Span, last: Span | None, bound: Bound, bounds: Sequence[Bound], drafts: Sequence[Draft]
) -> Bound:
    """BOUND with what the one count of LAST, the sentence before it, counts, where it is *the number* of that now."""
    quantity = bound.quantity
    if bounds or last is None or quantity.kind != "count" or _ENDS.match(text, quantity.span.end) is None:
        return bound
    if _NUMBER_WAS.fullmatch(text, sentence.start, quantity.span.start) is None:
        return bound
    told = [d for d in drafts if d.sentence == last and d.bound.quantity.kind == "count" and not d.bound.compared]
    if len(told) != 1 or not told[0].bound.counted or told[0].bound.counted.lower() in words("pronouns"):
        return bound
    first = told[0].bound
    own = _less_time(first.before), _less_time(first.after)
    return replace(bound, counted=first.counted, before=own[0], after=own[1], anaphoric=False, partitive=False)


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


def _less_time(said: str) -> str:
    """What is SAID without its times: the later number is of another day."""
    for mention in reversed(periods(said, date(2000, 1, 1))):
        said = f"{said[: mention.span.start]} {said[mention.span.end :]}"
    return " ".join(_FIRST.sub(" ", said).split()).strip(" ,")


_FIRST = regex(r"\b(?:at first|initially|originally|to begin with|at the start)\b,?", re.IGNORECASE)


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
