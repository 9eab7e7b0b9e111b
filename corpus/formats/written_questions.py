"""Written questions as Parliament's questions-statements API gives them: a page of results, a list, or one question.

Each question is a document of its own with a lasting identity. Its text is the question's paragraph and then the
answer's; an answer that has been corrected is another document than the same answer as it was first given.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from corpus.errors import IngestRefused
from corpus.extract.references import references
from corpus.extract.refusals import only_promises, refusals
from corpus.formats.base import Document, Meta
from corpus.formats.blocks import GridRow, lay_out, squeeze
from corpus.formats.html import blocks_of, fragment_of
from corpus.formats.question_row import Row, looks_like_question, read_row
from corpus.patterns import regex
from corpus.questions import CLIPPED, QuestionState, WrittenQuestion
from corpus.records import Link, LinkKind, SourceKind, Span

__all__ = ["documents", "identity_of", "reads"]

_LICENCE = "Open Parliament Licence v3.0"
_PLACE = "https://questions-statements.parliament.uk/written-questions/detail"
_CLIP = range(252, 259)
"""The lengths of a text that the bulk API clipped at 255 characters, its dots counted or not."""
_TAG = regex(r"<[a-zA-Z/!]")
_JOIN = regex(r"(?<=[a-z0-9)%\u2019\u201d][.?!:])(?=(?:[A-Z][a-z]+|[IA])\b)(?<!www.)")
"""Where two paragraphs were run together when their tags were taken away: "… nationally.Based upon …"."""
_UNTITLED = 90
_LOOKED_AT = 20
_RANK = {
    QuestionState.UNANSWERED: 0,
    QuestionState.HOLDING: 1,
    QuestionState.WITHDRAWN: 2,
    QuestionState.ANSWERED: 3,
    QuestionState.CORRECTED: 4,
}


def reads(data: object) -> bool:
    """Whether DATA, parsed JSON, is written questions in one of their three shapes."""
    return any(looks_like_question(value) for _, value in _values(data, _LOOKED_AT))


def documents(data: object, path: Path) -> Iterable[Document]:
    """Every question of DATA, one at a time. A row that cannot be read is told in ``left_out``, and the rest is given.

    Raises IngestRefused where no row is a question that can be read.
    """
    rows, bad = _rows(data)
    if not rows:
        more = f" (and {len(bad) - 1:,} more)" if len(bad) > 1 else ""
        raise IngestRefused(
            str(path), f"no question of it can be read: {bad[0]}{more}" if bad else "it has no questions"
        )
    return _laid_out(rows, bad, path)


def _rows(data: object) -> tuple[list[tuple[str, Row]], list[str]]:
    """The rows with their places, of those that give one question twice the one that stands; and what is wrong."""
    best: dict[str, tuple[str, Row]] = {}
    bad: list[str] = []
    for place, value in _values(data):
        try:
            row = _row(value)
        except ValueError as wrong:
            bad.append(f"{place}: {wrong}")
            continue
        name = _identity(row, row.answer)
        if name not in best or _edition(row, row.answer) >= _edition(best[name][1], best[name][1].answer):
            best[name] = (place, row)
    return list(best.values()), bad


def _laid_out(rows: list[tuple[str, Row]], bad: list[str], path: Path) -> Iterator[Document]:
    told = {_identity(row, row.answer) for _, row in rows}
    waiting: Document | None = None
    for place, row in rows:
        try:
            found = _versions(row, told, path)
        except IngestRefused as wrong:
            bad.append(f"{place}: question {row.number}: {wrong.reason}")
            continue
        for document in found:
            if waiting is not None:
                yield waiting
            waiting = document
    if waiting is not None:
        yield replace(waiting, left_out=tuple(bad))


def identity_of(house: str, number: int) -> str:
    """What a question is known by, from whichever file it comes: ``wq-c-1676644``.

    A corrected answer's is ``wq-c-1676644-corrected``, so that the answer as it was first given stays beside it.
    """
    return f"wq-{house[:1].lower()}-{number}"


def _values(data: object, most: int | None = None) -> Iterator[tuple[str, object]]:
    """Each row of DATA with its place, the first MOST of them: from a page, a list, or a single question."""
    results = data.get("results") if isinstance(data, Mapping) else data
    if isinstance(results, list):
        for n, row in enumerate(results[:most], 1):
            yield f"row {n:,}", row["value"] if isinstance(row, Mapping) and "value" in row else row
    elif isinstance(data, Mapping):
        yield "the question", data.get("value", data)


def _row(value: object) -> Row:
    if not isinstance(value, Mapping):
        raise ValueError("it is not a question's fields")
    named = f"question {value['id']}" if isinstance(value.get("id"), int) else "the question"
    try:
        return read_row(value)
    except ValueError as wrong:
        raise ValueError(f"{named}: {wrong}") from wrong


def _versions(row: Row, told: set[str], path: Path) -> list[Document]:
    """ROW's answer as it was first given, where that is told beside a corrected one, and then as it stands."""
    now = _document(row, row.answer, path)
    same = row.answer.strip() == row.original.strip()
    if not row.original.strip() or same or identity_of(row.house, row.number) in told:
        return [now]
    first = _document(replace(row, correction=False, corrected=None), row.original, path)
    return [first, replace(now, before=first)]


