"""Women of a table that tells children apart, and bodies that did what is counted, which are no breakdown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

SENT = """Sender,Age when sent,Sex,Nationality,Sailors
Harbour Board,Adult (18 or over),Female,Danish,4
Harbour Board,Child (17 or under),Female,Danish,3
Harbour Board,Adult (18 or over),Male,Norwegian,9
Harbour Board,Child (17 or under),Male,Finnish,2
Lifeboat Crew,Adult (18 or over),Female,Norwegian,11
Lifeboat Crew,Child (17 or under),Female,Finnish,1
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("desk") / "r", {"sailors_sent_2019_q1.csv": SENT.encode()}) as made:
        yield made


def _value(answer: Answer) -> str:
    return answer.figures[0].value if answer.figures else ""


@pytest.mark.parametrize(
    ("question", "value", "said"),
    [
        ("How many sailors were sent to hospital ships by harbour boards in 2019 Q1?", "", False),
        ("How many women were sent by harbour boards in 2019 Q1?", "7", True),
        ("how many men did harbour boards send in 2019 q1", "11", True),
        ("How many adult women were sent by harbour boards in 2019 Q1?", "4", False),
        ("How many girls were sent by harbour boards in 2019 Q1?", "3", False),
        ("How many women and girls were sent by lifeboat crews in 2019 Q1?", "12", False),
        ("How many sailors were sent by lifeboat crews in 2019 Q1?", "12", False),
    ],
)
def test_women_of_every_age_are_said_to_be_so(desk: Desk, question: str, value: str, said: bool) -> None:
    answer = desk.ask(question)
    assert _value(answer) == value, answer.text
    assert any("every age" in one for one in answer.caveats) is said


def test_a_breakdown_is_one_still(desk: Desk) -> None:
    answer = desk.ask("How many sailors were sent by harbour boards in 2019 Q1, by nationality?")
    assert answer.headline == "By nationality"


PEOPLES = """Crew of,Sailors
Danish,169
Danish Finnish,1
Finnish,18
Finnish Norwegian,4
Norwegian,141
"""
STATIONS = """Station and keeper numbers by kind and coast, 2021
,Stations,Stations,Keepers,Keepers
Coast,Rock,Shore,Rock,Shore
North,14,30,407,285
South,11,22,301,290
West,9,12,200,180
"""


@pytest.mark.parametrize(
    ("name", "table", "question", "value"),
    [
        ("crews.csv", PEOPLES, "How many Danish, Finnish and Norwegian sailors were there altogether?", "328"),
        ("crews.csv", PEOPLES, "How many Finnish and Norwegian sailors were there?", "159"),
        ("crews.csv", PEOPLES, "How many Danish Finnish sailors were there?", "1"),
        ("stations.csv", STATIONS, "How many keepers were at stations on the north coast in 2021?", "692"),
        ("stations.csv", STATIONS, "How many stations were there on the south coast in 2021?", "33"),
    ],
)
def test_peoples_listed_and_places_where_people_were(
    tmp_path: Path, name: str, table: str, question: str, value: str
) -> None:
    with desk_over(tmp_path / "r", {name: table.encode()}) as desk:
        answer = desk.ask(question)
    assert _value(answer) == value, answer.text
