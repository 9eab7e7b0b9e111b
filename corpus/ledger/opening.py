"""The folder that a record lives in: finding it, opening its database, and saying plainly why it cannot be.

RECORD/ledger.sqlite    the truth
RECORD/ledger.lock      held by the one process that is writing
RECORD/index/           caches, made again from the ledger at will
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.exc import DBAPIError

from corpus.errors import (
    RecordBusy,
    RecordDamaged,
    RecordError,
    RecordFull,
    RecordMissing,
    RecordNewer,
    RecordReadOnly,
)
from corpus.ledger.tables import SCHEMA_VERSION, meta, metadata

__all__ = [
    "BUSY_SECONDS",
    "DATABASE",
    "EMPTY_FINGERPRINT",
    "LOCK",
    "busy",
    "check_version",
    "complete",
    "damaged",
    "database_of",
    "engine_for",
    "explained",
    "make",
    "prepare",
    "read_only",
    "writable",
]

DATABASE = "ledger.sqlite"
LOCK = "ledger.lock"
BUSY_SECONDS = 10.0
EMPTY_FINGERPRINT = "0" * 64

_CACHE_KIB = 32_768
"""Of the database's pages, kept by each connection: a large record is read here and there."""
_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}",
    "PRAGMA synchronous=NORMAL",
    f"PRAGMA cache_size=-{_CACHE_KIB}",
)
_NO_WRITING = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


def database_of(folder: Path) -> Path:
    """The file that the ledger of FOLDER lies in."""
    return folder / DATABASE


def writable(folder: Path) -> bool:
    """Whether this process may write the record in FOLDER (a read-only disk counts as no)."""
    database = database_of(folder)
    return os.access(folder, os.W_OK) and (not database.exists() or os.access(database, os.W_OK))


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn what the database or the disk says into one sentence about the record in FOLDER."""
    try:
        yield
    except DBAPIError as error:
        raise _meaning(folder, str(error.orig)) from error
    except sqlite3.Error as error:
        raise _meaning(folder, str(error)) from error
    except OSError as error:
        raise _os_meaning(folder, error) from error


def _meaning(folder: Path, words: str) -> RecordError:
    said = words.lower()
    if "disk is full" in said:
        return RecordFull(
            f"the disk is full, so nothing was written to the record in {folder}: make room and try again"
        )
    if "readonly" in said or "read-only" in said:
        return read_only(folder)
    if "locked" in said or "busy" in said:
        return busy(folder)
    if "not a database" in said or "malformed" in said or "encrypted" in said:
        return damaged(folder, f"{DATABASE} is not a database, or is broken")
    if "no such table" in said or "no such column" in said:
        return damaged(folder, f"{DATABASE} lacks a part of the ledger")
    return RecordError(f"the record in {folder} could not be used ({words}): check the folder and try again")


def _os_meaning(folder: Path, error: OSError) -> RecordError:
    if isinstance(error, TimeoutError):
        return busy(folder)
    if error.errno in _NO_ROOM:
        return _meaning(folder, "disk is full")
    if error.errno in _NO_WRITING:
        return read_only(folder)
    return RecordError(f"the record in {folder} could not be used ({error.strerror or error}): check the folder")


def read_only(folder: Path) -> RecordReadOnly:
    """What to raise where the record may not be written."""
    return RecordReadOnly(f"the record in {folder} may only be read: choose a folder that you may write to")


def busy(folder: Path) -> RecordBusy:
    """What to raise where another process holds the record."""
    return RecordBusy(f"another process is writing to the record in {folder}: try again when it has finished")


def damaged(folder: Path, what: str) -> RecordDamaged:
    """What to raise where the record cannot be trusted, because of WHAT."""
    return RecordDamaged(
        f"the record in {folder} is damaged: {what}; move the folder away and put the documents in again"
    )


def engine_for(folder: Path, *, may_write: bool) -> Engine:
    """An engine over FOLDER's database, with foreign keys on and transactions that begin where they are begun."""
    engine = create_engine(f"sqlite:///{folder}", creator=lambda: _connect(folder, may_write))
    event.listen(engine, "begin", _begin)
    return engine


def _connect(folder: Path, may_write: bool) -> sqlite3.Connection:
    database = database_of(folder).absolute()
    how = "mode=rwc" if may_write else _reading(database)
    connection = sqlite3.connect(
        f"{database.as_uri()}?{how}", uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    return connection


def _reading(database: Path) -> str:
    """A read-only folder has no room for the write-ahead log's index: without a log to read, none is needed."""
    log = database.with_name(database.name + "-wal")
    return "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def make(engine: Engine) -> None:
    """Write an empty ledger, whole or not at all; where there is one already, leave it as it is."""
    with engine.connect() as connection:
        connection.connection.execute("PRAGMA journal_mode=WAL")
    with engine.begin() as connection:
        if inspect(connection).get_table_names():
            return
        metadata.create_all(connection)
        rows: list[dict[str, Any]] = [
            {"name": "schema_version", "value": str(SCHEMA_VERSION)},
            {"name": "fingerprint", "value": EMPTY_FINGERPRINT},
        ]
        connection.execute(insert(meta), rows)


def complete(engine: Engine) -> None:
    """Make the tables that an earlier version of the ledger did not have; what it wrote stays as it is."""
    with engine.connect() as connection:
        lacking = set(metadata.tables) - set(inspect(connection).get_table_names())
    if lacking:
        with engine.begin() as connection:
            metadata.create_all(connection)


def check_version(engine: Engine, folder: Path) -> None:
    """Raise RecordDamaged where FOLDER's database is no ledger, RecordNewer where a newer Despatch wrote it."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("meta"):
            raise damaged(folder, f"{DATABASE} holds no ledger, or only half of one")
        version = connection.execute(select(meta.c.value).where(meta.c.name == "schema_version")).scalar()
    if version is None or not version.isdigit():
        raise damaged(folder, f"{DATABASE} does not say which version of the ledger it is")
    if int(version) > SCHEMA_VERSION:
        raise RecordNewer(
            f"the record in {folder} was written by a newer Despatch (ledger version {version}, this one reads "
            f"{SCHEMA_VERSION}): bring Despatch up to date"
        )


def prepare(folder: Path, *, create: bool) -> None:
    """See that FOLDER can hold a record, making it where CREATE says so. Raises RecordMissing or RecordError."""
    if folder.exists() and not folder.is_dir():
        raise RecordError(f"{folder} is a file, and a record lives in a folder: name another place")
    if create:
        folder.mkdir(parents=True, exist_ok=True)
    elif not database_of(folder).exists():
        raise RecordMissing(f"there is no record in {folder}: make one with `despatch init`, or name another folder")
