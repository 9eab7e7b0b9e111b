"""Tables that tell the same people apart by one trait after another: each block is of all."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

BESIDE = """Table 1: Lamplighters in post by characteristic, 31 March 2024

Characteristic,Group,Lamplighters
Age,16 to 39,120
Age,40 and over,80
Sex,Men,150
Sex,Women,50
"""
UNLIKE = BESIDE.replace("Table 1: Lamplighters", "Table 2: Bell ringers").replace("Lamplighters", "Bell ringers")
UNLIKE = UNLIKE.replace("Women,50", "Women,45")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {"lamplighters.csv": BESIDE.encode(), "ringers.csv": UNLIKE.encode()}
    with desk_over(tmp_path_factory.mktemp("traits") / "record", files) as made:
        yield made


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("How many lamplighters were there on 31 March 2024?", "200"),
        ("How many lamplighters were women?", "50"),
        ("How many lamplighters were aged 16 to 39?", "120"),
        ("What percentage of lamplighters were men?", "75"),
        ("What share of lamplighters were aged 40 and over?", "40"),
    ],
)
def test_blocks_are_not_added_to_one_another(desk: Desk, asked: str, value: str) -> None:
    answer = desk.ask(asked)
    told = answer.derivation.result if answer.derivation is not None else answer.figures[0].value
    assert Decimal(told.rstrip("%")) == Decimal(value), answer.text


def test_blocks_that_come_to_different_sums_are_asked_about(desk: Desk) -> None:
    answer = desk.ask("How many bell ringers were there on 31 March 2024?")
    assert not answer.figures, answer.text
    assert answer.status is not Status.ANSWERED
    assert "by age and by sex" in answer.text
