"""What is told of somebody's own people or things in passing: "Mr Pike, *whose father was minister in 1990*, objected".

That tells nothing of Mr Pike as a minister, nor of when he was one; of his father, who is asked about as such, it does.
"""

from __future__ import annotations

import re

from bot.heard import Line, bears, ids_of
from bot.query import Query
from corpus.patterns import regex

__all__ = ["WHOSE", "only_of_theirs", "only_their_kin"]

WHOSE = regex(
    r"\bwhose (?!(?:[\w'\u2019-]+ ){0,2}?(?:questions?|questioning|reports?|reporting|inquir\w+|letters?|evidence|work"
    r"|findings|campaign\w*|complaints?|persistence|digging|efforts?|department|office|team|staff|committee"
    r"|company|firm|officials)\b)"
    r"(?P<own>[\w'\u2019-]+(?: [\w'\u2019-]+){0,2}?) (?P<said>[^,;:.]*(?:,(?=\d)[^,;:.]*)*)"
)
"""An aside on what is somebody's: their kin, their house, a bridge's deck; no act or body that they answer for."""


_KIN = (
    r"(?:wife|husband|father|mother|son|daughter|brother|sister|uncle|aunt|nephew|niece|cousin|partner|widow|widower|deputy"
    r"|predecessor|successor|spokesman|spokeswoman|spokesperson|assistant|secretary|lawyer|solicitor|agent)"
)
_OF_KIN = regex(rf"(?:^|\b)(?P<whose>[\w.-]+)(?:['\u2019]s|s['\u2019])\s+(?:[a-z]+\s+)?{_KIN}\b", re.IGNORECASE)


def only_their_kin(query: Query, line: Line) -> bool:
    """Whether whoever QUERY asks about is named in LINE only as having kin or a deputy: "*the vicar's wife* ran it"."""
    asked = query.resolved or query.text
    if re.search(rf"\b{_KIN}\b", asked, re.IGNORECASE):
        return False
    for kin in _OF_KIN.finditer(line.text):
        whose = ids_of(kin["whose"])
        rest = ids_of(f"{line.text[: kin.start()]} . {line.text[kin.end() :]}")
        if any(s.id in whose and not bears(s, rest) and not _SPEAKER.search(line.text) for s in query.wanted.telling):
            return True
    return False


_SPEAKER = regex(r"\b(?:said|says|told|confirmed|denied|announced|insisted)\b", re.IGNORECASE)


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
