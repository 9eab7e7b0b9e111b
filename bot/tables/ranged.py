"""Rows with running numbers of which all from one to another are asked for ("years 1 to 6")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.tables.hear import Asked
from bot.tables.label import Label, Way
from corpus.patterns import regex

__all__ = ["ranges"]

_RANGE = regex(
    r"\b(?:between\s+)?(?P<what>[a-z]{3,}?)s?\s+(?P<first>\d{1,2})\s*(?:to|through|up\s+to|and|-|\u2013)\s*"
    r"(?:(?P=what)s?\s+)?(?P<last>\d{1,2})\b(?!\s*(?:%|per\b))",
    re.IGNORECASE,
)
_AND = regex(r"\s+and\s", re.IGNORECASE)
_BETWEEN = regex(r"between\b", re.IGNORECASE)
_NUMBERED = regex(r"(?:.*[\W_])?(?P<what>[a-z]{3,}?)s?[\s_]*(?P<n>\d{1,2})", re.IGNORECASE)
_FEWEST = 3
"""So many rows at least have running numbers, and not by chance."""


def ranges(question: Asked, way: Way) -> Iterator[tuple[tuple[Label, ...], frozenset[int]]]:
    """The labels of each such range, all of which the table has, with the words that name it."""
    asked = list(_RANGE.finditer(question.text))
    numbered: dict[str, dict[int, Label]] = {}
    for label in way.labels if asked else ():
        if label.n not in way.sums and (match := _NUMBERED.fullmatch(label.code.words)) is not None:
            numbered.setdefault(match["what"].lower(), {})[int(match["n"])] = label
    for match in asked:
        rows = numbered.get(match["what"].lower(), {})
        first, last = int(match["first"]), int(match["last"])
        joined = _AND.search(match.group()) is not None and _BETWEEN.match(match.group()) is None
        if len(rows) < _FEWEST or joined or last <= first or not all(n in rows for n in range(first, last + 1)):
            continue
        words = frozenset(n for n, w in enumerate(question.words) if match.start() <= w.start < match.end())
        if words:
            yield tuple(rows[n] for n in range(first, last + 1)), words
