"""Which area lies in which, as the codes of areas say it: and where a list from A to Z says nothing of that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cube import Role
from corpus.formats.statistics.gss import area_level, areas_above
from tests.corpus.statistics.tables import dataset

UNITARY = """Boats mended by authority, 2024
ONS code,Authority,Boats
E07000170,Ambleby,1148
E06000023,"Brackenfield, City of",483
E08000035,Corrie,1229
E09000007,Dunmore,1335
E07000008,Edge Row,976
"""
HELD = """Boats mended by area, 2024
ONS code,Area,Boats
E92000001,England,30
E12000001,North Coast,12
E06000001,Ambleby,4
E10000009,Brackenshire,8
E07000010,Corrie,5
E07000011,Dunmore,3
E12000002,South Coast,18
E06000002,Edge Row,18
"""


def _parents(content: str) -> dict[str, str]:
    [place] = [d for d in dataset(content).dimensions if d.role is Role.PLACE]
    return {c.words: place.codes[c.parent].words for c in place.codes if c.parent is not None}


def test_a_unitary_authority_holds_no_district() -> None:
    assert _parents(UNITARY) == {}


def test_regions_and_counties_hold_what_follows_them() -> None:
    assert _parents(HELD) == {
        "Ambleby": "North Coast",
        "Brackenshire": "North Coast",
        "Corrie": "Brackenshire",
        "Dunmore": "Brackenshire",
        "Edge Row": "South Coast",
    }


COUNTY = ("E10000009", "E07000010", "E07000011", "E07000012", "E06000003", "E07000013", "E07000014", "E07000015")


@pytest.mark.parametrize(
    ("labels", "held"),
    [
        ("Ashire Bow Cley Dun Eye Fen Gap Hay", [None] * 8),
        ("Ashire Cley Bow Dun Eye Fen Gap Hay", [None, 0, 0, 0, None, None, None, None]),
    ],
    ids=["from A to Z", "in the order of counties"],
)
def test_in_a_list_from_a_to_z_no_county_stands_over_districts(labels: str, held: list[int | None]) -> None:
    assert areas_above(COUNTY, labels.split()) == held


_CODES = st.sampled_from(("E92000001", "E12000001", "E10000001", "E06000001", "E07000001", "E08000001", "E05000001"))


@given(st.lists(st.one_of(st.none(), _CODES), max_size=12))
def test_each_lies_in_a_larger_one_before_it(codes: list[str | None]) -> None:
    for n, above in enumerate(areas_above(codes, [f"b{at % 3}" for at in range(len(codes))])):
        assert above is None or above < n
        if above is not None:
            whole, part = codes[above], codes[n]
            assert (area_level(whole) or 0 if whole else 0) < (area_level(part) or 0 if part else 0)
