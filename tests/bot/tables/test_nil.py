"""A mark that its own release calls nil is said as it stands, since the sheet shows no nought to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

LIFEBOATS = rows_of(
    """
Table 1: Lifeboat launches by harbour, 2021 and 2022
Harbour | 2021 | 2022
Corrie | 41 | -
Dunmouth | 0 | 12
All harbours | 41 | 12

- = nil
"""
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many lifeboat launches were there at Corrie in 2022?", "nil (\u201c-\u201d)"),
        ("How many lifeboat launches were there at Dunmouth in 2021?", ": 0 "),
    ],
)
def test_nought_is_said_as_the_sheet_shows_it(tmp_path: Path, question: str, said: str) -> None:
    with desk_over(tmp_path / "record", {"launches.xlsx": xlsx({"Table_1": LIFEBOATS})}) as desk:
        answer = desk.ask(question)
    assert (answer.status, [f.value for f in answer.figures]) == (Status.ANSWERED, ["0"])
    assert said in answer.text
    assert (": 0 " in answer.text) is (said == ": 0 ")
