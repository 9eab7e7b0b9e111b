"""The ledger as lines of JSON: the same bytes for the same record, in whatever order it went in.

Sources stand in the order of their ids, each followed by the rows of every other table that belong to it, those of a
dataset by its observations. No line has a row number or a time in it. Nothing but the line at hand is held in memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Integer, Select, Table, inspect, select

from corpus.ledger import tables

__all__ = ["lines"]

_FIRST = ("passage", "figure", "statement", "link")
"""The tables that stand after each source, in this order and before all others."""
_AT_ONCE = 500


def lines(connection: Connection, fingerprint: str) -> Iterator[str]:
    """Every line, without its end, as CONNECTION reads the ledger of FINGERPRINT."""
    yield _line("record", {"schema": tables.SCHEMA_VERSION, "fingerprint": fingerprint})
    walk = _Walk(connection, set(inspect(connection).get_table_names()))
    alone = [table for table in tables.metadata.sorted_tables if not table.foreign_keys and table is not tables.meta]
    for table in sorted(alone, key=lambda one: (one is not tables.source, one.name)):
        yield from walk.of(table)


class _Walk:
    """Goes through a table in order, and through those that belong to its rows beside it."""

    def __init__(self, connection: Connection, there: set[str]) -> None:
        self._connection = connection
        self._there = there

    def of(self, table: Table) -> Iterator[str]:
        """TABLE's rows, each followed by those that belong to it."""
        key = table.c.id if "id" in table.c else next(iter(table.primary_key.columns))
        beside = [_Beside(self._each(child, link), child, link.name) for child, link in self._belonging(table)]
        for row in self._each(table, key):
            yield _line(table.name, row)
            for rows in beside:
                for one in rows.of(row[key.name]):
                    yield _line(rows.table.name, one)
                    yield from self._below(rows.table, one)

    def _below(self, table: Table, row: dict[str, Any]) -> Iterator[str]:
        """The rows that belong to one of TABLE's, which itself belongs to another's: few tables have such."""
        for child, link in self._belonging(table):
            for one in self._each(child, link, row["id"]):
                yield _line(child.name, one)
                yield from self._below(child, one)

    def _belonging(self, table: Table) -> list[tuple[Table, Column[Any]]]:
        """The tables with a foreign key to TABLE, and that key, in the order in which they stand."""
        found = [
            (child, key.parent)
            for child in tables.metadata.sorted_tables
            for key in child.foreign_keys
            if key.column.table is table and child.name in self._there and child is not tables.dataset_term
        ]
        place = {name: n for n, name in enumerate(_FIRST)}
        return sorted(found, key=lambda one: (place.get(one[0].name, len(place)), one[0].name))

    def _each(self, table: Table, first: Column[Any], owner: str | None = None) -> Iterator[dict[str, Any]]:
        """TABLE's rows by FIRST, or those in which it is OWNER."""
        columns = [c for c in table.c if not _numbers_rows(c)]
        query: Select[Any] = select(*columns).order_by(first, *_order(table, columns))
        if owner is not None:
            query = query.where(first == owner)
        for row in self._connection.execute(query, execution_options={"yield_per": _AT_ONCE}):
            yield dict(row._mapping)


class _Beside:
    """The rows of a table, in the order of those that they belong to: read beside these, so that each is read once."""

    def __init__(self, rows: Iterator[dict[str, Any]], table: Table, owner: str) -> None:
        self.table = table
        self._rows = rows
        self._owner = owner
        self._next = next(rows, None)

    def of(self, owner: str) -> Iterator[dict[str, Any]]:
        """Those of OWNER, which are the next ones."""
        while self._next is not None and self._next[self._owner] == owner:
            yield self._next
            self._next = next(self._rows, None)


def _numbers_rows(column: Column[Any]) -> bool:
    """Whether a column only numbers its table's rows as they were put in."""
    alone = len(column.table.primary_key.columns) == 1
    return column.primary_key and alone and isinstance(column.type, Integer)


def _order(table: Table, columns: list[Column[Any]]) -> list[Column[Any]]:
    """What settles the order of rows that belong to one: their place in the text and their id, else all they say."""
    keys = [c for c in table.primary_key.columns if not _numbers_rows(c)]
    if not keys:
        return columns
    return [*(c for c in columns if c.name == "start"), *keys]


def _line(table: str, row: dict[str, Any]) -> str:
    return json.dumps({"table": table, **row}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
