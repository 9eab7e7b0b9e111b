"""What was worst, or hit hardest: only what the record itself ranks first, since no rule says whether many is bad."""

from __future__ import annotations

import re

from bot.query import Query
from bot.scales import Scales
from corpus.extract.figures import DIFFERENCE
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["ranked_worst", "worst_asked"]

_WORST = ("worst", "hardest")
_RANKED = regex(
    r"\b(?:worst|hardest[ -]hit|most|highest|largest|biggest|greatest)\b(?!\s+(?:likely|of\b))", re.IGNORECASE
)
_GOOD = regex(
    r"\b(?:completed|finished|passed|met|improved|saved|succe\w+|surviv\w+|satisf\w+|won|rescued|recovered|reopened)\b",
    re.IGNORECASE,
)
"""The most of what these tell is no bad thing."""


def worst_asked(query: Query) -> bool:
    """Whether it is asked which was worst, whatever that is counted in."""
    return query.direction.lower().startswith(_WORST)


def ranked_worst(query: Query, scales: Scales) -> Figure | None:
    """The one figure that the record tells as the most or the worst of named ones; None where it tells of several."""
    asked = query.wanted.telling
    told = [f for f in scales.view.figures.values() if f.value is not None and f.note != DIFFERENCE]
    told = [f for f in told if _RANKED.search(f.measure) and not _GOOD.search(f"{f.counted} {f.measure}")]
    if query.other is not None and query.other.telling:
        told = [f for f in told if all(s.id in lexicon().ids(f"{f.counted}. {f.measure}") for s in query.other.telling)]
    if query.times or scales.sparing or not asked:
        told = [f.figure for f in scales.fits(query.wanted, told) if f.complete]
    return told[0] if len({f.value for f in told}) == 1 else None
