"""What somebody wanted done, where the record tells of nobody who would have it so."""

from __future__ import annotations

import re

from bot.query import Wanted
from corpus.patterns import regex

__all__ = ["of_no_wish"]

_WANTED = regex(
    r"\b(?P<want>(?:want|wanted|wish|wished)(?: to (?:be|see|have))?) (?:\w+(?:ed|en|wn)|sent|put|thrown|kept|held|shut"
    r"|sold|built|cut|let)\b",
    re.IGNORECASE,
)
_WISHES = regex(
    r"\b(?:recommend\w*|want\w*|call\w* (?:for|on|upon)|urg\w+|sought|seek\w*|demand\w*|ask\w*|propos\w*|wish\w*"
    r"|should|ought|press\w* for|argu\w+|advocat\w+|favour\w*|plead\w*|request\w*|orders?|ordered)\b",
    re.IGNORECASE,
)


def of_no_wish(wanted: Wanted, sentence: str) -> list[str]:
    """What somebody *wanted done*, where the SENTENCE of a figure tells of nobody who would have it so."""
    match = _WANTED.search(wanted.words)
    return [] if match is None or _WISHES.search(sentence) else [match["want"]]
