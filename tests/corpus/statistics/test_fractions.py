"""Shares headed as percentages and written as fractions of one are never told as so many per cent."""

from __future__ import annotations

import pytest

from corpus.cube import AS_HEADED, OF_THE_WHOLE
from tests.corpus.statistics.tables import dataset

BERTHS = """Financial Year,Berths insured (%),Berths,Berths with cover
2018/19,0.61,1200,732
2019/20,0.58,1350,783
2020/21,0.5,1410,705
2021/22,0.64,1500,960
"""
LOANS = """Year,Loans renewed (%),Loans returned late (%)
2014,0.91,0.12
2015,0.95,0.1
2016,1,0.09
2017,0.9266,0.081
2018,0.9403921568627451,0.07
2019,0.88,0.11
"""
DRIVERS = """Depot,Percentage of drivers passing
Ambleby,0.83
Corrie,1
Dunmore,0.975
Eskside,0.79
Fenwick,0.88
Garth,0.91
"""


@pytest.mark.parametrize("table", [BERTHS, LOANS, DRIVERS])
def test_fractions_that_the_numbers_prove_are_of_the_whole(table: str) -> None:
    one = dataset(table)
    units = {one.unit if c.unit is None else c.unit for d in one.dimensions for c in d.codes if not c.period}
    assert OF_THE_WHOLE in units | {one.unit}
    assert "%" not in units | {one.unit}
    assert all(o.value is not None and (o.value <= 1 or o.value > 700) for o in one.observed())


UNSURE = """Year,Lamps sound (%),Lamps tested (%)
2014,0.61,0.05
2015,0.55,0.03
2016,0.69,0.03
2017,0.74,0.11
"""
SMALL = """Year,Kites lost (%)
2014,0.31
2015,0.25
2016,0.19
"""
BASE_RATE = """Date,Bank rate (%)
2016-08-04,0.25
2017-11-02,0.5
2018-08-02,0.75
2009-02-05,1
2020-03-11,0.25
"""
ABOVE_ONE = """Year,Sickness absence (%)
2014,0.92
2015,1.04
2016,0.97
"""


@pytest.mark.parametrize(("table", "unit"), [(UNSURE, AS_HEADED), (SMALL, "%"), (BASE_RATE, "%"), (ABOVE_ONE, "%")])
def test_what_nothing_proves_is_told_as_it_stands(table: str, unit: str) -> None:
    one = dataset(table)
    codes = [c for d in one.dimensions if not any(code.period or code.as_at for code in d.codes) for c in d.codes]
    units = {one.unit if c.unit is None else c.unit for c in codes} or {one.unit}
    assert units == {unit}
    assert all(o.value is not None and o.value < 2 for o in one.observed())


def test_a_share_that_is_not_sure_keeps_its_heading() -> None:
    one = dataset(UNSURE)
    assert [c.words for c in one.dimensions[-1].codes] == ["Lamps sound (%)", "Lamps tested (%)"]
