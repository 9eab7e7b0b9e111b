"""Tables with lists that "of which:" begins, asked for a part, for the largest, and for whom they are of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

THEFTS = rows_of(
    """
Table 5: Persons cautioned, by offence, Arden, 2021 and 2022
Offence | 2021 | 2022
Theft | 900 | 950
   of which: from shops | 500 | 540
             of a bicycle | 120 | 110
Burglary | 300 | 310
   of which: in a dwelling | 200 | 190
Robbery | 600 | 620
Drunkenness | 100 | -
All offences | 1900 | 1990

-   Nil.
"""
)
BOATS = rows_of(
    """
Table 1: Boats lost, by kind of boat, 2021 and 2022
Kind of boat | 2021 | 2022
Trawlers | 40 | 50
   of which: at sea | 30 | 45
             in harbour | 8 | 3
Barges | 46 | 47
Canoes | 20 | 25
"""
)
HOURS = """Harbour,Year,Hours lost to lorry delays at ferry terminals
Ambleby,2022,1200
Corrie,2022,800
Dunmouth,2022,500
Ambleby,2023,1300
Corrie,2023,850
Dunmouth,2023,450
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {
        "cautions.xlsx": xlsx({"Table_5": THEFTS}),
        "lost.xlsx": xlsx({"Table_1": BOATS}),
        "hours.csv": HOURS.encode(),
    }
    with desk_over(tmp_path_factory.mktemp("lists") / "record", files) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many people were cautioned for shoplifting in 2022?", "540"),
        ("How many people were cautioned for thefts from shops in 2021?", "500"),
        ("How many people were cautioned for theft in 2022?", "950"),
        ("How many people were cautioned for burglary in a dwelling in 2022?", "190"),
        ("How many people were cautioned for drunkenness in 2022?", "0"),
        ("How many trawlers were lost at sea in 2022?", "45"),
        ("How many trawlers were lost in harbour in 2021?", "8"),
        ("How many trawlers were lost in 2021?", "40"),
    ],
)
def test_a_part_that_only_goes_on_from_its_whole_is_named_with_it(desk: Desk, question: str, value: str) -> None:
    assert [f.value for f in desk.ask(question).figures][:1] == [value], question


def test_a_sort_of_what_a_row_counts_is_not_answered_by_that_row(tmp_path_factory: pytest.TempPathFactory) -> None:
    bare = {"cautions.csv": b"Persons cautioned by offence\nOffence,2021,2022\nTheft,900,950\nRobbery,600,620\n"}
    with desk_over(tmp_path_factory.mktemp("bare") / "record", bare) as made:
        answer = made.ask("How many people were cautioned for shoplifting in 2022?")
    assert answer.status is Status.NOT_IN_RECORD


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Which offence were the most people cautioned for in 2022?", "Theft"),
        ("Which type of offence were the fewest people cautioned for in 2021?", "Drunkenness"),
        ("Which kind of boat was lost the most in 2022?", "Trawlers"),
        ("Which kind of boat had the most lost in 2021?", "Barges"),
    ],
)
def test_what_is_ranked_are_the_wholes_and_no_list_of_some_of_their_parts(desk: Desk, question: str, row: str) -> None:
    assert desk.ask(question).text.startswith(row), question


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many hours did lorries lose queuing outside ferry terminals in Corrie in 2022?", "800"),
        ("How many hours did lorries lose held up outside the Dunmouth terminals in 2023?", "450"),
        ("How many hours did lorries lose waiting outside Ambleby terminals in 2022?", "1200"),
    ],
)
def test_waiting_before_a_door_leaves_nothing_out(desk: Desk, question: str, value: str) -> None:
    assert [f.value for f in desk.ask(question).figures][:1] == [value], question
