"""Of whom a table is: of one body alone, be it that a column says so in every row; of ages by what they are called."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.bot.tables.putting import desk_over

RESCUES = """Reporter type,Cause,Age of rescued,Sex,Rescues
Coastguard,Fog,Adult (18 or over),Male,14
Coastguard,Fog,Child (17 or under),Male,6
Coastguard,Fog,Child (17 or under),Female,5
Coastguard,Ice,Adult (18 or over),Female,9
Coastguard,Ice,Child (17 or under),Female,2
"""
LOANS = """Lender,Kind,Reader,Loans
Local authority,Atlas,Adults (18+),120
Local authority,Atlas,Children (under 18),45
Local authority,Novel,Adults (18+),300
Local authority,Novel,Children (under 18),80
"""
TOLLS = """Collector,Bridge,Tolls collected
Police,Ambleby,410
Police,Corrie,95
"""
FILES = {
    "coastguard_rescues_2021.csv": RESCUES,
    "loans_local-authority_2020.csv": LOANS,
    "bridge_tolls_police.csv": TOLLS,
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("whom")
    with desk_over(folder / "record", {name: text.encode() for name, text in FILES.items()}) as one:
        yield one


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many rescues of under-18s in fog did the coastguard report in 2021?", "11"),
        ("How many girls did the coastguard rescue from ice in 2021?", "2"),
        ("How many boys did the coastguard rescue from fog in 2021?", "6"),
        ("How many loans of novels did local authorities make to over-18s in 2020?", "300"),
        ("How many loans did councils make to people under 18 in 2020?", "125"),
        ("How many tolls did the police collect at Corrie?", "95"),
        ("What proportion of coastguard rescues in 2021 were of children?", "36.1%"),
        ("How many more loans did local authorities make to adults than to children in 2020?", "295"),
    ],
)
def test_the_body_and_the_age_are_heard(desk: Desk, question: str, value: str) -> None:
    assert [f.value for f in desk.ask(question).figures][:1] == [value]


@pytest.mark.parametrize(
    "question",
    [
        "How many loans of novels were there in 2020?",
        "How many loans were made to children in 2020?",
        "What share of all loans in 2020 came from local authorities?",
        "What share of all rescues in 2021 were reported by the coastguard?",
        "What proportion of rescues in 2021 were of children?",
        "How many more loans were made to adults than to children in 2020?",
        "How many rescues from ice were there in 2021?",
        "What share of all tolls were collected by the police?",
        "How many girls under 16 did the coastguard rescue from ice in 2021?",
    ],
)
def test_one_body_is_not_all_nor_a_share_of_itself(desk: Desk, question: str) -> None:
    assert not desk.ask(question).figures
