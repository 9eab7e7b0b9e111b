"""When somebody took office, where the record tells only how long they had held it ("her 18-month spell in charge")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.forms import Ask
from bot.heard import Heard, Line
from bot.query import Query
from bot.voices import is_speaker
from corpus.extract.names import names, surname
from corpus.extract.offices import same_office
from corpus.patterns import regex

__all__ = ["ONLY_HOW_LONG", "how_long_held"]

ONLY_HOW_LONG = "The record gives no day for that, and only how long it had lasted."
_ASKED = regex(
    r"\b(?:when|(?:in|on) (?:what|which) (?:day|month|year)|what (?:day|month|year)) (?:did|was)"
    r" (?P<who>[\w.' \u2019-]{2,40}?) (?:first )?(?:take over|take office|take charge|become|start|appointed|made"
    r"|take (?:up )?the (?:post|job|reins))\b(?: as| being)?(?: (?:the |our |an? )?(?P<office>[\w' \u2019-]+?))?\W*$",
    re.IGNORECASE,
)
_LENGTH = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty)"
_HELD = regex(
    rf"\b(?:his|her|their|[A-Z][\w-]+['\u2019]s?) (?:own |whole |entire )?{_LENGTH}[- ](?:day|week|month|year)s?"
    r"['\u2019]?[- ](?:spell|stint|tenure|reign|term|time|period|stewardship|leadership)\b"
    rf"|\b{_LENGTH} (?:days?|weeks?|months?|years?) (?:into|in|after taking) (?:the|his|her|their)"
    r" (?:job|post|role|office)\b",
    re.IGNORECASE,
)


def how_long_held(query: Query, lines: Sequence[Line]) -> Heard | None:
    """The sentence that tells how long whoever QUERY asks about had held their office; None where it asks for no such
    day, or where the record has that office for nobody of that name."""
    asked = _ASKED.search(query.resolved or query.text) if query.ask is Ask.WHEN else None
    if asked is None or not _holds(asked["who"], asked["office"] or "", lines):
        return None
    first = next((x for x in lines if (held := _HELD.search(x.text)) and _theirs(asked["who"], held, x)), None)
    return Heard(replace(first, statement=None), 1.0, ()) if first is not None else None


def _theirs(who: str, held: re.Match[str], line: Line) -> bool:
    """Whether the time that was HELD in LINE is that of WHO, by their own name or as the last who was named before it.

    Where the line before names several, "his" may be any of theirs.
    """
    last = surname(who).lower()
    owner = _OWNER.match(held.group())
    if owner is not None:
        return owner["name"].lower() == last
    here = [surname(n.words).lower() for n in names(line.text[: held.start()])]
    before = {surname(n.words).lower() for n in names(line.before)}
    return here[-1] == last if here else before == {last}


_OWNER = regex(r"(?P<name>[A-Z][\w-]+)['\u2019]")


def _holds(who: str, office: str, lines: Sequence[Line]) -> bool:
    """Whether the record has WHO in OFFICE, wherever it names them with one."""
    roles = [x.statement.role for x in lines if x.statement is not None and is_speaker(who, x.statement)]
    roles += [n.role for x in lines for n in names(x.text) if surname(n.words) == surname(who)]
    return not office or any(role and same_office(office, role) for role in roles)
