"""Of the sorts under one heading of a table, the one that is called their total is meant where none is named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

# in one year of each the parts do not come to the total, so that no sum proves it
LIFEBOATS = """
Lifeboats of Wales, staff
Year | Stations | Boats | Runs | Medals | Hands: Professional | Hands: All other | Hands: Total posts | Helpers
2011 | 14 | 61 | 702 | 3 | 38 | 210 | 249 | 300
2012 | 15 | 62 | 688 | 4 | 32 | 190 | 215 | 340
2013 | 15 | 64 | 731 | 1 | 30 | 160 | 190 | 410
"""
SAILINGS = """
Ferries of the sound
Year | Sailings: Day runs | Sailings: Night runs | Sailings: Total runs | Piers open | Lamps lit | Complaints | Prizes
2011 | 410 | 120 | 533 | 9 | 71 | 16 | 2
2012 | 420 | 110 | 510 | 8 | 77 | 15 | 3
2013 | 400 | 130 | 530 | 8 | 79 | 11 | 4
"""
ORCHARDS = """
Orchards of the vale
Year | Number of beekeepers | Hives | Presses | Carts | Trees: Young ones | Trees: Grown ones | Trees: Grand total
2011 | 21 | 90 | 7 | 31 | 1400 | 800 | 2200
2012 | 22 | 93 | 8 | 30 | 1500 | 700 | 2170
2013 | 20 | 88 | 8 | 29 | 1600 | 700 | 2300
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    sheets = {"lifeboats.xlsx": LIFEBOATS, "ferries.xlsx": SAILINGS, "orchards.xlsx": ORCHARDS}
    files = {name: xlsx({"Table 1": rows_of(words)}) for name, words in sheets.items()}
    with desk_over(tmp_path_factory.mktemp("wholes") / "record", files) as one:
        yield one


ASKED = [
    ("How many hands were there in 2013?", "190"),
    ("How many more helpers than hands were there in 2013?", "220"),
    ("How many professional hands were there in 2012?", "32"),
    ("How many sailings were there in 2012?", "510"),
    ("How many night sailings were there in 2011?", "120"),
    ("How many trees were there in 2012?", "2170"),
    ("How many more trees than beekeepers were there in 2013?", "2280"),
]


@pytest.mark.parametrize(("question", "value"), ASKED)
def test_the_total_stands_for_its_sorts(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert [f.value for f in answer.figures] == [value], answer.text
