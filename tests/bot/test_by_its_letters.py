"""A body that is named by its letters says what it estimates, and nobody's letters that are no body's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

PIERS = "Piers\n\nIn a reply of 3 May 2012, the DfT estimated that 110 piers in Wales had closed."
GUARDS = "Guards\n\nThe TUC estimated that 310 guards had left. The ferry firm said that 290 guards had left."
BOATS = "Boats\n\nHowever, the RNLI estimates that 40 boats sank in May 2012."
ASKED = [
    (PIERS, "How many piers in Wales had closed, according to the DfT?", "110"),
    (PIERS, "How many piers in Wales had closed, according to the CAA?", ""),
    (GUARDS, "How many guards left, according to the TUC?", "310"),
    (GUARDS, "How many guards left, according to the ferry firm?", "290"),
    (BOATS, "how many boats sank in May 2012 according to RNLI", "40"),
]


@pytest.mark.parametrize(("text", "question", "value"), ASKED, ids=[row[1] for row in ASKED])
def test_it_gives_its_number(made: Callable[..., Desk], text: str, question: str, value: str) -> None:
    answer = made(text, date(2012, 5, 30)).ask(question)
    assert [f.value for f in answer.figures] == ([value] if value else []), answer.text
