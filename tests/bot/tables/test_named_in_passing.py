"""A label of many words is not named by one of them in passing, nor one of several by the deed that they share."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over

WORKS = """Year,Trade,Turnover
2020,Repair of boats and tenders,41
2020,Repair of quays,52
2020,Sail lofts,9
2020,"Rope collection, sorting and drying; mooring and other harbour services",70
2021,Repair of boats and tenders,44
2021,Repair of quays,55
2021,Sail lofts,8
2021,"Rope collection, sorting and drying; mooring and other harbour services",71
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What was the turnover of repair of quays in 2021?", "55"),
        ("What was the turnover of sail lofts in 2020?", "9"),
        ("What was the turnover of rope collection in 2021?", "71"),
        ("What was the turnover of repairs in 2021?", None),
        ("What was the turnover of services in 2021?", None),
        ("What was the turnover of drying in 2020?", None),
    ],
)
def test_what_one_word_names(tmp_path: Path, question: str, value: str | None) -> None:
    with desk_over(tmp_path / "record", {"works.csv": WORKS.encode()}) as desk:
        answer = desk.ask(question)
    if value is None:
        assert answer.status not in (Status.ANSWERED,), answer.text
    else:
        assert answer.figures[0].value == value, answer.text
