"""The first or the last of many: a day that is asked of it is not that of any of them."""

from __future__ import annotations

import re

from bot.heard import Line
from corpus.extract.dates import periods
from corpus.patterns import regex

__all__ = ["of_that_end"]

_ASKED = regex(
    r"\bthe (?:very )?(?P<end>first|earliest|last|latest|final|most recent) (?:of\b|one\b|(?:\w+ )?\w+s\b|\w+\W*$)",
    re.IGNORECASE,
)
_ALIKE = {
    "first": r"first|earliest|began|begun|started",
    "last": r"last(?! (?:night|week|month|year|time|minute|\w+day)\b)|latest|final(?:ly)?|most recent|ended",
}


def of_that_end(asked: str, line: Line) -> bool:
    """Whether LINE tells of the first or the last, where ASKED is of that, or of the whole time between them."""
    match = _ASKED.search(asked)
    if match is None:
        return True
    alike = _ALIKE["first" if match["end"].lower() in ("first", "earliest") else "last"]
    if any(m.relation in ("between", "from") for m in periods(line.text, line.source.published)):
        return True
    return re.search(rf"\b(?:{alike})\b", line.text, re.IGNORECASE) is not None
