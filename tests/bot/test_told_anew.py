"""A number that the record puts right or takes back no longer answers as the one that stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.answer import Status
from bot.desk import Desk


@pytest.mark.parametrize(
    ("told", "asked", "right"),
    [
        (
            'Ms Ruth Alder spoke to the House. "I told the House last week that 36 lifeboat stations were without a '
            'full crew," she said. "I regret to say that the number is 41."',
            "How many lifeboat stations were without a full crew?",
            "41",
        ),
        (
            "The Transport Secretary said last month that the ferry subsidy would cost £62m. It is £26m, her "
            "department admitted yesterday.",
            "How much will the ferry subsidy cost?",
            "26000000",
        ),
        (
            "Engineers looked at 640 bridges.\n\nAn earlier version of this article said that 18 bridges were unsafe; "
            "it was 81.",
            "How many bridges were unsafe?",
            "81",
        ),
    ],
)
def test_the_right_number_answers(made: Callable[..., Desk], told: str, asked: str, right: str) -> None:
    answer = made(told, date(2019, 3, 14)).ask(asked)
    assert [f.value for f in answer.figures] == [right]
    assert answer.supersedes


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (
            "We published a figure of 1,240 stray dogs in our bulletin. This figure is withdrawn because of an error "
            "in the returns.",
            "How many stray dogs were there?",
        ),
        ("The agency has withdrawn its estimate that 14,000 homes stood empty.", "How many homes stood empty?"),
        (
            "The Coastguard said in May that crews had been called out 610 times. It retracted the figure in June and "
            "has given no other.",
            "How many times were crews called out?",
        ),
    ],
)
def test_a_number_taken_back_does_not_stand(made: Callable[..., Desk], told: str, asked: str) -> None:
    answer = made(told, date(2019, 3, 14)).ask(asked)
    assert answer.status is Status.NOT_KNOWN
    assert not answer.figures


def test_one_mans_claim_taken_back_leaves_the_other(made: Callable[..., Desk]) -> None:
    told = "Mr Oates withdrew his claim that 350 homes had been flooded. The council said that 35 homes were flooded."
    assert [f.value for f in made(told, date(2019, 3, 14)).ask("How many homes were flooded?").figures] == ["35"]
