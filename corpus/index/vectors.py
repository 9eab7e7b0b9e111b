"""The passages' vectors, kept once made: encoding is the slowest thing that Despatch does.

RECORD/index/dense/vectors-….sqlite, named for the model, holds a row a passage, and where the encoder is quick one more
for each sentence that a figure stands in. What has words that were encoded before, in this source or another, is not
encoded again; a kill loses no more than the batch being encoded.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np

from corpus.encoder import Encodes
from corpus.encoder.forward import Array
from corpus.index.stamp import changes
from corpus.index.worded import SENTENCE, Worded, sentences, whole
from corpus.ledger import Ledger

__all__ = ["Progress", "State", "Vectors"]

Progress = Callable[[int, int], None]
"""Called with how many passages are done, of how many that have to be."""

VERSION = "2"
BATCH = 512
"""Passages that are encoded and written together: what is lost by a kill, and what may be found as soon as it is in."""
_WRITTEN = """
INSERT INTO meta VALUES ('written', '2') ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1
"""

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS source (id TEXT PRIMARY KEY, digest TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS vector
  (id TEXT PRIMARY KEY, source_id TEXT NOT NULL, words BLOB NOT NULL, vector BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS vector_source ON vector (source_id);
CREATE INDEX IF NOT EXISTS vector_words ON vector (words);
"""


class State(NamedTuple):
    """How far the vectors have come."""

    fingerprint: str = ""
    """Of the ledger that they were last in step with; empty where they never were, or cannot be read."""
    written: int = 0
    """A number that grows whenever something is written; 0 where there is nothing."""


