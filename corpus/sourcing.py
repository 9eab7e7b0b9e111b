"""From a document to what goes into the ledger: which source it is, and everything that is found in it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from corpus.cube import Dataset
from corpus.editions import key_of_document
from corpus.errors import DespatchError
from corpus.formats import Document, Meta
from corpus.ledger import Entry
from corpus.passages import cut
from corpus.questions import WrittenQuestion
from corpus.records import Figure, Link, Source, SourceKind, Standing, Statement

__all__ = ["Extract", "Extracted", "entry_of", "own_sha256", "source_id_of", "source_of"]


class Extracted(Protocol):
    """What was found in a text."""

    @property
    def figures(self) -> tuple[Figure, ...]: ...
    @property
    def statements(self) -> tuple[Statement, ...]: ...
    @property
    def links(self) -> tuple[Link, ...]: ...


Extract = Callable[[str, Source], Extracted]


def own_sha256(document: Document, of_file: str) -> str:
    """What DOCUMENT's content is known by: one of several has a hash of its own, any other that of its file, OF_FILE.

    A page of written questions of which one has changed holds one changed document and not three thousand.
    """
    if document.source is not None or not document.key:
        return of_file
    return hashlib.sha256(ascii(document).encode()).hexdigest()


def source_id_of(document: Document, sha256: str) -> str:
    """The id of the source that DOCUMENT becomes, which is known by SHA256."""
    if document.source is not None:
        return document.source.id
    return document.question.source_id if document.question else f"s-{_id_hash(sha256, document.key)}"


def source_of(document: Document, key: str, sha256: str, told: Meta, held: Source | None) -> Source:
    """The source of DOCUMENT, of the file KEY; HELD is what the record has under its id.

    What nobody tells now is what was told when the same last went in.
    """
    whole_key = key_of_document(document, key)
    if document.source is not None:
        return _named(replace(document.source, key=whole_key), held)
    held = held if held and held.sha256 == sha256 else None
    meta = told.over(_meta_of(held)) if held else told
    meta = meta.over(document.meta)
    return Source(
        id=source_id_of(document, sha256),
        title=meta.title or Path(key).stem,
        publisher=meta.publisher or "",
        kind=meta.kind or SourceKind.DOCUMENT,
        published=meta.published,
        reference=meta.reference or "",
        url=meta.url or "",
        sha256=sha256,
        licence=meta.licence or "",
        access=meta.access or "",
        language=meta.language or "en",
        key=held.key if held else whole_key,
    )


def entry_of(source: Source, document: Document, extract: Extract | None) -> Entry:
    """SOURCE with DOCUMENT's text and what is found in it. Raises ValueError where the extractors fail on it."""
    passages = cut(document.text, source.id, document.searched)
    datasets = tuple(_dataset(n, one, source) for n, one in enumerate(document.datasets))
    if document.source is not None:
        known = (document.figures, document.statements, document.links)
        return Entry(source, document.text, passages, *known, datasets, anchors=document.anchors)
    found = _found(document, source, extract)
    known = (found.figures, found.statements, (*document.links, *found.links))
    questions = (document.question,) if document.question else ()
    return Entry(source, document.text, passages, *known, datasets, questions, document.anchors)


def _found(document: Document, source: Source, extract: Extract | None) -> Extracted:
    try:
        return extract(document.text, source) if extract else _extract(document, source)
    except (DespatchError, MemoryError):
        raise
    except Exception as fault:  # one document's fault must not keep thousands out
        said = " ".join(f"{type(fault).__name__}: {fault}".split())[:200]
        raise ValueError(f"something went wrong inside Despatch while it was read ({said}): report it") from fault


def _dataset(n: int, one: Dataset, source: Source) -> Dataset:
    """A dataset as the source's own; its observations may have been given one by one, and are kept to be read again."""
    standing = one.standing
    if standing is Standing.UNSTATED and source.kind is SourceKind.OFFICIAL_STATISTICS:
        standing = Standing.OFFICIAL
    return replace(one, id=f"{source.id}-t{n}", source_id=source.id, observations=one.observed(), standing=standing)


@dataclass(frozen=True, slots=True)
class _Nothing:
    """What is looked for in the titles and notes of a spreadsheet: no prose that counts anything of its own."""

    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()


_NOTHING_FOUND = _Nothing()


def _extract(document: Document, source: Source) -> Extracted:
    from corpus.extract import extract

    if document.question is not None:
        return _asked(document, document.question, source)
    if document.searched is not None:
        return _NOTHING_FOUND
    return extract(document.text, source, document.tables, document.voices)


def _asked(document: Document, question: WrittenQuestion, source: Source) -> Extracted:
    """What a written question holds, held against the same answer before it was corrected where that is told."""
    from corpus.extract import extract_question

    earlier: tuple[Figure, ...] = ()
    if document.before is not None and document.before.question is not None:
        first = replace(source, id=document.before.question.source_id, published=document.before.meta.published)
        earlier = _extract(document.before, first).figures
    return extract_question(document.text, source, question, document.tables, earlier)


def _named(source: Source, held: Source | None) -> Source:
    """A sheet's source, which names itself: where the same is held from another file, it stays that file's."""
    return held if held and held == replace(source, key=held.key) else source


def _meta_of(s: Source) -> Meta:
    return Meta(s.title, s.publisher, s.kind, s.published, s.reference, s.url, s.licence, s.access, s.language)


def _id_hash(sha256: str, part: str) -> str:
    return (hashlib.sha256(f"{sha256}#{part}".encode()).hexdigest() if part else sha256)[:12]
