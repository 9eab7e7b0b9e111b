"""A workbook that is stored as text → the document: its datasets, what is searched as words, and what is left out."""

from __future__ import annotations

from pathlib import Path

from corpus.cube import Dataset
from corpus.formats.base import Document, Meta
from corpus.formats.statistics.block import Told
from corpus.formats.statistics.readings import Marks
from corpus.formats.statistics.stored import Writer
from corpus.formats.statistics.tidy import tidy
from corpus.formats.statistics.vocabulary import readable
from corpus.records import SourceKind, Span

__all__ = ["document"]


def document(writer: Writer, path: Path) -> Document:
    """The document of all the sheets that WRITER has written; PATH names it."""
    text, sheets = writer.finished()
    datasets: list[Dataset] = []
    searched: list[Span] = []
    left_out: list[str] = []
    for sheet in sheets:
        told = Told(readable(path.stem), sheet=sheet.name)
        found = tidy(sheet, 0, 1, len(sheet) - 1, told, Marks())
        if found.dataset:
            datasets.append(found.dataset)
            searched.append(sheet.span(0, 0))
        else:
            searched.append(sheet.span(0, len(sheet) - 1))
        left_out.extend(found.left_out)
    kind = SourceKind.OFFICIAL_STATISTICS if datasets else None
    return Document(
        text,
        Meta(readable(path.stem), kind=kind),
        datasets=tuple(datasets),
        searched=tuple(searched),
        left_out=tuple(left_out),
    )
