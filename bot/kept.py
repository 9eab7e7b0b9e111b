"""What is still there of a whole of which the record tells that a part was given back, paid out or lost."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.choosing import Found, best_of
from bot.derive import Incomparable, difference
from bot.match import Fit
from bot.query import Wanted
from bot.scales import Scales
from corpus.extract.sense import ASSERTED, mark_at
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["still_kept", "what_is_left"]

_STILL = regex(
    r"\bstill (?:ha[sv]e?|hold|holds|held|got|there|left|kept|keeps?)\b"
    r"|\b(?:ha[sdv]e?|is|was|are|were) (?:\w+ )?left\b",
    re.IGNORECASE,
)
_GONE = regex(
    r"\b(?:gave|given|paid|handed|sent|taken) (?:\w+ )?back\b|\b(?:returned|repaid|refunded|spent|paid out|sold"
    r"|written off|given away|handed over|used up|closed|closures?|closing|shut|scrapped|demolished|axed)\b",
    re.IGNORECASE,
)


def still_kept(wanted: Wanted, best: Fit, scales: Scales) -> Found | None:
    """The whole that BEST is, less the one part of it that has gone, where WANTED asks what is still there."""
    figure = best.figure
    if _STILL.search(wanted.words) is None or _STILL.search(figure.measure) or figure.value is None:
        return None
    gone = [p for p in scales.view.parts(figure) if p.unit == figure.unit and _has_gone(p, scales.sentence_of(p))]
    if len(gone) != 1 or any(_DIED.search(p.measure) for p in scales.view.parts(figure) if p not in gone):
        return None
    try:
        return Found(worked=difference(figure, gone[0]))
    except Incomparable:
        return None


_DIED = regex(r"\b(?:died|drowned|killed|deported|escaped|lost|stolen|destroyed|missing|transferred)\b", re.IGNORECASE)
"""What else takes some off a whole, besides those who are told to have gone."""


def _has_gone(part: Figure, sentence: str) -> bool:
    """Whether PART is told to have gone for good, and not for a time, nor only to be going."""
    match = _GONE.search(part.measure)
    if match is None or mark_at(part.measure, match.start(), match.end()) != ASSERTED:
        return False
    return _FOR_A_TIME.search(part.measure) is None and _BACK_AGAIN.search(sentence) is None


_FOR_A_TIME = regex(
    r"\b(?:temporar(?:y|ily)|brief(?:ly)?|overnight|provisionally|until|during|while"
    r"|for (?:an?|the|one|two|three|four|five|six|\d+|several|some|up to|more than|less than|part of)(?: \w+){0,3}?"
    r" (?:minute|hour|day|night|week|weekend|month|year|afternoon|morning|winter|summer|season|term|holiday)s?"
    r"|for (?:\w+ )?(?:repairs?|maintenance|cleaning|refurbishment|works?|inspections?|checks?))\b",
    re.IGNORECASE,
)
_BACK_AGAIN = regex(
    r"\b(?:reopen\w*|re-open\w*|came back|back in (?:use|service)|since been restored)\b", re.IGNORECASE
)


def what_is_left(wanted: Wanted, scales: Scales) -> Found | None:
    """The same where no figure tells of what is *left*, but one of the whole that a part has gone of.

    "The guild shut two of its seven halls. How many halls has it *left*?" None where the record tells of no such part.
    """
    if _STILL.search(wanted.words) is None:
        return None
    bare = replace(wanted, rest=tuple(s for s in wanted.rest if s.words.lower() != "left"))
    if bare == wanted:
        return None
    fits = scales.fits(bare)
    best = best_of(bare, fits, scales.view)
    return still_kept(wanted, best, scales) if best is not None and not best.loose else None
