"""Whose deed is counted: what one did is not what another did, nor what was done by nobody who is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answer import Status
from bot.desk import Desk
from bot.rephrased import rephrased

BOATS = "Boats\n\nThe coastguard lost 14 boats in 2015. Volunteers crewed 75 lifeboats. Some 30 lifeboats were stolen."
BOOKS = (
    "Libraries\n\nThe county shut 12 libraries and kept 40. The union saved 3 of the libraries. "
    "The readers returned 9,000 books."
)
DIVERS = (
    "Divers\n\nThe harbour board trained 240 divers last year. Some 35 of them were hurt. Inspectors recommended 60 "
    "divers for a medal. The surgeon examined 18 divers in May."
)


@pytest.mark.parametrize(
    ("text", "asked", "value"),
    [
        (BOATS, "the coastguard lost how many boats in 2015", "14"),
        (BOATS, "Volunteers crewed how many lifeboats?", "75"),
        (BOOKS, "The county shut how many libraries?", "12"),
        (BOOKS, "How many of the libraries did the union save?", "3"),
        (BOOKS, "readers returned how many books", "9000"),
        (DIVERS, "the surgeon examined how many?", "18"),
        (DIVERS, "The inspectors recommended how many divers for a medal?", "60"),
        (DIVERS, "How many of the divers were hurt?", "35"),
    ],
)
def test_what_they_did_is_counted(made: Callable[..., Desk], text: str, asked: str, value: str) -> None:
    answer = made(text).ask(asked)
    assert [str(f.value) for f in answer.figures] == [value]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (BOATS, "thieves lost how many boats"),
        (BOATS, "How many lifeboats did the volunteers steal?"),
        (BOOKS, "How many libraries did the union shut?"),
        (BOOKS, "the union returned how many books"),
        (DIVERS, "How many divers did the surgeon hurt?"),
        (DIVERS, "the union trained how many divers?"),
    ],
)
def test_what_another_did_is_not(made: Callable[..., Desk], text: str, asked: str) -> None:
    assert made(text).ask(asked).status is Status.NOT_IN_RECORD


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        (
            "the board let off how many of the crews after the trial?",
            "how many of the crews did the board let off after",
        ),
        ("In May how many boats sank?", "In May how many boats sank?"),
        ("The minister said how many boats were lost?", "The minister said how many boats were lost?"),
        ("40 boats set out, how many sank?", "how many"),
    ],
)
def test_a_question_in_the_order_of_a_statement_is_read_in_its_own(asked: str, read: str) -> None:
    assert read in rephrased(asked)
