"""Layouts that departments really use, each told by what becomes of it: dimensions with their codes, and values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from corpus.cube import Dataset, Role
from corpus.records import Qualifier
from tests.corpus.statistics.tables import dataset, document, labels_of, reread
from tests.corpus.statistics.workbooks import Cell, rows_of, xlsx


def one(written: str, merged: list[str] | None = None) -> Dataset:
    found = document(xlsx({"Table_1": rows_of(written)}, merged or []), "lamps.xlsx")
    [made] = found.datasets
    assert reread(found) == len(made.observed())
    return made


def codes(made: Dataset, place: int) -> list[str]:
    return [code.words for code in made.dimensions[place].codes]


def told(made: Dataset, *labels: str) -> Decimal | None:
    [found] = [o for o in made.observed() if set(labels) <= set(labels_of(made, o).values())]
    return found.value


def test_quarters_under_a_year_are_quarters_of_it_and_their_total_is_the_year() -> None:
    made = one(
        """
Table 3: Lamps received1, by kind, Arden, January 2018 to March 2019
 | 2018 | | | | | 2019 | Percentage change
 | Jan-Mar | Apr-Jun | Jul-Sep | Oct-Dec | Total | Jan-Mar | Jan-Mar 2018 to Jan-Mar 2019
All lamps | 100 | 110 | 120 | 130 | 460 | 150 | 50%
Oil | 40 | 50 | 60 | 70 | 220 | 80 | 100%
Gas | 60 | 60 | 60 | 60 | 240 | 70 | 17%
  Small | 10 | 10 | 10 | 10 | 40 | 20 | 100%
  Large | 50 | 50 | 50 | 50 | 200 | 50 | 0%
(1) Lamps are counted once.
""",
        ["B2:F2"],
    )
    assert codes(made, 1) == ["Jan-Mar 2018", "Apr-Jun 2018", "Jul-Sep 2018", "Oct-Dec 2018", "2018", "Jan-Mar 2019"]
    assert told(made, "Large", "Oct-Dec 2018") == 50
    assert told(made, "All lamps", "2018") == 460
    assert [c.total for c in made.dimensions[0].codes] == [True, False, False, False, False]
    assert made.notes == (("1", "Lamps are counted once."),)


def test_a_country_over_its_regions_is_their_sum() -> None:
    made = one(
        """
Table 2.1 Lamps recorded, by area, year ending March 2018 to year ending March 2019
Numbers and percentages
Area name | Apr '17 to Mar '18 | Apr '18 to Mar '19 | % change
ENGLAND AND WALES | 463 | 470 | 2
ENGLAND | 163 | 170 | 4
North | 63 | 70 | 11
South | 100 | 100 | 0
WALES | 300 | 300 | 0
"""
    )
    place = made.dimensions[0]
    parents = [place.codes[c.parent].words if c.parent is not None else "" for c in place.codes]
    assert parents == ["", "", "ENGLAND", "ENGLAND", ""]
    assert [c.total for c in place.codes] == [True, False, False, False, False]
    assert [c.period and c.period.start for c in made.dimensions[1].codes] == [date(2017, 4, 1), date(2018, 4, 1)]


def test_marks_of_standing_in_headings_are_those_of_the_values_below() -> None:
    made = one(
        """
Table 4: Expenditure on lamps, 2010-11 to 2012-13
\u00a3 million
Kind | 2010-11 | 2011-12 (r) | 2012-13 (p)
Oil | 110.2 | [c] | 99.1
Gas | 50.1 | (2.5) | 30
Total | 160.3 | .. | 129.1
[c] = confidential
"""
    )
    assert (made.unit, made.scale) == ("\u00a3", 10**6)
    assert [(o.value, o.status) for o in made.observed()][1:3] == [(None, "revised"), (Decimal("99.1"), "provisional")]
    assert told(made, "Gas", "2011-12") == Decimal("-2.5")
    assert [o.qualifier for o in made.observed() if o.mark == "[c]"] == [Qualifier.SUPPRESSED]


def test_a_heading_told_over_three_rows_is_one() -> None:
    made = one(
        """
Table 7.9a   Lamp hours - For all keepersa: Arden, 2022

 | | Number | | Annual | | |
 | | of lampsb | | percentage | Percentiles | |
