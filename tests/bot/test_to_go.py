"""What is still to be done is what was to be, less what has been since, and never what has been."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

COOKS = "Cooks\n\nThe ferry firm was asked to hire 90 cooks and has hired 72."
BOOKS = "Books\n\nDale Library was told to lend 400 books. It has lent 310."
PARKS = "Parks\n\nWe plan to open 12 parks; we have opened 5."
TREES = "Trees\n\nThe board has planted 640 trees. It owns 900 spades to plant trees with."
CONSTABLES = "Constables\n\nThe board promised 20,000 constables; by May 13,576 had been recruited."
HOMES = "Homes\n\nThe council pledged to build 900 homes. So far it has built 340."
SCHOOLS = "Schools\n\nBy May 41 schools had been repaired."
BRIDGE = "Bridge\n\nIt cost £4.2m to repair the bridge, £1.1m over budget."
RAMPS = "Ramps\n\nThe scheme came in £300,000 under budget at £2.1m."
POOL = "Pool\n\nThe pool cost £5m, £2m over its budget of £3m."
ASKED = [
    (CONSTABLES, "How many more constables must be recruited?", "6424"),
    (CONSTABLES, "How many constables are still to be recruited?", "6424"),
    (CONSTABLES, "How many constables have been recruited?", "13576"),
    (HOMES, "How many homes are still to be built?", "560"),
    (HOMES, "How many homes must it build?", "900"),
    (SCHOOLS, "How many schools must be repaired?", ""),
    (SCHOOLS, "How many schools should be repaired?", ""),
    (SCHOOLS, "How many more schools need to be repaired?", ""),
    (SCHOOLS, "How many schools had been repaired?", "41"),
    (BRIDGE, "What was the budget?", ""),
    (BRIDGE, "How far over budget was it?", "1100000"),
    (RAMPS, "What was the budget for the scheme?", ""),
    (POOL, "What was the budget?", "3000000"),
    (COOKS, "How many more cooks must the ferry firm hire?", "18"),
    (COOKS, "How many more cooks does the ferry firm still have to hire?", "18"),
    (COOKS, "How many cooks has the ferry firm hired?", "72"),
    (COOKS, "How many cooks must the ferry firm hire?", "90"),
    (BOOKS, "How many more books does Dale Library still have to lend?", "90"),
    (PARKS, "How many more parks are still to be opened?", "7"),
    (PARKS, "How many more parks will be opened?", "7"),
    (TREES, "How many more trees are still to be planted?", ""),
]


@pytest.mark.parametrize(("text", "question", "value"), ASKED, ids=[row[1] for row in ASKED])
def test_it_is_worked_out(made: Callable[..., Desk], text: str, question: str, value: str) -> None:
    answer = made(text, date(2012, 5, 10)).ask(question)
    assert [f.value for f in answer.figures] == ([value] if value else []), answer.text
