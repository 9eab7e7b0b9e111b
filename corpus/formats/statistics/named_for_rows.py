"""A sheet without a title that is called by its rows ("ALL HARBOURS"): its file's name says what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.formats.statistics.moments import moment
from corpus.patterns import regex

__all__ = ["file_says"]

_SAYS_LITTLE = regex(
    r"(?:all|each|every|total|full|list|over|with|year|month|quarter|by|of|the|and|data|table|sheet)s?"
)
_WORD = regex(r"[a-z]{2,}")
_NO_NAME = regex(r"(?:book|data|table|sheet|workbook|copy|export|download|untitled|new)?[\W\d_]*", re.IGNORECASE)
_MOSTLY = 0.5


def file_says(file: str, sheet: str, labels: Sequence[str], paths: Iterable[Sequence[str]]) -> str:
    """The title of a SHEET whose LABELS its name only repeats, with its FILE's name before it; "" where either names
    what is counted, or the headings in PATHS are more than times."""
    own = _words(sheet)
    if not own or _NO_NAME.fullmatch(file) or not any(moment(" ".join(path)) is not None for path in paths):
        return ""
    told = [_words(label) for label in labels if label]
    borne = all(sum(word in one for one in told) >= _MOSTLY * len(told) for word in own)
    return f"{file}: {sheet}" if told and borne and not _words(file) <= own else ""


def _words(said: str) -> frozenset[str]:
    return frozenset(w.rstrip("s") for w in _WORD.findall(said.lower()) if not _SAYS_LITTLE.fullmatch(w))
