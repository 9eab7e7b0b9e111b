"""Lengths of time: columns that are bands of one whole, and conditions that no other number stands for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over

_BANDS = "3_months_or_less,more_than_3_months_1_year,1_year_less_than_2_years,2_years_or_more"


def _moored(*, short: int = 0) -> bytes:
    lines = [f"year,harbour,boats_moored,{_BANDS}"]
    for year in (2021, 2022, 2023):
        for n, harbour in enumerate(("Ambleby", "Corrie", "Dunmore", "Fenwick")):
            parts = [400 + 10 * n + year - 2020, 300 + n, 200 + n, 100 + n]
            lines.append(f"{year},{harbour},{sum(parts) + short},{','.join(map(str, parts))}")
    return "\n".join(lines).encode()


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many boats had been moored in Corrie for two years or more in 2022?", "101"),
        ("How many boats had been moored in Corrie for a year or longer in 2022?", "302"),
        ("How many boats had been moored in Corrie for more than a year in 2022?", "302"),
        ("How many boats were moored in Corrie in 2022?", "1,015"),
    ],
)
def test_bands_of_time_are_added_up(tmp_path: Path, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"boats_moored_by_length_of_stay.csv": _moored()}) as desk:
        answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert value in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many boats had been moored in Corrie for more than 18 months in 2022?",
        "How many boats had been moored in Corrie for less than six months in 2022?",
    ],
)
def test_no_band_stands_for_another_length(tmp_path: Path, question: str) -> None:
    with desk_over(tmp_path / "record", {"boats_moored_by_length_of_stay.csv": _moored()}) as desk:
        assert desk.ask(question).status not in (Status.ANSWERED, Status.COMPUTED)


def test_columns_that_do_not_come_to_the_first_stay_measures(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"boats_moored_by_length_of_stay.csv": _moored(short=300)}) as desk:
        answer = desk.ask("How many boats had been moored in Corrie for a year or longer in 2022?")
    assert "302" not in answer.text


_TIMES = """Year,harbour_type,repairs,boats
201516,Total,Total,900
201516,Total,1,500
201516,Total,2,200
201516,Total,3,150
201516,Total,4,50
201415,Total,Total,800
201415,Total,1,400
201415,Total,2,250
201415,Total,3,100
201415,Total,4,50
"""
_DAYS = """Year,harbour_type,duration_days_repairs,repairs
201516,Total,Total,2000
201516,Total,1,1100
201516,Total,2,500
201516,Total,3,300
201516,Total,4,100
201415,Total,Total,1800
201415,Total,1,1000
201415,Total,2,450
201415,Total,3,250
201415,Total,4,100
"""


def test_days_are_no_number_of_times(tmp_path: Path) -> None:
    files = {"number_of_repairs.csv": _TIMES.encode(), "duration_of_repairs.csv": _DAYS.encode()}
    with desk_over(tmp_path / "record", files) as desk:
        assert ": 300 " in desk.ask("How many repairs lasted exactly three days in 2015/16?").text
        assert ": 400 " in desk.ask("How many repairs lasted three or four days in 2015/16?").text.replace("=", ":")
        assert "55%" in desk.ask("What share of all repairs in 2015/16 were for just one day?").text
        assert ": 150 " in desk.ask("How many boats had exactly three repairs in 2015/16?").text
        asked = desk.ask("Over the three years from 2013/14 to 2015/16, how many boats were there?")
        assert "150" not in asked.text
