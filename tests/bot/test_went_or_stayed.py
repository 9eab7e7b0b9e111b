"""Whether somebody went, who brought a matter out, and how many are left: told in other words than the question's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

LAMPS = """Lamps minister stays

Ada Holt, the Lamps Minister, told MPs that the lamps were lost. But she rejected calls to resign.

The disclosure came in a written answer to Piers Lowe, a Labour backbencher.
"""
PIERS = """Piers chief to go

Colin Daw, the chairman of the board, shrugged off demands to step down. The news emerged in reply to a question from \
Rosa Teal, the MP for Rye.
"""
LIBRARIES = """Libraries

The losses were blamed on the closure of three of the county's 11 libraries.
"""
HALLS = """Halls

The guild had 40 halls. Four of the 40 halls were sold in May.
"""
DEPOTS = """Tram depots

The board has nine depots. It mended two of the nine depots.
"""
LETTERS = """Letters

A letter now takes 71 days to answer, up from 23. The office's own target is 30 days.
"""
TOWS = """Tows

The harbour's target is 40 minutes. A tow takes 35 minutes on average.
"""
GRAVES = """Graves

A headstone takes 90 days to carve. The yard has a target of 12 headstones.
"""

TABLE = [
    (LETTERS, "Is the office meeting its target?", "answered", "No."),
    (LETTERS, "Is the office meeting its 30-day target?", "answered", "No."),
    (LETTERS, "Is the office meeting its 45-day target?", "not_in_record", ""),
    (TOWS, "Is the harbour hitting its target?", "answered", "Yes."),
    (GRAVES, "Is the yard meeting its target?", "not_in_record", ""),
    (LAMPS, "Did Ada Holt resign?", "answered", "No"),
    (LAMPS, "Whose question brought the matter to light?", "answered", "Piers Lowe"),
    (PIERS, "Who brought the affair to light?", "answered", "Rosa Teal"),
    (LIBRARIES, "How many libraries does the county have left?", "computed", "8"),
    (HALLS, "How many halls does the guild have left?", "computed", "36"),
    (DEPOTS, "How many depots does the board have left?", "not_in_record", ""),
]


@pytest.mark.parametrize(("text", "question", "status", "words"), TABLE, ids=[f"{r[1]}" for r in TABLE])
def test_it_is_told_in_other_words(
    made: Callable[..., Desk], text: str, question: str, status: str, words: str
) -> None:
    answer = made(text, date(2011, 6, 2)).ask(question)
    assert str(answer.status) == status, answer.text
    assert words in answer.text
