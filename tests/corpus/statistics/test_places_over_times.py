"""Blocks of times under the name and the code of a place, as old workbooks have them, with a gap between columns."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.corpus.statistics.tables import dataset
from tests.corpus.statistics.workbooks import rows_of, xlsx

APART = """Table 4 Boat sales: simple average prices, by sort of boat and nation
|
||||New boats||Other boats||All boats
||||Price||Price||Price
||||\u00a3||\u00a3||\u00a3
United Kingdom
K02000001
|1992|Q1
||Q2||7736||6021||6225
||Q3||6989||6251||6371
||Q4||7004||5719||5923
|1993|Q1||7270||5834||6021
||Q2||7328||6019||6189

Wales
W92000004
|1992|Q1
||Q2||7832||6077||6282
||Q3||7089||6302||6426
||Q4||7080||5776||5979
|1993|Q1||7419||5900||6090
||Q2||7408||6077||6246
"""
TOGETHER = """Table 5 Boat sales: average prices, mooring fees and wages of buyers, by nation
|
|||New boats||||All boats
|||Average|Average|Average||Average|Average|Average
|||price|fee|wage||price|fee|wage
|||\u00a3|\u00a3|\u00a3||\u00a3|\u00a3|\u00a3
United Kingdom
K02000001
1992|Q1
|Q2||7736|519|2414||6225|441|2104
|Q3||6989|495|2404||6371|452|2177
|Q4||7004|503|2346||5923|424|2085
1993|Q1||7270|519|2444||6021|434|2080
|Q2||7328|512|2329||6189|447|2129

Wales
W92000004
1992|Q1
|Q2||7832|529|2426||6282|443|2137
|Q3||7089|511|2313||6426|455|2204
|Q4||7080|511|2318||5979|438|2112
1993|Q1||7419|519|2506||6090|452|2122
|Q2||7408|519|2326||6246|460|2161
"""


@pytest.mark.parametrize(
    ("written", "labels", "value"),
    [
        (APART, {"time": "1992 Q4", "place": "United Kingdom", "category": "All boats, Price"}, 5923),
        (APART, {"time": "1993 Q1", "place": "Wales", "category": "New boats, Price"}, 7419),
        (TOGETHER, {"time": "1992 Q2", "place": "Wales", "measure": "Average fee", "category": "All boats"}, 443),
        (TOGETHER, {"time": "1993 Q2", "place": "United Kingdom", "measure": "Average wage"}, 2329),
    ],
)
def test_a_place_heads_the_times_below_its_code(written: str, labels: dict[str, str], value: int) -> None:
    one = dataset(xlsx({"T": rows_of(written)}), "t.xlsx")
    for dimension in one.dimensions:
        if (wanted := labels.get(dimension.role.value)) is not None:
            assert wanted in [c.words for c in dimension.codes]
    found = [
        o.value
        for o in one.observed()
        if all(
            d.role.value not in labels or d.codes[code].words == labels[d.role.value]
            for d, code in zip(one.dimensions, o.codes, strict=True)
        )
    ]
    assert Decimal(value) in found
    assert len(found) <= 2


@pytest.mark.parametrize("written", [APART, TOGETHER])
def test_averages_that_a_title_tells_behind_its_subject_never_add_up(written: str) -> None:
    one = dataset(xlsx({"T": rows_of(written)}), "t.xlsx")
    assert not one.additive
    assert one.unit == "\u00a3"
    assert all(code.period is not None for d in one.dimensions if d.role.value == "time" for code in d.codes)
