"""What an index says of itself: which content of the ledger it was made from."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["Changes", "changes", "index_folder", "read_json", "write_json"]


class Changes(NamedTuple):
    """The sources by which an index differs from the ledger."""

    gone: list[str]
    """In the index, and no longer, or no longer so, in the ledger."""
    new: list[str]
    """In the ledger, and not, or not so, in the index."""


def changes(have: dict[str, str], want: dict[str, str]) -> Changes:
    """What turns HAVE into WANT, each a source's id with the hash of its content."""
    gone = [i for i, digest in have.items() if want.get(i) != digest]
    return Changes(gone, [i for i, digest in want.items() if have.get(i) != digest])


def index_folder(record: Path) -> Path:
    """Where RECORD's indexes lie. All of it can be thrown away."""
    return record / "index"


def read_json(path: Path) -> dict[str, Any]:
    """What PATH holds, or nothing where it is absent or broken."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def write_json(path: Path, value: dict[str, Any]) -> None:
    """Write VALUE to PATH, whole or not at all."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    beside.write_text(json.dumps(value), encoding="utf-8")
    beside.replace(path)
