"""Which kind the areas of a table are is told by its heading, by its title or by their names, and by nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over

OF_REGIONS = """Lamp repairs
Area code,Area,2019,2020
E1201,North East,100,200
E1202,London,200,300
E1203,South West,300,400
"""
OF_COUNCILS = """Kiln permits by council
Area code,Area,2019,2020
E0701,Ambleby,100,200
E0702,Corrie,200,350
E0703,Dunmore,400,300
"""
ACROSS = """Boat claims
Period,North East,London,South West
2019,100,200,300
2020,200,300,400
"""


@pytest.mark.parametrize(
    ("table", "question", "value"),
    [
        (OF_REGIONS, "Which region had the most lamp repairs in 2020?", "400"),
        (OF_REGIONS, "Which area had the fewest lamp repairs in 2019?", "100"),
        (OF_REGIONS, "Which country had the most lamp repairs in 2020?", ""),
        (OF_REGIONS, "Which council had the most lamp repairs in 2020?", ""),
        (OF_COUNCILS, "Which council had the most kiln permits in 2020?", "350"),
        (OF_COUNCILS, "Which region had the most kiln permits in 2020?", ""),
        (OF_COUNCILS, "How many kiln permits were there in each region in 2020?", ""),
        (ACROSS, "How many boat claims were there in all regions in 2020?", "900"),
        (ACROSS, "Which region had the most boat claims in 2019?", "300"),
        (ACROSS, "Which country had the most boat claims in 2019?", ""),
    ],
)
def test_only_such_areas_are_gone_through(tmp_path: Path, table: str, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"lamps.csv": table.encode()}) as desk:
        answer = desk.ask(question)
    if value:
        assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
        assert answer.figures[0].value == value
    else:
        assert (answer.status, answer.figures) == (Status.NOT_IN_RECORD, ()), answer.text
