"""What something was before a rise or a fall: as it was told, or worked out from what it came to and how far it moved.

"The toll is £6, which is £2 more than last year": before the £2 rise it was £4, and £6 answers only what it is since.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.answer import Answer
from bot.choosing import Found
from bot.compose import Composer
from bot.derive import Incomparable, Worked, difference, total
from bot.moved_since import DOWNWARD, MOVED_SINCE, UPWARD
from bot.query import Query
from bot.question import read
from bot.scales import Scales
from corpus.extract.figures import BEFORE, DIFFERENCE
from corpus.extract.numbers import quantities
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["before_it_moved"]

_RISES = regex(rf"\b(?:{UPWARD}|up|rose|increased|raised|more|higher|above|greater|rising|increasing)\b", re.IGNORECASE)
_FALLS = regex(
    rf"\b(?:{DOWNWARD}|down|fell|dropped|decreased|reduced|lowered|less|fewer|lower|below|falling)\b", re.IGNORECASE
)


def before_it_moved(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """What it was before the change that QUERY names; None where it names none, or where the record tells of none."""
    asked = MOVED_SINCE.search(query.text)
    if asked is None:
        return None
    far = next((q.value for q in quantities(asked["far"] or asked["of"] or "") if q.value is not None), None)
    up = _RISES.search(asked["noun"] or asked["verb"]) is not None
    wanted = read(f"{query.text[: asked.start()]}?", query.as_of).wanted
    fits = [f for f in scales.fits(wanted) if f.complete and not f.loose]
    told = next((f for f in fits if f.figure.note == BEFORE and _moved_so(f.figure, up, far, scales)), None)
    if told is not None:
        return composer.figure(Found(figure=told.figure, fit=told))
    levels = (f.figure for f in fits if not f.figure.note)
    worked = next((w for level in levels for w in _undone(level, up, far, scales)), None)
    return composer.worked(worked) if worked is not None else None


def _moved_so(figure: Figure, up: bool, far: Decimal | None, scales: Scales) -> bool:
    """Whether the level that FIGURE was before moved that way, and so FAR where that is told."""
    later = [f for f in scales.view.beside(figure) if f.unit == figure.unit and not f.note and f.value is not None]
    if len(later) != 1 or figure.value is None or later[0].value is None:
        return False
    moved = later[0].value - figure.value
    return (moved > 0) is up and far in (None, abs(moved))


def _undone(level: Figure, up: bool, far: Decimal | None, scales: Scales) -> Iterator[Worked]:
    """LEVEL less how far its own sentence says that it moved."""
    for moved in scales.view.beside(level):
        if moved.note != DIFFERENCE or moved.unit != level.unit or moved.unit == "%" or moved.value is None:
            continue
        if far not in (None, moved.value) or level.value is None or not _so(level, moved, up, scales):
            continue
        try:
            yield difference(level, moved) if up else total([level, moved], scales.view)
        except Incomparable:
            continue


def _so(level: Figure, moved: Figure, up: bool, scales: Scales) -> bool:
    """Whether the words about how far it MOVED tell of a rise, or a fall, as asked, and lie beside its LEVEL."""
    said = scales.sentence_of(moved)
    first, last = sorted((level.span, moved.span), key=lambda s: s.start)
    at = level.context.start
    words = said[: first.start - at] + said[first.end - at : last.start - at] + said[last.end - at :][:_NEAR]
    rises, falls = _RISES.search(words) is not None, _FALLS.search(words) is not None
    return rises is not falls and rises is up


_NEAR = 20
