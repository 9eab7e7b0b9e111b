"""A workbook's sheets become datasets: headings of several rows, labels in steps, totals, units, notes and marks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from corpus.cube import Dataset, Role
from corpus.formats import Document
from corpus.records import Nature, Qualifier, Standing
from tests.corpus.statistics.tables import document, labels_of, reread, values
from tests.corpus.statistics.workbooks import ods, rows_of, xlsx


def sheet(written: str, name: str = "Table_1", merged: list[str] | None = None) -> Document:
    return document(xlsx({name: rows_of(written)}, merged or []), "lamps.xlsx")


def one(written: str, merged: list[str] | None = None) -> Dataset:
    found = sheet(written, merged=merged)
    assert reread(found)
    [made] = found.datasets
    return made


KEEPERS = """
Table 1: Lamp keepers1 by harbour, Arden, 31 March 2018 and 31 March 2019 (FTE)

Arden | | | | | Full-time equivalents
 | As at: | | | Change in 12 months |
 | 31 March 2018 | 31 March 2019 | | number | %
North Coast | 30 | 36 | | 6 | 20
  Ambleby | 10 | 12 | | 2 | 20
  Corrie | 20 | 24 | | 4 | 20
South Coast | 44 | .. | | .. | ..
  Dunmouth | 44 | .. | | .. | ..
Total | 74 | .. | | .. | ..
Source: Harbour Office

Notes
1. Excludes keepers on leave.
.. = data not collected
"""


def test_what_is_counted_where_when_and_in_which_unit_is_taken_from_the_titles() -> None:
    made = one(KEEPERS)
    assert made.title == "Table 1: Lamp keepers by harbour, Arden, 31 March 2018 and 31 March 2019 (FTE)"
    assert (made.measure, made.unit, made.nature, made.additive) == ("Lamp keepers", "FTE", Nature.STOCK, True)
    assert ("1", "Excludes keepers on leave.") in made.notes
    assert ("..", "data not collected") in made.notes


def test_days_over_columns_are_times_and_changes_beside_them_are_measures() -> None:
    made = one(KEEPERS)
    place, time, measure = made.dimensions
    assert [(c.as_at.first if c.as_at else None) for c in time.codes] == [date(2018, 3, 31), date(2019, 3, 31)]
    assert measure.role is Role.MEASURE
    assert [(c.words, c.unit, c.additive) for c in measure.codes] == [
        ("Lamp keepers", None, True),
        ("Change in 12 months, number", "", False),
        ("Change in 12 months, %", "%", False),
    ]
    assert [c.words for c in place.codes][:3] == ["North Coast", "Ambleby", "Corrie"]


def test_labels_that_are_set_in_are_parts_of_the_one_above_and_the_total_is_of_all() -> None:
    place = one(KEEPERS).dimensions[0]
    told = {c.words: (place.codes[c.parent].words if c.parent is not None else None, c.total) for c in place.codes}
    assert told == {
        "North Coast": (None, False),
        "Ambleby": ("North Coast", False),
        "Corrie": ("North Coast", False),
        "South Coast": (None, False),
        "Dunmouth": ("South Coast", False),
        "Total": (None, True),
    }


def test_a_mark_has_no_value_and_is_what_its_release_says() -> None:
    made = one(KEEPERS)
    hidden = [o for o in made.observed() if o.mark == ".."]
    assert len(hidden) == 9
    assert {(o.value, o.qualifier) for o in hidden} == {(None, Qualifier.NOT_KNOWN)}


@pytest.mark.parametrize(
    ("defined", "value", "qualifier"),
    [
        ("- = nil or negligible", None, Qualifier.NOT_KNOWN),
        ("- = nil", Decimal(0), Qualifier.EXACTLY),
        ("- denotes zero", Decimal(0), Qualifier.EXACTLY),
        ("'-' indicates fewer than 5", None, Qualifier.SUPPRESSED),
        ("Note: lamps are lamps.", None, Qualifier.NOT_KNOWN),
    ],
)
def test_a_dash_is_nought_only_where_the_release_says_nil(
    defined: str, value: Decimal | None, qualifier: Qualifier
) -> None:
    made = one(f"Lamps by harbour, 2019\n\nHarbour | Lit | Dark\nAmbleby | 5 | -\nCorrie | 7 | 3\n\n{defined}")
    [dash] = [o for o in made.observed() if o.mark == "-"]
    assert (dash.value, dash.qualifier) == (value, qualifier)


GROUPED = """
Table 2. Number of lamps lit, by colour
Contents

 | | Colour of lamp | | | |
 | | Red | Green | Not stated | |
 | | 3 | 4 | 5 | | 9
