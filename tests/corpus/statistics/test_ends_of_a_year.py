"""Wide accounts: what was held at the ends of a year beside its costs, numbered columns, remarks, and hidden sheets."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import pytest

from corpus.cube import Dataset, Role
from corpus.formats import Document
from corpus.formats.statistics.measures import measure_of
from tests.corpus.statistics.tables import dataset, document, labels_of, reread
from tests.corpus.statistics.workbooks import rows_of, xlsx, zipped

STATIONS = """Lifeboat accounts 2018-19: summary
Running costs (£ thousand)

 | | Costs | | Funds at 1 April 2018 | | Funds at 31 March 2019 |
Code | Station | Fuel | Crews | Repairs at 1 April | Other at 1 April | Repairs at 31 March | Other at 31 March
S1 | Ambleby | 10 | 20 | 5 | 6 | 7 | 8
S2 | Corrie | 11 | 21 | 15 | 16 | 17 | 18
S3 | Dunmore | 12 | 22 | 25 | 26 | 27 | 28
"""
LIBRARIES = """Libraries in Arden, 2020-21
Library | Loans | Visits | Staff | Books held (31 March 2021)
Ambleby | 100 | 90 | 4 | 800
Corrie | 200 | 80 | 5 | 700
Dunmore | 300 | 70 | 6 | 600
"""
TRAMS = """Tram depots: takings for the year ending 31 March 2022
Depot | Fares taken | Fines taken | Cash at 1 April 2021
East | 40 | 3 | 9
West | 50 | 4 | 8
North | 60 | 5 | 7
"""


def _of(one: Dataset, labels: set[str]) -> list[tuple[str, Decimal | None]]:
    clock = next(d for d in one.dimensions if d.role is Role.TIME)
    seen = [(set(labels_of(one, o).values()), o) for o in one.observed()]
    return [(clock.codes[o.codes[one.dimensions.index(clock)]].words, o.value) for told, o in seen if labels <= told]


@pytest.mark.parametrize(
    ("sheet", "labels", "held"),
    [
        (STATIONS, {"Corrie", "Costs, Crews"}, [("2018-19", 21)]),
        (STATIONS, {"Corrie", "Funds, Other"}, [("at 1 April 2018", 16), ("at 31 March 2019", 18)]),
        (LIBRARIES, {"Dunmore", "Loans"}, [("2020-21", 300)]),
        (LIBRARIES, {"Dunmore", "Books held"}, [("at 31 March 2021", 600)]),
        (TRAMS, {"West", "Fines taken"}, [("year ending 31 March 2022", 4)]),
        (TRAMS, {"West", "Cash"}, [("at 1 April 2021", 8)]),
    ],
)
def test_what_was_held_at_an_end_of_the_year_is_of_that_day(
    sheet: str, labels: set[str], held: list[tuple[str, int]]
) -> None:
    one = dataset(xlsx({"T": rows_of(sheet)}), "t.xlsx")
    assert _of(one, labels) == [(time, Decimal(value)) for time, value in held]


def test_a_day_outside_the_year_of_the_title_stays_in_its_heading() -> None:
    one = dataset(xlsx({"T": rows_of(TRAMS.replace("1 April 2021", "1 April 2011"))}), "t.xlsx")
    assert all(d.role is not Role.TIME for d in one.dimensions)


def test_a_line_below_the_title_that_tells_the_unit_says_what_the_table_is_of() -> None:
    one = dataset(xlsx({"T": rows_of(STATIONS)}), "t.xlsx")
    assert one.title == "Lifeboat accounts 2018-19: summary \u2013 Running costs (\u00a3 thousand)"
    assert (one.unit, one.scale) == ("\u00a3", 1000)


NUMBERED = """Boat accounts 2019-20: data by port
Running costs (£ thousand) | | | | | Given late
{numbers}
 | | Crews | | | Boats | |
