"""What leads in to a question: who spoke, or those it counts: "40 boats set out. How many of those sank?".

Asked by itself the question would be of any boats that sank, so that it is read as of the 40 alone.
"""

from __future__ import annotations

import re
from decimal import Decimal

from corpus.extract.numbers import quantities
from corpus.extract.offices import head
from corpus.extract.phrase import noun_phrase
from corpus.patterns import regex

__all__ = ["by_them", "of_the_same", "of_those"]

_LED_IN = regex(
    r"^(?P<lead>[^?]*\w[^?]*?)[.;:!\u2013\u2014-]+\s+(?P<ask>(?:(?:and|so|but) )?how many)"
    r"(?P<of> of (?:those|these|them|that number|the(?:se|m)? lot)(?: (?:people|persons|cases|ones))?)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_OF_THE = regex(r"\s*(?:(?:out )?of (?:the|those|these|all|its|his|her|their) )?", re.IGNORECASE)


def of_those(text: str) -> str:
    """TEXT as one question of those whom its lead-in counts by one number; TEXT itself where it has no such lead-in."""
    match = _LED_IN.match(text)
    counted = _counted(match["lead"]) if match is not None else None
    if match is None or counted is None:
        return text
    return f"{match['ask']} of the {counted[0]:,f} {counted[1]}{match['rest']}"


def _counted(lead: str) -> tuple[Decimal, str] | None:
    """The one number that LEAD gives and what it counts; None where it gives none or several."""
    counts = [q for q in quantities(lead) if q.kind == "count" and q.value is not None]
    if len(counts) != 1 or counts[0].value is None:
        return None
    start = _OF_THE.match(lead, counts[0].span.end)
    assert start is not None
    return counts[0].value, noun_phrase(lead, start.end(), len(lead)).span.of(lead)


_ANOTHER = regex(
    r"^(?P<lead>[^?]*\w[^?]*?)[.;:!\u2013\u2014-]+\s+"
    r"(?P<ask>(?:(?:and|so|but) )?(?:what|which) (?:number|figure|total|count))"
    r"(?P<rest> (?:did|had|has|have|was|were)\b[^?]*"
    r"\b(?:given?|gave|told|tell|quoted?|put|sa(?:y|id)|announced?|sent|shown|used?)"
    r"\b.*)$",
    re.IGNORECASE,
)


def of_the_same(text: str) -> str:
    """TEXT as one question of what its lead-in counts: "It said 40 boats had sunk. What number did she give?".

    The number asked for is another than that of the lead-in, and of the same things.
    """
    match = _ANOTHER.match(text)
    counted = _counted(match["lead"]) if match is not None else None
    if match is None or counted is None or not counted[1].strip():
        return text
    return f"{match['ask']} of {counted[1].strip()}{match['rest']}"


_SPOKE = regex(
    r"^(?:the )?(?P<who>(?!(?:on|in|of|by|at|as|for|from|with|among|how|what|which|who|did|was|were|is|are)\b)"
    r"[\w.'\u2019]+(?: [\w.'\u2019]+){0,4}?)(?:,? (?P<when>(?:on|in) (?:[\w]+ ){1,2}[12]\d{3}))?"
    r"\s*(?:\s[-\u2013\u2014]+|[,:;\u2013\u2014])\s*(?P<ask>(?:and |so )?(?:in )?how (?:many|much)\b.*?)"
    r" did (?P<it>he|she|they|it) (?P<say>say|tell \w+|report|give|claim|count|announce|admit|put)\b(?P<rest>.*?)\W*$",
    re.IGNORECASE,
)
"""Who spoke, and when, before it is asked what they said: "*the clerk on 3 May 2010*: how many did he say sank?"."""


def by_them(text: str) -> str:
    """TEXT with whoever it opens with in place of the "he" or "they" who said it; TEXT itself where it has none."""
    match = _SPOKE.match(text)
    if match is None or (match["it"].lower() == "they" and not head(match["who"])):
        return text  # things are spoken of, and do not speak
    who = " ".join(word[:1].upper() + word[1:] for word in match["who"].split())
    when = f" {match['when']}" if match["when"] else ""
    return f"{match['ask']} did {who} {match['say']}{match['rest']}{when}?"
