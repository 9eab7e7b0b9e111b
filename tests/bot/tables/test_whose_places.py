"""Who pays for or keeps the places that a table's people are at, which the question need not say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

PUPILS = """Pupils in publicly funded schools by council and sector
Council,Primary,Secondary,Special
Umberside,"4,100","3,020",141
Orrin,"1,230",980,30
"""
LOANS = """Readers in council-run libraries by town
Town,Adults,Children
Ambleby,61,34
Corrie,47,22
"""
LODGERS = """Guests in funded lodges by island
Island,Adults,Children
Skerry,15,6
Muckle,12,9
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {"pupils.csv": PUPILS, "readers.csv": LOANS, "guests.csv": LODGERS}
    with desk_over(tmp_path_factory.mktemp("whose"), {n: text.encode() for n, text in files.items()}) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many primary and secondary pupils were there in Umberside in total?", "7120"),
        ("How many pupils were in special schools in Orrin?", "30"),
        ("How many children were readers in Corrie libraries?", "22"),
        ("How many pupils were there in publicly funded schools in Orrin?", "2240"),
    ],
)
def test_who_pays_for_the_places_need_not_be_said_and_is_told(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert [figure.value for figure in answer.figures] == [value]
    assert "publicly funded" in answer.text or "council-run" in answer.text


@pytest.mark.parametrize(
    "question",
    ["How many pupils were there in independent schools in Orrin?", "How many guests were there on Skerry?"],
)
def test_places_of_another_kind_or_with_what_only_some_have_are_not_those(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.NOT_IN_RECORD
    assert not answer.figures
