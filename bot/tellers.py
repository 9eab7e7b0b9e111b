"""By whom and to whom the figure asked about was given: "according to the Treasury", "what were MPs told?"."""

from __future__ import annotations

import re

from bot.blanks import blank
from corpus.extract.offices import head
from corpus.patterns import regex

__all__ = ["hearer", "sayer", "told"]

_NAMED = r"(?P<who>(?:the )?[A-Z][\w'\u2019-]+(?: (?:of|for|the|and) [A-Z][\w'-]+| [A-Z][\w'-]+| \d{1,2}(?!\d)){0,5})"
_TOLD = (
    r"(?:announce|give|report|disclose|state|quote|publish|reveal|cite|admit|provide|say|mention|count|find|found|put"
    r"|claim|suggest|estimate|calculate|show)(?:d|ed|s)?"
)
_GIVEN = r"(?:letter|statement|answer|report|evidence|memorandum|speech|figures?)"
_SAYERS = (
    regex(rf"\b(?:did|does|do|has|had) {_NAMED} (?:first |originally |initially |later |then |also )?{_TOLD}\b"),
    regex(rf"\b(?:that|which) {_NAMED} (?:had |has )?(?:first |originally |initially |later )?(?:{_TOLD}|gave|told)\b"),
    regex(rf"\b[Aa]ccording to {_NAMED}"),
    regex(rf"\b(?:in|by) {_NAMED}(?:'s|\u2019s) {_GIVEN}\b"),
)


_RECEIVED = r"(?:was|were|(?:had|has|have)(?=[^?]*\bbeen\b))"
_RECEIVING = r"(?:been )?(?:given|told|sent|shown|offered|supplied with|provided with|informed of)"
_HEARERS = regex(
    rf"\b{_RECEIVED} (?P<who>(?:the )?[A-Z][\w'\u2019-]+(?: (?:of|for|the|and) [A-Z][\w'-]+| [A-Z][\w'-]+){{0,5}}"
    r"|mps|peers|parliament|the house|the committee|ministers|the court|the inquiry|the public|reporters)"
    rf" (?:first |originally |initially |later |then |also |in fact |actually )?{_RECEIVING}\b",
)
_GIVEN_TO = regex(
    r"\b(?:been )?(?:given|told|sent|shown|supplied|provided|reported|disclosed) to "
    r"(?P<who>(?:the )?[A-Z][\w'\u2019-]+(?: (?:of|for|the|and) [A-Z][\w'-]+| [A-Z][\w'-]+){0,5}"
    r"|mps|peers|parliament|the house|the committee|ministers|the court|the inquiry|the public|reporters)(?=\W|$)"
)


_IN_PAPER = regex(
    r"\b(?:was |were )?(?:given|quoted|stated|used|published|reported|set out|included|contained|put|said) in "
    r"(?:the|a|an|his|her|its|their|that) (?P<who>(?:\w+ )?(?:answer|letter|statement|report|notice|reply|bulletin"
    r"|release|evidence|speech|memo(?:randum)?|briefing|interview))(?=\W|$)",
    re.IGNORECASE,
)
"""The paper that a figure was given in."""


def told(stretch: str) -> tuple[str, str]:
    """To whom the figure asked for was given, and the question without those words."""
    match = _HEARERS.search(stretch) or _GIVEN_TO.search(stretch) or _IN_PAPER.search(stretch)
    if not match:
        return "", stretch
    return match.group("who").removeprefix("the "), stretch[: match.start()] + " " + stretch[match.end() :]


_AUDIENCE = regex(
    r"\b(?:to )?(?P<who>the house(?: of (?:commons|lords))?|the (?:commons|lords|committee|court|inquiry|public|press)"
    r"|mps|peers|parliament|ministers|reporters|journalists)(?=\W|$)",
    re.IGNORECASE,
)


def hearer(stretch: str) -> tuple[str, str]:
    """To whom a named speaker gave it ("What figure did the Minister give *the House*?"), and what is left."""
    match = _AUDIENCE.search(stretch)
    return (match["who"], blank(stretch, [match.span()])) if match is not None else ("", stretch)


def sayer(stretch: str) -> tuple[str, str]:
    """Whose figure is asked for, and the question without those words."""
    for pattern in (*_SAYERS, *_SPEAKERS):
        match = pattern.search(stretch)
        handed = match is not None and _HANDED.match(stretch, match.end()) is not None
        if match and not handed and (pattern in _SAYERS or head(match["who"])):
            return match.group("who").removeprefix("the "), stretch[: match.start()] + " " + stretch[match.end() :]
    return "", stretch


_HANDED = regex(
    r"(?:(?<=give)|(?<=provide))\s+(?!(?:for|of|as|in|on|mps|peers|parliament|the\s+(?:house|commons|lords|committee|court"
    r"|inquiry|public|press)|(?:a|any|the)\s+(?:figure|number|total|estimate))\b)(?:to\s+)?[a-z]",
    re.IGNORECASE,
)
"""What is given to somebody to keep, and is no figure that was told: "did the Government *give householders*"."""
_PLAIN = (
    r"(?P<who>the (?:[a-z][\w'\u2019-]+ ){0,3}?[a-z][\w'\u2019-]+"
    r"(?: (?:of|at|for) (?:the )?[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)*)?)"
)
_SPEAKERS = (
    regex(rf"\b(?:did|does|do|has|had) {_PLAIN} (?:first |originally |initially |later |then |also )?{_TOLD}\b"),
    regex(rf"\b[Aa]ccording to {_PLAIN}(?=[\s,?.]*$|,)"),
)
"""Those named by what they are, whose head must be one that speaks: "does *the union* say"."""
