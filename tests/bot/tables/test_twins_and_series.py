"""The same counted in two tables: on two bases, where one sum is told beside another; and over few times and many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import Cell, ods, rows_of

PILOTS = rows_of(
    """
Table 1: Harbour pilots by port, 31 March 2030 and 31 March 2031 (FTE)
| 31 March 2030 | 31 March 2031
Ambleby | 310.62 | 305.48
Corrie | 120.71 | 118.49
Dunmore | 88.3 | 90.74
Total | 519.63 | 514.71
"""
)
PILOT_HEADS = rows_of(
    """
Table 2: Harbour pilots by port, 31 March 2030 and 31 March 2031 (headcount)
| 31 March 2030 | 31 March 2031
Ambleby | 322 | 317
Corrie | 126 | 124
Dunmore | 92 | 95
Total | 540 | 536
"""
)
SERIES = rows_of(
    """
Table 3: Harbour pilots and lamp trimmers, 31 March 2026 to 2031 (FTE)
| Harbour pilots | Lamp trimmers
31 March 2026 | 601.2 | 90.1
31 March 2027 | 640.9 | 85.6
31 March 2028 | 498.4 | 70.2
31 March 2029 | 510.5 | 61.3
31 March 2030 | 519.63 | 55.8
31 March 2031 | 514.71 | 40.2
"""
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    sheets = {"T1": PILOTS, "T2": PILOT_HEADS, "T3": SERIES}
    with desk_over(tmp_path_factory.mktemp("twins"), {"pilots.ods": ods(sheets, whole=True)}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many harbour pilots did Ambleby and Corrie have together on 31 March 2031?", "424"),
        ("How many harbour pilots were there in Corrie and Dunmore on 31 March 2030?", "209"),
        ("How many harbour pilots did Ambleby and Dunmore have in total on 31 March 2031?", "396"),
    ],
)
def test_a_sum_of_what_is_shown_rounded_is_given_beside_that_of_heads(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert (answer.status, answer.figures[0].value) == (Status.COMPUTED, value), answer.text
    assert "headcount" in answer.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When did the number of harbour pilots peak?", "31 March 2027"),
        ("In which year were there fewest harbour pilots?", "31 March 2028"),
        ("In what year were there the most harbour pilots?", "31 March 2027"),
    ],
)
def test_a_rank_over_the_years_is_over_the_longest_series(desk: Desk, question: str, words: str) -> None:
    answer = desk.ask(question)
    assert answer.text.startswith(words), answer.text


def test_a_rank_within_a_place_is_over_the_table_that_has_the_place(desk: Desk) -> None:
    answer = desk.ask("In which year were there most harbour pilots in Corrie?")
    assert answer.text.startswith("31 March 2030"), answer.text


def _monthly(
    title: str, column: str, first: int, years: range, *, last: int = 12
) -> list[list[str | int | float | None]]:
    """A sheet of months, each a little above the one before it, with running totals below; its last year has LAST."""
    rows: list[list[Cell]] = [[title], ["Month", column]]
    held = [date(year, m, 1) for year in years for m in range(1, 1 + (last if year == years[-1] else 12))]
    rows += [[f"{month:%B %Y}", round(first + n * 0.337, 3)] for n, month in enumerate(held)]
    return [*rows, ["Latest three months", 3 * first], ["Year to date", 90 * first], ["Latest 12 months", 90 * first]]


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    sheets = {
        "L": _monthly("Table L: Lifeboat launches", "Launches", 40, range(2028, 2031)),
        "T": _monthly("Table T: Tram journeys begun", "Tram journeys", 500, range(2028, 2031), last=6),
        "B": _monthly("Table B: Berths let", "Berths let", 7, range(2030, 2031), last=6),
    }
    with desk_over(tmp_path_factory.mktemp("months"), {"months.ods": ods(sheets, whole=True)}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("In which year were there most lifeboat launches?", "2030: 599"),
        ("Which year saw the fewest lifeboat launches?", "2028: 502"),
        ("Which year had the most tram journeys begun?", "2029: 6,071"),
    ],
)
def test_a_year_is_made_up_of_its_months_and_of_no_running_total(months: Desk, question: str, words: str) -> None:
    answer = months.ask(question)
    assert answer.status is Status.COMPUTED, answer.text
    assert answer.text.startswith(words), answer.text


def test_each_year_is_told_rounded_as_its_months_are(months: Desk) -> None:
    answer = months.ask("How many lifeboat launches were there each year?")
    assert answer.status is Status.COMPUTED, answer.text
    assert [f.value for f in answer.figures] == ["502", "551", "599"]


def test_some_months_of_a_year_are_no_year(months: Desk) -> None:
    answer = months.ask("In which year were there most berths let?")
    assert answer.status is Status.NOT_IN_RECORD, answer.text
