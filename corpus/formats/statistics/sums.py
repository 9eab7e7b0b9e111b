"""Which rows, or columns, are sums of others: proved by adding them up, in nearly all of their numbers.

A whole stands before its parts or after them. What is proved is a tree: of each part, which is its whole. Numbers that
do not add up (rates, hidden cells) prove nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

__all__ = ["Series", "exceeds", "wholes"]

Series = Sequence[Decimal | None]
"""The numbers of one row, or of one column: None where a cell has no value."""

_SHARE = 0.9
_SHARE_LED = 0.5
"""Of what is announced ("Handcuffing, of which"), since things may be counted beside it that do not add up."""
_MOST_PARTS = 400
_CLOSE = Decimal("0.000001")
_ONE = Decimal(1)
_TINY = 50
"""Rounded parts may miss their whole by so small a share of it, where its label calls it the whole."""
_LEAST_PROVED = 2
"""How many numbers a sum must be right in, where its label does not say that it is a whole."""
_LEAST_UNCALLED = 8
"""How many digits."""
_LEAST_WHOLE = 20
"""What they must come to together: small numbers add up by chance."""


def wholes(lines: Sequence[Series], total: Sequence[bool], leads: Sequence[bool]) -> list[int | None]:
    """For each of LINES the number of that which it is a part of, or None.

    TOTAL says of each whether its label calls it a whole, LEADS whether its label leads to parts ("of which").
    """
    count = len(lines)
    unit = _unit(lines)
    parent: list[int | None] = [None] * count
    for at in range(count - 2, -1, -1):
        for part in _following(lines, parent, at, total, leads[at], unit):
            parent[part] = at
    wholes_ = {p for p in parent if p is not None}
    for at in range(1, count):
        if parent[at] is None and at not in wholes_:
            for part in _preceding(lines, parent, at, unit, total[at]):
                parent[part] = at
    return parent


def _unit(lines: Sequence[Series]) -> Decimal:
    """What the numbers are rounded to, as far as they show it: 1,000, 100, 10, 5, 1, or a decimal place."""
    seen = [value for line in lines[:_LOOKED_AT] for value in line if value is not None]
    for unit in _UNITS:
        if seen and all(value % unit == 0 for value in seen):
            return unit
    return Decimal(0)


_LOOKED_AT = 60
_UNITS = tuple(Decimal(unit) for unit in ("1000", "100", "10", "5", "1", "0.1", "0.01"))


class _Sum:
    """Parts of a whole, added one by one."""

    def __init__(self, whole: Series, unit: Decimal) -> None:
        self._whole, self._unit = whole, unit
        self._parts = 0
        self._negative = any(value is not None and value < 0 for value in whole)
        self._found: list[Decimal | None] = [Decimal(0)] * len(whole)
        self._filled = [0] * len(whole)

    def add(self, part: Series) -> None:
        """One part more; a number that is not known makes the sum of its column unknown."""
        self._parts += 1
        for n, one in enumerate(part):
            held = self._found[n]
            if held is not None:
                self._found[n] = None if one is None else held + one
                self._filled[n] += 1 if one else 0
                self._negative = self._negative or (one is not None and one < 0)

    def over(self) -> bool:
        """Whether the parts have come to more than the whole in most numbers, so that no further ones can prove it."""
        pairs = [(f, w) for f, w in zip(self._found, self._whole, strict=True) if f is not None and w is not None]
        high = sum(1 for f, w in pairs if f > w + self._unit * self._parts)
        return not self._negative and 2 * high > len(pairs)

    def proved(self, sure: bool, leads: bool = False) -> bool:
        """Whether the parts come to the whole in nearly all numbers.

        SURE where a label calls it the whole, LEADS where one announces its parts.
        """
        right = wrong = 0
        rounding = self._unit * (self._parts + 1) / 2 if sure else Decimal(0)
        size, several = Decimal(0), False
        for value, found, filled in zip(self._whole, self._found, self._filled, strict=True):
            if value is None or found is None:
                continue
            off = abs(found - value)
            if off > _CLOSE * max(_ONE, abs(value)) and (off > rounding or off * _TINY > abs(value)):
                wrong += 1
            elif value:
                right += 1
                size += abs(value)
                several = several or filled > 1
        share = _SHARE_LED if leads else _SHARE
        if not several or right < share * (right + wrong):
            return False
        return sure or leads or (right >= _LEAST_PROVED and size >= _LEAST_WHOLE)


def _following(
    lines: Sequence[Series], parent: Sequence[int | None], at: int, total: Sequence[bool], leads: bool, unit: Decimal
) -> list[int]:
    """The parts of AT, if those that follow it add up to it."""
    sure = total[at] or leads
    if not sure and sum(1 for value in lines[at] if value) < _LEAST_PROVED:
        return []
    found = _Sum(lines[at], unit)
    parts: list[int] = []
    for other in range(at + 1, min(len(lines), at + 1 + _MOST_PARTS)):
        if parent[other] is not None or (not parts and other <= at + _BESIDE and exceeds(lines[other], lines[at])):
            continue
        if (total[other] and parts and not sure) or found.over():
            break
        found.add(lines[other])
        parts.append(other)
        if len(parts) > 1 and found.proved(total[at], leads):
            return _with_noughts(lines, parent, parts)
    return []


_BESIDE = 2
"""How many columns of another kind ("Total length") may stand between a whole and its parts."""


def exceeds(line: Series, whole: Series) -> bool:
    """Whether LINE is so much more than WHOLE in every number that it is a quantity of another kind, and no part."""
    pairs = [(one, all_) for one, all_ in zip(line, whole, strict=True) if one is not None and all_ is not None]
    return len(pairs) >= _LEAST_PROVED and all(one > _OF_ANOTHER_KIND * abs(all_) for one, all_ in pairs)


_OF_ANOTHER_KIND = 2


def _with_noughts(lines: Sequence[Series], parent: Sequence[int | None], parts: list[int]) -> list[int]:
    """PARTS, and the lines of nothing but nought that follow them directly."""
    for other in range(parts[-1] + 1, len(lines)):
        if parent[other] is None and any(v == 0 for v in lines[other]) and all(v in (None, 0) for v in lines[other]):
            parts.append(other)
        else:
            break
    return parts


def _preceding(
    lines: Sequence[Series], parent: Sequence[int | None], at: int, unit: Decimal, called: bool
) -> list[int]:
    """The parts of AT, if those before it add up to it: as many as do where it is CALLED a whole.

    A line that does not call itself one ("North West", after its counties) is one only by sums that no chance makes.
    """
    if not called and not _large(lines[at]):
        return []
    found = _Sum(lines[at], unit)
    parts: list[int] = []
    best: list[int] = []
    for other in range(at - 1, max(-1, at - 1 - _MOST_PARTS), -1):
        if parent[other] is not None:
            continue
        if found.over():
            break
        found.add(lines[other])
        parts.append(other)
        if len(parts) > 1 and found.proved(called):
            best = list(parts)
            if not called:
                break
    return best


def _large(line: Series) -> bool:
    """Whether a line has several numbers, of too many digits together for others to come to them by chance."""
    held = [value.normalize() for value in line if value]
    return len(held) >= _LEAST_PROVED and sum(len(value.as_tuple().digits) for value in held) >= _LEAST_UNCALLED
