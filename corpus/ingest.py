"""Putting documents in: a path → documents → records → the ledger.

Each file goes in whole, in one transaction, or is refused with a sentence and leaves nothing behind; the others
go in. The same bytes put in twice change nothing; other bytes under the same key take the older version's place.
"""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from corpus.cube import Dataset
from corpus.editions import key_of_document, sort_editions
from corpus.errors import IngestRefused, RecordConflict
from corpus.files import Found, find_files
from corpus.formats import Document, Meta, read, sidecar_meta
from corpus.formats.decoding import MOST_BYTES, size_refusal
from corpus.ledger import Entry, Ledger
from corpus.naming import key_of, upload_key
from corpus.passages import cut
from corpus.questions import WrittenQuestion
from corpus.records import Figure, Link, Source, SourceKind, Standing, Statement
from corpus.series import in_series

__all__ = ["Extracted", "FileReport", "Outcome", "Progress", "Report", "ingest", "ingest_bytes"]

Progress = Callable[[int, int, str], None]
"""Called before each file and once at the end: how many are done, of how many, and the one now being read."""


class Extracted(Protocol):
    """What was found in a text."""

    @property
    def figures(self) -> tuple[Figure, ...]: ...
    @property
    def statements(self) -> tuple[Statement, ...]: ...
    @property
    def links(self) -> tuple[Link, ...]: ...


Extract = Callable[[str, Source], Extracted]

_NOTHING_TOLD = Meta()


class Outcome(enum.StrEnum):
    """What became of one file."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: how many of each it holds, and why it was refused if it was."""

    name: str
    outcome: Outcome
    source_ids: tuple[str, ...] = ()
    figures: int = 0
    statements: int = 0
    passages: int = 0
    reason: str = ""
    """What is wrong and at which place in the file, to be read after its name; empty unless refused."""
    left_out: tuple[str, ...] = ()
    """What of the file was not read or not understood: a sentence each."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every file, in the order in which they were read."""

    files: tuple[FileReport, ...]
    passed_over: tuple[str, ...] = ()
    """Files of a kind that is not read, in a folder that was given: their names, in order."""

    def of(self, outcome: Outcome) -> tuple[FileReport, ...]:
        """The files with that outcome."""
        return tuple(f for f in self.files if f.outcome is outcome)

    @property
    def changed(self) -> bool:
        """Whether anything went into the record."""
        return any(f.outcome in (Outcome.ADDED, Outcome.REPLACED) for f in self.files)


def ingest(
    ledger: Ledger,
    paths: Iterable[Path | str],
    meta: Meta = _NOTHING_TOLD,
    progress: Progress | None = None,
    extract: Extract | None = None,
    told: Callable[[FileReport], None] | None = None,
) -> Report:
    """Put the files that PATHS name or hold into LEDGER; what META tells comes before what a file tells of itself.

    A file that is wrong is in the report as refused. What is wrong with the record itself raises RecordError, and
    what went in before it stays in: TOLD is given each file's report as soon as there is one. The indexes are not
    touched: see :func:`corpus.index.bring_up_to_date`.
    """
    every = find_files(paths)
    found = [one for one in every if not one.passed_over]
    reports: list[FileReport] = []
    with ledger.writing():
        for n, one in enumerate(found):
            if progress:
                progress(n, len(found), one.name)
            reports.append(_one(ledger, one, meta, extract))
            if told:
                told(reports[-1])
    if progress:
        progress(len(found), len(found), "")
    return Report(tuple(reports), tuple(one.name for one in every if one.passed_over))


def ingest_bytes(
    ledger: Ledger,
    name: str,
    content: bytes,
    meta: Meta = _NOTHING_TOLD,
    extract: Extract | None = None,
    *,
    replaces: bool = False,
) -> FileReport:
    """Put CONTENT in, a document that came without a path (an upload) under NAME, with its suffix.

    Other content under a name that is known is another document, unless it REPLACES the one of that name. A record
    sheet names its sources itself: one that differs from what is held under those names is refused unless it REPLACES.
    """

    def put() -> FileReport:
        key = upload_key(ledger, name, hashlib.sha256(content).hexdigest(), replaces=replaces)
        return _put(ledger, name, key, content, meta, extract, replaces=replaces)

    return _refused_or(name, put)


def _one(ledger: Ledger, found: Found, meta: Meta, extract: Extract | None) -> FileReport:
    def put() -> FileReport:
        if found.refused:
            raise found.refused
        told = meta.over(sidecar_meta(found.path))
        return _put(ledger, found.name, key_of(found.path), _content(found), told, extract)

    return _refused_or(found.name, put)


def _refused_or(name: str, put: Callable[[], FileReport]) -> FileReport:
    """What PUT reports, or that the file was refused; a fault of one file never keeps the others out."""
    try:
        return put()
    except IngestRefused as refused:
        reason = _reason(name, refused)
    except UnicodeEncodeError:
        reason = "the file, or what is told of it, holds half a character that cannot be stored"
    except (RecordConflict, ValueError) as fault:
        reason = str(fault)
    return FileReport(name, Outcome.REFUSED, reason=reason)