Kind of lamp | Lamp | | | | | Number of lamps lit
Harbour | Total Harbour | 30 | 12 | 3 | | 45
Harbour | Pier, of which | 20 | 7 | 3 | | 30
Harbour | Not stated | 15 | 5 | 2 | | 22
Harbour | Lantern | 5 | 2 | 1 | | 8
Harbour | Quay | 10 | 5 | 0 | | 15
Sea | Total Sea | 9 | 8 | 7 | | 24
Sea | Buoy, of which | 9 | 8 | 6 | | 23
Sea | Not stated | 4 | 4 | 4 | | 12
Sea | Bell | 5 | 4 | 2 | | 11
Sea | Raft | 0 | 0 | 1 | | 1
"""


def test_a_group_of_columns_is_a_dimension_and_what_stands_beside_it_its_whole() -> None:
    made = one(GROUPED)
    colour = made.dimensions[-1]
    assert (colour.name, [c.words for c in colour.codes]) == (
        "Colour of lamp",
        ["Red", "Green", "Not stated", "Number of lamps lit"],
    )
    assert [c.total for c in colour.codes] == [False, False, False, True]


def test_the_same_label_under_two_others_is_two_codes() -> None:
    made = one(GROUPED)
    lamp = made.dimensions[1]
    unstated = [lamp.codes[c.parent].words for c in lamp.codes if c.words == "Not stated" and c.parent is not None]
    assert unstated == ["Pier, of which", "Buoy, of which"]
    assert [o.value for o in made.observed() if labels_of(made, o)["Lamp"] == "Not stated"] == [
        15,
        5,
        2,
        22,
        4,
        4,
        4,
        12,
    ]


def test_numbers_that_nothing_names_are_left_out_and_said() -> None:
    found = sheet(GROUPED)
    assert found.left_out == ("the sheet 'Table_1', A4:G17: numbers in row 6 have no label",)


SECTIONS = """
Table 3
Lamps by keeper: Arden, 2018/19
Keeper's age | Percentage of lamps (%) | Median cost (\u00a3) | Number of lamps
April to June 2018 | | |
16 to 24 | 40 | 12.5 | 1014
25 and over | 60 | < 1 | 2018
All keepers | 100 | 13 | 3032
July to September 2018 | | |
16 to 24 | 41 | 12 | 1000
25 and over | 59 | * | 2000
All keepers | 100 | 13 | 3000
"""


def test_a_label_alone_heads_a_section_and_a_time_there_is_a_time() -> None:
    made = one(SECTIONS)
    time, age, measure = made.dimensions
    assert time.role is Role.TIME
    assert [c.period and (c.period.start, c.period.end) for c in time.codes] == [
        (date(2018, 4, 1), date(2018, 6, 30)),
        (date(2018, 7, 1), date(2018, 9, 30)),
    ]
    assert (age.name, [c.total for c in age.codes]) == ("Keeper's age", [False, False, True])
    assert [(c.words, c.unit, c.additive) for c in measure.codes] == [
        ("Percentage of lamps", "%", False),
        ("Median cost", "\u00a3", False),
        ("Number of lamps", None, True),
    ]


def test_four_digits_under_a_measure_are_a_number_and_below_a_value_is_told_as_that() -> None:
    made = one(SECTIONS)
    assert values(made, **{"Keeper's age": "25 and over", "measure": "Number of lamps"}) == [2018, 2000]
    [low] = [o for o in made.observed() if o.qualifier is Qualifier.FEWER_THAN]
    assert low.value == 1


def test_years_over_columns_are_times_although_they_are_numbers() -> None:
    made = one(
        "Lamps lit by harbour\nthousands\nHarbour | 2018 | 2019\nAmbleby | 2018 | 5\nCorrie | 7 | 9\nTotal | 2025 | 14"
    )
    assert [c.period.start.year for c in made.dimensions[1].codes if c.period and c.period.start] == [2018, 2019]
    assert made.scale == 1000
    assert [str(o.value) for o in made.observed()] == ["2018", "5", "7", "9", "2025", "14"]


def test_merged_headings_go_over_the_columns_that_they_cover() -> None:
    made = one(
        """
