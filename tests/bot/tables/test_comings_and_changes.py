"""Those who came to a place, of tables that count visits there; and what moved, of tables that give the moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

TO_MALTA = """Purpose of foreign divers' visits to Malta by month
Month,Purpose,Visits
May 2031,Wreck diving,210
May 2031,Training,40
June 2031,Wreck diving,260
June 2031,Training,50
"""
FROM_MALTA = """Purpose of Malta residents' visits to the reef by month
Month,Purpose,Visits
May 2031,Wreck diving,31
May 2031,Training,7
June 2031,Wreck diving,36
June 2031,Training,9
"""
TO_ICELAND = """Anglers' trips to Iceland by ferry
Month,Ferry,Trips
May 2031,Gull,15
May 2031,Tern,25
"""
TO_LIGHTHOUSE = """Visits to the lighthouse by month
Month,Visits
May 2031,610
June 2031,720
"""
TO_GAOL = """Year,Visits to prison
2030,5200
2031,6100
"""
GARRISON = """Strength of the Skerry garrison
Year,Total strength
2030,410
2031,385
"""
FLOTILLA = """Strength of the tug flotilla
Year,Tugs
2030,31
2031,28
"""
BRAWLS = """Discharges of personnel after brawls by service
Year,Service,Discharges
2030,Royal Navy,14
2030,Army,22
2030,Royal Air Force,6
2031,Royal Navy,11
2031,Army,25
2031,Royal Air Force,4
"""
STOKERS = """Stokers of each yard and hammers per yard in 2031
Yard,Stokers,Hammers
Corrie,40,16
Dunmore,55,20
Total,95,36
"""
LOAVES = """Loaves: price indices by grain
Time,Category,Rye,Wheat
2030,Yearly price index,100,100
2031,Yearly price index,104.2,101.3
2031 Jan,Monthly price index,102.1,100.5
2031 Feb,Monthly price index,103.4,100.9
2031 Mar,Monthly price index,104.8,101.7
"""
MADE = """GVA - Gross Value Added by trade
Time,Category,Coopering,Thatching
2030,Annual volume index,100,100
2031,Annual volume index,97.5,103.1
2031 Jan,Monthly volume index,98.2,102.4
2031 Feb,Monthly volume index,96.9,103.6
2031 Jan,"Percentage change, latest month on previous month",0.4,-0.2
2031 Feb,"Percentage change, latest month on previous month",-1.3,1.2
2031 Jan,"Percentage change, latest month on same month a year ago",-1.8,2.5
2031 Feb,"Percentage change, latest month on same month a year ago",-2.6,3.4
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    tables = {
        "to-malta.csv": TO_MALTA,
        "from-malta.csv": FROM_MALTA,
        "anglers.csv": TO_ICELAND,
        "lighthouse.csv": TO_LIGHTHOUSE,
        "gaol.csv": TO_GAOL,
        "garrison.csv": GARRISON,
        "flotilla.csv": FLOTILLA,
        "brawls.csv": BRAWLS,
        "stokers.csv": STOKERS,
        "loaves.csv": LOAVES,
        "made.csv": MADE,
    }
    with desk_over(tmp_path_factory.mktemp("comings"), {n: t.encode() for n, t in tables.items()}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many people came to Malta for wreck diving in June 2031?", "260"),
        ("How many anglers went to Iceland on the Tern in May 2031?", "25"),
        ("How many people came to the lighthouse in June 2031?", "720"),
    ],
)
def test_whoever_came_to_a_place_made_a_visit_there(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert (answer.status, answer.figures[0].value) == (Status.ANSWERED, value), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many people went to prison in 2031?",
        "How many people came to the reef in May 2031 from Iceland?",
        "How many people came to the UK for training in May 2031?",
    ],
)
def test_what_is_no_visit_there_is_not_counted_as_one(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.NOT_IN_RECORD, answer.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How strong was the Skerry garrison in 2031?", "385"),
        ("how big was the garrison in 2030", "410"),
        ("How large was the tug flotilla in 2031?", "28"),
        ("How many were kicked out of the navy after brawls in 2031?", "11"),
        ("How many were thrown out of the Army after brawls in 2030?", "22"),
        ("How many personnel were booted out of the RAF after brawls in 2031?", "4"),
    ],
)
def test_everyday_words_for_a_strength_and_a_discharge(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert (answer.status, answer.figures[0].value) == (Status.ANSWERED, value), answer.text


@pytest.mark.parametrize(
    "question",
    ["How strong was the wind at Skerry in 2031?", "How many were kicked out of the navy for theft in 2031?"],
)
def test_and_for_nothing_else(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.NOT_IN_RECORD, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many stokers are there per hammer?",
        "How many hammers are there per stoker in Corrie?",
        "How many garrisons are there per tug?",
    ],
)
def test_that_a_title_tells_of_each_yard_tells_of_no_each_hammer(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.NOT_IN_RECORD, answer.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What was the price index for rye in February 2031?", "103.4"),
        ("What was the yearly price index for wheat in 2031?", "101.3"),
        ("What was the monthly price index for rye in January 2031?", "102.1"),
        ("What was the index for thatching in February 2031?", "103.6"),
        ("What was the annual index for coopering in 2031?", "97.5"),
    ],
)
def test_of_a_yearly_and_a_monthly_index_the_one_that_has_the_time_is_meant(
    desk: Desk, question: str, value: str
) -> None:
    answer = desk.ask(question)
    assert (answer.status, answer.figures[0].value) == (Status.ANSWERED, value), answer.text


def test_a_move_of_an_index_is_told_in_points(desk: Desk) -> None:
    answer = desk.ask("By how many points did the annual index for thatching rise between 2030 and 2031?")
    assert (answer.status, answer.figures[0].value) == (Status.COMPUTED, "3.1"), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What was the yearly price index for rye in January 2031?",
        "What was the annual index for coopering in February 2031?",
        "How many people worked in coopering in 2031?",
    ],
)
def test_and_no_other_for_it(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.NOT_IN_RECORD, answer.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How much did coopering fall in February 2031 on the month before?", "-1.3%"),
        ("How much did thatching grow in February 2031 on a year earlier?", "3.4%"),
        ("What was the percentage change in coopering in January 2031 on a year earlier?", "-1.8%"),
    ],
)
def test_a_move_that_the_table_gives_is_told_and_not_worked_out(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert (answer.status, answer.figures[0].value) == (Status.ANSWERED, value), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How much did coopering fall in February 2031 on the quarter before?",
        "How much did thatching grow in January 2031 on the year to January 2030?",
        "How much did wages in coopering fall in February 2031 on the month before?",
    ],
)
def test_but_no_move_against_another_time(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.NOT_IN_RECORD, answer.text
