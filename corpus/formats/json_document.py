"""JSON: whichever of the services whose answers are known gave it. One line in ``_READERS`` makes another known."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from corpus.errors import IngestRefused
from corpus.formats.base import Document
from corpus.formats.decoding import decode

__all__ = ["JsonDocument", "JsonReader"]

_READERS = ("corpus.formats.govuk", "corpus.formats.written_questions")
"""Modules that are :class:`JsonReader`; the first that ``reads`` what a file holds gives its documents."""
_AT_THE_END = 3
"""A fault within so many signs of the file's end is that it was cut off."""


class JsonReader(Protocol):
    """One service's JSON."""

    def reads(self, data: object) -> bool:
        """Whether DATA is what this service gives."""
        ...

    def documents(self, data: object, path: Path) -> Iterable[Document]:
        """The documents in DATA. Raises IngestRefused."""
        ...


class JsonDocument:
    """``.json`` files."""

    suffixes: tuple[str, ...] = (".json",)

    def read(self, content: bytes, path: Path) -> Iterable[Document]:
        """The documents in CONTENT. Raises IngestRefused where it is no whole JSON, or nobody's that is known."""
        data = _parsed(decode(content, path), path)
        for name in _READERS:
            if find_spec(name) is not None and (reader := _reader(name)).reads(data):
                return reader.documents(data, path)
        known = "GOV.UK content or Parliament's written questions"
        raise IngestRefused(str(path), f"the JSON is not of a kind that is read: {known}")


def _reader(name: str) -> JsonReader:
    module: JsonReader = import_module(name)
    return module


def _parsed(text: str, path: Path) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno:,}, column {error.colno:,}"
        cut = error.pos >= len(text.rstrip()) - _AT_THE_END or error.msg.startswith("Unterminated string")
        reason = "the JSON is cut off: fetch it again" if cut else f"the JSON cannot be read ({error.msg.lower()})"
        raise IngestRefused(str(path), reason, place) from error
    except (RecursionError, ValueError) as error:
        raise IngestRefused(str(path), "the JSON nests too deeply or holds a number that is too long") from error
