"""Quarters as people call them, the same part of another year, and what is asked of several times or labels at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

VISITS = """Visits to lighthouses, by quarter
Lighthouse,2022 Q1,2022 Q2,2022 Q3,2022 Q4,2023 Q1,2023 Q2,2023 Q3,2023 Q4
Ness,100,110,120,90,105,111,125,95
Skerry,50,55,60,45,52,56,61,47
All lighthouses,150,165,180,135,157,167,186,142
"""
TUGS = """Tugs moored at the end of the quarter
Port,2022 Q3,2022 Q4,2023 Q1,2023 Q2
Ambleby,12,15,16,18
Brackwater,5,6,8,9
All ports,17,21,24,27
"""
RATES = """Year,Tram line,Punctuality rate (%),Tram journeys
2021,Harbour,91.5,900
2021,Moor,84.2,1200
2022,Harbour,90.1,950
2022,Moor,86.7,1250
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    tables = {"visits.csv": VISITS, "tugs.csv": TUGS, "rates.csv": RATES}
    record = tmp_path_factory.mktemp("parts") / "record"
    with desk_over(record, {name: one.encode() for name, one in tables.items()}) as one:
        yield one


@pytest.mark.parametrize(
    ("when", "value"),
    [
        ("in the first quarter of 2023", "105"),
        ("in the 2nd quarter of 2022", "110"),
        ("in quarter 3 of 2022", "120"),
        ("in Quarter 4 2022", "90"),
        ("in 2023 quarter 2", "111"),
        ("in the opening quarter of 2022", "100"),
        ("in the last three months of 2023", "95"),
        ("in October to December 2022", "90"),
        ("between July and September 2023", "125"),
    ],
)
def test_a_quarter_is_heard_as_people_call_it(desk: Desk, when: str, value: str) -> None:
    answer = desk.ask(f"How many visits were there to Ness {when}?")
    assert answer.status is Status.ANSWERED, answer.text
    assert [f.value for f in answer.figures] == [value]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many more visits to Ness were there in Q3 2023 than in the same period of 2022?", "5"),
        ("Did visits to Skerry rise in the second quarter of 2023 compared with the same quarter in 2022?", "1"),
        ("How many fewer visits were there in Q3 2022 than in the same months of 2023?", "6"),
    ],
)
def test_the_same_part_of_another_year_is_no_whole_year(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.COMPUTED, answer.text
    assert answer.figures[0].value == value


@pytest.mark.parametrize("when", ["summer quarter", "closing months", "festive weeks"])
def test_a_part_of_a_year_that_is_not_understood_is_not_the_year(desk: Desk, when: str) -> None:
    assert desk.ask(f"How many visits to Ness were there in the {when} of 2022?").status is Status.NOT_IN_RECORD


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which quarter of 2023 had the most visits to Ness?", "2023 Q3"),
        ("What was the busiest quarter of 2022 for visits to Skerry?", "2022 Q3"),
        ("How many visits were there to Ness in each quarter of 2022?", "2022 Q4: 90"),
    ],
)
def test_quarters_of_a_year_are_gone_through(desk: Desk, question: str, said: str) -> None:
    assert said in desk.ask(question).text


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("How many tugs were moored at Ambleby in Q4 2022 and Q2 2023?", ["15", "18"]),
        ("What was the punctuality rate on the Harbour line in 2021 and 2022?", ["91.5%", "90.1%"]),
        ("What was the punctuality rate of the Harbour and Moor lines in 2022?", ["90.1%", "86.7%"]),
    ],
)
def test_what_is_never_added_up_is_told_of_each(desk: Desk, question: str, values: list[str]) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.ANSWERED, answer.text
    assert [f.value for f in answer.figures] == values


def test_no_sum_is_given_of_what_is_never_added_up(desk: Desk) -> None:
    together = desk.ask("How many tugs were moored at Ambleby in Q4 2022 and Q2 2023 together?")
    assert together.status is Status.NOT_IN_RECORD
    ports = desk.ask("How many tugs were moored at Ambleby and Brackwater together at the end of 2022?")
    assert [f.value for f in ports.figures] == ["21"], ports.text
