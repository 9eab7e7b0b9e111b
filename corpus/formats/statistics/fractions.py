"""Shares that a table heads as percentages and writes as fractions of one: "Boats insured (%)" over 0.82, 0.9, 1.

Which they are is proved by the numbers: a share is the quotient of two counts beside it, or the shares come up to one
and never go over it. Each is told as it stands, 0.82 of the whole, for that is what the record says. Where it only may
be so (none goes over one, and nothing proves it) it is told under its heading, and not as so many per cent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import permutations

from corpus.cube import AS_HEADED, OF_THE_WHOLE, Code, Dataset, Observation, Role
from corpus.patterns import regex

__all__ = ["fractions_told"]

_PERCENT = "%"
_MOVES = regex(
    r"\b(?:changes?|growth|increases?|decreases?|rises?|falls?|differences?|inflation|interest|yields?|returns? on"
    r"|(?:bank|base|lending|borrowing|bond|mortgage) rates?)\b",
    re.IGNORECASE,
)
"""What may well stay below one in a hundred for years, in two decimals: no share of a whole."""
_SAYS_SHARE = regex(r"%|\b(?:per ?cent(?:ages?)?|shares?|proportions?|rates?)\b", re.IGNORECASE)
_ONE, _HALF, _HIGH = Decimal(1), Decimal("0.5"), Decimal("0.9")
_FEWEST = 3
_SEVERAL = 5
"""So many different shares at least show how high a column comes."""
_FINE = 2
"""A fraction of one that is rounded to whole percentages has so many decimals."""
_DIVIDED, _MANY = 8, 20
"""No percentage is told to so many decimals, but what a program divides is; so many of them are no chance."""
_LEAST_OF = 100
"""A count of which so fine a share may be told from another."""
_BORNE_OUT = 0.9


def fractions_told(one: Dataset, text: str) -> Dataset:
    """The dataset ONE of TEXT, whose shares are no percentages where its cells are fractions of one."""
    at = next((n for n, d in enumerate(one.dimensions) if d.role is Role.MEASURE), None)
    codes = one.dimensions[at].codes if at is not None else (Code(one.measure, unit=one.unit),)
    shares = frozenset(n for n, code in enumerate(codes) if _unit(code, one) == _PERCENT)
    if not shares or any(_MOVES.search(codes[n].words) for n in shares) or _MOVES.search(one.title):
        return one
    held = _Cells.of(one.observations, at, shares, text)
    if held is None or not held.may_be_fractions():
        return one
    return _told(one, at, shares, OF_THE_WHOLE if held.are_fractions() else AS_HEADED)


def _unit(code: Code, one: Dataset) -> str:
    return one.unit if code.unit is None else code.unit


def _told(one: Dataset, at: int | None, shares: frozenset[int], unit: str) -> Dataset:
    """ONE, whose SHARES are in that UNIT; where that is not sure, they are called what their headings call them."""
    if at is None:
        return replace(one, unit=unit, measure=_called(one.measure, unit), additive=False)
    made = one.dimensions[at]
    codes = tuple(
        replace(code, unit=unit, words=_called(code.words, unit), additive=False) if n in shares else code
        for n, code in enumerate(made.codes)
    )
    return replace(one, dimensions=(*one.dimensions[:at], replace(made, codes=codes), *one.dimensions[at + 1 :]))


def _called(words: str, unit: str) -> str:
    return words if unit == OF_THE_WHOLE or _SAYS_SHARE.search(words) else f"{words} (%)"


def _measure(seen: Observation, at: int | None) -> int:
    return 0 if at is None else seen.codes[at]


@dataclass(frozen=True, slots=True)
class _Cells:
    """The shares of a table, and its rows: the numbers of each by their measures."""

    shares: frozenset[int]
    rows: dict[tuple[int, ...], dict[int, Decimal]]

    @classmethod
    def of(cls, seen: Iterable[Observation], at: int | None, shares: frozenset[int], text: str) -> _Cells | None:
        """Those of SEEN; None as soon as one of the SHARES can be no fraction of one."""
        rows: dict[tuple[int, ...], dict[int, Decimal]] = {}
        for o in seen:
            measure = _measure(o, at)
            if o.value is None:
                continue
            if measure in shares and (not 0 <= o.value <= _ONE or text[o.end - 1 : o.end] == _PERCENT):
                return None
            key = o.codes if at is None else (*o.codes[:at], *o.codes[at + 1 :])
            rows.setdefault(key, {})[measure] = o.value
        return cls(shares, rows)

    def _shares(self) -> Iterator[Decimal]:
        return (value for row in self.rows.values() for n, value in row.items() if n in self.shares)

    def may_be_fractions(self) -> bool:
        """Whether shares of two decimals and more come up to a half and over it, or many are as a program divides."""
        told = [*self._shares()]
        divided = sum(_places(value) >= _DIVIDED for value in told)
        if divided >= _MANY and divided >= _BORNE_OUT * len(told):
            return True
        return len(told) >= _FEWEST and max(told) >= _HALF and any(map(_is_fine, told))

    def are_fractions(self) -> bool:
        """Whether the numbers prove that they are."""
        told = [*self._shares()]
        fine = {value for value in told if _is_fine(value)}
        return (max(told) >= _HIGH and len(fine) >= _SEVERAL) or any(map(self._is_quotient, self.shares))

    def _is_quotient(self, share: int) -> bool:
        """Whether the numbers of SHARE are, in nearly all rows, one count of the row over another, the greater."""
        rows = [row for row in self.rows.values() if share in row and _is_fine(row[share])]
        counts = {n for row in rows for n in row if n not in self.shares}
        return len(rows) >= _FEWEST and any(_borne_out(rows, share, a, b) for a, b in permutations(counts, 2))


def _borne_out(rows: list[dict[int, Decimal]], share: int, part: int, whole: int) -> bool:
    told = [row for row in rows if row.get(part) is not None and (row.get(whole) or 0) >= _LEAST_OF]
    right = sum(_is_near(row[share], row[part] / row[whole]) for row in told)
    return len(told) >= _FEWEST and right >= _BORNE_OUT * len(told)


def _is_near(share: Decimal, worked_out: Decimal) -> bool:
    return abs(share - worked_out) <= _ONE.scaleb(-_places(share))


def _is_fine(value: Decimal) -> bool:
    return _places(value) >= _FINE


def _places(value: Decimal) -> int:
    return -int(value.normalize().as_tuple().exponent)
