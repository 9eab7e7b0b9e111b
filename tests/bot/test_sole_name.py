"""The one name that a document has for what it is about."""

from __future__ import annotations

import pytest

from bot.question import read
from bot.sole_name import named_in_full, sole_names

TOLD = (
    "The Wick Fell Tunnel was opened in 1970.",
    "Some 40 wardens work in the tunnel.",
    "Edwin Moss spoke of the tunnel; Moss had been there.",
    "The Dale Ferry and the Rye Ferry sail by; a ferry sank.",
)
TOPIC = frozenset({"tunnel", "moss", "ferry"})


def test_a_name_is_sole_where_no_other_of_its_kind_is_named() -> None:
    assert sole_names(TOLD, TOPIC) == {"Wick Fell Tunnel"}
    assert sole_names(TOLD, frozenset()) == frozenset()


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("How many wardens work in the Wick Fell Tunnel?", True),
        ("How many cars use the Wick Fell Tunnel?", True),
        ("How many wardens did the Wick Fell Tunnel hire?", False),
        ("How many wardens live in Wick?", False),
    ],
)
def test_whoever_names_it_in_full_asks_no_more(question: str, named: bool) -> None:
    assert bool(named_in_full(read(question).wanted, {"Wick Fell Tunnel"})) is named