Lamps lit
 | Men | | Women |
Harbour | Old | New | Old | New
Ambleby | 1 | 2 | 3 | 4
Corrie | 5 | 6 | 7 | 8
""",
        ["B2:C2", "D2:E2"],
    )
    assert [[c.words for c in d.codes] for d in made.dimensions] == [
        ["Ambleby", "Corrie"],
        ["Men", "Women"],
        ["Old", "New"],
    ]
    assert [o.codes for o in made.observed()][:4] == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)]


def test_a_year_that_carries_on_and_a_month_are_one_time() -> None:
    made = one(
        """
Lamps lit by month
 | | Lit | Dark
2018 | Nov | 10 | 12
 | Dec\u2020 | 11 | 13
2019 | Jan | 12 | 14
 | Feb | 13 | 15
% change from year earlier | | | 3
"""
    )
    time = made.dimensions[0]
    assert [c.words for c in time.codes] == ["Nov 2018", "Dec 2018", "Jan 2019", "Feb 2019"]
    assert len(made.observed()) == 8


def test_tables_below_one_another_each_have_their_own_title_and_share_the_sheets() -> None:
    found = sheet(
        """
Lamps lit, Arden, 2019
\u00a3 million
Table 1a North
Harbour | Cost | Rent
Ambleby | 1 | 2
Corrie | 3 | 4

