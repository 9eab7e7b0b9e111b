"""What is only recommended, wanted or called for: words that lead up to a number that nobody says has come to be."""

from __future__ import annotations

import re

from corpus.patterns import regex
from corpus.records import Span

__all__ = ["lead_of_wish", "wished"]

_NO_BREAK = r"(?:(?!\b(?:and|but|or|which|who|when|while|because|after|before|since|whether|if)\b)[^;.:,])*?"
_TO = (
    r"(?:call(?:s|ed|ing)? (?:up)?on|urg(?:es?|ed|ing)|want(?:s|ed)|recommend(?:s|ed|ing)?|press(?:es|ed) for"
    r"|ask(?:s|ed)|advis(?:es?|ed)|tells?|invit(?:es?|ed)|demand(?:s|ed)|propos(?:es?|ed))"
)
_SAYING = (
    r"(?! (?:also |perhaps |first )?(?:add|say|tell|make|point out|mention|note|explain|stress|like|be clear|remind)\b)"
)
"""What a speaker *should add* is told as it is."""
_WISH = regex(
    rf"\b{_TO}\b\s+(?!to\b){_NO_BREAK}\bto\b{_NO_BREAK}$"
    rf"|\b(?:recommend(?:s|ed|ing)?|propos(?:es?|ed|ing)|suggest(?:s|ed)|demand(?:s|ed)"
    rf"|urg(?:es?|ed)) that\b{_NO_BREAK}$"
    rf"|\b(?:should|ought to)\b(?! have\b)(?! not have\b){_SAYING}{_NO_BREAK}$",
    re.IGNORECASE,
)
"""What ends in a wish for what is to follow: "we call on the port to close …", "it recommends that … be …"."""
_SHOULD_BE = regex(rf"^{_NO_BREAK}\b(?:should|ought to)\b(?! have\b)(?! not have\b){_SAYING}", re.IGNORECASE)
_ITEM = regex(r"\s*(?:[-\u2022*\u2013\u2014\u25aa]|\(?(?:[a-z]|[ivx]+|\d{1,2})[.)])\s+")
_FAR = 1_500


def wished(before: str, after: str) -> bool:
    """Whether a number is only wished for, by the words of its sentence BEFORE and AFTER it."""
    return _WISH.search(before) is not None or _SHOULD_BE.match(after) is not None


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
    return lead if lead.endswith(":") and _WISH.search(lead.rstrip(": ")) else ""
