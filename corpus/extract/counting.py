"""What a number counts, and which numbers are only conditions of another ("waited for *more than four hours*")."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from corpus.extract.phrase import Phrase, tokens
from corpus.extract.quantity import Quantity
from corpus.lexicon.grammar import words
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["conditions", "counted_in", "counted_times", "counts_nothing", "is_anaphor", "no_figure", "whole_of"]

_WHOLE_OF = regex(
    r"\s+(?:out\s+)?of\s+(?:the|these|those|its|their|his|her|our|my|your|all|all\s+the|an?\s+[a-z]+ed"
    r"|(?:[\w-]+\s+){0,4}?[\w-]+(?:['\u2019]s|s['\u2019]))?\s*",
    re.IGNORECASE,
)
_A_TIME = regex(r"\s+(?:an?|per|each|every)\s+(?:day|week|month|quarter|year|night|hour)\b", re.IGNORECASE)
_CLAUSE = regex(r"[;:.,()]\s|\s(?:and|but|while|which|or)\s", re.IGNORECASE)
_AT = regex(r"\s(?:for|within|after|under|over|aged|least|than|of|in|were|are|was|is|waited|waiting|lasting)\s+$", re.I)


def whole_of(text: str, part: Quantity, whole: Quantity) -> bool:
    """ "Nine of the 15 projects": the second number says only what the first is part of."""
    return _WHOLE_OF.fullmatch(text, part.span.end, whole.span.start) is not None


def counted_in(text: str, phrase: Phrase) -> str:
    """The words of a noun phrase where they name a thing counted, or point back at one."""
    span = phrase.whole or phrase.span
    counted = " ".join(text[span.start : span.end].split())
    return counted if lexicon().ids(counted) or is_anaphor(counted) else ""


def is_anaphor(counted: str) -> bool:
    """Whether words only point back at what was counted before."""
    return counted.lower() in words("anaphors") or counted.lower() in words("pronouns")


def counts_nothing(text: str, start: int, limit: int) -> bool:
    """Whether a verb or a rate follows the number at once, so that what it counts stands elsewhere or nowhere."""
    if _A_TIME.match(text, start, limit):
        return True
    found = tokens(text, start, limit)[:2]
    if not found:
        return False
    word = found[0].of(text).lower()
    after = found[1].of(text).lower() if len(found) > 1 else ""
    if word in words("participles") or word in words("finite") or _ANOTHER_NOUN.match(text, start, limit):
        return True
    if word in words("intransitive") and after in words("prepositions"):
        return True
    if not (word in words("past") or (word.endswith("ed") and len(word) > 4)):
        return False
    step = _STEP_AFTER.match(text, found[0].end, limit)
    return not after[:1].isalpha() or step is not None or any(after in words(n) for n in _AFTER_VERB)


_ANOTHER_NOUN = regex(
    r"\s+(?:the|an?|his|her|its|their|our|my|this|no)\s+(?:[\w'\u2019-]+\s+){1,4}?"
    r"(?:had|has|have|was|were|is|are|did|could|would|[a-z]{3,}ed)\b|\s+(?:nobody|nothing)\s+[a-z]",
    re.IGNORECASE,
)
"""After a number that leaves its noun out: "In eight *the pilot* was ashore"."""
_STEP_AFTER = regex(r"\s+(?:[a-z]+|\d{1,2})\s+(?:day|week|month|year|decade)s?\s+(?:earlier|before|ago|previously)\b")
"""A time after a verb: "the 77 launched *two decades earlier*"."""
_DENIED = regex(
    r"\b(?:not|rather than|instead of|never)\s+(?:the\s+)?$"
    r"|(?:\bnot|n['\u2019]t|\bnever)\s+(?:been\s+|be\s+)?(?:set|fixed|put|capped|pegged|kept|held)\s+at\s+$",
    re.IGNORECASE,
)
"""Before a number that is denied: "not 1,019", "the toll is *not set at* £3"."""
_ALL_BUT = regex(r"\b(?:all|every\w*|any\w*) (?:but|except|bar|save)(?: for)?\s+$", re.IGNORECASE)
"""Before those that are left out: "all but *three* of the 43"."""
_LEADING = regex(r"\b(?:record|report|hav|see)ing\s+(?:the\s+)?$|\bthe\s+$", re.IGNORECASE)
"""Before a "most" that ranks, and is no part of a whole: "the forces recording *most* cases"."""
_LEFT_OUT = regex(r"\b(?:exclud\w+|omit\w*|ignor\w+|do(?:es)? not cover|leave?s? out)\s+$", re.IGNORECASE)
_LED_BY = regex(r"\s+[a-z]+s\s+(?:was|were|is|are)\s+(?:in\s+|at\s+)?(?:the\s+)?[A-Z]")
"""After a "most" that ranks: "the quay with *most* thefts was Rye"."""
_EVERY = regex(r"\b(?:every|each)\s+$", re.IGNORECASE)
_HOW_MANY = regex(r"\bhow many\b[^.;:?]*$", re.IGNORECASE)
_FIRST = regex(r"\b(?:first|last|final|next)\s+$", re.IGNORECASE)
_OF_A_YEAR = regex(r"\s+of\s+(?:this|that|last|the|[12]\d{3})\b", re.IGNORECASE)
"""After a length that only says when: "in the first *five weeks* of the year"."""
_OF_AGE = regex(
    r"\b(?:boy|girl|man|woman|child|lad|youth|teenager|pensioner|widow|widower|son|daughter|student|pupil)\s+of\s+$",
    re.IGNORECASE,
)
"""Before somebody's age: "a boy *of 12* and two men"."""
_PARENT = regex(r"\w-of-$", re.IGNORECASE)
_OWNER = regex(r"\s+\w+['\u2019]s\s", re.IGNORECASE)


