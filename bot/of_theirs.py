"""What is told of somebody's own people or things in passing: "Mr Pike, *whose father was minister in 1990*, objected".

That tells nothing of Mr Pike as a minister, nor of when he was one; of his father, who is asked about as such, it does.
"""

from __future__ import annotations

import re

from bot.heard import Line, bears, ids_of
from bot.query import Query
from corpus.patterns import regex

__all__ = ["WHOSE", "only_of_theirs"]

WHOSE = regex(
    r"\bwhose (?!(?:[\w'\u2019-]+ ){0,2}?(?:questions?|questioning|reports?|reporting|inquir\w+|letters?|evidence|work"
    r"|findings|campaign\w*|complaints?|persistence|digging|efforts?|department|office|team|staff|committee"
    r"|company|firm|officials)\b)"
    r"(?P<own>[\w'\u2019-]+(?: [\w'\u2019-]+){0,2}?) (?P<said>[^,;:.]*(?:,(?=\d)[^,;:.]*)*)"
)
"""An aside on what is somebody's: their kin, their house, a bridge's deck; no act or body that they answer for."""


def only_of_theirs(query: Query, line: Line) -> bool:
    """Whether LINE tells what QUERY asks only of what is somebody's in an aside, which the question does not name."""
    asked = query.resolved or query.text
    for aside in WHOSE.finditer(line.text):
        inside = aside.group()
        own = ids_of(aside["own"])
        if re.search(rf"\b{re.escape(aside['own'])}\b", asked, re.IGNORECASE) or own & ids_of(asked):
            continue
        outside = ids_of(f"{line.text[: aside.start()]} . {line.text[aside.end() :]}")
        here = ids_of(inside)
        if any(bears(s, here) and not bears(s, outside) for s in query.wanted.telling):
            return True
    return False
