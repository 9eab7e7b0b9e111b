"""Between the record's values and the ledger's rows, exactly and both ways.

Rows are read by position, in the order of :mod:`corpus.ledger.tables`, because a question may need thousands.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from corpus.records import (
    Figure,
    Link,
    LinkKind,
    Nature,
    Passage,
    Period,
    Qualifier,
    Source,
    SourceKind,
    Span,
    Standing,
    Statement,
    StatementAct,
    When,
)

__all__ = [
    "Fields",
    "Row",
    "figure_fields",
    "figure_of",
    "link_fields",
    "link_of",
    "passage_fields",
    "passage_of",
    "source_fields",
    "source_of",
    "statement_fields",
    "statement_of",
]

Row = Sequence[Any]
Fields = dict[str, Any]

_kept = lru_cache(maxsize=8192)
"""The same few dates and values stand in many rows, and what is made of them never changes."""

_QUALIFIER = {q.value: q for q in Qualifier}
_NATURE = {n.value: n for n in Nature}
_STANDING = {s.value: s for s in Standing}
_KIND = {k.value: k for k in SourceKind}
_ACT = {a.value: a for a in StatementAct}
_LINK = {k.value: k for k in LinkKind}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


@_kept
def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _stretch(when: When | None) -> str | None:
    """Days that a publication may fall on, as an ISO interval: 2006-06-01/2006-06-30."""
    return None if when is None else f"{when.first.isoformat()}/{when.last.isoformat()}"


def _whole(text: str | None) -> bool:
    return text is None or "/" not in text


@_kept
def _stretch_of(text: str) -> When:
    return _when(*text.split("/"))


@_kept
def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@_kept
def _when(first: str, last: str) -> When:
    return When(date.fromisoformat(first), date.fromisoformat(last))


def _json(value: tuple[Any, ...]) -> str:
    return json.dumps(value, ensure_ascii=False) if value else "[]"


@_kept
def _words(text: str) -> tuple[str, ...]:
    return () if text == "[]" else tuple(json.loads(text))


@_kept
def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return () if text == "[]" else tuple((key, value) for key, value in json.loads(text))


def source_fields(s: Source) -> Fields:
    """SOURCE as a row, less its text and digests."""
    return {
        "id": s.id,
        "title": s.title,
        "publisher": s.publisher,
        "kind": s.kind.value,
        "published": _iso(s.published) or _stretch(s.published_in),
        "reference": s.reference,
        "url": s.url,
        "sha256": s.sha256,
        "licence": s.licence,
        "access": s.access,
        "language": s.language,
        "paraphrase": int(s.paraphrase),
        "key": s.key,
    }


def source_of(row: Row) -> Source:
    """A row of ``id … key`` as a Source."""
    (id_, title, publisher, kind, published, reference, url, sha, licence, access, language, paraphrase, key) = row
    return Source(
        id=id_,
        title=title,
        publisher=publisher,
        kind=_KIND[kind],
        published=_day(published) if _whole(published) else None,
        published_in=None if _whole(published) else _stretch_of(published),
        reference=reference,
        url=url,
        sha256=sha,
        licence=licence,
        access=access,
        language=language,
        paraphrase=bool(paraphrase),
        key=key,
    )


def passage_fields(p: Passage) -> Fields:
    """PASSAGE as a row."""
    return {"id": p.id, "source_id": p.source_id, "start": p.span.start, "end": p.span.end, "text": p.text}


def passage_of(row: Row) -> Passage:
    """A row of ``id … text`` as a Passage."""
    id_, source_id, start, end, text = row
    return Passage(id_, source_id, Span(start, end), text)


def figure_fields(f: Figure, passage_id: str | None) -> Fields:
    """FIGURE as a row, with the passage that its span begins in."""
    return {
        "id": f.id,
        "source_id": f.source_id,
        "start": f.span.start,
        "end": f.span.end,
        "context_start": f.context.start,
        "context_end": f.context.end,
        "value": None if f.value is None else str(f.value),
        "qualifier": f.qualifier.value,
        "unit": f.unit,
        "counted": f.counted,
        "measure": f.measure,
        "population": f.population,
        "part_of": f.part_of,
        "breakdown": _json(f.breakdown),
        "period_start": _iso(f.period.start) if f.period else None,
        "period_end": _iso(f.period.end) if f.period else None,
        "period_words": f.period.words if f.period else None,
        "nature": f.nature.value,
        "geography": f.geography,
        "as_at_first": _iso(f.as_at.first) if f.as_at else None,
        "as_at_last": _iso(f.as_at.last) if f.as_at else None,
        "said_on": _iso(f.said_on) or _stretch(f.said_in),
        "said_by": f.said_by,
        "role": f.role,
        "standing": f.standing.value,
        "status": f.status,
        "upper": None if f.upper is None else str(f.upper),
        "inherited": f.inherited,
        "also": _json(f.also),
        "note": f.note,
        "passage_id": passage_id,
    }


def figure_of(row: Row) -> Figure:
    """A row of ``id … note`` as a Figure."""
    (id_, source_id, start, end, context_start, context_end, value, qualifier, unit, counted, measure,
     population, part_of, breakdown, period_start, period_end, period_words, nature, geography, as_at_first,
     as_at_last, said_on, said_by, role, standing, status, upper, inherited, also, note) = row  # fmt: skip
    period = None if period_words is None else Period(_day(period_start), _day(period_end), period_words)
    as_at = None
    if as_at_first is not None:
        as_at = _when(as_at_first, as_at_last)
    return Figure(
        id_, source_id, Span(start, end), Span(context_start, context_end), _number(value), _QUALIFIER[qualifier],
        unit, counted, measure, population, part_of, _pairs(breakdown), period, _NATURE[nature], geography, as_at,
        _day(said_on) if _whole(said_on) else None, said_by, role, _STANDING[standing], status, _number(upper),
        inherited, _words(also), note, None if _whole(said_on) else _stretch_of(said_on),
    )  # fmt: skip


def statement_fields(s: Statement, passage_id: str | None) -> Fields:
    """STATEMENT as a row, with the passage that its span begins in."""
    return {
        "id": s.id,
        "source_id": s.source_id,
        "start": s.span.start,
        "end": s.span.end,
        "speaker": s.speaker,
        "role": s.role,
        "said_on": _iso(s.said_on),
        "text": s.text,
        "verbatim": int(s.verbatim),
        "act": s.act.value,
        "place": s.place,
        "topic": s.topic,
        "quotation_start": s.quotation.start if s.quotation else None,
        "quotation_end": s.quotation.end if s.quotation else None,
        "inherited": s.inherited,
        "passage_id": passage_id,
    }


def statement_of(row: Row) -> Statement:
    """A row of ``id … inherited`` as a Statement."""
    (id_, source_id, start, end, speaker, role, said_on, text, verbatim, act, place, topic, quotation_start,
     quotation_end, inherited) = row  # fmt: skip
    quotation = None if quotation_start is None else Span(quotation_start, quotation_end)
    return Statement(
        id_, source_id, Span(start, end), speaker, role, _day(said_on), text, bool(verbatim), _ACT[act], place, topic,
        quotation, inherited,
    )  # fmt: skip


def link_fields(li: Link, source_id: str) -> Fields:
    """LINK as a row of the source SOURCE_ID that it was put in with; ``word_of`` is the link's own source."""
    return {
        "source_id": source_id,
        "kind": li.kind.value,
        "from_id": li.from_id,
        "to_id": li.to_id,
        "note": li.note,
        "word_of": li.source_id,
    }


def link_of(row: Row) -> Link:
    """A row of ``kind … word_of`` as a Link."""
    kind, from_id, to_id, note, word_of = row
    return Link(_LINK[kind], from_id, to_id, note, word_of)
