"""Rows in blocks with totals of their own, lists that "of which:" begins, years among their quarters, keys of marks."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.cube import Code, Dataset, Dimension, Role
from corpus.formats.statistics.notes import marks_defined
from corpus.formats.statistics.trees import listed_together
from tests.corpus.statistics.tables import document
from tests.corpus.statistics.workbooks import rows_of, xlsx


def one(written: str, merged: list[str] | None = None) -> Dataset:
    [made] = document(xlsx({"Table_1": rows_of(written)}, merged or []), "boats.xlsx").datasets
    return made


def coded(dimension: Dimension, words: str) -> Code:
    return next(c for c in dimension.codes if c.words == words)


LICENCES = """
Table 3: Boats licensed, by kind, licence and crew, 2009 and 2010

Kind of boat | 2009 | | | | | | 2010 | | | | |
 | Full licence | | | Day licence | | | Full licence | | | Day licence | |
 | Lone | Crewed | All boats | Lone | Crewed | All boats | Lone | Crewed | All boats | Lone | Crewed | All boats
Canoes | 10 | 20 | 30 | 4 | 5 | 9 | 11 | 21 | 32 | 5 | 6 | 11
Rafts | 30 | 41 | 71 | 7 | 8 | 15 | 31 | 42 | 73 | 8 | 9 | 17
Barges | 52 | 63 | 115 | 9 | 12 | 21 | 50 | 60 | 110 | 7 | 11 | 18
"""
LICENCES_MERGED = ["B3:G3", "H3:M3", "B4:D4", "E4:G4", "H4:J4", "K4:M4"]


def test_the_total_of_a_year_under_two_headings_is_of_that_year() -> None:
    made = one(LICENCES, LICENCES_MERGED)
    (time,) = (d for d in made.dimensions if d.role is Role.TIME)
    assert [c.words for c in time.codes] == ["2009", "2010"]
    others = [[c.words for c in d.codes] for d in made.dimensions if d.role is not Role.TIME]
    assert others[1:] == [["Full licence", "Day licence"], ["Lone", "Crewed", "All boats"]]
    seen = list(made.observed())
    assert len(seen) == 36
    assert all(n >= 0 for o in seen for n in o.codes)


@pytest.mark.parametrize(
    ("labels", "steps", "told"),
    [
        (["Losses", "of which: at sea", "in harbour", "Thefts"], [2, 6, 16, 2], [2, 6, 6, 2]),
        (["Staff", "of whom: on watch", "on leave", "ill", "Guests"], [0, 2, 10, 10, 0], [0, 2, 2, 2, 0]),
        (["Tickets", "of which: day", "Season", "adult"], [0, 2, 4, 6], [0, 2, 4, 6]),
    ],
)
def test_what_goes_on_a_list_stands_in_as_far_as_it(labels: list[str], steps: list[int], told: list[int]) -> None:
    assert listed_together(labels, steps) == told


COUNTIES = """
Table 1: Lifeboat launches by station, England, 2021 and 2022
County and station | 2021 | 2022
Cumbria | |
  Ravenness | 20 | 22
  Silloth Quay | 10 | 11
Cumbria total | 30 | 33

Cornwall | |
  Porth Carrow | 31 | 35
  Mellin Cove | 15 | 16
Cornwall total | 46 | 51

England total | 76 | 84
"""


def test_the_total_of_the_country_stands_in_none_of_its_counties() -> None:
    made = one(COUNTIES)
    county, station = (d for d in made.dimensions if d.role is not Role.TIME)
    whole = station.codes.index(coded(station, "England total"))
    held = {o.codes[0] for o in made.observed() if o.codes[1] == whole}
    assert [c.words for c in county.codes] == ["Cumbria", "Cornwall"]
    assert held == {-1}
    assert station.codes[whole].total


YEARS = """
Table 2: Ferry crossings by quarter, Arden, April 2020 to March 2022
Period | Crossings | Late crossings
Apr to Jun 2020 | 100 | 10
Jul to Sep 2020 | 140 | 12
Oct to Dec 2020 | 90 | 11
Jan to Mar 2021 | 80 | 9
2020 to 2021 total | 410 | 42
Apr to Jun 2021 | 110 | 11
Jul to Sep 2021 | 150 | 13
Oct to Dec 2021 | 95 | 12
Jan to Mar 2022 | 85 | 10
2021 to 2022 total [p] | 440 | 46
"""


def test_a_year_that_is_called_the_total_of_its_quarters_is_that_year() -> None:
    time = next(d for d in one(YEARS).dimensions if d.role is Role.TIME)
    year = coded(time, "2020 to 2021")
    assert year.period is not None
    assert (year.period.start, year.period.end) == (date(2020, 4, 1), date(2021, 3, 31))
    assert all(c.period is not None for c in time.codes)


@pytest.mark.parametrize(
    ("rows", "mark", "words"),
    [
        ([["-   Nil."]], "-", "Nil"),
        ([["..  Not available."]], "..", "Not available"),
        ([["*", "Withheld, since the number is small."]], "*", "Withheld, since the number is small"),
    ],
)
def test_a_key_may_set_a_mark_apart_by_space_alone(rows: list[list[str]], mark: str, words: str) -> None:
    assert marks_defined(rows) == {mark: words}


@pytest.mark.parametrize("line", ["-  Boats are counted once.", "*   Includes rafts.", "- Nothing to report"])
def test_a_bullet_or_a_note_defines_no_mark(line: str) -> None:
    assert marks_defined([[line]]) == {}
