"""What an asker says besides the question: that a number will do, who wants it, what it is for."""

from __future__ import annotations

import re

from corpus.patterns import regex

__all__ = ["bare"]

_WHO_WANTS = (
    r"(?:(?:somebody|someone|everyone|everybody|people)"
    r"|(?:the|our|my|an?|his|her|one of (?:the|our|my)) (?:[\w'\u2019-]+ ){0,4}?[\w'\u2019-]+)"
)
_PURPOSE = r"(?: (?:for|by|in|before|at|on) (?:the |his |her |my |our |their |an? )?[\w'\u2019 -]+?)?"
_WHAT = r"(?:the |an? )?(?:exact )?(?:number|figure|total|date|name|answer)s?"
_AFTER = (
    regex(
        r"[\s,;:.?!\u2013\u2014-]+(?:and )?(?:just |only |i |we )*(?:need |want |give me |give us )?"
        rf"{_WHAT}(?: only| will do| is all i need)?,? ?(?:please|pls|plz|thanks|thank you)\W*$",
        re.IGNORECASE,
    ),
    regex(
        rf"[.?!;]+\s*(?:just |only |(?:i|we) (?:just |only )?(?:need|want) ){_WHAT}\W*$",
        re.IGNORECASE,
    ),
    regex(
        rf"[,;.?!]+\s*(?:as |because |since |for )?{_WHO_WANTS} (?:wants|needs|is asking|has asked|will ask"
        r"|is bound to ask|is sure to ask|is going to ask|keeps asking|would like)"
        rf"(?: for)?(?: (?:them|it|this|that|these|the (?:answer|number|figure|name)s?))?{_PURPOSE}\W*$",
        re.IGNORECASE,
    ),
    regex(r",?\s+(?:please|pls|plz)(?=\W*$)", re.IGNORECASE),
)
"""What stands after a question and asks nothing: "Number please", "I need a figure", "The Mayor wants it"."""
_BEFORE = regex(
    r"^(?:(?:i|we)(?:['\u2019]ve| have) been asked(?: to (?:say|find out|confirm))?"
    rf"|{_WHO_WANTS} (?:wants to know|would like to know|is asking|keeps asking|(?:has asked|asks)(?: us| me)?)),?\s+"
    r"(?=how|what|who|whose|when|why|where|which|whether)",
    re.IGNORECASE,
)
_SHORTEST = 8
"""A question is no shorter: what is left of less was not only a courtesy."""


def bare(text: str) -> str:
    """TEXT without what its asker says of the asking; TEXT itself where nothing else is in it."""
    plain = _BEFORE.sub("", text)
    for pattern in _AFTER:
        cut = pattern.sub("", plain)
        if (only := _TOTAL.search(plain[len(cut) :])) is not None and _ASKS.search(cut) is None:
            cut = f"{cut}: {only.group()}"  # it is all that says what is asked
        plain = cut if len(cut) >= _SHORTEST else plain
    return plain


_TOTAL = regex(r"\btotal\b", re.IGNORECASE)
_ASKS = regex(
    r"\b(?:how|what|which|who|whose|when|where|why|did|do|does|is|are|was|were|has|have|had)\b", re.IGNORECASE
)
