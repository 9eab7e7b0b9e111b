"""What an answer leaves open without naming it, and what figures are said to cover."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

CABLES = """Cable cars

3.30 pm

The Minister for Lifts (Edwin Moss): I should like to make a statement about cable cars. In May 212 cars were stopped.

Ada Finch (Overcombe) (Opp): When will the cars run again? How many riders have been injured by the doors?

Edwin Moss: The cars will run in June. As for injuries, hospitals do not record the place, so I fear that we do not \
know the answer.

Rhys Penhale (Netherby) (Con): What has the work cost, and is the firm, Gantry Lines, to pay? Was it promised a grant?

Edwin Moss: The work has cost £40,000. On the second part of my hon. Friend's question, those are private terms and I \
do not propose to discuss them.

Moira Tait (Inverlath) (SNP): Do the Minister's figures cover Fife?

Edwin Moss: They do not cover Fife, where lifts are a matter for the council.
"""
LAMPS = """Lamps

The board tested 900 lamps. The figures include lamps in Wales. They exclude those on piers. Some lamps were lent to \
schools. The board does not hold the number.
"""
BUOYS = """Buoys

1. Other buoys were sold to a museum. The trust does not keep the figures.

2. In all 310 buoys were painted. The total does not count spare buoys.
"""

TABLE = [
    (CABLES, "How many riders have been injured by the doors?", "not_known", ""),
    (CABLES, "Was Gantry Lines promised a grant?", "refused_on_record", ""),
    (CABLES, "Do the figures cover Fife?", "answered", "No"),
    (CABLES, "How many cars were stopped?", "answered", ""),
    (CABLES, "How many riders were promised a grant?", "not_in_record", ""),
    (LAMPS, "Do the lamp figures include Wales?", "answered", "Yes"),
    (LAMPS, "Do the figures include piers?", "answered", "No"),
    (LAMPS, "Do the figures include Scotland?", "not_in_record", ""),
    (LAMPS, "How many lamps were lent to schools?", "refused_on_record", ""),
    (LAMPS, "How many lamps were lent to churches?", "not_in_record", ""),
    (BUOYS, "Does the total count spare buoys?", "answered", "No"),
    (BUOYS, "How many buoys were sold to a museum?", "refused_on_record", ""),
]


@pytest.mark.parametrize(("text", "question", "status", "opens"), TABLE, ids=[row[1] for row in TABLE])
def test_what_is_pointed_at_is_left_open_or_covered(
    made: Callable[..., Desk], text: str, question: str, status: str, opens: str
) -> None:
    answer = made(text, date(2012, 3, 2)).ask(question)
    assert str(answer.status) == status, answer.text
    assert answer.text.startswith(opens), answer.text
