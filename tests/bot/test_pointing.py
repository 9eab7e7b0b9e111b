"""Questions in quite other words than the record's: the reader points, and the rules keep their say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.answer import Status
from bot.closely import MOST_WINDOWS, Closely
from bot.desk import Desk
from corpus.errors import ModelMissing
from tests.bot.conftest import of_text

LIGHTHOUSES = (
    "The lighthouse board has lost its chairman. Dame Orla Finch stood down on Tuesday after it emerged that nine "
    "keepers had gone unpaid since March. Her deputy, Piers Aldous, will hold the post until a successor is named. "
    "The shortfall arose because a clerk had entered the wrong bank code, the board said.\n\n"
    "Inspectors went aboard 61 lightships during the winter. In Cornwall they found 14 whose lamps had failed. "
    "Repairs have cost £380,000 so far, and a further 23 ships have been towed into harbour."
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with of_text(tmp_path_factory.mktemp("pointing") / "record", LIGHTHOUSES, date(2016, 4, 7)) as one:
        yield one


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who is standing in for her?", "Piers Aldous"),
        ("What caused the wages to go astray?", "wrong bank code"),
    ],
)
def test_a_sentence_is_found_by_its_meaning_and_the_answer_says_so(desk: Desk, question: str, words: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.ANSWERED
    assert words in answer.text
    assert any("by its meaning" in c for c in answer.caveats)
    assert words in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "How many lightships did the inspectors go aboard in Devon?",
        "How many lightships were inspected in 2009?",
        "What share of the lightships have cracked hulls?",
        "How many French lightships were boarded?",
        "Who appointed Sir Humphrey Vane?",
    ],
)
def test_what_the_rules_must_see_is_never_taken_on_trust(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.NOT_IN_RECORD
    assert not answer.figures


@pytest.mark.parametrize(
    ("question", "value", "words"),
    [
        ("What have the repairs cost to date?", "380000", "Repairs have cost £380,000"),
        ("What has been spent on mending them?", "380000", "£380,000"),
    ],
)
def test_a_figure_answers_a_question_that_is_not_put_as_a_figures(
    desk: Desk, question: str, value: str, words: str
) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.ANSWERED
    assert words in answer.text
    assert [f.value for f in answer.figures] == [value]


@pytest.mark.parametrize(
    "question", ["How many surgeons went unpaid?", "How many river lightships did inspectors go aboard?"]
)
def test_one_trade_or_one_sort_is_never_taken_for_another(desk: Desk, question: str) -> None:
    assert desk.ask(question).status is Status.NOT_IN_RECORD


def test_the_nearest_figures_are_those_that_the_reader_points_at(desk: Desk) -> None:
    answer = desk.ask("How many vessels have been pulled back to port by tugs?")
    assert "23" in [f.value for f in answer.figures] + [n.value for n in answer.nearest]


def test_without_the_reader_the_record_is_still_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ModelMissing("there is no model")

    monkeypatch.setattr("corpus.encoder.reader.Reader", missing)
    monkeypatch.setattr(desk, "_closely", Closely())
    assert desk.ask("What caused the wages to go astray?").status is Status.NOT_IN_RECORD


def test_only_so_much_of_a_record_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    from corpus.encoder.reader import Reader, Reading

    def noted(_: Reader, question: str, text: str) -> Reading:
        read.append(text)
        return Reading((0,), (-9.0,))

    monkeypatch.setattr(Reader, "read", noted)
    text = "\n\n".join(f"{LIGHTHOUSES} Buoy {n} was painted." for n in range(30))
    with of_text(tmp_path / "record", text, date(2016, 4, 7)) as long:
        long.ask("How many seals were counted on the rocks?")
    assert 0 < len(read) <= MOST_WINDOWS
    assert all(len(t.split()) <= 180 for t in read)


def test_what_could_hold_no_answer_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    from corpus.encoder.reader import Reader, Reading

    def noted(_: Reader, question: str, text: str) -> Reading:
        read.append(text)
        return Reading((0,), (-9.0,))

    monkeypatch.setattr(Reader, "read", noted)
    prose = "The board is fond of seals and of the rocks that they lie on, and says so whenever it is asked. "
    with of_text(tmp_path / "record", f"{prose * 20}\n\n{LIGHTHOUSES}\n\n{prose * 20}", date(2016, 4, 7)) as desk:
        desk.ask("How many seals were counted on the rocks?")
        figures = [f.span.of(desk.ledger.text(f.source_id)) for f in desk.ledger.figures()]
    assert read
    assert all(any(number in text for number in figures) for text in read)
