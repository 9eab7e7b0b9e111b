"""What something was before it rose or fell is told, or worked out, and is never what it is since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

GRANT = "Grants\n\nKent\u2019s library grant is \u00a3187,000, which is \u00a38,400 more than it gets this year."
TOLL = "Tolls\n\nThe toll is \u00a36, which is \u00a32 more than last year."
WARDENS = "Wardens\n\nThe number of wardens fell by 40 to 310."
FARES = "Fares\n\nTram fares rose from \u00a33 to \u00a34."
ASKED = [
    (GRANT, "What was Kent's library grant before the \u00a38,400 increase?", "178600"),
    (GRANT, "What was Kent's library grant before the \u00a39,000 increase?", ""),
    (GRANT, "What is Kent's library grant?", "187000"),
    (TOLL, "What was the toll before the \u00a32 rise?", "4"),
    (TOLL, "How much was the toll before it went up?", "4"),
    (TOLL, "What was the toll before the 10% cut?", ""),
    (WARDENS, "How many wardens were there before the cut?", "350"),
    (WARDENS, "How many wardens were there before the rise?", ""),
    (FARES, "What was the tram fare before the rise?", "3"),
    (FARES, "What was the tram fare before the \u00a31 increase?", "3"),
]


@pytest.mark.parametrize(("text", "question", "value"), ASKED, ids=[row[1] for row in ASKED])
def test_it_is_undone(made: Callable[..., Desk], text: str, question: str, value: str) -> None:
    answer = made(text, date(2012, 5, 10)).ask(question)
    assert [f.value for f in answer.figures] == ([value] if value else []), answer.text
