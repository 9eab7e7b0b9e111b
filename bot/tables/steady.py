"""Whether something moved one way all along ("has it risen every year since 2015/16?"), and where it did not."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.tables.bind import Binding
from bot.tables.foremost import follows
from bot.tables.reading import Reader, numbers
from bot.tables.shape import Grouping
from bot.tables.slices import Refused
from bot.tables.take import Taken
from corpus.patterns import regex

__all__ = ["all_along", "step_against"]

_ALL_ALONG = regex(
    r"\b(?:every|each)\s+(?:single\s+)?(?:(?:financial|calendar|academic)\s+)?(?:year|quarter|month)\b"
    r"|\b(?:year|quarter|month)[\s-](?:on|after|by)[\s-](?:year|quarter|month)\b"
    r"|\b(?:consistently|continuously|steadily|without\s+a\s+break)\b",
    re.IGNORECASE,
)


def all_along(text: str) -> bool:
    """Whether TEXT asks of each step between two times, and not only of the whole of it."""
    return _ALL_ALONG.search(text) is not None


def step_against(reader: Reader, binding: Binding, *, up: bool) -> tuple[Taken, Taken]:
    """The first step that went the other way, or stood still; the first and the last time where none did.

    Raises Refused where the table does not give every step.
    """
    way = binding.listed.time
    if way is None:
        raise Refused("the table tells no times apart", ("each time after another",))
    rows = reader.rows(binding, reader.dated(binding, Grouping(way, True, "Year")))
    if len(rows) < 2 or not all(follows(way, *pair) for pair in pairwise(rows)):
        raise Refused("there are gaps between the table's times", ("each time after another",))
    numbers(*rows)
    for earlier, later in pairwise(rows):
        before, after = earlier.value or 0, later.value or 0
        if before == after or (after > before) != up:
            return earlier, later
    return rows[0], rows[-1]
