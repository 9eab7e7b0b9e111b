"""Where a share's whole is, is of the whole: it is not read as a part of it; "times as many as Corrie did Ambleby"."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

STATIONS = """Station,Number of logged incidents,Number of crew affected,Mentions 'fog',Mentions 'oars'
Ambleby Lifeboat Trust,40,7,10,4
Corrie Lifeboat Trust,80,9,20,8
Dunmore Lifeboat Trust,10,3,1,2
"""
KINDS = """Year,Coast,Kind of keeper,Number of keepers
2021,North Coast,Relief,40
2021,North Coast,Resident,60
2021,South Coast,Relief,30
2021,South Coast,Resident,90
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("there"), {"stations.csv": STATIONS.encode()}) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What percentage of the logged incidents at Ambleby Lifeboat Trust mention fog?", "25%"),
        ("What percentage of the incidents at Corrie mention oars?", "10%"),
        ("What share of the incidents at Dunmore Lifeboat Trust mention oars?", "20%"),
        ("How many times as many logged incidents as Ambleby did Corrie have?", "2"),
        ("how many times as many crew affected as Dunmore did Corrie have", "3"),
        ("How many times as many logged incidents as Dunmore did Ambleby record?", "4"),
    ],
)
def test_a_whole_is_where_it_is_said_to_be(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.COMPUTED, answer.text
    assert answer.figures[0].value == value


@pytest.mark.parametrize(
    "question",
    [
        "what percentage of the incidents at ambleby lifeboat trust mention fog",  # or of those of all stations
        "What share of the events at Corrie mention sails?",
        "What percentage of the crew at Ambleby Lifeboat Trust mention fog?",
    ],
)
def test_a_share_of_which_the_whole_is_not_sure_is_not_given(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.NOT_IN_RECORD or answer.figures[0].value == "25%", answer.text


def test_a_part_that_is_of_a_kind_is_of_all_there(tmp_path_factory: pytest.TempPathFactory) -> None:
    with desk_over(tmp_path_factory.mktemp("kinds"), {"keepers.csv": KINDS.encode()}) as desk:
        answer = desk.ask("What share of keepers on the North Coast were relief keepers in 2021?")
    assert [f.value for f in answer.figures][:1] == ["40%"], answer.text
