"""How long somebody had held an office ("her 18-month spell in charge"), which may be all that tells when they came."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.forms import Ask
from bot.heard import Heard, Line
from bot.query import Query
from bot.voices import is_speaker
from corpus.extract.names import names, surname
from corpus.extract.offices import head, same_office
from corpus.patterns import regex

__all__ = ["ONLY_HOW_LONG", "how_long_held", "only_lasted", "time_held"]

ONLY_HOW_LONG = "The record gives no day for that, and only how long it had lasted."
_ASKED = regex(
    r"\b(?:when|(?:in|on) (?:what|which) (?:day|month|year)|what (?:day|month|year)) (?:did|was)"
    r" (?P<who>[\w.' \u2019-]{2,40}?) (?:first )?(?:take over|take office|take charge|become|start|appointed|made"
    r"|take (?:up )?the (?:post|job|reins))\b(?: as| being)?(?: (?:the |our |an? )?(?P<office>[\w' \u2019-]+?))?\W*$",
    re.IGNORECASE,
)
_HOW_LONG = regex(
    r"\bhow long (?:has|have|had|was|is|did) (?P<who>[\w.'\u2019-]+(?: (?!been\b)[\w.'\u2019-]+){0,3}?) (?:now )?(?:"
    r"(?:been )?(?:in|at) (?:office|(?:the |her |his |their )?(?:post|job|role|position)|charge|the (?:helm|top|head))"
    r"(?: of (?P<body>[\w' \u2019-]+?))?"
    r"|(?:been )?(?:run|running|led|lead|leading|head|headed|heading) (?P<led>[\w' \u2019-]+?)"
    r"|(?:hold|held|do|done|occupy|occupied) (?:the|that|this|her|his|their) (?:office|post|job|role)"
    r"(?: of (?P<held>[\w' -]+?))?"
    r"|(?:been|serve as|served as) (?:the |our |an? )?(?P<office>[\w' \u2019-]+?)"
    r")\W*$",
    re.IGNORECASE,
)
_BODIES = regex(
    r"\b(?:the|its|our|office|department|ministry|agency|board|service|authority|council|company|firm|party|of|for|and)\b",
    re.IGNORECASE,
)
"""What a body's name says of no matter of its own: "the Ports *Office*" is what the ports minister runs."""
_LENGTH = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty)"
_HELD = regex(
    rf"\b(?:his|her|their|[A-Z][\w-]+['\u2019]s?) (?:own |whole |entire )?{_LENGTH}[- ](?:day|week|month|year)s?"
    r"['\u2019]?[- ](?:spell|stint|tenure|reign|term|time|period|stewardship|leadership)\b"
    rf"|\b(?:has|had|have) (?:been|led|run|headed|held|chaired|served)\b[^,;.]{{0,60}}? for (?:\w+ ){{0,2}}{_LENGTH}"
    r" (?:days?|weeks?|months?|years?)\b"
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


def time_held(query: Query, lines: Sequence[Line]) -> Heard | None:
    """The sentence that tells how long whoever QUERY asks about had held their office; None where none tells it."""
    asked = _HOW_LONG.search(query.text)  # as it is read, no office is named
    if asked is None:
        return None
    who, office = _named(asked["who"], lines), asked["office"] or asked["held"] or ""
    if (office and head(office) != "person") or not who or not _holds(who, office, lines):
        return None
    matter = _BODIES.sub(" ", asked["body"] or asked["led"] or "").lower().split()
    for line in lines:
        held = _HELD.search(line.text)
        if held is None or not _theirs(who, held, line):
            continue
        known = " ".join([line.text, *_roles(who, lines)]).lower()
        if all(re.search(rf"\b{re.escape(word)}\b", known) for word in matter):
            return Heard(replace(line, statement=None), 1.0, ())
    return None


def only_lasted(query: Query, sentence: str) -> bool:
    """Whether QUERY asks how long somebody held an office, of which the SENTENCE of a length of time tells nothing."""
    asked = _HOW_LONG.search(query.text)
    if asked is None or asked["led"] or (asked["office"] and head(asked["office"]) != "person"):
        return False
    return _HELD.search(sentence) is None and _OFFICE.search(sentence) is None


_OFFICE = regex(
    r"\b(?:spell|stint|tenure|reign|terms?|office|posts?|jobs?|role|charge|appointed|appointment|took over|became"
    r"|helm|led|headed|chaired|chairman|chair|served as)\b",
    re.IGNORECASE,
)
"""Words of holding an office, however it is put."""


def _named(who: str, lines: Sequence[Line]) -> str:
    """WHO by name; of an office, the only one whom the record has in it, and "" where there are several or none."""
    if head(who) != "person":
        return who
    told = [(x.statement.speaker, x.statement.role) for x in lines if x.statement is not None]
    told += [(n.words, n.role) for x in lines for n in names(x.text)]
    held = {surname(name): name for name, role in told if name[:1].isupper() and role and same_office(who, role)}
    return next(iter(held.values())) if len(held) == 1 else ""


def _roles(who: str, lines: Sequence[Line]) -> list[str]:
    """The offices that the record has WHO in, wherever it names them with one."""
    roles = [x.statement.role for x in lines if x.statement is not None and is_speaker(who, x.statement)]
    return roles + [n.role for x in lines for n in names(x.text) if surname(n.words) == surname(who)]


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
    return not office or any(role and same_office(office, role) for role in _roles(who, lines))