class Vectors:
    """The vectors of one record under one model; those of another version are thrown away."""

    def __init__(self, folder: Path, model: str, width: int) -> None:
        """FOLDER must be there. MODEL is the hash of its weights, WIDTH how many numbers a vector has."""
        self.path = folder / f"vectors-{model[:12]}.sqlite"
        self._model = model
        self._width = width

    def alone(self) -> None:
        """Take away what other models made: these have taken its place."""
        for path in self.path.parent.glob("vectors*.sqlite*"):
            if not path.name.startswith(self.path.name):
                path.unlink(missing_ok=True)

    def fingerprint(self) -> str:
        """Of the ledger that these are the vectors of; empty where there are none, or they cannot be read."""
        return self.state().fingerprint

    def state(self) -> State:
        """How far they have come. While they catch up with the ledger, what is written may be read already."""
        try:
            with self._reading() as db:
                told = dict(db.execute("SELECT name, value FROM meta"))
        except sqlite3.Error:
            return State()
        if (told.get("version"), told.get("model")) != (VERSION, self._model):
            return State()
        fingerprint = str(told.get("fingerprint", ""))
        return State(fingerprint, int(told.get("written", bool(fingerprint))))

    def count(self) -> int:
        """How many vectors there are."""
        with self._reading() as db:
            return int(db.execute("SELECT count(*) FROM vector").fetchone()[0])

    def passages(self) -> int:
        """How many passages have one."""
        with self._reading() as db:
            return int(db.execute("SELECT count(*) FROM vector WHERE instr(id, ?) = 0", (SENTENCE,)).fetchone()[0])

    def sources(self) -> dict[str, str]:
        """Each source whose passages are all here, with the hash of its content."""
        with self._reading() as db:
            return dict(db.execute("SELECT id, digest FROM source"))

    def all(self) -> tuple[list[str], Array]:
        """The ids of whatever has a vector (corpus/index/worded.py), and the vectors as rows in the same order."""
        ids, rows, _ = self.since(0, -1)
        return ids, rows

    def since(self, place: int, most: int) -> tuple[list[str], Array, int]:
        """The MOST that were written after PLACE (all where it is -1): ids, vectors, and the place of the last."""
        query = "SELECT id, vector, rowid FROM vector WHERE rowid > ? ORDER BY rowid LIMIT ?"
        with self._reading() as db:
            rows = db.execute(query, (place, most)).fetchall()
        last = rows[-1][2] if rows else place
        return [row[0] for row in rows], self._rows([row[1] for row in rows]), last

    def each(self, source_ids: Sequence[str] | None = None) -> Iterator[tuple[list[str], list[str], Array]]:
        """Ids, their sources' ids and their vectors, a batch at a time; of SOURCE_IDS, or all."""
        with self._reading() as db:
            if source_ids is None:
                cursor = db.execute("SELECT id, source_id, vector FROM vector ORDER BY rowid")
                while rows := cursor.fetchmany(BATCH):
                    yield [r[0] for r in rows], [r[1] for r in rows], self._rows([r[2] for r in rows])
                return
            for one in source_ids:
                rows = db.execute("SELECT id, vector FROM vector WHERE source_id = ?", (one,)).fetchall()
                if rows:
                    yield [r[0] for r in rows], [one] * len(rows), self._rows([r[1] for r in rows])

    def bring_up_to_date(self, ledger: Ledger, encoder: Encodes, progress: Progress | None = None) -> None:
        """Encode what LEDGER holds and this does not, and forget what it no longer holds."""
        with ledger.steady():
            now, want = ledger.fingerprint(), ledger.digests()
        with self._writing() as db:
            have: dict[str, str] = dict(db.execute("SELECT id, digest FROM source"))
            differing = changes(have, want)
            self._encode(db, ledger, differing.new, want, encoder, progress)
            gone = [(i,) for i in differing.gone if i not in want]
            db.execute("BEGIN")
            db.executemany("DELETE FROM vector WHERE source_id = ?", gone)
            db.executemany("DELETE FROM source WHERE id = ?", gone)
            db.execute("INSERT OR REPLACE INTO meta VALUES ('fingerprint', ?)", (now,))
            db.execute(_WRITTEN)
            db.execute("COMMIT")

    def _encode(
        self,
        db: sqlite3.Connection,
        ledger: Ledger,
        source_ids: Sequence[str],
        digests: dict[str, str],
        encoder: Encodes,
        progress: Progress | None,
    ) -> None:
        counts = ledger.passage_counts()
        total = sum(counts.get(i, 0) for i in source_ids)
        done = 0
        for some in _batches(source_ids, counts):
            passages = [p for held in ledger.passages_of(some).values() for p in held]
            worded = [whole(p) for p in passages]
            if encoder.quick:
                worded += sentences(passages, ledger.figures_of(some))
            before = done

            def told(n: int, _: int, before: int = before, most: int = len(passages)) -> None:
                if progress:
                    progress(min(before + min(n, most), total), total)

            vectors = self._vectors(db, worded, encoder, told)
            self._store(db, some, digests, worded, vectors)
            done += len(passages)
            told(0, 0, done)

    def _vectors(self, db: sqlite3.Connection, worded: Sequence[Worded], encoder: Encodes, told: Progress) -> Array:
        """The vectors of WORDED, those of known words looked up and the others made."""
        made = np.zeros((len(worded), self._width), dtype=np.float32)
        unknown: dict[bytes, list[int]] = {}
        for n, one in enumerate(worded):
            words = _words(one)
            row = db.execute("SELECT vector FROM vector WHERE words = ? LIMIT 1", (words,)).fetchone()
            if row:
                made[n] = np.frombuffer(row[0], dtype="<f4")
            else:
                unknown.setdefault(words, []).append(n)
        if unknown:
            new = encoder.encode_passages([worded[at[0]].text for at in unknown.values()], told)
            for places, vector in zip(unknown.values(), new, strict=True):
                made[places] = vector
        return made

    def _store(
        self,
        db: sqlite3.Connection,
        source_ids: Sequence[str],
        digests: dict[str, str],
        worded: Sequence[Worded],
        vectors: Array,
    ) -> None:
        rows = [(w.id, w.source_id, _words(w), v.tobytes()) for w, v in zip(worded, vectors, strict=True)]
        db.execute("BEGIN")
        db.executemany("DELETE FROM vector WHERE source_id = ?", [(i,) for i in source_ids])
        db.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?, ?, ?)", rows)
        db.executemany("INSERT OR REPLACE INTO source VALUES (?, ?)", [(i, digests[i]) for i in source_ids])
        db.execute(_WRITTEN)
        db.execute("COMMIT")

    def _rows(self, blobs: list[bytes]) -> Array:
        return np.frombuffer(b"".join(blobs), dtype="<f4").reshape(len(blobs), self._width)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True, timeout=30)) as db:
            yield db

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path, isolation_level=None, timeout=30)) as db:
            db.executescript(_TABLES)
            told = dict(db.execute("SELECT name, value FROM meta"))
            if (told.get("version"), told.get("model")) != (VERSION, self._model):
                self._start_again(db)
            yield db

    def _start_again(self, db: sqlite3.Connection) -> None:
        db.execute("BEGIN")
        for table in ("vector", "source", "meta"):
            db.execute(f"DROP TABLE {table}")
        for made in filter(str.strip, _TABLES.split(";")):
            db.execute(made)
        db.executemany("INSERT INTO meta VALUES (?, ?)", [("version", VERSION), ("model", self._model)])
        db.execute("COMMIT")


def _words(worded: Worded) -> bytes:
    """What its words are known by."""
    return hashlib.sha256(worded.text.encode()).digest()[:16]


def _batches(source_ids: Sequence[str], counts: dict[str, int]) -> Iterator[list[str]]:
    """Sources in their order, so many together as make a batch of passages."""
    batch: list[str] = []
    held = 0
    for one in source_ids:
        batch.append(one)
        held += counts.get(one, 0)
        if held >= BATCH:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
