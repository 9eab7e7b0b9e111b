"""From bytes to text, or a refusal that says why and at which byte.

Guessing is kept small: UTF-8, UTF-16 or UTF-32 with its mark, and Windows-1252 where the bytes make plausible
words in it. A file that mixes encodings would put wrong signs into quotations, so it is refused whole.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from corpus.errors import IngestRefused
from corpus.patterns import regex

__all__ = ["MOST_BYTES", "decode", "size_refusal"]

MOST_BYTES = 50 * 1024 * 1024
"""The most that one file may hold."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zipped file, such as DOCX, XLSX or ODS"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROL = regex(r"[\x00-\x08\x0e-\x1f\x7f]")
_NEWLINE = regex(r"\r\n?")


def decode(content: bytes, path: Path, declared: str = "") -> str:
    """CONTENT as text with ``\\n`` for line ends and no byte-order mark; nothing else is changed.

    DECLARED is the encoding that the document itself names, believed where the bytes agree with it.

    Raises IngestRefused where CONTENT is empty, too large, not text, or in no encoding or more than one.
    """
    if not content:
        raise IngestRefused(str(path), "the file is empty")
    if len(content) > MOST_BYTES:
        raise size_refusal(path, len(content))
    for signature, what in _BINARY:
        if content.startswith(signature):
            raise IngestRefused(str(path), f"the file is {what}, not the text that its name says")
    text = _NEWLINE.sub("\n", _text(content, path, declared))
    _check(text, path)
    return text


def size_refusal(path: Path, size: int, most: int = MOST_BYTES) -> IngestRefused:
    """The refusal of a file of SIZE bytes where MOST may be read."""
    return IngestRefused(
        str(path), f"the file holds {size / 1048576:,.0f} MB, more than the {most >> 20:,} MB that are read: split it"
    )


def _text(content: bytes, path: Path, declared: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding, path, len(mark))
    if b"\0" in content:
        raise IngestRefused(str(path), "the file is not text: it holds a NUL byte", _byte(content.index(b"\0")))
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        return _as_declared(content, declared) or _windows(content, error.start, path)


def _as_declared(content: bytes, declared: str) -> str:
    """CONTENT in the encoding DECLARED, or nothing where it is in no such encoding. Latin-1 is read as browsers do."""
    try:
        name = codecs.lookup(declared).name
        return content.decode("cp1252" if name == "iso8859-1" else name)
    except (LookupError, UnicodeDecodeError):
        return ""


def _strictly(content: bytes, encoding: str, path: Path, offset: int) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"the file says that it is {encoding.upper()}, and is not"
        raise IngestRefused(str(path), reason, _byte(error.start + offset)) from error


def _windows(content: bytes, bad: int, path: Path) -> str:
    """CONTENT, which is not UTF-8 at byte BAD, as Windows-1252."""
    from charset_normalizer import from_bytes

    if _MULTIBYTE.search(content):
        raise IngestRefused(str(path), "the file mixes UTF-8 with another encoding: save it again as UTF-8", _byte(bad))
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        reason = "the file's encoding cannot be told: save it again as UTF-8"
        raise IngestRefused(str(path), reason, _byte(error.start)) from error
    if not from_bytes(content, cp_isolation=["cp1252"]):
        raise IngestRefused(str(path), "the file is not text in any encoding that can be told", _byte(bad))
    return text


def _check(text: str, path: Path) -> None:
    odd = _CONTROL.search(text)
    if "\0" in text or (odd and len(_CONTROL.findall(text)) * 1000 > len(text)):
        at = f"character {odd.start() + 1:,}" if odd else ""
        raise IngestRefused(str(path), "the file is not text: it holds control characters", at)
    if not text.strip():
        raise IngestRefused(str(path), "the file holds no words")


def _byte(offset: int) -> str:
    return f"byte {offset:,}"
