"""A number that its sentence gives only to deny it: "he denied that 400 had been closed" counts none that were."""

from __future__ import annotations

import re

from bot.query import Wanted
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["denied_there"]

_DENIES = regex(
    r"\b(?:(?:den(?:y|ies|ied|ying)|disput(?:es?|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)"
    r"|rebutt?(?:s|ed)?|(?:no truth|untrue|not true|wrong|false|nonsense)(?: to say| to suggest)?"
    r"|(?:do|does|did)(?: not|n['\u2019]t) (?:accept|recognise|believe|agree))"
    r"(?: \w+){0,4}? "
    r"(?:that(?! (?:figure|number|total|claim|count|estimate))|of|about)\b"
    r"|(?:denied|denies|denying) \w+ing\b)(?![^;:,.]*\b(?:and|but) (?:says?|said|puts?|insist\w*|told)\b)[^;:,.]*$",
    re.IGNORECASE,
)
_ASKED_SO = regex(
    r"\b(?:claim\w*|alleg\w*|den(?:y|ies|ied)|accus\w*|disput\w*|reject\w*|dismiss\w*|suggest\w*|accept\w*)\b",
    re.IGNORECASE,
)


def denied_there(wanted: Wanted, figure: Figure, sentence: str) -> list[str]:
    """That it is so, where SENTENCE gives FIGURE only as what somebody denies, and no claim is asked about."""
    before = sentence[: max(0, figure.span.start - figure.context.start)]
    if _DENIES.search(before) is None or wanted.sayer or _ASKED_SO.search(wanted.words):
        return []
    return ["it, where it is told only as what was denied"]
