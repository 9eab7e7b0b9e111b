"""Averages that a table heads as if they were counts: "Load" beside "Crates" and "Porters", crates over porters each.

Which they are is proved by the numbers: in nearly all rows one is the quotient of two counts beside it. It never adds
up, and is called an average, for that is what so many of one for each of another are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from corpus.cube import Code, Dataset, Role
from corpus.formats.statistics.measures import rated

__all__ = ["quotients_told"]

_FEWEST, _ROWS, _DIFFERENT, _BORNE_OUT = 3, 20, 8, Decimal("0.9")
_SAMPLE = 200
_SMALLER = 10
"""An average is so many times smaller at least than what it is taken of."""
_WIDER = 3
"""Counts of large places and of small ones lie so many times further apart at least than averages of them."""
_Rows = Sequence[dict[int, Decimal]]


def quotients_told(one: Dataset) -> Dataset:
    """The dataset ONE, of whose measures those are averages that its rows prove to be quotients of two others."""
    at = next((n for n, d in enumerate(one.dimensions) if d.role is Role.MEASURE), None)
    if at is None or not one.additive:
        return one
    made = one.dimensions[at]
    plain = [n for n, code in enumerate(made.codes) if code.additive and not code.unit and not rated(code.words)]
    rows = _rows(one, at) if len(plain) >= _FEWEST else []
    found = {n for n in plain if len(rows) >= _ROWS and _is_quotient(n, plain, rows)}
    if not found:
        return one
    codes = tuple(_average(code) if n in found else code for n, code in enumerate(made.codes))
    return replace(one, dimensions=(*one.dimensions[:at], replace(made, codes=codes), *one.dimensions[at + 1 :]))


def _average(code: Code) -> Code:
    return replace(code, words=f"average {code.words}", additive=False, nature=None)


def _rows(one: Dataset, at: int) -> _Rows:
    """The numbers of the first rows of a table, each row by its measures."""
    held: dict[tuple[int, ...], dict[int, Decimal]] = {}
    for seen in one.observations:
        key = (*seen.codes[:at], *seen.codes[at + 1 :])
        if key not in held and len(held) >= _SAMPLE:
            break
        if seen.value is not None:
            held.setdefault(key, {})[seen.codes[at]] = seen.value
    return list(held.values())


def _is_quotient(n: int, others: Sequence[int], rows: _Rows) -> bool:
    mine = [row for row in rows if row.get(n)]
    values = {row[n] for row in mine}
    if len(values) < _DIFFERENT or not any(map(_places, values)):
        return False
    counts = [m for m in others if m != n]
    return any(_borne_out(mine, n, a, b) for a, b in permutations(counts, 2))


def _borne_out(rows: _Rows, n: int, over: int, under: int) -> bool:
    """Whether the number of N is that of OVER by that of UNDER, in nearly all ROWS that have all three."""
    told = [(row[n], row[over], row[under]) for row in rows if row.get(over) and row.get(under)]
    if len(told) < _ROWS or _spread([b for _, _, b in told]) < _WIDER * _spread([value for value, _, _ in told]):
        return False  # the other of the two by which the first may be divided is the average
    wrong, most = 0, (1 - _BORNE_OUT) * len(told)
    for value, a, b in told:
        wrong += a < _SMALLER * abs(value) or not _is_near(value, a, b)
        if wrong > most:
            return False
    return True


def _spread(values: Sequence[Decimal]) -> Decimal:
    return max(values) / min(values) if min(values) > 0 else Decimal("Infinity")


def _is_near(value: Decimal, a: Decimal, b: Decimal) -> bool:
    """Whether VALUE is A by B, as far as their decimals go."""
    step = Decimal(1).scaleb(-_places(value))
    loose = value * Decimal(1).scaleb(-_places(b)) / b / 2 if _places(b) else Decimal(0)
    return abs(value - a / b) <= step + loose


def _places(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))
