"""Tenths and fifths that a table only numbers, as people say them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from bot.tables.fractiles import numbered
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

_POINTS = """
Crew income decile points in £, Orkney
Decile|2018/19|2019/20
"""
_SUMS = """
Annual crew income shares in £ million, Orkney
Decile|2018/19|2019/20
"""
BOOK = xlsx(
    {
        "Points": rows_of(_POINTS + "\n".join(f"{n}|{100 * n}|{110 * n}" for n in range(1, 10))),
        "Shares": rows_of(_SUMS + "\n".join(f"{n}|{n}|{2 * n}" for n in range(1, 11))),
    }
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("fractiles") / "record", {"crew-income.xlsx": BOOK}) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("At what crew income did the ninth decile point lie in 2018/19?", "900"),
        ("What was the 2nd decile point of crew income in 2019/20?", "220"),
        ("Adding up the three lowest income deciles, what was the annual crew income share in 2019/20?", "12000000"),
        ("What was the annual crew income share of the bottom two deciles in 2018/19?", "3000000"),
        ("What was the annual income share of the highest income decile of crews in 2018/19?", "10000000"),
    ],
)
def test_tenths_are_found_by_their_numbers(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert [one.value for one in answer.figures][:1] == [value], answer.text
    assert "the first the lowest" in answer.interpretation


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the lowest income decile", "the income decile 1"),
        ("the top two income quintiles", "the income quintiles 4 and 5"),
        ("spending of the poorest fifth decile", None),  # which of the two?
        ("the most deprived decile", None),
        ("lamps of the lowest decile", None),  # of what is not said
        ("the lowest two income decile", None),
        ("incomes of the lowest deprivation decile", None),
        ("the 12th income decile", None),
    ],
)
def test_which_end_is_meant_is_only_read_of_incomes(text: str, said: str | None) -> None:
    found = numbered(text)
    assert (found.text if found is not None else None) == said
