"""A number that somebody put right in so many words: "It corrected the figure to 134, and in June to 140"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus.patterns import regex
from corpus.records import Figure, Span

__all__ = ["righted_to"]

_TO = regex(
    r"(?P<aux>(?:\b(?:will|would|may|might|could|should|to|not|never|n['\u2019]t|be|refus\w+|declin\w+)\s+)*)"
    r"\b(?:correct|revis|restat|amend|adjust)(?:ed|e)?(?:\s+(?:up|down|upwards|downwards))?"
    r"(?:\s+(?:this|that|it|(?:the|its|that|this|their)\s+(?:figure|number|total|count|estimate|toll|tally)))?"
    r"(?:\s+(?:in|on|last|this)\s+[\w ]{2,20}?)?(?:\s+(?:up|down|upwards|downwards))?\s+to"
    r"(?:\s+(?:about|around|some|nearly|almost|just|only))?\s+$",
    re.IGNORECASE,
)
_ON_TO = regex(
    r",?\s*(?:and|then|but)?\s*(?:then|later|again|finally)?,?\s*(?:(?:in|on|last|this)\s+[\w ]{2,20}?,?)?\s*"
    r"(?:again\s+)?to(?:\s+(?:about|around|some|nearly|almost|just|only))?\s+",
    re.IGNORECASE,
)
"""What ties a second correction to the first: "corrected to 40, *and in June to* 45"."""


def righted_to(
    text: str,
    spans: Sequence[Span],
    by_sentence: dict[Span, list[Figure]],
    nearest: Callable[[Figure, Sequence[Figure]], Figure | None],
) -> list[tuple[Figure, Figure]]:
    """The (new, old) pairs of numbers that a sentence says were corrected *to* another, each in the order told."""
    pairs: list[tuple[Figure, Figure]] = []
    for index, span in enumerate(spans):
        here, last = by_sentence[span], None
        before = [f for s in spans[max(0, index - _BACK) : index] for f in by_sentence[s]]
        for at, figure in enumerate(here):
            to = _TO.search(text, span.start, figure.span.start)
            told = [*before, *here[:at]]
            if to is not None and not to["aux"].strip():
                old = nearest(figure, told)
                pairs += [(figure, old)] if old is not None else []
                last = figure if old is not None else None
            elif last is not None and _ON_TO.fullmatch(text, last.span.end, figure.span.start):
                pairs.append((figure, last))
                last = figure
    return pairs


_BACK = 2
"""So many sentences before may give the number that is put right."""
