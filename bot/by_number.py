"""The answer to one written question, asked for by its number: "What was the answer to question 12946?"."""

from __future__ import annotations

import re

from bot.answer import Answer, Status
from bot.cite import long_date
from bot.compose import Composer
from bot.query import Query
from bot.shown import framed, iso
from bot.view import View
from corpus.extract.dates import dates
from corpus.extract.sentences import paragraphs
from corpus.ledger import Ledger
from corpus.patterns import regex
from corpus.questions import QuestionState, WrittenQuestion
from corpus.records import Span

__all__ = ["by_number"]

_NUMBER = regex(
    r"\b(?:(?:written |parliamentary )?questions?|uin|w?pq)\s*(?:uin|no\.?|number)?\s*"
    r"(?P<uin>(?:HL\s?)?\d{1,7})\b(?!,\d)",
    re.IGNORECASE,
)
_ASKS = regex(r"\b(?:answer\w*|repl(?:y|ied|ies)|respon\w+|say|said|happened|status|ask(?:s|ed)?)\b", re.IGNORECASE)
_LONGEST = 900
"""Characters of an answer that are read out; one that is longer is read out as far as a paragraph ends before that."""


def by_number(query: Query, ledger: Ledger) -> Answer | None:
    """The answer to the question that QUERY names, or to each of that number; None where it names none that is held."""
    text = query.resolved or query.text
    named = _NUMBER.search(text)
    if named is None or not _ASKS.search(text) or not ledger.asks:
        return None
    found = ledger.questions_by_uin("".join(named["uin"].split()).upper())
    days = {d.when.first for d in dates(text, None) if d.when is not None and d.when.exact}
    found = tuple(q for q in found if not days or days & {q.tabled, q.answered, q.held, q.corrected})
    if query.as_of is not None:
        found = tuple(q for q in found if (q.corrected or q.answered or q.tabled) <= query.as_of)
    return _told(query, found, ledger) if found else None


def _told(query: Query, found: tuple[WrittenQuestion, ...], ledger: Ledger) -> Answer:
    view = View.of((), (), ledger.sources_of(q.source_id for q in found), (), query.as_of)
    composer = Composer(query, view, ledger.text)
    lead = ["There are questions of this number in several sessions."] if len(found) > 1 else []
    body = [_one(q, composer, ledger.text(q.source_id)) for q in found]
    settled = [q for q in found if q.settled]
    return composer._answer(
        Status.ANSWERED if settled else Status.NOT_IN_RECORD,
        [*lead, *body],
        headline=str(found[0].state).capitalize(),
        what=found[0].heading,
        meta=" \u00b7 ".join(p for p in (found[0].body, long_date(found[0].answered)) if p),
        as_at=iso(found[-1].corrected or found[-1].answered),
    )


def _one(question: WrittenQuestion, composer: Composer, text: str) -> str:
    if question.settled and question.answer is not None:
        span = _read_out(text, question.answer)
        who = (question.minister, question.body) if question.minister else (question.body, "")
        n = composer.notes.add(question.source_id, span, (span,), "", *who, question.corrected or question.answered)
        day = f", {long_date(question.answered)}" if question.answered else ""
        more = " \u2026" if span.end < question.answer.end else ""
        return f"{question.body}{day}: {framed(span.of(text), paraphrase=False)}{more} [{n}]"
    n = composer.notes.add(question.source_id, question.question, (question.question,))
    held = "Only a holding answer is held" if question.state is QuestionState.HOLDING else "No answer is held"
    return f"{held} to {framed(question.question.of(text), paraphrase=False)} [{n}]"


def _read_out(text: str, answer: Span) -> Span:
    """As many whole paragraphs of ANSWER as are not too long to be read out, at least one."""
    ends = [answer.start + p.end for p in paragraphs(answer.of(text))]
    within = [end for end in ends if end - answer.start <= _LONGEST]
    return Span(answer.start, within[-1] if within else ends[0])
