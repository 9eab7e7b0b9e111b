"""Words for the sort of thing that several rows are: they name all of these, and none by a word that it shares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

STRENGTH = """"Strength of the UK Forces by service and rank, at 1 April each year"
,,2023,2024
Royal Navy,Officers,4,5
Royal Navy,Other ranks,40,50
Army,Officers,6,7
Army,Other ranks,60,70
Royal Air Force,Officers,8,9
Royal Air Force,Other ranks,80,90
"""
HEARD = """Cases heard by court
Court,2023,2024
Crown Court,11,12
Magistrates' Court,21,22
County Court,31,32
"""
TIPPED = """Litter incidents by authority
Year,LA name,Region,Total incidents,Prosecutions
2023-24,Barnet,London,26,3
2023-24,Brent,London,18,4
2023-24,Leeds,Yorkshire and The Humber,40,1
2023-24,Hull,Yorkshire and The Humber,2,0
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {"strength.csv": STRENGTH, "heard.csv": HEARD, "litter.csv": TIPPED}
    with desk_over(tmp_path_factory.mktemp("kinds"), {n: text.encode() for n, text in files.items()}) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What was the total strength of the armed forces at 1 April 2023?", "198"),
        ("How many officers did the RAF have at 1 April 2024?", "9"),
        ("How many other ranks were there in the Army at 1 April 2023?", "60"),
        ("How many cases were heard by the Crown Court in 2024?", "12"),
        ("Which local authority had the most litter incidents in 2023-24?", "40"),
        ("Which region had the most litter incidents in 2023-24?", "44"),
        ("Which council had the fewest prosecutions in 2023-24?", "0"),
    ],
)
def test_the_sort_of_all_rows_is_all_of_them(desk: Desk, question: str, value: str) -> None:
    assert [figure.value for figure in desk.ask(question).figures] == [value]


@pytest.mark.parametrize(
    "question",
    [
        "How many cases were heard by the Supreme Court in 2024?",
    ],
)
def test_another_sort_is_none_of_them(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED)
    assert not answer.figures


AID = """"UK ODA by recipient country, £ million"
Country,2021,2022
Denmark,185.6,352.9
Norway,120.2,89.7
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How much aid did Norway receive in 2022?", "89700000"),
        ("How much overseas aid did Denmark get in 2021?", "185600000"),
        ("How much aid did Denmark and Norway receive in 2021?", "305800000"),
        ("How much aid did Denmark repay in 2021?", None),
        ("How much legal aid did Denmark receive in 2021?", None),
    ],
)
def test_a_recipient_is_who_received(tmp_path: Path, question: str, value: str | None) -> None:
    with desk_over(tmp_path / "record", {"oda.csv": AID.encode()}) as desk:
        assert [figure.value for figure in desk.ask(question).figures] == ([value] if value else [])
