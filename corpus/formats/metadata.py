"""What a person may write about a document: at its top (front matter), or in a file beside it (a sidecar).

Both are the same few YAML fields. A field that is not known, or a date that cannot be, refuses the document by
naming the line and the field: metadata that is silently dropped would make a wrong citation.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

from corpus.errors import IngestRefused
from corpus.formats.base import Meta
from corpus.patterns import regex
from corpus.records import SourceKind

__all__ = ["FIELDS", "front_matter", "parse_day", "parse_kind", "parse_meta", "sidecar_of"]

FIELDS = ("title", "published", "publisher", "kind", "reference", "url", "licence", "access", "language")

_FRONT = regex(r"---[ \t]*\n(.*?)(?:^|\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = regex(r"\s*(?:#.*)?\n*\s*[A-Za-z_-]+[ \t]*:")
_LONGHAND = ("%d %B %Y", "%d %b %Y")


def parse_day(words: str) -> date:
    """``2006-04-26`` or ``26 April 2006`` as a date. Raises ValueError, saying what is wrong."""
    words = words.strip()
    if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        try:
            return date.fromisoformat(words)
        except ValueError as error:
            raise ValueError(f"{words} is not a date that there has been ({error})") from error
    for shape in _LONGHAND:
        try:
            return datetime.strptime(words, shape).date()
        except ValueError:
            continue
    raise ValueError(f"{words!r} is not a date: write it as 2006-04-26")


def parse_kind(words: str) -> SourceKind:
    """A kind of source by its name; hyphens, underscores and case do not matter. Raises ValueError, with the kinds."""
    plain = re.sub(r"[-_\s]+", " ", words).strip().lower()
    try:
        return SourceKind(plain)
    except ValueError:
        kinds = ", ".join(k.value for k in SourceKind)
        raise ValueError(f"{words!r} is not a kind of source: choose one of {kinds}") from None


def sidecar_of(path: Path) -> Path:
    """Where what is told about the file PATH may lie: ``report.txt.meta.yaml`` beside ``report.txt``."""
    return path.with_name(f"{path.name}.meta.yaml")


def front_matter(text: str, path: Path) -> tuple[Meta, str]:
    """What TEXT tells of itself between two lines of ``---`` at its top, and the text below them.

    Raises IngestRefused where it tells something that cannot be.
    """
    found = _FRONT.match(text)
    if not found or not _FIELD.match(found[1]):
        return Meta(), text
    return parse_meta(found[1], path, first_line=2), text[found.end() :].lstrip("\n")


def parse_meta(text: str, path: Path, first_line: int = 1) -> Meta:
    """The fields that TEXT gives in YAML; PATH and FIRST_LINE say where, in a refusal."""
    given: dict[str, Any] = {}
    for name, value, line in _pairs(text, path, first_line):
        place = f"line {line}, field {name}"
        if name not in FIELDS:
            raise IngestRefused(str(path), f"there is no such field; the fields are {', '.join(FIELDS)}", place)
        if name in given:
            raise IngestRefused(str(path), "the field is given twice", place)
        try:
            given[name] = _value(name, value)
        except ValueError as error:
            raise IngestRefused(str(path), str(error), place) from error
    return Meta(**given)


def _value(name: str, words: str) -> str | date | SourceKind:
    if "\0" in words:
        raise ValueError("it holds a NUL character")
    if name == "published":
        return parse_day(words)
    return parse_kind(words) if name == "kind" else words.strip()


def _pairs(text: str, path: Path, first_line: int) -> list[tuple[str, str, int]]:
    """Each field's name, its words as they are written, and its line."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except (YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + first_line}" if mark else ""
        raise IngestRefused(str(path), "what is told of the document is not YAML that can be read", place) from error
    if node is None:
        return []
    if not isinstance(node.value, list) or not all(isinstance(pair, tuple) for pair in node.value):
        raise IngestRefused(str(path), "what is told of the document must be fields, one a line", f"line {first_line}")
    return [_pair(key, value, path, first_line) for key, value in node.value]


def _pair(key: Any, value: Any, path: Path, first_line: int) -> tuple[str, str, int]:
    line = key.start_mark.line + first_line
    if not isinstance(key.value, str) or not isinstance(value.value, str):
        raise IngestRefused(str(path), "each field takes one line of words", f"line {line}")
    return key.value, value.value, line
