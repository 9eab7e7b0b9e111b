"""A table of revised figures counts what a table of the first ones does; those that have the time are asked first."""

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


@pytest.mark.parametrize("counted", ["Harbour use of radio sets", "Coastal use of lamps", "Library use of trolleys"])
def test_the_table_that_has_the_time_answers_where_a_plainer_one_has_not(tmp_path: Path, counted: str) -> None:
    plain = counted.partition(" use of ")[2]
    title = f"{counted}: statistics\n\n"
    older = rows_of(
        f"{title}Table 1: {counted} by kind\nKind | 2019 | 2020\nDrawn | 3 | 5\nFired | 4 | 6\nTotal | 7 | 11\n"
    )
    newer = rows_of(f"Use of {plain} by place, 2022\nPlace | Total\nCorrie | 5\nDunmouth | 8\nAll places | 13\n")
    files = {"older.xlsx": xlsx({"Table_1": older}), "newer.xlsx": xlsx({"Table_2": newer})}
    with desk_over(tmp_path / "record", files) as desk:
        answer = desk.ask(f"How many uses of {plain} were there in 2020?")
    assert (answer.status, [f.value for f in answer.figures]) == (Status.ANSWERED, ["11"]), answer.text
