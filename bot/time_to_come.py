"""The times that a question asks about as a figure meets them, those still to come among them.

"How many will there be by June?" is of the June to come when the record was made, and no number of those there are now
answers it.
"""

from __future__ import annotations

import re

from bot.query import Wanted
from bot.times import Timing, anchored, timing
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["times_met"]

_TO_COME = regex(
    r"\b(?:will(?! have)|(?<!was )(?<!were )going to|to come|is due|are due|(?:is|are) expected)\b", re.IGNORECASE
)
"""What asks of a time that had not come when the record was made."""
_AT_PRESENT = regex(r"\b(?:today|now|at present|at the moment|currently|so far)\b", re.IGNORECASE)
_OF_THE_FUTURE = regex(
    r"\b(?:will|shall|would|(?:is|are|was|were) to|expect\w*|plan\w*|hop(?:es?|ed|ing)|due|forecasts?|likely|aims?"
    r"|targets?)\b",
    re.IGNORECASE,
)


def times_met(wanted: Wanted, figure: Figure, wholes: tuple[Figure, ...]) -> tuple[Timing, ...]:
    """How FIGURE, part of WHOLES, meets each time of WANTED."""
    ahead = _TO_COME.search(wanted.words) is not None
    if not ahead or any(_AT_PRESENT.search(m.period.words) for m in wanted.times):
        return _met(wanted, figure, wholes, ahead=False)
    times = _met(wanted, figure, wholes, ahead=True)
    if _OF_THE_FUTURE.search(figure.measure):  # "from 1 May it will cost £4" may have been said in that May
        return times if all(times) else _met(wanted, figure, wholes, ahead=False)
    return tuple(Timing.MISMATCH if t is Timing.SAID else t for t in times)  # so many there are, and will be?


def _met(wanted: Wanted, figure: Figure, wholes: tuple[Figure, ...], *, ahead: bool) -> tuple[Timing, ...]:
    when = (anchored(m, figure.said_on, ahead=ahead) for m in wanted.times)
    telling = bool(wanted.told or wanted.sayer)
    return tuple(timing(m, figure, wholes, telling=telling) for m in when)
