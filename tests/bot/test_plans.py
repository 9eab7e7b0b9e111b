"""Plans that were told or denied; whose figure is asked for; what of a sentence is said of which figure."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answer import Status
from bot.desk import Desk
from bot.tellers import sayer
from corpus.formats.base import Meta
from corpus.ingest import ingest
from corpus.ledger import Ledger

SPEECH = """Harbour Dues

House of Commons, Wednesday 13 March 2013

The Minister for Ports (Mr Simon Hale): We have no plans to close the harbour. Some 40 boats were refused entry. Of the
40 boats, 25 carried coal. Kent, Essex and Sussex together had 60 per cent of the traffic. By law 15 per cent of berths
must be insured. Of the 300 berths, 33 were. Thirty-one pilots were kept ashore, nine of them for more than 20 days.
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder: Path = tmp_path_factory.mktemp("plans")
    (folder / "dues.txt").write_text(SPEECH, encoding="utf-8")
    ledger = Ledger.open(folder / "record", create=True)
    ingest(ledger, [folder / "dues.txt"], Meta(published=date(2013, 3, 13)))
    return Desk(ledger)


@pytest.mark.parametrize(
    "question", ["Is the Minister going to close the harbour?", "Does the Minister plan to close the harbour?"]
)
def test_a_plan_that_was_denied_is_a_no(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith("No.")


def test_a_plan_that_nobody_told_of_is_not_answered(desk: Desk) -> None:
    assert desk.ask("Is the Minister going to widen the harbour?").status is Status.NOT_IN_RECORD


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What percentage of the berths were insured?", "11%"),
        ("How many pilots were kept ashore for more than 20 days?", "9"),
        ("how many boats carried coal", "25"),
    ],
)
def test_the_figure_that_meets_the_condition_answers(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    given = [f.value for f in answer.figures] + ([answer.derivation.result] if answer.derivation else [])
    assert value in given


def test_what_several_had_together_is_not_one_of_them_s(desk: Desk) -> None:
    answer = desk.ask("What percentage of the traffic had Essex?")
    assert answer.status in (Status.NOT_IN_RECORD, Status.PARTIAL)


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("boats does the union say sank", "union"),
        ("boats sank according to the chief inspector", "chief inspector"),
        ("boats did the Permanent Secretary first tell of", ""),
        ("figure did the Permanent Secretary first give", "Permanent Secretary"),
        ("money did the Government give householders", ""),
    ],
)
def test_whose_figure_is_asked_for(question: str, who: str) -> None:
    assert sayer(question)[0] == who