_THAN = regex(r"\s+(?:as|more|the|higher|lower|less|greater|that|what|an?|over|his|her|its|their|faster|likely)\b")


def counted_times(text: str, quantity: Quantity) -> Quantity:
    """ "Cancelled 300 times" counts; "three times the average" and "twice as many" multiply."""
    if quantity.kind != "multiplier" or not quantity.span.of(text).endswith("times"):
        return quantity
    return quantity if _THAN.match(text, quantity.span.end) else replace(quantity, kind="count", unit="times")


def no_figure(text: str, quantity: Quantity) -> bool:
    """Whether a number is no figure of the sentence: "*not 1,019*", "every *six months*", "*one* operator's return".

    Nor is the number of a name for somebody ("mother-of-*three*").
    """
    before = text[max(0, quantity.span.start - 24) : quantity.span.start]
    if (
        (quantity.kind == "count" and _OF_AGE.search(text, max(0, quantity.span.start - 16), quantity.span.start))
        or _ALL_BUT.search(before)
        or _DENIED.search(before)
        or _PARENT.search(before)
        or (quantity.kind == "duration" and _EVERY.search(before))
    ):
        return True
    if quantity.kind == "duration" and _FIRST.search(before) and _OF_A_YEAR.match(text, quantity.span.end):
        return True
    if quantity.kind == "age" and _HOW_MANY.search(text, max(0, quantity.span.start - 60), quantity.span.start):
        return True
    said = quantity.span.of(text).lower()
    if quantity.kind == "count" and said == "more than one":
        return True  # it only tells of another number ("340 homes had more than one fault")
    if quantity.kind == "count" and said == "at least one" and _COUNTED_BEFORE.search(before_all(text, quantity)):
        return True
    if quantity.kind == "in_words" and _LEFT_OUT.search(before):
        return True
    leads = _LEADING.search(before) and not text.startswith(" of ", quantity.span.end)
    if said == "most" and (leads or _LED_BY.match(text, quantity.span.end)):
        return True
    if said == "none" and _WHO_NONE.search(text, max(0, quantity.span.start - 60), quantity.span.start):
        return True  # it only tells of those counted before it ("31 that came back with no catch")
    one = said == "one"
    return one and _OWNER.match(text, quantity.span.end) is not None


_COUNTED_BEFORE = regex(
    r"\d[\d,]*\s+(?:of\s+)?[^.;:\d]*\b(?:had|have|has|found|with|showed?|made|got|received|reported|failed)\s+$"
)
"""Those of whom "at least one" only says what they had: "on 40 of the boats it saw *at least one* rope fray"."""


def before_all(text: str, quantity: Quantity) -> str:
    """The words of a number's line before it, as far back as it may tell of another number."""
    return text[max(0, quantity.span.start - 90) : quantity.span.start]


_WHO_NONE = regex(r"\b(?:who|that|which)\b[^,.;:]*\s$", re.IGNORECASE)
_AFTER_VERB = ("determiners", "conjunctions", "auxiliaries", "pronouns", "adverbs", "away")


def conditions(text: str, found: list[Quantity]) -> list[Quantity]:
    """Lengths of time and ages in the predicate of a count or a share, which they only narrow."""
    out = []
    for before, quantity in pairwise(found):
        main = before if before not in out else None
        between = text[before.span.end : quantity.span.start]
        said = text[quantity.span.start : quantity.span.end]
        timed = quantity.kind in ("duration", "age") and main is not None
        narrows = timed and ("-" in said or said.lower().startswith(("aged ", "over ")) or _AT.search(" " + between))
        counts = before.kind in ("count", "percentage", "in_words", "fraction")
        again = text[: before.span.start].endswith(", or ")
        if narrows and counts and not _CLAUSE.search(between.removeprefix(",") if again else between):
            out.append(quantity)
    return out
