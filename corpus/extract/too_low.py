"""What is told to have been too low or too high, and the figure of the same thing that then stands in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.extract.alike import alike, apart, shared
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["TOO", "put_up_or_down"]

TOO = regex(r"\btoo (?P<way>low|high|small|large|big)$", re.IGNORECASE)
_THESE = regex(r"\b(?:both(?: of)?(?: (?:these|those|my|our|the))?|these|those|the two)\s+$", re.IGNORECASE)
"""Right before "estimates were too low": those that were told right before, each of its own thing."""
_NEXT = 2
"""How many of the figures after it may be the one that puts right what was too low."""


def put_up_or_down(wrong: re.Match[str], found: Sequence[Figure], way: str) -> list[tuple[Figure, Figure]]:
    """The (new, old) pairs of FOUND, of which one or more are WRONG in being too high or too low, as WAY says."""
    low = way.lower() in ("low", "small")
    earlier = [f for f in found if f.span.end <= wrong.start()]
    later = [f for f in found if f.span.start > wrong.end()]
    if earlier and _THESE.search(wrong.string, 0, wrong.start()):
        olds = [f for f in earlier if f.context == earlier[-1].context]
        after = later[: _NEXT * len(olds)]
        return [p for old in olds for p in _best([(new, old) for new in after if _instead(new, old, low=low)])]
    return _put_right(earlier, low=low) or _put_right([*earlier, *later[:_NEXT]], low=low)


def _put_right(given: Sequence[Figure], *, low: bool) -> list[tuple[Figure, Figure]]:
    """ "The figure that I gave was too low": the pair of GIVEN, the later the higher, that are most of one thing."""
    pairs = [(new, old) for index, old in enumerate(given) for new in given[index + 1 :]]
    return _best([(new, old) for new, old in pairs if _instead(new, old, low=low)])


def _instead(new: Figure, old: Figure, *, low: bool) -> bool:
    """Whether NEW may stand in the place of OLD, which was too LOW or too high."""
    return alike(new, old) and old.value is not None and new.value is not None and (new.value > old.value) is low


def _best(pairs: Sequence[tuple[Figure, Figure]]) -> list[tuple[Figure, Figure]]:
    """The one of PAIRS that is most of one thing, if any is."""
    best = max(pairs, key=lambda p: (shared(*p), -apart(*p)), default=None)
    return [best] if best is not None and shared(*best) else []
