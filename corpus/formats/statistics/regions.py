"""Codes of letters for the regions of England, under a heading that says that they are such: "NE", "YH", "EM"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import regex

__all__ = ["regions_by_letters"]

_HEADED = regex(r"(?:^|[\W_])(?:regions?|gor)(?:$|[\W_])", re.IGNORECASE)
_LETTERS = {
    "ne": "North East",
    "nw": "North West",
    "yh": "Yorkshire and the Humber",
    "y&h": "Yorkshire and the Humber",
    "em": "East Midlands",
    "wm": "West Midlands",
    "ee": "East of England",
    "eoe": "East of England",
    "e": "East of England",
    "l": "London",
    "lon": "London",
    "ldn": "London",
    "gl": "London",
    "se": "South East",
    "sw": "South West",
}
_LEAST = 5
"""How many of them stand there before letters are known to be regions: "NE" and "SW" alone may be of a compass."""


def regions_by_letters(heading: str, labels: Sequence[str]) -> dict[int, str]:
    """What the letters of LABELS stand for, by the label's number; nothing where HEADING does not say that they are
    regions, where one of them is no region's, or where two would be the same one."""
    said = [label.strip().lower() for label in labels]
    named = {_LETTERS[one] for one in said if one in _LETTERS}
    if _HEADED.search(heading) is None or len(named) < max(_LEAST, len(said)):
        return {}
    return {n: _LETTERS[one] for n, one in enumerate(said)}
