"""The two dates that a question sets against each other, however it writes them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.ends import two_dates
from bot.question import read


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("How far did the number of boats rise between 3 and 17 June 2008?", date(2008, 6, 3), date(2008, 6, 17)),
        ("By how much did ferry fares go up from 1 to 30 April 2012?", date(2012, 4, 1), date(2012, 4, 30)),
        ("How many more lamps were lit between 5 May 2011 and 9 May 2011?", date(2011, 5, 5), date(2011, 5, 9)),
        ("Did complaints fall between the 4th and 28th of July 2010?", date(2010, 7, 4), date(2010, 7, 28)),
    ],
)
def test_two_days_of_one_month_are_two_dates(question: str, first: date, last: date) -> None:
    ends = two_dates(read(question))
    assert [(e.when.first, e.when.last) for e in ends if e.when is not None] == [(first, first), (last, last)]
