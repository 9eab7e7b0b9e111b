"""Documents of several tables that each count a part of a thing: who asks for all of it is told no part for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import ods, rows_of


def _book(about: str, rows: str, tables: Mapping[str, int]) -> bytes:
    sheets = {"Cover": rows_of(about)}
    for n, (title, first) in enumerate(tables.items()):
        values = "\n".join(f"{row}|{first + k}|{first + 10 * k + 3}" for k, row in enumerate(rows.split("|")[1:], 1))
        sheets[f"Sheet_{n}"] = rows_of(f"{title}, 2021 to 2022\n\n{rows.split('|')[0]}|2021|2022\n{values}")
    return ods(sheets)


FERRIES = _book(
    "Accidents on ferries",
    "Ferry|Heron|Tern|Total",
    {"Engine room accidents": 10, "Gangway accidents": 40, "Other accidents on ferries": 70},
)
LIBRARIES = _book(
    "Loans from island libraries", "Library|Moor|Quay", {"Map loans": 100, "Music loans": 200, "Other loans": 300}
)
TRAMS = _book("Breakdowns of trams", "Depot|Hill|Dock", {"Brake breakdowns": 1, "Lamp breakdowns": 500})


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {"ferries.ods": FERRIES, "libraries.ods": LIBRARIES, "trams.ods": TRAMS}
    with desk_over(tmp_path_factory.mktemp("desk") / "r", files) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many gangway accidents were there on the Tern in 2022?", "63"),
        ("How many other accidents were there on the Heron in 2022?", "83"),
        ("how many music loans did Quay make in 2021", "202"),
        ("how many of the other loans did Moor make in 2022", "313"),
        ("How many lamp breakdowns did Dock have in 2022?", "523"),
    ],
)
def test_a_part_that_is_named_is_told(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert (answer.figures[0].value if answer.figures else "") == value, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many accidents were there on the Tern in 2022?",
        "how many accidents were there on ferries in 2021",
        "How many loans did the Quay library make in 2022?",
        "how many loans were there in 2021",
        "How many breakdowns were there in 2022?",
        "How many breakdowns did the Hill depot's trams have in 2022?",
    ],
)
def test_no_part_is_told_for_all(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.AMBIGUOUS, Status.NOT_IN_RECORD), answer.text
    assert not answer.figures
