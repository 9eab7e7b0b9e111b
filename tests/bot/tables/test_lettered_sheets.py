"""Numbered sheets with lettered parts: the rate, the make-up, the numbers and the sample of the same, and each on one
side of something or the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

_SHEET = """
{n} Idle keepers {side} tide costs
This worksheet contains four tables.
Source: Coast Office analysis of the Lighthouse Survey
{n}a Rate: Proportion of keepers in each group who are idle (below 60% of median pay {side} tide costs), Orkney
Group|2018/19|2019/20
All keepers|0.2{n}|0.3{n}
Pilots|0.1{n}|0.15
Stewards|0.4{n}|0.45
{n}b Composition: Proportion of idle keepers (below 60% of median pay {side} tide costs) who are in each group, Orkney
Group|2018/19|2019/20
All keepers|1|1
Pilots|0.36|0.3{n}
Stewards|0.64|0.6{n}
{n}c Numbers: Number of keepers in each group who are idle (below 60% of median pay {side} tide costs), Orkney
Group|2018/19|2019/20
All keepers|14{n}0|15{n}0
Pilots|5{n}0|6{n}0
Stewards|9{n}0|9{n}0
{n}d Sample size: Number of crews in each group in the survey sample, Orkney
Group|2018/19|2019/20
All keepers|31{n}|32{n}
Pilots|12{n}|13{n}
Stewards|19{n}|18{n}
"""
_PAY = """
3 Median keeper pay
This worksheet contains two tables.
3a Before tide costs: Median weekly keeper pay in £ (in 2019/20 prices), Orkney
Group|2018/19|2019/20
All keepers|410|420
Pilots|510|525
3b After tide costs: Median weekly keeper pay in £ (in 2019/20 prices), Orkney
Group|2018/19|2019/20
All keepers|350|360
Pilots|450|470
"""
_SHARES = [f"{c}{r}" for r in (*range(6, 9), *range(11, 14)) for c in "BC"]
BOOK = xlsx(
    {
        "1": rows_of(_SHEET.format(n=1, side="after")),
        "2": rows_of(_SHEET.format(n=2, side="before")),
    },
    percents=_SHARES,
)
PAY = xlsx({"3": rows_of(_PAY)})


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {"keepers.xlsx": BOOK, "keeper-pay.xlsx": PAY}
    with desk_over(tmp_path_factory.mktemp("lettered") / "record", files) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many pilots were idle after tide costs in 2018/19?", "510"),
        ("How many pilots were idle before tide costs in 2018/19?", "520"),
        ("What proportion of stewards were idle after tide costs in 2018/19?", "41%"),
        ("What share of stewards in Orkney were idle before tide costs in 2018/19?", "42%"),
        ("Of idle keepers after tide costs in 2019/20, what percentage were pilots?", "31%"),
        ("Of all keepers idle before tide costs in 2019/20, what share were stewards?", "62%"),
        ("How many crews of pilots were in the survey sample of idle keepers after tide costs in 2018/19?", "121"),
        ("What was the median weekly pay of pilots before tide costs in 2018/19?", "510"),
        ("What was the median weekly pay of pilots after tide costs in 2018/19, in 2019/20 prices?", "450"),
        ("How much higher was the median pay of pilots after tide costs in 2019/20 than in 2018/19?", "20"),
        ("How many pounds higher was pilots' median weekly pay before tide costs in 2019/20 than in 2018/19?", "15"),
    ],
)
def test_a_part_of_a_sheet_answers_for_what_its_letter_says(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert [one.value for one in answer.figures][:1] == [value], answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many pilots were idle in 2018/19?",  # before or after tide costs?
        "How many pilots were idle after harbour costs in 2018/19?",
        "What was the median weekly pay of pilots after tide costs in 2018/19, in 2015/16 prices?",
    ],
)
def test_what_no_part_settles_is_not_guessed(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.AMBIGUOUS, Status.NOT_IN_RECORD), answer.text
    assert not answer.figures


def test_shares_that_cells_show_are_told_in_per_cent(desk: Desk) -> None:
    answer = desk.ask("What proportion of stewards were idle after tide costs in 2018/19?")
    assert answer.headline == "41%"
    assert "Idle keepers after tide costs" in answer.text


def test_money_told_otherwise_has_its_unit(desk: Desk) -> None:
    assert desk.ask("What was the median weekly pay of pilots before tide costs in 2018/19?").headline == "£510"


_SIDES = """Harbour | Mean toll before rebates | Mean toll after rebates
Ambleby | 40 | 31
Corrie | 50 | 44
"""


def test_sides_that_columns_tell_apart_are_named_by_them(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"tolls.xlsx": xlsx({"Tolls": rows_of(_SIDES)})}) as desk:
        assert desk.ask("What was the mean toll after rebates at Corrie?").figures[0].value == "44"
        assert desk.ask("What was the mean toll before rebates at Corrie?").figures[0].value == "50"
        assert not desk.ask("What was the mean toll after fines at Corrie?").figures
