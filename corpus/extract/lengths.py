"""Lengths of time that are the same however they are told: "at least a year" and "12 months or more"."""

from __future__ import annotations

import re
from decimal import Decimal

from corpus.patterns import regex

__all__ = ["in_ones", "same_length"]

_UNIT = r"(?:year|month|week|fortnight|day|hour)"
_AN = regex(
    r"\b(?P<limit>at least|at most|more than|longer than|no more than|no longer than|less than|over|under|up to)"
    rf" an?(?= {_UNIT}\b(?! (?:and|a|per|each)\b))"
    rf"|(?<![\w-])an?(?= {_UNIT} or (?:more|longer|less|over|above|under)\b)",
    re.IGNORECASE,
)
"""One of a length of time that is a limit, and no rate: "40 *a year*" has none."""
_EACH: dict[str, tuple[str, Decimal]] = {
    "years": ("months", Decimal(12)),
    "months": ("months", Decimal(1)),
    "fortnights": ("days", Decimal(14)),
    "weeks": ("days", Decimal(7)),
    "days": ("days", Decimal(1)),
}
"""What a length of time comes to: a year is so many months, and a month no sure number of days."""


def in_ones(text: str) -> str:
    """TEXT with the limit of "a year" told as that of "one year"."""
    return _AN.sub(lambda m: f"{m['limit']} one" if m["limit"] else "one", text)


def same_length(value: Decimal | None, unit: str, other: Decimal | None, other_unit: str) -> bool:
    """Whether two lengths of time in different units are the same."""
    one, two = _EACH.get(unit), _EACH.get(other_unit)
    if one is None or two is None or value is None or other is None or one[0] != two[0]:
        return False
    return value * one[1] == other * two[1]
