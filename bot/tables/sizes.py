"""Times of several lengths in one table, years with their months below them: those that a question goes through.

"Which month had the most" is of months alone: a year that stands beside them is no month, and is always the most.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.tables.label import Label
from bot.tables.shape import Grouping
from bot.tables.slices import Refused, Slice
from bot.tables.tiling import ends, starts, tiled
from corpus.cube import Role

__all__ = ["sized"]

_DAYS = {"week": (7, 7), "month": (28, 31), "quarter": (89, 93), "year": (364, 367)}
"""The fewest and the most days of each."""


def sized(asked: Slice, group: Grouping) -> Slice:
    """ASKED with the times of GROUP's own length alone. Raises Refused where they leave gaps in the time it names."""
    way, unit = group.way, group.heads.lower()
    lengths = {_unit_of(label) for label in way.labels}
    fitting = [label for label in way.labels if _unit_of(label) == unit]
    if way.role is not Role.TIME or len(lengths) < 2 or not fitting:
        return asked
    chosen = asked.codes.get(way.n)
    if chosen is not None:
        fitting = _within([way.labels[n] for n in chosen], fitting, unit)
    if not fitting:
        return asked
    return replace(asked, codes={**asked.codes, way.n: tuple(label.n for label in fitting)})


def _within(chosen: Sequence[Label], fitting: Sequence[Label], unit: str) -> list[Label]:
    """Those of FITTING that make up the CHOSEN times; none where they are longer than these."""
    first = min(starts(label) for label in chosen)
    last = max(end for label in chosen if (end := ends(label)) is not None)
    inside = [one for one in fitting if first <= starts(one) and (end := ends(one)) is not None and end <= last]
    if inside and not tiled(inside, first, last):
        raise Refused(f"the table does not give each {unit} of that time", (f"each {unit}",))
    return inside


def _unit_of(label: Label) -> str:
    end = ends(label)
    days = (end - starts(label)).days + 1 if end is not None else 0
    return next((unit for unit, (least, most) in _DAYS.items() if least <= days <= most), "")
