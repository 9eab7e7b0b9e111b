"""An index by words that is kept on disk in RECORD/index, in step with the ledger: what every such index shares.

A cache of the ledger: brought up to date source by source, and made anew when it is missing, broken or of another
version.
"""

from __future__ import annotations

import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import tantivy
from filelock import FileLock, Timeout

from corpus.index.stamp import Changes, changes, index_folder, read_json, write_json
from corpus.ledger.opening import explained
from corpus.patterns import regex

__all__ = ["Followed", "Kept", "Progress", "english", "plain"]

Progress = Callable[[int, int], None]

_HEAP = 64_000_000
WAIT = 0.2
"""Seconds that are waited for another process that is mending the index: a question must not wait longer."""
FEW = 2_000
"""Up to so many sources, an index is made in memory where another process is at the one on disk."""
_COMMA = regex(r"(?<=\d),(?=\d{3})")


class Followed(Protocol):
    """What an index asks of what it follows, which is a ledger or holds one: where it lies and what is in it."""

    @property
    def folder(self) -> Path:
        """The record's own."""
        ...

    @property
    def read_only(self) -> bool:
        """Whether nothing may be written in it."""
        ...

    def fingerprint(self) -> str:
        """Another whenever anything in it is."""
        ...

    def digests(self) -> dict[str, str]:
        """Each source's id with the hash of its content."""
        ...


class Kept(ABC):
    """The index of one record, in step with it as of the last ``refresh``."""

    name: str
    """Its folder's."""
    version: int
    """Of the fields and the way words are cut: an index of another version is made anew."""

    def __init__(self, followed: Followed, progress: Progress | None = None) -> None:
        """Open the index of FOLLOWED, making or mending it as needed. Raises RecordFull where there is no room."""
        self._followed = followed
        self._folder = index_folder(followed.folder) / self.name
        self._index: tantivy.Index | None = None
        self._fingerprint = ""
        self._analyzer = english()
        self.refresh(progress)

    def refresh(self, progress: Progress | None = None) -> None:
        """Come into step with the ledger; costs next to nothing where nothing has changed.

        Where another process is at it already, what is there is used as it is; where that is nothing, or little, or
        the record may only be read, an index is made in memory.
        """
        now = self._followed.fingerprint()
        if self._index is not None and now == self._fingerprint:
            return
        if self._followed.read_only:
            self._read_only(now)
            return
        with explained(self._followed.folder):
            self._folder.parent.mkdir(exist_ok=True)
            try:
                with FileLock(self._folder.with_suffix(".lock"), timeout=WAIT):
                    self._on_disk(now, progress)
            except Timeout:
                self._meanwhile(now)

    @property
    def fingerprint(self) -> str:
        """Of the record that it is in step with, or that it lacks the least of."""
        return self._fingerprint

    @abstractmethod
    def _fields(self) -> tantivy.SchemaBuilder:
        """The fields of a document, of which ``source`` is one that is not cut into words."""

    @abstractmethod
    def _documents(self, source_ids: Sequence[str]) -> Iterator[tuple[int, list[tantivy.Document]]]:
        """The documents of these sources, some at a time, each time with how many sources are done."""

    def _on_disk(self, now: str, progress: Progress | None) -> None:
        try:
            if self._stamp().get("fingerprint") != now:
                now = self._mend(progress)
            self._index = self._opened()
        except (ValueError, OSError) as fault:
            if "No space left" in str(fault):
                raise OSError(28, str(fault)) from fault
            shutil.rmtree(self._folder, ignore_errors=True)
            now = self._mend(progress)
            self._index = self._opened()
        self._fingerprint = now

    def _stamp(self) -> dict[str, str]:
        told = read_json(self._folder / "stamp.json")
        return told if told.get("version") == self.version else {}

    def _opened(self) -> tantivy.Index:
        index = tantivy.Index.open(str(self._folder / "segments"))
        index.register_tokenizer("english", self._analyzer)
        index.searcher()
        return index

    def _made(self, folder: str | None) -> tantivy.Index:
        schema = self._fields().build()
        index = tantivy.Index(schema, path=folder) if folder else tantivy.Index(schema)
        index.register_tokenizer("english", self._analyzer)
        return index

    def _mend(self, progress: Progress | None) -> str:
        """Write what the index lacks, and give the fingerprint that it is in step with, or just ahead of.

        A kill leaves the older stamp, and the same sources are written again.
        """
        have = read_json(self._folder / "sources.json") if self._stamp() else {}
        if not have:
            shutil.rmtree(self._folder, ignore_errors=True)
            (self._folder / "segments").mkdir(parents=True)
            index = self._made(str(self._folder / "segments"))
        else:
            index = self._opened()
        now = self._followed.fingerprint()
        want = self._followed.digests()  # read after it: what goes in between is written now, or found lacking later
        self._write(index, changes(have, want), progress)
        write_json(self._folder / "sources.json", want)
        write_json(self._folder / "stamp.json", {"version": self.version, "fingerprint": now})
        return now

    def _write(self, index: tantivy.Index, differing: Changes, progress: Progress | None) -> None:
        writer = index.writer(_HEAP, 1)
        for source_id in {*differing.gone, *differing.new}:
            writer.delete_documents_by_term("source", source_id)
        for done, documents in self._documents(differing.new):
            for document in documents:
                writer.add_document(document)
            if progress:
                progress(done, len(differing.new))
        writer.commit()
        writer.wait_merging_threads()

    def _read_only(self, now: str) -> None:
        if self._stamp().get("fingerprint") == now:
            try:
                self._index = self._opened()
                self._fingerprint = now
                return
            except (ValueError, OSError):
                pass
        self._in_memory(now)

    def _meanwhile(self, now: str) -> None:
        """Search what is on disk, though it lacks what another process is writing there."""
        told = self._stamp().get("fingerprint", "")
        if told and len(self._followed.digests()) > FEW:
            try:
                self._index, self._fingerprint = self._opened(), told
                return
            except (ValueError, OSError):
                pass
        self._in_memory(now)

    def _in_memory(self, now: str) -> None:
        index = self._made(None)
        self._write(index, Changes([], list(self._followed.digests())), None)
        index.reload()
        self._index, self._fingerprint = index, now


def english() -> tantivy.TextAnalyzer:
    """Words and numbers (``15.6`` is one), lower case, without accents, English endings taken off."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(r"[^\W_]+(?:\.\d+)*"))
    for step in (
        tantivy.Filter.remove_long(60),
        tantivy.Filter.lowercase(),
        tantivy.Filter.ascii_fold(),
        tantivy.Filter.stemmer("english"),
    ):
        builder = builder.filter(step)
    return builder.build()


def plain(text: str) -> str:
    """TEXT with 1,023 and 1023 the same."""
    return _COMMA.sub("", text)
