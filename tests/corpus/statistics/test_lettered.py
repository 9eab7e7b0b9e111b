"""Lettered parts of numbered sheets, thresholds that are no units, and numbers that cells show as percentages."""

from __future__ import annotations

import pytest

from corpus.formats.statistics.lettered import Part, part_of
from corpus.formats.statistics.measures import measure_of
from tests.corpus.statistics.tables import dataset, document
from tests.corpus.statistics.workbooks import rows_of, xlsx


@pytest.mark.parametrize(
    ("own", "above", "part"),
    [
        ("4a Rate: Lamps out of all", "4 Lamps out", Part("Lamps out", "Rate: Lamps out of all", "rate")),
        ("12b Lamps by harbour", "12 Lamps out", Part("Lamps out", "Lamps by harbour", "")),
        ("4c Sample size: Keepers", "4. Lamps out", Part("Lamps out", "Sample size: Keepers", "sample size")),
        ("5a Rate: Lamps", "4 Lamps out", None),
        ("4 Lamps lit", "4 Lamps out", None),
        ("4a Rate: Lamps", "Lamps out", None),
    ],
)
def test_a_part_has_the_number_of_its_sheet_and_a_letter(own: str, above: str, part: Part | None) -> None:
    assert part_of(own, above) == part


SHEET = """
4 Lamps out
Source: Coast Office
4a Rate: Proportion of lamps in each harbour that are out (below 60% of usual light)
Harbour|2021|2022
Ambleby|0.125|0.2
Corrie|0.25|0.5
4b Numbers: Number of lamps in each harbour that are out (below 60% of usual light)
Harbour|2021|2022
Ambleby|12|20
Corrie|25|50
"""


def test_each_part_has_its_own_unit_and_kind() -> None:
    shares = [f"{c}{r}" for r in (5, 6) for c in "BC"]
    parts = document(xlsx({"4": rows_of(SHEET)}, percents=shares), "lamps.xlsx").datasets
    told = [(one.measure, one.unit, one.additive) for one in parts]
    assert told == [("Lamps out, rate", "%", False), ("Lamps out, numbers", "", True)]


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("Catch limit (60% of the usual catch)", None),
        ("Lamps lit (%)", "%"),
        ("Percentage of lamps lit", "%"),
        ("Lamps lit (per cent of all)", "%"),
    ],
)
def test_so_many_per_cent_of_something_are_no_unit(said: str, unit: str | None) -> None:
    assert measure_of(said).unit == unit


def test_only_numbers_that_all_are_shown_so_are_in_per_cent() -> None:
    rows = "Harbour|2021|2022\nAmbleby|0.125|0.2\nCorrie|0.25|0.5\n"
    every = dataset(xlsx({"Lamps out": rows_of(rows)}, percents=["B2", "C2", "B3", "C3"]), "lamps.xlsx")
    some = dataset(xlsx({"Lamps out": rows_of(rows)}, percents=["B2", "C2"]), "lamps.xlsx")
    assert (every.unit, every.additive, some.unit) == ("%", False, "")


def test_money_in_a_title_is_the_unit() -> None:
    rows = "Weekly berth fees in £ million (2021/22 prices)\nHarbour|2021|2022\nAmbleby|12|20\nCorrie|25|50\n"
    one = dataset(xlsx({"Fees": rows_of(rows)}), "fees.xlsx")
    assert (one.unit, one.scale) == ("£", 1_000_000)
