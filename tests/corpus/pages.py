"""A file of many documents for the tests: a line each, ``key|title|text``, given one by one as they are read.

A line ``!words`` refuses what is left of the file; ``?words`` is something of the document before it that is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from corpus import formats
from corpus.errors import IngestRefused
from corpus.formats.base import Document, Meta

__all__ = ["SUFFIX", "Pages", "page", "register"]

SUFFIX = ".yml"
"""Taken from record sheets for as long as a test lasts."""


class Pages:
    """``.yml`` files, in the tests that say so."""

    suffixes: tuple[str, ...] = (SUFFIX,)
    given = 0
    """How many documents have been asked for, of all files."""

    def read(self, content: bytes, path: Path) -> Iterator[Document]:
        lines = content.decode().splitlines()
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            if line.startswith("!"):
                raise IngestRefused(str(path), line[1:], "line 9")
            if line.startswith("?"):
                continue
            key, title, text = line.split("|")
            left_out = (after[1:],) if after.startswith("?") else ()
            Pages.given += 1
            yield Document(text, Meta(title=title), key, left_out=left_out)


def page(texts: Iterable[str], start: int = 0) -> str:
    """A file of a document for each of TEXTS, with keys from START."""
    return "".join(f"{n}|Number {n}|{text}\n" for n, text in enumerate(texts, start))


def register(patch: pytest.MonkeyPatch | None = None) -> None:
    """Have such files read; for good, or until PATCH is undone."""
    where = f"{__name__}:Pages"
    if patch:
        patch.setitem(formats._FORMATS, SUFFIX, where)
    else:
        formats._FORMATS[SUFFIX] = where
