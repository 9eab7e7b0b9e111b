"""That it had befallen the same before; and years to a day from one to another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

SAILED = """"Voyages by harbour, years ending 31 March"
Harbour,Voyage,2021,2022,2023
Ambleby,Voyages begun,41,42,43
Ambleby,Second or subsequent voyages,6,7,8
Corrie,Voyages begun,31,32,33
Corrie,Second or subsequent voyages,3,4,5
"""
RESCUED = """Swimmers rescued by beach
Beach,2021,2022
Dunmore,21,22
Edge,11,12
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {"voyages.csv": SAILED, "rescued.csv": RESCUED}
    with desk_over(tmp_path_factory.mktemp("again"), {n: text.encode() for n, text in files.items()}) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many voyages were begun at Ambleby in 2022?", "42"),
        ("How many second or subsequent voyages were there at Corrie in 2023?", "5"),
        ("How many voyages were begun at Ambleby from 2021 to 2023?", "126"),
        ("How many voyages were begun at Corrie in 2021 to 2022?", "63"),
        ("How many swimmers were rescued at Edge in 2022?", "12"),
    ],
)
def test_the_first_and_the_next_are_told_apart(desk: Desk, question: str, value: str) -> None:
    assert [figure.value for figure in desk.ask(question).figures] == [value]


@pytest.mark.parametrize(
    "question",
    [
        "How many voyages begun at Ambleby in 2022 were for boats that had already been on a voyage?",
        "How many swimmers who had previously been rescued were rescued at Edge in 2022?",
        "How many swimmers at Dunmore in 2021 were rescued for the second time?",
        "How many of the voyages begun at Corrie in 2022 were for a boat that had been on one before?",
    ],
)
def test_what_had_befallen_before_is_not_dropped(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED)
    assert not answer.figures
