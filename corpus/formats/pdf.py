"""PDF: the words of its pages in the order of reading, tables as tables, and where each page begins.

Only the pages are read: no link is followed, no script or form run, no embedded file opened. A page that is a picture
without words is said to be one. pdfium reads one document at a time in a process.
"""

from __future__ import annotations

import threading
import time
import zlib
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.errors import IngestRefused
from corpus.formats.base import Document, Meta
from corpus.formats.blocks import laid
from corpus.formats.page.document import read_pages
from corpus.formats.page.words import Sheet, sheet_of
from corpus.formats.stated import published_in, worthy_title

__all__ = ["MOST_PAGES", "MOST_SECONDS", "Pdf"]

MOST_PAGES = 1_500
MOST_SECONDS = 120.0
"""A document that takes longer than this to read is refused."""
MOST_UNPACKED = 256 * 1024 * 1024
"""No stream of a document unpacks to more bytes than this."""
_MOST_TIMES = 1_033
"""How many times its size the usual compression can unpack to."""
_PIECE = 16 * 1024 * 1024
_STREAM, _STREAM_ENDS = b"stream", b"endstream"
_HEAD = 1024
_TAIL = 4096
_PICTURE = 0.3
"""A page without words is taken to be scanned where pictures cover this part of it."""

_ONE_AT_A_TIME = threading.Lock()


class Pdf:
    """``.pdf`` files."""

    suffixes: tuple[str, ...] = (".pdf",)

    def read(self, content: bytes, path: Path) -> list[Document]:
        """One document. Raises IngestRefused where CONTENT is no whole PDF, is locked, or holds no words."""
        _whole(content, path)
        _bounded(content, path)
        with _ONE_AT_A_TIME:
            document = _opened(content, path)
            try:
                title = worthy_title(document.get_metadata_value("Title"))
                pages = _Pages(document, path)
            finally:
                document.close()
        return [_document(pages, title, path)]


def _whole(content: bytes, path: Path) -> None:
    if not content:
        raise IngestRefused(str(path), "the file is empty")
    if b"%PDF-" not in content[:_HEAD]:
        raise IngestRefused(str(path), "the file is not the PDF that its name says")
    if not any(mark in content[-_TAIL:] for mark in (b"%%EOF", b"startxref")):
        raise IngestRefused(str(path), "the PDF is cut off before its end: fetch it again", f"byte {len(content):,}")


def _bounded(content: bytes, path: Path) -> None:
    """Raise IngestRefused where a compressed stream of CONTENT would unpack to more than any page holds."""
    at = content.find(_STREAM)
    while at >= 0:
        end = content.find(_STREAM_ENDS, at)
        end = len(content) if end < 0 else end
        if (end - at) * _MOST_TIMES > MOST_UNPACKED and _unpacks_to(content[at + len(_STREAM) : end]) > MOST_UNPACKED:
            reason = "a part of the PDF unpacks to a size that no document has"
            raise IngestRefused(str(path), reason, f"byte {at:,}")
        at = content.find(_STREAM, end + len(_STREAM_ENDS))


def _unpacks_to(stream: bytes) -> int:
    """How many bytes STREAM unpacks to, or a few more than are read; 0 where it is not compressed in the usual way."""
    unpacking, size, left = zlib.decompressobj(), 0, stream.lstrip(b"\r\n")
    try:
        while left and size <= MOST_UNPACKED:
            size += len(unpacking.decompress(left, _PIECE))
            left = unpacking.unconsumed_tail
    except zlib.error:
        pass
    return size


def _opened(content: bytes, path: Path) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(content)
        count = len(document)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        reason = "the PDF is locked with a password: put in a copy without one" if locked else _DAMAGED
        raise IngestRefused(str(path), reason) from error
    if not count:
        document.close()
        raise IngestRefused(str(path), "the PDF has no pages")
    if count > MOST_PAGES:
        document.close()
        reason = f"the PDF has {count:,} pages, more than the {MOST_PAGES:,} that are read: split it"
        raise IngestRefused(str(path), reason)
    return document


_DAMAGED = "the PDF is damaged and cannot be read: fetch it again, or print it to a new PDF"


class _Pages:
    """The pages of a document, each with its number, and the numbers of those that cannot be read and why."""

    def __init__(self, document: pdfium.PdfDocument, path: Path) -> None:
        self.sheets: list[tuple[int, Sheet]] = []
        self.scanned: list[int] = []
        self.damaged: list[int] = []
        self.count = len(document)
        began = time.monotonic()
        for n in range(self.count):
            if time.monotonic() - began > MOST_SECONDS:
                reason = f"the PDF takes more than {MOST_SECONDS:,.0f} seconds to read: split it"
                raise IngestRefused(str(path), reason, f"page {n + 1}")
            self._take(document, n)

    def _take(self, document: pdfium.PdfDocument, n: int) -> None:
        try:
            page = document[n]
            try:
                sheet = sheet_of(page)
            finally:
                page.close()
        except (pdfium.PdfiumError, ValueError):
            self.damaged.append(n + 1)
            return
        if sheet.words:
            self.sheets.append((n + 1, sheet))
        elif sheet.pictured >= _PICTURE:
            self.scanned.append(n + 1)


def _document(pages: _Pages, title: str, path: Path) -> Document:
    read = read_pages(pages.sheets)
    text, tables, anchors = laid(read.blocks)
    if not text:
        raise IngestRefused(str(path), _wordless(pages))
    left_out = tuple(_left_out(pages, read.charts))
    meta = Meta(title=title or read.title or path.stem, published=published_in(text))
    return Document(text, meta, tables=tables, anchors=anchors, celled=True, left_out=left_out)


def _wordless(pages: _Pages) -> str:
    if pages.scanned:
        number = "its one page is a picture" if pages.count == 1 else f"its {pages.count:,} pages are pictures"
        return f"the PDF is scanned: {number} without text; put in a version whose text can be selected"
    return "no page of the PDF can be read" if pages.damaged else "the PDF holds no words"


def _left_out(pages: _Pages, charts: Sequence[int]) -> list[str]:
    told = (
        (pages.scanned, "is scanned and was not read", "are scanned and were not read"),
        (pages.damaged, "is damaged and was not read", "are damaged and were not read"),
        (charts, "has a chart whose drawn numbers were not read", "have charts whose drawn numbers were not read"),
    )
    return [f"page {n[0]} {one}" if len(n) == 1 else f"pages {_listed(n)} {several}" for n, one, several in told if n]


def _listed(numbers: Sequence[int]) -> str:
    """3, 5 to 9 and 12."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    said = [f"{r[0]}" if len(r) == 1 else f"{r[0]} to {r[-1]}" if len(r) > 2 else f"{r[0]}, {r[1]}" for r in runs]
    return f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0]
