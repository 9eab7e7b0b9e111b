"""From a file's bytes to a tree of XML elements that is safe to walk, or a refusal in one sentence.

Older files declare the characters that they name (``<!ENTITY pound "&#163;">``) and say that they are ISO-8859-1
where they are UTF-8. Those characters are put in here, before anything is parsed; every other entity, everything
outside the file, and elements too deep or too many are refused. Line numbers stay those of the file.
"""

from __future__ import annotations

import codecs
import re
from html.entities import html5
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.ElementTree import XMLParser

from corpus.errors import IngestRefused
from corpus.formats.decoding import decode
from corpus.patterns import regex

__all__ = ["MOST_DEPTH", "MOST_ELEMENTS", "parsed"]

MOST_DEPTH = 60
MOST_ELEMENTS = 2_000_000
_LONGEST_VALUE = 8
"""Characters that a declared entity may stand for: it is to be a sign, and no stretch of text."""

_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([A-Za-z0-9_.:-]+)""")
_PROLOGUE = regex(r"\A\s*<\?xml[^>]*\?>")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_DOCTYPE = regex(r"<!DOCTYPE\s+[\w:.-]+\s*")
_ENTITY = regex(r"""\s+|<!--.*?-->|<!ENTITY\s+([A-Za-z][\w.-]*)\s+(?:"([^"<]*)"|'([^'<]*)')\s*>""", re.DOTALL)
_CLOSE = regex(r"\]\s*>")
_REFERENCE = regex(r"&([A-Za-z][\w.-]*);")
_CODE = regex(r"&#(?:(\d{1,7})|[xX]([0-9A-Fa-f]{1,6}));")
_WINDOWS_CODE = regex(r"&#(1[2-5]\d);")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_BREAKS_OFF = (3, 5, 20)
"""Expat's codes for a document that ends too soon: no element, an unclosed token, an unclosed CDATA section."""


class _Deep(Exception):
    """Elements lie too deep in each other, or there are too many; its text says which."""


class _Bounded(TreeBuilder):
    """Builds the tree and stops where it grows too deep or too large."""

    depth = 0
    held = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self.depth += 1
        self.held += 1
        if self.depth > MOST_DEPTH:
            raise _Deep(f"its elements lie more than {MOST_DEPTH} deep in each other")
        if self.held > MOST_ELEMENTS:
            raise _Deep(f"it has more than {MOST_ELEMENTS:,} elements")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self.depth -= 1
        return super().end(tag)


def parsed(content: bytes, path: Path) -> Element:
    """The outermost element of CONTENT. Raises IngestRefused, with the line, where it is no XML that may be read."""
    text = _PROLOGUE.sub(_blank, _text(content, path))
    text, declared = _without_doctype(text, path)
    text = _REFERENCE.sub(lambda m: _sign(m, declared), _WINDOWS_CODE.sub(_windows, text))
    parser = XMLParser(target=_Bounded(), forbid_dtd=True)
    try:
        parser.feed(text)
        root: Element = parser.close()
    except _Deep as deep:
        raise IngestRefused(str(path), f"the file is not read, since {deep}") from deep
    except ParseError as error:
        raise _refusal(error, path) from error
    except ValueError as error:  # defusedxml's own: a second DOCTYPE, or an entity that was not seen above
        raise IngestRefused(str(path), "the file declares entities where none may be: it is not read") from error
    return root


def _refusal(error: ParseError, path: Path) -> IngestRefused:
    line = f"line {error.position[0]:,}"
    if error.code in _BREAKS_OFF:
        return IngestRefused(str(path), "the file breaks off before its XML is closed: get the whole of it", line)
    said = re.sub(r": line \d+, column \d+$", "", str(error))
    return IngestRefused(str(path), f"the file is not well-formed XML ({said})", line)


def _text(content: bytes, path: Path) -> str:
    """CONTENT as text: UTF-8 where its bytes are that, whatever it says; else as it says."""
    said = _DECLARED.search(content[:400])
    declared = "" if said is None or _MULTIBYTE.search(content) else said[1].decode("ascii")
    try:
        return decode(content, path, declared)
    except IngestRefused:
        whole = _whole_characters(content)
        if whole is None:
            raise
        return decode(whole, path)


def _whole_characters(content: bytes) -> bytes | None:
    """CONTENT less the part of a sign at its end, where a file was cut in the middle of one; None where it was not."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(content)
    except UnicodeDecodeError:
        return None
    left = len(decoder.getstate()[0])
    return content[:-left] if left and left < len(content) else None


def _without_doctype(text: str, path: Path) -> tuple[str, dict[str, str]]:
    """TEXT with its DOCTYPE blanked out, and the signs that it declares by their names."""
    found = _DOCTYPE.search(text)
    if found is None:
        return text, {}
    at, declared = found.end(), {}
    if text[at : at + 1] == "[":
        at += 1
        while (close := _CLOSE.match(text, at)) is None:
            entity = _ENTITY.match(text, at)
            if entity is None:
                raise _declaring(text, at, path)
            if entity[1]:
                declared[entity[1]] = _value(entity, text, path)
            at = entity.end()
        at = close.end()
    elif text[at : at + 1] == ">":
        at += 1
    else:
        raise _declaring(text, at, path)
    return text[: found.start()] + _lines(text[found.start() : at]) + text[at:], declared


def _declaring(text: str, at: int, path: Path) -> IngestRefused:
    line = f"line {text.count(chr(10), 0, at) + 1:,}"
    outside = re.match(r"(?:<!ENTITY\s+(?:%\s*)?[\w.-]+\s+)?(?:SYSTEM|PUBLIC)\b", text[at : at + 300])
    if outside:
        return IngestRefused(str(path), "the file refers to something outside itself, which is never fetched", line)
    return IngestRefused(str(path), "the file declares more than single signs as entities: it is not read", line)


def _value(entity: re.Match[str], text: str, path: Path) -> str:
    said = entity[2] if entity[2] is not None else entity[3]
    value = _CODE.sub(_coded, said)
    if len(value) > _LONGEST_VALUE or (("&" in value or "%" in value) and value == said):
        raise _declaring(text, entity.start(), path)
    return value


def _coded(code: re.Match[str]) -> str:
    number = int(code[1]) if code[1] else int(code[2], 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def _sign(reference: re.Match[str], declared: dict[str, str]) -> str:
    """The sign that REFERENCE names, by the file or by HTML; those of XML, and unknown ones, are left to the parser."""
    name = reference[1]
    if name in _OF_XML:
        return reference[0]
    value = declared.get(name) or html5.get(f"{name};")
    if value is None:
        return reference[0]
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _windows(code: re.Match[str]) -> str:
    """A code of Windows-1252 that was written as if it were one of Unicode (``&#150;`` for a dash)."""
    number = int(code[1])
    if not 128 <= number <= 159:
        return code[0]
    return bytes([number]).decode("cp1252", errors="ignore") or " "


def _blank(match: re.Match[str]) -> str:
    return _lines(match[0])


def _lines(words: str) -> str:
    """As many line ends as WORDS hold, so that what follows stays on its line."""
    return "\n" * words.count("\n")
