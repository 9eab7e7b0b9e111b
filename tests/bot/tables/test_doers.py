"""Those who are called by what they do, deeds asked by "did", and the house that something happened in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

TAKERS = """"Table 2: Claimants of Island Grant by island and sex, May 2023 to May 2025"
Island,May 2023,,May 2024,
,Men,Women,Men,Women
Skerry,61,34,62,38
Muckle,47,22,41,29
"""
CALLS = """Month,Lighthouse,Calls answered,Calls made,Keepers charged
Jan-25,Ambleby Light,71,33,2
Feb-25,Ambleby Light,64,31,4
Feb-25,Corrie Light,58,27,3
"""
ESCAPES = """"Table 3: Escapes in custody by establishment and way, 12 months ending March"
Establishment,Way out,2023,2024
Aldermoor,Over the wall,9,4
Aldermoor,Under the wall,[c],3
Brackenfield,Over the wall,6,8
Brackenfield,Under the wall,2,1
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {"grant.csv": TAKERS, "lights.csv": CALLS, "escapes.csv": ESCAPES}
    with desk_over(tmp_path_factory.mktemp("doers"), {n: text.encode() for n, text in files.items()}) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many women on Skerry were claiming Island Grant in May 2024?", "38"),
        ("How many people claimed Island Grant on Muckle in May 2023?", "69"),
        ("How many calls did Ambleby Light answer in February 2025?", "64"),
        ("How many keepers did Corrie Light charge in February 2025?", "3"),
        ("How many escapes were there over the wall at Brackenfield in the year to March 2024?", "8"),
        ("How many escapes were there at Aldermoor in the year ending March 2024?", "7"),
    ],
)
def test_what_they_do_is_what_they_are_called_by(desk: Desk, question: str, value: str) -> None:
    assert [figure.value for figure in desk.ask(question).figures] == [value]


@pytest.mark.parametrize(
    "question",
    [
        "How many women on Skerry were refused Island Grant in May 2024?",
        "How many women on Skerry visited in May 2024?",
        "How many letters did Ambleby Light answer in February 2025?",
        "How many escapes were there at Aldermoor in the year to March 2023?",
        "How many escapes were there over the wall at Brackenfield in the year to March 2025?",
    ],
)
def test_another_deed_is_not_that_one_and_nothing_is_said_of_elsewhere(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED)
    assert not answer.figures


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What was the ratio of calls answered to calls made at Ambleby Light in February 2025?", "2.1"),
        ("What was the ratio of calls made to calls answered at Ambleby Light in February 2025?", "0.5"),
    ],
)
def test_a_ratio_is_told_whichever_is_the_greater(desk: Desk, question: str, value: str) -> None:
    assert [figure.value for figure in desk.ask(question).figures] == [value]


def test_the_house_that_is_asked_for_tells_where_it_happened(desk: Desk) -> None:
    answer = desk.ask("Which establishment had the most escapes over the wall in the year to March 2024?")
    assert [figure.value for figure in answer.figures] == ["8"]
    assert "Brackenfield" in answer.text
