"""What should have been done to so many is not told by a record that only says what nobody asked of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

DAY = date(2012, 5, 9)


@pytest.mark.parametrize(
    ("text", "question", "status", "told"),
    [
        ("The board let 640 pilots sail without any check of whether they should be fined.",
         "How many pilots should have been fined?", "not_in_record", ""),
        ("The board let 640 pilots sail without any check of whether they should be fined.",
         "How many pilots sailed without any check of whether they should be fined?", "answered", "640"),
        ("Officials closed 88 claims without asking whether they ought to be refunded.",
         "How many claims were meant to be refunded?", "not_in_record", ""),
        ("Inspectors left 31 mills without looking at whether they must be closed.",
         "How many mills were supposed to be closed?", "not_in_record", ""),
        ("Of the mills, 31 should have been closed.", "How many mills should have been closed?", "answered", "31"),
        ("Under the rules 12 kennels were meant to be inspected.",
         "How many kennels were meant to be inspected?", "answered", "12"),
    ],
)  # fmt: skip
def test_a_duty_is_told_by_who_tells_of_it(
    made: Callable[..., Desk], text: str, question: str, status: str, told: str
) -> None:
    answer = made(text, DAY).ask(question)
    assert str(answer.status) == status, answer.text
    assert told in answer.text
