"""The largest or the least of what an average is told of: "The median fee was £12. *The largest was* £180"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.extract.draft import Draft
from corpus.extract.sharing import Bound
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["extreme_of"]

_END = (
    r"(?P<end>largest|biggest|highest|greatest|longest|dearest|heaviest|smallest|lowest|least|shortest|cheapest|lightest"
    r"|oldest|youngest)"
)
_ONLY_END = regex(
    rf"(?:\W*(?:and|but|while|with)\s+)?(?P<the>the)\s+(?:single\s+)?{_END}(?:\s+(?:one|of\s+(?:them|these|all)))?"
    r"(?P<be>(?:\s+(?:was|is|has been|had been|came to|stood at|being))?(?:,?\s+at)?"
    r"(?:\s+(?:just|only|about|around|some|nearly|almost))?)",
    re.IGNORECASE,
)
_OF_THAT = regex(
    r"(?:the|an?|its|their|our)\s+(?:overall\s+)?(?:median|mean|average|typical|usual|normal"
    rf"|{_END.replace('?P<end>', '?:')})\s+(?P<what>[a-z][a-z' -]+)",
    re.IGNORECASE,
)
"""What an average is told of, or one of the two ends."""


def extreme_of(bound: Bound, bounds: Sequence[Bound], drafts: Sequence[Draft], last: Span | None) -> Bound:
    """BOUND as the largest or the least of what the number right before it is the average of, where it says no more."""
    told = bounds[-1] if bounds else drafts[-1].bound if drafts and drafts[-1].sentence == last else None
    only = _ONLY_END.fullmatch(bound.before.strip())
    if told is None or only is None or told.quantity.kind != bound.quantity.kind:
        return bound
    of_what = _OF_THAT.fullmatch(told.counted)
    if of_what is None or told.quantity.unit != bound.quantity.unit:
        return bound
    counted = f"{only['the']} {only['end']} {of_what['what']}"
    return replace(bound, counted=counted, before=f"{counted}{only['be']}", anaphoric=False)
