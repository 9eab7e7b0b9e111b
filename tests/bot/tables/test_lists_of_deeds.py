"""A list of orders, sales or payments: all rows that are asked about are added up, and none alone is the answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over

ORDERS = """OrderDate,Port,Buyer,Goods,Units,Unit Cost,Total
2021-01-06,North,Amble,Rope,95,2,190
2021-01-23,South,Corrie,Anchor,50,20,1000
2021-02-09,South,Dunmore,Rope,36,5,180
2021-02-26,South,Eskside,Lamp,27,20,540
2021-03-15,West,Fenwick,Anchor,3,3,9
2022-04-01,North,Amble,Anchor,60,5,300
2022-04-19,South,Corrie,Rope,4,2,8
"""
REPAIRS = """Date of repair,Pier,Crew,Planks replaced
2020-03-02,Ambleby,Red,14
2020-03-19,Corrie,Blue,9
2020-07-01,Ambleby,Red,21
2021-01-11,Dunmore,Red,5
"""
DAILY = "Date,Port,Boats moored\n2021-01-06,North,95\n2021-01-23,North,50\n2021-02-09,North,36\n"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many units of rope were ordered?", "135"),
        ("How many units did Corrie order in all?", "54"),
        ("How many planks were replaced at Ambleby?", "35"),
        ("How many planks did the red crew replace in 2020?", "35"),
        ("How many units of anchor were ordered in 2021?", "53"),
        ("How many anchors were ordered altogether?", "113"),
        ("How many ropes did Corrie and Dunmore order?", "40"),
        ("What do Corrie's orders come to in total?", "1008"),
        ("What did the orders of rope come to?", "378"),
        ("What do Amble's orders amount to altogether?", "490"),
    ],
)
def test_all_that_a_list_of_deeds_has_is_added_up(tmp_path: Path, question: str, value: str) -> None:
    files = {"orders.csv": ORDERS.encode(), "repairs.csv": REPAIRS.encode()}
    with desk_over(tmp_path / "record", files) as desk:
        answer = desk.ask(question)
    assert answer.status is Status.COMPUTED, answer.text
    assert answer.figures[0].value == value, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What was the unit cost of all rope?",  # a price adds up to nothing
        "How much rope did Amble order?",
    ],
)
def test_a_price_or_what_was_paid_is_no_number_of_things(tmp_path: Path, question: str) -> None:
    with desk_over(tmp_path / "record", {"orders.csv": ORDERS.encode()}) as desk:
        answer = desk.ask(question)
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED), answer.text


def test_days_that_are_of_no_deed_are_not_added_up(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"daily.csv": DAILY.encode()}) as desk:
        answer = desk.ask("How many boats were moored in the North?")
    assert answer.figures[0].value == "36", answer.text
