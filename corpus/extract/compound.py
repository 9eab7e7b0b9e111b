"""Lengths of time told in two units: "six hours and 20 minutes" is one length, of 380 minutes."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.extract.quantity import Quantity
from corpus.patterns import regex
from corpus.records import Qualifier, Span

__all__ = ["compound"]

_SMALLER = {
    ("years", "months"): 12,
    ("weeks", "days"): 7,
    ("days", "hours"): 24,
    ("hours", "minutes"): 60,
    ("minutes", "seconds"): 60,
}
"""How many of the smaller unit make one of the larger; a month is no fixed number of days."""
_AND = regex(r",?\s+(?:and\s+)?", re.IGNORECASE)


def compound(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """FIRST and SECOND as one length in the smaller unit, its span both of theirs; None where they are two."""
    units = _SMALLER.get((first.unit, second.unit))
    plain = first.kind == second.kind == "duration" and second.qualifier is Qualifier.EXACTLY and second.upper is None
    if units is None or not plain or first.upper is not None or first.value is None or second.value is None:
        return None
    if second.value >= units or not _AND.fullmatch(text, first.span.end, second.span.start):
        return None
    whole = first.value * units + second.value
    number = Span(first.number.start, second.number.end)
    return replace(first, span=Span(first.span.start, second.span.end), number=number, value=whole, unit=second.unit)
