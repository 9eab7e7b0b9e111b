"""A title that lists two things lends neither to the other's cells, and columns of two years are no parts of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.tables.putting import desk_over

HELPERS = "Volunteers and staff by region\n\nRegion,Volunteers\nNorth,120\nMidlands,340\n"
ROWS = "Staff and volunteers by region\n\nRegion,2022,2023\nVolunteers North,120,130\nVolunteers Midlands,340,310\n"
BOATS = "Boats and crews by harbour\n\nHarbour,Crews\nTenby,33\nMumbles,21\n"
BOTH = "Volunteers and staff by region\n\nRegion,Volunteers,Staff\nNorth,120,12\nMidlands,340,20\n"
YEARS = "Boats hired by harbour\n\nHarbour,Boats 2021,Boats 2022\nTenby,40,52\nMumbles,61,70\n"
MIXED = (
    "Volunteers and staff\n\nRegion,Volunteers 2022,Volunteers 2023,Staff 2022\nNorth,120,130,12\nSouth,340,310,20\n"
)
MONTH = "Boats hired by harbour\n\nHarbour,2021,March 2022\nTenby,40,52\nMumbles,61,70\n"


@pytest.mark.parametrize(
    ("table", "asked"),
    [
        (HELPERS, "How many staff are there in the Midlands?"),
        (HELPERS, "Staff in the Midlands"),
        (ROWS, "Staff in the Midlands in 2023"),
        (BOATS, "How many boats are there at Tenby?"),
        (YEARS, "How many boats were hired at Tenby in 2023?"),
        (MIXED, "Staff in the South in 2023"),
    ],
)
def test_the_other_is_not_said_for_it(tmp_path: Path, table: str, asked: str) -> None:
    with desk_over(tmp_path / "record", {"table.csv": table.encode()}) as desk:
        assert not desk.ask(asked).figures


@pytest.mark.parametrize(
    ("table", "asked", "right"),
    [
        (HELPERS, "How many volunteers are there in the Midlands?", "340"),
        (BOATS, "How many crews are there at Tenby?", "33"),
        (BOTH, "How many staff are there in the Midlands?", "20"),
        (BOTH, "How many volunteers are there in the Midlands?", "340"),
        (YEARS, "How many boats were hired at Tenby?", "52"),
        (MIXED, "Staff in the South", "20"),
        (MONTH, "How many boats were hired at Tenby in 2021?", "40"),
        (MONTH, "How many boats were hired at Tenby in March 2022?", "52"),
    ],
)
def test_what_is_its_own_is_said(tmp_path: Path, table: str, asked: str, right: str) -> None:
    with desk_over(tmp_path / "record", {"table.csv": table.encode()}) as desk:
        assert [f.value for f in desk.ask(asked).figures] == [right]
