"""A table of revised figures counts what a table of the first ones does."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx


@pytest.mark.parametrize(
    ("counted", "question"),
    [
        ("Lifeboat launches", "How many lifeboat launches were there at Corrie in 2021?"),
        ("Library loans", "How many library loans were there at Corrie in 2021?"),
        ("Use of tram passes", "How many uses of tram passes were there in Corrie in 2021?"),
    ],
)
def test_a_revised_table_answers_for_its_year(tmp_path: Path, counted: str, question: str) -> None:
    head = "Place | Adults | Children | Total\n"
    first = rows_of(f"Table 1: {counted} by place, 2022\n{head}Corrie | 5 | 6 | 11\nDunmouth | 7 | 8 | 15\n")
    again = rows_of(
        f"Table 2: Revised {counted[0].lower()}{counted[1:]} by place, 2021\n{head}Corrie | 3 | 1 | 4\n"
        "Dunmouth | 9 | 2 | 11\n"
    )
    with desk_over(tmp_path / "record", {"t.xlsx": xlsx({"Table_1": first, "Table_2": again})}) as desk:
        answer = desk.ask(question)
    assert (answer.status, [f.value for f in answer.figures]) == (Status.ANSWERED, ["4"]), answer.text
