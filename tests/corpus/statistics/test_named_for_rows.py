"""Sheets without titles: what they count where their names only repeat their rows, and totals of all times."""

from __future__ import annotations

import pytest

from corpus.cube import Dataset, Role
from tests.corpus.statistics.tables import dataset, document
from tests.corpus.statistics.workbooks import rows_of, xlsx

HARBOURS = """Name | 2021/22 | 2022/23 | {}
North Harbour | 40 | 44 | 84
Corrie Harbour | 31 | 30 | 61
Dunmore Harbour | 12 | 10 | 22
"""


@pytest.mark.parametrize(
    ("file", "sheet", "title"),
    [
        ("ferry-fares.xlsx", "ALL HARBOURS", "Ferry fares: ALL HARBOURS"),
        ("lost_umbrellas.xlsx", "Harbours by year", "Lost umbrellas: Harbours by year"),
        ("ferry-fares.xlsx", "Lamp repairs", "Lamp repairs"),  # the sheet says what it counts
        ("data.xlsx", "ALL HARBOURS", "ALL HARBOURS"),  # and the file does not
        ("all harbours.xlsx", "ALL HARBOURS", "ALL HARBOURS"),
    ],
)
def test_a_file_says_what_its_sheets_count_that_are_named_for_their_rows(file: str, sheet: str, title: str) -> None:
    one = dataset(xlsx({sheet: rows_of(HARBOURS.format("Total"))}), file)
    assert (one.title, one.measure) == (title, title)


def test_headings_that_say_what_is_counted_need_no_file() -> None:
    rows = rows_of("Name | Fares | Crew\nNorth Harbour | 40 | 4\nCorrie Harbour | 31 | 3\n")
    assert dataset(xlsx({"ALL HARBOURS": rows}), "ferry-fares.xlsx").title == "ALL HARBOURS"


def _times(one: Dataset) -> list[str]:
    return [c.words for d in one.dimensions if d.role is Role.TIME for c in d.codes]


def test_a_total_that_is_the_sum_of_all_times_is_of_them_beside_other_columns() -> None:
    heads, rows = "Harbour | 2021 | 2022 | Grand Total | % change 2021-2022 | Crew 2022", []
    for n in range(24):
        total = 21 + 2 * n if n != 3 else 99  # whoever made it has slipped once
        rows.append(f"Pier {'ABCDEFGHIJKLMNOPQRSTUVWX'[n]} | {n + 10} | {n + 11} | {total} | 5.5 | {n + 1}")
    one = dataset(xlsx({"Fares paid": rows_of("\n".join((heads, *rows)))}), "fares.xlsx")
    assert _times(one) == ["2021", "2022", "Grand Total"]
    assert [c.words for c in one.dimensions[-1].codes] == ["Fares paid", "% change 2021-2022", "Crew"]


def test_a_total_that_is_no_sum_of_the_times_is_a_thing_of_its_own() -> None:
    rows = (
        "Harbour | 2021 | 2022 | Total berths | % change 2021-2022\nNorth | 4 | 5 | 90 | 25\nSouth | 6 | 7 | 80 | 17\n"
    )
    one = dataset(xlsx({"Fares paid": rows_of(rows)}), "fares.xlsx")
    assert _times(one) == ["2021", "2022"]


@pytest.mark.parametrize("heading", ["SUM of Fares paid", "Sum of fares paid", "Sums of fares paid"])
def test_what_a_spreadsheet_has_added_up_is_called_by_its_own_name(heading: str) -> None:
    found = document(f"Year,Harbour,Coast,{heading}\n2021,Corrie,North,5\n2021,Dunmore,South,7\n")
    assert found.datasets[0].measure.lower() == "fares paid"
