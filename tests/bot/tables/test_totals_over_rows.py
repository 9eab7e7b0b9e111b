"""A row of totals between the headings of the columns and those of the labels; one, the other or both of two labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import Cell, rows_of, xlsx

LAUNCHES = rows_of(
    """
Table 1. Number of times gear was used, by reason for launching, 2022

| | Reason for launching
| | Swimmer | Fire | Fog
Total number of launches involving reason | | 40 | 25 | 31

Gear | Piece | | | | Total launches per piece
Ropes | Total Ropes | 30 | 11 | 12 | 50
Ropes | Towing rope | 18 | 7 | 9 | 32
Pumps | Hand pump | 4 | 22 | 3 | 28
"""
)
LOANS = rows_of(
    """
Table 2. Number of desks used, by need of reader, 2022

| | Need of reader
| | Sight | Hearing | Sight and hearing | None
Total number of visits involving group | | 60 | 20 | 5 | 900

Room | Desk | | | | | Total visits per desk
Hall | Long desk | 50 | 16 | 4 | 700 | 770
Annexe | Low desk | 12 | 5 | 2 | 260 | 279
"""
)
TRAMS = rows_of(
    """
Table 3. Number of brakes used, by signal given, 2022

| | Signal given
| | Bell | Lamp | Bell and lamp
Number of stops involving signal | | 300 | 80 | 7
Brake | Kind | | | | Total stops per kind
Hand | Wheel | 200 | 30 | 5 | 230
Foot | Pedal | 120 | 55 | 3 | 175
"""
)


@pytest.mark.parametrize(
    ("sheet", "question", "value"),
    [
        (LAUNCHES, "How many launches involved a swimmer in 2022?", "40"),
        (LAUNCHES, "How many times was a towing rope used for a fire in 2022?", "7"),
        (LOANS, "How many visits involved readers with a need of hearing in 2022?", "20"),
        (LOANS, "How many times was the low desk used with a need of sight in 2022?", "12"),
        (TRAMS, "How many stops involved a lamp in 2022?", "80"),
    ],
)
def test_totals_and_the_rows_below_them_are_told_by_the_same_headings(
    tmp_path: Path, sheet: list[list[Cell]], question: str, value: str
) -> None:
    with desk_over(tmp_path / "record", {"t.xlsx": xlsx({"Table_1": sheet})}) as desk:
        answer = desk.ask(question)
    assert ([f.value for f in answer.figures], answer.status) == ([value], Status.ANSWERED), answer.text


@pytest.mark.parametrize(
    ("sheet", "question", "value"),
    [
        (LOANS, "How many visits involved a need of sight, hearing or both in 2022?", "85"),
        (TRAMS, "How many stops involved a bell, a lamp or both in 2022?", "387"),
    ],
)
def test_one_the_other_or_both_is_all_three(tmp_path: Path, sheet: list[list[Cell]], question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"t.xlsx": xlsx({"Table_1": sheet})}) as desk:
        answer = desk.ask(question)
    assert (answer.status, [f.value for f in answer.figures]) == (Status.COMPUTED, [value]), answer.text


def test_totals_that_may_be_of_the_same_launch_are_not_added_up(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"t.xlsx": xlsx({"Table_1": LAUNCHES})}) as desk:
        answer = desk.ask("What percentage of all launches involved a fire in 2022?")
    assert answer.status is Status.NOT_IN_RECORD, answer.text
