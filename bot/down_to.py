"""How far down a ranking those asked for stand: "6 ports in the top 20 and 11 in the top 50" are two counts."""

from __future__ import annotations

import re

from corpus.extract.numbers import quantities
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["down_to"]

_END = regex(
    r"\b(?P<end>top|best|leading|foremost|bottom|worst|lowest)[ -](?P<far>\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?)\b"
    r"(?!\s?(?:%|per\s?cent|percent|(?:year|quarter|month|week|day|hour|season)s?\b))",
    re.IGNORECASE,
)
_RANKED = regex(
    r"\b(?:top|best|worst|lead\w*|foremost|bottom|lowest|highest|rank\w*|league|plac\w+|list\w*)\b", re.IGNORECASE
)
_LOW = ("bottom", "worst", "lowest")


def down_to(asked: str, figure: Figure) -> list[str]:
    """Which end of a ranking, and how much of it, ASKED names and FIGURE does not count; or all of them."""
    wanted, counted = _bands(asked), _bands(f"{figure.counted}. {figure.measure}. {figure.population}")
    if not wanted and counted and _RANKED.search(asked) is None:
        return ["all of them, where only an end of a ranking is counted"]
    if not wanted or wanted & counted:
        return []
    low, far = min(wanted)
    return [f"the {'bottom' if low else 'top'} {far} of a ranking"]


def _bands(words: str) -> set[tuple[bool, int]]:
    """Each end of a ranking that WORDS name, whether it is the low one, with how many stand in it."""
    found: set[tuple[bool, int]] = set()
    for match in _END.finditer(words):
        number = next(iter(quantities(match["far"].lower())), None)
        if number is not None and number.value is not None and number.kind == "count" and number.value > 1:
            found.add((match["end"].lower() in _LOW, int(number.value)))
    return found
