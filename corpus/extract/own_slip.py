"""What a speaker told wrongly and puts right in the same text: "I said that 40 were lost … the number lost was 36"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus.patterns import regex
from corpus.records import Figure, Span

__all__ = ["put_right"]

_SAID_SO = regex(
    r"\b(?:I|we|he|she|(?:the|my) [a-z]+(?: [a-z]+){0,2})\s+(?:had\s+|have\s+|has\s+)?(?:earlier\s+|wrongly\s+)?"
    r"(?:told|said|gave|given|stated|informed|answered)\b",
    re.IGNORECASE,
)
_NUMBER_WAS = regex(
    r"\bthe\s+(?:actual\s+|real\s+|true\s+)?(?:number|figure|total)\s+"
    r"(?:(?:that|which|who)\s+(?:was|were|had been)\s+)?(?:for\s+(?:those|that|the)\s+)?"
    r"(?P<deed>[a-z]+(?:\s+[a-z]+){0,2})\s+(?:was|is)\s+(?:in fact\s+|really\s+|actually\s+)?(?:only\s+|just\s+)?$",
    re.IGNORECASE,
)
"""Right before a number: "the number *carried out* was"."""
_ADMITS = regex(
    r"\b(?:errors?|mistakes?|mistaken|wrong(?:ly)?|apologi[sz]e|sorry|correct the record|misled"
    r"|inadvertently|misspoke)\b"
    r"|(?:^|[.!?]\s+)(?:that|this|it) (?:was|is) the (?:number|figure|total) (?:of|for)\b",
    re.IGNORECASE,
)
_REACH = 4
"""So many sentences after it at most what was told wrongly is put right."""


def put_right(
    text: str,
    spans: Sequence[Span],
    by_sentence: dict[Span, list[Figure]],
    may_pair: Callable[[Figure, Figure], bool],
) -> list[tuple[Figure, Figure]]:
    """The (new, old) pairs of what somebody says that he told wrongly; SPANS are the sentences in order."""
    pairs = []
    for index, span in enumerate(spans):
        for new in by_sentence[span]:
            was = _NUMBER_WAS.search(text, span.start, new.span.start)
            if was is None:
                continue
            before = spans[max(0, index - _REACH) : index]
            old = _told(text, was["deed"], new, [f for s in before for f in by_sentence[s]], may_pair)
            end = spans[index + 1].end if index + 1 < len(spans) else span.end
            if old is not None and _ADMITS.search(text, old.context.start, end):
                pairs.append((new, old))
    return pairs


def _told(
    text: str, deed: str, new: Figure, before: Sequence[Figure], may_pair: Callable[[Figure, Figure], bool]
) -> Figure | None:
    """The last figure BEFORE that somebody had told of that DEED."""
    said = r"\b" + r"\s+".join(map(re.escape, deed.split())) + r"\b"
    told = (f for f in reversed(before) if _SAID_SO.search(text, f.context.start, f.span.start))
    return next((f for f in told if re.search(said, f.context.of(text), re.I) and may_pair(new, f)), None)
