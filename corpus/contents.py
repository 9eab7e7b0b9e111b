"""What a file holds: the hash that its bytes are known by, and its documents, read one after another when asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import IngestRefused
from corpus.files import Found
from corpus.formats import Document, documents, reader_of
from corpus.formats.base import ReadsPath

__all__ = ["Contents", "of_bytes", "of_file"]


@dataclass(frozen=True, slots=True)
class Contents:
    """A file that may be read: nothing of it has been yet but its bytes' hash."""

    sha256: str
    size: int
    """In bytes."""
    documents: Callable[[], Iterable[Document]]
    """Reads it. Raises IngestRefused, at once or on the way."""


def of_bytes(content: bytes, name: str) -> Contents:
    """CONTENT, which came under NAME."""
    sha256 = hashlib.sha256(content).hexdigest()
    return Contents(sha256, len(content), lambda: documents(content, Path(name)))


def of_file(found: Found) -> Contents:
    """The file FOUND: read into memory, unless its format reads files where they lie. Raises IngestRefused."""
    name, place = Path(found.name), found.path
    try:
        size = place.stat().st_size
        reader = reader_of(name, size)
        if not (isinstance(reader, ReadsPath) and reader.reads_path):
            return of_bytes(place.read_bytes(), found.name)
        with place.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise IngestRefused(found.name, f"the file cannot be read ({error.strerror})") from error
    return Contents(sha256, size, lambda: reader.read_path(place, name))
