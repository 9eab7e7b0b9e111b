"""Opening the ledger and writing to it: a source at a time, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock
from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from corpus.errors import RecordConflict
from corpus.ledger import opening, tables
from corpus.ledger.cubes import write_observations
from corpus.ledger.entry import Entry, Rows, faults, rows_of
from corpus.ledger.findable import write_terms
from corpus.ledger.reading import Counts, Reading
from corpus.questions import WrittenQuestion
from corpus.records import Figure, Link, Passage, Source, Statement

__all__ = ["Counts", "Ledger"]

_ORDER = (
    tables.source,
    tables.passage,
    tables.figure,
    tables.statement,
    tables.link,
    tables.dataset,
    tables.question,
    tables.refusal,
    tables.reference,
    tables.anchor,
)
_MODULUS = 1 << 256


class Ledger(Reading):
    """The record in one folder. Many may read it at once, in many threads; one process at a time writes to it.

    ``with Ledger.open(folder) as ledger: …``. ``read_only`` says whether this process may write to it at all.
    """

    @classmethod
    def open(cls, folder: Path | str, create: bool = False) -> Ledger:
        """The record in FOLDER, made there (empty) where CREATE says so.

        Raises RecordMissing, RecordDamaged, RecordNewer, RecordReadOnly, RecordFull or RecordBusy.
        """
        place = Path(folder)
        with opening.explained(place):
            opening.prepare(place, create=create)
        ledger = cls(place)
        try:
            with opening.explained(place):
                ledger._begin(create)
        except BaseException:
            ledger.close()
            raise
        return ledger

    def __init__(self, folder: Path | str) -> None:
        place = Path(folder)
        self.read_only = not opening.writable(place)
        super().__init__(place, opening.engine_for(place, may_write=not self.read_only))
        self._lock = FileLock(place / opening.LOCK, timeout=opening.BUSY_SECONDS)

    def _begin(self, create: bool) -> None:
        if create and not self.read_only and self._empty():
            with self.writing():
                opening.make(self._engine)
        elif not opening.database_of(self.folder).exists():
            raise opening.read_only(self.folder)
        opening.check_version(self._engine, self.folder)
        if not self.read_only:
            opening.complete(self._engine)

    def _empty(self) -> bool:
        """Whether there is no ledger here yet, or none but a file in which nothing has been written."""
        database = opening.database_of(self.folder)
        return not database.exists() or not database.stat().st_size

    def close(self) -> None:
        """Let go of the database. What was put in stays."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def writing(self, timeout: float | None = None) -> Iterator[None]:
        """Be the one process that writes, waiting TIMEOUT seconds (10) for another to finish; may be nested.

        Raises RecordReadOnly, or RecordBusy when the other does not finish in time.
        """
        if self.read_only:
            raise opening.read_only(self.folder)
        with opening.explained(self.folder):
            self._lock.acquire(timeout=timeout)
        try:
            yield
        finally:
            self._lock.release()

    def put(
        self,
        source: Source,
        text: str,
        passages: Iterable[Passage] = (),
        figures: Iterable[Figure] = (),
        statements: Iterable[Statement] = (),
        links: Iterable[Link] = (),
        questions: Iterable[WrittenQuestion] = (),
    ) -> tuple[str, ...]:
        """Put one source in with all its records, in one transaction, in place of any of the same id or key.

        Gives the ids of the sources that it replaced. Raises ValueError where a span does not lie in TEXT,
        RecordConflict where a record's id is another source's, or another RecordError.
        """
        parts = (tuple(passages), tuple(figures), tuple(statements), tuple(links))
        return self.put_all([Entry(source, text, *parts, questions=tuple(questions))])

    def put_all(self, entries: Sequence[Entry], remove: Iterable[str] = ()) -> tuple[str, ...]:
        """Put these in and take the sources REMOVE out, in one transaction; gives the ids of those that went."""
        wrong = [fault for entry in entries for fault in faults(entry)]
        if wrong:
            raise ValueError(f"source {entries[0].source.title!r}: {wrong[0]}")
        made = [rows_of(entry) for entry in entries]
        with self.writing(), opening.explained(self.folder):
            try:
                with self._engine.begin() as connection:
                    return _write(connection, entries, made, set(remove))
            except IntegrityError as clash:
                raise _conflict(entries, clash) from clash

    def remove(self, source_id: str) -> None:
        """Take a source out with all its records and links. Raises KeyError where there is none of that id."""
        self.source(source_id)
        self.put_all([], remove=[source_id])


def _write(connection: Connection, entries: Sequence[Entry], made: list[Rows], remove: set[str]) -> tuple[str, ...]:
    stamp = update(tables.meta).where(tables.meta.c.name == "fingerprint")
    connection.execute(stamp.values(value=tables.meta.c.value))  # takes the write lock before anything is read
    gone = _replaced(connection, entries, remove)
    total = int(
        connection.execute(select(tables.meta.c.value).where(tables.meta.c.name == "fingerprint")).scalar_one(), 16
    )
    for source_id, digest in gone:
        connection.execute(delete(tables.source).where(tables.source.c.id == source_id))
        total -= int(digest, 16)
    for table in _ORDER:
        rows = [row for one in made for row in one[table.name]]
        if rows:
            connection.execute(insert(table), rows)
    for entry in entries:
        for one in entry.datasets:
            write_observations(connection, one)
            write_terms(connection, one, entry.source.title)
    total += sum(int(one["source"][0]["digest"], 16) for one in made)
    connection.execute(stamp.values(value=f"{total % _MODULUS:064x}"))
    version = tables.meta.c.name == "schema_version"
    connection.execute(update(tables.meta).where(version).values(value=str(tables.SCHEMA_VERSION)))
    return tuple(source_id for source_id, _ in gone)


def _replaced(connection: Connection, entries: Sequence[Entry], remove: set[str]) -> list[tuple[str, str]]:
    """The id and digest of every stored source that ENTRIES replace or REMOVE names."""
    ids = remove | {e.source.id for e in entries}
    keys = {e.source.key for e in entries if e.source.key}
    s = tables.source.c
    query = select(s.id, s.digest).where(s.id.in_(ids) | s.key.in_(keys)).order_by(s.added)
    return [(row[0], row[1]) for row in connection.execute(query)]


def _conflict(entries: Sequence[Entry], clash: IntegrityError) -> RecordConflict:
    title = entries[0].source.title if entries else ""
    return RecordConflict(
        f"source {title!r} has a record whose id is already in use ({clash.orig}): give it another id"
    )
