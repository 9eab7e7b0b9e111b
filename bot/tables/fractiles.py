"""Tenths, fifths and quarters of a distribution that a table only numbers: "the ninth decile", "the bottom two fifths".

A table heads a column "Decile" and numbers its rows from the lowest income on. People say the ordinal, or that it is
the lowest; of what is ranked otherwise than by money (deprivation, say) the first may be either end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.tables.words import COUNTS
from corpus.patterns import regex

__all__ = ["Numbered", "numbered"]

_NAMES = {"decile": 10, "quintile": 5, "quartile": 4}
_ORDINALS = {
    word: n
    for n, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1
    )
}
_NAME = rf"(?P<name>{'|'.join(_NAMES)})(?P<many>s?)"
_BETWEEN = r"(?P<between>(?:(?:household|weekly|annual|disposable|gross|net|income|earnings|pay|wage|wealth)\s+){0,3})"
_MANY = rf"(?P<{{0}}>\d{{{{1,2}}}}|{'|'.join(COUNTS)})"
_NTH = regex(rf"\b(?P<nth>{'|'.join(_ORDINALS)}|(?:10|[1-9])(?:st|nd|rd|th))\s+{_BETWEEN}{_NAME}\b", re.IGNORECASE)
_END = r"(?P<end>lowest|bottom|poorest|highest|top|richest)(?:-|\s+)"
_LAST = regex(
    rf"\b(?:{_MANY.format('before')}\s+)?{_END}(?:{_MANY.format('after')}\s+)?{_BETWEEN}{_NAME}\b", re.IGNORECASE
)
_BY_END = regex(rf"\b{_END}$", re.IGNORECASE)
_MONEY = regex(r"\b(?:incomes?|earnings?|earn(?:ed|ers?)?|wages?|pay|wealth|spending|expenditure)\b", re.IGNORECASE)
_OTHER_RANKS = regex(r"\bdepriv", re.IGNORECASE)
_LOW = frozenset({"lowest", "bottom", "poorest"})


@dataclass(frozen=True, slots=True)
class Numbered:
    """A question with its tenths called by their numbers, and how they were read."""

    text: str
    said: str


def numbered(text: str) -> Numbered | None:
    """TEXT with "the ninth decile" as "decile 9", and the lowest or highest of incomes so; None where it has none such,
    or which end is meant is not sure."""
    if (match := _NTH.search(text)) is not None:
        nth = match["nth"].lower()
        number = _ORDINALS.get(nth) or int(nth[:-2])
        alone = _BY_END.search(text[: match.start()]) is None  # "the poorest fifth decile" may be either of two
        codes = [number] if alone and number <= _NAMES[match["name"].lower()] and not match["many"] else []
    elif (match := _LAST.search(text)) is not None and _MONEY.search(text) and not _OTHER_RANKS.search(text):
        codes = _at_end(match)
    else:
        return None
    if not codes or match is None:
        return None
    name = match["name"].lower()
    told = [str(n) for n in codes]
    listed = f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else told[0]
    called = f"{match['between']}{name}{'s' if len(told) > 1 else ''} {listed}"
    said = f"\u201c{match.group()}\u201d read as {name}{'s' if len(told) > 1 else ''} {listed}, the first the lowest"
    return Numbered(text[: match.start()] + called + text[match.end() :], said)


def _at_end(match: re.Match[str]) -> list[int]:
    """The numbers of so many tenths at one end of all; none where a question says so many twice, or "deciles" of 1."""
    whole = _NAMES[match["name"].lower()]
    said = [COUNTS.get(one.lower()) or int(one) for one in (match["before"], match["after"]) if one]
    count = said[0] if said else 1
    if len(said) > 1 or not 0 < count <= whole or (count > 1) != bool(match["many"]):
        return []
    codes = range(1, count + 1) if match["end"].lower() in _LOW else range(whole - count + 1, whole + 1)
    return [*codes]
