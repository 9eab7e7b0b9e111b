"""What a table seems to answer and does not, and verbs that say no more than a table says anyway."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

FILES = {
    "club.csv": b"Table 1: Membership of rowing clubs\nYear,Members joined,Members left\n2021,40,9\n2022,50,12\n",
    "crews.csv": b"Table 2: Lifeboat crews\nYear,Crew hired,Crew leaving\n2021,30,7\n2022,20,11\n",
    "voyages.csv": (
        b"Table 3: Timeliness of voyages, mean days\nYear,Mean days from booking to voyage,Mean days from voyage to "
        b"refund\n2021,100,200\n2022,110,220\n"
    ),
    "boilers.csv": (
        b"Table 4: Boilers recalled, by maker\nMaker,2021,2022\nAsh,40,50\nOak,9,12\nTotal,49,62\n"
    ),
    "berths.csv": (
        b"Table 5: Ferries and berths, by line\nLine,Ferries,Berths\nGull Line,4,900\nTern Line,6,1200\nTotal,10,2100\n"
    ),
    "delays.csv": b"Table 6: Tram suspension rate, by depot, 2022\nDepot,Suspension rate\nMarsh,1.5\nHeath,2.5\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("otherwise") / "record", FILES) as one:
        yield one


@pytest.mark.parametrize(
    "asked",
    [
        "How many rowing club members were left in 2022?",
        "How many rowing club members were still left in 2021?",
        "How many rowing club members are left in 2022?",
        "How many members did the rowing club have left in 2022?",
        "How long did the voyages last in 2022?",
        "How long did voyages go on in 2021?",
        "How long does a voyage last?",
        "How many Oak boilers did not get recalled in 2022?",
        "How many Ash boilers were not to be recalled in 2021?",
        "How many Ash boilers had not yet been recalled in 2022?",
    ],
)
def test_what_only_seems_to_be_told_is_not_given(desk: Desk, asked: str) -> None:
    assert desk.ask(asked).status not in (Status.ANSWERED, Status.COMPUTED), desk.ask(asked).text


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("How many rowing club members left in 2022?", "12"),
        ("How long was it from booking to voyage in 2022?", "110"),
        ("How many Oak boilers were recalled in 2022?", "12"),
        ("How many berths did the Gull Line offer?", "900"),
        ("How many berths does the Tern Line provide?", "1200"),
        ("Which depot had the worst tram suspension rate in 2022?", "2.5"),
    ],
)
def test_what_is_told_is_given(desk: Desk, asked: str, value: str) -> None:
    answer = desk.ask(asked)
    assert [f.value for f in answer.figures][:1] == [value], answer.text
