"""DOCX: what a reader of the document sees with every change accepted, read as the page that it amounts to.

Only the words are read: macros are not run (``.docm`` files are read like the others), links are not followed, and
pictures, headers, footers and comments are left out. Deleted words are left out, inserted ones kept.
"""

from __future__ import annotations

import posixpath
from pathlib import Path

from lxml import etree

from corpus.errors import IngestRefused
from corpus.formats.base import Document, Meta
from corpus.formats.blocks import lay_out
from corpus.formats.html import blocks_of
from corpus.formats.office.body import page_of
from corpus.formats.office.styles import Styles
from corpus.formats.stated import published_in, worthy_title
from corpus.formats.zipped import check_zip, part_of, xml_of

__all__ = ["Docx"]

_RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


class Docx:
    """``.docx`` and ``.docm`` files."""

    suffixes: tuple[str, ...] = (".docx", ".docm")

    def read(self, content: bytes, path: Path) -> list[Document]:
        """One document. Raises IngestRefused where CONTENT is no whole Word document, or holds no words."""
        if content and not content.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
            raise IngestRefused(str(path), "the file is not the Word document that its name says")
        check_zip(content, path)
        parts = _Parts(content, path)
        styles = Styles.of(parts.related("styles"))
        root = page_of(parts.main, styles, parts.related("footnotes"), parts.related("endnotes"))
        text, tables = lay_out(blocks_of(root))
        if not text:
            raise IngestRefused(str(path), "the document holds no words")
        headings = [h for h in root.iter("h1") if h.text_content().strip()]
        title = parts.title or (" ".join(headings[0].text_content().split()) if headings else path.stem)
        return [Document(text, Meta(title=title, published=published_in(text)), tables=tables, celled=True)]


class _Parts:
    """The parts of a Word document that are read."""

    def __init__(self, content: bytes, path: Path) -> None:
        self._content, self._path = content, path
        name = self._targets("").get("officeDocument", "word/document.xml")
        main = self._xml(name)
        if main is None:
            raise IngestRefused(str(path), "the file is not the Word document that its name says: its text is missing")
        self.main = main
        self._near = self._targets(name)

    @property
    def title(self) -> str:
        """The title that the document gives itself, where it is one."""
        core = self._xml("docProps/core.xml")
        return worthy_title(core.findtext(_TITLE)) if core is not None else ""

    def related(self, kind: str) -> etree._Element | None:
        """The part that stands in this relation to the text ("footnotes"), or None."""
        return self._xml(self._near[kind]) if kind in self._near else None

    def _xml(self, name: str) -> etree._Element | None:
        part = part_of(self._content, name, self._path)
        return None if part is None else xml_of(part, name, self._path)

    def _targets(self, name: str) -> dict[str, str]:
        """What the part NAME points to inside the file, by the kind of relation; "" is the file itself."""
        folder, own = posixpath.split(name)
        rels = self._xml(posixpath.join(folder, "_rels", f"{own}.rels"))
        found: dict[str, str] = {}
        for one in rels.iter(_RELATED) if rels is not None else ():
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, str(one.get("Target", ""))))
                found.setdefault(str(one.get("Type", "")).rsplit("/", 1)[-1], target.lstrip("/"))
        return found
