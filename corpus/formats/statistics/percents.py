"""Numbers that a table shows as percentages, cell by cell, where no heading says it: "12.5%", "13%"."""

from __future__ import annotations

from dataclasses import replace

from corpus.cube import Code, Dataset, Role

__all__ = ["percents_shown"]

_PERCENT = "%"


def percents_shown(one: Dataset, text: str) -> Dataset:
    """The dataset ONE of TEXT, in per cent where each of its numbers is followed by the sign and no unit is told; where
    it has several measures, those of them of which that holds."""
    if one.unit:
        return one
    at = next((n for n, d in enumerate(one.dimensions) if d.role is Role.MEASURE), None)
    codes = one.dimensions[at].codes if at is not None else (Code(one.measure),)
    shown = {n for n, code in enumerate(codes) if not code.unit}
    seen: set[int] = set()
    for o in one.observations:
        if not shown:
            return one
        if o.value is not None:
            measure = o.codes[at] if at is not None else 0
            seen.add(measure)
            if text[o.end - 1 : o.end] != _PERCENT:
                shown.discard(measure)
    shown &= seen
    if not shown:
        return one
    if at is None or shown == set(range(len(codes))):
        return replace(one, unit=_PERCENT, additive=False)
    told = (replace(c, unit=_PERCENT, additive=False) if n in shown else c for n, c in enumerate(codes))
    made = replace(one.dimensions[at], codes=tuple(told))
    return replace(one, dimensions=(*one.dimensions[:at], made, *one.dimensions[at + 1 :]))
