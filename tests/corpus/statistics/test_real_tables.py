"""The real files beside the repository: how much of each is understood, and cells that pandas works out by itself."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from corpus.cube import Dataset, Role
from corpus.formats import Document, read
from corpus.records import Qualifier
from tests.corpus.statistics.tables import labels_of, reread


def document(shared: Path, name: str) -> Document:
    path = shared / "data" / name
    [found] = read(path.read_bytes(), Path(path.name))
    return found


RETURNS = "statistics/home-office-returns/"


@pytest.mark.parametrize(
    ("name", "count", "label", "by"),
    [
        ("appeals_lodged", "Appeals lodged", "Nationality", "Sex"),
        ("irregular_migration", "Number of detections", "Nationality", "Method of entry"),
        (
            "returns_offenders_by_destination",
            "Number of foreign national offender returns",
            "Return destination",
            "Return destination region",
        ),
        (
            "returns_offenders_by_nationality",
            "Number of foreign national offender returns",
            "Nationality",
            "Return destination group",
        ),
    ],
)
def test_a_sum_over_every_observation_is_what_pandas_makes_it(
    shared: Path, name: str, count: str, label: str, by: str
) -> None:
    table = pd.read_csv(shared / "data" / RETURNS / f"{name}.csv", keep_default_na=False)
    found = document(shared, f"{RETURNS}{name}.csv")
    [one] = found.datasets
    assert reread(found) == len(table)
    assert not found.left_out
    sums: dict[tuple[str, str, str], Decimal] = {}
    for o in one.observed():
        said = labels_of(one, o)
        key = (said["Date, Year, Quarter"][:4], said[label], said[by])
        sums[key] = sums.get(key, Decimal(0)) + (o.value or 0)
    expected = table.groupby(["Year", label, by])[count].sum().reset_index()
    known = zip(expected["Year"], expected[label], expected[by], expected[count], strict=True)
    assert {(str(year), one, other): int(value) for year, one, other, value in known} == sums


def test_the_exclusions_have_their_areas_and_hidden_cells(shared: Path) -> None:
    path = shared / "data/statistics/layouts/exclusions_by_reason.csv"
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    [one] = document(shared, "statistics/layouts/exclusions_by_reason.csv").datasets
    assert [(d.name, d.role, len(d.codes)) for d in one.dimensions] == [
        ("time identifier, time period", Role.TIME, 11),
        ("country name", Role.PLACE, 1),
        ("region name", Role.PLACE, 11),
        ("local authority name", Role.PLACE, 155),
        ("school type", Role.CATEGORY, 4),
        ("", Role.MEASURE, 24),
    ]
    measures = table.columns[11:]
    hidden = sum(1 for o in one.observed() if o.qualifier is Qualifier.SUPPRESSED)
    assert hidden == int((table[measures] == "x").sum().sum())
    assert sum(1 for _ in one.observations) == int((table[measures] != "").sum().sum())
    kent = table[(table["la_name"] == "Kent") & (table["school_type"] == "Total")]
    assert cell(one, **{"local authority name": "Kent", "school type": "Total", "measure": "permanent theft"}) == {
        str(year)[:4]: value for year, value in zip(kent["time_period"], kent["perm_theft"], strict=True)
    }


def cell(one: Dataset, **asked: str) -> dict[str, str]:
    found = [(labels_of(one, o), o) for o in one.observed()]
    return {
        said["time identifier, time period"][:4]: str(o.value) if o.value is not None else o.mark
        for said, o in found
        if asked.items() <= said.items()
    }
