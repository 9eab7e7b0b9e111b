"""What a document's title or topic says of all that it counts, where the question names it as a thing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

NOISE = """Noise Pollution: Licences

The board issued 412 licences for noise in the spring. In all 31 halls were above the limit in their licence. Nine \
firms have been prosecuted.
"""
REFUNDS = """Ferry passengers

By noon 2,310 passengers had been reimbursed. A survey of 900 passengers found that 71 per cent said that they were \
satisfied. There were 640 appeals, of which 210 were upheld.
"""
DOGS = """Kennels

In all 14 goats were put to sleep. Some 40 bylaws were tabled. In all 90 claims were put down to frost.
"""

TABLE = [
    (NOISE, "How many halls were over their pollution limit?", "answered", "31"),
    (NOISE, "How many firms have been prosecuted over the licences?", "answered", "9"),
    (NOISE, "How many firms were licensed?", "not_in_record", ""),
    (NOISE, "How many halls polluted a river?", "not_in_record", ""),
    (REFUNDS, "How many passengers got their money back?", "answered", "2310"),
    (REFUNDS, "How many appeals were successful?", "answered", "210"),
    (REFUNDS, "What percentage of passengers were happy?", "answered", "71%"),
    (DOGS, "How many goats were put down?", "answered", "14"),
    (DOGS, "How many bylaws were put down?", "answered", "40"),
    (DOGS, "How many claims were put down to frost?", "answered", "90"),
    (DOGS, "How many bylaws were put back?", "not_in_record", ""),
]


@pytest.mark.parametrize(("text", "question", "status", "value"), TABLE, ids=[row[1] for row in TABLE])
def test_what_a_document_is_about_goes_without_saying(
    made: Callable[..., Desk], text: str, question: str, status: str, value: str
) -> None:
    answer = made(text, date(2012, 3, 2)).ask(question)
    assert str(answer.status) == status, answer.text
    assert [f.value for f in answer.figures][:1] == ([value] if value else []), answer.text
