"""A title that lists what its columns are of: a word of it is of that column, and of no other."""

from __future__ import annotations

import pytest

from bot.tables.listed_as import terms_listed
from bot.tables.words import features


@pytest.mark.parametrize(
    ("counted", "measures", "more"),
    [
        ("boat prices, pilot fees and tolls paid", ["Mean price", "Mean fee", "Mean toll"], ["boat", "pilot", "paid"]),
        ("choir subscriptions and hall hire costs", ["Subscriptions", "Costs"], ["choir", "hall"]),
        ("tram fares, ferry passes and drivers' wages", ["Wages", "Fares", "Passes"], ["driver", "tram", "ferry"]),
        ("boat prices and fees", ["Price", "Fee", "Wage"], ["", "", ""]),
        ("boat prices", ["Price", "Fee"], ["", ""]),
    ],
)  # fmt: skip
def test_a_part_of_a_title_is_of_one_measure(counted: str, measures: list[str], more: list[str]) -> None:
    found = terms_listed(counted, [features(one) for one in measures])
    for terms, word in zip(found, more, strict=True):
        assert features(word) <= terms
        assert bool(terms) == bool(word)
