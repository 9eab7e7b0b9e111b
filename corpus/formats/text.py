"""Plain text: stored as it stands, less the front matter."""

from __future__ import annotations

import re
from pathlib import Path

from corpus.errors import IngestRefused
from corpus.formats.base import Document, Meta
from corpus.formats.decoding import decode
from corpus.formats.metadata import front_matter
from corpus.patterns import regex
from corpus.records import Span
from corpus.table import Row, Table

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
        return [Document(text, told.over(Meta(title=title_of(text, path))), tables=_lists(text))]


_LIST = regex(
    r"^(?P<lead>[^\n]*\S:)[ \t]*\n(?:[ \t]*\n)?"
    r"(?P<items>(?:[ \t]*[-*\u2022\u2013][ \t]+\S[^\n]*(?:\n(?:[ \t]*\n)?|$)){2,})",
    re.MULTILINE,
)
_ITEM = regex(r"^[ \t]*[-*\u2022\u2013][ \t]+(?P<words>\S[^\n]*?)[ \t]*$", re.MULTILINE)


def _lists(text: str) -> tuple[Table, ...]:
    """The lists of TEXT that a line ending in a colon leads to."""
    found: list[Table] = []
    for match in _LIST.finditer(text):
        spans = [Span(*m.span("words")) for m in _ITEM.finditer(text, match.start("items"), match.end("items"))]
        rows = tuple(Row(span, (span,)) for span in spans)
        found.append(Table((), rows, lead=match.group("lead"), lead_at=Span(*match.span("lead"))))
    return tuple(found)


def title_of(text: str, path: Path) -> str:
    """TEXT's first line where it reads as a heading (short, with no full stop at its end), else the file's name."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return first if first and len(first) <= LONGEST_TITLE and not first.endswith(".") else path.stem
