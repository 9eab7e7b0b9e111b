"""The value that a number in a text becomes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from corpus.records import Qualifier, Span

__all__ = ["Kind", "Quantity"]

Kind = Literal[
    "count", "percentage", "money", "age", "duration", "measure", "rate", "fraction", "multiplier", "in_words",
    "ordinal", "date", "time", "reference", "name", "telephone",
]  # fmt: skip
"""What a number is. From ``ordinal`` on it is no amount, and has no value."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: ``span`` with its qualifier and unit ("more than 10,000", "£3.2 million"), ``number`` alone.

    ``value`` is exact, and None where it is no amount, is only told in words ("dozens"), or has no finite decimal ("a
    third"). ``upper`` is the higher end of a range, whose lower end ``value`` is. A fraction ("half", "one in four")
    is given as a percentage. ``unit`` is "" for a count, else ``%``, ``percentage points``, ``£``, ``p``, ``years``,
    ``miles``, ``MW``, ``times``, ``per 100,000`` … always in the plural.
    """

    span: Span
    number: Span
    value: Decimal | None
    qualifier: Qualifier
    kind: Kind
    unit: str = ""
    upper: Decimal | None = None
