"""Rows that are the totals of a class, where another column says of which class each row is: bodies, and sums of them.

A table of many bodies in no order of its own ("Body | Class") has the totals of its classes, and of all, below or
above them. Each total is proved by adding up all rows of its class.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from corpus.formats.statistics.sums import Series

__all__ = ["Totals", "class_totals"]

Totals = tuple[dict[int, int], int | None]
"""By the number of a row the row that is the total of its class; and the row that is the total of all."""
_NONE: Totals = ({}, None)
_SHARE = Decimal("0.9")
_CLOSE = Decimal("0.000001")
_LEAST_RIGHT = 2
_LEAST_CLASSES = 2
_LEAST_BODIES = 2


def class_totals(labels: Sequence[str], classes: Sequence[str], lines: Sequence[Series]) -> Totals:
    """The totals among rows of LABELS, each called otherwise, whose CLASSES and numbers are told."""
    groups: dict[str, list[int]] = {}
    for n, one in enumerate(classes):
        groups.setdefault(one, []).append(n)
    rest = groups.pop("", [])
    if len(set(labels)) < len(labels) or len(groups) < _LEAST_CLASSES or not lines:
        return _NONE
    found = {one: head for one, rows in groups.items() if (head := _total_among(rows, lines)) is not None}
    if len(found) < _LEAST_CLASSES:
        return _NONE
    beside = {n + step for n in found.values() for step in (-1, 1)}
    for one, rows in groups.items():
        if one not in found and len(rows) > 1:  # not all of it is told, be its total among those of the others
            ends = [n for n in (rows[0], rows[-1]) if n in beside]
            if len(ends) != 1:
                return _NONE
            found[one] = ends[0]
    above = {n: head for one, head in found.items() for n in groups[one] if n != head}
    tops = [*found.values(), *(n for one, rows in groups.items() if one not in found for n in rows)]
    added = _added([lines[n] for n in tops])
    whole = [n for n in rest if _comes_to(lines[n], added)]
    return above, whole[0] if len(whole) == 1 else None


def _total_among(rows: Sequence[int], lines: Sequence[Series]) -> int | None:
    """The one of ROWS that all the others of them add up to; None where there is none."""
    if len(rows) <= _LEAST_BODIES:
        return None
    added = _added([lines[n] for n in rows])
    halves = [None if value is None else value / 2 for value in added]
    found = [n for n in (rows[0], rows[-1]) if _comes_to(lines[n], halves)]
    return found[0] if len(found) == 1 else None


def _added(lines: Sequence[Series]) -> list[Decimal | None]:
    """LINES added up, column by column; None where one of them has no number."""
    return [
        None if None in cells else sum((c for c in cells if c is not None), Decimal(0))
        for cells in zip(*lines, strict=True)
    ]


def _comes_to(line: Series, added: Series) -> bool:
    """Whether a LINE's numbers are those that others come to, in nearly all of those that are not nought."""
    right = wrong = 0
    for value, sum_ in zip(line, added, strict=True):
        if value is None or sum_ is None or not (value or sum_):
            continue
        close = abs(value - sum_) <= _CLOSE * max(Decimal(1), abs(value))
        right, wrong = right + close, wrong + (not close)
    return right >= _LEAST_RIGHT and right >= _SHARE * (right + wrong)
