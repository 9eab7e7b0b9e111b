"""Questions for what something was before it rose or fell, and the figures that are no such level."""

from __future__ import annotations

import re

from corpus.extract.figures import BEFORE
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["DOWNWARD", "MOVED_SINCE", "UPWARD", "still_before"]

UPWARD = r"increase|rise|uplift|jump|hike|growth|boost"
DOWNWARD = r"cut|fall|drop|reduction|decrease|decline|dip"
MOVED_SINCE = regex(
    r"[\s,]+(?:before|prior\s+to|ahead\s+of)\s+(?:"
    r"(?:the|that|this|its|their)\s+(?P<far>(?:[\w£$€.,%-]+\s+){0,3}?)(?P<noun>"
    rf"(?:{UPWARD})|(?:{DOWNWARD}))(?:\s+of\s+(?P<of>[\w£$€.,%-]+(?:\s+[a-z]+)?))?"
    r"|(?:it|they|that|this)\s+(?:was\s+|were\s+|had\s+been\s+)?(?P<verb>went\s+(?:up|down)|rose|fell|increased|dropped"
    r"|decreased|reduced|cut|raised|lowered))\W*$",
    re.IGNORECASE,
)
"""The end of such a question: "the toll *before the £2 rise*", "how many there were *before it fell*"."""


def still_before(asked: str, figure: Figure) -> list[str]:
    """That it is asked what something was before it moved, where FIGURE is no such level."""
    match = MOVED_SINCE.search(asked)
    if (
        match is None
        or figure.note == BEFORE
        or not (match["verb"] or match["of"] or any(map(str.isdigit, match["far"])))
    ):
        return []
    return ["what it was before it moved"]