def _reason(name: str, refused: IngestRefused) -> str:
    """Why NAME was refused, without its name, which the reader has seen; a file beside it (a sidecar) is named."""
    if refused.path != name:
        return str(refused)
    return f"{refused.place}: {refused.reason}" if refused.place else refused.reason


def _content(found: Found) -> bytes:
    try:
        size = found.path.stat().st_size
        if size > MOST_BYTES:
            raise size_refusal(Path(found.name), size)
        return found.path.read_bytes()
    except OSError as error:
        raise IngestRefused(found.name, f"the file cannot be read ({error.strerror})") from error


def _put(
    ledger: Ledger,
    name: str,
    key: str,
    content: bytes,
    told: Meta,
    extract: Extract | None,
    *,
    replaces: bool = True,
) -> FileReport:
    sha256 = hashlib.sha256(content).hexdigest()
    editions = sort_editions(ledger, read(content, Path(name)), sha256)
    before = {s.id for s in (*ledger.by_file(key), *editions.outdated)}
    entries: list[Entry] = []
    kept = {s.id for s in editions.standing}
    left_out: list[str] = []
    for document in editions.current:
        left_out += document.left_out
        source = _source(ledger, document, key, sha256, told)
        kept.add(source.id)
        entry = None if document.source is None and _held(ledger, source) else _entry(source, document, extract)
        if entry and not ledger.holds(entry):
            entries.append(entry)
    if not replaces:
        _spare(ledger, name, entries)
    entries = in_series(ledger, entries)
    gone = before - kept
    if not entries and not gone:
        return replace(_unchanged(ledger, name, tuple(sorted(kept))), left_out=tuple(left_out))
    replaced = ledger.put_all(entries, remove=gone)
    outcome = Outcome.REPLACED if replaced else Outcome.ADDED
    return replace(_report(name, outcome, entries, tuple(e.source.id for e in entries)), left_out=tuple(left_out))


def _report(name: str, outcome: Outcome, entries: Sequence[Entry], ids: tuple[str, ...]) -> FileReport:
    return FileReport(
        name,
        outcome,
        ids,
        sum(len(e.figures) for e in entries),
        sum(len(e.statements) for e in entries),
        sum(len(e.passages) for e in entries),
    )


def _spare(ledger: Ledger, name: str, entries: Sequence[Entry]) -> None:
    """Raise IngestRefused where a sheet's source would take the place of one that is held."""
    for entry in entries:
        if entry.source.paraphrase and ledger.sources_of([entry.source.id]):
            raise IngestRefused(
                name,
                f"the record holds the source {entry.source.id} already, with other content: say that this replaces it",
            )


def _unchanged(ledger: Ledger, name: str, ids: tuple[str, ...]) -> FileReport:
    """That the file is in the record already, with what its sources hold there."""
    held = [(ledger.figures(source_id=i), ledger.statements(source_id=i), ledger.passages(source_id=i)) for i in ids]
    figures, statements, passages = (sum(len(one[n]) for one in held) for n in range(3))
    return FileReport(name, Outcome.UNCHANGED, ids, figures, statements, passages)


def _held(ledger: Ledger, source: Source) -> bool:
    """Whether SOURCE is in the record as it would be put in now, but perhaps from another place."""
    return any(replace(source, key=held.key) == held for held in ledger.by_sha(source.sha256))


def _entry(source: Source, document: Document, extract: Extract | None) -> Entry:
    passages = cut(document.text, source.id, document.searched)
    datasets = tuple(_dataset(n, one, source) for n, one in enumerate(document.datasets))
    if document.source is not None:
        known = (document.figures, document.statements, document.links)
        return Entry(source, document.text, passages, *known, datasets, anchors=document.anchors)
    found = extract(document.text, source) if extract else _extract(document, source)
    known = (found.figures, found.statements, (*document.links, *found.links))
    questions = (document.question,) if document.question else ()
    return Entry(source, document.text, passages, *known, datasets, questions, document.anchors)


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


def _source(ledger: Ledger, document: Document, key: str, sha256: str, told: Meta) -> Source:
    """The source of DOCUMENT. What nobody tells this time is what was told when the same bytes were last put in."""
    whole_key = key_of_document(document, key)
    if document.source is not None:
        return _named(ledger, replace(document.source, key=whole_key))
    source_id = document.question.source_id if document.question else f"s-{_id_hash(sha256, document.key)}"
    held = next((s for s in ledger.by_sha(sha256) if s.id == source_id), None)
    meta = told.over(document.meta)
    if held:
        meta = told.over(_meta_of(held)).over(document.meta)
    return Source(
        id=source_id,
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


def _named(ledger: Ledger, source: Source) -> Source:
    """A sheet's source, which names itself: where the same is held from another file, it stays that file's."""
    return next((one for one in ledger.sources_of([source.id]) if one == replace(source, key=one.key)), source)


def _meta_of(s: Source) -> Meta:
    return Meta(s.title, s.publisher, s.kind, s.published, s.reference, s.url, s.licence, s.access, s.language)


def _id_hash(sha256: str, part: str) -> str:
    return (hashlib.sha256(f"{sha256}#{part}".encode()).hexdigest() if part else sha256)[:12]
