"""Small files of one table each, whose headings say the whole: ages, totals of an age, ends of periods."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

BERTHS = """Date of entry to port,Total children,Children 4 and under,Children 5 to 11 years,Children 12 to 17 years,Total adults 18 and over
2017,50,9,20,21,700
2018,64,14,22,28,650
2019,41,6,12,23,810
"""
RIDES = """Year,Aged 0 to 15,Adults aged 16 to 64,Adults aged 65 and over
2017,120,900,310
2018,130,880,330
2019,90,870,350
"""
CATCHES = """Kind,Port,Boats landed
Tidal related,Ambleby,14
Tidal related,Corrie,20
Non tidal related,Ambleby,5
Non tidal related,Corrie,9
"""
FILES = {
    "boats_landed.csv": CATCHES,
    "children_on_ferries.csv": BERTHS,
    "tram_riders.csv": RIDES,
}
ABSTAINED = (Status.NOT_IN_RECORD, Status.NOT_KNOWN)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    record = tmp_path_factory.mktemp("record")
    with desk_over(record, {name: words.encode() for name, words in FILES.items()}) as held:
        yield held


def given(desk: Desk, question: str) -> Decimal:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    return Decimal(answer.figures[0].value.removesuffix("%"))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many kids aged four or under were on ferries in 2018?", 14),
        ("How many 5 to 11 year olds were on ferries in 2017?", 20),
        ("How many under 12s were on ferries in 2019?", 18),
        ("How many tram riders aged 65 and over were there in 2018?", 330),
        ("How many tram riders were aged 16 to 64 in 2019?", 870),
    ],
)
def test_a_band_of_ages_may_say_whose_it_is(desk: Desk, question: str, value: int) -> None:
    assert given(desk, question) == value


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many children were on ferries in 2019?", 41),
        ("How many adults were on ferries in 2019?", 810),
    ],
)
def test_each_total_of_an_age_answers_for_that_age(desk: Desk, question: str, value: int) -> None:
    assert given(desk, question) == value


@pytest.mark.parametrize(
    "question",
    [
        "How many people were on ferries in 2018?",
        "Which year had the most people on ferries?",
        "How many passengers were on ferries in 2017?",
    ],
)
def test_a_total_of_children_is_none_of_everybody(desk: Desk, question: str) -> None:
    assert desk.ask(question).status in ABSTAINED


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many boats were landed at Ambleby, tidal and non tidal together?", 19),
        ("How many boats landed at Corrie were non tidal related?", 9),
        ("How many boats landed at Ambleby were tidal related?", 14),
        ("How many more boats landed at Corrie were tidal related than non tidal related?", 11),
    ],
)
def test_a_sort_and_what_is_none_of_it_are_both_named(desk: Desk, question: str, value: int) -> None:
    assert given(desk, question) == value
