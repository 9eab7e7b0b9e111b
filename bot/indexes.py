"""Whether the search indexes have followed the record: told from what they say of themselves, changing neither.

A small record is weighed whole and needs neither index, so one that is behind is no fault. That of words is brought
into step by the next question that needs it, that of meaning by ``despatch reindex``, the next ``ingest``, or while the
pages are served.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.encoder import opened
from corpus.errors import ModelError
from corpus.index.dense import EXACT
from corpus.index.lexical import VERSION
from corpus.index.stamp import changes, index_folder, read_json
from corpus.index.vectors import Vectors
from corpus.ledger import Ledger

__all__ = ["IndexState", "index_states"]


@dataclass(frozen=True, slots=True)
class IndexState:
    """How far one index has followed the record."""

    name: str
    """``words`` or ``meaning``: what is searched by."""
    up_to_date: bool
    waiting: int
    """Passages of the record that it does not hold yet."""
    passages: int = 0
    """How many the record has."""
    fault: str = ""
    """One sentence on why it cannot be used at all (no model); empty where it can."""

    def says(self) -> str:
        """The same in words, for a person."""
        if self.fault:
            return f"cannot be searched: {self.fault}"
        if self.up_to_date:
            return "up to date"
        if not self.waiting:
            return "out of date: it holds passages that are no longer in the record"
        waits = f"{self.waiting:,} {'passage waits' if self.waiting == 1 else 'passages wait'}"
        share = 100 * (self.passages - self.waiting) // self.passages if self.passages else 0
        return f"{waits}; {share}% of {self.passages:,} can be searched" if share > 0 else waits

    def to_json(self) -> dict[str, Any]:
        """The fields of ``status --json``; ``fault`` is null where there is none."""
        return {"up_to_date": self.up_to_date, "waiting": self.waiting, "fault": self.fault or None}


def index_states(ledger: Ledger) -> tuple[IndexState, IndexState]:
    """Both indexes of LEDGER. Raises RecordError where the record itself cannot be read."""
    counts, want, now = ledger.passage_counts(), ledger.digests(), ledger.fingerprint()
    record = _Record(want, counts, now)
    return _words(ledger.folder, record), _meaning(ledger.folder, record)


@dataclass(frozen=True, slots=True)
class _Record:
    """What an index has to hold: each source with its digest, its number of passages, and the whole's fingerprint."""

    digests: dict[str, str]
    passages: Mapping[str, int]
    fingerprint: str

    def state(self, name: str, fingerprint: object, have: dict[str, str]) -> IndexState:
        """The state of an index that was in step with FINGERPRINT and holds the sources HAVE."""
        waiting = sum(self.passages.get(source, 0) for source in changes(have, self.digests).new)
        whole = sum(self.passages.values())
        return IndexState(name, not waiting and fingerprint == self.fingerprint, waiting, whole)


def _words(folder: Path, record: _Record) -> IndexState:
    lexical = index_folder(folder) / "lexical"
    stamp = read_json(lexical / "stamp.json")
    if stamp.get("version") != VERSION:
        return record.state("words", "", {})
    return record.state("words", stamp.get("fingerprint"), read_json(lexical / "sources.json"))


def _meaning(folder: Path, record: _Record) -> IndexState:
    try:
        model = opened().model
    except ModelError as error:
        whole = sum(record.passages.values())
        return IndexState("meaning", False, whole, whole, str(error))
    dense = index_folder(folder) / "dense"
    vectors = Vectors(dense, model.sha256, 0)
    state = vectors.state()
    fingerprint = state.fingerprint
    try:
        have = vectors.sources() if state.written else {}
        large = bool(have) and vectors.count() > EXACT
    except sqlite3.Error:
        fingerprint, have, large = "", {}, False
    told = read_json(dense / "current.json") if large else {}
    if told.get("model") == model.sha256:
        fingerprint, have = str(told.get("fingerprint")), told.get("sources", {})
    elif large:
        fingerprint = ""  # compared one by one until Chroma is made
    return record.state("meaning", fingerprint, have)
