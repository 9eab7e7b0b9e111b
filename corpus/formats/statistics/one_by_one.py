"""The columns of a table in thousands that are counted one by one all the same, as their own numbers show."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.formats.statistics.measures import Measure, measure_of
from corpus.formats.statistics.sums import Series

__all__ = ["one_by_one"]

_ENOUGH = 5
"""Of so many numbers that are told to a decimal, one at least is no whole number."""
_ROUNDED_TO = 10


def _what(label: str) -> str:
    """What a heading of several parts is of ("Landings, adjusted")."""
    return label.split(", ")[0].lower()


def one_by_one(labels: Sequence[str], held: Sequence[Series], table: Measure) -> frozenset[int]:
    """Which of LABELS, each with the numbers HELD under it, are not in the thousands that TABLE is told to be in: they
    are whole numbers, where those under all other counts are not ("Harbours surveyed" beside "Landings")."""
    if table.scale == 1:
        return frozenset()
    numbers = [[v for v in some if v is not None] for some in held]
    counts = [n for n, label in enumerate(labels) if (own := measure_of(label)).additive and own.unit is None]
    whole = {n for n in counts if all(v == v.to_integral_value() for v in numbers[n])}
    rounded = {n for n in whole if all(v % _ROUNDED_TO == 0 for v in numbers[n])}
    others = {_what(labels[n]) for n in counts if n not in whole}
    if rounded or any(_what(labels[n]) in others for n in whole):
        return frozenset()  # rounded as only estimates are, or another telling of what is in thousands
    sure = all(len(numbers[n]) >= _ENOUGH for n in counts)
    return frozenset(whole) if sure and 0 < len(whole) < len(counts) else frozenset()
