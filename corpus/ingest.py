"""Putting documents in: a path → documents → records → the ledger.

A file of one document goes in whole, in one transaction, or is refused with a sentence and leaves nothing behind; of a
file of many each document does. The others go in. The same bytes put in twice change nothing; other bytes under the
same key take the older version's place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.contents import of_bytes, of_file
from corpus.errors import IngestRefused, RecordConflict
from corpus.files import Found, find_files
from corpus.formats import Document, Meta, sidecar_meta
from corpus.ledger import Ledger
from corpus.naming import file_name, key_of, upload_key
from corpus.pace import Moment, Pace
from corpus.putting import Putting
from corpus.reports import FileReport, Outcome, Report
from corpus.sourcing import Extract, Extracted

__all__ = ["Extracted", "FileReport", "Moment", "Outcome", "Progress", "Report", "Watch", "ingest", "ingest_bytes"]

Progress = Callable[[int, int, str], None]
"""Called before each file and once at the end: how many are done, of how many, and the one now being read."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What is told on the way, each as soon as there is something to tell."""

    file: Callable[[FileReport], None] = lambda report: None
    """What became of a file."""
    moment: Callable[[Moment], None] = lambda moment: None
    """How far it has come: at each document."""
    stored: Callable[[int], None] = lambda passages: None
    """That a transaction has put so many passages in, which can be read from then on."""


_NOTHING_TOLD = Meta()
_UNWATCHED = Watch()


def ingest(
    ledger: Ledger,
    paths: Iterable[Path | str],
    meta: Meta = _NOTHING_TOLD,
    progress: Progress | None = None,
    extract: Extract | None = None,
    watch: Watch = _UNWATCHED,
) -> Report:
    """Put the files that PATHS name or hold into LEDGER; what META tells comes before what a file tells of itself.

    A file that is wrong is in the report as refused. What is wrong with the record itself raises RecordError, and
    what went in before it stays in: WATCH is told of each file as soon as there is something to tell. The indexes are
    not touched: see :mod:`corpus.index`.
    """
    every = find_files(paths)
    found = [one for one in every if not one.passed_over]
    run = _Run(ledger, meta, extract, watch, Pace(one.size for one in found))
    reports: list[FileReport] = []
    with ledger.writing():
        for n, one in enumerate(found):
            if progress:
                progress(n, len(found), one.name)
            reports.append(run.file(one))
            watch.file(reports[-1])
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
        contents = of_bytes(content, name)
        key = upload_key(ledger, name, contents.sha256, replaces=replaces)
        putting = Putting(ledger, name, key, contents.sha256, meta, extract, replaces)
        return _put(putting, contents.documents())

    return _refused_or(name, put)


@dataclass(slots=True)
class _Run:
    """One call's files, one after another."""

    ledger: Ledger
    meta: Meta
    extract: Extract | None
    watch: Watch
    pace: Pace
    _seen: dict[tuple[str, Meta], str] = field(default_factory=dict)
    """The names of the files that went in, by their bytes' hash and what is told of them."""

    def file(self, found: Found) -> FileReport:
        """Put FOUND in, or say why not; a fault of one file never keeps the others out."""
        self.pace.begin(found.name)
        self.watch.moment(self.pace.now())
        report = _refused_or(found.name, lambda: self._file(found))
        self.pace.end()
        self.watch.moment(self.pace.now())
        return report

    def _file(self, found: Found) -> FileReport:
        if found.refused:
            raise found.refused
        told = self.meta.over(sidecar_meta(found.path))
        contents, key = of_file(found), key_of(found.path)
        same = self._seen.get((contents.sha256, told), "")
        if same and Path(same).suffix.lower() == found.path.suffix.lower() and not self.ledger.by_file(key):
            return FileReport(found.name, Outcome.UNCHANGED, same_as=same)
        documents = contents.documents()
        self.pace.begin(found.name, documents)
        putting = Putting(self.ledger, found.name, key, contents.sha256, told, self.extract)
        putting.read, putting.stored = self._read, self.watch.stored
        report = _put(putting, documents, self.watch)
        if report.outcome is not Outcome.REFUSED:
            self._seen[contents.sha256, told] = found.name
        return replace(report, same_as=same or _elsewhere(self.ledger, key, report))

    def _read(self, document: Document) -> None:
        self.pace.read(document)
        self.watch.moment(self.pace.now())


def _put(putting: Putting, documents: Iterable[Document], watch: Watch = _UNWATCHED) -> FileReport:
    """Put DOCUMENTS in. Of a file of many, what went in before something was wrong stays, and is told."""
    try:
        return putting.file(documents)
    except IngestRefused as refused:
        if not putting.put:
            raise
        reason = f"{_reason(putting.name, refused)}; what stands before that has gone in"
        return putting.so_far(Outcome.REFUSED, reason)
    except BaseException:
        if putting.put:
            watch.file(putting.so_far(Outcome.BROKEN_OFF, "put it in again, and it goes on from here"))
        raise


def _elsewhere(ledger: Ledger, key: str, report: FileReport) -> str:
    """The name of the file that REPORT's one source came from, where it is another than KEY's."""
    if report.outcome is not Outcome.UNCHANGED or len(report.source_ids) != 1:
        return ""
    [source] = ledger.sources_of(report.source_ids)
    from_file = source.key.partition("#")[0]
    return "" if from_file == key else file_name(from_file)


def _refused_or(name: str, put: Callable[[], FileReport]) -> FileReport:
    """What PUT reports, or that the file was refused."""
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
