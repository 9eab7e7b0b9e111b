"""What is only recommended, wanted or called for: words that lead up to a number that nobody says has come to be."""

from __future__ import annotations

import re

from corpus.extract.given import SAYS, Given, leads
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["lead_of_wish", "should_be", "wish_ends"]

_NO_BREAK = r"(?:(?!\b(?:and|but|or|which|who|when|while|because|after|before|since|whether|if)\b)[^;.:,])*?"
_SHOULD_BE = regex(rf"^{_NO_BREAK}\b(?:should|ought to)\b(?! have\b)(?! not have\b){SAYS}", re.IGNORECASE)
_ITEM = regex(r"\s*(?:[-\u2022*\u2013\u2014\u25aa]|\(?(?:[a-z]|[ivx]+|\d{1,2})[.)])\s+")
_FAR = 1_500


def should_be(after: str) -> bool:
    """Whether a number is only wished for, by the words that come AFTER it in its sentence."""
    return _SHOULD_BE.match(after) is not None


def wish_ends(lead: str) -> bool:
    """Whether LEAD ends in a wish for what is to follow: "we call on the port to", "the board should"."""
    text = f"{lead} {_AND_SO_ON}"
    return any(one.given is Given.ASKED and one.start <= len(lead) < one.end for one in leads(text))


_AND_SO_ON = "do so"


def lead_of_wish(text: str, sentence: Span) -> str:
    """The words that stand over the list of which SENTENCE is an item, where they wish for what it says; else ""."""
    line = text.rfind("\n", 0, sentence.start) + 1
    if _ITEM.match(text, line) is None or line > sentence.start:
        return ""
    floor = max(0, line - _FAR)
    lines = text[floor:line].rstrip("\n").split("\n")
    while lines and (_ITEM.match(lines[-1]) or not lines[-1].strip()):
        lines.pop()
    lead = re.split(r"(?<=[.!?])\s+", lines[-1].strip())[-1] if lines else ""
    return lead if lead.endswith(":") and wish_ends(lead.rstrip(": ")) else ""
