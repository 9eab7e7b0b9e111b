"""Tables whose headings say a time beside what they count; marks, scales and rates of some of their columns."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from corpus.cube import Role
from corpus.records import Qualifier
from tests.corpus.statistics.tables import dataset, document, labels_of
from tests.corpus.statistics.workbooks import rows_of, xlsx

LIFEBOATS = """Table 2: Lifeboat launches and people rescued, by coast, 2021 to 2023
Coast|Launches 2021|Launches 2022 [r]|Launches 2023 [p]|Rescued 2022|Rescued 2023|Night launch rate 2023 (%) [note 1]
All coasts | 70 | 75 | 80 | 31 | 35 | 22.5
North | 40 | 42 | 45 | 20 | 21 | 20.1
South | 30 | 33 | 35 | 11 | 14 | [x]
"""
READERS = """Table 1: Library members by sex, Arden
Library | Male 2021-22 | Female 2021-22 | All 2021-22 | Male 2022-23 | Female 2022-23 | All 2022-23
Ambleby | 10 | 12 | 22 | 13 | 15 | 28
Corrie | 20 | 21 | 41 | 22 | 26 | 48
"""
DRIVERS = """Table 3: Tram drivers and conductors
Depot|Drivers at 1 May 2022|Drivers at 1 May 2023|Conductors at 1 May 2022|Conductors at 1 May 2023|Change 2022-23
East | 100 | 110 | 40 | 38 | 10
West | 90 | 85 | 30 | 29 | -5
"""


@pytest.mark.parametrize(
    ("sheet", "times", "rest", "labels", "value"),
    [
        (
            LIFEBOATS,
            ["2021", "2022", "2023"],
            ["Launches", "Rescued", "Night launch rate"],
            {"South", "2022", "Rescued"},
            11,
        ),
        (
            READERS,
            ["2021-22", "2022-23"],
            ["Male", "Female", "All"],
            {"Corrie", "2022-23", "Female"},
            26,
        ),
        (
            DRIVERS,
            ["1 May 2022", "1 May 2023"],
            ["Drivers", "Conductors", "Change 2022-23"],
            {"West", "1 May 2023", "Conductors"},
            29,
        ),
    ],
)
def test_a_time_that_ends_a_heading_is_told_apart(
    sheet: str, times: list[str], rest: list[str], labels: set[str], value: int
) -> None:
    one = dataset(xlsx({"T": rows_of(sheet)}), "t.xlsx")
    clock = next(d for d in one.dimensions if d.role is Role.TIME)
    words = [c.words for d in one.dimensions[1:] if d is not clock for c in d.codes]
    assert [_bare(c.words) for c in clock.codes] == times
    assert words == rest
    held = [o.value for o in one.observed() if labels <= {_bare(w) for w in labels_of(one, o).values()}]
    assert held == [Decimal(value)]


def _bare(words: str) -> str:
    return words.removeprefix("at ")


@pytest.mark.parametrize(
    "heads",
    [
        "Born 1961 | Born 1962 | Born 1963",  # a trait of those who are counted
        "Boats built since 1990 | Boats built since 2000 | Boats built since 2010",
        "Ships 1990 | Crews 2001 | Piers 2010",  # nothing is counted twice
    ],
)
def test_a_year_that_is_no_time_of_the_count_is_left_in_its_heading(heads: str) -> None:
    one = dataset(
        xlsx({"T": rows_of(f"Table 1: Boats\nPort | {heads}\nAmbleby | 4 | 5 | 6\nCorrie | 7 | 8 | 9")}), "t.xlsx"
    )
    assert all(d.role is not Role.TIME for d in one.dimensions)


@pytest.mark.parametrize(
    ("measures", "marks"),
    [
        ("Launches,Of which at night", ["c", "c"]),
        ("Books lent,Books lost,Books mended", ["x", "x", "x"]),
        ("Trams run,Trams late", ["z", "z"]),
    ],
)
def test_one_mark_of_a_row_stands_for_each_of_its_empty_cells(measures: str, marks: list[str]) -> None:
    empty = "," * (len(marks) - 1)
    ones = ",".join("5" for _ in marks)
    found = document(f"Year,Port,{measures},Marker\n2021,Ambleby,{ones},\n2021,Corrie,{empty},{marks[0]}\n")
    hidden = [o for o in found.datasets[0].observed() if o.value is None]
    assert [o.mark for o in hidden] == marks
    assert len({(o.row, o.column) for o in hidden}) == len(marks)
    assert {found.text[o.start : o.end] for o in hidden} == {marks[0]}
    assert {o.qualifier for o in hidden} <= {Qualifier.SUPPRESSED, Qualifier.NOT_KNOWN}


@pytest.mark.parametrize(
    ("heads", "wholes"),
    [
        ("Launches,Of which by night", [True, False]),
        ("Readers,of whom children,of whom adults", [True, False, False]),
        ("Trams,Buses,Of which electric", [False, False, False]),  # of trams, or of buses
    ],
)
def test_what_others_say_that_they_are_of_is_their_whole(heads: str, wholes: list[bool]) -> None:
    numbers = ",".join(str(9 - n) for n, _ in enumerate(wholes))
    one = dataset(f"Year,Port,{heads}\n2021,Ambleby,{numbers}\n2022,Corrie,{numbers}\n")
    assert [c.total for c in one.dimensions[-1].codes] == wholes


SCALED = """Table 4: Ferry journeys, tickets sold and refusal rate by harbour
{}
Harbour | Piers surveyed\u00b9 | Journeys | Tickets sold | Refused\u00b2 (%)
Ambleby | 12 | 40.1 | 38 | 5.5
Corrie | 7 | 33.4 | 30.9 | 6.1
Dunmore | 9 | 12 | 11.2 | 7
Eskside | 11 | 13.8 | 12.1 | 4.2
Fenwick | 8 | 10.5 | 9.9 | 3.1

