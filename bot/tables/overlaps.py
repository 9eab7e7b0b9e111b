"""Rows of a table that count the same thing more than once: reasons, of which a case may have several.

Nothing but the numbers says so for certain: all the rows together then come to more than their whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.tables.label import Way
from bot.tables.slices import Slice
from corpus.cube import Observation, Role
from corpus.ledger import Ledger

__all__ = ["overlapping"]

_ROUNDING = Decimal("1.03")
"""Rounded parts may come to a little more than their whole."""


def overlapping(asked: Slice, kept: Sequence[Observation], ledger: Ledger) -> bool:
    """Whether the rows KEPT to be added up are of a dimension whose rows overlap."""
    ways = (asked.listed.ways[n] for n, codes in asked.codes.items() if len(codes) > 1)
    return any(_overlap(asked, way, kept, ledger) for way in ways if way.role not in (Role.TIME, Role.MEASURE))


def _overlap(asked: Slice, way: Way, kept: Sequence[Observation], ledger: Ledger) -> bool:
    if not way.totals or len({o.codes[way.n] for o in kept}) < 2:
        return False
    codes = {n: tuple({o.codes[n] for o in kept}) for n in asked.codes if n != way.n}
    meant = {_elsewhere(o, way) for o in kept}
    parts: dict[tuple[int, ...], Decimal] = {}
    wholes: dict[tuple[int, ...], Decimal] = {}
    for one in ledger.observed(asked.listed.dataset, codes):
        at, code = _elsewhere(one, way), one.codes[way.n]
        if one.value is None or at not in meant:
            continue
        if code in way.totals:
            wholes[at] = one.value
        elif code >= 0 and code not in way.sums and way.dimension.codes[code].parent is None:
            parts[at] = parts.get(at, Decimal(0)) + one.value
    return any(at in parts and parts[at] > whole * _ROUNDING for at, whole in wholes.items() if whole > 0)


def _elsewhere(one: Observation, way: Way) -> tuple[int, ...]:
    """Where an observation stands on all dimensions but one."""
    return (*one.codes[: way.n], *one.codes[way.n + 1 :])
