"""What a written answer refuses beside its table: the part of what was asked that it does not hold, in its own words.

"The department does not hold the information for part (b)": what part (b) asks stands in the Member's question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.answer import Answer, Status
from bot.cite import Footnotes, long_date
from bot.query import Query
from bot.shown import framed, iso
from bot.tables.bind import Binding
from bot.tables.said import marks
from bot.tables.words import alike, features
from corpus.ledger import Ledger
from corpus.patterns import regex
from corpus.questions import WrittenQuestion
from corpus.records import Span

__all__ = ["refused_beside"]

_LETTERS = regex(
    r"\bparts?\s+(?P<all>\(?[a-h]\)?(?:(?:\s*,\s*|\s+and\s+|\s*&\s*|\s+or\s+)\(?[a-h]\)?(?![a-z]))*)", re.IGNORECASE
)
_PART = regex(
    r"\((?P<letter>[a-h])\)\s*(?P<asks>[^();?]{3,200}?)(?=,?\s*(?:and\s+|or\s+)?\([a-h]\)|[;?.]|$)", re.IGNORECASE
)
_TAIL = regex(r"\s+(?:in|for|over|during|since)\s+(?:each|the|every)\b.*$", re.IGNORECASE | re.DOTALL)
"""The time that a question asks of all its parts, behind the last of them."""


def refused_beside(query: Query, near: Sequence[Binding], ledger: Ledger) -> Answer | None:
    """The refusal of just what the tables NEAR lack of a question, by the answer that one of them stands in."""
    lacking = [b for b in near if b.listed.answers and b.uncovered and _only_words(b)]
    for binding in sorted(lacking, key=lambda b: 2.0 * len(b.uncovered) - b.score):
        for question in ledger.questions_of([binding.listed.source.id]):
            found = next(_refusals(binding, question, ledger.text(question.source_id)), None)
            if found is not None:
                return _told(query, question, found, ledger)
    return None


def _only_words(binding: Binding) -> bool:
    """Whether all that a table lacks are words of the question, and something that it asks for is borne out."""
    text = binding.question.text
    return binding.score > 0 and all(words in text for words in binding.uncovered)


def _refusals(binding: Binding, question: WrittenQuestion, text: str) -> Iterator[tuple[Span, ...]]:
    """Each refusal of QUESTION's answer that is of what BINDING lacks, with the part asked that it names."""
    wanted = [features(words) for words in binding.uncovered]
    for refusal in question.refusals:
        said = refusal.span.of(text)
        if all(alike(ids, features(said)) for ids in wanted):
            yield (refusal.span,)
        for part in _parts(said, question.question, text):
            if all(alike(ids, features(part.of(text))) for ids in wanted):
                yield refusal.span, part


def _parts(refusal: str, asked: Span, text: str) -> Iterator[Span]:
    """The parts of what was ASKED that a REFUSAL names by their letters."""
    named = _LETTERS.search(refusal)
    letters = set(re.findall(r"[a-h]", named["all"].replace("and", " ").lower())) if named is not None else set()
    for part in _PART.finditer(text, asked.start, asked.end):
        if part["letter"].lower() in letters:
            end = part.end() - len(part["asks"]) + len(_TAIL.sub("", part["asks"]))
            yield Span(part.start(), end)


def _told(query: Query, question: WrittenQuestion, spans: tuple[Span, ...], ledger: Ledger) -> Answer:
    notes, text = Footnotes(ledger.text, ledger.source), ledger.text(question.source_id)
    who = (question.minister, question.body) if question.minister else (question.body, "")
    cited = [notes.add(question.source_id, span, (span,), "", *who, question.answered) for span in spans]
    words = [framed(span.of(text), paraphrase=False) for span in spans]
    body = ["The record holds a refusal to answer this.", f"{words[0]} {marks((cited[0],))}"]
    body += [f"That part asks: {said} {marks((n,))}" for said, n in zip(words[1:], cited[1:], strict=True)]
    return Answer(
        question=query.text,
        status=Status.REFUSED_ON_RECORD,
        text=" ".join(body),
        headline="Refused on the record",
        what=words[0],
        meta=long_date(question.answered),
        citations=tuple(notes.made),
        interpretation=query.explain(),
        conditions=query.conditions(),
        as_of=query.as_of,
        as_at=iso(question.answered),
        resolved_question=query.resolved,
    )
