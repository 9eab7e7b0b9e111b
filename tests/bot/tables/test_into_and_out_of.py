"""What is moved into places and out of them, under a scheme of which the file says only the initials."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.bot.tables.putting import desk_over

_MOVES = """Date,Year,Quarter,Coast,Harbour,Taking part?,Moves out of Port,Moves into Port,Moves into harbour from yard
2021-03-31,2021,1,North,Ambleby,Yes,5,2,1
2021-03-31,2021,1,North,Corrie,No,3,0,0
2021-03-31,2021,1,South,Dunmore,Yes,1,7,6
2021-03-31,2021,1,*Total North,*Total,-,8,2,1
2021-03-31,2021,1,*Total South,*Total,-,1,7,6
2021-03-31,2021,1,*Total,*Total,-,9,9,7
2021-06-30,2021,2,North,Ambleby,Yes,4,1,1
2021-06-30,2021,2,North,Corrie,No,0,2,0
2021-06-30,2021,2,South,Dunmore,Yes,0,1,5
2021-06-30,2021,2,*Total North,*Total,-,4,3,1
2021-06-30,2021,2,*Total South,*Total,-,0,1,5
2021-06-30,2021,2,*Total,*Total,-,4,4,6
"""
LOANS = """Year,Branch,Volumes sent out by branch,Volumes brought into branch
2019,Ashwick,40,12
2019,Brayling,31,25
2020,Ashwick,44,10
2020,Brayling,35,28
"""
FILES = {"hbs.csv": _MOVES, "ubls_branches.csv": LOANS}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("moves")
    with desk_over(folder / "record", {name: text.encode() for name, text in FILES.items()}) as one:
        yield one


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many were moved out of Ambleby under the Harbour Berths Scheme in 2021?", "9"),
        ("how many moves out of corrie were there under the harbour berths scheme in the first quarter of 2021", "3"),
        ("How many Harbour Berths Scheme moves into Dunmore from a yard were there in Q2 2021?", "5"),
        ("How much did moves out of harbours under the Harbour Berths Scheme fall from Q1 2021 to Q2 2021?", "5"),
        ("How many moves out of harbours on the North coast were there under the HBS in Q1 2021?", "8"),
        ("Which coast had the most Harbour Berths Scheme moves in from yards in Q1 2021?", "6"),
        ("How many volumes were brought into Brayling under the Upper Bay Library Scheme in 2020?", "28"),
        ("How many volumes were sent out by Ashwick under the Upper Bay Library Scheme in 2019?", "40"),
    ],
)
def test_the_way_and_the_scheme_are_heard(desk: Desk, question: str, value: str) -> None:
    assert [f.value for f in desk.ask(question).figures][:1] == [value]


@pytest.mark.parametrize(
    "question",
    [
        "How many were moved out of Ambleby under the Harbour Lights Fund in 2021?",
        "How many were moved into or out of Ambleby under the Harbour Berths Scheme in Q1 2021?",
        "How many were moved under the Harbour Berths Scheme in Q1 2021?",
        "How many sailors were moved out of Ambleby under the Harbour Berths Scheme in Q1 2021?",
        "How many volumes were brought into Brayling under the Lower Bay Museum Scheme in 2020?",
    ],
)
def test_another_scheme_and_no_way_are_not(desk: Desk, question: str) -> None:
    assert not desk.ask(question).figures


COUNTIES = """Year,County,Wrecks raised,Wrecks left
2019,Kent,40,4
2019,Dover,3,6
2019,West Lancashire,2,1
2019,Blackpool,5,8
2019,Hampshire,20,0
2019,Portsmouth,1,0
2019,Total,71,19
"""


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("counties")
    with desk_over(folder / "record", {"wrecks_by_county.csv": COUNTIES.encode()}) as one:
        yield one


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Which county had the most wrecks raised in 2019?", "Kent: 40"),
        ("Which county had the fewest wrecks raised in 2019?", "Portsmouth: 1"),
        ("Which county had the most wrecks left in 2019?", "Blackpool: 8"),
    ],
)
def test_a_county_is_no_whole_of_its_towns_where_the_total_has_both(counties: Desk, question: str, name: str) -> None:
    assert name in counties.ask(question).text


@pytest.mark.parametrize(
    "question",
    ["How many counties raised wrecks in 2019?", "How many counties left wrecks in 2019?"],
)
def test_those_that_did_a_thing_are_not_what_it_was_done_to(counties: Desk, question: str) -> None:
    assert not counties.ask(question).figures


def test_harbours_that_moved_boats_out_are_no_boats(desk: Desk) -> None:
    question = "How many harbours moved boats out under the Harbour Berths Scheme in Q1 2021?"
    assert not desk.ask(question).figures
