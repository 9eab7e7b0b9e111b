"""A number as its sheet shows it, where the sheet shows fewer decimals than the cell holds.

A cell of 2071.03 that is shown as 2,071 is said as 2,071; sums and shares are worked out from what it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from corpus.cube import Observation
from corpus.patterns import regex

__all__ = ["ROUNDED", "rounded_as", "shown_in"]

ROUNDED = "to the decimals that the table shows"

_NUMBER = regex(r"\d[\d,]*(?:\.(?P<decimals>\d+))?")


def shown_in(text: str, seen: Observation) -> Decimal | None:
    """What the cell of SEEN shows in the stored TEXT of its source; None where that is all that it holds."""
    match = _NUMBER.search(text, seen.start, seen.end)
    if seen.value is None or match is None:
        return None
    places = len(match["decimals"] or "")
    if -int(seen.value.as_tuple().exponent) <= places:
        return None
    shown = seen.value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    read = Decimal(match.group().replace(",", ""))
    return shown if abs(shown) == read and shown != seen.value else None


def rounded_as(value: Decimal, cells: Sequence[Decimal]) -> Decimal:
    """VALUE to as many decimals as those of CELLS show that show the most."""
    places = max(0, *(-int(cell.normalize().as_tuple().exponent) for cell in cells))
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
