"""Headings as the census offices' own systems write them: variable, category and what is given; areas in short."""

from __future__ import annotations

import pytest

from corpus.cube import Code, Dataset, Dimension, Role
from corpus.formats.statistics.exported import as_exported


def _table(name: str, *labels: str) -> Dataset:
    places = Dimension(name, Role.CATEGORY, (Code("Ambleby"), Code("Corrie")))
    return Dataset("", "", "Wards", "Wards", (places, Dimension("", Role.MEASURE, tuple(map(Code, labels)))))


def _headed(variable: str, *categories: str) -> tuple[str, ...]:
    return tuple(f"{variable}: {one}; measures: Value" for one in categories)


@pytest.mark.parametrize(
    ("labels", "name", "codes"),
    [
        (
            _headed("Religion", "All categories: Religion", "Quaker", "Quaker/other plain: Silent"),
            "Religion",
            [
                ("All categories: Religion", True, None),
                ("Quaker", False, None),
                ("Quaker/other plain: Silent", False, 1),
            ],
        ),
        (
            _headed("Sex", "All usual residents", "Males", "Females"),
            "Sex",
            [("All usual residents", True, None), ("Males", False, None), ("Females", False, None)],
        ),
        (
            _headed("Way of crossing", "Total", "Ferry", "Ferry: By night", "Swum"),
            "Way of crossing",
            [("Total", True, None), ("Ferry", False, None), ("Ferry: By night", False, 1), ("Swum", False, None)],
        ),
    ],
)
def test_a_variable_is_a_dimension(
    labels: tuple[str, ...], name: str, codes: list[tuple[str, bool, int | None]]
) -> None:
    made = as_exported(_table("Ward", *labels)).dimensions[1]
    assert (made.name, made.role) == (name, Role.CATEGORY)
    assert [(c.words, c.total, c.parent) for c in made.codes] == codes


@pytest.mark.parametrize(
    "labels",
    [
        ("Boats", "Rafts"),
        (*_headed("Sex", "All categories: Sex", "Males"), *_headed("Age", "Under 16")),
        _headed("Sex", "Males", "Females"),
        ("Sex: All categories: Sex; measures: Value", "Sex: Males; measures: Percent"),
    ],
)
def test_other_columns_stay_as_they_are(labels: tuple[str, ...]) -> None:
    table = _table("Ward", *labels)
    assert as_exported(table).dimensions[1] == table.dimensions[1]


@pytest.mark.parametrize(
    ("heading", "name", "role"),
    [
        ("PFA30NM", "police force area", Role.PLACE),
        ("LAD21NM", "local authority district", Role.PLACE),
        ("WD19NM", "ward", Role.PLACE),
        ("ZQX19NM", "ZQX19NM", Role.CATEGORY),
        ("Ward", "Ward", Role.CATEGORY),
    ],
)
def test_a_short_form_of_areas_is_spelt_out(heading: str, name: str, role: Role) -> None:
    made = as_exported(_table(heading, "Boats", "Rafts")).dimensions[0]
    assert (made.name, made.role) == (name, role)
