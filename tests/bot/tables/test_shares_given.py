"""Shares that a table gives beside the counts that they are of, and measures that say that they are of another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

BERTHS = """Table 1: Berth applications, berths let and refusal rate by harbour, Wales
Thousands of berths unless stated
Harbour | Applications | Berths let | Refused\u00b9 (%)
All harbours | 109.8 | 102.1 | 5.4
Ambleby | 40.1 | 38.2 | 5.5
Corrie | 33.4 | 30.9 | 6.1
Dunmore | 12.2 | 11.2 | 7
Eskside | 13.8 | 12.1 | 4.2
Fenwick | 10.3 | 9.7 | 3.1

1. Applications refused as a percentage of applications decided in the year.
"""
DRIVERS = """Table 2: Tram drivers and lateness, by depot
Depot | Drivers | Late (%)
East | 110 | 12.5
West | 85 | 8.4
North | 45 | 20.2
"""
ARRESTS = """Table 3: Poaching arrests, charges and convictions, by river
River | Arrests | Charges | Convicted (%)
Tay | 40 | 20 | 50
Tweed | 60 | 45 | 40
Spey | 20 | 12 | 75
"""
LIFEBOATS = """Quarter,Coast,Launches,Of which by night,Marker
2023 Q1,North,40,12,
2023 Q1,South,30,9,
2023 Q2,North,44,,c
2023 Q2,South,,,x
2023 Q3,North,50,15,
2023 Q3,South,36,11,
"""
FILES = {
    "berths.xlsx": xlsx({"T1": rows_of(BERTHS)}),
    "drivers.xlsx": xlsx({"T2": rows_of(DRIVERS)}),
    "arrests.xlsx": xlsx({"T3": rows_of(ARRESTS)}),
    "lifeboats.csv": LIFEBOATS.encode(),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("shares") / "record", FILES) as one:
        yield one


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What percentage of berth applications were refused in Corrie?", "6.1%"),
        ("what share of applications for berths was turned down in Fenwick", "3.1%"),
        ("What proportion of tram drivers were late at the West depot?", "8.4%"),
        ("How many berths were let in Ambleby?", "38.2"),
        ("How many lifeboat launches were there on the North coast in Q1 2023?", "40"),
        ("How many of the lifeboat launches on the South coast were by night in Q3 2023?", "11"),
    ],
)
def test_what_the_table_gives_is_given(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.ANSWERED, answer.text
    assert answer.headline.split()[0] == value


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("What percentage of poaching arrests on the Tweed ended in conviction?", "40"),  # it may be of the charges
        ("What share of berth applications were withdrawn in Corrie?", "6.1"),
        (
            "What share of applications for berths was refused of Corrie for yachts?",
            "30.4",
        ),  # no share of all harbours'
    ],
)
def test_a_share_of_what_the_table_does_not_say_is_not_given(desk: Desk, question: str, never: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.NOT_IN_RECORD, answer.text
    assert not answer.figures


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("How many lifeboat launches by night were there on the North coast in Q2 2023?", Status.NOT_KNOWN),
        ("How many lifeboat launches were there on the South coast in Q2 2023?", Status.NOT_KNOWN),
        ("How many lifeboat launches were there on the North coast in Q2 2023?", Status.ANSWERED),
    ],
)
def test_a_mark_stands_for_each_empty_cell_of_its_row(desk: Desk, question: str, status: Status) -> None:
    assert desk.ask(question).status is status
