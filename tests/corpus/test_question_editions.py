"""Of the versions of a question the one that is furthest on stays in the record, whichever is put in first."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger
from corpus.questions import CLIPPED, QuestionState
from tests.corpus.question_pages import clipped, page, question

LONG = "In 2030, 412 lamps were mended. " + "The Department mends lamps. " * 12
VERSIONS: dict[str, dict[str, Any]] = {
    "asked": {"answerText": None, "dateAnswered": None, "answerIsHolding": None},
    "held": {"answerIsHolding": True, "answerText": "An answer is being prepared."},
    "clipped": {"answerText": clipped(LONG)},
    "whole": {"answerText": f"<p>{LONG}</p>"},
}
CORRECTED: dict[str, Any] = {
    "answerIsCorrection": True,
    "dateAnswerCorrected": "2031-04-01T00:00:00",
    "answerText": "There were 421.",
}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "record", create=True) as made:
        yield made


def put(ledger: Ledger, name: str, *rows: dict[str, Any]) -> Outcome:
    report = ingest_bytes(ledger, f"{name}.json", json.dumps(page(*rows)).encode())
    assert not report.reason
    return report.outcome


@pytest.mark.parametrize("order", list(itertools.permutations(VERSIONS)))
def test_the_whole_answer_stays_in_every_order(ledger: Ledger, order: Sequence[str]) -> None:
    for name in order:
        put(ledger, name, question(**VERSIONS[name]))
    (source,) = ledger.sources()
    assert source.id == "wq-c-1"
    assert not source.access
    assert ledger.question("wq-c-1").state is QuestionState.ANSWERED
    assert not ledger.question("wq-c-1").clipped
    assert not ledger.check()


@pytest.mark.parametrize("order", [("asked", "held"), ("held", "asked"), ("held", "clipped"), ("clipped", "held")])
def test_the_further_of_two_stays(ledger: Ledger, order: Sequence[str]) -> None:
    for name in order:
        put(ledger, name, question(**VERSIONS[name]))
    expected = QuestionState.ANSWERED if "clipped" in order else QuestionState.HOLDING
    assert ledger.question("wq-c-1").state is expected
    assert ledger.source("wq-c-1").access == (CLIPPED if "clipped" in order else "")


def test_a_corrected_answer_leaves_the_whole_one_beside_it(ledger: Ledger) -> None:
    put(ledger, "whole", question(**VERSIONS["whole"]))
    put(ledger, "corrected", question(**CORRECTED))
    put(ledger, "late", question(**VERSIONS["clipped"]))
    assert [s.id for s in ledger.sources()] == ["wq-c-1", "wq-c-1-corrected"]
    assert "412" in ledger.text("wq-c-1")
    assert not ledger.question("wq-c-1").clipped
    now = ledger.question_by_number("Commons", 1)
    assert now is not None
    assert now.state is QuestionState.CORRECTED


def test_the_same_page_twice_changes_nothing(ledger: Ledger) -> None:
    rows = [question(1), question(2, uin="5000")]
    assert put(ledger, "one", *rows) is Outcome.ADDED
    before = ledger.fingerprint()
    assert put(ledger, "one", *rows) is Outcome.UNCHANGED
    assert ledger.fingerprint() == before


def test_a_question_found_in_two_files_is_one_source(ledger: Ledger) -> None:
    put(ledger, "one", question(1), question(2, uin="5000"))
    put(ledger, "two", question(2, uin="5000"), question(3, uin="5001"))
    assert sorted(s.id for s in ledger.sources()) == ["wq-c-1", "wq-c-2", "wq-c-3"]
