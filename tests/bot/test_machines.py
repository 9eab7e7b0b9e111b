"""Machines that break down or lie idle, in the words that people use; and the latest of what is told of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.breaking import out_of_order
from bot.desk import Desk
from tests.bot.conftest import of_text

TRAMS = """Trams and lifts

1. The council opened a tramway project, with a budget of £30 million, in March 2012. By the end of May 2014 it had \
spent £41 million.

2. In January 2014 the council told the assembly that 12 trams had failed. In all, 17 trams have failed. \
Nine drivers failed the medical test. Some 26 lifts failed an inspection. Five pumps overheated.

3. The other 44 trams were in a warehouse at Ryme. A study of the pumps is due in May 2015, at a cost of £90,000. \
We asked 500 owners about their pumps and 210 replied. Of those that replied, 31 per cent had never \
once switched their pumps on.
"""

ASKED = [
    ("How many trams have broken down?", "17"),
    ("how many of the trams broke down", "17"),
    ("How many lifts have broken down?", ""),
    ("How many of the drivers have broken down?", ""),
    ("How many pumps got too hot?", "5"),
    ("How many trams are sitting in storage?", "44"),
    ("What share of the owners who answered had never turned theirs on?", "31%"),
    ("How much has been spent?", "41000000"),
    ("By how much did the tramway go over budget?", "11000000"),
    ("By how much was the project over budget?", "11000000"),
    ("By how much did the library go over budget?", ""),
    ("How much under budget was the tramway?", ""),
    ("how much had the pump project cost by the end of May 2014", ""),
    ("how much had the project cost by the end of May 2014", "41000000"),
]


@pytest.fixture(scope="module")
def trams(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the invented report."""
    with of_text(tmp_path_factory.mktemp("trams"), TRAMS, date(2014, 9, 1)) as made:
        yield made


@pytest.mark.parametrize(("question", "value"), ASKED, ids=[q for q, _ in ASKED])
def test_it_is_answered_in_whatever_words(trams: Desk, question: str, value: str) -> None:
    answer = trams.ask(question)
    assert [f.value for f in answer.figures][:1] == ([value] if value else []), answer.text


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("How many ferries have broken down?", "How many ferries have gone out of order?"),
        ("How many lifts had since broken down?", "How many lifts had since gone out of order?"),
        ("When did the tram break down?", "When did the tram go out of order?"),
        ("How many loans were there, broken down by town?", "How many loans were there, broken down by town?"),
        ("How do the loans break down?", "How do the loans break down?"),
        ("Have the figures been broken down by age?", "Have the figures been broken down by age?"),
    ],
)
def test_a_machine_that_breaks_down_is_no_breakdown(asked: str, read: str) -> None:
    assert out_of_order(asked) == read
