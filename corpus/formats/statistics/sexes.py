"""Codes of one letter for the sexes, under a heading that says that they are such: "F", "M", and "P" for both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import regex

__all__ = ["both_by_letter", "sexes_by_letter"]

_HEADED = regex(r"(?:^|[\W_])(?:sex(?:es)?|gender)(?:$|[\W_])", re.IGNORECASE)
_LETTERS = {"m": "Male", "f": "Female"}
_BOTH = frozenset({"a", "b", "p", "t"})
"""What stands beside both letters for all, both, persons or the total."""
_UNTOLD = frozenset({"", "d", "i", "n", "na", "o", "u", "x", "z"})
"""What stands beside them for another, or for a sex that is not known or not told."""


def sexes_by_letter(heading: str, labels: Sequence[str]) -> dict[int, str]:
    """What the letters among LABELS stand for, by the label's number; nothing where HEADING does not say that they are
    of the sexes, or only one of the two is there."""
    said = [label.strip().lower() for label in labels]
    if _HEADED.search(heading) is None or not _LETTERS.keys() <= set(said):
        return {}
    return {n: _LETTERS[letter] for n, letter in enumerate(said) if letter in _LETTERS}


def both_by_letter(heading: str, labels: Sequence[str]) -> frozenset[int]:
    """The one letter among LABELS, by its number, that stands for both sexes together, where it does."""
    said = [label.strip().lower() for label in labels]
    both = [n for n, letter in enumerate(said) if letter in _BOTH]
    rest = {letter for letter in said if len(letter) < 2} - _BOTH - _UNTOLD
    told = bool(sexes_by_letter(heading, labels)) and len(both) == 1 and rest == _LETTERS.keys()
    return frozenset(both) if told else frozenset()
