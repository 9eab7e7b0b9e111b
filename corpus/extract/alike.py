"""Which two figures of a text may be of one thing, so that one of them may put the other right."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from corpus.extract.figures import DIFFERENCE
from corpus.lexicon.terms import lexicon
from corpus.records import Figure

__all__ = ["alike", "apart", "nearest", "shared"]

_TWICE = Decimal(2)


def alike(one: Figure, other: Figure) -> bool:
    """Whether two figures may be of one thing: of one unit, of one size, and not the same."""
    if one.value is None or other.value is None or one.value == other.value:
        return False
    if DIFFERENCE in (one.note, other.note):
        return False
    counts = one.unit == other.unit or not (_own(one) or _own(other))
    low, high = sorted((abs(one.value), abs(other.value)))
    return counts and low > 0 and high <= low * _TWICE


_OWN_UNITS = ("%", "percentage points", "\u00a3", "$", "\u20ac", "years", "months", "weeks", "days", "hours")


def _own(figure: Figure) -> bool:
    return figure.unit in _OWN_UNITS


def nearest(figure: Figure, others: Sequence[Figure]) -> Figure | None:
    """Of OTHERS that FIGURE may be paired with, the one of the same words; failing that, the one said last."""
    like = [o for o in others if alike(figure, o)]
    whole = figure.part_of is None
    return max(like, key=lambda o: (shared(figure, o), whole and o.part_of is None, o.span.start), default=None)


def shared(one: Figure, other: Figure) -> int:
    """How many words two figures share in what they count and what is said of it."""
    lex = lexicon()
    return len(lex.ids(f"{one.counted}. {one.measure}") & lex.ids(f"{other.counted}. {other.measure}"))


def apart(one: Figure, other: Figure) -> Decimal:
    """How far two figures lie apart, as a share of the greater."""
    assert one.value is not None
    assert other.value is not None
    return abs(one.value - other.value) / max(abs(one.value), abs(other.value))
