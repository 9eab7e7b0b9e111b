"""What is left of a whole: those still so, those of whom the opposite is told, and one of two counted together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.answer import Answer, Status
from bot.desk import Desk

CLOSED = "Since 2010, 77 libraries have closed, of which 60 reopened under volunteers."
MOVED = "After the flood 480 households moved out of Marsh Lane. By August, 455 were back in their homes."
POWER = "In all, 340 homes lost power. Engineers reconnected 290 by Sunday night and a further 30 on Monday."
CATS = "Dogs and cats together accounted for 4,400 calls, of which 3,900 were about dogs."
TRAMS = "Enquiries about trams and buses together came to 7,200, of which 5,100 concerned buses."


def values(answer: Answer) -> list[str]:
    return [f.value for f in answer.figures]


@pytest.mark.parametrize(
    ("told", "asked", "left"),
    [
        (CLOSED, "How many libraries are still closed?", "17"),
        (CLOSED, "How many libraries have stayed closed?", "17"),
        (MOVED, "How many households are still out?", "25"),
        ("Some 66 trams were withdrawn; 58 are back in service.", "How many trams are still out of service?", "8"),
        ("Twelve bridges were closed and seven have been reopened.", "How many bridges are still closed?", "5"),
        ("The firm laid off 230 deckhands. It has taken 180 of them back.", "How many are still laid off?", "50"),
        ("Of 88 officers suspended in March, 70 were reinstated.", "How many officers are still suspended?", "18"),
        ("Fifty roads were flooded and 38 are passable.", "How many roads are still flooded?", "12"),
        (POWER, "How many homes were still without power?", "20"),
        ("Of 900 residents, 310 were not consulted.", "How many residents were consulted?", "590"),
        ("Inspectors looked at 40 lifts. Nine of the 40 were unsafe.", "How many lifts were safe?", "31"),
        ("Some 30 of the 200 crews were untrained.", "How many crews were trained?", "170"),
        (CATS, "How many calls were about cats?", "500"),
        (TRAMS, "How many enquiries were about trams?", "2100"),
        (
            "Ramps and lifts combined made up 310 repairs, 120 of them to lifts.",
            "How many repairs were to ramps?",
            "190",
        ),
    ],
)
def test_what_is_left_is_worked_out(made: Callable[..., Desk], told: str, asked: str, left: str) -> None:
    answer = made(told).ask(asked)
    assert values(answer) == [left]
    assert answer.status is Status.COMPUTED


@pytest.mark.parametrize(
    ("told", "asked", "said"),
    [
        (CLOSED, "How many libraries have closed?", "77"),
        (CLOSED, "How many libraries reopened?", "60"),
        (MOVED, "How many households moved out?", "480"),
        ("64 piers were closed. Fifty will reopen in May. Nine are still shut.", "How many piers are still shut?", "9"),
        (CATS, "How many calls were about dogs?", "3900"),
        (CATS, "How many calls were about dogs and cats?", "4400"),
        ("Of the 70 boats tested, 12 were unfit for sea.", "How many boats were tested?", "70"),
    ],
)
def test_what_is_told_is_told(made: Callable[..., Desk], told: str, asked: str, said: str) -> None:
    assert values(made(told).ask(asked))[:1] == [said]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Of 88 officers suspended in March, 70 were reinstated and five resigned.", "How many are still suspended?"),
        ("In 2012, 64 piers were closed. In 2013, seven piers were reopened.", "How many piers are still closed?"),
        ("Fifty roads were frozen and 38 are open again.", "How many roads are still frozen?"),
        ("Of 120 pilots, 45 said they had not been trained.", "How many pilots had been trained?"),
        ("Of 300 tenants, 40 were not interviewed and 25 were not traced.", "How many tenants were interviewed?"),
        ("The survey found that 15 of the 60 parks did not have a fence.", "How many parks did have a gate?"),
        ("Fuel and wages between them cost the ferry line £9.4 million.", "How much did fuel cost?"),
        ("Applications and appeals totalled 2,300 in March.", "How many appeals were there in March?"),
    ],
)
def test_what_does_not_add_up_is_not_said(made: Callable[..., Desk], told: str, asked: str) -> None:
    assert not values(made(told).ask(asked))


DETAINED = "Police said 77 people were detained, of whom 20 were released and 12 deported."
SEALS = "Some 140 seals were held at the sanctuary. Of these, 90 were returned to the sea and 15 died."
MINERS = "On Monday 12 miners were trapped. Nine were rescued on Tuesday and two on Wednesday."
CREW = "Ninety crew were held aboard. Forty were freed in May, of whom 10 were flown home, and 6 escaped."
FOOTBRIDGES = "The council closed 64 footbridges in March, of which 30 have since reopened and 9 were demolished."


@pytest.mark.parametrize(
    ("told", "asked", "value"),
    [
        (DETAINED, "How many people are still detained?", "45"),
        (DETAINED, "How many people were detained?", "77"),
        (SEALS, "How many seals are still held at the sanctuary?", "35"),
        (MINERS, "How many miners are still trapped?", ""),
        (MINERS, "How many miners were trapped?", "12"),
        (CREW, "How many crew are still held?", ""),
        (FOOTBRIDGES, "How many footbridges are still closed?", ""),
    ],
)
def test_by_whatever_way_they_came_out(made: Callable[..., Desk], told: str, asked: str, value: str) -> None:
    answer = made(told, date(2018, 6, 18)).ask(asked)
    assert [f.value for f in answer.figures] == ([value] if value else []), answer.text
