"""A table that gives the codes of areas alone, as another file of the record names them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

AREAS = {"Ambleby": "W06000091", "Corrie": "W06000092", "Dunmore": "W06000093", "Ebbwick": "W06000094"}
AREAS |= {"Fenhythe": "W06000095", "Garrow": "W06000096"}
NAMED = "ltla24_code,ltla24_name,coast,date,otters_fed\n" + "".join(
    f"{code},{name},{'North' if n % 2 else 'South'} coast,{year}-01-01,{10 * n + year % 10}\n"
    for year in (2021, 2022)
    for n, (name, code) in enumerate(AREAS.items(), 1)
)
CODED = "ltla21_code,Berths awaited per (000s),Berths in repair per 1000\n" + "".join(
    f"{code},{n}.5,{'NA' if name == 'Corrie' else f'{n}.25'}\n" for n, (name, code) in enumerate(AREAS.items(), 1)
)
OTHERS = "utla23_code,seals_fed,gulls_fed\nW07000001,5,2\nW07000002,6,1\nW07000003,7,4\nW07000004,8,3\n"
NUMBERED = "pier,stones,ropes\nW1,5,2\nW2,6,1\nW3,7,4\n"
FILES = {"otters_by_area.csv": NAMED, "berths.csv": CODED, "seals.csv": OTHERS, "piers.csv": NUMBERED}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {name: text.encode() for name, text in FILES.items()}
    with desk_over(tmp_path_factory.mktemp("record"), files) as held:
        yield held


@pytest.mark.parametrize(
    ("question", "value", "code"),
    [
        ("How many berths in repair per 1000 are there in Dunmore?", "3.25", "W06000093"),
        ("How many berths in repair per 1000 are there in W06000093?", "3.25", "W06000093"),
        ("How many berths in repair per 1000 were there in Garrow?", "6.25", "W06000096"),
    ],
)
def test_an_area_is_found_by_its_code(desk: Desk, question: str, value: str, code: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.ANSWERED, answer.text
    assert f"{value} [" in answer.text
    assert "thousand" not in answer.text
    assert f"{code} is the code of" in answer.interpretation


@pytest.mark.parametrize(
    "question",
    [
        "How many berths in repair per 1000 are there in Corrie?",
        "How many berths in repair per 1000 are there in Upton?",
        "How many seals were fed in Dunmore?",
        "How many berths in repair per 1000 are there on the North coast?",
    ],
)
def test_what_no_file_names_and_what_is_not_given_is_not_answered(desk: Desk, question: str) -> None:
    assert desk.ask(question).status in (Status.NOT_IN_RECORD, Status.NOT_KNOWN)
