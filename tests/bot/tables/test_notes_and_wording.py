"""What a table's notes answer, and everyday words for its measures: typically, how full, how much came in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

BOATS = """Lifeboat launches by coast
Coast,Year,Launches,% with an injury
North,2010,120,5.5
North,2011,90,6.5
South,2010,80,2.5
South,2011,70,3.5
All coasts,2010,200,4.3
All coasts,2011,160,5.2

Notes
The number of launches fell in 2011 because crews were limited to daylight by a shortage of lamps.
Launches of inflatable rafts are not included in the totals.
Source: Coastal Rescue Survey
"""
DEBTS = (
    "Debts of tram drivers by depot\n"
    "Depot,Year,Percentage with loan debts,Median value of loan debts (\u00a3),"
    "Median value of annual net income (\u00a3),Median debt to income ratio,Number of drivers\n"
    "Ambleby,2012,45.0,1900,21000,0.1,300\n"
    "Crewkerne,2012,38.0,1200,23000,0.05,260\n"
)
CREWS = """Ferry crews by kind of crew
Kind,Year,Ferries
"Lone pilot, spare boats",2012,14
"Lone pilot, no boats",2012,20
"Two hands, spare boats",2012,31
"Two hands, no boats",2012,9
"""
FEES = """Library,Year,Measure,Value
Ambleby,2019,Reservations made,410
Ambleby,2019,Reservation income,820
Ambleby,2019,Remissions granted,33
Crewkerne,2019,Reservations made,120
Crewkerne,2019,Reservation income,240
Crewkerne,2019,Remissions granted,12
"""
YARDS = """Inspections of yards by kind of yard, 2018
Group,Kind of yard,Inspections
Boatyards,Slips,100
Boatyards,Docks,50
Boatyards,All boatyards,150
Other yards,Coal yards,30
Other yards,Timber yards,20
Other yards,All other yards,50
All inspections,All inspections,200
"""
BERTHS = """Harbour berths, boats moored and occupancy by harbour, end of quarter
Harbour,Quarter,Harbour berths,Boats moored,Occupancy (%)
Skerry,Jan to Mar 2021,200,150,75.0
Muckle,Jan to Mar 2021,100,90,90.0
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {
        "boats.csv": BOATS,
        "debts.csv": DEBTS,
        "crews.csv": CREWS,
        "reservation-fees.csv": FEES,
        "yards.csv": YARDS,
        "berths.csv": BERTHS,
    }
    folder = tmp_path_factory.mktemp("record")
    with desk_over(folder, {name: text.encode() for name, text in files.items()}) as one:
        yield one


NOTED = [
    ("Why did the number of launches fall in 2011?", "because crews were limited to daylight"),
    ("Why did launches drop in 2011?", "because crews were limited to daylight"),
    ("Do the totals include inflatable rafts?", "not included in the totals"),
    ("Are inflatable rafts included in the figures?", "not included in the totals"),
    ("What survey do the lifeboat figures come from?", "Coastal Rescue Survey"),
]


@pytest.mark.parametrize(("question", "words"), NOTED)
def test_a_note_answers_in_its_own_words(desk: Desk, question: str, words: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.ANSWERED, answer.text
    assert words in answer.citations[0].quote
    assert words in answer.text


NOT_NOTED = [
    "Why did the number of launches rise in 2011?",
    "Do the totals include kites?",
    "What census do the lifeboat figures come from?",
]


@pytest.mark.parametrize("question", NOT_NOTED)
def test_a_note_of_another_thing_does_not(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.NOT_IN_RECORD, answer.text


GIVEN = [
    ("What did tram drivers at Ambleby typically owe in 2012?", "1900"),
    ("How much did tram drivers at Crewkerne have as net income in 2012?", "23000"),
    ("What percentage of tram drivers at Ambleby had a loan in 2012?", "45.0%"),
    ("How many ferries had a lone pilot with spare boats in 2012?", "14"),
    ("How many ferries had two hands with spare boats in 2012?", "31"),
    ("How much money came in from reservations at Ambleby in 2019?", "820"),
    ("How many people were let off at Crewkerne in 2019?", "12"),
    ("How many boatyard inspections were there altogether in 2018?", "150"),
    ("How full was Skerry harbour in Jan to Mar 2021?", "75.0%"),
    ("What percentage of launches on the north coast in 2011 had an injury?", "6.5%"),
]


@pytest.mark.parametrize(("question", "value"), GIVEN)
def test_everyday_words_name_the_measure(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.figures, answer.text
    assert answer.figures[0].value in (value, value.replace(".0", "")), answer.text


PARTS = """Table 4: Tram firms, matched pairs by size of firm, 2021
Table 4a Firms that lost trams
Employment,Number of firms
0-4,41
5-9,18
Total,59

Table 4b Firms that gained trams
Employment,Number of firms
0-4,39
5-9,15
Total,54
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many tram firms with 0-4 staff lost trams in 2021?", "41"),
        ("How many tram firms with 5-9 employees lost trams in 2021?", "18"),
        ("How many tram firms with 0-4 staff gained trams in 2021?", "39"),
    ],
)
def test_the_first_of_the_parts_of_a_table_has_a_title_of_its_own(tmp_path: Path, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"trams.csv": PARTS.encode()}) as one:
        assert one.ask(question).figures[0].value == value
