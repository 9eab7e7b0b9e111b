"""Measures with a stroke: the letter after it ends a sentence as a unit, and begins no name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

ASKED = [
    ("The lead in the well is 55 \u00b5g/L.", "How much lead is in the well?", "55"),
    ("The top speed of a tug is 12 km/h.", "What is the top speed of a tug?", "12"),
    ("The salt in the broth is 3 g/L. Cooks add none.", "How much salt is in the broth?", "3"),
]


@pytest.mark.parametrize(("text", "question", "value"), ASKED)
def test_it_is_given_with_its_unit(made: Callable[..., Desk], text: str, question: str, value: str) -> None:
    answer = made(f"Notice\n\n{text}", date(2012, 5, 10)).ask(question)
    assert [f.value for f in answer.figures] == [value], answer.text
