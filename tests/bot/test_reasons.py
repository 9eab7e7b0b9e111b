"""Why a thing was done or left undone: the reason of that very deed, and of none other that befell the same things."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.desk import Desk
from tests.bot.conftest import of_text

HARBOUR = """Harbour review

Some 40 lifeboats were sold, because their engines were worn. The harbour trust did not inspect the lifeboats. \
The trust's engineers said that an inspection would have cost too much and that they judged the danger to be small.

The library board closed 12 libraries. It refused our advice that it should publish its accounts, on the ground that \
bidders would learn its prices. The service attributes the loss to dearer paper.

The tram company mislaid 40 appeals in May 2013. It did not tell the board about the appeals until 9 July 2014. \
A grant was held back because each appeal had a fee of £25.

The tram company bought nine trams. Twelve skippers complained of the trams. It did not paint the trams. \
The trams were moved to the old depot because the \
new depot leaked.
"""

ASKED = [
    ("Why were the lifeboats sold?", "engines were worn"),
    ("Why weren't the lifeboats inspected?", "would have cost too much"),
    ("Why did the board refuse the advice?", "bidders would learn its prices"),
    ("Why was there a loss?", "dearer paper"),
    ("Why were the trams moved?", "the new depot leaked"),
    ("Why weren't the trams painted?", ""),
    ("Why were the libraries inspected?", ""),
    ("Why were the lifeboats refused?", ""),
    ("Why were appeals mislaid?", ""),
    ("When did the company tell the board about the appeals?", "9 July 2014"),
    ("How much is the fee for each appeal?", "25"),
    ("How much will each skipper get?", ""),
    ("How much did the trams give?", ""),
]


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the invented review."""
    with of_text(tmp_path_factory.mktemp("harbour"), HARBOUR, date(2014, 9, 1)) as made:
        yield made


@pytest.mark.parametrize(("question", "reason"), ASKED, ids=[q for q, _ in ASKED])
def test_the_reason_is_of_that_deed(harbour: Desk, question: str, reason: str) -> None:
    answer = harbour.ask(question)
    assert (answer.status == "answered") is bool(reason), answer.text
    assert reason in answer.text
