"""A number that the record itself takes back ("her office withdrew the figure of 44"), or says was never put right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.heard import Line
from corpus.extract.numbers import quantities
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["never_restated", "taken_back", "withdrawn"]

_BACK = regex(
    r"\b(?:withdrew|withdrawn|withdraws|withdrawing|retract(?:ed|s|ing)|disown(?:ed|s|ing)|repudiated|recanted"
    r"|tak(?:en|es|ing) back|took back|no longer (?:stands?|holds?|valid|used)"
    r"|(?:ca|could|can|should|must) ?n(?:o|['\u2019])t be (?:relied|used|trusted)"
    r"|should be (?:disregarded|ignored)|(?:was|is|were|are|as) (?:an error|a mistake|wrong|incorrect|mistaken"
    r"|inaccurate|unsound|unreliable))\b",
    re.IGNORECASE,
)
_NOT_SO = regex(
    r"\b(?:not|never|no|refus\w+|declin\w+|den(?:y|ies|ied)|reject\w*|call\w*|urg\w+|demand\w*|ask\w*|would|will|(?-i:may)"
    r"|might|whether|if|nobody)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
"""Before such a word these say that it was not done, or only wished."""
_THAT = regex(
    r"\b(?:that|this|the|its|his|her|their) (?:[\w'\u2019]+ ){0,2}(?:figure|number|total|count|estimate)\b",
    re.IGNORECASE,
)


def taken_back(value: Decimal, lines: Sequence[Line]) -> Line | None:
    """The line that takes back the number VALUE, by its name or as "that number" right after it, if there is one."""
    before: Line | None = None
    for line in lines:
        match = _BACK.search(line.text)
        if match is not None and _NOT_SO.search(line.text, 0, match.start()) is None:
            here = _numbers(line)
            named = before is not None and not here and _THAT.search(line.text) and value in _numbers(before)
            if named or value in here:
                return line
        before = line
    return None


def _numbers(line: Line) -> set[Decimal]:
    return {q.value for q in quantities(line.text) if q.value is not None}


_NAMED = r"(?:figures?|numbers?|totals?|counts?|estimates?|statistics?|claims?|answers?|assertions?|reports?)"
_WITHDRAWS = r"(?:withdr(?:ew|awn|aws|awing)|retract(?:ed|s|ing)|disown(?:ed|s|ing)|recanted|repudiated)"
_ITSELF = regex(
    rf"\b{_WITHDRAWS} (?:[\w'\u2019]+ ){{0,3}}{_NAMED}\b|\b{_NAMED}\b[^.;]*\b(?:is|was|are|were|(?:has|have|had) been)"
    rf" (?:\w+ ){{0,2}}{_WITHDRAWS}\b",
    re.IGNORECASE,
)
"""What says of a number in the same sentence that it was taken back."""
_AFTER = regex(
    rf"\b(?:that|this|the|its|his|her|their|our|my) (?:[\w'\u2019]+ ){{0,2}}{_NAMED}\b"
    rf"(?! (?:that|of|for|about|to)\b)[^.;]*\b(?:is|was|are|were|been"
    rf"|being|no longer|should|must|can(?:not|no longer)?)\b[^.;]*\b(?:{_WITHDRAWS}|disregarded|ignored|relied"
    r"|stands?|valid)\b"
    rf"|\b{_WITHDRAWS} (?:that|this|the|its|his|her|their|our|my|both|those|these) (?:[\w'\u2019]+ ){{0,2}}{_NAMED}\b"
    rf"|\b{_WITHDRAWS} (?:it|that|this|both|them)(?=\W*$|[,.;])"
    rf"|\b(?:it|this|that|which) (?:is|was|has been|had been|has since been|was later|is now) (?:\w+ )?{_WITHDRAWS}\b",
    re.IGNORECASE,
)
"""What says so of the number that was told right before."""
_ASKED = regex(rf"\b{_WITHDRAWS}|\bwithdraw|\b(?:retract|disown)|\btook back\b|\btaken back\b", re.IGNORECASE)
_NONE = regex(
    r"\b(?:not|never|no(?! longer)|refus\w+|declin\w+|call\w*|urg\w+|demand\w*|whether|if)\b|n['\u2019]t\b", re.I
)


def withdrawn(figure: Figure, asked: str, lines: Sequence[Line]) -> Line | None:
    """The line that takes FIGURE back, its own or the one right after, with no other number in its place.

    Who asks in so many words for what was withdrawn (ASKED) is told it.
    """
    if figure.value is None or _ASKED.search(asked):
        return None
    told = False
    for line in lines:
        here = line.source.id == figure.source_id and figure.span.within(line.span)
        match = _ITSELF.search(line.text) if here else _AFTER.search(line.text) if told else None
        if match is not None and _NONE.search(line.text, 0, match.end()) is None:
            return line if here or not any(q.value for q in quantities(line.text)) else None
        told = here
    return None


_NEVER = regex(
    r"\b(?:no|never|nor|not)\b[^,;.]{0,30}?\b(?:restate\w*|revis\w+|corrections?|amendments?|updates?"
    r"|superseded)\b",
    re.IGNORECASE,
)


def never_restated(value: Decimal | None, lines: Sequence[Line]) -> Line | None:
    """The line that says of the number VALUE that nobody put another in its place, if there is one."""
    told = (line for line in lines if value is not None and _NEVER.search(line.text))
    return next((line for line in told if _said_of(value, line.text)), None)


def _said_of(value: Decimal | None, text: str) -> bool:
    """Whether VALUE is the first number that TEXT gives, so that it is this one of which the rest is said."""
    counts = [q.value for q in quantities(text) if q.kind == "count" and q.value is not None]
    return bool(counts) and counts[0] == value
