"""What is spent each year, in whatever words it is asked for; and what is only asked with "ought"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk
from bot.forms import Ask, form_of

TABLE = [
    ("The port spends £4.2 million a year on dredging.", "What is the port's yearly bill for dredging?", "4200000"),
    ("The port spends £4.2 million a year on dredging.", "How much is spent on dredging each month?", ""),
    ("The library spends £900 per week on heating.", "What is the library's weekly bill for heating?", "900"),
    ("The ferry line pays an annual fee of £7,000 for its berth.", "What yearly fee does the line pay?", "7000"),
    ("Trams cost £5 million in 2010.", "How much do trams cost each year?", ""),
    (
        "An inquiry run by Ida Brook, a former judge, will report in June and is expected to cost £90,000.",
        "What will the Brook inquiry cost?",
        "90000",
    ),
]


@pytest.mark.parametrize(("text", "question", "value"), TABLE, ids=[row[1] for row in TABLE])
def test_a_sum_is_of_each_year_or_of_none(made: Callable[..., Desk], text: str, question: str, value: str) -> None:
    answer = made(f"{text} It rained.\n", date(2012, 5, 10)).ask(question)
    assert [str(f.value) for f in answer.figures] == ([value] if value else []), answer.text


@pytest.mark.parametrize(
    ("question", "opinion"),
    [
        ("how many pilots had faults that ought to have barred them", False),
        ("How much was paid to crews who ought to have been turned away?", False),
        ("How many tugs sailed that ought not to have sailed?", False),
        ("How many pilots ought to be sacked?", True),
        ("Ought the mayor to have gone?", True),
        ("Which boats ought to have been mended?", True),
    ],
)
def test_a_count_is_no_opinion_for_what_ought_to_have_been(question: str, opinion: bool) -> None:
    assert (form_of(question).ask is Ask.DECLINED) is opinion
