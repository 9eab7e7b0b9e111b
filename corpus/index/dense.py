"""Search by meaning: the passages whose vectors lie nearest to the question's.

A record of up to ``EXACT`` passages is searched exactly, in numpy, and never imports Chroma; a larger one goes
through Chroma (docs/decisions/0002-small-records-search-exactly.md).
"""

from __future__ import annotations

import sqlite3

import numpy as np
from filelock import FileLock, Timeout

from corpus.encoder import Encodes
from corpus.encoder.forward import Array
from corpus.index.chroma import ChromaIndex
from corpus.index.stamp import index_folder
from corpus.index.vectors import Progress, Vectors
from corpus.ledger import Ledger
from corpus.ledger.opening import explained

__all__ = ["EXACT", "Dense"]

EXACT = 20_000
"""Up to so many passages, reading all the vectors and comparing each costs less than importing Chroma."""

_NOT_ITS_FAULT = ("disk is full", "locked", "readonly", "unable to open")
"""What the database says where throwing the vectors away would not help."""


class Dense:
    """The dense index of one record, in step with it as of the last ``refresh``."""

    def __init__(self, ledger: Ledger, encoder: Encodes, progress: Progress | None = None) -> None:
        """Open LEDGER's index, encoding what is new in it. Raises RecordFull, ModelMissing or ModelAltered."""
        self._ledger = ledger
        self._encoder = encoder
        self._folder = index_folder(ledger.folder) / "dense"
        self._vectors = Vectors(self._folder, encoder.model.sha256, encoder.width)
        self._chroma = ChromaIndex(self._folder, encoder.model.sha256)
        self._ids: list[str] = []
        self._rows: Array | None = None
        self._fingerprint = ""
        self.refresh(progress)

    @property
    def complete(self) -> bool:
        """Whether every passage of the record, as it now is, can be found here."""
        return self._fingerprint == self._ledger.fingerprint()

    def refresh(self, progress: Progress | None = None) -> None:
        """Come into step with the ledger; costs next to nothing where nothing has changed.

        Where another process is at it already, or the record may only be read, what is there is used as it is.
        """
        now = self._ledger.fingerprint()
        if now == self._fingerprint:
            return
        with explained(self._ledger.folder):
            try:
                self._come_into_step(now, progress)
            except Timeout:
                self._load()

    def search(self, vector: Array, k: int = 50) -> list[tuple[str, float]]:
        """The K passages nearest to VECTOR (of length 1): id and cosine, best first."""
        if self._rows is None:
            return self._chroma.search(vector, k) if self._fingerprint else []
        if not self._ids:
            return []
        scores = self._rows @ vector
        k = min(k, len(self._ids))
        best = np.argpartition(-scores, k - 1)[:k]
        best = best[np.argsort(-scores[best], kind="stable")]
        return [(self._ids[n], float(scores[n])) for n in best]

    # -- bringing it into step

    def _come_into_step(self, now: str, progress: Progress | None) -> None:
        if self._ledger.read_only:
            self._load()
            return
        if self._vectors.fingerprint() != now or not self._loaded(now):
            self._folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder.with_suffix(".lock"), timeout=1):
                self._make(now, progress)

    def _make(self, now: str, progress: Progress | None) -> None:
        try:
            self._vectors.bring_up_to_date(self._ledger, self._encoder, progress)
        except sqlite3.DatabaseError as fault:
            if any(words in str(fault) for words in _NOT_ITS_FAULT):
                raise
            self._vectors.path.unlink()
            self._vectors.bring_up_to_date(self._ledger, self._encoder, progress)
        if self._vectors.count() > EXACT:
            self._chroma.bring_up_to_date(self._vectors, now, progress)
        else:
            self._chroma.remove()
        self._load()

    def _loaded(self, now: str) -> bool:
        self._load()
        return self._fingerprint == now

    def _load(self) -> None:
        """Take up what lies in the folder, whatever it is in step with."""
        self._ids, self._rows, self._fingerprint = [], None, ""
        fingerprint = self._vectors.fingerprint()
        if not fingerprint:
            return
        if self._vectors.count() <= EXACT:
            self._ids, self._rows = self._vectors.all()
            self._fingerprint = fingerprint
        elif self._chroma.open(fingerprint):
            self._fingerprint = fingerprint
