"""Two questions in one breath: "How much did the ferry cost and how late was it?", answered one after the other."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answer import Answer, Status
from corpus.extract.phrase import noun_phrase
from corpus.patterns import regex

__all__ = ["both", "halves"]

_ASKS = r"(?:how (?:many|much|long|late|far|often|old|big|large)|when|who|where|why|what|which)"
_TWO = regex(
    rf"^(?P<first>{_ASKS}\b[^?]{{8,}}?)(?:,|\?)? and (?:(?:so|also|then) )?(?P<second>{_ASKS}\b.{{6,}})$", re.I
)
_BARE = regex(
    rf"^(?P<first>{_ASKS}\b[^?]{{8,}}?)(?:,|\?)? and (?P<second>why|when|where|by whom|who by)\W*$", re.IGNORECASE
)
"""A second question that takes all its words from the first: "How many were turned away, *and why*"."""
_IT = regex(r"\b(?:it|they|them)\b", re.IGNORECASE)
_AUXILIARY = regex(
    r"\b(?:did|does|do|was|were|is|are|has|have|had|will)\s+(?=(?:the|an?|this|these|its|their)\s)", re.I
)
_TOLD = (Status.ANSWERED, Status.COMPUTED)


def halves(question: str) -> tuple[str, str] | None:
    """The two questions that QUESTION asks, the second with what "it" stands for; None where it asks but one."""
    match = _TWO.match(" ".join(question.split()))
    if match is None:
        return _with_bare(_BARE.match(" ".join(question.split())))
    first, second = match["first"], match["second"]
    about = _subject(first)
    if _IT.search(second) and not about:
        return None
    return first, _IT.sub(lambda _: about, second, count=1) if about else second


def _with_bare(match: re.Match[str] | None) -> tuple[str, str] | None:
    """The two questions of a first and a bare second one: "How many were turned away" and "Why were turned away"."""
    if match is None or (counted := _COUNTED.match(match["first"])) is None:
        return None
    return match["first"], f"{match['second']} {counted['rest']}"


_COUNTED = regex(r"how (?:many|much)(?: of)? (?P<rest>.+)$|(?:who|what|which)\s(?P<_>.+)$", re.IGNORECASE)


def _subject(question: str) -> str:
    """What a question is about: the noun phrase after its auxiliary ("How much did *the ferry* cost")."""
    opened = _AUXILIARY.search(question)
    if opened is None:
        return ""
    phrase = noun_phrase(question, opened.end(), len(question))
    return (phrase.whole or phrase.span).of(question).strip()


def both(missed: Answer, first: Answer, second: Answer) -> Answer | None:
    """FIRST and SECOND as one answer to the question that MISSED one; None unless each is answered."""
    if first.status not in _TOLD or second.status not in _TOLD or (first.derivation and second.derivation):
        return None
    after = _shifted(second, max((c.n for c in first.citations), default=0))
    worked = Status.COMPUTED if first.derivation or after.derivation else Status.ANSWERED
    return replace(
        first,
        question=missed.question,
        status=worked,
        text=f"{first.text} {after.text}",
        headline="; ".join(h for h in (first.headline, after.headline) if h),
        figures=(*first.figures, *after.figures),
        derivation=first.derivation or after.derivation,
        citations=(*first.citations, *after.citations),
        interpretation=f"{first.interpretation} Then: {after.interpretation}",
        conditions=missed.conditions,
        caveats=tuple(dict.fromkeys((*first.caveats, *after.caveats))),
        supersedes=(*first.supersedes, *after.supersedes),
        conflicts=(*first.conflicts, *after.conflicts),
        history=first.history,
        resolved_question=missed.resolved_question,
    )


def _shifted(answer: Answer, by: int) -> Answer:
    """ANSWER with its footnotes numbered on from BY."""
    derivation = answer.derivation
    if derivation is not None:
        operands = tuple(replace(o, citation=o.citation + by) for o in derivation.operands)
        derivation = replace(derivation, operands=operands)
    return replace(
        answer,
        text=re.sub(r"\[(\d+)\]", lambda m: f"[{int(m[1]) + by}]", answer.text),
        figures=tuple(replace(f, citations=tuple(n + by for n in f.citations)) for f in answer.figures),
        derivation=derivation,
        citations=tuple(replace(c, n=c.n + by) for c in answer.citations),
        supersedes=tuple(replace(s, citation=s.citation + by) for s in answer.supersedes),
        conflicts=tuple(replace(c, citation=c.citation + by) for c in answer.conflicts),
    )
