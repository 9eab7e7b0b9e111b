"""RTF: the words of the document as a reader sees them, tables by their rows."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import IngestRefused
from corpus.formats.base import Document, Meta
from corpus.formats.blocks import lay_out
from corpus.formats.html import blocks_of
from corpus.formats.office.rtf_body import read_rtf
from corpus.formats.stated import published_in, worthy_title

__all__ = ["RichText"]


class RichText:
    """``.rtf`` files."""

    suffixes: tuple[str, ...] = (".rtf",)

    def read(self, content: bytes, path: Path) -> list[Document]:
        """One document. Raises IngestRefused where CONTENT is no whole RTF, or holds no words."""
        if not content:
            raise IngestRefused(str(path), "the file is empty")
        start = content.find(b"{\\rtf", 0, 64)
        if start < 0:
            raise IngestRefused(str(path), "the file is not the RTF document that its name says")
        try:
            read = read_rtf(content[start:].decode("latin-1"))
        except ValueError as error:
            raise IngestRefused(str(path), f"the RTF cannot be read: {error}") from error
        if read.unclosed:
            reason = "the RTF is cut off before its end: fetch it again"
            raise IngestRefused(str(path), reason, f"byte {len(content):,}")
        text, tables = lay_out(blocks_of(read.page))
        if not text:
            raise IngestRefused(str(path), "the document holds no words")
        heads = [" ".join(h.text_content().split()) for h in read.page.iter("h2")]
        title = worthy_title(read.title) or next((h for h in heads if h), path.stem)
        return [Document(text, Meta(title=title, published=published_in(text)), tables=tables)]
