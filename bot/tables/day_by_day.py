"""Tables that give a number for each day without saying whether it is of that day alone or of all up to it.

Such numbers are neither added up over several days nor is the last of them what there was over these. A number that
never falls, day after day, is a running total: how far it rose from one day to another is what was added to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.tables.label import Way
from bot.tables.shape import Grouping
from bot.tables.tiling import ends, starts
from corpus.patterns import regex

if TYPE_CHECKING:
    from bot.tables.bind import Binding
    from bot.tables.reading import Reader

__all__ = ["adds_to", "is_running", "never_falls", "told_daily"]

_DAY = timedelta(days=1)
_FEWEST = 10
"""Numbers of fewer days than this prove no running total."""
_ADDS = regex(r"\b(?:added\s+to|new|newly|more|further|additional|extra)\b", re.IGNORECASE)


def adds_to(text: str) -> bool:
    """Whether TEXT asks what was added to a total ("how many *were added to* the tally", "how many *new* cases")."""
    return _ADDS.search(text) is not None


def told_daily(way: Way, start: date | None, end: date | None) -> bool:
    """Whether a table gives numbers of two days that follow one another, from START to END."""
    single = (day for label in way.labels if (day := ends(label)) is not None and starts(label) == day)
    days = sorted(day for day in single if (start is None or day >= start) and (end is None or day <= end))
    return any(later - earlier == _DAY for earlier, later in pairwise(days))


def never_falls(numbers: Sequence[Decimal | None]) -> bool:
    """Whether the NUMBERS of many single days, in their order, never fall and rise at least once."""
    values = [value for value in numbers if value is not None]
    if len(values) < _FEWEST or values[0] == values[-1]:
        return False
    return all(earlier <= later for earlier, later in pairwise(values))


def is_running(reader: Reader, binding: Binding) -> bool:
    """Whether what BINDING asks for is given day by day and is a running total, as its numbers prove."""
    way = binding.listed.time
    if way is None or not told_daily(way, None, None):
        return False
    rows = reader.rows(replace(binding, times=()), Grouping(way, by_year=False, heads="Day"))
    return never_falls([row.value for row in rows])
