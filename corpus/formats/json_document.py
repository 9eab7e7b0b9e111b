"""JSON files, given to the first reader that knows their shape."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from corpus.errors import IngestRefused
from corpus.formats.base import Document
from corpus.formats.decoding import decode

__all__ = ["JsonDocument"]

_READERS = ("corpus.formats.written_questions",)


class JsonDocument:
    """``.json`` files."""

    suffixes: tuple[str, ...] = (".json",)

    def read(self, content: bytes, path: Path) -> list[Document]:
        """The documents of CONTENT. Raises IngestRefused where it is no JSON, or none of a shape that is known."""
        try:
            data = json.loads(decode(content, path))
        except json.JSONDecodeError as error:
            where = f"line {error.lineno}, column {error.colno}"
            raise IngestRefused(str(path), f"the JSON breaks off or is wrong ({error.msg})", where) from error
        except RecursionError as error:
            raise IngestRefused(str(path), "the JSON is nested too deep to be read") from error
        for name in _READERS:
            reader = import_module(name)
            if reader.reads(data):
                found: Iterable[Document] = reader.documents(data, path)
                return list(found)
        raise IngestRefused(str(path), "the JSON is of no shape that is known")
