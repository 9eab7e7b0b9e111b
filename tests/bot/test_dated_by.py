"""A date that is told to be that of an event, and words that people use for one another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

TABLE = [
    (
        "The line took 90 berths. Of these, 37 were bought after May 2009, when the harbour master resigned.",
        "How many berths were bought after the harbour master resigned?",
        "37",
    ),
    (
        "The line took 90 berths. Of these, 37 were bought after May 2009, when the harbour master resigned.",
        "How many berths were bought after the harbour master was fined?",
        "",
    ),
    (
        "Some 52 stewards were engaged before March 2010, when the inspectors warned the guild.",
        "How many stewards were hired before the inspectors raised the alarm?",
        "52",
    ),
    (
        "Some 52 stewards were engaged before March 2010, when the inspectors warned the guild.",
        "How many stewards were hired before the inspectors warned the guild?",
        "52",
    ),
    ("About 300 guests travelled by tram in May.", "How many guests were ferried about by tram?", "300"),
    ("Twelve stewards were engaged in a quarrel.", "How many stewards were hired?", ""),
    (
        "Some 80 bids were received. Of these, 20 were approved and 60 were refused.",
        "What share of the bids got the go-ahead?",
        "25%",
    ),
]


@pytest.mark.parametrize(("text", "question", "value"), TABLE, ids=[row[1] for row in TABLE])
def test_it_is_found_in_other_words(made: Callable[..., Desk], text: str, question: str, value: str) -> None:
    answer = made(f"{text}\n\nIt rained.\n", date(2012, 5, 10)).ask(question)
    assert [str(f.value) for f in answer.figures][:1] == ([value] if value else []), answer.text
