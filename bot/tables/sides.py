"""On which side of a number something lies: "six months or more", "under 18 weeks", ">1,000 tonnes"."""

from __future__ import annotations

import re

from bot.tables.words import Word
from corpus.patterns import regex

__all__ = ["side", "side_in"]

_UP_BEFORE = (
    r"(?:over|more\s+than|above|exceeding|greater\s+than|longer\s+than|at\s+least|older\s+than"
    r"|no\s+(?:less|fewer)\s+than)"
)
_DOWN_BEFORE = (
    r"(?:under|less\s+than|fewer\s+than|below|within|up\s+to|no\s+more\s+than|no\s+longer\s+than|at\s+most"
    r"|shorter\s+than|younger\s+than)"
)
_BEFORE = regex(rf"\b(?:(?P<up>{_UP_BEFORE})|(?P<down>{_DOWN_BEFORE}))[\s-]+(?:\u00a3)?$", re.IGNORECASE)
_AFTER = regex(
    r"^(?:\s*(?:[a-z]+\s+){0,2}?(?:(?P<up>(?:or|and)\s+(?:more|over|longer|above|older|greater))"
    r"|(?P<down>(?:or|and)\s+(?:less|fewer|under|below|younger|shorter)))\b|(?P<plus>\s?\+))",
    re.IGNORECASE,
)
_SIGN = regex(r"(?P<sign>[<>\u2264\u2265])\s?\u00a3?$")


def side(text: str, start: int, end: int) -> tuple[str, str]:
    """On which side of the number at START to END something lies ("up", "down", "" where it is not said); the words."""
    for found, at in ((_AFTER.match(text[end:]), (start, end)), (_BEFORE.search(text[:start]), (0, end))):
        if found is not None:
            words = text[start : end + found.end()] if at[0] else text[found.start() : end]
            return ("down" if found["down"] else "up"), words
    return "", text[start:end]


def side_in(label: str, word: Word) -> str:
    """On which side of a number, in digits or as a word, a LABEL lies."""
    spelt = "|".join(re.escape(one) for one in sorted({word.words, *word.ids}))
    match = re.search(rf"(?<![\d.,\w])(?:{spelt})(?!\d)(?!(?<=[a-z])[a-z])", label, re.IGNORECASE)
    if match is None:
        return ""
    sign = _SIGN.search(label[: match.start()])
    if sign is not None:
        return "up" if sign["sign"] in ">\u2265" else "down"
    return side(label, *match.span())[0]
