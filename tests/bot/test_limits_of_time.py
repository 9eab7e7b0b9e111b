"""Limits of time: the same however they are told, and never the other side of one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answer import Status
from bot.desk import Desk
from corpus.extract.lengths import in_ones

WAITS = (
    "Clinics\n\n40 patients waited more than a month. Another 75 waited for at least 24 months. In all 900 were seen."
)
NURSES = "Nurses\n\nMost of the nurses had served for at least 12 months. The home has 80 beds."
TRAMS = "Trams\n\nThe depot has 90 trams. 14 trams were out of service for over two weeks, and 3 for less than a day."


@pytest.mark.parametrize(
    ("text", "asked", "value"),
    [
        (WAITS, "how many waited more than a month", "40"),
        (WAITS, "how many waited more than one month", "40"),
        (WAITS, "How many waited at least two years?", "75"),
        (TRAMS, "How many trams were out of service for more than 14 days?", "14"),
    ],
)
def test_the_same_limit_is_found_in_other_units(made: Callable[..., Desk], text: str, asked: str, value: str) -> None:
    assert [f.value for f in made(text).ask(asked).figures] == [value]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (WAITS, "how many waited less than a month"),
        (WAITS, "How many waited up to 24 months?"),
        (WAITS, "How many waited more than a week?"),
        (NURSES, "had most of the nurses served for at least two years?"),
        (NURSES, "Did most of the nurses serve for less than a year?"),
        (TRAMS, "how many trams were out of service for under a fortnight"),
    ],
)
def test_another_limit_or_its_other_side_is_not(made: Callable[..., Desk], text: str, asked: str) -> None:
    assert made(text).ask(asked).status is Status.NOT_IN_RECORD


@pytest.mark.parametrize(
    "asked",
    [
        "had most of the nurses served for at least a year?",
        "Had most of the nurses served one year or more?",
        "had most of the nurses served 12 months or more",
    ],
)
def test_whether_most_reached_it_is_told(made: Callable[..., Desk], asked: str) -> None:
    answer = made(NURSES).ask(asked)
    assert answer.status is Status.ANSWERED
    assert "at least 12 months" in answer.text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("over a week late", "over one week late"),
        ("a year or more", "one year or more"),
        ("40 a year", "40 a year"),
        ("more than a year and a half", "more than a year and a half"),
        ("over a day a week", "over a day a week"),
    ],
)
def test_one_of_a_length_is_told_as_one(text: str, read: str) -> None:
    assert in_ones(text) == read
