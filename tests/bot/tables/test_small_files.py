"""Small files of one table each, whose headings say the whole: ages, totals of an age, ends of periods."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

BERTHS = """Date of entry to port,Total children,Children 4 and under,Children 5 to 11 years,Total adults 18 and over
2017,29,9,20,700
2018,36,14,22,650
2019,18,6,12,810
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
PRICES = """Date,Year,Quarter,Cost
2021-03-31,2021,1,41.5
2021-06-30,2021,2,39.75
2021-09-30,2021,3,44.1
2021-12-31,2021,4,43
"""
OARS = """Year,Oars in use
2019,410
2020,388
2021,455
"""
REMINDERS = """Nationality,Total
Denmark,31
Norway,24
Portugal,12
"""
TICKETS = """Port,Appeals
Ambleby,31
Corrie,24
"""
FINES = """Stop,Number
Quayside,17
Castle,25
"""
SAFETY = """Date,Quarter,Year,Stage,Cases
2021-03-31,Q1,2021,Referred for review of safety,200
2021-03-31,Q1,2021,Recalls,7
2021-06-30,Q2,2021,Referred for review of safety,210
2021-06-30,Q2,2021,Recalls,4
"""
FILES = {
    "reminders_to_pay.csv": REMINDERS,
    "appeals_against_parking_tickets.csv": TICKETS,
    "penalty_fares.csv": FINES.replace("Number", "Penalty notices"),
    "safety_cases_considered.csv": SAFETY,
    "berth_cost_per_day.csv": PRICES,
    "oars.csv": OARS,
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
        ("How many children were on ferries in 2019?", 18),
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


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What is the lowest the daily cost of a berth has been?", "39.75"),
        ("What's the highest that the cost of a berth has been?", "44.1"),
        ("What is the most oars there have been in use?", "455"),
        ("What is the fewest oars there have been in use?", "388"),
    ],
)
def test_what_has_been_the_lowest_is_looked_for_over_all_times(desk: Desk, question: str, value: str) -> None:
    assert given(desk, question) == Decimal(value)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many Danish people were sent a reminder to pay?", 31),
        ("How many Norwegians were issued with a reminder to pay?", 24),
        ("How many people at Quayside were given a penalty notice?", 17),
        ("How many people were handed penalty notices at Castle?", 25),
    ],
)
def test_whoever_is_sent_a_notice_is_counted_with_it(desk: Desk, question: str, value: int) -> None:
    assert given(desk, question) == value


@pytest.mark.parametrize(
    "question",
    [
        "How many people at Ambleby were given a parking ticket?",
        "How many Danish people were sent a parcel?",
        "How many recalls were there on medical grounds in Q1 2021?",
    ],
)
def test_what_was_sent_is_no_other_thing(desk: Desk, question: str) -> None:
    assert desk.ask(question).status in ABSTAINED


def test_grounds_only_join_a_count_to_its_matter(desk: Desk) -> None:
    assert given(desk, "How many recalls were there on safety grounds in Q2 2021?") == 4
