"""Data files and sheets whose measures are told at several times, one of them perhaps the time of whoever made them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.cube import Role
from tests.corpus.statistics.tables import dataset, labels_of

LAUNCHES = """Coast,Station,Launches 2021,Launches 2023,Change,Checked
North,Ambleby,40,44,4,TRUE
North,Corrie,31,30,-1,FALSE
South,Dunmore,12,,,FALSE
"""
FARES = """line,depot,fare_dodgers_2019,fare_dodgers_2020,lost_umbrellas_2019,lost_umbrellas_2020
A,East,5,6,1,2
A,West,7,8,3,4
B,South,9,10,5,6
"""
CREWS = """Port,Crew 2010,Crew now,2010 apprentices,Apprentices now,Boats lost since 2010,Boats ordered 2016
Ambleby,12,9,0,4,1,2
Corrie,20,25,3,3,0,1
Dunmore,8,8,1,0,2,0
"""


@pytest.mark.parametrize(
    ("sheet", "times", "counted", "labels", "value"),
    [
        (LAUNCHES, ["2021", "2023"], ["Launches", "Change"], {"Ambleby", "2023", "Launches"}, 44),
        (LAUNCHES, ["2021", "2023"], ["Launches", "Change"], {"Corrie", "Change"}, -1),
        (FARES, ["2019", "2020"], ["fare dodgers", "lost umbrellas"], {"West", "2020", "lost umbrellas"}, 4),
        (
            CREWS,
            ["2010", "now"],
            ["Crew", "apprentices", "Boats lost since 2010", "Boats ordered 2016"],
            {"Ambleby", "now", "apprentices"},
            4,
        ),
    ],
)
def test_measures_are_told_at_the_times_of_their_headings(
    sheet: str, times: list[str], counted: list[str], labels: set[str], value: int
) -> None:
    one = dataset(sheet)
    clock = next(d for d in one.dimensions if d.role is Role.TIME)
    assert [c.words for c in clock.codes] == times
    assert [c.words for c in one.dimensions[-1].codes] == counted
    assert [o.value for o in one.observed() if labels <= set(labels_of(one, o).values())] == [Decimal(value)]


def test_one_thing_counted_at_two_times_is_the_measure_of_its_table() -> None:
    one = dataset("Coast,Station,Launches 2021,Launches 2023\nNorth,Ambleby,40,44\nSouth,Corrie,31,30\n")
    assert (one.measure, [d.role for d in one.dimensions]) == (
        "Launches",
        [Role.CATEGORY, Role.CATEGORY, Role.TIME],
    )


@pytest.mark.parametrize(
    "heads",
    [
        "Crew now,Boats now,Piers 2012",  # nothing is counted twice
        "Born 1961,Born 1962,Crew now",  # a trait of those who are counted
        "Boats built before 2010,Boats built now,Piers",
    ],
)
def test_what_is_told_at_no_two_times_keeps_its_heading(heads: str) -> None:
    one = dataset(f"Coast,Port,{heads}\nNorth,Ambleby,4,5,6\nSouth,Corrie,7,8,9\n")
    assert all(d.role is not Role.TIME for d in one.dimensions)
