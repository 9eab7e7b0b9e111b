"""Columns of descriptions that sort the rows, remarks that do not, and titles that number or break down a table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

FOUND = "Financial Year,Financial Quarter,Port Name,Wreck Description,Wreck Group,Number of Wrecks\n" + "".join(
    f"{year},{quarter},{port},{what},{group},{n * 10 + quarter}\n"
    for year in ("2023/24", "2024/25")
    for quarter in (1, 2, 3, 4)
    for n, port in enumerate(("Ambleby", "Corrie"), 1)
    for what, group in (("Sunk at anchor", "Sinkings"), ("Run aground", "Groundings"))
)
LENT = """Port,Boats lent,Boats lost,Description
Ambleby,41,3,counted by hand
Corrie,22,1,two returns were late
Dunmore,17,4,from the register
"""
BUILT = """"Table B120: Harbour works asked for, decided and allowed by district, October to December 2024"
ONS code,Local harbour authority,Works asked for,Works decided,Works allowed,Decided within 8 weeks (%)
E07000170,Ambleby,1148,1069,964,67
E06000023,"Brackenfield, City of",483,459,448,71
E08000035,Corrie,1229,1169,1139,71
E09000007,Dunmore,1335,1256,1236,96
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {"wrecks.csv": FOUND, "lent.csv": LENT, "works.csv": BUILT}
    with desk_over(tmp_path_factory.mktemp("described"), {n: text.encode() for n, text in files.items()}) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many wrecks were sunk at anchor at Corrie in 2024/25?", "90"),
        ("How many groundings were there at Ambleby in April to June 2023?", "11"),
        ("How many boats were lost at Dunmore?", "4"),
        ("How many harbour works were allowed in Corrie in October to December 2024?", "1139"),
        ("How many harbour works were asked for in total in October to December 2024?", "4195"),
        ("Which district decided the lowest percentage of works within 8 weeks?", "67%"),
        ("Which district had the most works asked for?", "1335"),
    ],
)
def test_what_a_column_describes_sorts_the_rows(desk: Desk, question: str, value: str) -> None:
    assert [figure.value for figure in desk.ask(question).figures] == [value]


@pytest.mark.parametrize(
    "question",
    ["How many wrecks were holed at Corrie in 2024/25?", "Which region had the most works asked for?"],
)
def test_what_is_not_described_is_not_counted(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED)
    assert not answer.figures


def test_the_number_of_a_table_is_no_name_of_what_it_counts(desk: Desk) -> None:
    text = desk.ask("How many harbour works were allowed in Corrie in October to December 2024?").text
    assert text.startswith("Harbour works")
