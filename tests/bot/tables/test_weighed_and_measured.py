"""Tables of what is weighed or measured, wide by year, whose country stands alone beside its districts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

MILK = """Milk delivered to dairies
Million litres
Dairy,County,2019,2020,2021
Appleford,Dorset,12.5,13.0,13.5
Birkwith,Dorset,7.0,7.5,..
Cawdle,Rutland,20.0,22.0,21.0
Dene End,Rutland,9.5,9.0,8.5
England,,49.0,51.5,49.5
.. not available
"""
LITTER = """Litter collected by parks
Tonnes
Park,District,2019/20,2020/21
Scotland,,161,140
Allan Water,Upper,40,35
Braeside,Upper,31,..
Craigie,Lower,52,44
Dunhill,Lower,38,36
"""
WOODS = """Woodland planted by estates
Hectares
Estate,2019,2020
Fern Hall,120,90
Gorse House,75,110
Heath Park,60,40
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    tables = {"milk.csv": MILK, "litter.csv": LITTER, "woods.csv": WOODS}
    record = tmp_path_factory.mktemp("weighed") / "record"
    with desk_over(record, {name: one.encode() for name, one in tables.items()}) as one:
        yield one


SAID = [
    ("How much milk was delivered to Cawdle dairy in 2020?", "22 million litres"),
    ("How much milk was delivered to dairies in Dorset in 2020?", "20,500,000 litres"),
    ("Which dairy had the most milk delivered in 2021?", "Cawdle"),
    ("Which county had the most milk delivered in 2020?", "Rutland"),
    ("How much litter was there at Craigie in 2019/20?", "52 tonnes"),
    ("Which park collected the most litter in 2020/21?", "Craigie"),
    ("By how much did litter at Dunhill fall between 2019/20 and 2020/21?", "A fall of 2 tonnes"),
    ("How much woodland did Gorse House plant in 2020?", "110 hectares"),
    ("Did woodland planted at Fern Hall go up or down between 2019 and 2020?", "A fall of 30 hectares"),
]


@pytest.mark.parametrize(("question", "said"), SAID)
def test_amounts_are_said_in_what_they_are_measured_in(desk: Desk, question: str, said: str) -> None:
    answer = desk.ask(question)
    assert answer.headline == said, (answer.text, answer.reasons)


def test_what_became_of_it_then_is_still_another_matter(desk: Desk) -> None:
    for question in ("How much litter was burnt at Craigie in 2019/20?", "How much milk was spilt at Cawdle in 2020?"):
        assert desk.ask(question).status is Status.NOT_IN_RECORD
