"""A column that numbers the rows of a list ("Number": 1, 2, 3), from 1 on or anew under each label: it counts nothing.

Read as a count, the third case of a year would be three of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.patterns import regex

__all__ = ["numbers_rows"]

_HEADED = regex(
    r"#|(?:(?:case|serial|item|row|entry|record|incident|line|s(?:erial|r)?)[ ./]*)?(?:number|no\.?|num)"
    r"|case|item|row|entry|index",
    re.IGNORECASE,
)
_UNNAMED = regex(r"(?:unnamed:? ?0?)?", re.IGNORECASE)
"""What a program that writes a table heads its first column with, where that only numbers the rows, from 0 or 1 on."""
_ENOUGH = 3
"""Of so many numbers one after another at least the rows are numbered, and not by chance so many each."""
_SAMPLED = 100
"""Of so many rows at least some may be looked at alone, chosen evenly."""


def numbers_rows(words: str, number: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether the column NUMBER, headed WORDS, only numbers ROWS, which are all that the table has, in their order."""
    unnamed = number == 0 and _UNNAMED.fullmatch(words.strip()) is not None
    if not (unnamed or _HEADED.fullmatch(words.strip())) or not rows:
        return False
    held = [row[number].strip() if number < len(row) else "" for row in rows]
    if not all(one.isdigit() for one in held):
        return False
    found = [int(one) for one in held]
    if unnamed:
        if len(found) < _ENOUGH:
            return False
        step = found[1] - found[0] if len(found) >= _SAMPLED else 1  # of many rows, some that are evenly chosen
        return step > 0 and found[0] in (0, 1) and found == [*range(found[0], found[0] + step * len(found), step)]
    anew = {n for n, (before, here) in enumerate(pairwise(found), 1) if here != before + 1}
    if found[0] != 1 or any(found[n] != 1 for n in anew) or max(found) < _ENOUGH:
        return False
    others = (n for n in range(len(rows[0])) if n != number)
    return not anew or any(_changes(n, rows) == anew for n in others)


def _changes(number: int, rows: Sequence[Sequence[str]]) -> set[int]:
    """The rows in which the cell of a column is another than in the row before."""
    held = [row[number] if number < len(row) else "" for row in rows]
    return {n for n, (before, here) in enumerate(pairwise(held), 1) if here != before}
