"""Opening a record: made with the library on first use, empty where that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

import corpus
from corpus.errors import DespatchError, RecordDamaged
from corpus.ledger import Ledger
from corpus.ledger.opening import BUSY_SECONDS, LOCK, database_of, explained, prepare
from corpus.settings import settings

__all__ = ["open_record", "put_library"]

Progress = Callable[[int, int, str], None]

_LOADING = "library.loading"
"""Stands in the record's folder while the library goes in, so that a kill half-way is made good on the next opening."""


def open_record(folder: Path | None = None, *, load_library: bool = True, progress: Progress | None = None) -> Ledger:
    """The record in FOLDER, or where the settings say; one that is not there is made, with the library if wanted.

    Raises RecordError, in one sentence, where it cannot be opened or made.
    """
    place = settings(folder).record
    with explained(place):
        there = database_of(place).exists()
    ledger = _opened(place) if there else _made(place, load_library=load_library)
    if (place / _LOADING).exists() and not ledger.read_only:
        put_library(ledger, progress)
    return ledger


def put_library(ledger: Ledger, progress: Progress | None = None) -> None:
    """Put the record sheets that ship into LEDGER; what is in it already stays as it is."""
    from corpus.ingest import Outcome, ingest

    sheets = sorted((Path(corpus.__file__).parent / "library").glob("*.yaml"))
    mark = ledger.folder / _LOADING
    with ledger.writing(), explained(ledger.folder):
        mark.touch()
        report = ingest(ledger, sheets, progress=progress)
        for refused in report.of(Outcome.REFUSED):
            raise DespatchError(f"the library that ships could not be put in: {refused.name}: {refused.reason}")
        mark.unlink(missing_ok=True)


def _opened(place: Path) -> Ledger:
    """The record in PLACE. One that looks half made may be in the making: it is opened again once nobody writes."""
    try:
        return Ledger.open(place)
    except RecordDamaged:
        with explained(place), FileLock(place / LOCK, timeout=BUSY_SECONDS):
            return Ledger.open(place)


def _made(place: Path, *, load_library: bool) -> Ledger:
    """A new record in PLACE, marked before it is made where the library is still to go in."""
    mark = place / _LOADING
    with explained(place):
        prepare(place, create=True)
        if load_library:
            mark.touch()
        else:
            mark.unlink(missing_ok=True)
    return Ledger.open(place, create=True)
