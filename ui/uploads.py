"""Files that a person puts in through the page, on their way to the record.

What a file is called is data: it becomes a plain name in a new folder of its own, never a path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

__all__ = ["Upload", "laid_out", "safe_name"]

_LONGEST = 100


class Upload(Protocol):
    """A file as the browser sent it."""

    name: str

    def getbuffer(self) -> memoryview: ...


def safe_name(name: str) -> str:
    """NAME's last part in letters, digits, dots, hyphens, underscores and spaces, with its ending kept."""
    last = re.split(r"[/\\]", name)[-1]
    clean = re.sub(r"[^\w. -]+", "_", last).strip(" .") or "document"
    stem, dot, ending = clean.rpartition(".")
    if not dot:
        return clean[:_LONGEST]
    ending = ending[:10]
    return f"{stem[: _LONGEST - len(ending) - 1] or 'document'}.{ending}"


@contextmanager
def laid_out(uploads: Sequence[Upload]) -> Iterator[list[Path]]:
    """UPLOADS as files, each in a folder of its own so that two of one name do not meet; gone again afterwards."""
    with TemporaryDirectory(prefix="despatch-") as folder:
        paths = []
        for at, upload in enumerate(uploads):
            place = Path(folder) / str(at)
            place.mkdir()
            path = place / safe_name(upload.name)
            path.write_bytes(upload.getbuffer())
            paths.append(path)
        yield paths
