"""Counts that a file dates by single days: a year is told by the day that ends it, and by no day in its midst."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over

LAUNCHES = (
    "Crew,Total,Towed,ytd\nTenby,30,4,2021-03-31\nMumbles,20,3,2021-03-31\nTenby,33,5,2020-03-31\nMumbles,22,2,2020-03-31\n"
    "Tenby,41,6,2017-12-31\nMumbles,25,1,2017-12-31\n"
)
FILES = {"lifeboat-launches.csv": LAUNCHES.encode()}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many lifeboat launches were there at Tenby in the year to March 2021?", "30"),
        ("How many lifeboat launches did Mumbles have in the year ending 31 March 2020?", "22"),
        ("How many lifeboat launches were there at Tenby in the year ended December 2017?", "41"),
        ("How many lifeboat launches were there at Tenby in 2017?", "41"),
    ],
)
def test_the_day_that_ends_it_is_taken(tmp_path: Path, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", FILES) as desk:
        answer = desk.ask(question)
        assert [f.value for f in answer.figures] == [value], answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many lifeboat launches were there at Tenby in the year to March 2018?",
        "How many lifeboat launches were there at Tenby in the two years to March 2021?",
        "How many lifeboat launches did Mumbles have in the year ending June 2020?",
        "How many lifeboat launches did Mumbles have in the three years ending December 2017?",
    ],
)
def test_no_day_in_its_midst_is(tmp_path: Path, question: str) -> None:
    with desk_over(tmp_path / "record", FILES) as desk:
        answer = desk.ask(question)
        assert answer.status is Status.NOT_IN_RECORD, answer.text