Description | Code | (thousand) | Median | change | 10 | 20 | 90
Arden | K02000001 | 275 | 37 | 0.1 | 15.8 | 24.1 | 42.8
North | E12000001 | 101 | 36.9 | -0.2 | 15.8 | 23.2 | x
Ambleby | E06000005 | 52 | 37.4 | 0 | 18 | 29.6 | x
Corrie | E06000001 | 49 | 36.9 | -0.2 | 14.9 | 19.4 | :
South | E12000002 | 174 | 37 | 0.1 | 15 | 24 | 40

a  Keepers on full pay.
b  Numbers of lamps are rough.
x = unreliable
"""
    )
    place, measure = made.dimensions
    assert [(c.words, c.scale, c.additive) for c in measure.codes] == [
        ("Number of lamps", 1000, True),
        ("Median", 1, False),
        ("Annual percentage change", 1, False),
        ("Percentiles, 10", 1, False),
        ("Percentiles, 20", 1, False),
        ("Percentiles, 90", 1, False),
    ]
    assert place.role is Role.PLACE
    assert [place.codes[c.parent].words if c.parent is not None else "" for c in place.codes] == [
        "",
        "",
        "North",
        "North",
        "",
    ]
    assert {o.mark: o.qualifier for o in made.observed() if o.mark} == {
        "x": Qualifier.SUPPRESSED,
        ":": Qualifier.NOT_KNOWN,
    }


def test_a_long_tidy_sheet_below_its_title_is_read_as_one() -> None:
    rows = [
        f"{2010 + n // 24} | {2010 + n // 24} Q{1 + n // 6 % 4} | Harbour {n % 3} | {'Oil' if n % 2 else 'Gas'} | {n}"
        for n in range(240)
    ]
    said = "\n".join(["Lamps, year ending June 2023", "", "Year | Quarter | Harbour | Kind | Lamps received", *rows])
    content = xlsx(
        {"Cover": rows_of("Harbour statistics, Scotland"), "Data": rows_of(said + "\nSource: Harbour Office")}
    )
    found = document(content, "lamps.xlsx")
    [made] = found.datasets
    assert (made.title, made.measure, made.geography) == ("Lamps, year ending June 2023", "Lamps received", "Scotland")
    assert (made.dimensions[0].name, len(made.dimensions[0].codes), made.rows) == ("Year, Quarter", 40, 240)
    assert sum((o.value or 0) for o in made.observed()) == sum(range(240))
    assert made.notes == (("", "Source: Harbour Office"),)


def test_the_bounds_of_an_estimate_stand_under_it_and_nothing_of_it_is_added_up() -> None:
    made = one(
        """
How lamps are felt about, by sex
 | Men | Women
Often | 4.1 | 5.2
Lower 95% confidence interval | 3.7 | 4.5
Upper 95% confidence interval | 4.5 | 5.8
Never | 95.9 | 94.8
Lower 95% confidence interval | 95.5 | 94.2
Upper 95% confidence interval | 96.3 | 95.5

Sample size (rounded) | 2350 | 2340
"""
    )
    labels = made.dimensions[0].codes
    assert not made.additive
    assert [labels[c.parent].words for c in labels if c.parent is not None] == ["Often", "Often", "Never", "Never"]
    assert len(made.observed()) == 12


def test_large_numbers_of_one_length_are_amounts_and_those_that_begin_with_nought_are_names() -> None:
    made = one(
        "Lamps\nHarbour | Lamps lit | Post\nAmbleby | 1230500 |0012345\nCorrie | 9872100 |0012346\nTotal | 11102600 |"
    )
    assert [o.value for o in made.observed()] == [Decimal(1230500), Decimal(9872100), Decimal(11102600)]


def test_a_separator_of_codes_between_rows_says_nothing() -> None:
    made = one(
        """
Lamps lit
Time period | Category | Oil | Gas
[Not applicable] | CDID | YBF1 | L2K2
2018 | Annual lamps | 98 | 85
2019 | Annual lamps | 100 | 99
[Not applicable] | CDID | ECY3 | ECY4
2021 Apr | Monthly lamps | 95 | 91
"""
    )
    assert codes(made, 0) == ["2018", "2019", "2021 Apr"]
    assert len(made.observed()) == 6


def test_a_row_of_which_is_a_part_of_the_row_before_it_and_parts_are_the_same_where_no_sum_proves_them() -> None:
    made = one(
        """
