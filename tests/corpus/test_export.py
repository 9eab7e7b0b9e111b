"""The export says all that the ledger holds, the same bytes for the same record in whatever order it went in."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from corpus.ingest import ingest, ingest_bytes
from corpus.ledger import Ledger, tables
from tests.bench.loading import pages

TEXTS = {
    "lamps.txt": "In March 2010, 1,023 lamps were lit in Kent. Of these, 310 were red.\n\nNobody knew why.\n",
    "boats.txt": 'Twelve boats sank. "I am sorry," said the harbour master, Mr Ann Other.\n',
    "bread.txt": "The number of loaves was corrected from 412 to 455.\n",
}


def filled(folder: Path, names: tuple[str, ...]) -> list[str]:
    with Ledger.open(folder, create=True) as ledger:
        for name in names:
            ingest_bytes(ledger, name, TEXTS[name].encode())
        return list(ledger.exported())


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return filled(tmp_path_factory.mktemp("one") / "record", tuple(TEXTS))


def rows(lines: list[str], table: str) -> list[dict[str, Any]]:
    return [row for row in map(json.loads, lines) if row["table"] == table]


def test_the_order_of_going_in_does_not_show(lines: list[str], tmp_path: Path) -> None:
    for n, names in enumerate(permutations(TEXTS)):
        assert filled(tmp_path / f"{n}", names) == lines


def test_a_source_taken_out_and_put_in_again_does_not_show(lines: list[str], tmp_path: Path) -> None:
    filled(tmp_path, tuple(TEXTS))
    with Ledger.open(tmp_path) as ledger:
        ledger.remove(ledger.sources()[0].id)
        assert list(ledger.exported()) != lines
        ingest_bytes(ledger, "lamps.txt", TEXTS["lamps.txt"].encode())
        assert list(ledger.exported()) == lines


def test_every_row_of_every_table_is_there_and_no_row_number(tmp_path: Path) -> None:
    lines = filled(tmp_path, tuple(TEXTS))
    assert {row["table"] for row in map(json.loads, lines)} >= {"record", "source", "passage", "figure", "link"}
    with Ledger.open(tmp_path) as ledger, ledger._connected() as connection:
        for table in tables.metadata.sorted_tables:
            if table is not tables.meta:
                assert len(rows(lines, table.name)) == len(connection.execute(select(table)).all())
    assert not [row for row in rows(lines, "source") if "added" in row]
    assert not [row for row in rows(lines, "link") if "id" in row]


def test_what_belongs_to_a_source_stands_after_it(lines: list[str]) -> None:
    now, seen = "", []
    for row in map(json.loads, lines[1:]):
        if row["table"] == "source":
            now = row["id"]
            seen.append(now)
        else:
            assert row["source_id"] == now
    assert seen == sorted(seen)
    assert len(seen) == len(TEXTS)


def test_two_loads_of_real_files_give_the_same_bytes(shared: Path, tmp_path: Path) -> None:
    data = shared / "data"
    files = pages(data / "written-questions", 0.003, tmp_path / "pages")
    files += sorted((data / "documents").rglob("*.docx"))
    files.append(data / "statistics" / "home-office-returns" / "returns_offenders_by_destination.csv")
    found: list[str] = []
    for n, order in enumerate((files, list(reversed(files)), files)):
        with Ledger.open(tmp_path / f"{n}", create=True) as ledger:
            ingest(ledger, order)
            found.append("\n".join(ledger.exported()))
    assert found[0].count('"table":"observation"') > 100
    assert found[1] == found[0]
    assert found[2] == found[0]