Code | Port | Pay | Training | Kit | Fuel | Repairs | Paint
P1 | Ambleby | 10 | 20 | 30 | 40 | 50 | 60
P2 | Corrie | 11 | 21 | 31 | 41 | 51 | 61
P3 | Dunmore | 12 | 22 | 32 | 42 | 52 | 62
"""


@pytest.mark.parametrize(
    "numbers",
    [
        "Column number | | 1 | 2 | 3 | 4 | 5 | 6",
        "Delete before sending | | 1 | 5 | 6 | 7 | 8 | 9",
        "| | 0 | 1 | 2 | 3 | 4 | 5",
    ],
)
def test_numbers_of_columns_are_no_values(numbers: str) -> None:
    rows = rows_of(NUMBERED.format(numbers=numbers))
    one = dataset(xlsx({"T": rows}), "t.xlsx")
    assert {o.row for o in one.observed()} == {6, 7, 8}
    assert [c.words for c in one.dimensions[-1].codes][-1] == "Boats, Paint"
    assert one.title.endswith("Running costs (\u00a3 thousand)")


REMARK = (
    "NOTE: Few of the harbours that were written to have replied, so that none of them can be set against another, \
and the counts of one year are best not set against those of the next one."
)


@pytest.mark.parametrize(
    "sheet",
    [
        f"| Launches | Rescues\nNorth | | | | | {REMARK}\nAmbleby | 4 | 2\nCorrie | 5 | 3\nSouth\nDunmore | 6 | 1",
        f"| Loans | Fines\nTowns | | | | {REMARK}\nAmbleby | 40 | 2\nCorrie | 50 | 3\nVillages\nDunmore | 60 | 1",
        f"| Trams | Buses\nEast | | | | {REMARK}\nAmbleby | 7 | 2\nCorrie | 8 | 3\nWest\nDunmore | 9 | 1",
    ],
)
def test_a_remark_beside_a_table_does_not_take_its_headings(sheet: str) -> None:
    made = document(xlsx({"Summary": rows_of(sheet)}), "t.xlsx")
    assert reread(made) == 6
    [one] = made.datasets
    assert len(one.dimensions[0].codes) == 2


def _with_hidden(state: str) -> Document:
    made = xlsx({"Boats": rows_of(TRAMS), "Check": rows_of(LIBRARIES)})
    with zipfile.ZipFile(io.BytesIO(made)) as folder:
        parts = {name: folder.read(name).decode() for name in folder.namelist()}
    book = parts["xl/workbook.xml"]
    parts["xl/workbook.xml"] = book.replace('name="Check"', f'name="Check" state="{state}"')
    return document(zipped(parts), "t.xlsx")


@pytest.mark.parametrize(("state", "read"), [("visible", 2), ("hidden", 1), ("veryHidden", 1)])
def test_a_sheet_that_its_makers_hid_is_left_out_and_said(state: str, read: int) -> None:
    made = _with_hidden(state)
    assert len(made.datasets) == read
    assert ("Dunmore" in made.text) is (read > 1)
    assert any("'Check' is hidden" in one for one in made.left_out) is (read < 2)


@pytest.mark.parametrize("unit", ["\u00a3 thousand", "Number", "per cent"])
def test_a_unit_before_a_number_does_not_say_what_it_is_of(unit: str) -> None:
    written = f"Harbour dues 2019-20: data for Ambleby\nChoose a harbour below\n | Dues | |\n{unit} | | | 3\n"
    assert not document(xlsx({"T": rows_of(written)}), "t.xlsx").datasets


@pytest.mark.parametrize(
    ("said", "words", "additive"),
    [
        ("Business rates collected (\u00a3 thousand)", "Business rates collected", True),
        ("Income from rate relief kept", "Income from rate relief kept", True),
        ("Berth rates arrears", "Berth rates arrears", True),
        ("Business rates multiplier", "Business rates multiplier", False),
        ("Rates of loss", "Rates of loss", False),
        ("Lost oars (+/-)", "Lost oars (+/-)", True),
        ("Grants [line 7 as income]", "Grants [line 7 as income]", True),
    ],
)
def test_rates_that_are_paid_add_up(said: str, words: str, additive: bool) -> None:
    told = measure_of(said)
    assert (told.words, told.additive) == (words, additive)


@pytest.mark.parametrize("sheet", [STATIONS, LIBRARIES, TRAMS])
def test_what_was_held_and_what_was_spent_are_measures_apart(sheet: str) -> None:
    one = dataset(xlsx({"T": rows_of(sheet)}), "t.xlsx")
    assert one.dimensions[-1].role is Role.MEASURE
