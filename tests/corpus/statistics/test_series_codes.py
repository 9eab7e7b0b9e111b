"""Rows of codes between the headings and the numbers: of series, and of a classification over them."""

from __future__ import annotations

import pytest

from tests.corpus.statistics.tables import dataset
from tests.corpus.statistics.workbooks import rows_of, xlsx

SHEET = """Harbour turnover by trade
|||Current price, not adjusted|||||\u00a3 million
||||Rope making||Boat repair||Sail lofts

||||{}
||||{}

2015||||448.6||176.5||20.1
2016||||452.4||190.9||21.5

2016 ->|Q1|||114.5||48.2||5.1
|Q2|||117.1||47.9||5.2
Average for 3 months up to
2016 Sep||||39.2||15.9||1.7
"""


@pytest.mark.parametrize(
    ("classes", "series"),
    [("53||55||56", "JX27||JX28||DZQO"), ("10 - 33||33.1-4||95.2 (95A)", "K4B1||K4B2||K4B3"), ("", "AB1C||AB2C||AB3C")],
)
def test_rows_of_codes_are_no_numbers_and_no_headings(classes: str, series: str) -> None:
    one = dataset(xlsx({"T1": rows_of(SHEET.format(classes, series))}), "t.xlsx")
    assert (one.unit, one.scale) == ("\u00a3", 1_000_000)
    columns = one.dimensions[-1].codes
    assert [c.words for c in columns] == ["Rope making", "Boat repair", "Sail lofts"]
    times = next(d for d in one.dimensions if d.role.value == "time")
    assert "2016 Q1" in [c.words for c in times.codes]
    assert all(c.period is not None for c in times.codes)
    measures = next(d for d in one.dimensions if d.role.value == "measure")
    assert {c.words: c.additive for c in measures.codes}["Harbour turnover"]
