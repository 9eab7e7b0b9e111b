"""Record sheets, as a format among the others."""

from __future__ import annotations

from pathlib import Path

from corpus.formats.base import Document
from corpus.formats.sheet import SheetDocument, read_sheet

__all__ = ["RecordSheet"]


class RecordSheet:
    """``.yaml`` files: each source of the sheet is a document with its records ready-made."""

    suffixes: tuple[str, ...] = (".yaml", ".yml")

    def read(self, content: bytes, path: Path) -> list[Document]:
        """One document a source, in the sheet's order. Raises IngestRefused, naming line and field."""
        return [_document(d) for d in read_sheet(content, str(path))]


def _document(d: SheetDocument) -> Document:
    return Document(
        d.text, key=d.source.key, source=d.source, figures=d.figures, statements=d.statements, links=d.links
    )
