"""The whole record as JSON lines, to standard output or to a file that is there whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from bot.telling import writing_to
from corpus.ledger import Ledger

__all__ = ["write"]


def write(ledger: Ledger, out: Path | None) -> None:
    """Write LEDGER to OUT, or to standard output, in UTF-8 whatever the terminal's encoding. Raises DespatchError."""
    if out is None:
        sys.stdout.flush()
        _write(ledger, sys.stdout.buffer)
        return
    beside = out.with_name(f"{out.name}.new")
    with writing_to(out):
        try:
            with beside.open("wb") as file:
                _write(ledger, file)
            beside.replace(out)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise


def _write(ledger: Ledger, file: BinaryIO) -> None:
    for line in ledger.exported():
        file.write(line.encode())
        file.write(b"\n")
    file.flush()
