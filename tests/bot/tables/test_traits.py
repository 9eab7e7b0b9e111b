"""Tables that tell the same people apart by one trait after another: each block is of all."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from bot.answer import Answer, Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

BESIDE = """Table 1: Lamplighters in post by characteristic, 31 March 2024

Characteristic,Group,Lamplighters
Age,16 to 39,120
Age,40 and over,80
Sex,Men,150
Sex,Women,50
"""
UNLIKE = BESIDE.replace("Table 1: Lamplighters", "Table 2: Bell ringers").replace("Lamplighters", "Bell ringers")
UNLIKE = UNLIKE.replace("Women,50", "Women,45")


CASELOAD = """"Table 3: Lamp workshop caseload, by quarter"

Quarter,Receipts,Disposals,Open cases at end of quarter
Jan to Mar 2021,110,90,300
Apr to Jun 2021,120,150,270
"""
DUTIES = """"Monthly lamp tax receipts, \u00a3 million"

Month,Wick duty,Oil duty,Total lamp tax receipts
March 2021,12,30,42
March 2022,9,35,44
"""
ZOOS = """Table 1: Public zoos

Year,Number of zoo visits for zoo purposes,Net spending (cash) \u00a3000s,Net spending (real) \u00a3000s,Total keepers
2012,310111,911280,961703,40
2013,320222,900100,940000,41
"""
FLARES = """Table 4. Number of times flares were used, by incident location

Year,Incident location,Number of times flares were used
2019,Quayside,410
2019,Police boat with prisoner pen,75
2019,House,60
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {
        "lamplighters.csv": BESIDE,
        "ringers.csv": UNLIKE,
        "caseload.csv": CASELOAD,
        "duties.csv": DUTIES,
        "zoos.csv": ZOOS,
        "flares.csv": FLARES,
    }
    record = tmp_path_factory.mktemp("traits") / "record"
    with desk_over(record, {name: content.encode() for name, content in files.items()}) as made:
        yield made


def told(answer: Answer) -> str:
    """The value that ANSWER works out, or gives first."""
    return answer.derivation.result if answer.derivation is not None else answer.figures[0].value


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("How many lamplighters were there on 31 March 2024?", "200"),
        ("How many lamplighters were women?", "50"),
        ("How many lamplighters were aged 16 to 39?", "120"),
        ("What percentage of lamplighters were men?", "75"),
        ("What share of lamplighters were aged 40 and over?", "40"),
    ],
)
def test_blocks_are_not_added_to_one_another(desk: Desk, asked: str, value: str) -> None:
    answer = desk.ask(asked)
    assert Decimal(told(answer).rstrip("%")) == Decimal(value), answer.text


def test_blocks_that_come_to_different_sums_are_asked_about(desk: Desk) -> None:
    answer = desk.ask("How many bell ringers were there on 31 March 2024?")
    assert not answer.figures, answer.text
    assert answer.status is not Status.ANSWERED
    assert "by age and by sex" in answer.text


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("How many open cases were there in Apr to Jun 2021?", "270"),
        ("How many cases were open at the end of June 2021?", "270"),
        ("When were open cases highest?", "300"),
        ("In the second quarter of 2021, how many more cases were disposed of than received?", "30"),
        ("In Jan to Mar 2021 how many more cases were received than disposed of?", "20"),
        ("How much oil duty was there in March 2022?", "35000000"),
        ("How much did the wick duty raise in March 2021?", "12000000"),
        ("How much more lamp tax came in in March 2022 than a year before?", "2000000"),
        ("How much more oil duty was received in March 2022 than in March 2021?", "5000000"),
    ],
)
def test_what_stands_side_by_side_is_named_and_not_added(desk: Desk, asked: str, value: str) -> None:
    answer = desk.ask(asked)
    assert told(answer).replace(",", "").lstrip("\u00a3") == value, answer.text


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("In March 2021 what percentage of lamp tax receipts was oil duty?", "71.4%"),
        ("What percentage of lamp tax receipts was oil duty in March 2022?", "79.5%"),
        ("In March 2021, did oil duty bring in more than wick duty?", "18"),
        ("In March 2022, was wick duty higher than oil duty?", "No by \u00a326000000"),
        ("Did oil duty bring in less than wick duty in March 2021?", "No by \u00a318000000"),
        ("Was wick duty lower than oil duty in March 2022, and by how much?", "Yes by \u00a326000000"),
    ],
)
def test_a_time_that_a_question_opens_with_is_of_both_its_sides(desk: Desk, asked: str, value: str) -> None:
    assert value in desk.ask(asked).text.replace(",", "")


@pytest.mark.parametrize(
    "asked",
    ["What was the lamp workshop caseload in Apr to Jun 2021?", "How much wick duty was refunded in March 2021?"],
)
def test_what_came_what_went_and_what_is_there_come_to_nothing(desk: Desk, asked: str) -> None:
    answer = desk.ask(asked)
    assert not answer.figures, answer.text


def test_a_word_of_the_title_picks_no_measure_that_another_word_rules_out(desk: Desk) -> None:
    """What zoos spend is no number of visits to zoos; of two spendings nothing says which is meant."""
    spent = desk.ask("How much did zoos spend in 2012?")
    assert spent.status is Status.NOT_IN_RECORD
    assert "several things" in spent.text
    assert told(desk.ask("How many visits did zoos have in 2013?")) == "320222"


@pytest.mark.parametrize("asked", ["How many prisoners were there?", "How many prisoners were released?"])
def test_what_the_thing_of_a_label_only_has_is_not_counted_by_it(desk: Desk, asked: str) -> None:
    assert desk.ask(asked).status is Status.NOT_IN_RECORD


def test_a_label_is_named_by_its_thing(desk: Desk) -> None:
    assert told(desk.ask("How many times were flares used on the quayside?")) == "410"


def test_released_is_no_word_that_only_asks(desk: Desk) -> None:
    assert desk.ask("How many lamplighters were released?").status is Status.NOT_IN_RECORD


def test_that_it_is_only_of_this_record_is_said_once(desk: Desk) -> None:
    answer = desk.ask("How many prisoners were there?")
    assert answer.text == f"{answer.what} {answer.meta}"
