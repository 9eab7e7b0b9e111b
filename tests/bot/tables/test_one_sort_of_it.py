"""Tables that count one sort of a thing, under a title or beside a total that speaks of all of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.bot.tables.putting import desk_over

LORRIES = """Lorries ferried by harbour
Harbour,2021,2022
Ambleby,4,5
Corrie,6,8
Total vehicles,10,13
"""
BURGLARIES = """Burglaries on piers by pier
Pier,2021,2022
North pier,14,15
South pier,16,18
Total crimes,30,33
"""
MEASLES = """Measles aboard by ship
Ship,2021,2022
Heron,24,25
Tern,26,28
Total infectious disease,50,53
"""
DROWNINGS = """Drownings off the coast by coast
Coast,2021,2022
North coast,34,35
South coast,36,38
Total deaths,70,73
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {"ferried.csv": LORRIES, "piers.csv": BURGLARIES, "aboard.csv": MEASLES, "sea.csv": DROWNINGS}
    with desk_over(tmp_path_factory.mktemp("desk") / "r", {n: said.encode() for n, said in files.items()}) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many lorries were ferried in 2022?", "13"),
        ("How many vehicles were ferried in 2022?", ""),
        ("how many vehicles were ferried from Corrie in 2021", ""),
        ("How many burglaries were there on piers in 2022?", "33"),
        ("How many crimes were there on piers in 2022?", ""),
        ("How much measles was there aboard in 2022?", "53"),
        ("How many drownings were there off the coast in 2022?", "73"),
        ("How many people died off the north coast in 2022?", ""),
        ("how many deaths were there off the coast in 2021", ""),
        ("how many cases of infectious disease were there aboard in 2021", ""),
    ],
)
def test_one_sort_of_a_thing_is_not_all_of_it(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert (answer.figures[0].value if answer.figures else "") == value, answer.text
