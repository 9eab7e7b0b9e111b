"""Of which party, committee or office somebody is who is told of by a deed: "the member who found it out"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from bot.belonging import beside_the_name, of_that_kind
from bot.heard import Heard, Line
from bot.query import Query
from bot.question import read
from corpus.patterns import regex

__all__ = ["of_whoever", "whoever_asked"]

_ASKED = regex(
    r"^(?:and |so )?(?:which|what) (?:select )?(?P<kind>party|committee|job|post|office|position) (?:is|was|does|did)"
    r" (?:the |an? )"
    r"(?:mps?|members?(?: of parliament)?|peers?|politicians?|ministers?|person|man|woman|official|councillor)"
    r" (?:who|that) (?P<did>.+?) (?:a member of|sit(?: on)?|serve(?: on)?|belong(?: to)?|come from|represent|chair|hold"
    r"|have|on|in|from|of)(?: on| to| in)?$",
    re.IGNORECASE,
)


def whoever_asked(query: Query) -> bool:
    """Whether it is asked of which party or committee somebody is, which no likeness of meaning tells."""
    return _ASKED.match((query.resolved or query.text).strip(" ?.!")) is not None


def of_whoever(
    query: Query, lines: Sequence[Line], hear: Callable[[Query, Sequence[Line]], list[Heard]]
) -> list[Heard] | None:
    """The line that says of which KIND the one is who did what QUERY tells; None where it asks no such thing.

    Who it is, is HEARd first; of which party or committee, is told by what stands beside the name.
    """
    asked = _ASKED.match((query.resolved or query.text).strip(" ?.!"))
    if asked is None:
        return None
    whoever = hear(read(f"who {asked['did']}?", query.as_of, date.today()), lines)
    name, _, role = whoever[0].name.partition(", ") if whoever else ("", "", "")
    if not name:
        return []
    if of_that_kind(role, asked["kind"].lower()):
        return whoever[:1]
    return beside_the_name(read(f"which {asked['kind']} is {name} of?", query.as_of, date.today()), lines) or []
