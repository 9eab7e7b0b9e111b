"""What a table tells of then and of now, and what it counts since a year that its heading names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

CREWS = """Port,Paid crew 2010,Paid crew now,2010 apprentices,Apprentices now,Boats lost since 2010,Moorings sought 2016
Ambleby,12,9,2,5,1,2
Corrie,20,25,3,3,0,1
Dunmore,8,8,1,0,2,0
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("now"), {"harbours.csv": CREWS.encode()}) as desk:
        yield desk


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many paid crew does Ambleby have now?", "9"),
        ("How many apprentices are there in Corrie?", "3"),  # the latest that the table gives
        ("How many paid crew did Ambleby have in 2010?", "12"),
        ("How many fewer paid crew does Ambleby have now than in 2010?", "3"),
        ("How many more apprentices are there now than in 2010 in Ambleby?", "3"),
        ("By what percentage has the number of apprentices in Ambleby gone up since 2010?", "150%"),
        ("Which port has the most paid crew?", "25"),
        ("How many boats has Dunmore lost since 2010?", "2"),
        ("How many boats have been lost since 2010 in Ambleby and Dunmore together?", "3"),
        ("How many moorings were sought in Ambleby in 2016?", "2"),
    ],
)
def test_then_and_now_are_told_apart(port: Desk, question: str, value: str) -> None:
    answer = port.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert answer.figures[0].value == value, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many paid crew did Ambleby have in 2014?",
        "How many boats has Dunmore lost since 2012?",
        "How many boats did Dunmore lose in 2010?",
        "How many moorings were sought in Ambleby in 2015?",
    ],
)
def test_another_time_is_not_answered(port: Desk, question: str) -> None:
    answer = port.ask(question)
    assert (answer.status, answer.figures) == (Status.NOT_IN_RECORD, ()), answer.text
