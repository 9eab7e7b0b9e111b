"""Whether a target of time is met: the time that a thing takes, held against the target told right beside it.

"A letter takes 71 days. The target is 30 days": it is not met. Only of lengths of time, of which the shorter is the
better, and only where one such target is told and one time that stands now.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.heard import Heard, Line
from bot.query import Query
from bot.scales import Scales
from bot.units import TIME_UNITS
from corpus.extract.figures import BEFORE
from corpus.extract.numbers import quantities
from corpus.patterns import regex
from corpus.records import Figure, Qualifier

__all__ = ["target_met"]

_ASKED = regex(
    r"^(?:and |so |but )?(?:is|are|was|were|has|have|did|does|do) (?P<who>[\w'\u2019 -]{2,40}?) "
    r"(?:currently |now |still )?(?:meet(?:ing)?|met|hit(?:ting)?|reach(?:ing|ed)?|keep(?:ing)? to|kept to|on)"
    r" (?:its|their|the|this|that)(?: own)? (?:[\w-]+ ){0,3}?target\W*$",
    re.IGNORECASE,
)
_TARGET = regex(r"\btarget\b", re.IGNORECASE)
_TAKES = regex(r"\b(?:takes?|taking|took|waits?|waited|lasts?|lasted)\b", re.IGNORECASE)


def target_met(query: Query, scales: Scales, lines: Sequence[Line]) -> list[Heard]:
    """The two sentences that tell it, the first named "Yes" or "No"; none where it is not asked, or not told."""
    if _ASKED.match((query.resolved or query.text).strip()) is None or query.wanted.times:
        return []
    told = [(one, other) for one, other in pairwise(lines) if one.source.id == other.source.id]
    found = [p for pair in told for p in (pair, pair[::-1]) if _pair(*p, query, scales) is not None]
    pairs = [p for one, other in found if (p := _pair(one, other, query, scales)) is not None]
    if len(pairs) != 1:
        return []
    (level, target), (one, other) = pairs[0], found[0]
    assert level.value is not None
    assert target.value is not None
    name = "Yes" if level.value <= target.value else "No"
    return [Heard(one, 1.0, (), name), Heard(other, 1.0, ())]


def _pair(one: Line, other: Line, query: Query, scales: Scales) -> tuple[Figure, Figure] | None:
    """The time that ONE line tells and the target that the OTHER sets, in one unit; None where they do not."""
    levels = [f for f in _times(one, scales) if not _TARGET.search(f.measure) and _TAKES.search(f.measure)]
    targets = [f for f in _times(other, scales) if _TARGET.search(f.measure)]
    asked = {q.value for q in quantities(query.text)}
    targets = [f for f in targets if not asked or f.value in asked]
    if len(levels) != 1 or len(targets) != 1 or levels[0].unit != targets[0].unit:
        return None
    return levels[0], targets[0]


def _times(line: Line, scales: Scales) -> list[Figure]:
    """The lengths of time that LINE gives exactly, less those that stood before."""
    here = [f for f in scales.view.figures.values() if f.source_id == line.source.id and f.span.within(line.span)]
    exact = [f for f in here if f.value is not None and f.qualifier is Qualifier.EXACTLY and f.note != BEFORE]
    return [f for f in exact if f.unit in TIME_UNITS or f.unit in ("working days", "calendar days")]
