"""Lengths of time told in two units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.extract.numbers import quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("six hours and 20 minutes", [("380", "minutes")]),
        ("2 days, 4 hours", [("52", "hours")]),
        ("more than two years and three months", [("27", "months")]),
        ("40 minutes and 12 seconds", [("2412", "seconds")]),
        ("two years and 14 months", [("2", "years"), ("14", "months")]),
        ("six months and two days", [("6", "months"), ("2", "days")]),
        ("40 minutes and about 12 seconds", [("40", "minutes"), ("12", "seconds")]),
        ("20 minutes and six hours", [("20", "minutes"), ("6", "hours")]),
        ("six hours after 20 minutes", [("6", "hours"), ("20", "minutes")]),
    ],
)
def test_a_length_in_two_units_is_one_length(text: str, expected: list[tuple[str, str]]) -> None:
    found = quantities(text)
    assert [(q.value, q.unit) for q in found] == [(Decimal(v), u) for v, u in expected]
    assert all(q.number.of(text) in q.span.of(text) for q in found)


def test_its_qualifier_is_that_of_its_first_number() -> None:
    found = quantities("It took more than two years and three months.")
    assert [str(q.qualifier) for q in found] == ["more_than"]