LMP0101: Lamps broken, by kind and cause, Arden, 2019 to 2020
Kind | Cause | 2019 | 2020
Oil | Wind | 10 | 20
 | Theft | 5 | x
 | All causes | 15 | 26
of which: brass | Wind | 4 | 9
 | Theft | 1 | 2
 | All causes | 5 | 11
Gas | Wind | 40 | 41
 | Theft | 8 | 9
 | All causes | 48 | 50
All lamps | Wind | 50 | 61
 | Theft | 13 | 15
 | All causes | 63 | 76
"""
    )
    assert made.measure == "Lamps broken"
    assert codes(made, 1) == ["Wind", "Theft", "All causes"]
    brass = next(c for c in made.dimensions[0].codes if "brass" in c.words)
    assert brass.parent is not None
    assert made.dimensions[0].codes[brass.parent].words == "Oil"


def test_the_mark_of_a_rows_standing_is_no_part_of_its_name() -> None:
    made = one(
        """
Lamps lit, quarterly
Year | Quarter | Oil | Gas
2018 | Jan - Mar | 100 | 10
 | Apr - Jun | 110 | 11
 | Jul - Sep | 120 | 12
 | Oct - Dec | 130 | 13
2019 | Jan - Mar [r] | 140 | 14
 | Apr - Jun [p] | 150 | 15
"""
    )
    time = made.dimensions[0]
    assert time.role is Role.TIME
    assert [c.words for c in time.codes][-2:] == ["2019 Q1", "2019 Q2"]
    assert [o.status for o in made.observed()][-4:] == ["revised", "revised", "provisional", "provisional"]


def test_years_are_days_where_a_stock_is_counted_on_one_day_of_each() -> None:
    made = one(
        """
Table 1: Lamps in store by kind, Arden
Number of lamps as at 31 March
 | 2019 | 2020 | 2021
Oil | 10 | 20 | 30
Gas | 40 | 50 | 60
All lamps | 50 | 70 | 90
"""
    )
    time = next(d for d in made.dimensions if d.role is Role.TIME)
    assert [c.as_at.first for c in time.codes if c.as_at] == [date(year, 3, 31) for year in (2019, 2020, 2021)]


QUARTERS = [
    ("2018", "October to December", date(2018, 10, 1), date(2018, 12, 31)),
    ("2018", "Oct to Dec", date(2018, 10, 1), date(2018, 12, 31)),
    ("2018/19", "April to June", date(2018, 4, 1), date(2018, 6, 30)),
    ("2018/19", "January to March", date(2019, 1, 1), date(2019, 3, 31)),
    ("2018/19", "Q1", date(2018, 4, 1), date(2018, 6, 30)),
]


@pytest.mark.parametrize(("year", "quarter", "first", "last"), QUARTERS)
def test_a_quarter_called_by_its_months_is_those_of_its_year(year: str, quarter: str, first: date, last: date) -> None:
    made = one(
        f"""
Lamps lit, by quarter
Year | Quarter | Oil | Gas
{year} | {quarter} | 100 | 10
{year} | July to September | 110 | 11
{year} | All year | 450 | 40
"""
    )
    period = made.dimensions[0].codes[0].period
    assert period is not None
    assert (period.start, period.end) == (first, last)


@pytest.mark.parametrize(
    ("heads", "whole"),
    [
        ("Boats,Total tonnage,Red,Blue,Green", "Boats"),
        ("Number of halls,Total floor space,Stone,Brick,Timber", None),  # "number of" makes them measures
        ("Inspections,Total deck length,North,South,East", "Inspections"),
        ("Trams,Tonnage,Red,Blue,Green", None),  # nothing says that it is the total of something else
    ],
)
def test_a_quantity_of_another_kind_stands_between_a_whole_and_its_parts(heads: str, whole: str | None) -> None:
    rows: list[list[Cell]] = [
        [str(y), 300 + y % 7, 90_000 + 7 * y, 100 + y % 5, 120 + y % 7, 80 - y % 5] for y in range(2001, 2011)
    ]
    one = dataset(xlsx({"T": [["Things seen at each harbour"], ["Year", *heads.split(",")], *rows]}), "t.xlsx")
    told = [c.words for c in one.dimensions[-1].codes if c.total]
    assert told == ([whole] if whole else [])
