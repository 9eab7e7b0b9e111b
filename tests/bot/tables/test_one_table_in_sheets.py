"""A table of which each quarter has a sheet of its own: a year is all of them together, and a move is between two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import Cell, rows_of, xlsx

COVER = rows_of(
    """
Lifeboat work by quarter
Department for Canals and Locks
Published: 14 September 2023
"""
)
SPANS = ("January to March 2022", "April to June 2022", "July to September 2022", "October to December 2022")


def _sheet(span: str, n: int) -> list[list[Cell]]:
    return rows_of(
        f"""
Table LB_1: Lifeboat work by country, Great Britain, {span}
Country | Launches | Rescues | Average crew age
Great Britain | {60 + 6 * n} | {30 + 3 * n} | 40
England | {30 + 3 * n} | {20 + n} | 41
Scotland | {20 + 2 * n} | {5 + n} | 42
Wales | {10 + n} | {5 + n} | 39
"""
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    sheets = {"Cover": COVER} | {f"Q{n} 2022": _sheet(span, n) for n, span in enumerate(SPANS, 1)}
    with desk_over(Path(tmp_path_factory.mktemp("record")), {"lifeboats.xlsx": xlsx(sheets)}) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many lifeboat launches were there in Great Britain in 2022?", "300"),
        ("How many rescues were there in Scotland in the whole of 2022?", "30"),
        ("What was the number of launches in Wales in the first half of 2022?", "23"),
        ("How many launches were there in England in the second quarter of 2022?", "36"),
        ("By how much did launches in England rise between the first and last quarters of 2022?", "9"),
        ("By how much did rescues in Wales rise between the second quarter and the final quarter of 2022?", "2"),
        ("By how much did launches in Scotland go up between the first and third quarters of 2022?", "4"),
    ],
)
def test_the_sheets_are_one_table(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert answer.figures[0].value == value, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many launches were there in Wales in 2021?",
        "How many launches were there in Wales from January 2022 to March 2023?",  # one quarter is not there
        "What was the average crew age in Wales in 2022?",  # an average is not added up
    ],
)
def test_what_they_do_not_cover_is_not_added_up(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED), answer.text
