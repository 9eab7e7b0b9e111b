"""Tables with rates beside counts, years beside quarters, notes of why there is no figure, and marked months."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

POTHOLES = """Year,Quarter,Road area,Road type,Potholes found,"Potholes per 1,000 miles",Note
2022,Q1,Ambleby,A road,10,4.0,
2022,Q2,Ambleby,A road,12,4.8,
2022,Q3,Ambleby,A road,..,..,Ambleby's van was off the road in Q3 2022
2022,Q4,Ambleby,A road,14,5.6,
2022,All quarters,Ambleby,A road,..,..,Ambleby's van was off the road in Q3 2022
2022,Q1,Brackton,A road,20,7.0,
2022,Q2,Brackton,A road,18,6.3,
2022,Q3,Brackton,A road,16,5.6,
2022,Q4,Brackton,A road,22,7.7,
2022,All quarters,Brackton,A road,76,26.6,
2022,Q1,Corham,A road,[c],[c],Kept back since the numbers are small
2022,Q2,Corham,A road,9,9.1,
2022,Q3,Corham,A road,8,8.1,
2022,Q4,Corham,A road,7,7.1,
2022,All quarters,Corham,A road,31,31.3,
"""
VISITS = """Orkney islanders' journeys to the mainland by month,,
,,All journeys,By ferry
2021,Oct,50,30
,Nov,40,25
,Dec†,45,28
2022,Jan *,20,15
,Feb *,22,16
,Mar,33,21
"""
LAMPS = """Year,Pier,What was done,Number of lamps
2022,East,Fired,12
2022,East,Doused,4
2022,West,Fired,9
2022,West,Doused,5
"""
STAYS = """Month,Purpose of visit,Islanders' visits
May 2021,Holiday,50
May 2021,Funeral,3
June 2021,Holiday,60
June 2021,Funeral,4
"""
MOORINGS = """Year,Where found,Number of trawlers found
2022,Trawlers found at sea,40
2022,Trawlers found in port,60
2022,Trawlers found on the slip,5
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    tables = {
        "potholes.csv": POTHOLES,
        "journeys.csv": VISITS,
        "lamps.csv": LAMPS,
        "trawlers.csv": MOORINGS,
        "stays.csv": STAYS,
    }
    with desk_over(
        tmp_path_factory.mktemp("rates") / "record", {name: one.encode() for name, one in tables.items()}
    ) as one:
        yield one


ASKED = [
    ("What was the pothole rate per 1,000 miles in Brackton in Q2 2022?", "6.3"),
    ("What was Corham's rate of potholes in 2022?", "31.3"),
    ("potholes per 1,000 miles in Brackton over the whole of 2022?", "26.6"),
    ("How many potholes were found in Brackton in 2022?", "76"),
    ("How many journeys to the mainland did Orkney islanders make in December 2021?", "45"),
    ("How many journeys to the mainland did islanders make by ferry in January 2022?", "15"),
    ("how many fewer journeys to the mainland were there in February 2022 than in November 2021", "18"),
    ("How many trips to the mainland did Orkney islanders make in November 2021?", "40"),
    ("How many holidays did islanders take in May 2021?", "50"),
    ("How many lamps did the East pier fire?", "12"),
    ("How many lamps did the West pier fire in 2022?", "9"),
    ("How many lamps does West pier douse in 2022?", "5"),
    ("how many trawlers were found at sea, not in port, in 2022", "40"),
    ("How many trawlers were found in port in 2022, not at sea?", "60"),
    ("How many trawlers were found on the slip, not in port, in 2022?", "5"),
]


@pytest.mark.parametrize(("question", "value"), ASKED)
def test_the_figure_that_is_meant_is_given(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert [f.value.lstrip("-") for f in answer.figures][:1] == [value], (answer.text, answer.reasons)


def test_a_rank_of_rates_is_of_the_rates(desk: Desk) -> None:
    answer = desk.ask("Which area had the highest rate of potholes in Q2 2022?")
    assert answer.headline == "Corham", answer.text


NONE_GIVEN = [
    ("Why is there no figure for Ambleby in the third quarter of 2022?", "van was off the road"),
    ("Why are there no figures for Corham in Q1 2022?", "Kept back since the numbers are small"),
    ("Why is the figure for Ambleby in 2022 missing?", "van was off the road"),
]


@pytest.mark.parametrize(("question", "words"), NONE_GIVEN)
def test_why_there_is_no_figure_is_told_in_the_tables_words(desk: Desk, question: str, words: str) -> None:
    answer = desk.ask(question)
    assert words in answer.text, (answer.text, answer.reasons)
    assert words in answer.citations[0].quote


@pytest.mark.parametrize(
    "question", ["Why is there no figure for Brackton in 2022?", "Why is Corham not shown in Q2 2022?"]
)
def test_no_reason_is_given_for_what_the_table_gives(desk: Desk, question: str) -> None:
    assert desk.ask(question).status is not Status.ANSWERED
