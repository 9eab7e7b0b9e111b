"""Which columns of a table in thousands are counted one by one, and months with the raised number of a note."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.formats.statistics.measures import Measure
from corpus.formats.statistics.moments import month_number
from corpus.formats.statistics.one_by_one import one_by_one

LANDINGS = [Decimal(n) / 7 for n in range(100, 108)]


@pytest.mark.parametrize(
    ("heading", "numbers", "alone"),
    [
        ("Harbours surveyed", (41, 42, 47, 39, 44, 45), True),
        ("Harbours surveyed", (410, 420, 470, 390, 440, 450), False),  # rounded as only estimates are
        ("Landings, adjusted", (41, 42, 47, 39, 44, 45), False),  # another telling of the landings
        ("Crews asked", (7, 9, 12, 8, 7, 11), True),
    ],
)
def test_whole_numbers_beside_thousands_may_be_rounded(heading: str, numbers: tuple[int, ...], alone: bool) -> None:
    held = [LANDINGS, [Decimal(n) for n in numbers]]
    found = one_by_one(["Landings, as counted", heading], held, Measure("Landings", scale=1_000))
    assert found == ({1} if alone else frozenset())


@pytest.mark.parametrize(
    ("label", "month"), [("Apr\u00b9", 4), ("June\u00b2", 6), ("Sept \u2074", 9), ("Dec\u2020", 12)]
)
def test_the_mark_of_a_note_is_no_part_of_a_month(label: str, month: int) -> None:
    assert month_number(label) == month
