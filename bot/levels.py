"""The level that a difference leaves: "3,662,000 applications, 415,000 more than a year earlier" tells of 3,247,000."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.choosing import Found
from bot.derive import Incomparable, Worked, difference, total
from bot.match import Fit
from bot.query import Wanted
from bot.scales import Scales
from corpus.extract.backward import times
from corpus.extract.figures import DIFFERENCE
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Span

__all__ = ["level_before"]

_MORE = regex(r"\b(?:more|higher|up|increase|rise|above|over|greater|larger)\b", re.IGNORECASE)
_FEWER = regex(r"\b(?:fewer|less|lower|down|decrease|fall|below|under|short|smaller)\b", re.IGNORECASE)
_THE_YEAR_BEFORE = regex(
    r"\b(?:in |over )?(?:the (?:previous|preceding|prior) (?P<a>year|month|quarter|week)"
    r"|(?:the|a|one) (?P<b>year|month|quarter|week) (?:before|earlier|previously))\b",
    re.IGNORECASE,
)
"""The time before that which is told of, whichever that is."""
_THAN = regex(r"\b(?:than|on|over|above|below|from)\b", re.IGNORECASE)
_FEW = 12
"""How many of the figures that fit best are looked at."""


def level_before(wanted: Wanted, fits: list[Fit], scales: Scales) -> Found | None:
    """What was before, or was planned, where the record gives only how far the level told with it lies from that.

    None where no difference covers every condition of WANTED, or where it is a percentage, which was rounded.
    """
    for held in fits[:_FEW]:
        moved = held.figure
        if moved.note != DIFFERENCE or moved.unit == "%":
            continue
        level, against = _level(moved, scales), _against(moved, scales)
        if level is None or against is None or not _covered(wanted, level, moved, against, scales):
            continue
        try:
            worked = _undone(level, moved, against, scales)
        except Incomparable:
            continue
        if worked is not None:
            return Found(worked=worked)
    return None


def _level(moved: Figure, scales: Scales) -> Figure | None:
    """The last number before MOVED in its sentence that is a level of the same unit."""
    here = [f for f in scales.view.figures.values() if f.context == moved.context and f.source_id == moved.source_id]
    before = [f for f in here if f.span.end <= moved.span.start and f.note != DIFFERENCE and f.unit == moved.unit]
    return max(before, key=lambda f: f.span.start, default=None)


def _against(moved: Figure, scales: Scales) -> re.Match[str] | None:
    """Where the sentence begins to say what MOVED is set against ("more *than in May 2013*")."""
    return _THAN.search(scales.sentence_of(moved), moved.span.end - moved.context.start)


def _covered(wanted: Wanted, level: Figure, moved: Figure, against: re.Match[str], scales: Scales) -> bool:
    """Whether WANTED asks for what MOVED is set against: by its time, or by a word that stands only there."""
    said = against.string
    sentence = Span(0, len(said))
    named = [m for m in times(said, moved.said_on, sentence, []) if m.span.end > against.end()]
    if (step := _THE_YEAR_BEFORE.search(wanted.words)) is not None:
        told = _THE_YEAR_BEFORE.search(said, against.end())
        plain = replace(wanted, times=(), words=_THE_YEAR_BEFORE.sub("", wanted.words).strip())
        same = told is not None and (told["a"] or told["b"]) == (step["a"] or step["b"])
        return same and any(f.complete and not f.loose for f in scales.fits(plain, [level]))
    if wanted.times:
        earlier = [replace(level, period=m.period, as_at=m.when) for m in named[:1]]
        return any(f.complete and not f.loose for f in scales.fits(wanted, earlier))
    if named:
        return False
    only = lexicon().ids(said[against.end() :]) - lexicon().ids(said[: against.start()])
    asked = {s.id for s in wanted.telling}
    return bool(asked & only) and scales.fits(wanted, [replace(moved, note="")])[0].complete


def _undone(level: Figure, moved: Figure, against: re.Match[str], scales: Scales) -> Worked | None:
    lead = against.string[level.span.end - level.context.start : against.end()]
    more, fewer = _MORE.search(lead) is not None, _FEWER.search(lead) is not None
    if more == fewer or level.value is None or moved.value is None or (more and moved.value > level.value):
        return None
    return difference(level, moved) if more else total([level, moved], scales.view)
