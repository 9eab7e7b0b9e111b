"""Which of two measures is meant, where a table counts a thing day by day and has its running total beside it.

What was done *on* a day is the day's own count, what had been done *by* it the running total. Where a question says
neither, or both, either may be meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.tables.words import keys
from corpus.formats.statistics.running import twins
from corpus.patterns import regex

if TYPE_CHECKING:
    from bot.tables.label import Label

__all__ = ["as_told"]

_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAY = rf"(?:the\s+)?(?:end\b|\d|(?:{_MONTH})[a-z]*\b|then\b|that\s+(?:day|date|time|point)\b)"
_SO_FAR = regex(
    rf"\b(?:by|up\s+to|until|till|as\s+(?:at|of))\s+{_DAY}|\b(?:so\s+far|to\s+date|in\s+all|altogether|in\s+total|total"
    r"|cumulative(?:ly)?|ever|(?:had|has|have)(?:\s+there)?\s+been)\b",
    re.IGNORECASE,
)
_EACH = regex(
    rf"\b(?:daily|new|newly)\b|\b(?:on|in|during|between|from)\s+{_DAY}|\b(?:which|what|each|every|per|that|a|one|single)\s+day\b",
    re.IGNORECASE,
)
_ASKED = regex(
    r"\b(?:how\s+many|numbers?\s+of)\s+(?P<said>(?:(?!(?:were|was|are|is|did|do|does|had|has|have|been|in|on|by|for)\b)"
    r"[a-z-]+\s*){1,4})|\b(?:the\s+)?(?:most|fewest)\s+(?P<most>[a-z-]+)",
    re.IGNORECASE,
)
_PEOPLE = frozenset({"people", "persons", "individuals"})


def as_told(labels: tuple[Label, ...], question: str) -> tuple[Label, ...]:
    """Those of LABELS, which are measures, that QUESTION may mean."""
    return _things(_day_or_total(labels, question), question)


def _day_or_total(labels: tuple[Label, ...], question: str) -> tuple[Label, ...]:
    pairs = twins([label.code.words for label in labels])
    so_far, each = _SO_FAR.search(question) is not None, _EACH.search(question) is not None
    if not pairs or so_far == each:
        return labels
    away = set(pairs) if so_far else set(pairs.values())
    return tuple(label for n, label in enumerate(labels) if n not in away)


def _things(labels: tuple[Label, ...], question: str) -> tuple[Label, ...]:
    """LABELS less those that count people, where it is asked how many there were of a thing that others name as it is
    spelt: of "Repairs made" and "People repaired for", "how many *repairs*" means the first. Where people are asked
    about, less those that count such things."""
    match = _ASKED.search(question)
    said = frozenset(keys(match["said"] or match["most"])) if match is not None else frozenset[str]()
    of_people = [label for label in labels if _PEOPLE & set(label.keys)]
    if said & _PEOPLE:
        of_them = [_terms(label) for label in of_people]
        return tuple(n for n in labels if n in of_people or not any(_terms(n) and _terms(n) <= own for own in of_them))
    named = {one for one in said if one.endswith("s")}
    if not any(named & set(label.keys) for label in labels if label not in of_people):
        return labels
    return tuple(label for label in labels if label not in of_people)


def _terms(label: Label) -> frozenset[str]:
    """What must be said to name a label."""
    return frozenset(need.term for need in label.needed)
