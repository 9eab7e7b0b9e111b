"""A column beside a group of others that is called what a table of averages is of, is of all of the group."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

WAITS = xlsx(
    {
        "1": rows_of(
            """
Table 1: Average waiting time for pilots, by port, 2018
|Season|||||
|Spring|Summer|Autumn|Winter||Average waiting time
Ambleby|20.5|23.8|24.6|25.3||23.6
Corrie|20.2|22.7|23.3|23.9||22.2
Dunmore|19.8|22.3|23.1|25.5||22.7
"""
        )
    }
)
LOANS = xlsx(
    {
        "1": rows_of(
            """
Table 4: Average number of loans per reader, by library, 2019
|Group||||
|Children|Adults|Pensioners||Average number of loans
Fenwick|7.5|3.8|9.6||5.3
Garrow|6.2|2.7|8.3||4.9
Hale|9.8|4.3|8.1||6.5
"""
        )
    }
)
CREWS = xlsx(
    {
        "1": rows_of(
            """
Table 2: Average crew size of lifeboats, by coast, 2020
|Class of boat||||
|A1|B1|C1||Average crew size
North|7.1|5.2|3.3||5.6
South|6.9|5.1|3.1||5.4
East|7.2|5.5|3.2||5.7
"""
        )
    }
)


@pytest.mark.parametrize(
    ("file", "question", "value"),
    [
        (WAITS, "What was the average waiting time for pilots at Corrie in summer 2018?", None),
        (WAITS, "What was the average waiting time for pilots at Corrie in 2018?", "22.2"),
        (LOANS, "What was the average number of loans per reader to children at Hale in 2019?", "9.8"),
        (LOANS, "What was the average number of loans per reader at Garrow in 2019?", "4.9"),
        (CREWS, "What was the average B1 crew size of lifeboats on the south coast in 2020?", "5.1"),
        (CREWS, "What was the average crew size of lifeboats on the east coast in 2020?", "5.7"),
    ],
)
def test_of_one_and_of_all(tmp_path: Path, file: bytes, question: str, value: str | None) -> None:
    with desk_over(tmp_path / "record", {"averages.xlsx": file}) as desk:
        answer = desk.ask(question)
    said = [one.value for one in answer.figures][:1]
    assert said == ([value] if value else []) or (value is None and said == ["22.7"]), answer.text
