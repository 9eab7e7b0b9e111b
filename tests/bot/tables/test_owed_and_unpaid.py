"""What is owed is asked of loans, and who helps unpaid of volunteers; a file says what its sheets count."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

LOANS = {
    "ALL HARBOURS": rows_of(
        "Name | 2021/22 | 2022/23 | Grand Total | % change\n"
        "Ambleby Harbour | 400 | 500 | 900 | 25\nCorrie Harbour | 30 | 60 | 90 | 100\nDunmore Harbour | 7 | 7 | 14 | 0"
    )
}
HELPERS = b"""Town,Volunteers 2010,Volunteers now,Stops,Stops closed,Stops transferred to parishes
Ambleby,12,40,30,3,2
Corrie,20,31,24,0,5
Dunmore,7,12,16,1,0
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How much did Ambleby Harbour owe in loans in 2021/22?", "400"),
        ("How much was owed in loans by Corrie Harbour in 2022/23?", "60"),
        ("By what percentage did the loans of Corrie Harbour rise from 2021/22 to 2022/23?", "100%"),
        ("How many people help unpaid in Ambleby?", "40"),
        ("How many people are working for nothing in Corrie?", "31"),
        ("How many unpaid helpers are there in Dunmore?", "12"),
        ("How many stops in Corrie have been handed over to parishes?", "5"),
    ],
)
def test_it_is_heard_as_people_say_it(tmp_path: Path, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"harbour-loans.xlsx": xlsx(LOANS), "buses.csv": HELPERS}) as desk:
        answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert answer.figures[0].value == value, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How much did Ambleby Harbour owe in rent in 2021/22?",
        "How much did Ambleby Harbour owe in loans in 2019/20?",
        "How many drivers help unpaid in Ambleby?",
    ],
)
def test_nothing_else_is_told_for_it(tmp_path: Path, question: str) -> None:
    with desk_over(tmp_path / "record", {"harbour-loans.xlsx": xlsx(LOANS), "buses.csv": HELPERS}) as desk:
        answer = desk.ask(question)
    assert (answer.status, answer.figures) == (Status.NOT_IN_RECORD, ()), answer.text
