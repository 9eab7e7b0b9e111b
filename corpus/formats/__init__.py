"""One file a format, chosen by the file's suffix and imported only when such a file is met.

A new format is a class with ``suffixes`` and ``read`` (see :mod:`corpus.formats.base`) and one line in ``_FORMATS``.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from corpus.errors import IngestRefused
from corpus.formats.base import Document, Format, Meta
from corpus.formats.decoding import MOST_BYTES, size_refusal
from corpus.formats.metadata import parse_meta, sidecar_of

__all__ = [
    "SUFFIXES",
    "Document",
    "Format",
    "Meta",
    "documents",
    "format_for",
    "is_sidecar",
    "read",
    "reader_of",
    "sidecar_meta",
]

_FORMATS = {
    ".txt": "corpus.formats.text:PlainText",
    ".text": "corpus.formats.text:PlainText",
    ".md": "corpus.formats.markdown:Markdown",
    ".markdown": "corpus.formats.markdown:Markdown",
    ".html": "corpus.formats.html:Html",
    ".htm": "corpus.formats.html:Html",
    ".xhtml": "corpus.formats.html:Html",
    ".xml": "corpus.formats.hansard:Hansard",
    ".yaml": "corpus.formats.record_sheet:RecordSheet",
    ".yml": "corpus.formats.record_sheet:RecordSheet",
    ".json": "corpus.formats.json_document:JsonDocument",
    ".pdf": "corpus.formats.pdf:Pdf",
    ".rtf": "corpus.formats.rtf:RichText",
    ".docx": "corpus.formats.docx:Docx",
    ".docm": "corpus.formats.docx:Docx",
    ".csv": "corpus.formats.statistics.delimited:Delimited",
    ".tsv": "corpus.formats.statistics.delimited:Delimited",
    ".xlsx": "corpus.formats.statistics.workbook:Workbook",
    ".xlsm": "corpus.formats.statistics.workbook:Workbook",
    ".xls": "corpus.formats.statistics.workbook:Workbook",
    ".ods": "corpus.formats.statistics.workbook:Workbook",
}

SUFFIXES = tuple(_FORMATS)


def format_for(path: Path) -> Format | None:
    """The format that reads files of PATH's suffix, or None."""
    where = _FORMATS.get(path.suffix.lower())
    if where is None:
        return None
    module, name = where.split(":")
    made: Format = getattr(import_module(module), name)()
    return made


def is_sidecar(path: Path) -> bool:
    """Whether PATH is no document of its own but tells of the one beside it."""
    return path.name.lower().endswith(".meta.yaml")


def read(content: bytes, path: Path) -> list[Document]:
    """The documents in CONTENT, the bytes of the file PATH. Raises IngestRefused."""
    return list(documents(content, path))


def documents(content: bytes, path: Path) -> Iterable[Document]:
    """The same one after another, as they are read."""
    reader = reader_of(path, len(content))
    return reader.read(content, path)


def reader_of(path: Path, size: int) -> Format:
    """The format that reads the file PATH of SIZE bytes. Raises IngestRefused: there is none, or it is too large."""
    reader = format_for(path)
    if reader is None:
        kinds = ", ".join(SUFFIXES)
        raise IngestRefused(str(path), f"files of this kind are not read; those that are end in {kinds}")
    most = int(getattr(reader, "most_bytes", MOST_BYTES))
    if size > most:
        raise size_refusal(path, size, most)
    return reader


def sidecar_meta(path: Path) -> Meta:
    """What the file beside PATH tells of it; nothing where there is none. Raises IngestRefused."""
    beside = sidecar_of(path)
    if not beside.is_file():
        return Meta()
    try:
        return parse_meta(beside.read_text(encoding="utf-8-sig"), beside)
    except UnicodeDecodeError as error:
        raise IngestRefused(str(beside), "the file is not UTF-8 text", f"byte {error.start:,}") from error
    except OSError as error:
        raise IngestRefused(str(beside), f"the file cannot be read ({error.strerror})") from error
