"""What goes into the ledger together: a source, its text, and everything found in it."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from corpus.anchors import Anchor
from corpus.cube import Dataset
from corpus.ledger import question_rows, rows
from corpus.ledger.cubes import dataset_fields
from corpus.questions import WrittenQuestion
from corpus.records import Figure, Link, Passage, Source, Span, Statement

__all__ = [
    "Entry",
    "Rows",
    "digest_of",
    "faults",
    "rows_of",
    "sha256_of",
]

Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A source with its stored text and its records; every span is of character offsets into ``text``."""

    source: Source
    text: str
    passages: tuple[Passage, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    """Each with its observations, which can be gone through again."""
    questions: tuple[WrittenQuestion, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    """Where the pages of its text begin."""


def faults(entry: Entry) -> Iterator[str]:
    """What is wrong with ENTRY's own consistency: a span past the text's end, a record of another source."""
    for passage in entry.passages:
        if passage.span.end > len(entry.text) or passage.span.of(entry.text) != passage.text:
            yield f"passage {passage.id} does not read as the text at {_place(passage.span)}"
    for figure in entry.figures:
        if not figure.span.within(figure.context) or figure.context.end > len(entry.text):
            yield f"figure {figure.id} lies outside its sentence or its text at {_place(figure.span)}"
    for statement in entry.statements:
        if max(s.end for s in (statement.span, statement.quotation) if s) > len(entry.text):
            yield f"statement {statement.id} runs past its text at {_place(statement.span)}"
    for question in entry.questions:
        if max(s.end for s in question.spans) > len(entry.text):
            yield f"question {question.uin} runs past its text"
        if question.source_id != entry.source.id:
            yield f"question {question.uin} belongs to source {question.source_id}, not to {entry.source.id}"
    records: tuple[Passage | Figure | Statement, ...] = (*entry.passages, *entry.figures, *entry.statements)
    yield from _cube_faults(entry)
    for record in records:
        if record.source_id != entry.source.id:
            yield f"record {record.id} belongs to source {record.source_id}, not to {entry.source.id}"


def _cube_faults(entry: Entry) -> Iterator[str]:
    for one in entry.datasets:
        if one.source_id != entry.source.id:
            yield f"dataset {one.id} belongs to source {one.source_id}, not to {entry.source.id}"
        width, end = len(one.dimensions), len(entry.text)
        for seen in one.observations:
            inside = 0 <= seen.row_start <= seen.start <= seen.end <= seen.row_end <= end
            if not inside or len(seen.codes) != width:
                yield f"an observation of dataset {one.id} lies outside its row or its text at row {seen.row}"
                break


def _place(span: Span) -> str:
    return f"{span.start}..{span.end}"


def rows_of(entry: Entry) -> Rows:
    """ENTRY as rows by table; the source's row carries the digest that the ledger's fingerprint is made of."""
    find = _finder(entry.passages)
    found: Rows = {
        "passage": [rows.passage_fields(p) for p in entry.passages],
        "figure": [rows.figure_fields(f, find(f.span)) for f in entry.figures],
        "statement": [rows.statement_fields(s, find(s.span)) for s in entry.statements],
        "link": [rows.link_fields(li, entry.source.id) for li in entry.links],
        "dataset": [dataset_fields(d) for d in entry.datasets],
        "question": [question_rows.question_fields(q) for q in entry.questions],
        "refusal": [f for q in entry.questions for f in question_rows.refusal_fields(q)],
        "reference": [f for q in entry.questions for f in question_rows.reference_fields(q)],
        "anchor": [{"source_id": entry.source.id, "start": a.start, "label": a.label} for a in entry.anchors],
    }
    fields = rows.source_fields(entry.source)
    fields["text_sha256"] = sha256_of(entry.text)
    fields["digest"] = _digest(fields, found)
    found["source"] = [{**fields, "text": entry.text}]
    return found


def digest_of(entry: Entry) -> str:
    """A hash of everything in ENTRY."""
    return str(rows_of(entry)["source"][0]["digest"])


def sha256_of(text: str) -> str:
    """The hash of TEXT as it is stored, in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def _digest(fields: dict[str, Any], found: Rows) -> str:
    whole = hashlib.sha256(repr(list(fields.values())).encode())
    for table in sorted(found):
        for row in found[table]:
            whole.update(repr(list(row.values())).encode())
    return whole.hexdigest()


def _finder(passages: Iterable[Passage]) -> Any:
    """A function from a span to the id of the passage that it begins in, or None."""
    ordered = sorted(passages, key=lambda p: p.span.start)
    starts = [p.span.start for p in ordered]

    def find(span: Span) -> str | None:
        at = bisect_right(starts, span.start) - 1
        return ordered[at].id if at >= 0 and span.start < ordered[at].span.end else None

    return find
