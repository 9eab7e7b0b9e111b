"""Zipped files (DOCX, XLSX, ODS): bounded before anything in them is unzipped, and opened one part at a time."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from corpus.errors import IngestRefused

__all__ = ["MOST_UNZIPPED", "check_zip", "part_of", "parts_of", "xml_of"]

MOST_UNZIPPED = 400 * 1024 * 1024
"""The most bytes that all of a zipped file's parts may hold together."""
MOST_XML = 64 * 1024 * 1024
"""The most bytes of a part that is taken into memory as XML."""
MOST_PARTS = 10_000
MOST_TIMES = 250
"""A part that holds more than this many times its zipped size is no document: marked-up words shrink to a fiftieth."""
_SMALL = 10 * 1024 * 1024
"""Parts of up to so many bytes may shrink as they like: a sheet of empty rows does."""

# ``zipfile`` raises NotImplementedError for a way of zipping that it does not know, and RuntimeError for a locked part.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


def check_zip(content: bytes, path: Path) -> None:
    """Raise IngestRefused where CONTENT is no whole zipped file, is locked, or would unzip to more than is read."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        reason = (
            "the file is locked with a password, or an old Office document: save it again in the new form, unlocked"
        )
        raise IngestRefused(str(path), reason)
    with _opened(content, path) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS:
            raise IngestRefused(str(path), f"the file holds {len(parts):,} parts, more than the {MOST_PARTS:,} read")
        if sum(p.file_size for p in parts) > MOST_UNZIPPED:
            raise IngestRefused(str(path), f"the file unzips to more than {MOST_UNZIPPED // 1048576:,} MB: split it")
        for one in parts:
            if one.flag_bits & 1:
                raise IngestRefused(str(path), "the file is locked with a password: put in a copy without one")
            if one.file_size > _SMALL and one.file_size > MOST_TIMES * max(1, one.compress_size):
                raise IngestRefused(str(path), "a part of the file unzips to a size that no document has", _place(one))


def parts_of(content: bytes, path: Path) -> frozenset[str]:
    """The names of the parts of CONTENT."""
    with _opened(content, path) as archive:
        return frozenset(archive.namelist())


def part_of(content: bytes, name: str, path: Path) -> bytes | None:
    """The part NAME of CONTENT, which was checked; None where there is none. Raises IngestRefused if it is broken."""
    with _opened(content, path) as archive:
        try:
            return archive.read(name)
        except KeyError:
            return None
        except _BROKEN as error:
            raise IngestRefused(str(path), "a part of the file is damaged: fetch it again", f"part {name}") from error


def xml_of(part: bytes, name: str, path: Path) -> etree._Element:
    """The part NAME as XML: no entity is resolved, nothing fetched, and what nests too deeply is refused."""
    if len(part) > MOST_XML:
        raise IngestRefused(
            str(path), f"a part of the file holds more than {MOST_XML >> 20} MB: split it", f"part {name}"
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(part, parser)
    except (etree.LxmlError, ValueError) as error:
        raise IngestRefused(str(path), "a part of the file is not XML that can be read", f"part {name}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise IngestRefused(str(path), "a part of the file declares entities, as no document does", f"part {name}")
    return root


def _opened(content: bytes, path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        reason = "the file is empty" if not content else "the file is damaged or cut off: fetch it again"
        raise IngestRefused(str(path), reason) from error


def _place(part: zipfile.ZipInfo) -> str:
    name = "".join(c if c.isprintable() else " " for c in part.filename)
    return f"part {name[:80]}"
