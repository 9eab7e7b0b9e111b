"""Numbers that are only called for, or a stage of what is asked for, answer no question of what is or was so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.desk import Desk
from tests.bot.conftest import of_text

PIERS = """Report on piers and ferries

The board recommends that every mooring claim be decided within 16 weeks. It wants the port to hire 40 pilots. \
It calls on the library service to close 12 branches. The tram company should train 75 drivers.

It takes the harbour office 31 weeks to settle a dispute. The port asked 60 skippers to leave and 25 left.

The board asks the council to:
- buy 18 lifeboats without delay;
- lend up to £5,000 to each crew.

The council bought three ferries. We set the starting point of the fee at £900. The fee is £650.

We put the ceiling of the grant at £80,000. The discount on the rent was £70.
"""

ASKED = [
    ("How long does it take to decide a mooring claim?", ""),
    ("How many pilots did the port hire?", ""),
    ("How many branches has the library service closed?", ""),
    ("How many drivers has the tram company trained?", ""),
    ("How many lifeboats did the council buy?", ""),
    ("How many pilots should the port hire?", "40"),
    ("How many branches should the library service close?", "12"),
    ("How many lifeboats should the council buy?", "18"),
    ("How long does it take to settle a dispute?", "31"),
    ("How many skippers were asked to leave?", "60"),
    ("How many ferries did the council buy?", "3"),
    ("How much is the fee?", "650"),
    ("How much is the grant?", ""),
    ("What is the ceiling of the grant?", "80000"),
    ("How much was the rent?", ""),
]


@pytest.fixture(scope="module")
def piers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the invented report."""
    with of_text(tmp_path_factory.mktemp("piers"), PIERS, date(2014, 9, 1)) as made:
        yield made


@pytest.mark.parametrize(("question", "value"), ASKED, ids=[q for q, _ in ASKED])
def test_what_is_wished_for_is_not_so(piers: Desk, question: str, value: str) -> None:
    answer = piers.ask(question)
    assert [f.value for f in answer.figures] == ([value] if value else []), answer.text
