"""Of whom a thing is *still to* be done, and of whom it *had not* been done at an earlier time: two different counts.

"They let 90 pilots sail without a test. Of these 20 are still to be tested": 90 had not been tested, and 20 still have
to be. Both are denied the test, and only the words about it tell which of the two is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.choosing import grounded
from bot.match import Fit
from bot.query import Wanted
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["STILL_TO", "of_that_state"]

STILL_TO = regex(r"\b(?:still|yet|remain\w*|left) to\b", re.IGNORECASE)
_AT_IT_STILL = regex(r"\bstill (?:being \w+|\w+ing (?:for|to|after)\b)", re.IGNORECASE)
"""They are *still searching for* these, and these are *still being* checked: to be done yet, in other words."""
_HAD_NOT = regex(r"\b(?:had|were|was)(?:n['\u2019]t|\s+not|\s+never)\b|\bwithout\b|\bwent un[a-z]+ed\b", re.IGNORECASE)
_WENT_WITHOUT = regex(r"\bwithout\b", re.IGNORECASE)


def of_that_state(wanted: Wanted, fits: Sequence[Fit]) -> list[Fit]:
    """FITS less those of the other state, where the one that is asked for is told of as well.

    What was done without a thing once tells nothing of whether that is still to be done.
    """
    if STILL_TO.search(wanted.words):
        if any(f.complete and _still(f.figure) for f in fits):
            return [f for f in fits if _still(f.figure) or not f.complete]
        return [f.lacking_too(_not_known_still(f.figure)) for f in fits]
    if _HAD_NOT.search(wanted.words) is None:
        return list(fits)
    before = [f for f in fits if not _still(f.figure) and _told_before(wanted, f)]
    most = max((f.figure.value for f in before if f.figure.value is not None), default=None)
    return [
        f
        for f in fits
        if most is None or f.figure.value is None or f.figure.value > most or not (f.complete and _still(f.figure))
    ]


def _still(figure: Figure) -> bool:
    return (STILL_TO.search(figure.measure) or _AT_IT_STILL.search(figure.measure)) is not None


def _told_before(wanted: Wanted, fit: Fit) -> bool:
    """Whether FIT tells of those to whom it had not been done: as asked, or of them by a wider name (*people*)."""
    if fit.complete:
        return grounded(wanted, fit)
    counted = {s.words for s in wanted.focus}
    return _HAD_NOT.search(fit.figure.measure) is not None and counted.issuperset(fit.missing)


def _not_known_still(figure: Figure) -> tuple[str, ...]:
    went = _WENT_WITHOUT.search(figure.measure) is not None
    return ("how many it is still to be done to",) if went else ()
