"""A row that lists several kinds of what is counted answers for each of them by its name, be the others acts."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over

COURSES = """Year,Port,Subject,Courses begun
2022,Ambleby,Total,60
2022,Ambleby,"Construction, Planning and Lock Keeping",20
2022,Ambleby,"Fishing, Painting and Released Gear",15
2022,Ambleby,"Training, Inspection and Lamps",25
2022,Corrie,Total,30
2022,Corrie,"Construction, Planning and Lock Keeping",12
2022,Corrie,"Fishing, Painting and Released Gear",10
2022,Corrie,"Training, Inspection and Lamps",8
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many construction courses were begun in Ambleby in 2022?", "20"),
        ("How many fishing courses were begun in Corrie in 2022?", "10"),
        ("How many inspection courses were begun in Ambleby in 2022?", "25"),
    ],
)
def test_one_kind_names_the_row(tmp_path: Path, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"courses.csv": COURSES.encode()}) as desk:
        answer = desk.ask(question)
    assert answer.status is Status.ANSWERED, answer.text
    assert answer.figures[0].value == value, answer.text
