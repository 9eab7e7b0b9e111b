"""Prices that are set beforehand, and the one thing that a document is about, named in full."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

TUNNEL = """Tunnel charges

The Wick Fell Tunnel was opened in 1970 and 40 wardens work there. Some 900 tickets were issued by mistake in the \
tunnel last year. From 1 May the charge for a car will rise from £3 to £4, for a coach from £9 to £12. About 200 \
lamps are lit in the tunnel. The tunnel has 12 doors. The Dale Road Bridge is not covered.
"""
FARES = """Ferry fares

The fare for an adult will fall from £6 to £5 in June, for a child from £3 to £2. The crossing carried 410 people.
"""
POOL = """Pool

The entry fee for a swimmer will increase from £7 to £8 next spring, for a club from £70 to £90.
"""

TABLE = [
    (TUNNEL, "What will a coach pay to use the Wick Fell Tunnel from May?", "answered", "12"),
    (TUNNEL, "How many tickets were issued by mistake in the Wick Fell Tunnel?", "answered", "900"),
    (TUNNEL, "How many tickets were issued by mistake on the Dale Road Bridge?", "not_in_record", ""),
    (TUNNEL, "What will the charge be for a lorry?", "not_in_record", ""),
    (FARES, "What will a child pay?", "answered", "2"),
    (FARES, "How much does a child pay now?", "answered", "3"),
    (FARES, "What will the fare for an adult be?", "answered", "5"),
    (POOL, "What will a club be charged?", "answered", "90"),
    (POOL, "How much will it cost to build?", "not_in_record", ""),
    (POOL, "Will the pool close?", "declined", ""),
]


@pytest.mark.parametrize(("text", "question", "status", "value"), TABLE, ids=[row[1] for row in TABLE])
def test_a_price_is_told_of_whom_it_is_asked(
    made: Callable[..., Desk], text: str, question: str, status: str, value: str
) -> None:
    answer = made(text, date(2012, 3, 2)).ask(question)
    assert str(answer.status) == status, answer.text
    assert [f.value for f in answer.figures][:1] == ([value] if value else []), answer.text
