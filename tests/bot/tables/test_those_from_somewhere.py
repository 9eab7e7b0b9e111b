"""Those who come "from" somewhere are no sum of them and of all who come from there, where one heading tells both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.bot.tables.putting import desk_over

GUESTS = """Year,Origin of guests,Guests
2020,Fife,40
2020,Orkney,12
2020,Pilgrims,7
"""
MAIL = "Year,Sender,Letters delivered\n2020,Ambleby,300\n2020,Corrie,210\n2020,Prisoners,35\n"
FISH = "Year,Source,Eels landed\n2020,Lochs,90\n2020,Traps,61\n2020,Rivers,20\n"
FILES = {"guests.csv": GUESTS, "letters.csv": MAIL, "eels.csv": FISH}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("from")
    with desk_over(folder / "record", {name: text.encode() for name, text in FILES.items()}) as one:
        yield one


@pytest.mark.parametrize(
    "question",
    [
        "How many pilgrims from Fife were guests in 2020?",
        "How many letters were delivered from prisoners from Corrie in 2020?",
        "How many eels were landed in traps from rivers in 2020?",
    ],
)
def test_one_thing_told_twice_is_no_sum(desk: Desk, question: str) -> None:
    assert not desk.ask(question).figures


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many guests from Fife and Orkney were there in 2020?", "52"),
        ("How many letters were delivered from Ambleby and from Corrie in 2020?", "510"),
        ("How many more eels were landed from lochs than from rivers in 2020?", "70"),
    ],
)
def test_what_is_joined_is(desk: Desk, question: str, value: str) -> None:
    assert [f.value for f in desk.ask(question).figures][:1] == [value]
