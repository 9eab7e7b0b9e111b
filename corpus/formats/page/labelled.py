"""A line that is a label and its value ("Number of deaths reported: 12"): a table of one row, headed by the label."""

from __future__ import annotations

import re

from corpus.formats.blocks import Grid, GridRow
from corpus.formats.page.cells import is_value
from corpus.patterns import regex

__all__ = ["labelled"]

_LINE = regex(r"(?P<label>[^:;]{8,140}):\s+(?P<value>\S.{0,30})")
_COUNTS = regex(
    r"(?<![a-z])(?:numbers?|total|cumulative|counts?|proportion|percentage|rate|average|median|mean|amount)(?![a-z])",
    re.IGNORECASE,
)


_LONE = "it is a lone number with its label"


def labelled(words: str) -> GridRow | None:
    """WORDS as such a row, which is stored as the same words; None where they are none."""
    found = _LINE.fullmatch(words)
    if found is None or not _COUNTS.search(found["label"]) or not is_value(found["value"]):
        return None
    return GridRow(Grid(((found["label"],),), _LONE), (found["value"],))
