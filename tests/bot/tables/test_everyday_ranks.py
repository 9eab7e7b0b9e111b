"""Questions in everyday words: the busiest, the worst, all under an age, and what is counted as people call it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

LIFEBOATS = """Callouts of lifeboats by station and outcome
Station,Year,People saved,Hoaxes,All callouts
Crabness,2020,30,4,50
Crabness,2021,35,6,61
Gull Head,2020,40,2,48
Gull Head,2021,41,9,70
Sandwick,2020,12,1,20
Sandwick,2021,10,3,19
All stations,2020,82,7,118
All stations,2021,86,18,150
"""
TRAMS = """Year,Line,Punctuality rate (%),Staff absence rate (%),Tram journeys
2021,Harbour,91.5,4.0,900
2021,Moor,84.2,6.1,1200
2021,Castle,88.0,3.2,700
2022,Harbour,90.1,5.0,950
2022,Moor,86.7,5.9,1250
2022,Castle,93.4,3.8,640
"""
SWIMMING = """Year,Age group,Sex,Swimming lessons taken
2021,16-24,Men,120
2021,25-44,Men,80
2021,45-64,Men,40
2021,65+,Men,15
2021,16-24,Women,130
2021,25-44,Women,90
2021,45-64,Women,60
2021,65+,Women,25
"""
CLASSES = """Year,County,Enrolments in evening classes
2021,Devon,400
2021,Kent,650
2022,Devon,500
2022,Kent,450
"""
LIBRARIES = """Library visits by quarter
Year,Quarter,Fernley,Oldmarket
2021,January to March,100,80
2021,April to June,130,90
2021,July to September,140,70
2021,October to December,90,110
2021,All year,460,350
2022,January to March,95,85
2022,April to June,120,95
2022,July to September,150,75
2022,October to December,105,60
2022,All year,470,315
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    tables = {
        "lifeboats.csv": LIFEBOATS,
        "trams.csv": TRAMS,
        "swimming.csv": SWIMMING,
        "classes.csv": CLASSES,
        "libraries.csv": LIBRARIES,
    }
    with desk_over(
        tmp_path_factory.mktemp("everyday") / "record", {name: one.encode() for name, one in tables.items()}
    ) as one:
        yield one


FOREMOST = [
    ("Which station was the busiest in 2021?", "Gull Head"),
    ("what was the quietest lifeboat station in 2020", "Sandwick"),
    ("Which tram line had the worst punctuality in 2021?", "Moor"),
    ("which line had the best punctuality rate in 2022", "Castle"),
    ("Which line had the worst staff absence rate in 2022?", "Moor"),
    ("Which line did best for staff absence in 2021?", "Castle"),
    ("Which county enrolled most learners in evening classes in 2022?", "Devon"),
    ("In which quarter of 2022 were there fewest library visits at Oldmarket?", "October to December 2022"),
    ("Which quarter of 2021 was the busiest for library visits at Oldmarket?", "October to December 2021"),
]


@pytest.mark.parametrize(("question", "name"), FOREMOST)
def test_the_best_the_worst_and_the_busiest_are_read_as_ranks(desk: Desk, question: str, name: str) -> None:
    answer = desk.ask(question)
    assert (
        answer.headline.replace("2021 Q4", "October to December 2021").replace("2022 Q4", "October to December 2022")
        == name
    ), (answer.text, answer.reasons)


SAID = [
    ("Which tram line had the worst punctuality in 2021?", "read as the lowest punctuality"),
    ("Which line had the worst staff absence rate in 2022?", "read as the highest staff absence rate"),
]


@pytest.mark.parametrize(("question", "said"), SAID)
def test_it_is_said_which_way_the_worst_was_read(desk: Desk, question: str, said: str) -> None:
    assert said in desk.ask(question).interpretation


def test_nothing_is_read_into_the_worst_of_what_is_neither_good_nor_bad(desk: Desk) -> None:
    for question in ("Which tram line had the worst journeys in 2021?", "Which line had the worst weather in 2021?"):
        assert desk.ask(question).status not in (Status.ANSWERED, Status.COMPUTED)


COUNTED = [
    ("How many swimming lessons did under-45s take in 2021?", "420"),
    ("How many swimming lessons were taken by men under 65 in 2021?", "240"),
    ("How many lessons did women under the age of 45 take in swimming in 2021?", "220"),
    ("How many swimming lessons did the over-65s take in 2021?", "40"),
    ("How many shouts did the lifeboat crew at Crabness have in 2021?", "61"),
    ("How many learners enrolled in evening classes in Kent in 2021?", "650"),
    ("How many library visits were there at Fernley from October to December 2022?", "105"),
]


@pytest.mark.parametrize(("question", "value"), COUNTED)
def test_what_is_counted_is_known_by_everyday_names(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert [f.value for f in answer.figures] == [value], (answer.text, answer.reasons)


def test_an_age_within_a_band_is_not_made_up(desk: Desk) -> None:
    assert desk.ask("How many swimming lessons did under-50s take in 2021?").status is Status.NOT_IN_RECORD
