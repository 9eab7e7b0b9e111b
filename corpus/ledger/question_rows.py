"""Between written questions and the ledger's rows, exactly and both ways; read by position, like the other rows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from corpus.ledger.rows import Fields, Row
from corpus.questions import Ground, Grouped, QuestionState, Reference, Refusal, WrittenQuestion
from corpus.records import LinkKind, Span

__all__ = [
    "question_fields",
    "question_of",
    "reference_fields",
    "reference_of",
    "refusal_fields",
    "refusal_of",
]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def question_fields(q: WrittenQuestion) -> Fields:
    """QUESTION as a row, less what it refuses and refers to."""
    return {
        "source_id": q.source_id,
        "house": q.house,
        "number": q.number,
        "uin": q.uin,
        "heading": q.heading,
        "body": q.body,
        "tabled": q.tabled.isoformat(),
        "question_start": q.question.start,
        "question_end": q.question.end,
        "answer_start": q.answer.start if q.answer else None,
        "answer_end": q.answer.end if q.answer else None,
        "asker": q.asker,
        "asker_id": q.asker_id,
        "minister": q.minister,
        "minister_id": q.minister_id,
        "due": _iso(q.due),
        "answered": _iso(q.answered),
        "held": _iso(q.held),
        "corrected": _iso(q.corrected),
        "state": q.state.value,
        "named_day": int(q.named_day),
        "clipped": int(q.clipped),
        "clipped_question": int(q.clipped_question),
        "grouped": json.dumps([[g.uin, _iso(g.tabled)] for g in q.grouped]),
        "attachments": json.dumps(list(q.attachments), ensure_ascii=False),
    }


def question_of(row: Row, refusals: Iterable[Refusal], references: Iterable[Reference]) -> WrittenQuestion:
    """A row of the table ``question`` with what was read of the two others."""
    (source_id, house, number, uin, heading, body, tabled, question_start, question_end, answer_start, answer_end,
     asker, asker_id, minister, minister_id, due, answered, held, corrected, state, named_day, clipped,
     clipped_question, grouped, attachments) = row  # fmt: skip
    return WrittenQuestion(
        source_id=source_id,
        house=house,
        number=number,
        uin=uin,
        heading=heading,
        body=body,
        tabled=date.fromisoformat(tabled),
        question=Span(question_start, question_end),
        answer=None if answer_start is None else Span(answer_start, answer_end),
        asker=asker,
        asker_id=asker_id,
        minister=minister,
        minister_id=minister_id,
        due=_day(due),
        answered=_day(answered),
        held=_day(held),
        corrected=_day(corrected),
        state=QuestionState(state),
        named_day=bool(named_day),
        clipped=bool(clipped),
        clipped_question=bool(clipped_question),
        grouped=tuple(Grouped(other, _day(day)) for other, day in json.loads(grouped)),
        attachments=tuple(json.loads(attachments)),
        refusals=tuple(refusals),
        references=tuple(references),
    )


def refusal_fields(q: WrittenQuestion) -> list[Fields]:
    """What QUESTION's answer refuses, as rows."""
    return [
        {"source_id": q.source_id, "ground": r.ground.value, "start": r.span.start, "end": r.span.end}
        for r in q.refusals
    ]


def refusal_of(row: Row) -> Refusal:
    """A row of ``ground, start, end`` as a Refusal."""
    ground, start, end = row
    return Refusal(Ground(ground), Span(start, end))


def reference_fields(q: WrittenQuestion) -> list[Fields]:
    """What QUESTION and its answer refer to, as rows."""
    return [
        {
            "source_id": q.source_id,
            "kind": r.kind.value,
            "uin": r.uin,
            "day": _iso(r.day),
            "start": r.span.start,
            "end": r.span.end,
            "column": r.column,
        }
        for r in q.references
    ]


def reference_of(row: Row) -> Reference:
    """A row of ``kind … column`` as a Reference."""
    kind, uin, day, start, end, column = row
    return Reference(LinkKind(kind), uin, _day(day), Span(start, end), column)
