"""What a number takes over from the one before it in its sentence: its unit, its rate, what was said of it."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.extract.backward import times
from corpus.extract.change import Role
from corpus.extract.clause import opens_predicate
from corpus.extract.dates import PeriodMention, periods
from corpus.extract.placed import OF_WHICH, Place
from corpus.extract.quantity import Quantity
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["carried_on", "measured", "of_that_measure", "per", "same_object"]


def measured(quantity: Quantity) -> bool:
    """Whether a number is of hours or of pounds, so that "of which 9" is of them too."""
    return quantity.kind in ("duration", "money", "measure") and bool(quantity.unit)


_STANDARD = regex(
    r"\bagainst\s+(?:an?|the|its|their|our)\s+(?:\w+\s+)?(?:target|limit|standard|goal|aim|average)\s+of$",
    re.IGNORECASE,
)
"""Before what a level is held against, in the level's own unit: "six days, *against a target of* four"."""
_ENDS = regex(r"\s*(?:[.,;:)!?\"'\u201d]|$|(?:by|in|on|since|at|last|this|today|now|and|but)\b)", re.IGNORECASE)


def of_that_measure(place: Place, quantity: Quantity, words: tuple[str, str, str]) -> tuple[Quantity, str, str, str]:
    """A bare number with its WORDS (what it counts, what stands before and after), in the unit of the number before.

    Of that number it is a part ("£20m, of which £9m was lent"), or goes on from it ("cut from nine days *to five*").
    """
    counted, before, after = words
    previous = place.previous
    if previous is None or not (measured(previous.quantity) or previous.quantity.kind == "rate"):
        return quantity, counted, before, after
    unit = replace(quantity, kind=previous.quantity.kind, unit=previous.quantity.unit)
    if previous.quantity.kind == "rate" and place.tie is not None and quantity.kind == "count":
        return unit, counted, before, after
    if previous.quantity.kind == "rate":
        return quantity, counted, before, after
    if OF_WHICH.search(place.text[place.floor : quantity.span.start]):
        quantity, counted, before, after = unit, previous.counted, previous.before, per(previous.after, after)
    return unit if _goes_on(place, quantity, before) else quantity, counted, before, after


def _goes_on(place: Place, quantity: Quantity, before: str) -> bool:
    """Whether a bare count is told of what the number before it measures."""
    previous = place.previous
    if previous is None or quantity.kind != "count":
        return False
    if previous.quantity.kind == "money" or _ENDS.match(place.text, quantity.span.end) is None:
        return False
    moved = place.tie is not None and place.tie.role != Role.OTHER
    said, again = previous.before.split()[-1:], before.split()[-1:]
    likewise = bool(said) and said == again and said[0].isalpha() and place.tie is None
    told = place.text[place.sentence.start : quantity.span.start].rstrip()
    return moved or likewise or _STANDARD.search(told) is not None


_RATE = regex(
    r"^(?:(?:an?|per|each|every) (?:hour|day|week|month|quarter|year)\b"
    r"(?! (?:before|earlier|ago|previously|later|on)\b)"
    r"|(?:per|for every|in every|to every|for each) \d[\d,]* (?:[a-z-]+ ){0,2}?[a-z-]+?s?"
    r"(?= (?:in|at|by|over|during|last|this|the)\b|$))",
    re.IGNORECASE,
)


def per(before: str, after: str) -> str:
    """AFTER with the rate that the number before was told by ("£74 *a week*, compared with £71 a year before").

    So too of a count: "3.1 falls *per 1,000 nights*, against 3.4 in 2012".
    """
    rate = _RATE.match(before)
    return after if rate is None or _RATE.match(after) else f"{rate.group()} {after}".strip()


_ON_THINGS = regex(
    r"(?:(?:on|for|to|from|by|with|without|under|about|over|against|involving)\s+[a-z]"
    r"|(?:in|at|across|within|off|outside|among)\s+[A-Za-z])"
    r"(?!(?:[\w'\u2019-]+\s+){0,4}?[\w'\u2019-]*(?:day|week|month|quarter|year|decade|period|time|total|all)s?\b)"
)
_PUT_DOWN = regex(r"(?:(?:recorded|reported|registered|counted|logged|seen)\b)?\s*", re.IGNORECASE)
"""What says no more of a number than that there were so many."""


def carried_on(before: str, after: str) -> str:
    """What was said of the number before, where AFTER names nothing of the kind ("£2m *on roads*, against £3m").

    So too of where they were: "40 fires *in barns*, 3 per cent fewer than the 50 recorded a year earlier".
    """
    said = _timeless(before)
    on = _ON_THINGS.match(before)
    if said or on is None:
        return said
    dated, own = _times(before), _times(after)
    rest = _PUT_DOWN.sub("", after[: own[0].span.start] if own else after, count=1).strip()
    return before[: dated[0].span.start if dated else len(before)].strip() if not rest else ""


def _times(words: str) -> list[PeriodMention]:
    """The times in the WORDS of one number, those told from another time included."""
    return times(words, None, Span(0, len(words)), [])


def _timeless(after: str) -> str:
    """What was said of the number before, up to when ("arrived on time" of "arrived on time in March")."""
    if not opens_predicate(after) and not after.startswith("to "):
        return ""
    dated = periods(after, None)
    return after[: dated[0].span.start].strip() if dated else after


_MEANS_TO = regex(
    r"\b(?:and|but)\s+(?:plans|expects|hopes|intends|aims|proposes|wants|is due|is expected|is to)\s+"
    r"(?:to\s+)?(?P<verb>[a-z]+)\s+$"
)
_ON_WHAT = regex(r"(?:on|for|to|in|at|from)\s+(?!(?:the\s+)?(?:year|month|[12]\d{3}))")


def same_object(place: Place, quantity: Quantity, after: str) -> str:
    """AFTER with what the number before was for: "paid £2m *for buoys* in May and hopes to pay £7m in June"."""
    previous = place.previous
    again = _MEANS_TO.search(place.text, place.floor, quantity.span.start)
    if previous is None or again is None or previous.quantity.unit != quantity.unit:
        return after
    if again["verb"][:3] not in previous.before.lower():
        return after
    dated = periods(previous.after, None)
    told = previous.after[: dated[0].span.start].strip() if dated else previous.after
    own = after[: found[0].span.start].strip() if (found := periods(after, None)) else after
    return f"{told} {after}".strip() if _ON_WHAT.match(told) and not own else after
