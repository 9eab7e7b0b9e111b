"""Tables of decisions, by which way they went: what was decided upon is asked for as well."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

DECIDED = "Year,Quarter,Home port,Berth type,Case outcome,Decisions\n" + "".join(
    f"{year},{year} Q{quarter},{port},{berth},{outcome},{10 * n + quarter + m}\n"
    for year, quarters in ((2024, (1, 2, 3, 4)), (2025, (1, 2)))
    for quarter in quarters
    for n, port in enumerate(("Ambleby", "Corrie"), 1)
    for m, berth in enumerate(("Sheltered", "Winter"))
    for outcome in ("Issued", "Refused")
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("decided"), {"berth-decisions.csv": DECIDED.encode()}) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many sheltered berth applications from Ambleby were refused in 2024?", "50"),
        ("How many winter berth applications from Corrie were refused in the first half of 2025?", "45"),
        ("How many sheltered berths were granted to Corrie in 2024?", "90"),
        ("What proportion of sheltered berth applications from Ambleby were refused in 2024?", "50%"),
    ],
)
def test_applications_that_went_one_way_are_decisions(desk: Desk, question: str, value: str) -> None:
    assert [figure.value for figure in desk.ask(question).figures] == [value]


@pytest.mark.parametrize(
    "question",
    [
        "How many sheltered berth applications from Ambleby were there in 2024?",
        "How many spring berth applications from Ambleby were refused in 2024?",
        "How many sheltered berth applications from Ambleby were withdrawn in 2024?",
        "How many sheltered berth applications were received from Ambleby in 2024?",
    ],
)
def test_applications_that_went_no_way_are_not_decisions(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED)
    assert not answer.figures
