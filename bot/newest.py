"""Of one measure given for several times, the latest: as at a day, over a period, or as it stood when it was told."""

from __future__ import annotations

import re
from datetime import date

from bot.match import Fit
from bot.view import View
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["newest"]


def newest(fits: list[Fit], view: View) -> Fit:
    """Of one measure given for several times, where none was asked about, the latest that had come when it was told."""
    first = fits[0]
    ended = _stood(first.figure, view)
    if ended is None or first.figure.part_of is not None:
        return first
    kin = [f for f in fits if _same_measure(first, f) and (_stood(f.figure, view) or date.min) > ended]
    kin = [f for f in kin if not _to_come(f.figure, view)] if not _to_come(first.figure, view) else kin
    return max(kin, key=lambda f: _stood(f.figure, view) or date.min, default=first)


_SO_FAR = regex(r"\b(?:have|has)\b(?! been to\b)", re.IGNORECASE)
"""What is told as it stands on the day of telling: "30 boats *have* sunk"."""


def _stood(figure: Figure, view: View) -> date | None:
    """When the time that a figure is of was over; for one that is told as it stands so far, the day of its telling."""
    ended = _ended(figure)
    if ended is not None or _SO_FAR.search(figure.measure) is None:
        return ended
    return view.source(figure).published


def _to_come(figure: Figure, view: View) -> bool:
    """Whether the time that a figure is of had not begun when its source told it ("due in May, *at a cost of* £2m")."""
    begun = figure.period.start if figure.period is not None else figure.as_at.first if figure.as_at else None
    told = view.source(figure).published
    return begun is not None and told is not None and begun > told


def _same_measure(a: Fit, b: Fit) -> bool:
    one, other = a.figure, b.figure
    alike = one.source_id == other.source_id and one.unit == other.unit and one.note == other.note
    return alike and b.depth == a.depth and not b.narrower and b.direct >= a.direct


def _ended(figure: Figure) -> date | None:
    """When the time that a figure is of was over; None where it has none."""
    return figure.period.end if figure.period is not None else figure.as_at.last if figure.as_at is not None else None
