"""Columns that are years of which a title says on which day they end: those twelve months, and no calendar years."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.cube import Role
from corpus.records import Nature
from tests.corpus.statistics.tables import dataset

TABLE = """{title}
Pier,2022,2023,2024
Ambleby,4,5,6
Corrie,7,8,9
"""
YEAR_TO_MARCH = (date(2023, 4, 1), date(2024, 3, 31))


@pytest.mark.parametrize(
    "said",
    [
        "years ending 31 March",
        "12 months ending March",
        "twelve months to March",
        "12 month periods ending March",
        "year ending March 2022 to year ending March 2024",
        "years ended 31 March 2022 to 2024",
        "12 months ending March 2022 to March 2024",
    ],
)
def test_years_end_where_the_title_says(said: str) -> None:
    made = dataset(TABLE.format(title=f'"Boats mended by pier, {said}"'))
    [times] = [d for d in made.dimensions if d.role is Role.TIME]
    last = times.codes[-1]
    assert last.period is not None
    assert (last.period.start, last.period.end) == YEAR_TO_MARCH
    assert made.nature is Nature.FLOW


@pytest.mark.parametrize(
    "said",
    [
        "year ending March 2024",
        "years ending March 2019 to 2022",
        "months to March",
        "years ending 31 December",
        "year to date",
    ],
)
def test_years_that_the_title_does_not_end_are_calendar_years(said: str) -> None:
    made = dataset(TABLE.format(title=f'"Boats mended by pier, {said}"'))
    [times] = [d for d in made.dimensions if d.role is Role.TIME]
    assert times.codes[-1].period is not None
    assert times.codes[-1].period.start == date(2024, 1, 1)
