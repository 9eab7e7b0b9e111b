"""What was found on some of the things of which the number before tells what was done: a part of them.

"Inspectors *checked* 600 trams *and found faults on 213*": the 213 are trams, of those 600, with the faults; and the
faults are nothing that the 600 were found to have.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.extract.sharing import Bound
from corpus.lexicon.grammar import words
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["found_on"]

_AND_FOUND = regex(
    r",?\s+and\s+(?:then\s+|later\s+|also\s+)?(?P<told>(?P<verb>[a-z]+)\s+(?P<what>[a-z][\w'\u2019 -]{1,60}?)\s+"
    r"(?:on|in|at|aboard|inside|with|against|for|under|among|around))\s+(?:about|some|just|only|nearly|almost|over)?\s*"
)
_ENDS = regex(r"(?:\s+of\s+(?:them|these|those|the\s+[a-z]+))?\s*(?=[.,;:!?)]|$|\s+and\b)", re.IGNORECASE)


def found_on(text: str, bound: Sequence[Bound]) -> list[Bound]:
    """BOUND with each number that stands after its deed's object alone told of the things counted before it."""
    out = list(bound)
    for index in range(1, len(out)):
        first, part = out[index - 1], out[index]
        kinds = {first.quantity.kind, part.quantity.kind}
        told = _AND_FOUND.search(text, first.quantity.span.end, part.quantity.span.start)
        if told is None or told.end() != part.quantity.span.start or kinds != {"count"} or not first.counted:
            continue
        if not _is_deed(told["verb"]) or _ENDS.match(text, part.quantity.span.end) is None or not _fewer(first, part):
            continue
        own = " ".join(text[first.quantity.span.end : told.start()].split())
        after = own.removeprefix(first.counted).strip() if own.startswith(first.counted) else first.after
        own_end = min(max(first.own.start, told.start()), first.own.end)
        out[index - 1] = replace(first, after=after, own=replace(first.own, end=own_end))
        out[index] = replace(
            part,
            counted=first.counted,
            own=Span(told.start("told"), max(part.own.end, part.quantity.span.end)),
            before=" ".join(told["told"].split()),
            after="",
            partitive=True,
            anaphoric=True,
            listed=False,
            elided=False,
            within=True,
        )
    return out


def _is_deed(word: str) -> bool:
    return word.endswith("ed") or word in words("past")


def _fewer(first: Bound, part: Bound) -> bool:
    most, fewer = first.quantity.value, part.quantity.value
    return most is not None and fewer is not None and fewer <= most
