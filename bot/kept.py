"""What is still there of a whole of which the record tells that a part was given back, paid out or lost."""

from __future__ import annotations

import re

from bot.choosing import Found
from bot.derive import Incomparable, difference
from bot.match import Fit
from bot.query import Wanted
from bot.scales import Scales
from corpus.patterns import regex

__all__ = ["still_kept"]

_STILL = regex(
    r"\bstill (?:ha[sv]e?|hold|holds|held|got|there|left|kept|keeps?)\b"
    r"|\b(?:ha[sdv]e?|is|was|are|were) (?:\w+ )?left\b",
    re.IGNORECASE,
)
_GONE = regex(
    r"\b(?:gave|given|paid|handed|sent|taken) (?:\w+ )?back\b|\b(?:returned|repaid|refunded|spent|paid out|sold"
    r"|written off|given away|handed over|used up)\b",
    re.IGNORECASE,
)


def still_kept(wanted: Wanted, best: Fit, scales: Scales) -> Found | None:
    """The whole that BEST is, less the one part of it that has gone, where WANTED asks what is still there."""
    figure = best.figure
    if _STILL.search(wanted.words) is None or _STILL.search(figure.measure) or figure.value is None:
        return None
    gone = [p for p in scales.view.parts(figure) if p.unit == figure.unit and _GONE.search(p.measure)]
    if len(gone) != 1:
        return None
    try:
        return Found(worked=difference(figure, gone[0]))
    except Incomparable:
        return None
