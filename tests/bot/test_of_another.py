"""Answers that would be of another than the one asked about: another person, year, thing or deed of the same sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.answer import Status
from bot.desk import Desk

Case = tuple[str, str, str]
"""What is told, what is asked, and the figure or the words that answer; "" where nothing may."""

_GIVEN = (Status.ANSWERED, Status.COMPUTED, Status.CONFLICTING, Status.PARTIAL)


def _holds(made: Callable[..., Desk], told: str, asked: str, answer: str) -> None:
    got = made(told, date(2018, 6, 18)).ask(asked)
    if not answer:
        assert got.status not in _GIVEN, got.text
    elif answer.isdigit():
        assert [f.value for f in got.figures] == [answer], got.text
    else:
        assert got.status in _GIVEN, got.text
        assert answer in got.text, got.text


BARE: list[Case] = [
    ("Mr Clay, 54, was released on Tuesday.", "How old is Mr Clay?", "54"),
    ("The pilot, Ann Bell, 41, was rescued by a lifeboat.", "What is Ann Bell's age?", "41"),
    ("Sir Ned Ray, 71, and his son drowned in March.", "What age was Sir Ned Ray?", "71"),
    ("A total of 34 boats took part; 31 finished. Two sank and one was disqualified.", "How many boats sank?", "2"),
    ("At the depot 90 buses were checked. 75 passed and 15 failed.", "How many buses passed?", "75"),
    ("The library lent 60 maps. 12 tore but nobody was charged.", "How many maps tore?", "12"),
]


@pytest.mark.parametrize(("told", "asked", "answer"), BARE, ids=[asked for _, asked, _ in BARE])
def test_an_age_and_a_number_without_a_noun_pass_the_gate(
    made: Callable[..., Desk], told: str, asked: str, answer: str
) -> None:
    _holds(made, told, asked, answer)
