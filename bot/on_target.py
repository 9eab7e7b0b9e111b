"""Whether a target of time is met: the time that a thing takes, held against the target told right beside it.

"A letter takes 71 days. The target is 30 days": it is not met. Only of lengths of time, of which the shorter is the
better, and only where one such target is told and one time that stands now.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.heard import Heard, Line, ids_of
from bot.query import Query
from bot.scales import Scales
from bot.units import TIME_UNITS
from corpus.extract.figures import BEFORE
from corpus.extract.numbers import quantities
from corpus.lexicon.terms import lexicon
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
    asked = _ASKED.match((query.resolved or query.text).strip())
    if asked is None or query.wanted.times:
        return []
    who = frozenset(i for i in lexicon().ids(asked["who"]) if not lexicon().general(i))
    told = [(one, other) for one, other in pairwise(lines) if one.source.id == other.source.id]
    told = [pair for pair in told if any(_of_that_body(who, *p) for p in (pair, pair[::-1]))]
    found = [p for pair in told for p in (pair, pair[::-1]) if _pair(*p, query, scales) is not None]
    pairs = [p for one, other in found if (p := _pair(one, other, query, scales)) is not None]
    if len(pairs) != 1:
        return []
    (level, target), (one, other) = pairs[0], found[0]
    assert level.value is not None
    assert target.value is not None
    name = "Yes" if level.value <= target.value else "No"
    return [Heard(one, 1.0, (), name), Heard(other, 1.0, ())]


def _of_that_body(who: frozenset[str], one: Line, other: Line) -> bool:
    """Whether ONE line tells the time of WHO, and the OTHER a target of theirs that stands."""
    if _PAST.search(other.text) is not None or not _TARGET.search(other.text):
        return False
    if who <= ids_of(one.text):
        return who <= ids_of(other.text) or _ITS_TARGET.match(other.text) is not None
    return who <= ids_of(other.text) and _BODY.search(one.text) is None


_BODY = regex(
    r"\b(?:office|council|department|service|agency|trust|board|committee|firm|company|treasury|ministry|court|force"
    r"|hospital|authority|commission)s?\b",
    re.IGNORECASE,
)
"""What names a body, which is another than the one that is asked about."""
_ITS_TARGET = regex(
    r"\W*(?:(?:but|and|yet) )?(?:its|their|the|this|that)(?: own)? (?:[\w-]+ ){0,3}?target\b", re.IGNORECASE
)
_PAST = regex(r"\b(?:scrapped|dropped|abolished|old|former|previous|used to|missed|failed)\b", re.IGNORECASE)


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
