"""One of the sorts that a title lists, which the columns call otherwise: recent and lapsed rowers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

ROWERS = xlsx(
    {
        "2a": rows_of(
            """
Table 2A: Recent and lapsed rowers and people who do not row, by harbour, Wales, 2019 and 2020
|Rowed in the last 3 months||Rowed over 3 months ago||Never rowed|
|2019|2020|2019|2020|2019|2020
Ambleby|10|12|4|5|60|61
Corrie|20|21|6|8|70|72
Dunmore|30|36|7|9|80|83
"""
        ),
    }
)
JOINED = xlsx(
    {
        "7a": rows_of(
            """
Table 7A: Recent and lapsed rowers and people who do not row, by trade, Wales, 2019 and 2020
|Rowed in the last 3 months||Rowed over 3 months ago/Never rowed|
|2019|2020|2019|2020
Cooper|10|12|64|66
Baker|20|21|76|80
Retired|30|36|87|92
"""
        ),
    }
)


@pytest.mark.parametrize(
    ("file", "question", "value"),
    [
        (ROWERS, "How many at Corrie were recent rowers in 2020?", "21"),
        (ROWERS, "How many at Corrie were lapsed rowers in 2020?", "8"),
        (ROWERS, "How many at Corrie had rowed in the last 3 months in 2019?", "20"),
        (JOINED, "How many retired people were recent rowers in 2020?", "36"),
        (JOINED, "How many retired people were lapsed rowers in 2020?", ""),
        (JOINED, "What proportion of retired people were lapsed rowers in 2020?", ""),
    ],
)
def test_a_sort_is_the_column_that_is_of_it(tmp_path: Path, file: bytes, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"rowers.xlsx": file}) as desk:
        answer = desk.ask(question)
    assert ("".join(str(f.value) for f in answer.figures[:1]) == value) if value else not answer.figures, answer.text
