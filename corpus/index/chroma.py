"""The large path of dense search: Chroma, embedded, in a folder of its own beside the vectors that it is made from.

It is built in a new folder and pointed to when it is whole (``current.json``), so that a kill leaves the older one or
none. Chroma is given vectors and never text; its telemetry is off, and it has no embedding function to call.
"""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from corpus.encoder.forward import Array
from corpus.index.stamp import changes, read_json, write_json
from corpus.index.vectors import Vectors

__all__ = ["ChromaIndex"]

Progress = Callable[[int, int], None]

ADDED_AT_ONCE = 2_000
MOST_CHANGED = 0.25
"""Where a larger share of the sources has changed, the index is built anew."""
_NAME = "passages"


class ChromaIndex:
    """One record's vectors in Chroma, as of the ledger's FINGERPRINT that it was opened with."""

    def __init__(self, folder: Path, model: str) -> None:
        self._folder = folder
        self._model = model
        self._collection: Any = None
        self.passages = 0
        """How many passages the index in use has."""
        self.count = 0
        """How many vectors it has: Chroma counts them one by one, which takes as long as a question."""

    def as_it_is(self) -> str:
        """Use the index that is there, whatever it is in step with: gives that fingerprint, "" where there is none."""
        fingerprint = str(self._told().get("fingerprint", ""))
        return fingerprint if fingerprint and self.open(fingerprint) else ""

    def mark(self) -> int:
        """A number that changes when another index takes the place of the one that is there; 0 where there is none."""
        try:
            return (self._folder / "current.json").stat().st_mtime_ns
        except OSError:
            return 0

    def open(self, fingerprint: str) -> bool:
        """Use the index that is there, if it is whole and of this fingerprint and model; whether it is."""
        told = self._told()
        if told.get("fingerprint") != fingerprint:
            return False
        try:
            collection = self._client(told["folder"]).get_collection(_NAME, embedding_function=None)
            if collection.count() != told["count"]:
                return False
        except BaseException as fault:
            if isinstance(fault, KeyboardInterrupt | SystemExit):
                raise
            return False
        self._collection, self.passages, self.count = collection, int(told["passages"]), int(told["count"])
        return True

    def bring_up_to_date(self, vectors: Vectors, fingerprint: str, progress: Progress | None = None) -> None:
        """Make it hold VECTORS: by what has changed, where that is little, else anew."""
        if self.open(fingerprint):
            return
        want = vectors.sources()
        if not self._amend(vectors, want, fingerprint):
            self._build(vectors, want, fingerprint, progress)
        self._sweep()

    def search(self, vector: Array, k: int) -> list[tuple[str, float]]:
        """The K nearest vectors: id and cosine, best first."""
        found = self._collection.query(query_embeddings=[vector], n_results=k, include=["distances"])
        return [(i, 1.0 - float(d)) for i, d in zip(found["ids"][0], found["distances"][0], strict=True)]

    def remove(self) -> None:
        """Take away every Chroma folder: the record has become small."""
        self._collection = None
        (self._folder / "current.json").unlink(missing_ok=True)
        self._sweep()

    def _told(self) -> dict[str, Any]:
        told = read_json(self._folder / "current.json")
        return told if told.get("model") == self._model and "passages" in told else {}  # older ones held no sentences

    def _amend(self, vectors: Vectors, want: dict[str, str], fingerprint: str) -> bool:
        """Take out and put in only what has changed; False where that cannot be, or is not worth it."""
        told = self._told()
        if not told or not self.open(str(told.get("fingerprint"))):
            return False
        differing = changes(told["sources"], want)
        if len(differing.gone) + len(differing.new) > MOST_CHANGED * len(want):
            return False
        write_json(self._folder / "current.json", {**told, "fingerprint": "", "model": ""})
        for at in range(0, len(differing.gone), 100):
            self._collection.delete(where={"source": {"$in": differing.gone[at : at + 100]}})
        for ids, sources, rows in vectors.each(differing.new):
            self._add(ids, sources, rows)
        self._point(told["folder"], vectors, want, fingerprint)
        return True

    def _build(self, vectors: Vectors, want: dict[str, str], fingerprint: str, progress: Progress | None) -> None:
        name = f"chroma-{uuid.uuid4().hex[:12]}"
        self._collection = self._client(name).create_collection(
            _NAME, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        total, done = vectors.count(), 0
        for ids, sources, rows in vectors.each():
            self._add(ids, sources, rows)
            done += len(ids)
            if progress:
                progress(done, total)
        self._point(name, vectors, want, fingerprint)

    def _add(self, ids: list[str], sources: list[str], rows: Array) -> None:
        for at in range(0, len(ids), ADDED_AT_ONCE):
            part = slice(at, at + ADDED_AT_ONCE)
            told = [{"source": source} for source in sources[part]]
            self._collection.add(ids=ids[part], embeddings=rows[part], metadatas=told)

    def _point(self, name: str, vectors: Vectors, want: dict[str, str], fingerprint: str) -> None:
        self.passages, self.count = vectors.passages(), int(self._collection.count())
        value = {
            "folder": name,
            "fingerprint": fingerprint,
            "model": self._model,
            "count": self.count,
            "passages": self.passages,
            "sources": want,
        }
        write_json(self._folder / "current.json", value)

    def _client(self, name: str) -> Any:
        import chromadb
        from chromadb.config import Settings

        return chromadb.PersistentClient(
            path=str(self._folder / name), settings=Settings(anonymized_telemetry=False, allow_reset=False)
        )

    def _sweep(self) -> None:
        """Take away folders that nothing points to."""
        current = read_json(self._folder / "current.json").get("folder")
        for folder in self._folder.glob("chroma-*"):
            if folder.name != current:
                shutil.rmtree(folder, ignore_errors=True)
