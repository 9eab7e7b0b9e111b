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


_ONLY_A_KIND = regex(
    r"(?:(?:press|news|media|statistical|official|public) )?"
    r"(?:notices?|releases?|bulletins?|statements?|summary|statistics)"
    r"|written (?:ministerial )?statement|ministerial correction|(?:policy |research )?(?:briefing|report|note|paper)",
    re.IGNORECASE,
)
"""A first line that only says of which kind a paper is ("PRESS NOTICE")."""
_AT_THE_TOP = 6
"""Among so many lines the heading of a paper stands that opens with its kind, its publisher and the like."""


def title_of(text: str, path: Path) -> str:
    """TEXT's first line where it reads as a heading (short, with no full stop at its end), else the file's name.

    Where that only says of which kind the paper is, the heading is the line in capitals that follows.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()][:_AT_THE_TOP]
    first = lines[0] if lines else ""
    if _ONLY_A_KIND.fullmatch(first):
        first = next((line for line in lines[1:] if line.isupper() and _heads(line)), first)
    return first if first and _heads(first) else path.stem


def _heads(line: str) -> bool:
    return len(line) <= LONGEST_TITLE and not line.endswith(".")
