"""A desk over tables that a test invents: each goes in as a file of its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.desk import Desk
from corpus.formats import Meta
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger

__all__ = ["desk_over"]


@contextmanager
def desk_over(record: Path, files: Mapping[str, bytes]) -> Iterator[Desk]:
    """A desk over a new RECORD with FILES put in; each must be taken in."""
    with Desk(Ledger.open(record, create=True)) as desk:
        for name, content in files.items():
            put = ingest_bytes(desk.ledger, name, content, Meta())
            assert put.outcome is Outcome.ADDED, put.reason
        yield desk
