"""What is being spent is what is said to be going to be, where nothing is told as spent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

ASKED = [
    ("The harbour board will spend at least £32,000 on the Swim Well campaign.", "Swim Well", "32000"),
    ("The council plans to spend £2 million on buses.", "buses", "2000000"),
    ("The museum will be spending £40,000 on a new roof.", "the new roof", "40000"),
    ("The council plans to spend £2 million on buses.", "trams", ""),
]


@pytest.mark.parametrize(("text", "what", "value"), ASKED)
def test_a_sum_set_aside_is_being_spent(made: Callable[..., Desk], text: str, what: str, value: str) -> None:
    answer = made(f"Notice\n\n{text}", date(2012, 5, 10)).ask(f"how much is being spent on {what}")
    assert [f.value for f in answer.figures] == ([value] if value else []), answer.text
