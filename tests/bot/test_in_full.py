"""Of whom a thing was done in full: told by those with whom it was completed, and by none with whom it was begun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.desk import Desk

BRIDGES = (
    "Bridges\n\nInspection was begun on 60 of the 210 bridges. Inspection had been completed on 34 of the bridges."
)
FERRIES = "Ferries\n\nThe survey of 12 ferries has been completed. The survey of 30 ferries has been started."
COMPLAINTS = "Complaints\n\nConsideration was started in 90 of the complaints. The board keeps 14 clerks."


@pytest.mark.parametrize(
    ("text", "asked", "values"),
    [
        (BRIDGES, "how many of the bridges had been fully inspected", ["34"]),
        (BRIDGES, "How many of the bridges were inspected in full?", ["34"]),
        (FERRIES, "how many ferries have been completely surveyed", ["12"]),
        (COMPLAINTS, "How many of the complaints were fully considered?", []),
    ],
)
def test_in_full_is_completed(made: Callable[..., Desk], text: str, asked: str, values: list[str]) -> None:
    assert [f.value for f in made(text).ask(asked).figures] == values
