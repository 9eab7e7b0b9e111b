"""A rate is no count, nor a budget what was spent: each answers what is asked of it, and the count is taken rather."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

COVER = rows_of(
    """
Ferries and lighthouses in England: crossings, keepers and money
Department for Canals and Locks
Published: 14 September 2023
"""
)
CROSSINGS = rows_of(
    """
Table 1: Number of ferry crossings by region, England, 2020 to 2021 up to 2021 to 2022
Region | 2020 to 2021 | 2021 to 2022
England | 900 | 950
North East | 100 | 130
London | 500 | 480
South West | 300 | 340
"""
)
PER_HEAD = rows_of(
    """
Table 2: Ferry crossings per 1,000 people by region, England, 2020 to 2021 up to 2021 to 2022
Region | 2020 to 2021 | 2021 to 2022
England | 16.1 | 16.9
North East | 37.5 | 48.7
London | 55.6 | 53.3
South West | 53.1 | 60.2
"""
)
WRECKS = rows_of(
    """
Table 3: Wrecks per 100,000 voyages, by region, 2020 to 2021 up to 2021 to 2022
Region | 2020 to 2021 | 2021 to 2022
North East | 1.5 | 1.7
London | 2.5 | 2.2
South West | 0.4 | 0.6
"""
)
KEEPERS = rows_of(
    """
Table 4: Lighthouse keepers by home region and kind of lamp
Year | Region of keeper | Lamp | Keepers
2022 | England total | All lamps | 120
2022 | England total | Oil | 70
2022 | England total | Electric | 50
2022 | North East | All lamps | 40
2022 | North East | Oil | 25
2022 | North East | Electric | 15
2022 | South West | All lamps | 65
2022 | South West | Oil | 35
2022 | South West | Electric | 30
2022 | Outside England | All lamps | 15
2022 | Outside England | Oil | 10
2022 | Outside England | Electric | 5
"""
)
MONEY = rows_of(
    """
Table 5: Spending on lighthouses, England, financial years (£ million)
Financial year | Type of spending | £ million
2020 to 2021 | Oil | 20.5
2020 to 2021 | Paint | 10.2
2020 to 2021 | Total | 30.7
2020 to 2021 | Budget | 29.5
2021 to 2022 | Oil | 21.5
2021 to 2022 | Paint | 9.2
2021 to 2022 | Total | 30.7
2021 to 2022 | Budget | 33.0
"""
)
SHEETS = {"Cover": COVER, "1": CROSSINGS, "2": PER_HEAD, "3": WRECKS, "4": KEEPERS, "5": MONEY}
DREDGING = "Year,Budget for dredging (£),Outturn of dredging (£)\n2021,5000,4100\n2022,5000,5600\n"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {"ferries.xlsx": xlsx(SHEETS), "dredging.csv": DREDGING.encode()}
    with desk_over(Path(tmp_path_factory.mktemp("record")), files) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many ferry crossings were there in London in 2021-22?", "480"),
        ("By how much did ferry crossings in the North East go up between 2020-21 and 2021-22?", "30"),
        ("What was the rate of ferry crossings in London in 2021-22?", "53.3"),
        ("What was the ferry crossing rate per 1,000 people in the South West in 2020-21?", "53.1"),
        ("What was the rate of wrecks per 100,000 voyages in the South West in 2021-22?", "0.6"),
        ("How many lighthouse keepers were there in 2022?", "120"),
        ("How many keepers were there of oil lamps in 2022?", "70"),
        ("How far below budget was spending on lighthouses in 2021 to 2022?", "2300000"),
        ("How far over budget was spending on lighthouses in 2020 to 2021?", "1200000"),
        ("How far under its budget was dredging in 2021?", "900"),
        ("How much over budget was dredging in 2022?", "600"),
        ("How much was spent on lighthouses in 2020 to 2021 in all?", "30700000"),
    ],
)
def test_a_rate_and_a_count_and_a_budget_are_told_apart(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert [f.value.replace(",", "") for f in answer.figures][:1] == [value], answer.text


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Which region had the lowest rate of ferry crossings in 2021-22?", "North East"),
        ("Which region had the most ferry crossings in 2021-22?", "London"),
        ("Which region had the highest rate of wrecks in 2020-21?", "London"),
    ],
)
def test_rates_and_counts_are_ranked_apart(desk: Desk, question: str, row: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert answer.headline.startswith(row), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many wrecks were there in London in 2021-22?",  # only a rate is told
        "What was the number of wrecks in the South West in 2020-21?",
        "How far over budget was spending on lighthouses in 2021 to 2022?",  # it was below
        "How far below budget was spending on oil for lighthouses in 2021 to 2022?",  # the budget is of all of it
    ],
)
def test_none_is_given_for_another(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.NOT_IN_RECORD, Status.NOT_KNOWN, Status.AMBIGUOUS), answer.text
