"""An act that a table counts the times of is asked for by its name; how a thing is told is no place of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

_MOVES = "Kind | Move | Lifeboats | Trawlers | All boats\nAll | Total moves | 30 | 60 | 90\n"
_MOVES += "At sea | Rescue | 12 | 20 | 32\nAt sea | Search | 8 | 10 | 18\nIn port | Flag | 10 | 30 | 40"
_PRICES = "Year | Model boats | Racing boats | Work boats\n2021 | 11 | 22 | 33\n2022 | 44 | 55 | 66"
FILES = {
    "moves.xlsx": xlsx(
        {
            "Table_1": rows_of(f"Table 1. Number of times moves were made, by boat\n\n{_MOVES}"),
            "Table_2": rows_of(
                f"Table 2. Number of times moves were made and total number of crews that made them\n\n"
                f"{_MOVES.replace('All boats', 'Crews')}"
            ),
        }
    ),
    "ports.csv": (
        b"Table 7: Number of stowaways found, by how they came\nYear,Inadequately documented ferry arrivals,"
        b"Raft arrivals,Lorry arrivals\n2021,31,42,53\n2022,34,45,56\n"
    ),
    "boats.xlsx": xlsx(
        {
            f"Table_{n}": rows_of(f"Table {n}: Boat output in Arden, {told}, by kind\n{unit}\n{_PRICES}")
            for n, (told, unit) in enumerate(
                [
                    ("value, seasonally adjusted, current prices", "\u00a3 million"),
                    ("value, non-seasonally adjusted, current prices", "\u00a3 million"),
                    ("volume, seasonally adjusted, index numbers", "2019 = 100"),
                ],
                3,
            )
        }
    ),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("acts") / "record", FILES) as one:
        yield one


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("How many rescues were there?", "32"),
        ("How many rescues by lifeboats were there?", "12"),
        ("How many searches were there?", "18"),
        ("How many stowaways turned up by ferry without proper papers in 2021?", "31"),
        ("How many stowaways arrived by ferry without valid documents in 2022?", "34"),
        ("How many stowaways turned up by raft in 2022?", "45"),
        ("What was the seasonally adjusted value of racing boats in 2022 at current prices?", "55000000"),
        ("Seasonally adjusted, at current prices, what was the value of model boats in 2021?", "11000000"),
        ("What was the seasonally adjusted volume index of work boats in 2022?", "66"),
    ],
)
def test_it_is_found(desk: Desk, asked: str, value: str) -> None:
    found = desk.ask(asked)
    assert (found.status, found.figures[0].value if found.figures else "") == (Status.ANSWERED, value), found.text


@pytest.mark.parametrize("asked", ["How many flags were there?", "How many boats are there in Arden?"])
def test_a_thing_is_not_counted_by_the_times_that_it_was_used(desk: Desk, asked: str) -> None:
    assert desk.ask(asked).status not in (Status.ANSWERED, Status.COMPUTED), desk.ask(asked).text
