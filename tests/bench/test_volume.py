"""What the bench of volume stands on: slices that are pages themselves, and a question whose answer is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.desk import Desk
from corpus.ingest import Outcome, ingest
from corpus.ledger import Ledger
from tests.bench.linked import BESIDE
from tests.bench.loading import load, pages, probe


@pytest.fixture
def questions(shared: Path) -> Path:
    assert shared in BESIDE.parents
    return BESIDE


def test_a_slice_is_the_first_of_each_month_and_can_be_read(questions: Path, tmp_path: Path) -> None:
    made = pages(questions, 0.002, tmp_path / "pages")
    assert [path.name for path in made] == sorted(path.name for path in questions.glob("20*.json"))
    held = [len(json.loads(path.read_text(encoding="utf-8"))["results"]) for path in made]
    assert all(1 <= n < 10 for n in held)
    with Ledger.open(tmp_path / "record", create=True) as ledger:
        report = ingest(ledger, made)
        assert {f.outcome for f in report.files} == {Outcome.ADDED}
        assert ledger.counts().sources == sum(held)


def test_a_load_is_watched_from_without(questions: Path, tmp_path: Path) -> None:
    made = pages(questions, 0.005, tmp_path / "pages")
    asked = probe(made[0], tmp_path)
    held = b"x" * (500 << 20)  # what the watching process holds is not the load's
    loaded = load(tmp_path / "record", made, asked)
    del held
    assert 0 < loaded.first <= loaded.seconds
    assert 0 < loaded.put <= loaded.seconds
    assert 50 < loaded.megabytes < 450
    with Desk.open(tmp_path / "record") as desk:
        assert asked.right(desk)
