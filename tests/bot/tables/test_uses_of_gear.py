"""Tables of a piece of gear by what was done with it, of which uses are asked for; and of gear that is only held."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.bot.tables.putting import desk_over

FLARES = """Harbour,Total,Lit,Thrown,Dropped
Total,130,80,30,20
Ambleby,60,35,15,10
Corrie,70,45,15,10
"""
TRUNCHEONS = """Pier,April-June 2011 Drawings,July-September 2011 Drawings,April-June 2011 Swings,\
July-September 2011 Swings,April-June 2011 Totals,July-September 2011 Totals
North pier,1,2,3,4,4,6
South pier,5,6,7,8,12,14
"""
DEFIBRILLATORS = """Station,Total,Opened,Discharged
Moor,31,21,10
Quay,42,30,12
"""
SIRENS = """Lighthouse,2019,2020
Skerry,5,6
Muckle,7,8
"""
TUGS = """Harbour,Total,Painted,Tarred
Ambleby,9,4,5
Corrie,13,6,7
"""
MINUTES = "Pier,ytd,variable,value\n" + "".join(
    f"{pier},2021-03-31,{sort},{n}\n"
    for pier, first in (("North pier", 20), ("South pier", 40))
    for n, sort in enumerate(("By day", "By night"), first)
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {
        "flares-april2019-march2020.csv": FLARES,
        "truncheons.csv": TRUNCHEONS,
        "truncheon_use_at_night.csv": MINUTES,
        "defibrillators_may2022.csv": DEFIBRILLATORS,
        "sirens.csv": SIRENS,
        "tugs.csv": TUGS,
    }
    with desk_over(tmp_path_factory.mktemp("desk") / "r", {n: said.encode() for n, said in files.items()}) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many flare uses did Corrie record in April 2019 to March 2020?", "70"),
        ("how many times did Ambleby use flares between April 2019 and March 2020", "60"),
        ("What percentage of all flare uses in April 2019 to March 2020 were thrown?", "23.1%"),
        ("How many uses of truncheons were there at South pier in April to June 2011?", "12"),
        ("How many times in total did North pier use truncheons in April to September 2011?", "10"),
        ("how many times was a defibrillator used at Moor in May 2022", "31"),
        ("How many times did Skerry use sirens in 2020?", ""),
        ("How many tug uses were there at Corrie?", ""),
        ("How many flares did Corrie refuse to use in April 2019 to March 2020?", ""),
    ],
)
def test_a_table_of_what_was_done_with_it_counts_uses(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert (answer.figures[0].value if answer.figures else "") == value, answer.text
