"""Reporting years by the day that their table names, or their subject has; columns of lengths of time; no action."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from corpus.cube import Role
from corpus.formats.statistics.vocabulary import readable, worded
from tests.corpus.statistics.tables import dataset

_ROWS = """2022,{0},Ambleby,10,3
2022,{0},Corrie,20,4
2023,{0},Ambleby,30,5
2023,{0},Corrie,40,6
"""


def _ends(said: str, name: str) -> list[date | None]:
    [time] = [d for d in dataset(said, name).dimensions if d.role is Role.TIME]
    return [code.period.end if code.period else None for code in time.codes]


@pytest.mark.parametrize(
    ("identifier", "measures", "name", "last"),
    [
        ("Reporting year", "boats_at31march,boats_lost", "boats.csv", date(2022, 3, 31)),
        ("Reporting year", "cases_count,episode_count", "cin_by_council.csv", date(2022, 3, 31)),
        ("Reporting year", "boats_seen,boats_lost", "boats.csv", date(2022, 12, 31)),
        ("Calendar year", "boats_at31march,boats_lost", "boats.csv", date(2022, 12, 31)),
    ],
)
def test_a_reporting_year_ends_on_the_day_of_its_table(identifier: str, measures: str, name: str, last: date) -> None:
    said = f"time_period,time_identifier,council,{measures}\n{_ROWS.format(identifier)}"
    assert _ends(said, name)[0] == last


def test_what_is_counted_each_year_is_no_time() -> None:
    said = "time_period,group,boats\n" + "".join(
        f"{year},{group},{n}\n"
        for n, year in enumerate((2021, 2022))
        for group in ("Boats launched each year", "Boats lost each year")
    )
    one = dataset(said)
    assert [d.name for d in one.dimensions] == ["time period", "group"]


_BANDS = "year,harbour,boats,under_6_months,6_months_less_than_1_year,1_year_or_more"


def test_columns_of_lengths_are_labels_of_one_whole() -> None:
    rows = "".join(f"202{n},Ambleby,{60 + 3 * n},{10 + n},{20 + n},{30 + n}\n" for n in range(4))
    one = dataset(f"{_BANDS}\n{rows}")
    length = next(d for d in one.dimensions if d.name == "Length of time")
    assert [c.words for c in length.codes] == [
        "Total",
        "less than 6 months",
        "6 months to less than 1 year",
        "1 year or more",
    ]
    assert [c.total for c in length.codes] == [True, False, False, False]
    assert Decimal(31) in [o.value for o in one.observed()]


def test_columns_that_do_not_come_to_it_are_measures() -> None:
    rows = "".join(f"202{n},Ambleby,{600 + 3 * n},{10 + n},{20 + n},{30 + n}\n" for n in range(4))
    one = dataset(f"{_BANDS}\n{rows}")
    assert all(d.name != "Length of time" for d in one.dimensions)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("no_further_action_count", "no further action count"),
        ("no_boats", "number boats"),
        ("at31march_boats", "at 31 March boats"),
        ("cla_group", "children looked after group"),
    ],
)
def test_short_words_of_a_heading_are_spelt_out(heading: str, words: str) -> None:
    assert worded(heading) == words


def test_a_file_is_called_by_what_it_is_about() -> None:
    assert readable("d2_cin_by_need.csv") == "D2 children in need by need"
    assert readable("boats_by_pier.csv") == "Boats by pier"