1. Those open in April.
"""


@pytest.mark.parametrize(
    "line",
    [
        "Thousands of journeys unless stated; source: harbour offices",
        "Thousands of ferry journeys",
        "Figures in thousands of journeys, unless otherwise stated",
    ],
)
def test_a_line_says_of_what_the_numbers_are_thousands(line: str) -> None:
    one = dataset(xlsx({"T": rows_of(SCALED.format(line))}), "t.xlsx")
    codes = one.dimensions[-1].codes
    assert one.scale == 1_000
    assert [(c.words, c.unit, c.scale, c.additive) for c in codes] == [
        ("Piers surveyed", "", 1, True),  # whole numbers, as no other column has them
        ("Journeys", None, 1_000, True),
        ("Tickets sold", None, 1_000, True),
        ("Refused", "%", 1, False),
    ]


SHORT_FERRIES = """Table 4: Ferry crossings by pier
Pier | Financial year ||||
| 18/19 | 19/20* | 20/21 | Total crossings
Corrie | 7 | 5 | 4~ | 16
Lochranza | 2 | 0 | 3 | 5
All piers | 9 | 5 | 7 | 21
"""
SHORT_LIBRARIES = """Table 5: Library loans by age of reader
Age of reader | Academic year 98/99 | 99/00 | 00/01 | Total loans
Under 18 | 12 | 14 | 9# | 35
18 and over | 8 | 6^ | 5 | 19
All | 20 | 20 | 14 | 54
"""
SHORT_DRIVERS = """Table 6: Tram drivers hired
Depot | 08/09 | 09/10 | 10/11
East | 11 | 10 | 12*
West | 9 | 8 | 7
"""


@pytest.mark.parametrize(
    ("sheet", "times", "start", "labels", "value"),
    [
        (
            SHORT_FERRIES,
            ["2018/19", "2019/20", "2020/21", "Total crossings"],
            date(2018, 4, 1),
            {"Corrie", "2020/21"},
            4,
        ),
        (
            SHORT_LIBRARIES,
            ["1998/99", "1999/00", "2000/01", "Total loans"],
            date(1998, 9, 1),
            {"18 and over", "1999/00"},
            6,
        ),
        (SHORT_DRIVERS, ["2008/09", "2009/10", "2010/11"], date(2008, 4, 1), {"East", "2010/11"}, 12),
    ],
)
def test_years_told_by_two_figures_each_are_years(
    sheet: str, times: list[str], start: date, labels: set[str], value: int
) -> None:
    one = dataset(xlsx({"T": rows_of(sheet)}), "t.xlsx")
    [told] = [d for d in one.dimensions if d.role is Role.TIME]
    assert [c.words for c in told.codes] == times
    assert [c.period and c.period.start for c in told.codes[:2]] == [start, start.replace(year=start.year + 1)]
    assert not [d for d in one.dimensions if d.role is Role.MEASURE]
    assert [o.value for o in one.observed() if labels <= set(labels_of(one, o).values())] == [Decimal(value)]


@pytest.mark.parametrize("heads", ["04/05 | 09/05 | 14/05", "01/02 | 05/06 | 09/10", "01/05 | 02/05 | 03/05"])
def test_days_and_months_told_by_two_figures_are_no_years(heads: str) -> None:
    one = dataset(xlsx({"T": rows_of(f"Table 7: Lamps lit\nPier | {heads}\nA | 1 | 2 | 3\nB | 4 | 5 | 6\n")}), "t.xlsx")
    assert not [d for d in one.dimensions if d.role is Role.TIME]


def test_a_total_that_is_no_sum_of_the_times_stands_beside_them() -> None:
    rows = SHORT_FERRIES.replace("| 16", "| 17")
    one = dataset(xlsx({"T": rows_of(rows)}), "t.xlsx")
    [told] = [d for d in one.dimensions if d.role is Role.TIME]
    assert [c.words for c in told.codes] == ["2018/19", "2019/20", "2020/21"]


@pytest.mark.parametrize(
    ("heading", "label", "first"),
    [
        ("Quarter", "{}/{}", "2019-04-01"),
        ("Calendar quarter", "{}.{}", "2019-04-01"),
        ("Year/Qtr", "{}-{}", "2019-04-01"),
        ("Batch", "{}/{}", None),
    ],
)
def test_a_year_and_a_number_are_a_quarter_where_the_heading_says_so(heading: str, label: str, first: str) -> None:
    rows = "".join(f"{label.format(y, q)},{100 * q + y}\n" for y in (2019, 2020) for q in (1, 2, 3, 4))
    one = dataset(f"{heading},Ferries moored\n{rows}")
    period = one.dimensions[0].codes[1].period
    assert (period.start.isoformat() if period and period.start else None) == first


def test_a_row_of_units_heads_no_labels() -> None:
    written = """Table 8: Lamps lit on the coast
Year to 31 March | Number of lamps | Length of coast
Notes | (Note 2) |
Units | Lamps | Miles
2010-11 | 3953 | 417
2011-12 (Revised) | 4137 | 419
2012-13 | 3976 | 418
"""
    one = dataset(xlsx({"T": rows_of(written)}), "t.xlsx")
    [time] = [d for d in one.dimensions if d.role is Role.TIME]
    assert [c.period and c.period.start for c in time.codes] == [date(2010, 4, 1), date(2011, 4, 1), date(2012, 4, 1)]


def test_times_of_something_that_some_rows_lack_are_times() -> None:
    rows = [
        f"{year},{port},{n + 4},{n}" for n, year in enumerate((*range(2001, 2015), "Unknown")) for port in ("A", "B")
    ]
    one = dataset("\n".join(["Year of landing,Coast,Port,Boats,Crew", *rows, ""]))
    assert [d.name for d in one.dimensions if d.role is Role.TIME] == ["Year of landing"]
