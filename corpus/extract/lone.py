"""What a number that stands alone counts: the subject of its clause, as in "*deaths at sea* rose to 40"."""

from __future__ import annotations

import re

from corpus.extract.asides import brings_to
from corpus.extract.phrase import noun_phrase
from corpus.lexicon.grammar import words
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["bare_subject", "ranks", "subject"]

_RANKED = regex(
    r"\b(?:highest|lowest|largest|smallest|biggest|greatest|most|least|fewest|commonest|worst|best|hardest|heaviest)\b",
    re.IGNORECASE,
)
_SUPERLATIVE = regex(r"^(?:the\s+)?(?:most|fewest)\s+", re.IGNORECASE)
_THE_TOTAL = regex(
    r"(?P<it>(?:the|that|this)\s+(?:total|figure|number|count))\b(?=\s+(?:for|in|at|on|over|during|as at)\b)"
    r"|(?:[\w-]+\s+(?:years?|months?|weeks?|days?)\s+(?:earlier|before|previously|later)|the\s+year\s+before),?"
    r"\s+(?P<then>the\s+(?:total|figure|number|count))\b(?=\s+(?:was|had been|stood)\b)",
    re.IGNORECASE,
)
"""What only points at a number told elsewhere: "*the total* for March was given as 40"."""
_HAD_MOST = regex(
    rf"\b(?:had|has|have|recorded|saw|reported)\s+the\s+{_RANKED.pattern}(?:\s+(?:at|with))?$", re.IGNORECASE
)
"""A ranking that leaves out what is ranked: "Goole *had the lowest*, at 96"."""
_NAME_HAD = regex(r"[A-Z][\w'\u2019-]*(?:\s+[A-Z][\w'\u2019-]*){0,3}\s+(?:had|has)(?:\s+(?:just|only))?")
"""A name alone that had so many of what was counted before: "*Hull had* 31"."""
_ONLY_RANKED = regex(rf"the\s+{_RANKED.pattern}", re.IGNORECASE)


def ranks(lead: str) -> bool:
    """Whether a clause ranks what it is about, so that a number beside it is its level ("had the highest, at 40")."""
    return _RANKED.search(lead) is not None


def subject(before: str) -> tuple[str, str]:
    """The subject of a number that stands alone, and the words before it less the tie ("rose to")."""
    if (told := _THE_TOTAL.match(before)) is not None:
        return (told["it"] or told["then"]).lower(), before
    if (brought := brings_to(before)) is not None:
        return brought, before
    counted = bare_subject(before)
    bare = counted.lower() in (*words("pronouns"), *_BARE) or _ONLY_RANKED.fullmatch(counted)
    bare = bare or _HAD_MOST.search(before) or _NAME_HAD.fullmatch(before)
    if bare or not _countable(counted):
        return "", before
    return counted, before


def bare_subject(before: str) -> str:
    """The noun phrase that BEFORE opens with, less "the number of"."""
    body = _CHANGED.sub("", _SET_AGAINST.sub("", _OPENING_TIME.sub("", _OVER.sub("", before))))
    put = _PUT.search(body)
    if put is not None:
        body = body[put.end() :]
    light = re.match(rf"(?:the\s+|a\s+|total\s+|overall\s+|{_RANKED.pattern}\s+)*([a-z]+)\s+of\s+", body, re.IGNORECASE)
    body = body[light.end() :] if light and light.group(1).lower() in words("light") else body
    body = _SUPERLATIVE.sub("", body) if put is not None else body
    phrase = noun_phrase(body, 0, len(body))
    span = phrase.whole or phrase.span
    found = re.sub(
        r"\s+[a-z]+ly$|\s+(?:takes?|lasts?)$|\s+of\s+(?:any|all)\b.*$", "", body[span.start : span.end].strip()
    )
    return found.rpartition(" ")[0] if found == body.strip() and _ENDS_IN_VERB.search(found) else found