def _document(row: Row, said: str, path: Path) -> Document:
    asked_in = squeeze(html.unescape(row.question)).replace("\n", " ")
    text, tables = lay_out([asked_in, *_blocks(said, path)])
    asked = Span(0, len(asked_in))
    answer = Span(asked.end + 2, len(text) - 1) if len(text) - 1 > asked.end else None
    question = _question(row, said, asked, answer)
    if question.settled and answer is not None:
        question = replace(question, refusals=refusals(text, answer), references=references(text, question))
    else:
        question = replace(question, references=references(text, replace(question, answer=None)))
    name = question.source_id
    link = (Link(LinkKind.SUPERSEDES, name, identity_of(row.house, row.number), "", name),)
    return Document(
        text,
        _meta(row, question),
        name,
        links=link if question.state is QuestionState.CORRECTED else (),
        tables=tables,
        identity=name,
        edition=_edition(row, said),
        question=question,
    )


def _question(row: Row, said: str, asked: Span, answer: Span | None) -> WrittenQuestion:
    state = _state(row, said)
    holding = state is QuestionState.HOLDING
    return WrittenQuestion(
        source_id=_identity(row, said),
        house=row.house,
        number=row.number,
        uin=row.uin,
        heading=row.heading,
        body=row.body,
        tabled=row.tabled,
        question=asked,
        answer=answer,
        asker=row.asker,
        asker_id=row.asker_id,
        minister=row.minister,
        minister_id=row.minister_id,
        due=row.due,
        answered=None if holding else row.answered,
        held=row.held or (row.answered if holding else None),
        corrected=row.corrected,
        state=state,
        named_day=row.named_day,
        clipped=_is_clipped(said),
        clipped_question=_is_clipped(row.question),
        grouped=row.grouped,
        attachments=row.attachments,
    )


def _identity(row: Row, said: str) -> str:
    name = identity_of(row.house, row.number)
    return f"{name}-corrected" if _state(row, said) is QuestionState.CORRECTED else name


def _blocks(said: str, path: Path) -> Iterator[str | GridRow]:
    """An answer's words block by block; of one that came without its tags, the paragraphs that they had parted."""
    if _TAG.search(said):
        yield from blocks_of(fragment_of(said, path))
        return
    for line in html.unescape(said).splitlines():
        yield from _JOIN.split(line)


def _is_clipped(words: str) -> bool:
    return words.endswith(("...", "\u2026")) and len(words) in _CLIP


def _state(row: Row, said: str) -> QuestionState:
    if row.withdrawn:
        return QuestionState.WITHDRAWN
    if not said.strip():
        return QuestionState.HOLDING if row.holding else QuestionState.UNANSWERED
    if row.holding or only_promises(said):
        return QuestionState.HOLDING
    return QuestionState.CORRECTED if row.correction or row.corrected else QuestionState.ANSWERED


def _edition(row: Row, said: str) -> str:
    """Which of two versions of a question stands: the one that is further on, then corrected later, then whole."""
    whole = not (_is_clipped(said) or _is_clipped(row.question))
    corrected = row.corrected.isoformat() if row.corrected else "0000-00-00"
    return f"{_RANK[_state(row, said)]}.{corrected}.{int(whole)}"


def _meta(row: Row, question: WrittenQuestion) -> Meta:
    opening = squeeze(row.question).replace("\n", " ")
    short = opening if len(opening) <= _UNTITLED else f"{opening[:_UNTITLED].rsplit(' ', 1)[0]} \u2026"
    return Meta(
        title=row.heading or short,
        publisher=row.body or None,
        kind=SourceKind.WRITTEN_ANSWER,
        published=question.corrected or question.answered or question.held or question.tabled,
        reference=_reference(question),
        url=f"{_PLACE}/{row.tabled.isoformat()}/{row.uin}",
        licence=_LICENCE,
        access=CLIPPED if question.clipped else None,
        language="en",
    )


def _reference(question: WrittenQuestion) -> str:
    """ "UIN 18558, answered 13 December 2024"."""
    told = [f"UIN {question.uin}"]
    if question.answered:
        told.append(f"answered {_long(question.answered)}")
    else:
        told.append(f"tabled {_long(question.tabled)}")
    if question.state is QuestionState.HOLDING and question.held:
        told.append(f"holding answer {_long(question.held)}")
    elif question.state is QuestionState.CORRECTED and question.corrected:
        told.append(f"corrected {_long(question.corrected)}")
    elif question.state in (QuestionState.UNANSWERED, QuestionState.WITHDRAWN):
        told.append(str(question.state))
    return ", ".join(told)


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
