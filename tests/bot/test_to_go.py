"""What is still to be done is what was to be, less what has been since, and never what has been."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

COOKS = "Cooks\n\nThe ferry firm was asked to hire 90 cooks and has hired 72."
BOOKS = "Books\n\nDale Library was told to lend 400 books. It has lent 310."
PARKS = "Parks\n\nWe plan to open 12 parks; we have opened 5."
TREES = "Trees\n\nThe board has planted 640 trees. It owns 900 spades to plant trees with."
ASKED = [
    (COOKS, "How many more cooks must the ferry firm hire?", "18"),
    (COOKS, "How many more cooks does the ferry firm still have to hire?", "18"),
    (COOKS, "How many cooks has the ferry firm hired?", "72"),
    (COOKS, "How many cooks must the ferry firm hire?", "90"),
    (BOOKS, "How many more books does Dale Library still have to lend?", "90"),
    (PARKS, "How many more parks are still to be opened?", "7"),
    (PARKS, "How many more parks will be opened?", "7"),
    (TREES, "How many more trees are still to be planted?", ""),
]


@pytest.mark.parametrize(("text", "question", "value"), ASKED, ids=[row[1] for row in ASKED])
def test_it_is_worked_out(made: Callable[..., Desk], text: str, question: str, value: str) -> None:
    answer = made(text, date(2012, 5, 10)).ask(question)
    assert [f.value for f in answer.figures] == ([value] if value else []), answer.text
