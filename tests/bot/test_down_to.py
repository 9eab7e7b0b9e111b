"""How far down a ranking those stand that are asked for: each end, and each depth of it, has a count of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

PORTS = "Harbours\n\nWales has 6 ports in the top 20, and 11 in the top 50."
LIBRARIES = "Libraries\n\nThe survey ranked them: 14 libraries were among the bottom 30 and 3 were in the top 30."
LIFEBOATS = "Lifeboats\n\nOf the lifeboats, 5 are in the world's top 40 and 2 in the top ten."
ASKED = [
    (PORTS, "How many Welsh ports are in the top 50?", "11"),
    (PORTS, "How many ports has Wales in the top 20?", "6"),
    (PORTS, "How many Welsh ports are in the top 10?", ""),
    (PORTS, "How many ports does Wales have?", ""),
    (LIBRARIES, "How many libraries were in the bottom 30?", "14"),
    (LIBRARIES, "How many libraries were in the top 30?", "3"),
    (LIFEBOATS, "How many lifeboats are in the top ten?", "2"),
    (LIFEBOATS, "How many lifeboats are among the top 40?", "5"),
    (LIFEBOATS, "How many lifeboats are in the bottom 40?", ""),
]


@pytest.mark.parametrize(("text", "question", "value"), ASKED, ids=[row[1] for row in ASKED])
def test_each_depth_has_its_own_count(made: Callable[..., Desk], text: str, question: str, value: str) -> None:
    answer = made(text, date(2018, 6, 18)).ask(question)
    assert [f.value for f in answer.figures] == ([value] if value else []), answer.text
