"""How long something takes, how many times as many, who did not, and bands within a label, asked of tables."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

TRAMS = """Median time from report to repair of tram faults (days)
Depot,2022 Q1,2022 Q2,2022 Q3,2022 Q4,2023 Q1,2023 Q2
Moor Lane,12.0,12.5,13.0,14.2,15.1,14.0
Castle Street,8.0,8.5,9.0,9.2,9.1,9.6
Harbour,20.0,21.5,23.0,24.2,25.1,24.4
All depots,13.0,13.5,14.0,15.2,16.1,15.8
"""
LOANS = """Library,Year,Requests filled,Median days to fill,Average waiting time (weeks)
Fernley,2021,120,14,2.5
Fernley,2022,140,16,3.0
Oldmarket,2021,90,10,1.5
Oldmarket,2022,95,11,1.8
"""
FERRIES = """Year,Route,Ferry crossings
2020,Inner,400
2020,Outer,300
2021,Inner,450
2021,Outer,310
"""
LIFEBOATS = """Lifeboats awaiting repair at the end of the quarter
Station,2022 Q3,2022 Q4,2023 Q1,2023 Q2
Crabness,12,15,16,18
Gull Head,5,6,8,9
Sandwick,3,2,4,6
All stations,20,23,28,33
"""
KITES = """Club,Year,Pilots,Pilots insured,Pilots left,Insurance rate (%)
Moor,2021,120,90,10,75.0
Moor,2022,140,100,12,71.4
Dale,2021,60,50,c,83.3
Dale,2022,66,c,3,c
"""
CLAIMS = """Flood claims open for three years or more at 30 June
Harbour town,2021,2022,2023,2024
Ambleby,40,44,52,61
Brackwater,12,10,9,7
Colwick,20,25,25,40
All towns,72,79,86,108
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    tables = {
        "trams.csv": TRAMS,
        "loans.csv": LOANS,
        "ferries.csv": FERRIES,
        "lifeboats.csv": LIFEBOATS,
        "kites.csv": KITES,
        "claims.csv": CLAIMS,
    }
    record = tmp_path_factory.mktemp("lasting") / "record"
    with desk_over(record, {name: one.encode() for name, one in tables.items()}) as one:
        yield one


TAKES = [
    ("How many days did faults at Harbour typically take from report to repair in the last quarter of 2022?", "24.2"),
    ("How long did tram faults at Castle Street take in October to December 2022?", "9.2"),
    ("How long did it usually take to repair a tram fault in Q1 2023?", "16.1"),
    ("How long did requests take to fill at Fernley in 2022?", "16"),
    ("How long did people wait for requests at Oldmarket in 2021?", "1.5"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "value"), TAKES)
