"""Data files as programs write them: an index of the rows, years run together, areas of one name told apart by code."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from corpus.cube import Role
from corpus.formats.statistics.vocabulary import parted
from tests.corpus.statistics.tables import dataset, values
from tests.corpus.statistics.workbooks import rows_of, xlsx

PIERS = """"","pier","deck","201516","201617","201718"
"1","Ambleby","upper_deck",127,193,196
"2","Ambleby","deck_1",332,353,372
"3","Ambleby","deck_2",305,408,434
"""
FERRIES = """,route_name,route_code,201819,201920,202021,YOY18to19
0,Ambleby,E06000047,2.5,2.8,3.1,0.3
1,Corrie,E06000005,24.5,27.5,28.8,3.0
2,Dunmore,E10000009,3.1,3.3,NA,0.2
3,Dunmore,E06000059,NA,NA,3.7,NA
"""
BERTHS = """Table 1: Berths dug with public money
|
Year to 31 March (except where shown)|Berths dug|Length of quay dug
Notes|(Note 2)|(Note 2)
Units|Berths|Metres
2010-11|1953|1775
2011-12|2137|1942
2012-13 (Revised)|1976|1796
2013-14|2961|2691
2014-15 so far (year to 30 Sep 14) (Note 1)|1960|1782
Total from 1 April 2010 to 30 Sep 2014|10987|9986
"""
ENDING = """Year ending 30 June,Boats,Crews
2019,12,40
2020,14,41
2021,15,47
"""


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [(PIERS, "deck", ["2015/16", "2016/17", "2017/18"]), (FERRIES, "route name", ["2018/19", "2019/20", "2020/21"])],
)
def test_years_run_together_head_columns_beside_an_index_of_the_rows(table: str, column: str, words: list[str]) -> None:
    made = dataset(table)
    [times] = [d for d in made.dimensions if d.role is Role.TIME]
    assert [c.words for c in times.codes] == words
    assert column in [d.name for d in made.dimensions]
    assert not any({"0", "1", "2"} <= {c.words for c in d.codes} for d in made.dimensions)


def test_what_stands_beside_the_years_is_a_measure_of_its_own() -> None:
    made = dataset(FERRIES)
    [measures] = [d for d in made.dimensions if d.role is Role.MEASURE]
    assert "YOY18to19" in [c.words for c in measures.codes]


def test_areas_of_one_name_are_told_apart_by_their_codes() -> None:
    made = dataset(FERRIES)
    assert values(made, route_name="Dunmore (E10000009)", time="2018/19") == [Decimal("3.1")]
    assert values(made, route_name="Dunmore (E06000059)", time="2020/21") == [Decimal("3.7")]
    assert values(made, route_name="Ambleby", time="2020/21") == [Decimal("3.1")]


def test_numbers_that_look_like_years_run_together_stay_values() -> None:
    made = dataset("Pier,Visitors,Fares\nAmbleby,201516,88\nCorrie,199812,91\nDunmore,4021,77\n")
    assert values(made, Pier="Ambleby") == [Decimal(201516), Decimal(88)]


def test_years_to_a_day_are_times_though_their_heading_says_more() -> None:
    made = dataset(xlsx({"Dug": rows_of(BERTHS)}), "berths.xlsx")
    [times] = [d for d in made.dimensions if d.role is Role.TIME]
    assert [c.words for c in times.codes][:4] == ["2010-11", "2011-12", "2012-13", "2013-14"]
    first = times.codes[0].period
    assert first is not None
    assert (first.start, first.end) == (date(2010, 4, 1), date(2011, 3, 31))


def test_a_heading_says_on_which_day_its_years_end() -> None:
    [times] = [d for d in dataset(ENDING).dimensions if d.role is Role.TIME]
    ends = [c.period.end for c in times.codes if c.period is not None]
    assert ends == [date(2019, 6, 30), date(2020, 6, 30), date(2021, 6, 30)]


@pytest.mark.parametrize("heading", ["Total 2012-2016", "Boats holed 2012 to 2016"])
def test_the_heading_of_the_only_values_says_what_time_they_are_of(heading: str) -> None:
    for table in (f"Cause,{heading}\nFog,8\nIce,9\nRocks,4\n", f"Cause,Coast,{heading}\nFog,N,8\nIce,N,9\nFog,S,2\n"):
        period = dataset(table).period
        assert period is not None
        assert (period.start, period.end) == (date(2012, 1, 1), date(2016, 12, 31))


@pytest.mark.parametrize(
    ("name", "headings", "words"),
    [
        ("lampglassharbour", ["year", "harbour", "lamps"], {"lamp", "harbour", "glass"}),
        ("ferrycoastseats", ["Coast", "seats", "Year"], {"seat", "coast", "ferry"}),
        ("harbourlamps", ["harbour", "lamps"], {"lamp", "harbour"}),
        ("lampglass by harbour", ["harbour", "lamps"], set()),
        ("transplantations", ["plant", "year"], set()),
        ("harbourlampshipboats", ["harbour", "lamps"], {"lamp", "harbour", "shipboats"}),
    ],
)
def test_a_name_run_together_of_its_headings_and_one_word_more(name: str, headings: list[str], words: set[str]) -> None:
    assert set(parted(name, headings).split()) == words


WARDENS = """Table 6: Lamp wardens1 and pier keepers, north and south piers2, 30 September 2013 to 2015
|
|Lamp wardens1|Pier keepers
30 September 2013|70|38
30 September 20143|71|33
30 September 20154|65|32
Source: Harbour Office
1 Excludes those lent to others.
2 Excludes the old pier.
3 The number of keepers is an estimate.
4 Counted a day late.
"""
LISTED = """Table 7: Piers by coast
|
|Piers|Boats
North Coast1|7|3
South Coast|8|4
1 Excludes piers in ruins.
9 Piers were added in the year.
"""


def test_notes_that_count_from_one_on_with_a_space_alone_are_taken_off_years_and_names() -> None:
    made = dataset(xlsx({"T6": rows_of(WARDENS)}), "wardens.xlsx")
    [times] = [d for d in made.dimensions if d.role is Role.TIME]
    assert [c.as_at.last for c in times.codes if c.as_at] == [date(year, 9, 30) for year in (2013, 2014, 2015)]
    assert "Lamp wardens" in [c.words for d in made.dimensions for c in d.codes]
    assert "piers, 30 September 2013" in made.title


def test_lines_that_begin_with_numbers_in_no_turn_are_no_notes() -> None:
    made = dataset(xlsx({"T7": rows_of(LISTED)}), "piers.xlsx")
    assert "North Coast1" in [c.words for d in made.dimensions for c in d.codes]
