"""What came in over a time is not told from a table of what was in hand at a date, which calls none of it so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.bot.tables.putting import desk_over

BERTHS = (
    "Year,Quarter,Berth work in progress,Awaiting survey,Sex: Men,Sex: Women\n"
    "2020,2,940,310,600,340\n2021,2,1020,330,650,370\n2022,2,1100,350,700,400\n"
)
LIBRARY = (
    "Month,Reading room backlog,Backlog of men,Backlog of women\n"
    "January 2021,410,230,180\nFebruary 2021,420,240,180\nMarch 2021,460,250,210\n"
)
TRAMS = "Year,Tram licences outstanding,Renewals outstanding\n2019,88,12\n2020,95,14\n2021,102,19\n"
OATHS = (
    "Year,Quarter,Total naturalisation work in progress,Awaiting ceremony,Gender: Male,Gender: Female\n"
    "2020,2,940,310,600,340\n2021,2,1020,330,650,370\n2022,2,1100,350,700,400\n"
)
FILES = {"oaths.csv": OATHS, "berth-work.csv": BERTHS, "reading-room.csv": LIBRARY, "tram-licences.csv": TRAMS}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("hand")
    with desk_over(folder / "record", {name: text.encode() for name, text in FILES.items()}) as one:
        yield one


@pytest.mark.parametrize(
    "question",
    [
        "What percentage of citizenship applications in Q2 2021 came from women?",
        "How many citizenship applications were there in Q2 2022?",
        "How many citizenship applications from men were there in Q2 2020?",
        "What percentage of berth applications in Q2 2021 came from women?",
        "How many berth applications were there in Q2 2022?",
        "How many reading room applications from women were there in March 2021?",
        "How many tram licence applications were there in 2020?",
    ],
)
def test_applications_are_not_what_is_in_hand(desk: Desk, question: str) -> None:
    assert not desk.ask(question).figures


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many were awaiting survey in Q2 2022?", "350"),
        ("How many tram licences were outstanding in 2020?", "95"),
    ],
)
def test_what_is_in_hand_is_told_as_such(desk: Desk, question: str, value: str) -> None:
    assert [f.value for f in desk.ask(question).figures] == [value]
