"""Those on the other side of a limit: of 90 crew, 12 of them *aged 60 or over*, 78 are under 60."""

from __future__ import annotations

from dataclasses import replace

from bot.choosing import Found, best_of
from bot.derive import Incomparable, difference
from bot.query import Bound, Wanted
from bot.scales import Scales
from corpus.extract.numbers import quantities
from corpus.records import Figure, Qualifier

__all__ = ["other_side"]

_OTHER = {
    Qualifier.FEWER_THAN: (Qualifier.AT_LEAST, "{} or over"),
    Qualifier.AT_LEAST: (Qualifier.FEWER_THAN, "under {}"),
    Qualifier.MORE_THAN: (Qualifier.AT_MOST, "{} or under"),
    Qualifier.AT_MOST: (Qualifier.MORE_THAN, "over {}"),
}
"""What leaves nobody out and counts nobody twice beside a limit: "under 60" and "60 or over"."""


def other_side(wanted: Wanted, scales: Scales) -> Found | None:
    """A whole less those on the other side of the one limit that is asked about; None where these are not counted.

    Those *over* 60 are not those who are 60 or over, so that they leave none who are under 60.
    """
    turned = _turned(wanted.bounds[0], wanted) if len(wanted.bounds) == 1 else None
    if turned is None:
        return None
    other, side = turned
    best = best_of(other, scales.fits(other), scales.view)
    part = best.figure if best is not None else None
    whole = scales.view.whole(part) if part is not None else None
    if part is None or whole is None or part.note or wanted.whole not in (None, whole.value):
        return None
    if part.qualifier is not Qualifier.EXACTLY or not _told(part, wanted.bounds[0], side):
        return None
    try:
        return Found(worked=difference(whole, part), note="remainder")
    except Incomparable:
        return None


def _turned(bound: Bound, wanted: Wanted) -> tuple[Wanted, Qualifier] | None:
    """WANTED of those on the other side of BOUND, and which side that is."""
    asked = next((q for q in quantities(bound.words) if q.value == bound.value), None)
    if asked is None or asked.qualifier not in _OTHER or bound.words not in wanted.words:
        return None
    side, form = _OTHER[asked.qualifier]
    unit = f" {bound.unit}" if bound.unit and asked.kind != "age" else ""
    words = form.format(f"{bound.value}{unit}")
    named = replace(bound, words=words)
    return replace(wanted, words=wanted.words.replace(bound.words, words), bounds=(named,)), side


def _told(part: Figure, bound: Bound, side: Qualifier) -> bool:
    """Whether PART is of those on that very SIDE of the limit."""
    told = (part.measure, *(value for _, value in part.breakdown))
    return any(q.value == bound.value and q.qualifier is side for words in told for q in quantities(words))
