"""A column of what was counted each day, week or month, beside one of all that had been counted by then.

"Daily boats seen" and "Total boats seen" stand in one row of a data file and are two things: the first is of its day
alone, the second a level that is read at a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.cube import Code
from corpus.patterns import regex
from corpus.records import Nature

__all__ = ["told_apart", "twins"]

_EACH = regex(r"(?:daily|new|weekly|monthly)\s+(?P<what>\S.*)", re.IGNORECASE)
_SO_FAR = regex(
    r"(?:running\s+|cumulative\s+)?(?:totals?|cumulative)\s+(?:(?:number\s+)?of\s+)?(?P<what>\S.*)", re.IGNORECASE
)


def twins(labels: Sequence[str]) -> dict[int, int]:
    """The number of each of LABELS that counts something day by day, with that of its running total."""
    each = {n: m["what"].lower() for n, label in enumerate(labels) if (m := _EACH.fullmatch(label.strip()))}
    so_far = {m["what"].lower(): n for n, label in enumerate(labels) if (m := _SO_FAR.fullmatch(label.strip()))}
    return {n: so_far[what] for n, what in each.items() if what in so_far}


def told_apart(codes: Sequence[Code]) -> tuple[Code, ...]:
    """The CODES of measures, those that are counted day by day told as flows and their running totals as stocks."""
    pairs = twins([code.words for code in codes])
    natures = {**dict.fromkeys(pairs, Nature.FLOW), **dict.fromkeys(pairs.values(), Nature.STOCK)}
    return tuple(replace(code, nature=natures.get(n, code.nature)) for n, code in enumerate(codes))
