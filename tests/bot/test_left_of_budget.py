"""What is left of a budget, where what was spent stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

PIER = "Pier\n\nThe repair had cost £90,000 by May, against a budget of £120,000. Some 40 planks were laid.\n"
HALL = "Hall\n\nThe council spent £2 million on the new hall. Its budget was £5 million.\n"
TRAMS = "Trams\n\nThe tram works have cost £7 million so far, out of a budget of £6 million.\n"

MUSEUM = "Museum\n\nThe museum has a budget of £9 million. It spent £2 million of a £3 million gift on lifts.\n"
BOOKS = "Books\n\nThe library has a budget of £60,000 for books and has spent £22,000 on chairs.\n"
YEARS = "Port\n\nThe budget is £40 million. Last year's spending was £36 million.\n"

TABLE = [
    (PIER, "How much of the repair budget was left?", "computed", "30000"),
    (PIER, "How much of the budget for the lamps was left?", "not_in_record", ""),
    (HALL, "How much of the budget for the hall is still to be spent?", "computed", "3000000"),
    (HALL, "How much of the budget remains unspent?", "computed", "3000000"),
    (MUSEUM, "How much of the budget is left?", "not_in_record", ""),
    (BOOKS, "How much of the budget is left?", "not_in_record", ""),
    (YEARS, "How much of the budget is left?", "not_in_record", ""),
    (TRAMS, "How much of the budget for the trams is left?", "not_in_record", ""),
]


@pytest.mark.parametrize(("text", "question", "status", "value"), TABLE, ids=[row[1] for row in TABLE])
def test_what_is_left_is_the_budget_less_what_was_spent(
    made: Callable[..., Desk], text: str, question: str, status: str, value: str
) -> None:
    answer = made(text, date(2012, 6, 2)).ask(question)
    assert str(answer.status) == status, answer.text
    assert [f.value for f in answer.figures][:1] == ([value] if value else []), answer.text
