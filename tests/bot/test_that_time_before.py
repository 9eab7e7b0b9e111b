"""A time that a question sets another against without naming it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.desk import Desk
from bot.that_time_before import said_outright

OUTRIGHT = [
    ("Did more boats sink in 2011-12 than the year before?", "Did more boats sink in 2011-12 than in 2010-11?"),
    (
        "how many more trips were lost in April to June 2013 than in the same months of 2011",
        "how many more trips were lost in April to June 2013 than in April to June 2011",
    ),
    ("Were there more loans in May 2012 than a year earlier?", "Were there more loans in May 2012 than in May 2011?"),
    ("How many more loans were there in 1999-2000 than a year before?", "in 1998-1999?"),
    # Nothing to tell it from, or a later year
    ("Did more boats sink than the year before?", ""),
    ("Did more boats sink in 2011 or 2012 than the year before?", ""),
    ("Were more lost in May 2011 than in the same month of 2013?", ""),
    ("How many boats sank in 2011?", ""),
]


@pytest.mark.parametrize(("question", "named"), OUTRIGHT, ids=[q for q, _ in OUTRIGHT])
def test_the_time_before_is_named(question: str, named: str) -> None:
    assert said_outright(question).endswith(named)
    assert bool(said_outright(question)) is bool(named)


def test_two_times_are_set_against_each_other(made: Callable[..., Desk]) -> None:
    wrecks = made("Wrecks caused 22 deaths in 2011-12, compared with 17 in the previous year.")
    assert [f.value for f in wrecks.ask("Did more people die in wrecks in 2011-12 than the year before?").figures] == [
        "5"
    ]
    trips = made("We lost 62 trips between April and June 2013. In the same three months of 2012 we lost 41.")
    asked = "How many more trips were lost in April to June 2013 than in the same months of 2012?"
    assert [f.value for f in trips.ask(asked).figures] == ["21"]
