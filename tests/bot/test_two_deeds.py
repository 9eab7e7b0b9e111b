"""Those of one deed and those of another, added where the record counts nobody in both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

RIDERS = """Tram fares

Inspectors fined 210 riders. A further 35 riders were cautioned.
"""
VANS = """The barn fire

As well as the 14 vans that burnt, three of them new, 22 were scratched.
"""
FERRY = """The ferry

In the collision nine passengers were killed and 41 were injured. The police arrested 30 wreckers and charged 12.
"""
HARPS = """Harps

The guild sold 60 harps and mended 40 harps.
"""

TABLE = [
    (RIDERS, "How many riders were fined or cautioned?", "245"),
    (VANS, "How many vans were burnt or scratched?", "36"),
    (VANS, "How many vans were scratched?", "22"),
    (FERRY, "How many passengers were killed or injured?", "50"),
    (HARPS, "How many harps were sold or mended?", ""),
]


@pytest.mark.parametrize(("text", "question", "value"), TABLE, ids=[row[1] for row in TABLE])
def test_two_deeds_are_added_where_nobody_is_in_both(
    made: Callable[..., Desk], text: str, question: str, value: str
) -> None:
    answer = made(text, date(2011, 6, 2)).ask(question)
    assert [f.value for f in answer.figures][:1] == ([value] if value else []), answer.text
