"""How the ledger's queries are run: each by itself, or many from one state of the record.

A question asks for a few hundred records in ten queries, all by id: those are compiled once for each of a few lengths
of the list of ids, and run on the database's own cursor.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Column, Connection, Engine, Select, bindparam, literal_column, select

from corpus.ledger.opening import explained
from corpus.ledger.tables import meta

__all__ = ["CHUNK", "Queries", "before", "by", "within"]

T = TypeVar("T")

CHUNK = 16_384
"""Ids to a query: SQLite takes 32,766 values at most."""
_LEAST = 8
_IDS, _LOW, _HIGH, _WHOSE = "ids", "low", "high", "whose"
_FINGERPRINT = select(meta.c.value).where(meta.c.name == literal_column("'fingerprint'"))


class _Steady(threading.local):
    """What a thread reads from while it reads one state of the record."""

    connection: Connection | None = None
    fingerprint: str = ""


class _Compiled(NamedTuple):
    """A query for a fixed number of ids; ``names`` of its values where the database does not go by their place."""

    text: str
    names: tuple[str, ...] = ()

    def values(self, ids: Sequence[Any]) -> Sequence[Any] | dict[str, Any]:
        return dict(zip(self.names, ids, strict=True)) if self.names else tuple(ids)


def _length(count: int) -> int:
    """How many ids a query is made for that is given COUNT: a power of two, so that few queries are compiled."""
    return max(_LEAST, 1 << (count - 1).bit_length())


def by(query: Select[Any], column: Column[Any]) -> Select[Any]:
    """QUERY for the rows whose COLUMN is one of a list of ids, which is given when it is run."""
    return query.where(column.in_(bindparam(_IDS, expanding=True)))


def within(query: Select[Any], column: Column[Any]) -> Select[Any]:
    """QUERY for the rows whose COLUMN is from one value up to another, which are given when it is run."""
    return query.where(column >= bindparam(_LOW), column < bindparam(_HIGH))


def before(query: Select[Any], whose: Column[Any], at: Column[Any]) -> Select[Any]:
    """QUERY for the rows, the last by AT first, whose AT is no further than one value, WHOSE being another."""
    return query.where(whose == bindparam(_WHOSE), at <= bindparam(_HIGH)).order_by(at.desc())


class Queries:
    """Runs queries over one database; many threads may use it at once."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder = folder
        self._engine = engine
        self._memory: tuple[str, dict[Any, Any]] = ("", {})
        self._steady = _Steady()
        self._compiled: dict[tuple[Select[Any], int], _Compiled] = {}

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Read, in this thread and for as long as this lasts, the record as it stands now. May be nested.

        What another process writes meanwhile is not seen; this thread must not write.
        """
        if self._steady.connection is not None:
            yield
            return
        with explained(self.folder):
            connection = self._engine.connect()
        try:
            with explained(self.folder):
                connection.begin()
                self._steady.connection = connection
                self._steady.fingerprint = self._stamped()
            yield
        finally:
            self._steady.connection = None
            connection.close()

    def fingerprint(self) -> str:
        """64 hexadecimal digits that change whenever the content does: the same content, the same fingerprint."""
        if self._steady.connection is not None:
            return self._steady.fingerprint
        return self._stamped()

    def _stamped(self) -> str:
        """The fingerprint that is written in the record. Raises KeyError where there is none."""
        found = self._run(_FINGERPRINT, (), ())
        if not found:
            raise KeyError("fingerprint")
        return str(found[0][0])

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with explained(self.folder):
            if self._steady.connection is not None:
                yield self._steady.connection
                return
            with self._engine.connect() as connection:
                yield connection

    def _rows(self, query: Select[Any]) -> Sequence[Any]:
        with self._connected() as connection:
            return connection.execute(query).all()

    def _all(self, query: Select[Any], make: Callable[[Any], T]) -> tuple[T, ...]:
        return tuple(map(make, self._rows(query)))

    def _one(self, query: Select[Any], make: Callable[[Any], T], name: str) -> T:
        found = self._rows(query)
        if not found:
            raise KeyError(name)
        return make(found[0])

    def _by_ids(self, query: Select[Any], ids: Sequence[str]) -> list[Any]:
        """The rows of QUERY, which ``by`` made and which is kept for good, for these IDS, in no order."""
        found: list[Any] = []
        if not ids:
            return found
        with self._connected() as connection:
            cursor = connection.connection.cursor()
            for at in range(0, len(ids), CHUNK):
                some = list(ids[at : at + CHUNK])
                some += some[-1:] * (_length(len(some)) - len(some))
                compiled = self._for(query, len(some))
                cursor.execute(compiled.text, compiled.values(some))
                found += cursor.fetchall()
            cursor.close()
        return found

    def _between(self, query: Select[Any], low: str, high: str) -> list[Any]:
        """The rows of QUERY, which ``within`` made and which is kept for good, from LOW up to HIGH."""
        return self._run(query, (_LOW, _HIGH), (low, high))

    def _last(self, query: Select[Any], whose: str, at: int) -> list[Any]:
        """The row of QUERY, which ``before`` made and which is kept for good, that is the last of WHOSE up to AT."""
        return self._run(query, (_WHOSE, _HIGH), (whose, at), most=1)

    def _run(
        self, query: Select[Any], names: tuple[str, ...], values: Sequence[Any], most: int | None = None
    ) -> list[Any]:
        """The MOST rows of QUERY, which is kept for good, whose parameters of these NAMES have these VALUES."""
        key = (query, 0)
        if key not in self._compiled:
            made = query.compile(dialect=self._engine.dialect)
            self._compiled[key] = _Compiled(str(made), () if made.positional else names)
        compiled = self._compiled[key]
        with self._connected() as connection:
            cursor = connection.connection.cursor()
            cursor.execute(compiled.text, compiled.values(values))
            found = cursor.fetchall() if most is None else cursor.fetchmany(most)
            cursor.close()
        return list(found)

    def _for(self, query: Select[Any], count: int) -> _Compiled:
        key = (query, count)
        if key not in self._compiled:
            filled = query.params({_IDS: [""] * count})
            made = filled.compile(dialect=self._engine.dialect, compile_kwargs={"render_postcompile": True})
            self._compiled[key] = _Compiled(str(made), () if made.positional else tuple(made.params))
        return self._compiled[key]

    def _kept(self, name: str, make: Callable[[], T]) -> T:
        """What MAKE gives, made once for as long as the record stays as it is."""
        now, memory = self.fingerprint(), self._memory
        if memory[0] != now:
            memory = self._memory = (now, {})
        kept = memory[1]
        if name not in kept:
            kept[name] = make()
        value: T = kept[name]
        return value
