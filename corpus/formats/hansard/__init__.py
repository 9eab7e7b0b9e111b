"""Hansard in XML: ParlParse's days of debates, answers and statements, and the historic volumes."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import IngestRefused
from corpus.formats.base import Document
from corpus.formats.hansard.historic import ROOTS, read_historic
from corpus.formats.hansard.parlparse import read_parlparse
from corpus.formats.hansard.tree import parsed

__all__ = ["Hansard"]


class Hansard:
    """``.xml`` files: one document for each debate, statement, or question with its answers."""

    suffixes: tuple[str, ...] = (".xml",)

    def read(self, content: bytes, path: Path) -> list[Document]:
        """The documents in the report's order. Raises IngestRefused where CONTENT is other XML, or cannot be read."""
        root = parsed(content, path)
        if root.tag == "publicwhip":
            return read_parlparse(root, path)
        if root.tag in ROOTS:
            return read_historic(root, path)
        tag = "".join(c for c in root.tag[:40] if c.isprintable())
        raise IngestRefused(
            str(path), f"of XML files only reports of Parliament are read (ParlParse or Hansard), and this is <{tag}>"
        )
