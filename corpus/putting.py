"""One file's documents into the ledger: all in one transaction, or part by part where the file holds many.

A file of one document, or a sheet, goes in whole or not at all. Of a file of many (a page of written questions, a day
of debates) each document goes in whole: a few at a time to a transaction, so that a kill loses the last few seconds'
and leaves nothing half done. What the ledger holds already is passed over without its text being read for figures, so
putting the file in again goes on where it stopped. Only where another edition of the file makes room (a day of debates,
published again with corrections) do its parts go in together, lest the record hold some of each.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from corpus.editions import Editions, key_of_document
from corpus.errors import IngestRefused, RecordConflict
from corpus.formats import Document, Meta
from corpus.insets import with_datasets
from corpus.ledger import Entry, Ledger
from corpus.records import Source
from corpus.reports import FileReport, Outcome
from corpus.series import in_series
from corpus.sourcing import Extract, entry_of, own_sha256, source_id_of, source_of

__all__ = ["PARTS", "SECONDS", "Putting"]

PARTS = 50
SECONDS = 2.0
"""A transaction takes so many parts of a file, or those of so many seconds, whichever is less."""


@dataclass(slots=True)
class Putting:
    """One file being put in under KEY; SHA256 is its bytes'."""

    ledger: Ledger
    name: str
    key: str
    sha256: str
    told: Meta
    extract: Extract | None = None
    replaces: bool = True
    read: Callable[[Document], None] = lambda document: None
    """Called with each document once it is read."""
    stored: Callable[[int], None] = lambda passages: None
    """Called after each transaction, with how many passages it put in."""
    by_parts: bool = False
    editions: Editions = field(init=False)
    began: float = 0.0
    waiting: list[Entry] = field(default_factory=list)
    """Read, and not in the ledger yet."""
    put: list[str] = field(default_factory=list)
    kept: dict[str, None] = field(default_factory=dict)
    """The ids of the sources that the file holds now, those that were there before included."""
    replaced: bool = False
    figures: int = 0
    statements: int = 0
    passages: int = 0
    tables: int = 0
    left_out: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    """What the documents read so far are known by."""
    faulty: set[str] = field(default_factory=set)
    """The keys of parts that could not go in."""

    def __post_init__(self) -> None:
        self.editions = Editions(self.ledger)

    def file(self, documents: Iterable[Document]) -> FileReport:
        """Put DOCUMENTS in and say what became of them.

        Raises IngestRefused, ValueError, RecordConflict or another RecordError. What was raised in the middle of a file
        of many leaves in the ledger what went in before: see ``so_far``.
        """
        for document in documents:
            if not self.names:
                self._settle(document)
            self._take(document)
            self.read(document)
            if self.by_parts and self._full():
                self._store()
        if not self.replaces:
            self._spare()
        gone = self._gone()
        if self.waiting or gone:
            self._store(gone)
        return self.so_far(self._outcome(changed=bool(gone)))

    def so_far(self, outcome: Outcome, reason: str = "") -> FileReport:
        """What has become of the file by now, under OUTCOME."""
        left_out = tuple(self.left_out)
        if outcome is Outcome.UNCHANGED:
            held = self.ledger.counts_of(self.kept)[1:4]
            report = _report(self.name, outcome, self.kept, held, left_out=left_out)
            return replace(report, tables=len(self.ledger.datasets_in(list(self.kept))))
        counts = (self.figures, self.statements, self.passages)
        already = len(self.kept) - len(self.put)
        report = _report(self.name, outcome, self.put, counts, reason=reason, left_out=left_out, already=already)
        return replace(report, tables=self.tables)

    def _outcome(self, *, changed: bool) -> Outcome:
        if not self.put and not changed:
            return Outcome.UNCHANGED
        return Outcome.REPLACED if self.replaced else Outcome.ADDED

    # -- one document

    def _settle(self, first: Document) -> None:
        """Whether the file goes in by parts, told from the FIRST of them."""
        self.by_parts = bool(first.key) and first.source is None and not self.editions.others(first)

    def _take(self, document: Document) -> None:
        """Read DOCUMENT, unless the ledger holds it already."""
        name = key_of_document(document, self.key)
        if self.by_parts and name in self.names:
            self.left_out.append(f"another document called {document.key} in the same file: the first has gone in")
            return
        self.names.add(name)
        if standing := self.editions.newer(document):
            self.kept.update(dict.fromkeys(source.id for source in standing))
            return
        self.left_out += document.left_out
        sha256 = own_sha256(document, self.sha256)
        before = self._before(document, sha256)
        source = source_of(document, self.key, sha256, self.told, before)
        if document.source is None:
            same = before if before == source else self.editions.twin(document, source)
            if same is not None:
                self.kept[same.id] = None
                return
        try:
            tabled = with_datasets(document)
            self.left_out += tabled.left_out[len(document.left_out) :]
            entry = entry_of(source, tabled, self.extract)
        except ValueError as fault:
            self._left_out(source, fault)
            return
        self.kept[source.id] = None
        if document.source is None or not self.ledger.holds(entry):
            self.began = self.began if self.waiting else time.monotonic()
            self.waiting.append(entry)

    def _before(self, document: Document, sha256: str) -> Source | None:
        """What the record holds under the id of DOCUMENT's source."""
        if document.question is not None:
            return next(iter(self.editions.held(document)), None)
        return next(iter(self.ledger.sources_of([source_id_of(document, sha256)])), None)

    def _left_out(self, source: Source, fault: Exception) -> None:
        """One part that cannot go in keeps no other out, and its older version stays. Elsewhere FAULT is raised."""
        if not self.by_parts:
            raise fault
        self.kept.pop(source.id, None)
        self.faulty.add(source.key)
        self.left_out.append(f"{source.key.partition('#')[2]}: {fault}")

    # -- a transaction

    def _full(self) -> bool:
        return len(self.waiting) >= PARTS or (bool(self.waiting) and time.monotonic() - self.began > SECONDS)

    def _store(self, gone: Iterable[str] = ()) -> None:
        """Put in what is waiting, and take the sources GONE out."""
        entries, self.waiting = self.waiting, []
        try:
            self._put(entries, gone)
        except (RecordConflict, ValueError):
            if not self.by_parts:
                raise
            self._one_by_one(entries)
            self._put([], gone)

    def _one_by_one(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            try:
                self._put([entry], ())
            except (RecordConflict, ValueError) as fault:
                self._left_out(entry.source, fault)

    def _put(self, entries: Sequence[Entry], gone: Iterable[str]) -> None:
        if not self.by_parts:  # the answers to many questions under one heading are no issues of a series
            entries = in_series(self.ledger, entries)
        self.replaced |= bool(self.ledger.put_all(entries, remove=gone))
        self.put += [entry.source.id for entry in entries]
        self.figures += sum(len(entry.figures) for entry in entries)
        self.statements += sum(len(entry.statements) for entry in entries)
        self.passages += sum(len(entry.passages) for entry in entries)
        self.tables += sum(len(entry.datasets) for entry in entries)
        self.stored(sum(len(entry.passages) for entry in entries))

    def _gone(self) -> list[str]:
        """The sources that came from this file and that it holds no more."""
        file = {source.id for source in self.ledger.by_file(self.key) if source.key not in self.faulty}
        identities = {key.partition("#")[0].rpartition("~")[0] for key in self.faulty}
        return sorted(file.union(self.editions.outdated(identities)).difference(self.kept))

    def _spare(self) -> None:
        """Raise IngestRefused where a sheet's source would take the place of one that is held."""
        for source in (entry.source for entry in self.waiting):
            if source.paraphrase and self.ledger.sources_of([source.id]):
                reason = (
                    f"the record holds the source {source.id} already, with other content: say that this replaces it"
                )
                raise IngestRefused(self.name, reason)


def _report(
    name: str,
    outcome: Outcome,
    ids: Iterable[str],
    counts: Sequence[int],
    *,
    reason: str = "",
    left_out: tuple[str, ...] = (),
    already: int = 0,
) -> FileReport:
    figures, statements, passages = counts
    return FileReport(name, outcome, tuple(ids), figures, statements, passages, reason, left_out, already)
