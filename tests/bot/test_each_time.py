"""So much each year, over several years: worked out where it is told how many, and never said to be all of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answer import Status
from bot.desk import Desk

GRANT = "The ministry will pay the ferry line £8 million a year over five years."
LEASE = "The lease of the hall costs £2.5m a year for 10 years."
PILOTS = "The harbour trained 60 pilots a year for four years."
HIRED = "The firm took on 35 conductors each month between January and June 2013."
RESCUES = "There were 120 rescues in 2010, 150 in 2011, 180 in 2012 and 230 in 2013."
FIRES = "Fires cost £3m in 2011, £4m in 2012 and £5m in 2013. Crews attended 900 fires in 2011 and 1,100 in 2013."
WEDDINGS = "The chapel held 31 weddings in 2006 and 36 in 2007. In 2009, 40 weddings were held."


@pytest.mark.parametrize(
    ("told", "asked", "right"),
    [
        (GRANT, "How much will the ministry pay the ferry line in total?", "40000000"),
        (GRANT, "How much will the ministry pay over the five years?", "40000000"),
        (LEASE, "How much will the lease of the hall cost in total?", "25000000"),
        (PILOTS, "How many pilots were trained over the four years?", "240"),
        (RESCUES, "What was the average number of rescues a year from 2010 to 2013?", "170"),
        (RESCUES, "What was the average number of rescues in 2010, 2011 and 2012?", "150"),
        (RESCUES, "What was the total number of rescues between 2010 and 2013?", "680"),
        (FIRES, "What was the average cost of fires a year from 2011 to 2013?", "4000000"),
    ],
)
def test_it_is_worked_out(made: Callable[..., Desk], told: str, asked: str, right: str) -> None:
    answer = made(told).ask(asked)
    assert answer.status is Status.COMPUTED
    assert [f.value for f in answer.figures] == [right]


@pytest.mark.parametrize(
    ("told", "asked", "right"),
    [
        (GRANT, "How much will the ministry pay the ferry line each year?", "8000000"),
        (LEASE, "How much does the lease of the hall cost a year?", "2500000"),
        (RESCUES, "How many rescues were there in 2012?", "180"),
        ("In all 39 calves died within a month of being born.", "How many calves died in total?", "39"),
    ],
)
def test_what_each_year_has_is_said(made: Callable[..., Desk], told: str, asked: str, right: str) -> None:
    assert [f.value for f in made(told).ask(asked).figures] == [right]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (HIRED, "How many conductors did it take on in total?"),
        (GRANT, "How much will the ministry pay over the six years?"),
        (FIRES, "What was the average number of fires a year from 2011 to 2013?"),
        (WEDDINGS, "How many weddings were held between 2006 and 2009?"),
        (RESCUES, "How many rescues were there in all?"),
        ("A fund for piers will run over four years, it was announced.", "How much was announced?"),
    ],
)
def test_nothing_is_said_of_what_is_not_told(made: Callable[..., Desk], told: str, asked: str) -> None:
    assert not made(told).ask(asked).figures
