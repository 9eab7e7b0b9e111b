"""Counts of those who did a thing, and of those whom it was done to; those who got it, and those who went without."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.desk import Desk
from tests.bot.conftest import of_text

MOORINGS = """Moorings and libraries, a review

The board asked 900 tram drivers about the depots. The library service paid 310 gardeners in May 2014.
The lifeboat crews warned 75 ferries that the pier was unsafe.

In all, 4,200 clubs applied for moorings. Some 380 clubs applied for moorings and were turned down.
The review received 64 letters. The council helped 52 tenants.
"""

ASKED = [
    ("How many tram drivers asked for a new depot?", "not_in_record", ""),
    ("How many gardeners paid the levy?", "not_in_record", ""),
    ("How many ferries warned the lifeboat crews?", "not_in_record", ""),
    ("How many tram drivers were asked about the depots?", "answered", "900"),
    ("How many gardeners were paid in May 2014?", "answered", "310"),
    ("How many tenants helped by the council?", "answered", "52"),
    ("How many clubs asked for moorings and didn't get them?", "answered", "380"),
    ("how many clubs applied for a mooring but never got one", "answered", "380"),
    ("How many clubs asked for moorings and got nothing?", "answered", "380"),
    ("How many clubs applied for moorings?", "answered", "4200"),
    ("How many tenants were helped but did not get anything?", "not_in_record", ""),
]


@pytest.fixture(scope="module")
def moorings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the invented review."""
    with of_text(tmp_path_factory.mktemp("moorings"), MOORINGS, date(2014, 9, 1)) as made:
        yield made


@pytest.mark.parametrize(("question", "status", "value"), ASKED, ids=[q for q, *_ in ASKED])
def test_it_is_told_of_those_who_did_it(moorings: Desk, question: str, status: str, value: str) -> None:
    answer = moorings.ask(question)
    assert answer.status == status, answer.text
    assert not value or [f.value for f in answer.figures] == [value], answer.text
