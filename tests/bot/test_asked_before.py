"""What a letter says that it was asked, and leaves open or keeps back in the sentence after."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.desk import Desk

LETTER = "Dear Mr Gray,\n\n{told} We ordered nine boats.\n\nYours sincerely,\n\nAnn Dow\n"
PRICE = (
    "You asked what we are paying the new builder, Wick Yards. The contract runs until the first boat is accepted, and "
    "I must decline to give the price."
)
CASES = [
    (
        "The board would like to know how many rafts have been resold in this way. We do not know.",
        "How many rafts have been resold?",
        "not_known",
    ),
    (
        "I was asked how many readers lost their tickets. We have no figures.",
        "How many readers lost their tickets?",
        "refused_on_record",
    ),
    (
        "The committee asked what the ferry cost. Unfortunately, I am unable to say.",
        "How much did the ferry cost?",
        "not_known",
    ),
    (PRICE, "How much is Wick Yards being paid?", "refused_on_record"),
    (PRICE, "What are we paying Wick Yards?", "refused_on_record"),
    (
        "Mrs Bird asked which tram drivers were dismissed. I am not willing to release those names.",
        "Which tram drivers were dismissed?",
        "refused_on_record",
    ),
]


@pytest.mark.parametrize(("told", "question", "status"), CASES, ids=[q for _, q, _ in CASES])
def test_what_was_asked_is_left_open_by_the_sentence_after(
    made: Callable[..., Desk], told: str, question: str, status: str
) -> None:
    answer = made(LETTER.format(told=told)).ask(question)
    assert answer.status.value == status, answer.text
    assert not answer.figures


def test_a_sentence_that_only_says_what_was_asked_is_no_answer(made: Callable[..., Desk]) -> None:
    desk = made(LETTER.format(told="You asked whether the pier leaks. I was asked who built the lock."))
    assert desk.ask("Does the pier leak?").status.value == "not_in_record"
    assert desk.ask("Who built the lock?").status.value == "not_in_record"
    assert [f.value for f in desk.ask("How many boats were ordered?").figures] == ["9"]
