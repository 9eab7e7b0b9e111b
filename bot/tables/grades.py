"""The letters by which things are graded: "rated C", "grades A and B", "an F-rated home", and the label "C" of a table.

A letter is a condition like any other word: a figure of all grades is no answer to a question about one. One that is
said with all that are better or worse than it ("C or above") is another condition than that letter alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from corpus.patterns import regex

__all__ = ["TOP_GRADE", "grades_in"]

_G = r"[A-HJ-Z](?:\*{1,2}|\+)?(?![\w'\u2019*+&.])"
_LIST = rf"{_G}(?:(?:\s*,\s*|\s*/\s*|\s*,?\s+(?:and|or|to|through)\s+|\s*[-\u2013]\s*)(?:(?:an?|the)\s+)?{_G})*"
_LED = regex(
    r"\b(?P<cue>(?i:rated|ratings?(?:\s+of)?|graded?|grades|bands?|banded|scored))\s+"
    r"(?:(?i:as|at|an?|of|least|most|above|below|under|over|(?:better|worse|higher|lower)\s+than)\s+){0,3}"
    rf"(?P<letters>{_LIST})"
)
_GIVEN = regex(
    r"\b(?i:got|gets?|getting|gained|gaining|achieved|achieving|awarded|given|received)\s+(?:[\w-]+\s+){0,5}?"
    rf"(?:[\w-]+,\s+)?(?i:an?)\s+(?P<letters>{_LIST})(?=\s*(?:[,;?.)]|$|\s(?:in|on|at|by|for|from|over|between)\b))"
)
_LEADING = regex(rf"(?<![\w'\u2019&])(?P<letters>{_LIST})[\s-]+(?i:rated|ratings?|graded?|grades|banded|bands?)\b")
_ALONE = regex(rf"\s*(?P<letters>{_G})\s*")
_ONE = regex(_G)
_RANGE = regex(r"\s*(?:-|\u2013|\bto\b|\bthrough\b)\s*(?:(?:an?|the)\s+)?")
_BEYOND = regex(
    r"\W*(?:and|or)\s+(?P<how>above|better|higher|over|up|below|worse|lower|under|less|beyond)\b|\W*upwards\b",
    re.IGNORECASE,
)
_AT_LEAST = regex(
    r"\b(?:at\s+(?:least|most)|above|below|under|over|(?:better|worse|higher|lower)\s+than)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
TOP_GRADE = regex(
    r"\b(?:top|highest|best|lowest|worst|bottom)\s+(?=(?:[\w-]+\s+){0,4}?(?:ratings?|grades?|bands?|marks?)"
    r"(?:,\s*|\s+of\s+|\s+)(?:an?\s+)?(?-i:[A-Z])(?![\w'\u2019]))",
    re.IGNORECASE,
)
"""What is said of a grade whose letter is said too ("the *top* rating, an A")."""
_REMEMBERED = 50_000


@lru_cache(maxsize=_REMEMBERED)
def grades_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, term) of each letter in TEXT that is a grade."""
    if len(text) <= _LONGEST_ALONE and (alone := _ALONE.fullmatch(text)) is not None:
        return ((*alone.span("letters"), f"grade-{alone['letters'].lower()}"),)
    found: dict[int, tuple[int, int, str]] = {}
    for pattern in (_LED, _GIVEN, _LEADING):
        for match in pattern.finditer(text):
            for start, end, term in _each(text, match):
                found.setdefault(start, (start, end, term))
    return tuple(found[start] for start in sorted(found))


_LONGEST_ALONE = 8


def _each(text: str, match: re.Match[str]) -> list[tuple[int, int, str]]:
    start, end = match.span("letters")
    letters = list(_ONE.finditer(text, start, end))
    spans = any(_RANGE.fullmatch(text, a.end(), b.start()) for a, b in pairwise(letters))
    beyond = _BEYOND.match(text, end) or _AT_LEAST.search(text[max(0, start - _BEFORE) : start])
    if spans or beyond:
        return [(start, end, f"grades-{text[start:end].lower()}")]
    return [(*one.span(), f"grade-{one.group().lower()}") for one in letters]


_BEFORE = 24
