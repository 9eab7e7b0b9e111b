"""Whether a sentence gives the reason for what is asked: its words for a cause, and whether it is of that deed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.explained import cause_in
from bot.heard import Line, akin, bears, ids_of
from bot.question import Query
from corpus.extract.sense import DENIED, Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = [
    "deeds_asked",
    "gives_reason",
    "of_another_deed",
    "of_that",
    "plainly_why",
    "points_back",
    "told_of_another",
    "weight_of_reason",
]


def weight_of_reason(query: Query, line: Line) -> float:
    """How plainly LINE gives a reason; nought where it gives none."""
    text = line.text
    if _THE_CAUSE.search(text):
        return 0.9
    return 0.7 if plainly_why(query, line) else 0.15 if cause_in(text) else 0.0


def plainly_why(query: Query, line: Line) -> bool:
    """Whether LINE says in so many words why something was so."""
    text = line.text
    named = _THE_CAUSE.search(text) or _SINCE.search(text)
    return bool(named) or cause_in(text, "strong_causes") or _stood_against(query, text)


def gives_reason(query: Query, line: Line) -> bool:
    """Whether LINE gives any reason."""
    return weight_of_reason(query, line) > 0.0


_THE_CAUSE = regex(
    r"\b(?:causes?|reasons?|explanations?)\b[^.;:,]{0,60}?\b(?:was|were|is|are|lay|lies|appears?|appeared)\b",
    re.IGNORECASE,
)
"""The sentence that names the cause as such: "the principal *cause* of the delays *was* …"."""


_SINCE = regex(
    r"\b(?:dismissed|sacked|fined|suspended|prosecuted|jailed|convicted|disciplined|reprimanded|expelled|banned|charged"
    r"|criticised|censured|struck off|removed)\b[^,;.]{0,40}?\bfor\s+(?!the\s+first\b|life\b|a\s+\w+\b|\d)[a-z]+ing\b|"
    r",\s+since\s+(?:they|it|we|he|she|there|no|its|their|our|these|those|many|most|some|each|every"
    r"|the\s+(?!start|end|beginning|year|month|week|spring|summer|autumn|winter|war|election|turn|early|late)[a-z])",
    re.IGNORECASE,
)
"""A "since" or a "for" that says why: "not published, *since the samples are too small*", "fined *for speeding*"."""


_WOULD_HAVE = regex(
    r"\bwould (?:only |also |simply |probably |likely )?(?:have )?(?:taken?|cost|meant?"
    r"|delay(?:ed)?|add(?:ed)?|required?|need(?:ed)?|caused?|le[ad]d?"
    r"|slow(?:ed)?|put|held? up|been (?:too|more|so|a|an|un\w+|dangerous|slow|dear|costly|illegal|unlawful)"
    r"|be (?:too|more|so|un\w+|dangerous|slow|dear|costly)|disrupt(?:ed)?|break|broken|breach(?:ed)?"
    r"|risk(?:ed)?|harm(?:ed)?)\b",
    re.IGNORECASE,
)
"""What a thing that was left undone would have led to: "a survey *would have cost* £2 million"."""


def _stood_against(query: Query, text: str) -> bool:
    """Whether TEXT tells what a deed would have led to, of which it is asked why it was not done."""
    match = _WOULD_HAVE.search(text)
    undone = [s for s in query.wanted.telling if s.mark == DENIED and s.kind == "action"]
    if match is None or not undone:
        return False
    before = ids_of(text[: match.start()].rpartition(";")[2])
    return any(s.id in before or lexicon().relatives(s.id) & before for s in undone)


_THE_MATTER = regex(
    r"\b(?:the|this|that) (?:failures?|mistakes?|errors?|fiasco|blunder|lapse|affair|problems?|episode|scandal"
    r"|fault)\b",
    re.IGNORECASE,
)
"""What takes up again what a text is about, so that a reason for it is a reason for that."""
_POINTS_BACK = regex(rf"{_THE_MATTER.pattern}|^\W*(?:they|these|this|that|it)\b", re.IGNORECASE)
"""What takes up that, or what the sentence before is about."""


def of_that(query: Query, line: Line) -> bool:
    """Whether a reason is given for what is asked about: the line names some of it, or takes it up again."""
    terms = query.wanted.telling
    here, near = ids_of(line.text), ids_of(line.before)
    told = here | near | ids_of(line.setting)
    if not _THE_MATTER.search(line.text):
        deeds = deeds_asked(query)
        things = [s for s in terms if s.kind in _THINGS and s not in deeds]
        if not _any_told(deeds, told) or not _any_told(things, told) or of_another_deed(query, line.text):
            return False
    own = any(_told(s, here) for s in terms)
    return own or all(bears(s, near) for s in terms) or (points_back(line.text) and bool(terms))


_THINGS = ("word", "concept", "unit", "action")
"""Kinds of term that may be things; whom it befell may be told by name or office."""


def deeds_asked(query: Query) -> list[Sense]:
    """The deeds of which it is asked why they were done or left undone: the verbs, where any stands in the past.

    Beside a verb a noun is no deed ("why were *complaints* lost").
    """
    deeds = [s for s in query.wanted.telling if _deed(s)]
    return [s for s in deeds if _PAST.fullmatch(s.words)] or deeds


def _deed(term: Sense) -> bool:
    return term.kind == "action" or (term.kind == "word" and _PAST.fullmatch(term.words) is not None)


_PAST = regex(r"[a-z]+(?:ed|en|aid|old|ought|aught|elt|ept|ost|ung|unk)", re.IGNORECASE)


def _told(term: Sense, ids: frozenset[str]) -> bool:
    """Whether IDS hold a term, what is akin to it, or that it was not so."""
    return akin(term, ids) or f"not-{term.id}" in ids


def _any_told(terms: Sequence[Sense], ids: frozenset[str]) -> bool:
    return not terms or any(_told(s, ids) for s in terms)


def of_another_deed(query: Query, text: str) -> bool:
    """Whether TEXT gives the reason of another deed: why trams were *moved* is not why they were *painted*."""
    match = _EFFECT.match(text)
    deeds = deeds_asked(query)
    if match is None or not deeds or _THAT_WAS.search(match["effect"]):
        return False
    effect = match["effect"]
    others = any(s.kind == "action" or _PAST.fullmatch(s.words) for s in senses(effect))
    return others and not _any_told(deeds, ids_of(effect))


_EFFECT = regex(
    r"(?P<effect>.+?),?\s+(?:(?:mainly|largely|partly|mostly|chiefly|only|simply|in part) )?"
    r"(?:because|due to|owing to|as a result of|on account of|on (?:the )?grounds? (?:that|of))\b",
    re.IGNORECASE | re.DOTALL,
)
"""What is told to have come of a cause, before the word that gives it."""
_THAT_WAS = regex(
    r"\b(?:this|that|it|which|these|so) (?:was|were|is|are|had|has|came|happened|arose|occurred|did)\b", re.IGNORECASE
)
"""What takes up a deed that was told before ("*that was* because …")."""


def points_back(text: str) -> bool:
    """Whether TEXT takes up again what the whole, or the sentence before, is about."""
    return _POINTS_BACK.search(text) is not None


def told_of_another(query: Query, line: Line, lines: Sequence[Line]) -> bool:
    """Whether LINE gives the reason of what is not asked about, of which another of LINES tells by its own name.

    It names none of what is asked about, or it is of another deed; where the record has no such word, it may do.
    """
    others = [ids_of(x.text) for x in lines if x is not line]

    def known(terms: Sequence[Sense]) -> bool:
        return any(bears(s, ids) for s in terms for ids in others)

    terms, deeds = query.wanted.telling, deeds_asked(query)
    here = ids_of(f"{line.text} {line.before} {line.setting}")
    lacks = (known(terms) and not _any_told(terms, here)) or (known(deeds) and not _any_told(deeds, here))
    if lacks and not _THE_MATTER.search(line.text):
        return True
    return known(deeds) and of_another_deed(query, line.text)
