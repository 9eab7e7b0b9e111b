"""Ages in the labels of tables: "17 and under" are children, "18 to 24" and "70 and over" adults.

The law's line is used: a child is anyone under 18 (Children Act 1989, section 105).
"""

from __future__ import annotations

import re

__all__ = ["ADULT", "CHILD", "ages_of"]

CHILD, ADULT = "child", "adult"
"""The lexicon's concepts."""
_OF_AGE = 18
_SPAN = re.compile(r"(?:aged?\s+)?(\d{1,3})\s?(?:to|-|\u2013)\s?(\d{1,3})(?:\s+years?(?:\s+old)?)?", re.IGNORECASE)
_UNDER = re.compile(r"(?:aged?\s+)?(?:under|below|less than)\s+(\d{1,3})s?(?:\s+years?)?", re.IGNORECASE)
_DOWN = re.compile(r"(?:aged?\s+)?(\d{1,3})\s+(?:and|or)\s+(?:under|below|younger)", re.IGNORECASE)
_UP = re.compile(
    r"(?:aged?\s+)?(?:(\d{1,3})\s*(?:\+|(?:and|or)\s+(?:over|above|older))|over\s+(\d{1,3})s?)", re.IGNORECASE
)


def ages_of(label: str) -> frozenset[str]:
    """``child`` or ``adult`` where every age that LABEL names is one; else nothing."""
    words = label.strip()
    if (match := _UNDER.fullmatch(words)) and int(match[1]) <= _OF_AGE:
        return frozenset({CHILD})
    if (match := _DOWN.fullmatch(words)) and int(match[1]) < _OF_AGE:
        return frozenset({CHILD})
    if (match := _UP.fullmatch(words)) and int(match[1] or match[2]) + bool(match[2]) >= _OF_AGE:
        return frozenset({ADULT})
    match = _SPAN.fullmatch(words)
    if match is None:
        return frozenset()
    low, high = int(match[1]), int(match[2])
    return frozenset({CHILD}) if high < _OF_AGE else frozenset({ADULT}) if low >= _OF_AGE else frozenset()
