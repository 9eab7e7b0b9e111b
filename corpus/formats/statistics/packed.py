"""Whether a workbook that is a zipped folder stays within bounds when it is unpacked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from corpus.errors import IngestRefused

__all__ = ["MOST_UNPACKED", "check_packed"]

MOST_UNPACKED = 400 * 1024 * 1024
MOST_TIMES = 200
"""How many times larger than it is packed a part may be."""
_LEAST = 10 * 1024 * 1024
"""A part smaller than this is no bomb, however well it packs."""
_MOST_PARTS = 10_000


def check_packed(content: bytes, path: Path) -> None:
    """Raise IngestRefused where CONTENT is a zipped folder that would unpack to too much, or is damaged."""
    if not content.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as folder:
            parts = folder.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise IngestRefused(str(path), "it is cut short or damaged: fetch it again") from error
    for part in parts:
        if part.file_size > _LEAST and part.file_size > MOST_TIMES * max(1, part.compress_size):
            raise IngestRefused(str(path), "it would unpack to far more than any workbook holds", part.filename[:60])
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise IngestRefused(str(path), f"it would unpack to more than {MOST_UNPACKED // 1048576} MB: split it")
