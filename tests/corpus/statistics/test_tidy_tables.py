"""A tidy table becomes a dataset: times merged, codes dropped, empty cells and marks told for what they are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cube import Role
from corpus.formats.statistics.vocabulary import worded
from corpus.records import Nature, Qualifier
from tests.corpus.statistics.tables import dataset, document, labels_of, reread, values

QUARTERS = """Date,Year,Quarter,Port,Coast,Number of lamp returns
2019-03-31,2019,1,Ambleby,North,12
2019-03-31,2019,1,Corrie,South,3
2019-06-30,2019,2,Ambleby,North,"1,014"
2019-06-30,2019,2,Corrie,South,*
"""


def test_date_year_and_quarter_are_one_time_of_three_months() -> None:
    one = dataset(QUARTERS)
    time = one.dimensions[0]
    assert (time.role, time.name) == (Role.TIME, "Date, Year, Quarter")
    assert [(c.words, c.period and (c.period.start, c.period.end)) for c in time.codes] == [
        ("2019 Q1", (date(2019, 1, 1), date(2019, 3, 31))),
        ("2019 Q2", (date(2019, 4, 1), date(2019, 6, 30))),
    ]


def test_what_is_counted_is_the_heading_of_the_numbers() -> None:
    one = dataset(QUARTERS)
    assert (one.measure, one.unit, one.nature, one.additive) == ("Number of lamp returns", "", Nature.FLOW, True)
    assert (one.title, one.rows) == ("Lamps", 4)


def test_a_column_that_another_settles_follows_it() -> None:
    one = dataset(QUARTERS)
    assert [(d.name, d.follows) for d in one.dimensions[1:]] == [("Port", None), ("Coast", 1)]


def test_a_suppressed_cell_has_no_value_and_says_so() -> None:
    found = document(QUARTERS)
    hidden = found.datasets[0].observed()[3]
    assert (hidden.value, hidden.qualifier, hidden.mark) == (None, Qualifier.SUPPRESSED, "*")
    assert (hidden.row, hidden.column, found.text[hidden.start : hidden.end]) == (5, 6, "*")
    assert reread(found) == 4


HEADINGS = "time_identifier,time_period,geographic_level,country_name,region_code,region_name,la_name,kind,"
LEVELS = f"""{HEADINGS}perm_lamps,pct_lit
academic year,201617,national,Arden,,,,Total,30,5.5
academic year,201617,regional,Arden,R1,North,,Total,20,6
academic year,201617,regional,Arden,R2,South,,Total,10,x
academic year,201617,local authority,Arden,R1,North,Ambleby,Total,20,6
academic year,201617,local authority,Arden,R2,South,Corrie,Total,10,x
"""


def test_empty_areas_stand_for_all_where_a_column_of_levels_proves_it() -> None:
    one = dataset(LEVELS)
    names = [d.name for d in one.dimensions]
    assert names == ["time identifier, time period", "country name", "region name", "local authority name", "kind", ""]
    assert one.dimensions[2].codes[0].total
    assert one.dimensions[2].codes[0].words == ""
    assert values(one, region_name="", local_authority_name="", measure="permanent lamps") == [Decimal(30)]
    assert [c.total for c in one.dimensions[4].codes] == [True]


def test_an_academic_year_begins_in_september_and_several_measures_are_a_dimension() -> None:
    one = dataset(LEVELS)
    period = one.dimensions[0].codes[0].period
    assert period is not None
    assert (period.start, period.end) == (date(2016, 9, 1), date(2017, 8, 31))
    measures = one.dimensions[-1].codes
    assert [(c.words, c.unit, c.additive) for c in measures] == [
        ("permanent lamps", None, True),
        ("per cent lit", "%", False),
    ]


def test_without_such_proof_an_empty_label_says_nothing() -> None:
    one = dataset("Port,Berth,Lamps\nAmbleby,,12\nAmbleby,East,5\nAmbleby,West,7\nCorrie,Quay,7\n")
    assert [o.codes for o in one.observed()] == [(0, -1), (0, 0), (0, 1), (1, 2)]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("Port,Keeper\nAmbleby,Jo\nCorrie,Al\n", "no column holds numbers"),
        ("1,2\n3,4\n5,6\n", "no column says what"),
        ("Port,Lamps\nAmbleby,1\nAmbleby,2\nCorrie,3\n", "rows 2 and 3 have the same labels"),
        ("Ref,Title\n0012345,a lamp\n0012346,a boat\n", "no column holds numbers"),
    ],
)
def test_what_is_no_statistical_table_is_words_and_says_why(said: str, sentence: str) -> None:
    found = document(said)
    assert not found.datasets
    assert sentence in found.left_out[0]
    assert found.searched is not None
    assert found.searched[0].of(found.text).startswith(said.split(",")[0])


@pytest.mark.parametrize("sign", [",", "\t", ";", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_delimiter_and_encoding_gives_the_same_dataset(sign: str, encoding: str) -> None:
    said = "Port;Year;Lamps\nCafé;2019;12\nQuai;2019;1014\n".replace(";", sign)
    one = dataset(said.encode(encoding))
    assert [(labels_of(one, o)["Port"], o.value) for o in one.observed()] == [
        ("Café", Decimal(12)),
        ("Quai", Decimal(1014)),
    ]


@given(
    st.lists(
        st.tuples(st.text("ab cé", min_size=1, max_size=6).filter(str.strip), st.integers(-10_000, 10_000)),
        min_size=2,
        max_size=12,
        unique_by=lambda pair: " ".join(pair[0].split()),  # however spaced, it is one label
    )
)
def test_every_number_is_read_again_at_its_own_place(rows: list[tuple[str, int]]) -> None:
    found = document("Port,Lamps\n" + "".join(f"{name},{number}\n" for name, number in rows))
    assert reread(found) == len(rows)
    assert [o.value for o in found.datasets[0].observed()] == [number for _, number in rows]


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("DailyBoatsSeen", "Daily Boats Seen"),
        ("TotalBerth2Checks", "Total Berth 2 Checks"),
        ("boats_lost", "boats lost"),
        ("Boats lost", "Boats lost"),
        ("CO2", "CO2"),
    ],
)
def test_words_that_a_data_file_runs_together_are_told_apart(heading: str, words: str) -> None:
    assert worded(heading) == words


def test_a_data_file_that_leaves_out_what_was_not_yet_counted_has_its_measures() -> None:
    gaps = "".join(f"2021-05-0{n},Ambleby,,,{n}00,\n" for n in range(1, 7))
    one = dataset(f"Date,Harbour,DailyBoats,TotalBoats,TotalCrew,TotalDogs\n{gaps}2021-05-07,Ambleby,3,40,700,9\n")
    measures = next(d for d in one.dimensions if d.role is Role.MEASURE)
    assert [(c.words, c.nature) for c in measures.codes] == [
        ("Daily Boats", Nature.FLOW),
        ("Total Boats", Nature.STOCK),
        ("Total Crew", None),
        ("Total Dogs", None),
    ]


CASES = """Year,{heading},Harbour,Weather,Outcome
2017,1,Ambleby,Fog,Towed home
2017,2,Corrie,Gale,Towed home
2017,3,Ambleby,Fog,Sunk
2018,1,Dunmore,Calm,Sunk
2019,1,Ambleby,Gale,Towed home
"""
COUNTS = """Year,Number,Harbour
2017,1,Ambleby
2017,3,Corrie
2018,1,Ambleby
2018,2,Corrie
2019,4,Ambleby
"""


@pytest.mark.parametrize("heading", ["Number", "No.", "Case number", "Serial no"])
def test_a_column_that_numbers_the_rows_of_a_list_counts_nothing(heading: str) -> None:
    found = document(CASES.format(heading=heading))
    assert not found.datasets
    assert "none of its columns holds numbers that count something" in " ".join(found.left_out)


def test_small_counts_number_no_rows() -> None:
    assert [int(v) for v in values(dataset(COUNTS)) if v is not None] == [1, 3, 1, 2, 4]


def test_a_list_that_is_numbered_right_through_has_its_own_counts() -> None:
    lines = ("No.,Pier,Lamps", "1,Ambleby,12", "2,Corrie,9", "3,Dunmore,11", "4,Eskside,7")
    one = dataset("\n".join(lines))
    assert (one.measure, [d.name for d in one.dimensions]) == ("Lamps", ["Pier"])


@pytest.mark.parametrize(
    ("heading", "last"),
    [("Date of entry to port", 2019), ("Date of move to depot", 2018), ("Period to which due", 2020)],
)
def test_whole_years_are_times_whatever_their_heading_goes_on_to_say(heading: str, last: int) -> None:
    lines = (f"{heading},Boats,Trams", f"{last - 2},9,4", f"{last - 1},8,5", f"{last},7,3")
    time = next(d for d in dataset("\n".join(lines)).dimensions if d.role is Role.TIME)
    assert [c.period and c.period.end for c in time.codes][-1] == date(last, 12, 31)


def test_few_rows_with_the_labels_of_another_leave_no_table_as_words() -> None:
    rows = [f"{year},Port {n},{n}" for year in (2018, 2019) for n in range(40)]
    found = document("\n".join(["Year,Port,Lamps", *rows, "2019,Port 3,17", ""]))
    assert len(found.datasets[0].observed()) == 81
    [said] = found.left_out
    assert said.endswith(
        "rows 45 and 82 have the same labels, and a figure that would be of only one of them is not given"
    )


@pytest.mark.parametrize(
    ("said", "role", "labels"),
    [
        (
            "Year,Port,Section,Lamps\n2018,Ambleby,8.1,3\n2018,Ambleby,8.2,4\n2018,Ambleby,10,9\n2018,Corrie,8.1,2\n",
            Role.CATEGORY,
            ["8.1", "8.2", "10"],
        ),
        (
            "Year of landing,Coast,Boats,Crew\n2018,North,12,40\n2019,North,14,50\n2018,South,3,9\n2019,South,5,8\n",
            Role.TIME,
            ["2018", "2019"],
        ),
    ],
)
def test_the_first_column_of_numbers_that_tells_rows_apart_holds_labels(
    said: str, role: Role, labels: list[str]
) -> None:
    one = dataset(said)
    made = next(d for d in one.dimensions if [c.words for c in d.codes] == labels)
    assert made.role is role


@pytest.mark.parametrize("headings", ["Male,Female,Recorded as unknown", "Women,Men", "Boys,Girls,Not stated"])
def test_columns_of_the_sexes_tell_the_same_people_apart(headings: str) -> None:
    count = len(headings.split(","))
    rows = [f"2019-03-31,2019,1,{','.join('5678'[:count])}", f"2019-06-30,2019,2,{','.join('4321'[:count])}"]
    one = dataset("\n".join((f"Date,Year,Quarter,{headings}", *rows)))
    parts = one.dimensions[-1]
    assert (parts.role, parts.name, [c.words for c in parts.codes]) == (Role.CATEGORY, "Sex", headings.split(","))


@pytest.mark.parametrize("headings", ["Male,Boats", "Men,Women,Crews", "Females,Female leavers"])
def test_columns_that_count_more_than_the_sexes_are_measures(headings: str) -> None:
    count = len(headings.split(","))
    rows = [f"2019-03-31,2019,1,{','.join('5678'[:count])}", f"2019-06-30,2019,2,{','.join('4321'[:count])}"]
    one = dataset("\n".join((f"Date,Year,Quarter,{headings}", *rows)))
    assert one.dimensions[-1].role is Role.MEASURE


def test_labels_spelt_in_other_capitals_are_one_though_a_few_rows_are_told_twice() -> None:
    rows = [
        f"{year},Pier {n},{'Lit' if year < 2012 else 'lit'} lamp,{n}\n" for year in range(2010, 2014) for n in range(30)
    ]
    made = dataset("Year,Pier,Lamp,Lamps\n" + "".join(rows) + "2010,Pier 4,Lit lamp,9\n")
    assert [c.words for c in made.dimensions[2].codes] == ["Lit lamp"]
    apart = dataset("Year,Pier,Lamp,Lamps\n2010,North,AB,1\n2010,North,ab,2\n2011,North,AB,1\n2011,North,ab,4\n")
    assert [c.words for c in apart.dimensions[2].codes] == ["AB", "ab"]


@pytest.mark.parametrize(
    ("name", "nature"),
    [("awaiting_berth.csv", Nature.STOCK), ("berths_by_port.csv", Nature.FLOW), ("open_cases.csv", Nature.STOCK)],
)
def test_a_files_name_says_that_what_is_counted_on_days_was_in_hand(name: str, nature: Nature) -> None:
    table = "Date,Port,Applications\n2019-03-31,Ambleby,12\n2019-06-30,Ambleby,14\n2019-09-30,Ambleby,9\n"
    made = dataset(table, name)
    assert made.nature is nature
    assert all((c.as_at is not None) == (nature is Nature.STOCK) for c in made.dimensions[0].codes)


@pytest.mark.parametrize(
    ("total", "part", "whole"),
    [
        ("*Total North", "*Total", "*Total"),
        ("Total North", "All ports", "All"),
        ("North total", "Total", "Grand total"),
    ],
)
def test_the_total_of_one_label_over_all_of_another_column_is_of_that_label(total: str, part: str, whole: str) -> None:
    made = dataset(
        "Year,Coast,Port,Lamps\n2019,North,Ambleby,4\n2019,North,Corrie,3\n2019,South,Dunmore,2\n"
        f"2019,{total},{part},7\n2019,{whole},{part},9\n"
    )
    coast = next(d for d in made.dimensions if d.name == "Coast")
    assert [(c.words, c.total) for c in coast.codes] == [
        ("North", False),
        ("South", False),
        (whole.lstrip("*"), True),
    ]
    assert values(made, Coast="North", Port=part.lstrip("*")) == [Decimal(7)]


def test_a_total_of_one_label_in_rows_of_its_parts_stays_a_label() -> None:
    made = dataset(
        "Year,Coast,Port,Lamps\n2019,North,Ambleby,4\n2019,Total North,Corrie,3\n2019,South,Total,2\n"
        "2019,Total North,Total,7\n"
    )
    coast = next(d for d in made.dimensions if d.name == "Coast")
    assert [c.words for c in coast.codes] == ["North", "Total North", "South"]
