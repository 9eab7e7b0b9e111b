"""One, the other or both: where a table tells each of the two alone and both apart, all three are asked for.

"By day, by night or both", over "Day", "Night" and "Day and night": the last alone is the fewest of those meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations

from bot.tables.catalog import Listed
from bot.tables.label import Way
from corpus.patterns import regex

__all__ = ["with_both"]

_OR_BOTH = regex(r"\b(?:and/)?or(?:\s+(?:of|with|by|in|for))?\s+both\b", re.IGNORECASE)


def with_both(text: str, listed: Listed, picks: Mapping[int, tuple[int, ...]]) -> Mapping[int, tuple[int, ...]]:
    """PICKS, with each of two labels and the label of both where any of them is picked and TEXT asks "or both"."""
    if _OR_BOTH.search(text) is None:
        return picks
    return {n: _three(listed.ways[n], codes) or codes for n, codes in picks.items()}


def _three(way: Way, codes: tuple[int, ...]) -> tuple[int, ...]:
    """The two labels and that of both of them which hold all of CODES; nothing where there are none, or several."""
    plain = [label for label in way.labels if label.ids and label.n not in way.totals]
    found = [
        tuple(sorted((one.n, other.n, both.n)))
        for one, other in combinations(plain, 2)
        for both in plain
        if both.ids == one.ids | other.ids and both.n not in (one.n, other.n) and not one.ids & other.ids
    ]
    held = [three for three in found if set(codes) <= set(three)]
    return held[0] if len(held) == 1 else ()
