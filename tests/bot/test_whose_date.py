"""Whose date it is and between whom it was: of several persons in one sentence, the one who is asked about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

PORTS = "Helen Brook was appointed Minister for Ports on 12 May 2010, replacing Neil Farrow, minister since 2007."
TRAMS = "Kay Lund, chief inspector since 3 March 2009, succeeded Paul Oates, who had held the post since 2001."
HARBOUR = "Captain Joe Marsh was harbourmaster between 2004 and 2011, and Eve Stone has been it since September 2011."
WARDEN = "Ann Rudd held the post of warden from 2015 to 2018."


@pytest.mark.parametrize(
    ("told", "asked", "head"),
    [
        (PORTS, "Since when had Neil Farrow been minister?", "2007."),
        (PORTS, "When did Neil Farrow become minister?", "2007."),
        (PORTS, "Since when has Helen Brook been Minister for Ports?", "12 May 2010."),
        (PORTS, "When was Neil Farrow replaced?", "12 May 2010."),
        (TRAMS, "Since when has Kay Lund been chief inspector?", "3 March 2009."),
        (TRAMS, "Since when had Paul Oates held the post?", "2001."),
        (HARBOUR, "Since when has Eve Stone been harbourmaster?", "September 2011."),
        (WARDEN, "When did Ann Rudd hold the post?", "From 2015 to 2018."),
        (WARDEN, "When did Ann Rudd stop being warden?", "2018."),
    ],
)
def test_a_date_is_of_the_person_named_before_it(made: Callable[..., Desk], told: str, asked: str, head: str) -> None:
    assert made(told, date(2019, 9, 9)).ask(asked).text.startswith(head)


@pytest.mark.parametrize(
    ("told", "asked", "both"),
    [
        (
            "Harbour dispute\n\nA dispute between Dame Ruth Alder, the chair of the Board, and Sir Neil Farrow, its "
            "chief executive, led to two resignations.",
            "Who was the dispute between?",
            ("Dame Ruth Alder", "Sir Neil Farrow"),
        ),
        (
            "Library row\n\nA row broke out between Dr. Helen Brook and Mr. Tom Hale over the closure of the library.",
            "Between whom was there a row?",
            ("Dr. Helen Brook", "Mr. Tom Hale"),
        ),
        (
            "Tram quarrel\n\nThe quarrel between the mayor, Lord Pole, and the Bishop of Marsh began in May.",
            "Who was the quarrel between?",
            ("Lord Pole", "the Bishop of Marsh"),
        ),
    ],
)
def test_between_whom_it_was(made: Callable[..., Desk], told: str, asked: str, both: tuple[str, str]) -> None:
    answer = made(told, date(2014, 9, 9)).ask(asked)
    assert all(name in answer.headline for name in both)
