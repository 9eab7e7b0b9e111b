"""Tables on what happened whose whole, or whose own title, says that they count those whom it befell."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import ods, rows_of

COLLISIONS = """Ferry incidents – casualties
Age group|2021|2022
Under 18|3|4
18 - 20|5|6
21 - 60|20|21
61 & over|7|8
Total casualties|35|39"""
DERAILED = """Tram incidents, number of victims by depot
Depot|2021|2022
Hill|11|12
Dock|13|14
Total|24|26"""
DERAILMENTS = """Tram incidents, number of incidents by depot
Depot|2021|2022
Hill|1|2
Dock|3|5
Total|4|7"""
CALLED_OUT = """Lifeboat incidents
Station|2021|2022
Moor|51|52
Quay|53|55
Total incidents|104|107"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    sheets = {"Ages": COLLISIONS, "Hurt": DERAILED, "Derailed": DERAILMENTS, "Boats": CALLED_OUT}
    files = {f"{name}.ods": ods({name: rows_of(said)}) for name, said in sheets.items()}
    with desk_over(tmp_path_factory.mktemp("desk") / "r", files) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many people aged 20 or under were casualties in ferry incidents in 2022?", "10"),
        ("how many people were casualties of ferry incidents in 2021", "35"),
        ("How many people were victims of tram incidents at Dock in 2022?", "14"),
        ("How many incidents were there of trams at Dock in 2022?", "5"),
        ("how many incidents did the Quay lifeboat have in 2022", "55"),
        ("How many people were in lifeboat incidents at Quay in 2022?", ""),
    ],
)
def test_what_the_whole_is_called_is_counted(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert (answer.figures[0].value if answer.figures else "") == value, answer.text
