"""Search by meaning: the passages whose vectors lie nearest to the question's.

A passage is as near as it is whole, or as the nearest of its sentences that has a vector of its own. Up to ``EXACT``
vectors are searched exactly, in numpy, and Chroma is never imported; more go through Chroma
(docs/decisions/0002-small-records-search-exactly.md). Making vectors takes long, so whoever answers questions opens the
index ``behind``: it then searches what there is, which grows while another process makes the rest.
"""

from __future__ import annotations

import sqlite3
from itertools import accumulate, repeat
from operator import mul

import numpy as np
from filelock import FileLock, Timeout

from corpus.encoder import Encodes
from corpus.encoder.forward import Array
from corpus.index.chroma import ChromaIndex
from corpus.index.stamp import index_folder
from corpus.index.vectors import Progress, State, Vectors
from corpus.index.worded import passage_of
from corpus.ledger import Ledger
from corpus.ledger.opening import explained

__all__ = ["EXACT", "MOST_EXACT", "Dense"]

EXACT = 40_000
"""Up to so many vectors, reading all and comparing each costs less than importing Chroma."""
MOST_EXACT = 200_000
"""Of a larger record that Chroma does not hold yet, so many vectors are compared: 300 MB, 20 ms a question."""
_WIDER = 3
"""Times as many vectors are looked at as passages are wanted, and so many times as many again while these fail."""

_NOT_ITS_FAULT = ("disk is full", "locked", "readonly", "unable to open")
"""What the database says where throwing the vectors away would not help."""


class Dense:
    """The dense index of one record, in step with it as of the last ``refresh``."""

    def __init__(
        self, ledger: Ledger, encoder: Encodes, progress: Progress | None = None, *, behind: bool = False
    ) -> None:
        """Open LEDGER's index, encoding what is new in it unless it may stay BEHIND.

        Raises RecordFull, ModelMissing or ModelAltered.
        """
        self._ledger = ledger
        self._encoder = encoder
        self._behind = behind
        self._folder = index_folder(ledger.folder) / "dense"
        self._vectors = Vectors(self._folder, encoder.model.sha256, encoder.width)
        self._chroma = ChromaIndex(self._folder, encoder.model.sha256)
        self._clear()
        self.refresh(progress)

    @property
    def complete(self) -> bool:
        """Whether every passage of the record, as it now is, can be found here."""
        return self._fingerprint == self._ledger.fingerprint()

    @property
    def held(self) -> int:
        """How many passages can be found here, those that are no longer in the record included."""
        return self._chroma.passages if self._in_chroma else self._passages

    def refresh(self, progress: Progress | None = None) -> None:
        """Come into step with the ledger; costs next to nothing where nothing has changed.

        Where another process is at it already, or the record may only be read, what is there is used as it is; and so
        it is where this may stay behind.
        """
        now = self._ledger.fingerprint()
        if now == self._fingerprint:
            return
        with explained(self._ledger.folder):
            if self._behind or self._ledger.read_only:
                self._take_up()
                return
            try:
                self._come_into_step(now, progress)
            except Timeout:
                self._take_up()

    def search(self, vector: Array, k: int = 50) -> list[tuple[str, float]]:
        """The K passages nearest to VECTOR (of length 1): id and cosine, best first."""
        most, wanted = self._most, min(k, self.held)
        for looked_at in accumulate(repeat(_WIDER), mul, initial=_WIDER * k):
            found: dict[str, float] = {}
            for one, score in self._nearest(vector, min(looked_at, most)):
                found.setdefault(passage_of(one), score)
            if len(found) >= wanted or looked_at >= most:
                break
        return list(found.items())[:k]

    @property
    def _most(self) -> int:
        """How many vectors there are."""
        return self._chroma.count if self._in_chroma else len(self._ids)

    def _nearest(self, vector: Array, n: int) -> list[tuple[str, float]]:
        """The N nearest vectors, of passages and of sentences: id and cosine, best first."""
        if self._in_chroma:
            return self._chroma.search(vector, n)
        if not n:
            return []
        scores = np.concatenate([rows @ vector for rows in self._rows])
        best = np.argpartition(-scores, n - 1)[:n]
        return [(self._ids[at], float(scores[at])) for at in best[np.argsort(-scores[best], kind="stable")]]

    # -- bringing it into step

    def _come_into_step(self, now: str, progress: Progress | None) -> None:
        self._take_up()
        if self._fingerprint != now:
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
            self._chroma.bring_up_to_date(self._vectors, self._vectors.fingerprint(), progress)
        else:
            self._chroma.remove()
        self._vectors.alone()
        self._take_up()

    # -- taking up what there is

    def _clear(self) -> None:
        self._ids: list[str] = []
        self._passages = 0
        self._rows: list[Array] = []
        self._place = 0
        self._state, self._mark = State(), 0
        self._fingerprint = ""
        """Of the ledger that what is in use is in step with; empty where it is with none."""
        self._in_chroma = False

    def _take_up(self) -> None:
        """Use what lies in the folder, whatever it is in step with; while it grows, only what is new is read."""
        state, mark = self._vectors.state(), self._chroma.mark()
        if (state, mark) == (self._state, self._mark):
            return
        try:
            self._read(state)
            self._mark = mark
        except sqlite3.DatabaseError:
            self._clear()

    def _read(self, state: State) -> None:
        if state.written and self._vectors.count() > EXACT and (fingerprint := self._chroma.as_it_is()):
            self._clear()
            self._in_chroma, self._state, self._fingerprint = True, state, fingerprint
            return
        if self._in_chroma or state.fingerprint != self._state.fingerprint or not state.written:
            self._clear()
        if state.written:
            ids, rows, self._place = self._vectors.since(self._place, MOST_EXACT - len(self._ids))
            self._ids += ids
            self._passages += sum(passage_of(one) == one for one in ids)
            self._rows += [rows] if ids else []
        self._state, self._fingerprint = state, state.fingerprint