Table 1b South
Harbour | Cost | Rent
Dunmouth | 5 | 6
Elmsea | 7 | 8
"""
    )
    assert [d.title for d in found.datasets] == [
        "Lamps lit, Arden, 2019",
        "Lamps lit, Arden, 2019 \u2013 Table 1b South",
    ]
    assert [(d.unit, d.scale) for d in found.datasets] == [("\u00a3", 10**6)] * 2


def test_tables_side_by_side_are_two() -> None:
    found = sheet(
        "Lamps\nHarbour | Lit | | Keeper | Age\nAmbleby | 1 | | Jo | 30\nCorrie | 2 | | Al | 40\nDun | 5 | | Bo | 50"
    )
    assert [d.dimensions[0].name for d in found.datasets] == ["Harbour", "Keeper"]


def test_notes_sheets_and_covers_tell_of_every_table() -> None:
    found = document(
        ods(
            {
                "Cover": rows_of(
                    "Harbour lamps, Scotland\nThis is a National Statistics publication\nPublished 12 December 2019"
                ),
                "Notes": rows_of("Note number | Note text\nnote 1 | Lamps are counted at noon."),
                "Table_1": rows_of("Lamps lit [note 1]\nHarbour | Lit | Dark\nAmbleby | 1 | 2\nCorrie | 3 | 4"),
            }
        ),
        "lamps.ods",
    )
    [made] = found.datasets
    assert (made.title, made.geography, made.standing) == ("Lamps lit", "Scotland", Standing.ACCREDITED)
    assert ("1", "Lamps are counted at noon.") in made.notes
    assert (found.meta.title, found.meta.published) == ("Harbour lamps, Scotland", date(2019, 12, 12))


@pytest.mark.parametrize("title", ["Tram staff in Ambleby:", "Library loans;", "Ferry crossings, "])
def test_a_title_that_runs_on_to_the_next_line_ends_with_its_words(title: str) -> None:
    sheets = {
        "Cover": rows_of(f"{title}\nTime series"),
        "T": rows_of("Lamps lit\nHarbour | Lit\nAmbleby | 1\nCorrie | 3"),
    }
    assert document(ods(sheets), "a.ods").meta.title == title.rstrip(" :;,")


@pytest.mark.parametrize("make", [xlsx, ods])
def test_a_percentage_is_what_the_sheet_shows(make: object) -> None:
    rows = {"T": rows_of("Lamps lit\nHarbour | Lit | Share\nAmbleby | 1014 | 0.153\nCorrie | 3 | 1")}
    content = xlsx(rows, percents=["C3", "C4"]) if make is xlsx else ods(rows, percents=["C3", "C4"])
    found = document(content, "lamps.xlsx" if make is xlsx else "lamps.ods")
    assert found.text == "T\nLamps lit\nHarbour\t Lit\t Share\nAmbleby\t1014\t15.3%\nCorrie\t3\t100%\n"
    assert [o.value for o in found.datasets[0].observed()] == [1014, Decimal("15.3"), 3, 100]


@pytest.mark.parametrize("make", [xlsx, ods])
def test_a_number_is_stored_as_the_sheet_shows_it_and_counted_as_the_cell_holds_it(make: object) -> None:
    lines = ("Lamps lit", "Harbour | Lit | Dark", "Ambleby | 1014.52 | 3", "Corrie | 0.37 | 1200.049")
    rows = {"T": rows_of("\n".join((*lines, "Both | 1014.89 | 1203.049")))}
    content = xlsx(rows, whole=True) if make is xlsx else ods(rows, whole=True)
    found = document(content, "lamps.xlsx" if make is xlsx else "lamps.ods")
    shown = "Ambleby\t1015\t3\nCorrie\t0.37\t1200\nBoth\t1015\t1203\n"
    assert found.text == f"T\nLamps lit\nHarbour\t Lit\t Dark\n{shown}"
    held = [o.value for o in found.datasets[0].observed()]
    assert held == [Decimal(n) for n in ("1014.52", "3", "0.37", "1200.049", "1014.89", "1203.049")]


def test_a_formula_that_was_never_calculated_is_said_and_left_out() -> None:
    content = xlsx({"T": rows_of("Lamps\nHarbour | Lit | Dark\nAmbleby | 1 | 2\nCorrie | 3 | 4")}, unvalued=["C4"])
    found = document(content, "lamps.xlsx")
    assert found.left_out == ("the sheet 'T': 1 formulas hold no value (C4): open it and save it again",)
    assert len(found.datasets[0].observed()) == 3


def test_a_table_whose_headings_are_a_picture_is_words() -> None:
    found = sheet("\n\nAmbleby | 1 | 2\nCorrie | 3 | 4")
    assert not found.datasets
    assert "its columns have no headings, or they are a picture" in found.left_out[0]


def test_every_row_of_words_is_searched_and_no_row_of_values() -> None:
    found = sheet(KEEPERS)
    assert found.searched is not None
    searched = "\n".join(span.of(found.text) for span in found.searched)
    assert "Lamp keepers1 by harbour" in searched
    assert "Excludes keepers on leave." in searched
    assert "Dunmouth" not in searched


def test_a_workbook_with_macros_is_read_like_any_other_and_runs_none() -> None:
    written = rows_of("Table 1: Lamps lit by harbour\nHarbour | 2018 | 2019\nAmbleby | 12 | 14\nCorrie | 20 | 21")
    found = document(xlsx({"Lamps": written}), "lamps.xlsm")
    assert values(found.datasets[0]) == values(document(xlsx({"Lamps": written}), "lamps.xlsx").datasets[0])
