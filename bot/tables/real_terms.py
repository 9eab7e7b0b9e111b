"""Money of other years: "in 2019/20 prices" is no time that is asked about, and "allowing for inflation" no thing.

Both say in whose prices a sum is told, which a table says of itself, or does not give.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from corpus.patterns import regex

__all__ = ["in_other_prices"]

_YEAR = regex(r"(?P<a>(?:19|20)\d\d)(?:\s?[/\u2013-]\s?(?P<b>\d\d(?:\d\d)?))?")
_REAL = regex(
    r"\b(?:19|20)\d\d(?:\s?[/\u2013-]\s?\d\d(?:\d\d)?)?\s+(?:constant\s+)?prices\b|\breal[\s-]terms\b|\bconstant\s+prices\b"
    r"|\binflation[\s-]adjusted\b|\badjusted\s+(?:for|to\s+remove)\s+(?:the\s+effects?\s+of\s+)?inflation\b|\bdeflat(?:ed|or)\b",
    re.IGNORECASE,
)


def in_other_prices(question: Asked, listed: Listed) -> list[str]:
    """In whose prices QUESTION wants money told, where the table does not say that its money is in those."""
    if not question.prices:
        return []
    told = list(_told(listed))
    found = []
    for words in question.prices:
        year = _YEAR.search(words)
        said = _prices_of(year, told) if year is not None else any(map(_REAL.search, told))
        found += [] if said else [words]
    return found


def _prices_of(year: re.Match[str], told: Sequence[str]) -> bool:
    """Whether one of the lines TOLD says that sums are in the prices of that YEAR."""
    second = rf"\s?[/\u2013-]\s?(?:\d\d)?{year['b'][-2:]}" if year["b"] else r"(?!\s?[/\u2013-]\s?\d)"
    pattern = re.compile(rf"\b{year['a']}{second}\s+(?:constant\s+)?prices\b", re.IGNORECASE)
    return any(pattern.search(line) for line in told)


def _told(listed: Listed) -> Iterable[str]:
    one = listed.dataset
    yield from (one.title, one.measure, one.sheet)
    yield from (label.code.words for label in (listed.measures.labels if listed.measures is not None else ()))
    yield from (words for _, words in one.notes)
