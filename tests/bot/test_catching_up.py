"""Behind the pages a large record is indexed by meaning, in a process that ends with the server."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot import catching_up, retrieve
from bot.catching_up import CatchingUp
from bot.indexes import index_states
from corpus.ingest import ingest_bytes
from corpus.ledger import Ledger
from tests.bot.conftest import BEDS, FERRIES


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    monkeypatch.setattr(retrieve, "SMALL_FIGURES", 0)
    monkeypatch.setattr(catching_up, "EVERY", 0.05)
    with Ledger.open(tmp_path / "record", create=True) as made:
        ingest_bytes(made, "beds.txt", BEDS.encode())
        yield made


def until(true: Callable[[], bool]) -> None:
    for _ in range(1_200):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it never came to be")


def by_meaning(ledger: Ledger) -> bool:
    return index_states(ledger)[1].up_to_date


def test_what_waits_is_indexed_and_what_comes_later_too(ledger: Ledger) -> None:
    looking = CatchingUp(ledger).start()
    until(lambda: by_meaning(ledger))
    ingest_bytes(ledger, "ferries.txt", FERRIES.encode())
    assert not by_meaning(ledger)
    until(lambda: by_meaning(ledger))
    looking.stop()


def test_it_ends_with_the_server(ledger: Ledger, tmp_path: Path) -> None:
    mark = tmp_path / "running"
    code = f"import pathlib, time; pathlib.Path({str(mark)!r}).touch(); time.sleep(600)"
    looking = CatchingUp(ledger, lambda folder: [sys.executable, "-c", code]).start()
    until(mark.exists)
    begun = time.monotonic()
    looking.stop()
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("why", ["small", "no model"])
def test_nothing_is_run_where_there_is_nothing_to_do(ledger: Ledger, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if why == "small":
        monkeypatch.setattr(retrieve, "SMALL_FIGURES", 3_000)
    else:
        monkeypatch.setenv("DESPATCH_MODEL", "no-such-package")
    asked: list[Path] = []

    def command(folder: Path) -> list[str]:
        asked.append(folder)
        return [sys.executable, "-c", ""]

    looking = CatchingUp(ledger, command).start()
    time.sleep(0.5)
    looking.stop()
    assert asked == []
