"""Words of a question that restrict nothing: that two things are added, that what is asked for is still to come."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.forms import Ask
from corpus.extract.sense import WEIGHED, Sense
from corpus.patterns import regex

__all__ = ["restricting"]

_ADDED = regex(r"\bplus\b", re.IGNORECASE)
_CALLED = regex(
    r"\b(?:classed|classified|categori[sz]ed|rated|deemed|judged|regarded|reckoned|labelled|described|treated)"
    r"(?= (?:as|to be)\b)",
    re.IGNORECASE,
)
"""Before what they are said to be, which is the condition: "were *classed* as unsafe"."""
_HOW_IT_CAME = regex(
    r"\b(?:started|caused|done|set|begun|made|happened|occurred|came about|brought about)"
    r"(?= (?:on purpose|purposely|deliberately|intentionally|wilfully|accidentally|unintentionally|by accident"
    r"|by chance)\b)",
    re.IGNORECASE,
)
"""Before how a thing came about, which is the condition: "were *started* by accident"."""
_PLACED = regex(
    r"\b(?:placed|put|ranked|grouped|sorted|assigned)"
    r"(?= (?:in|into|to|under) (?:the|a) (?:[\w-]+ ){0,4}?(?:category|class|group|band|tier|bracket|grade)\b)",
    re.IGNORECASE,
)
"""Before the class that they are counted in, which is the condition: "were *placed* in the highest band"."""
_CAME_TO = regex(
    r"\b(?:ended(?: up)?|resulted|culminated|finished)(?= (?:in|with) (?:an? |the |their )?(?-i:[a-z]{4,})"
    r"(?<!\bspring)(?<!\bsummer)(?<!\bautumn)(?<!\bwinter)(?<!\byear)(?<!\bmonth)(?<!\bweek)(?<!\bquarter)(?:\W|$))",
    re.IGNORECASE,
)
"""Before what came of them, which is the condition: "inquiries that *ended in* a fine"."""
_TO_USE = regex(
    r"(?<=\bpay to )(?:use|enter|cross|travel|ride|park|visit|join|(?:go|get) (?:in|on|over|across|through))\b",
    re.IGNORECASE,
)
"""What a charge is paid for, whatever it is on: "pay *to use* the tunnel"."""
_AWAITED = regex(r"\b(?:likely|expected|due|set|scheduled|supposed|meant)(?= to\b)", re.IGNORECASE)
"""What says in a question when, and where, that the deed is to come."""


_LYING = regex(r"\b(?:sitting|sat|lying|standing)(?= (?:idle|unused|empty|in|at|around)\b)", re.IGNORECASE)
"""What only says that things are somewhere: "how many buses are *sitting in* depots"."""
_THAT_LOT = regex(
    r"\b(?:(?:in|of|among|amongst|from|out of) )?(?:(?:all|the whole|the rest) of )?(?:that|this|the (?:whole|entire)) "
    r"(?:lot|bunch|crowd|crop|shower)\b",
    re.IGNORECASE,
)
"""All that are spoken of, as "them" is: "how many tugs *in that lot*"."""
_THE_WHOLE = regex(r"\b(?:the|those|these|all) (?:whole|entire|full|complete)(?=\s(?:\d|\s))", re.IGNORECASE)
"""Before the number of the whole that is asked of: "of *the whole* 1,204", whose number may be blanked."""
_WORK = regex(
    r"\b(?:work|efforts|steps|moves|the process)(?= (?:on|of|towards?|to) (?:[\w-]+ ){1,6}?(?:(?:been|got) )?"
    r"(?:begun|began|started|commenced|under ?way|completed|finished)\b)"
    r"|(?<=\b(?:begun|began|start) )work(?= on\b)|(?<=\bstarted )work(?= on\b)",
    re.IGNORECASE,
)
"""Before what it is that was begun or finished: "had *work on* the repairs begun"."""
_POSSIBLE = regex(r"\b(?:possible|potential|prospective)\s+", re.IGNORECASE)


def _weighed(found: tuple[Sense, ...], text: str) -> tuple[Sense, ...]:
    """The terms of TEXT without a word that says of a deed that it was only possible: its mark tells that."""
    ends = {m.end(): m.start() for m in _POSSIBLE.finditer(text)}
    at = {ends[s.start] for s in found if s.mark == WEIGHED and s.kind == "action" and s.start in ends}
    return tuple(s for s in found if s.start not in at)


_STATED = regex(
    r"^\W*(?:had|has|was)(?: since| then| later)?(?: been)?"
    r" (?:stated|announced|published|disclosed|quoted|reported)(?= (?:for|of|as)\b)",
    re.IGNORECASE,
)
"""After the figure that is asked for, what only says that it was given: "what total *was stated for* ferries"."""
_NEXT = regex(r"\s+(?:[a-z]+\s+){0,3}", re.IGNORECASE)


def _guilty(found: tuple[Sense, ...], text: str) -> tuple[Sense, ...]:
    """The terms of TEXT with who *committed* an offence read as convicted of it, as a count of convictions tells."""
    put = list(found)
    for at, one in enumerate(found):
        of = (
            next((s for s in found[at + 1 :] if s.kind == "offence"), None)
            if one.words.lower() == "committed"
            else None
        )
        if of is not None and _NEXT.fullmatch(text[one.end : of.start]):
            put[at] = replace(one, id="conviction")
    return tuple(put)


def restricting(found: tuple[Sense, ...], text: str, ask: Ask) -> tuple[Sense, ...]:
    """The terms of TEXT, a question or part of one that asks for ASK, that a record has to bear out."""
    patterns = [
        _ADDED,
        _CALLED,
        _PLACED,
        _CAME_TO,
        _HOW_IT_CAME,
        _LYING,
        _TO_USE,
        _THAT_LOT,
        _THE_WHOLE,
        _WORK,
        *([_STATED] if ask is Ask.FIGURE else []),
        *([_AWAITED] if ask in (Ask.WHEN, Ask.WHERE) else []),
    ]
    light = [m.span() for p in patterns for m in p.finditer(text)]
    found = _weighed(_guilty(found, text), text)
    return tuple(s for s in found if not any(start <= s.start and s.end <= end for start, end in light))
