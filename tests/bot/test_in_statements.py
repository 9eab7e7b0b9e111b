"""Statements and letters to committees: kinds told apart, numbers put right, what a sentence takes from the one before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.bot.conftest import of_text

GARAGES = "We hold this only for the council garages, which serviced 4,100 vans in 2017, of which 8% failed."
MUSEUMS = "The university museums lent 900 paintings last year, of which 30% went abroad."
LIFEBOATS = "Crews of the inshore lifeboats answered 400 calls, of which 5% were hoaxes."

CASES: list[tuple[str, str, str]] = [
    # a share of one kind is none of another
    (GARAGES, "What share of private garages' vans failed?", ""),
    (GARAGES, "What share of council garages' vans failed?", "8%"),
    (GARAGES, "What share of vans failed?", "8%"),
    (MUSEUMS, "What proportion of town museums' paintings went abroad?", ""),
    (MUSEUMS, "What proportion of the paintings lent by university museums went abroad?", "30%"),
    (LIFEBOATS, "What share of the offshore lifeboats' calls were hoaxes?", ""),
    (LIFEBOATS, "What share of the inshore lifeboat calls were hoaxes?", "5%"),
]


@pytest.mark.parametrize(("text", "question", "value"), CASES, ids=lambda v: v[:50])
def test_the_figure_asked_for_and_no_other(tmp_path: Path, text: str, question: str, value: str) -> None:
    with of_text(tmp_path / "record", text, date(2018, 6, 18)) as desk:
        assert [f.value for f in desk.ask(question).figures][:1] == ([value] if value else [])
