"""Counts that stand under a table's headings, which a heading names in its brackets, are a table of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from corpus.formats import Document
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.tables import document, reread
from tests.corpus.statistics.workbooks import ods, rows_of, xlsx

LAUNCHES = """
Table 1. Number of flares fired, by outcome of launch
 | | Outcome (Total number of launches involving outcome) | | | | |
 | | Towed home | Crew rescued | Search abandoned | Stood down | |
 | | 310 | 640 | 205 | 18 | | 1012
Kind of flare | Flare | | | | | | Number of flares fired
Hand | Total Hand | 30 | 12 | 3 | 2 | | 47
Hand | Red | 20 | 7 | 3 | 1 | | 31
Hand | White | 10 | 5 | 0 | 1 | | 16
Rocket | Total Rocket | 9 | 8 | 7 | 1 | | 25
"""
TRAMS = """
Table 2. Repairs to trams by fuel
 | Fuel [count of trams] | | | |
 | Diesel | Electric | Hydrogen | |
 | 40 | 55 | 5 | | 100
Depot | | | | | Repairs
Marsh | 3 | 4 | 1 | | 8
Heath | 5 | 6 | 0 | | 11
Cliff | 2 | 2 | 2 | | 6
"""
LOANS = """
Table 3: Fines of borrowers by age and sex
 | Age of borrower (number of borrowers) | | | Sex of borrower (number of borrowers) | | |
 | Under 16 | 16 to 64 | 65 and over | Male | Female | |
 | 700 | 900 | 400 | 850 | 1150 | |
Library | | | | | | Fines of all borrowers
Ashton | 12 | 20 | 3 | 15 | 20 | 35
Bexford | 10 | 11 | 12 | 13 | 20 | 33
Corley | 9 | 8 | 7 | 11 | 13 | 24
"""
UNNAMED = TRAMS.replace("Fuel [count of trams]", "Fuel (see note)")


def read(written: str) -> Document:
    return document(ods({"Table_1": rows_of(written)}), "trams.ods")


def test_what_the_brackets_say_is_counted_once_for_each_label() -> None:
    found = read(LAUNCHES)
    assert not found.left_out
    assert reread(found)
    own = found.datasets[1]
    assert (own.measure, own.title) == (
        "Total number of launches involving outcome",
        "Total number of launches involving outcome, by outcome",
    )
    assert [(c.words, c.total) for c in own.dimensions[0].codes] == [
        ("Towed home", False),
        ("Crew rescued", False),
        ("Search abandoned", False),
        ("Stood down", False),
        ("", True),
    ]
    assert [o.value for o in own.observed()] == [310, 640, 205, 18, 1012]


@pytest.mark.parametrize(("written", "adds"), [(LAUNCHES, False), (TRAMS, True), (LOANS, False)])
def test_labels_add_up_only_where_the_whole_beside_them_shows_it(written: str, adds: bool) -> None:
    assert {d.additive for d in read(written).datasets[1:]} == {adds}


def test_each_of_two_headings_side_by_side_has_its_own() -> None:
    assert [d.dimensions[0].name for d in read(LOANS).datasets[1:]] == ["Age of borrower", "Sex of borrower"]


def test_numbers_that_no_heading_names_are_still_left_out() -> None:
    found = read(UNNAMED)
    assert len(found.datasets) == 1
    assert "numbers in row 4 have no label" in found.left_out[0]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {
        f"{name}.xlsx": xlsx({"Table_1": rows_of(written)})
        for name, written in (("launches", LAUNCHES), ("trams", TRAMS), ("loans", LOANS))
    }
    with desk_over(tmp_path_factory.mktemp("bracketed") / "record", files) as one:
        yield one


@pytest.mark.parametrize(
    ("asked", "status", "value"),
    [
        ("How many launches ended with the crew being rescued?", Status.ANSWERED, "640"),
        ("How many launches resulted in the search being abandoned?", Status.ANSWERED, "205"),
        ("How many electric trams were there?", Status.ANSWERED, "55"),
        ("How many borrowers were aged 65 and over?", Status.ANSWERED, "400"),
        ("How many borrowers were female?", Status.ANSWERED, "1150"),
        ("What proportion of trams were electric?", Status.COMPUTED, "55%"),
        ("What share of launches ended with the crew rescued?", Status.COMPUTED, "63.2%"),
    ],
)
def test_a_count_over_the_rows_answers(desk: Desk, asked: str, status: Status, value: str) -> None:
    found = desk.ask(asked)
    assert (found.status, found.figures[0].value if found.figures else "") == (status, value), found.text


@pytest.mark.parametrize(
    "asked",
    ["How many launches ended in 2019?", "How many launches ended in failure?", "How many trams ended up in Marsh?"],
)
def test_what_ended_otherwise_is_not_told(desk: Desk, asked: str) -> None:
    assert desk.ask(asked).status not in (Status.ANSWERED, Status.COMPUTED), desk.ask(asked).text
