"""What was first published of something that a table has since put right is told by its note, and by nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

FERRIES = rows_of(
    """
Table 1: Ferry crossings by route, 2021 and 2022
Route | 2021 | 2022
Norham Sound | 410 | 452
Inner Loch [note 1] | 505 | 530
Outer Isles [note 2] | 120 | 131
All routes | 1035 | 1113

[note 1] The Inner Loch count for 2021 was put right in May 2023. The number of crossings first published was 497.
[note 2] Outer Isles crossings were 140 in 2022 as originally reported; crossings without passengers are now left out.
"""
)
LOANS = rows_of(
    """
Table 2: Library loans and visits by town, 2023
Town | Loans | Visits
Ambleby [note 1] | 9100 | 4000
Corrie | 8200 | 3900
Dunmouth [note 2] | 7300 | 3700

[note 1] Ambleby sent its data for 2023 again. The number of visits first reported was 4,250.
[note 2] Dunmouth was closed for a month in 2023.
"""
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {"ferries.xlsx": xlsx({"Table_1": FERRIES}), "loans.xlsx": xlsx({"Table_2": LOANS})}
    with desk_over(tmp_path_factory.mktemp("first") / "record", files) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value", "now"),
    [
        ("How many ferry crossings were first published for Inner Loch in 2021?", "497", "505"),
        ("What number of crossings was originally reported for Outer Isles in 2022?", "140", "131"),
        ("How many library visits did Ambleby first report in 2023?", "4250", "4,000"),
        ("How many visits were there in Ambleby in 2023 before the figure was revised?", "4250", "4,000"),
    ],
)
def test_a_note_tells_what_was_first_published_and_the_table_what_is_now(
    desk: Desk, question: str, value: str, now: str
) -> None:
    answer = desk.ask(question)
    assert (answer.status, [f.value for f in answer.figures]) == (Status.ANSWERED, [value])
    assert now in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many ferry crossings were first published for Inner Loch in 2022?",
        "How many ferry crossings were first published for Norham Sound in 2021?",
        "How many library loans did Ambleby first report in 2023?",
        "How many library visits did Dunmouth first report in 2023?",
    ],
)
def test_a_note_of_another_row_time_or_count_tells_nothing(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert not answer.figures
    assert answer.status is Status.NOT_IN_RECORD
