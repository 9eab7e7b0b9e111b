"""Lengths that a table tells in another unit, places that only a file's name gives, and when a number was passed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from bot.tables.bounds import bound_in
from tests.bot.tables.putting import desk_over

MOORINGS = """Year,Month,Harbour,Boats waiting > 52 weeks,Boats waiting > 18 weeks
2021,Mar,Ambleby,40,90
2021,Jun,Ambleby,55,120
2021,Sep,Ambleby,70,110
2021,Mar,Corrie,12,30
2021,Jun,Corrie,9,36
2021,Sep,Corrie,8,40
"""
LOANS = """Year,Branch,Books kept for 14 days or more,Books kept for 3 months or more
2019,Dunmore,300,20
2020,Dunmore,410,26
2021,Dunmore,520,31
"""
REPAIRS = """Date,TramsRepaired,TramsLost
""" + "".join(f"2021-05-{n:02},{max(0, n - 3) * 10},{n * n}\n" for n in range(1, 16))
FILES = {"moorings-NI.csv": MOORINGS, "loans.csv": LOANS, "repairs.csv": REPAIRS}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("lengths")
    with desk_over(folder / "record", {name: text.encode() for name, text in FILES.items()}) as one:
        yield one


ANSWERED = [
    ("How many boats in Northern Ireland were waiting more than a year at Ambleby in June 2021?", "55"),
    ("How many boats were waiting over 12 months at Corrie in March 2021?", "12"),
    ("How many boats were waiting more than 18 weeks at Ambleby in June 2021?", "120"),
    ("How many books were kept for at least a fortnight in Dunmore in 2020?", "410"),
    ("How many books were kept for at least two weeks in Dunmore in 2021?", "520"),
    ("How many books were kept for 13 weeks or more in Dunmore in 2020?", "26"),
    ("What share of the boats waiting over 18 weeks at Ambleby in June 2021 had been waiting over a year?", "45.8%"),
    ("In which month were more than 100 boats first waiting over 18 weeks at Ambleby?", "120"),
    ("When did the number of books kept for a fortnight or more in Dunmore first pass 500?", "520"),
    ("When did the number of trams lost first exceed 100?", "121"),
    ("When was the first tram repaired?", "10"),
]


@pytest.mark.parametrize(("text", "value"), ANSWERED)
def test_a_length_is_heard_in_the_units_of_the_table(desk: Desk, text: str, value: str) -> None:
    answer = desk.ask(text)
    assert [f.value for f in answer.figures][:1] == [value], answer.text


@pytest.mark.parametrize(
    "text",
    [
        "How many boats in Scotland were waiting more than a year at Ambleby in June 2021?",
        "How many boats were waiting less than a year at Ambleby in June 2021?",
        "How many boats were waiting more than two years at Ambleby in June 2021?",
        "How many books were kept for a month or more in Dunmore in 2020?",
        "When did the number of books kept for a fortnight or more in Dunmore first pass 900?",
        "When did the number of trams lost first exceed 0?",
        "When was the first tram lost?",
    ],
)
def test_another_length_or_place_is_not_met(desk: Desk, text: str) -> None:
    assert not desk.ask(text).figures


@pytest.mark.parametrize(
    ("text", "said", "above", "rows"),
    [
        ("When did launches first pass 4,000?", "pass 4,000", True, ""),
        ("In which year did the number of lamps first fall below 90?", "fall below 90", False, "year"),
        ("On what day did loans reach 2 million?", "reach 2 million", True, "day"),
    ],
)
def test_that_it_is_asked_when_a_number_was_passed_is_heard(text: str, said: str, above: bool, rows: str) -> None:
    bound = bound_in(text)
    assert bound is not None
    assert (bound.earliest, bound.said, bound.above, bound.rows) == (True, said, above, rows)


@pytest.mark.parametrize("text", ["When did the ferry pass Corrie?", "When will launches pass 2024?"])
def test_no_number_is_passed_where_none_is_named(text: str) -> None:
    assert bound_in(text) is None


DEPOT = """Time period,Trams in service (thousands),Share of trams late (%)
Jan to Mar 2019,20,4.1
Feb to Apr 2019,22,3.9
Mar to May 2019,25,4.6
Apr to Jun 2019,24,4.4
"""
PIERS = """Year,Pier,Tickets sold
2019,Ambleby,500
2020,Ambleby,600
2019,Corrie,900
2020,Corrie,100
"""


@pytest.mark.parametrize(
    ("text", "value", "when"),
    [
        ("What is the lowest share of trams late in these figures?", "3.9%", "Feb to Apr 2019"),
        ("What was the highest number of trams in service on record?", "25000", "Mar to May 2019"),
        ("What is the most tickets ever sold at Ambleby?", "600", "2020"),
        ("share of trams late, mar to may 2019", "4.6%", ""),
    ],
)
def test_the_highest_of_all_times_is_that_of_the_one_series_that_is_named(
    tmp_path_factory: pytest.TempPathFactory, text: str, value: str, when: str
) -> None:
    files = {"depot.csv": DEPOT.encode(), "piers.csv": PIERS.encode()}
    with desk_over(tmp_path_factory.mktemp("ever") / "record", files) as one:
        answer = one.ask(text)
        assert [f.value for f in answer.figures][:1] == [value], answer.text
        assert when in answer.text
        assert not one.ask("What is the most tickets sold in these figures?").figures


BRIDGES = """Bridge tolls by month,,
Year,Month,Tolls paid
2023,Jan\u2020,40
,Feb,50
,Mar\u00b9,60
,Apr\u00b2,70
,Latest three months,180
,Year to date,220
"""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("How many tolls were paid in March 2023?", "60"),
        ("How many tolls were paid in April 2023?", "70"),
        ("How many tolls were paid in the latest 3 months?", "180"),
        ("How many tolls were paid in the year to date?", "220"),
        ("How many tolls were paid in the latest six months?", None),
    ],
)
def test_a_stretch_that_a_row_is_called_is_that_row(
    tmp_path_factory: pytest.TempPathFactory, text: str, value: str | None
) -> None:
    with desk_over(tmp_path_factory.mktemp("tolls") / "record", {"tolls.csv": BRIDGES.encode()}) as one:
        answer = one.ask(text)
        assert [f.value for f in answer.figures][:1] == ([value] if value else []), answer.text
