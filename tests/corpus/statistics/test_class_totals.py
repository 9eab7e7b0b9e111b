"""Rows that are totals of a class, which a column beside the bodies tells, below bodies in no order of their own."""

from __future__ import annotations

import pytest

from tests.corpus.statistics.tables import dataset
from tests.corpus.statistics.workbooks import rows_of, xlsx

STATIONS = """Table 1: Launches and rescues by lifeboat station, 2021
Station | Coast | Class | Launches | Rescues
Ambleby | N | IN | 10 | 20
Corrie | S | OFF | 11 | 21
Dunmore | N | OFF | 12 | 22
Fenwick | S | IN | 13 | 23
Grayle | N | IN | 14 | 24
Hale | S | OFF | 15 | 25

ALL STATIONS HERE | | | 75 | 135
INSHORE STATIONS | | IN | 37 | 67
OFFSHORE STATIONS | | OFF | 38 | 68
"""
LIBRARIES = """Table 1: Loans and visits by library, 2021
Library | Sort | Loans | Visits
Totals of towns | T | 410 | 730
Totals of villages | V | 350 | 270
Ambleby | T | 200 | 350
Corrie | V | 100 | 80
Dunmore | T | 210 | 380
Fenwick | V | 120 | 90
Grayle | V | 130 | 100
"""
DEPOTS = """Table 1: Trams and drivers by depot, 2021
Depot | Kind | Trams | Drivers
Ambleby | Old | 20 | 35
Corrie | New | 10 | ..
Dunmore | Old | 21 | 38
Fenwick | New | 12 | 9
Grayle | Leased | 13 | 10
Hale | Leased | 14 | 11

OLD ONES | Old | 41 | 73
NEW ONES | New | 25 | 30
LEASED ONES | Leased | 27 | 21
"""


@pytest.mark.parametrize(
    ("sheet", "parents", "totals"),
    [
        (STATIONS, {"Ambleby": "INSHORE STATIONS", "Hale": "OFFSHORE STATIONS"}, ["ALL STATIONS HERE"]),
        (LIBRARIES, {"Corrie": "Totals of villages", "Dunmore": "Totals of towns"}, []),
        (DEPOTS, {"Fenwick": "NEW ONES", "Ambleby": "OLD ONES", "Grayle": "LEASED ONES"}, []),
    ],
)
def test_totals_of_classes_are_wholes_of_their_bodies(sheet: str, parents: dict[str, str], totals: list[str]) -> None:
    codes = dataset(xlsx({"T": rows_of(sheet)}), "t.xlsx").dimensions[0].codes
    told = {c.words: codes[c.parent].words for c in codes if c.parent is not None}
    assert parents.items() <= told.items()
    assert not set(told.values()) & set(told)
    assert [c.words for c in codes if c.total] == totals


@pytest.mark.parametrize(
    "sheet",
    [
        STATIONS.replace("| 37 | 67", "| 39 | 60").replace("| 75 | 135", "| 70 | 130"),  # they add up to nothing
        DEPOTS.replace("OLD ONES | Old", "OLD ONES | ").replace("NEW ONES | New", "NEW ONES |"),
        LIBRARIES.replace("Ambleby | T", "Ambleby | W").replace("Dunmore | T", "Dunmore | X"),
    ],
)
def test_what_does_not_add_up_is_no_total_of_its_class(sheet: str) -> None:
    codes = dataset(xlsx({"T": rows_of(sheet)}), "t.xlsx").dimensions[0].codes
    assert all(c.parent is None for c in codes)
