"""So much each year is not what it comes to in all: "£8 million a year over five years" is worked out, or not said."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.query import Wanted
from corpus.extract.numbers import quantities
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["EACH_TIME", "asked_over", "each_of", "only_each_time", "told_over"]

_TIME = r"(?P<unit>day|week|month|quarter|year)"
_EACH = regex(
    r"(?:\s+(?!(?:within|in|for|after|over|under|than|about|before|once|twice|half|of|by|from|until|since|during|at|and)\b)"
    rf"[\w'\u2019-]+){{0,3}}?\s+(?:(?:an?|per|each|every)\s+{_TIME}\b(?!\s+(?:of|ago|later|earlier|before|after|old|long)\b)|(?P<ly>annually|yearly|monthly|weekly|daily)\b)",
    re.IGNORECASE,
)
"""Right behind a number that is so much each time."""
_SO_MANY = r"(?P<n>[a-z-]+|\d+)[ -](?P<of>day|week|month|quarter|year)s?\b"
_OVER = regex(
    rf",?\s*(?:over|for|during|across|throughout)\s+(?:the\s+)?(?:next\s+|last\s+|past\s+|coming\s+|following\s+)?{_SO_MANY}",
    re.IGNORECASE,
)
"""Right behind that: over how long it is so much each time."""
_CUT_SHORT = regex(r"\b(?:but|until|though|although|unless|before|stopped|ended|cut|scrapped)\b", re.IGNORECASE)
"""After that: it may not have gone on so long."""
_ASKED_OVER = regex(
    rf"\b(?:over|for|in|during|across|throughout)\s+(?:all\s+)?(?:the|those|these|its|their)\s+(?:whole\s+|full\s+)?{_SO_MANY}",
    re.IGNORECASE,
)
_ALL = regex(
    r"\b(?:in total|in all|altogether|all told|in sum|(?:the|a) total"
    r"|total (?:cost|sum|amount|bill|number|value|spend\w*)"
    r"|(?:over|for) the (?:whole|full|entire)(?: \w+)?)\b",
    re.IGNORECASE,
)
_ASKS_EACH = regex(
    r"\b(?:an?|per|each|every) (?:day|week|month|quarter|year)\b|\b(?:annual|year|month|week|dai)ly?\b", re.IGNORECASE
)
EACH_TIME = "what it comes to in all, where only so much each time is told"
_LY = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}


def only_each_time(wanted: Wanted, figure: Figure, sentence: str) -> list[str]:
    """That it is asked for in all, or over several years, where SENTENCE gives FIGURE as so much for each."""
    if _ASKS_EACH.search(wanted.words) or each_of(figure, sentence) is None:
        return []
    return [EACH_TIME] if _ALL.search(wanted.words) or asked_over(wanted.words) is not None else []


def each_of(figure: Figure, sentence: str) -> re.Match[str] | None:
    """The words of SENTENCE that say of FIGURE that it is so much each year, month or day."""
    return _EACH.match(sentence, figure.span.end - figure.context.start)


def told_over(each: re.Match[str]) -> tuple[Decimal, str] | None:
    """Over how many of its unit of time it was so much EACH time, and those words; None where that is not told."""
    unit = (each["unit"] or _LY[each["ly"].lower()]).lower()
    over = _OVER.match(each.string, each.end())
    many = _many(over) if over is not None and over["of"].lower() == unit else None
    if over is not None and _CUT_SHORT.search(each.string, over.end()) is not None:
        return None
    return None if over is None or many is None or many <= 1 else (many, over.group())


def asked_over(words: str) -> Decimal | None:
    """Over how many years, months or days WORDS ask what it came to; None where they name no such length."""
    match = _ASKED_OVER.search(words)
    return _many(match) if match is not None else None


def _many(length: re.Match[str]) -> Decimal | None:
    found = quantities(f"{length['n']} {length['of']}s")
    return next((q.value for q in found if q.value is not None), None)
