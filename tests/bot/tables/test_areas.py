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
OF_COUNTIES = """Kiln permits
Council,2019,2020
Devon,900,700
Plymouth,200,350
Exeter,100,50
Kent,400,600
"""
OF_AUTHORITIES = """Lamp repairs
Local authority,2019,2020
North Yorkshire,80,90
York,70,85
Leeds,75,60
"""
OF_BOROUGHS = """Tram stops
Authority,2019,2020
North West,500,600
Greater Manchester,400,450
Manchester,90,110
Salford,60,80
Lancashire,70,120
"""
OF_COUNTS = """Ferry claims
Area,2019,2020
Devon,900,700
Plymouth,200,350
Exeter,100,50
"""


@pytest.mark.parametrize(
    ("table", "question", "value"),
    [
        (OF_COUNTIES, "Which council had the most kiln permits in 2020?", "700"),
        (OF_AUTHORITIES, "Which local authority had the most lamp repairs in 2020?", "90"),
        (OF_BOROUGHS, "Which authority had the most tram stops in 2020?", "120"),
        (OF_COUNTS, "Which area had the most ferry claims in 2020?", "350"),  # a county may be its cities' whole
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
