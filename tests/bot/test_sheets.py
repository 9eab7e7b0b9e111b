"""A record sheet of one matter and what is asked of it: definitions, parts of parts, papers, what was known when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.conftest import of_text

SHEET = Path(__file__).with_name("sheet.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the invented sheet."""
    made = of_text(tmp_path_factory.mktemp("sheet") / "record", SHEET, None, "sheet.yaml")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many hardened offenders were there?", "55"),  # the last definition
        ("How many of the 812 were hardened offenders?", "55"),
        ("How many passengers were cautioned?", "8"),  # not those "besides" others
        ("How many were cautioned altogether?", "8"),
        ("How many absconded?", "11"),
        ("How many more were fined between February 2011 and June 2011?", "55"),
        ("By June 2011 what share of the 812 had been fined?", "21.6%"),
    ],
)
def test_the_figure_is_the_one_meant(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert value in [f.value for f in answer.figures], answer.text


def test_the_other_definitions_are_told_beside_the_last(desk: Desk) -> None:
    assert "By other definitions it was counted as 40" in desk.ask("How many hardened offenders were there?").text


@pytest.mark.parametrize(
    "question",
    [
        "How many of the 812 absconded?",  # it was only counted of the 55
        "How many of the 812 did not claim compensation?",  # a claim that was put off was made
        "How many passengers decided against claiming compensation?",
    ],
)
def test_a_part_of_something_else_is_not_told(desk: Desk, question: str) -> None:
    assert desk.ask(question).status is Status.NOT_IN_RECORD


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who wrote to the Harbour Assembly on 9 June 2011?", "Otto Vane"),
        ("Who signed the letter of 9 June 2011?", "Otto Vane"),
        ("Who said that 15 claims had been deferred?", "Ida Brook"),
        ("Who put the number of hardened offenders at 55?", "Otto Vane"),
    ],
)
def test_who_wrote_or_gave_it_is_told(desk: Desk, question: str, name: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(name)


def test_a_letter_of_another_day_is_nobodys(desk: Desk) -> None:
    assert desk.ask("Who signed the letter of 2 April 2012?").status is Status.NOT_IN_RECORD


def test_a_whole_that_is_named_by_its_number_is_parted(desk: Desk) -> None:
    text = desk.ask("How did the 55 split between the ports?").text
    assert "35 passengers (Southquay)" in text
    assert "20 passengers (Northquay)" in text


@pytest.mark.parametrize(
    ("as_of", "status"),
    [(date(2011, 3, 1), Status.NOT_IN_RECORD), (date(2011, 3, 4), Status.NOT_KNOWN), (None, Status.NOT_KNOWN)],
)
def test_an_undated_note_is_known_once_what_it_is_about_is(desk: Desk, as_of: date | None, status: Status) -> None:
    assert desk.ask("How many passengers were in Wales?", as_of).status is status


def test_as_of_a_date_the_definition_of_then_holds(desk: Desk) -> None:
    answer = desk.ask("How many hardened offenders were there?", date(2011, 4, 1))
    assert [f.value for f in answer.figures] == ["40"]
