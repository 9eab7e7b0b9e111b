"""The real workbooks beside the repository: every value is its cell's, and every whole is its parts'."""

from __future__ import annotations

import math
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from corpus.cube import Dataset, Role
from corpus.formats import Document, read
from corpus.records import Nature, Qualifier, Standing
from tests.corpus.statistics.tables import labels_of, reread

FORCE = "police/police-use-of-force-apr2018-mar2019-hosb3319-tables.ods"
WORKFORCE = "police/police-workforce-sep19-tables.ods"
FILES = {
    FORCE: (25, 47_321),
    WORKFORCE: (13, 3_945),
    "layouts/ashe-79.xls": (9, 48_024),
    "layouts/coronavirusandlonelinessreferencetable.xlsx": (39, 1_300),
    "layouts/householddebtdataset.xls": (21, 2_600),
    "layouts/monthlygdptablesapril2023.xls": (2, 3_013),
    "layouts/ons-oic.xlsx": (31, 50_131),
    "layouts/tourism.xlsx": (5, 2_129),
}
EXACT = (FORCE, WORKFORCE, "layouts/ashe-79.xls", "layouts/tourism.xlsx")


@cache
def document(folder: Path, name: str) -> Document:
    path = folder / "data/statistics" / name
    [found] = read(path.read_bytes(), Path(path.name))
    return found


def sheet(shared: Path, name: str, of: str) -> Dataset:
    return next(d for d in document(shared, name).datasets if d.sheet == of)


def value(one: Dataset, **labels: str) -> Decimal | None:
    """The one value that has all LABELS, told by dimension; "_" stands for a dimension without a name."""
    found = [o for o in one.observed() if set(labels.values()) <= set(labels_of(one, o).values())]
    assert len(found) == 1, [labels_of(one, o) for o in found][:5]
    return found[0].value


@pytest.mark.parametrize("name", FILES)
def test_every_value_is_the_number_that_is_stored_in_its_cell(shared: Path, name: str) -> None:
    found = document(shared, name)
    book = CalamineWorkbook.from_path(shared / "data/statistics" / name)
    sheets = {n: book.get_sheet_by_name(n).to_python(skip_empty_area=False) for n in book.sheet_names}
    for one in found.datasets:
        for o in one.observations:
            cell = sheets[one.sheet][o.row - 1][o.column - 1]
            if isinstance(cell, str):
                assert o.value is None or o.qualifier is not Qualifier.EXACTLY or o.mark or o.status, (one.sheet, o)
            else:
                assert isinstance(cell, (int, float))
                stored = float(o.value) if o.value is not None else math.nan
                assert math.isclose(stored, cell, rel_tol=1e-12) or math.isclose(stored, cell * 100, rel_tol=1e-12)


@pytest.mark.parametrize("name", FILES)
def test_the_tables_are_found_and_every_cell_is_read_again(shared: Path, name: str) -> None:
    found = document(shared, name)
    tables, observations = FILES[name]
    seen = reread(found)
    assert len(found.datasets) == tables
    assert seen == observations if name in EXACT else seen >= observations


@pytest.mark.parametrize("name", [FORCE, WORKFORCE, "layouts/ons-oic.xlsx"])
def test_what_is_told_as_a_whole_is_the_sum_of_its_parts(shared: Path, name: str) -> None:
    right = wrong = 0
    for one in document(shared, name).datasets:
        for place, dimension in enumerate(one.dimensions):
            if not one.additive or dimension.role is Role.MEASURE or dimension.role is Role.TIME:
                continue
            parts: dict[int, list[int]] = {}
            for n, code in enumerate(dimension.codes):
                if code.parent is not None:
                    parts.setdefault(code.parent, []).append(n)
            held = {o.codes: o.value for o in one.observed() if _adds_up(one, o.codes)}
            for codes, whole in held.items():
                below = parts.get(codes[place], [])
                values = [held.get((*codes[:place], n, *codes[place + 1 :])) for n in below]
                known = [v for v in values if v is not None]
                if not below or whole is None or len(known) < len(values):
                    continue
                close = abs(sum(known, Decimal(0)) - whole) <= max(Decimal(len(known)), abs(whole) / 10**6)
                right, wrong = right + close, wrong + (not close)
    assert right > 200
    assert wrong * 10 < right


def _adds_up(one: Dataset, codes: tuple[int, ...]) -> bool:
    measures = [d.codes[c] for d, c in zip(one.dimensions, codes, strict=True) if d.role is Role.MEASURE and c >= 0]
    return all(code.additive for code in measures)


def test_police_officers_by_force(shared: Path) -> None:
    one = sheet(shared, WORKFORCE, "Table_1")
    assert (one.measure, one.unit, one.nature, one.geography, one.standing) == (
        "Police officers",
        "FTE",
        Nature.STOCK,
        "England and Wales",
        Standing.ACCREDITED,
    )
    assert value(one, a="Total", b="As at 2019-09-30") == Decimal("128149.034855")
    assert value(one, a="Cumbria", b="Change in 12 months Sep-18 to Sep-19") == Decimal("-0.0323679727427691")
    [place] = [d for d in one.dimensions if d.role is Role.PLACE]
    west = [
        place.codes[c.parent].words if c.parent is not None else "" for c in place.codes if c.words == "West Midlands"
    ]
    assert west == ["Total 43 forces", "West Midlands"]


def test_hidden_forces_are_told_as_the_release_tells_them(shared: Path) -> None:
    one = sheet(shared, WORKFORCE, "Table_5")
    hidden = [o for o in one.observed() if "Norfolk" in labels_of(one, o).values()]
    assert {(o.value, o.qualifier, o.mark) for o in hidden} == {(None, Qualifier.NOT_KNOWN, "..")}
    assert len(hidden) == 7


def test_force_by_ethnicity_and_tactic(shared: Path) -> None:
    one = sheet(shared, FORCE, "Table_4")
    assert value(one, a="Compliant handcuffing", b="Black (or Black British)") == 31193
    assert value(one, a="Total Tactics", b="Number of times tactic reported") == 630793
    assert one.period is not None
    assert str(one.period.end) == "2019-03-31"


def test_hours_by_place(shared: Path) -> None:
    one = sheet(shared, "layouts/ashe-79.xls", "All")
    assert value(one, a="Gateshead", b="Median") == 37
    assert value(one, a="Darlington UA", b="Percentiles, 90") is None
    hidden = [o for o in one.observed() if o.mark == "x"]
    assert {o.qualifier for o in hidden} == {Qualifier.SUPPRESSED}
    place = one.dimensions[0]
    under = {c.words: place.codes[c.parent].words for c in place.codes if c.parent is not None}
    assert (under["Gateshead"], under["Tyne and Wear Met County"]) == ("Tyne and Wear Met County", "North East")


def test_visits_by_month(shared: Path) -> None:
    one = sheet(shared, "layouts/tourism.xlsx", "Table 1")
    assert (one.scale, one.nature) == (1000, Nature.FLOW)
    assert value(one, a="Aug 2018", b="North America", c="NSA") == Decimal("548.48431729238")
