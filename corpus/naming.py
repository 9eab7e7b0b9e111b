"""What a document is known by from one version to the next: its key, from its place or from its name and bytes."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from corpus.errors import IngestRefused
from corpus.ledger import Ledger
from corpus.records import Source

__all__ = ["clean", "file_name", "key_of", "namesakes", "upload_key"]


def key_of(path: Path) -> str:
    """What the file at PATH is known by from one version to the next: its name, and a short hash of where it lies.

    Two files of one name in two folders are two documents, and no path of this machine goes into the record.
    """
    place = hashlib.sha256(os.path.realpath(path).encode(errors="surrogateescape")).hexdigest()[:8]
    return f"{clean(path.name)}~{place}"


def file_name(key: str) -> str:
    """The name of the file that KEY, with or without a part, stands for."""
    return re.sub(r"~{1,2}[0-9a-f]{8}$", "", _base(key))


def namesakes(ledger: Ledger, name: str) -> tuple[Source, ...]:
    """The sources that were put in without a path under NAME, in the order in which they were put in."""
    pattern = _pattern(name)
    return tuple(source for source in ledger.sources() if pattern.fullmatch(source.key))


def upload_key(ledger: Ledger, name: str, sha256: str, *, replaces: bool) -> str:
    """What a document of these bytes, put in under NAME without a path, is to be known by.

    A name says little of where a document comes from: other bytes under a known name are another document, unless it
    is said that they REPLACE it. Raises IngestRefused where several documents of the name could be meant by that.
    """
    held = namesakes(ledger, name)
    for source in held:
        if source.sha256 == sha256:
            return _base(source.key)
    keys = {_base(source.key) for source in held}
    if not keys:
        return name
    if not replaces:
        return f"{name}~~{sha256[:8]}"
    if len(keys) > 1:
        raise IngestRefused(
            name,
            f"{len(keys)} documents of this name are in the record, and it is not clear which one this replaces: "
            "remove that one from the list of sources, then put this in",
        )
    return keys.pop()


def clean(name: str) -> str:
    """NAME as it may be stored and shown: bytes that are no text become question marks, control signs spaces."""
    text = name.encode(errors="surrogateescape").decode(errors="replace")
    return "".join(c if c.isprintable() else " " for c in text)


def _pattern(name: str) -> re.Pattern[str]:
    """Of NAME itself, of the same with a mark of its bytes (``~~1a2b3c4d``), and of the parts of either (``#part``)."""
    return re.compile(rf"{re.escape(name)}(?:~~[0-9a-f]{{8}})?(?:#.*)?", re.DOTALL)


def _base(key: str) -> str:
    return key.partition("#")[0]
