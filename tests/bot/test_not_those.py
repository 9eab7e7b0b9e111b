"""Figures in words that look like those asked for, and are of others: no answer is given from them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

GALLERY = """Night at the old mill

Eleven weavers lost their lives when the old mill burnt. The owners could not say how many had lived there.
"""
TRAMS = """Trams off the rails

In all 24 people died on the trams. Nine of the 24 people who died were on the line at Port Ennis.
"""
GLIDERS = """Gliders grounded

The number of pilots fell from 212 to 190. The inquiry led to 14 complaints being dropped.
"""
CHOIR = """Choirs sing on

Ticket sales dropped to 4,100 in the spring. Six tours were dropped after the flood.
"""
WHEAT = """Wheat at the docks

The price dropped by 30 pence, and the number of cargoes dropped to 85.
"""

TABLE = [
    (GALLERY, "How many people lived in the old mill?", "not_known", ""),
    (GALLERY, "How many weavers lost their lives?", "answered", "11"),
    (TRAMS, "How many died on trams other than those at Fell Cross?", "not_in_record", ""),
    (TRAMS, "How many people died on the trams?", "answered", "24"),
    (GLIDERS, "How many complaints were dropped?", "answered", "14"),
    (GLIDERS, "How many cases were dropped?", "answered", "14"),
    (CHOIR, "How many tours were dropped?", "answered", "6"),
    (WHEAT, "How many cargoes were dropped?", "not_in_record", ""),
]


@pytest.mark.parametrize(("text", "question", "status", "value"), TABLE, ids=[row[1] for row in TABLE])
def test_it_is_not_answered_from_others(
    made: Callable[..., Desk], text: str, question: str, status: str, value: str
) -> None:
    answer = made(text, date(2011, 6, 2)).ask(question)
    assert str(answer.status) == status, answer.text
    assert [f.value for f in answer.figures][:1] == ([value] if value else [])