_BARE = ("a further", "another", "the remaining", "the other", "the others", "some", "all")
"""What may stand before a number that leaves out what it counts: "*the remaining* 18 were not met"."""
_SET_AGAINST = regex(
    r"^(?:(?:an?|one|two|three|four|five|six|ten|twelve|\d{1,2})\s+(?:day|week|month|quarter|year|decade)s?"
    r"\s+(?:earlier|before|previously|ago|later|on)|the\s+(?:previous|preceding)\s+(?:day|week|month|quarter|year))[\s,]+",
    re.IGNORECASE,
)
"""A time that opens a clause: "*twelve months earlier* the number was"."""
_OPENING_TIME = regex(
    r"^(?:the\s+)?(?:first|last|final|next|past|previous|same|whole|rest|course|end|start)(?:\s+[\w-]+){0,2}?"
    r"(?:\s+(?:day|week|month|quarter|half|year|season)s?)?"
    r"(?:\s+(?:of\s+)?(?:this|that|last|the)\s+(?:[a-z]+\s+)?(?:week|month|quarter|year|season))?[\s,]+"
    r"(?=(?:the|an?|its|their|our|his|her)\s+[a-z]+\s)",
    re.IGNORECASE,
)
"""A time that opens a clause, less its number: "(in) *the first (four) weeks of this year* the average toll was"."""
_OVER = regex(
    r"^(?:(?:between|from)\s+(?:[A-Z]\w+\s+)?[\d/\u2013-]{4,9}\s+(?:and|to)\s+(?:[A-Z]\w+\s+)?[\d/\u2013-]{4,9}"
    r"|(?:in|during|since|by)\s+(?:[A-Z]\w+\s+)?[\d/\u2013-]{4,9})[\s,]+(?=(?:the|an?|its|their|our|his|her)\s+[a-z]+\s)",
    re.IGNORECASE,
)
"""Years that open a clause with no comma: "*between 2005 and 2009* the number of beds fell to"."""
_PUT = regex(
    r"\b(?:had|has|have|with|having|record(?:ed|s|ing)|saw|seeing|report(?:ed|s|ing)|dealt with)\s+"
    r"(?=(?:the\s+)?(?:(?:second\s+|next\s+)?(?:highest|lowest|largest|smallest|biggest|greatest)\s+"
    r"(?:number|total|count|proportion|share|rate)s?\s+of\s|(?:most|fewest)\s+[a-z]+s\b))"
    r"|\b(?:put|puts|putting|set|sets|gave|give|gives|estimate[ds]?|recorded|records|report(?:ed|s)?|show(?:s|ed|ing)?)\s+"
    r"(?=(?:the|its|their|a)\s+(?:\w+\s+)?(?:number|total|count|figure|cost|bill|value|proportion|share)"
    r"(?:\s+of\s|\s+(?:as|at)$))",
    re.IGNORECASE,
)
"""Who gives a number, before what it is the number of: "the bulletin *put* the number of people killed at"."""
_CHANGED = regex(
    r"^(?:the|an?|this|that|its|their)\s+(?:\w+\s+)?(?:rise|fall|increase|decrease|drop|reduction|growth|decline|jump)"
    r"\s+(?:in|of)\s+",
    re.IGNORECASE,
)
_ENDS_IN_VERB = regex(r"\b(?:the|an?|each|every)\s+(?:\w+\s+)*\w+[^s\s]\s+[a-z]{3,}[^s\s]s$", re.IGNORECASE)
"""A singular subject with a verb in the present, right before the number ("a place costs")."""


def _countable(counted: str) -> bool:
    """Whether words name a thing that may be counted: not a place alone ("in Wales, 15 did"), nor a time."""
    found = lexicon().ids(counted)
    if not found or _TIME.fullmatch(counted):
        return False
    return any(lexicon().kind(i) not in ("place", "nationality") for i in found)


_TIME = regex(
    r"(?:an?|the|one|this|last)\s+(?:[a-z]+\s+)?(?:day|week|month|quarter|year)s?(?:\s+\w+)?"
    r"|the\s+(?:whole|rest|course|end|start|beginning|middle)\s+of\s+(?:the|this|that|last)\s+(?:[a-z]+\s+)?"
    r"(?:day|week|month|quarter|year|season|session|decade|winter|spring|summer|autumn)"
    r"|(?:the|that|this|last)\s+(?:(?:previous|preceding|same|last|whole)\s+)*(?:season|session|decade|winter|spring|summer|autumn)",
    re.IGNORECASE,
)
