"""Plain text: stored as it stands, less the front matter."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import IngestRefused
from corpus.formats.base import Document, Meta
from corpus.formats.decoding import decode
from corpus.formats.metadata import front_matter

__all__ = ["PlainText", "title_of"]

LONGEST_TITLE = 160


class PlainText:
    """``.txt`` files."""

    suffixes: tuple[str, ...] = (".txt", ".text")

    def read(self, content: bytes, path: Path) -> list[Document]:
        """One document. Raises IngestRefused where CONTENT is not text, or tells of itself what cannot be."""
        told, text = front_matter(decode(content, path), path)
        if not text.strip():
            raise IngestRefused(str(path), "the file holds no words below what it tells of itself")
        return [Document(text, told.over(Meta(title=title_of(text, path))))]


def title_of(text: str, path: Path) -> str:
    """TEXT's first line where it reads as a heading (short, with no full stop at its end), else the file's name."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return first if first and len(first) <= LONGEST_TITLE and not first.endswith(".") else path.stem
