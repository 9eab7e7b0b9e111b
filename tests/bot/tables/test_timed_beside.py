"""A file that says no time, beside one of a stated time whose numbers it comes to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

DEEDS = "Boat towed home,Crew fined,Crew given a warning,Still looked into"
FILES = {
    "endings_by_harbour.csv": f"Harbour,{DEEDS}\nAmbleby,10,4,7,20\nCorrie,5,6,9,31\nDunmore,1,2,3,4\n",
    "endings_totals_2012-2016.csv": (
        "Ending,Total 2012-2016\nBoat towed home,16\nCrew fined,12\nCrew given a warning,19\nStill looked into,55\n"
    ),
    "sorties_by_station.csv": "Station,Seals fed,Nets cut,Gulls freed,Ropes cleared\nUpton,3,4,5,6\nWexham,1,1,1,1\n",
    "sorties_totals_2015-2017.csv": ("Deed,Total 2015-2017\nSeals fed,4\nNets cut,5\nGulls freed,6\nRopes cleared,8\n"),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {name: text.encode() for name, text in FILES.items()}
    with desk_over(tmp_path_factory.mktemp("record"), files) as held:
        yield held


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many crews were given a warning at Corrie between 2012 and 2016?", "9"),
        ("How many more crews were fined at Corrie than at Ambleby in 2012-2016?", "2"),
        ("Which harbour had the most crews given a warning in 2012-2016?", "9"),
    ],
)
def test_its_time_is_that_of_the_totals_it_comes_to(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert value in answer.text.replace(":", " ").replace(".", " ").split()
    assert "Endings totals 2012-2016" in answer.interpretation


@pytest.mark.parametrize(
    "question",
    [
        "How many crews were given a warning at Corrie in 2014?",
        "How many crews were given a warning at Corrie between 2012 and 2017?",
        "How many nets were cut at Upton between 2015 and 2017?",
    ],
)
def test_another_time_and_sums_that_differ_prove_nothing(desk: Desk, question: str) -> None:
    assert desk.ask(question).status in (Status.NOT_IN_RECORD, Status.NOT_KNOWN)
