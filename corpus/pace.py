"""How far putting in has come: what is done, how fast it goes, and how long the rest will take.

The share done goes by the bytes of the files, since nobody knows how many sources a file holds before it is read.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Sized
from dataclasses import dataclass

from corpus.formats import Document

__all__ = ["Moment", "Pace"]

RECENT = 20.0
"""Seconds that speed is taken over: what was passed over, because it is in the record already, went faster."""
_TEXT_TO_BYTES = 0.4
"""Characters of text that a file has for each of its bytes, before any file of its kind has been read."""
_MOST = 0.99


@dataclass(frozen=True, slots=True)
class Moment:
    """How far the work has come."""

    files: int
    of_files: int
    name: str
    """The file being read; empty at the end."""
    sources: int
    """Read so far, those that were in the record before included."""
    share: float
    """Of the whole, by the files' sizes: 0 to 1."""
    rate: float
    """Sources a second of late."""
    left: float | None
    """Seconds that the rest will take at the speed of late; None where that cannot be told yet."""


class Pace:
    """Watches the files of one call go in. ``sizes`` are theirs, in bytes and in their order."""

    def __init__(self, sizes: Iterable[int]) -> None:
        self._sizes = list(sizes)
        self._whole = sum(self._sizes) or 1
        self._files, self._bytes = 0, 0
        self._name, self._suffix = "", ""
        self._characters, self._documents, self._of = 0, 0, 0
        self._sources = 0
        self._density: dict[str, float] = {}
        self._recent: deque[tuple[float, int, float]] = deque([(time.monotonic(), 0, 0.0)])

    def begin(self, name: str, documents: Iterable[Document] | None = None) -> None:
        """The next file is NAME."""
        self._name, self._suffix = name, name.rpartition(".")[2].lower()
        self._characters, self._documents = 0, 0
        self._of = len(documents) if isinstance(documents, Sized) else 0

    def read(self, document: Document) -> None:
        """One more document of it has been read."""
        self._sources += 1
        self._documents += 1
        self._characters += len(document.text)

    def end(self) -> None:
        """All of it has been read."""
        size = self._sizes[self._files]
        if size and self._characters:
            self._density[self._suffix] = self._characters / size
        self._bytes += size
        self._files += 1
        self._name = ""

    def now(self) -> Moment:
        """How far it has come."""
        share, at = self._share(), time.monotonic()
        self._recent.append((at, self._sources, share))
        while len(self._recent) > 2 and at - self._recent[1][0] > RECENT:
            self._recent.popleft()
        then, sources, before = self._recent[0]
        took = max(at - then, 1e-6)
        speed = (share - before) / took
        left = (1 - share) / speed if speed > 0 else None
        return Moment(
            self._files, len(self._sizes), self._name, self._sources, share, (self._sources - sources) / took, left
        )

    def _share(self) -> float:
        return min((self._bytes + self._part() * self._size()) / self._whole, 1.0)

    def _size(self) -> int:
        return self._sizes[self._files] if self._name else 0

    def _part(self) -> float:
        """The share of the file at hand that has been read."""
        if self._of:
            return min(self._documents / self._of, 1.0)
        text = self._size() * self._density.get(self._suffix, _TEXT_TO_BYTES)
        return min(self._characters / text, _MOST) if text else 0.0