def test_how_long_something_takes_is_told_by_what_measures_it(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.ANSWERED, answer.text
    assert [f.value for f in answer.figures] == [value]


MOVED = [
    ("By how many days did the median time for tram faults at Moor Lane grow between Q1 2022 and Q1 2023?", "3.1"),
    ("Did tram faults at Harbour take longer in Q1 2023 than in Q1 2022?", "5.1"),
    ("By how much did the average waiting time for requests at Fernley rise between 2021 and 2022?", "0.5"),
]


@pytest.mark.parametrize(("question", "value"), MOVED)
def test_what_it_took_moved(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.COMPUTED, answer.text
    assert [f.value for f in answer.figures] == [value]


@pytest.mark.parametrize(
    "question",
    [
        "How long did ferry crossings take on the Inner route in 2020?",
        "How long were lifeboats awaiting repair at Crabness in Q4 2022?",
        "How long did a tram fault at Harbour take to be reported in the first quarter of 2023?",
        "How many weeks did the flood claims at Ambleby take in 2022?",
    ],
)
def test_a_count_is_no_length_of_time_nor_one_stretch_another(desk: Desk, question: str) -> None:
    assert desk.ask(question).status is Status.NOT_IN_RECORD


TIMES_AS = [
    ("How many times as many lifeboats were awaiting repair at Sandwick in Q2 2023 as in Q4 2022?", "3"),
    ("How many times higher were flood claims open for three years or more at Colwick in 2024 than in 2021?", "2"),
    ("How many times as many ferry crossings were there on the Inner route as on the Outer route in 2021?", "1.5"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "value"), TIMES_AS)
def test_how_many_times_as_many(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.COMPUTED, answer.text
    assert answer.headline == f"{value} times"
    assert answer.derivation is not None
    assert answer.derivation.operation == "ratio"
    assert len(answer.derivation.operands) == 2


def test_a_band_within_a_label_sets_nothing_against_another_thing(desk: Desk) -> None:
    fell = desk.ask(
        "Did the number of flood claims open for three years or more at Brackwater go down between 2021 and 2024?"
    )
    assert fell.text.startswith("Yes. A fall of 5"), fell.text
    level = desk.ask(
        "Did the number of flood claims open for three years or more at Colwick fall between 2022 and 2023?"
    )
    assert level.text.startswith("No."), level.text
    both = desk.ask(
        "How many flood claims had been open for three years or more at Ambleby and Colwick together in 2024?"
    )
    assert both.status is Status.COMPUTED
    assert [f.value for f in both.figures] == ["101"]
    assert both.derivation is not None
    assert len(both.derivation.operands) == 2


@pytest.mark.parametrize(
    "question",
    [
        "How many flood claims had been open for under three years at Ambleby in 2022?",
        "How many flood claims had been open for at most three years at Ambleby in 2022?",
        "How many flood claims had been open for over a year at Ambleby in 2022?",
        "How many lifeboats at Crabness had been awaiting repair for more than a week in Q4 2022?",
    ],
)
def test_another_length_of_time_is_another_condition(desk: Desk, question: str) -> None:
    assert desk.ask(question).status is Status.NOT_IN_RECORD


@pytest.mark.parametrize(
    "words", ["at least three years", "more than three years", "three years or longer", "three or more years"]
)
def test_the_same_length_of_time_in_other_words(desk: Desk, words: str) -> None:
    answer = desk.ask(f"How many flood claims had been dragging on for {words} at Ambleby in June 2023?")
    assert [f.value for f in answer.figures] == ["52"], answer.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many pilots at Moor were not insured in 2021?", "30"),
        ("How many kite pilots at the Dale club were not insured in 2021?", "10"),
        ("How many pilots weren't insured at Moor in 2022?", "40"),
    ],
)
def test_those_who_did_not_are_all_less_those_who_did(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.COMPUTED, answer.text
    assert [f.value for f in answer.figures] == [value]
    assert answer.derivation is not None
    assert answer.derivation.operation == "difference"


@pytest.mark.parametrize(
    "question",
    [
        "How many pilots at Dale were not insured in 2022?",
        "How many pilots at Moor had not left in 2022?",
        "How many lifeboats at Crabness were not awaiting repair in Q4 2022?",
    ],
)
def test_those_who_did_not_are_left_untold_where_they_cannot_be_worked_out(desk: Desk, question: str) -> None:
    assert desk.ask(question).status is Status.NOT_IN_RECORD


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How big was the backlog of lifeboats awaiting repair at Crabness at the end of 2022?", "15"),
        ("How large was the repair backlog for lifeboats at Sandwick in Q1 2023?", "4"),
        ("how big was the lifeboat repair backlog in the first quarter of 2023", "28"),
    ],
)
def test_how_big_is_how_many_of_what_many_make_up(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.ANSWERED, answer.text
    assert [f.value for f in answer.figures] == [value]


def test_how_big_each_of_them_is_is_not_how_many_there_are(desk: Desk) -> None:
    assert desk.ask("How big were the lifeboats at Crabness at the end of 2022?").status is Status.NOT_IN_RECORD
    assert desk.ask("How big was the lifeboat awaiting repair at Crabness in 2022?").status is Status.NOT_IN_RECORD


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What was the insurance rate for pilots at Dale in 2021?", "83.3%"),
        ("What was the median number of days to fill requests at Fernley in 2021?", "14"),
        ("What was the average waiting time for requests at Fernley in 2022?", "3"),
    ],
)
def test_whom_a_rate_is_of_is_told_by_the_counts_beside_it(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert [f.value for f in answer.figures] == [value], answer.text


@pytest.mark.parametrize(
    ("title", "asked", "other"),
    [
        (
            "Outstanding Crown Court cases",
            "outstanding Crown Court cases",
            "outstanding cases in the magistrates' courts",
        ),
        ("High Court judges", "High Court judges", "judges of the magistrates' courts"),
        ("Family court sittings", "family court sittings", "sittings of the magistrates' court"),
    ],
)
def test_another_of_the_same_sort_is_not_meant(
    tmp_path_factory: pytest.TempPathFactory, title: str, asked: str, other: str
) -> None:
    table = f"{title}\nPlace,2019,2020\nAmbleby,120,130\nBrackwater,60,61\nAll places,180,191\n"
    with desk_over(tmp_path_factory.mktemp("sorts") / "record", {"sorts.csv": table.encode()}) as one:
        assert [f.value for f in one.ask(f"How many {asked} were there in Ambleby in 2020?").figures] == ["130"]
        assert one.ask(f"How many {other} were there in Ambleby in 2020?").status is Status.NOT_IN_RECORD


TUGS = """Port,Year,Harbour tugs,Harbour tugs chartered,Harbour tugs over 30 metres,Charter rate (%),Average crew
Ambleby,2021,40,30,12,75.0,5.5
Ambleby,2022,44,32,13,72.7,5.6
Brackwater,2021,20,5,4,25.0,4.1
Brackwater,2022,22,c,5,c,4.0
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many harbour tugs were there at Ambleby in 2022?", "44"),
        ("How many harbour tugs at Ambleby were chartered in 2022?", "32"),
        ("How many harbour tugs at Brackwater were over 30 metres in 2021?", "4"),
        ("How many harbour tugs at Ambleby were not chartered in 2021?", "10"),
        ("What was the charter rate of harbour tugs at Ambleby in 2021?", "75.0%"),
        ("What was the average crew of harbour tugs at Brackwater in 2022?", "4.0"),
    ],
)
def test_what_most_measures_say_names_none_of_them_beside_another(
    tmp_path_factory: pytest.TempPathFactory, question: str, value: str
) -> None:
    with desk_over(tmp_path_factory.mktemp("tugs") / "record", {"tugs.csv": TUGS.encode()}) as one:
        answer = one.ask(question)
        assert [f.value for f in answer.figures] in ([value], [value.replace(".0", "")]), answer.text


@pytest.mark.parametrize("title", ["Average ferry waiting time", "Ferry waiting times in minutes", "Median ferry wait"])
def test_a_wait_is_told_without_a_unit_of_its_own(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    table = f"{title}\nPier,2019,2020\nAmbleby,24,30\nBrackwater,12,11\n"
    with desk_over(tmp_path_factory.mktemp("piers") / "record", {"piers.csv": table.encode()}) as one:
        answer = one.ask("How long was the ferry wait at Ambleby in 2020?")
        assert [f.value for f in answer.figures] == ["30"], answer.text
