"""A number that is claimed in other words than the record's: it is held against the record's own for the same thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answer import Status
from bot.claimed_count import asked_for
from bot.desk import Desk

SEALS = "Seals\n\nIn all, 317 of the 1,204 seals were freed from the pens after January 2004."
BOATS = "Boats\n\nIn all, 25 lifeboats were scrapped. Volunteers rescued about 61 walkers from the cliffs."
COURTS = "Deer\n\nThe wardens counted 840 deer. In 130 cases the rangers had recommended a cull. Nobody was hurt."


@pytest.mark.parametrize(
    ("text", "asked", "lead", "value"),
    [
        (SEALS, "was it more than 500 who got out after January 2004", "No: ", "317"),
        (SEALS, "is it true that at least 300 of them got out after January 2004?", "Yes: ", "317"),
        (BOATS, "was it 40 lifeboats that were broken up", "The record gives another figure: ", "25"),
        (BOATS, "was it 90 walkers who were saved", "The record gives another figure: ", "61"),
        (BOATS, "was it more than 90 people who were pulled off the cliffs", "The record\u2019s own figure: ", "61"),
        (COURTS, "Is it right that the rangers wanted 200 of them culled?", "The record gives another figure: ", "130"),
    ],
)
def test_a_claim_is_held_against_the_number(
    made: Callable[..., Desk], text: str, asked: str, lead: str, value: str
) -> None:
    answer = made(text).ask(asked)
    assert answer.text.startswith(lead)
    assert [f.value for f in answer.figures] == [value]
    assert answer.question == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (SEALS, "was it more than 500 who escaped from court"),
        (BOATS, "is it true that 40 of them were insured"),
        (COURTS, "was it 12 who were hurt in Wales"),
    ],
)
def test_of_what_is_not_told_nothing_is_said(made: Callable[..., Desk], text: str, asked: str) -> None:
    assert made(text).ask(asked).status is Status.NOT_IN_RECORD


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("was it 500 who got out", "how many got out?"),
        ("were there 40 tugs that sank in May?", "how many tugs sank in May?"),
        ("Is it true that the mayor sold 9 of the halls?", "how many of the halls did the mayor sold?"),
        ("was it 500 or 600 who got out", ""),
        ("was it half who got out", ""),
        ("did they go", ""),
    ],
)
def test_a_claim_is_asked_for_as_a_number(text: str, number: str) -> None:
    assert asked_for(text) == number
