"""Which rows, or columns, are sums of others: proved by adding them up, in nearly all of their numbers.

A whole stands before its parts or after them. What is proved is a tree: of each part, which is its whole. Numbers that
do not add up (rates, hidden cells) prove nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

__all__ = ["Series", "wholes"]

Series = Sequence[Decimal | None]
"""The numbers of one row, or of one column: None where a cell has no value."""

_SHARE = 0.9
_MOST_PARTS = 400
_CLOSE = Decimal("0.000001")
_ONE = Decimal(1)
_LEAST_PROVED = 2
"""How many numbers a sum must be right in, where its label does not say that it is a whole."""
_LEAST_WHOLE = 20
"""What they must come to together: small numbers add up by chance."""


def wholes(lines: Sequence[Series], total: Sequence[bool], leads: Sequence[bool]) -> list[int | None]:
    """For each of LINES the number of that which it is a part of, or None.

    TOTAL says of each whether its label calls it a whole, LEADS whether its label leads to parts ("of which").
    """
    count = len(lines)
    parent: list[int | None] = [None] * count
    for at in range(count - 2, -1, -1):
        for part in _following(lines, parent, at, total, leads[at]):
            parent[part] = at
    wholes_ = {p for p in parent if p is not None}
    for at in range(1, count):
        if parent[at] is None and total[at] and at not in wholes_:
            for part in _preceding(lines, parent, at):
                parent[part] = at
    return parent


class _Sum:
    """Parts of a whole, added one by one."""

    def __init__(self, whole: Series) -> None:
        self._whole = whole
        self._found: list[Decimal | None] = [Decimal(0)] * len(whole)
        self._filled = [0] * len(whole)

    def add(self, part: Series) -> None:
        """One part more; a number that is not known makes the sum of its column unknown."""
        for n, one in enumerate(part):
            held = self._found[n]
            if held is not None:
                self._found[n] = None if one is None else held + one
                self._filled[n] += 1 if one else 0

    def proved(self, sure: bool) -> bool:
        """Whether the parts come to the whole in nearly all numbers; SURE where a label says that they should."""
        right = wrong = 0
        size, several = Decimal(0), False
        for value, found, filled in zip(self._whole, self._found, self._filled, strict=True):
            if value is None or found is None:
                continue
            if abs(found - value) > _CLOSE * max(_ONE, abs(value)):
                wrong += 1
            elif value:
                right += 1
                size += abs(value)
                several = several or filled > 1
        if not several or right < _SHARE * (right + wrong):
            return False
        return sure or (right >= _LEAST_PROVED and size >= _LEAST_WHOLE)


def _following(
    lines: Sequence[Series], parent: Sequence[int | None], at: int, total: Sequence[bool], leads: bool
) -> list[int]:
    """The parts of AT, if those that follow it add up to it."""
    found = _Sum(lines[at])
    parts: list[int] = []
    for other in range(at + 1, min(len(lines), at + 1 + _MOST_PARTS)):
        if parent[other] is not None:
            continue
        if total[other] and parts and not total[at] and not leads:
            break
        found.add(lines[other])
        parts.append(other)
        if len(parts) > 1 and found.proved(total[at] or leads):
            return _with_noughts(lines, parent, parts)
    return []


def _with_noughts(lines: Sequence[Series], parent: Sequence[int | None], parts: list[int]) -> list[int]:
    """PARTS, and the lines of nothing but nought that follow them directly."""
    for other in range(parts[-1] + 1, len(lines)):
        if parent[other] is None and any(v == 0 for v in lines[other]) and all(v in (None, 0) for v in lines[other]):
            parts.append(other)
        else:
            break
    return parts


def _preceding(lines: Sequence[Series], parent: Sequence[int | None], at: int) -> list[int]:
    """The parts of AT, a line that calls itself a whole, if those before it add up to it: as many as do."""
    found = _Sum(lines[at])
    parts: list[int] = []
    best: list[int] = []
    for other in range(at - 1, max(-1, at - 1 - _MOST_PARTS), -1):
        if parent[other] is not None:
            continue
        found.add(lines[other])
        parts.append(other)
        if len(parts) > 1 and found.proved(True):
            best = list(parts)
    return best
