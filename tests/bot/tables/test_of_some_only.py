"""Tables of some people, some quarters or some other year: what is said of it, and what is then not answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Answer, Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

LODGED = "Date,Year,Quarter,Island,Scheme,Persons\n" + "".join(
    f"{year}-{month},{year},{quarter},{island},Homes scheme,{n + 10 * quarter}\n"
    for year, quarter, month in (
        (2018, 1, "03-31"),
        (2018, 2, "06-30"),
        (2018, 3, "09-30"),
        (2018, 4, "12-31"),
        (2019, 1, "03-31"),
        (2019, 4, "12-31"),
        (2020, 1, "03-31"),
    )
    for n, island in enumerate(("Skerry", "Muckle"), 1)
)
DECIDED = """Date,Year,Quarter,Nationality,Outcome,Sex,UASC,Decisions
2019-03-31,2019,1,Denmark,Refused,Male,Non-UASC,4
2019-03-31,2019,1,Denmark,Granted,Male,UASC,5
2019-06-30,2019,2,Denmark,Refused,Female,Non-UASC,6
2019-06-30,2019,2,Norway,Granted,Female,UASC,7
2019-09-30,2019,3,Norway,Refused,Male,Non-UASC,8
2019-12-31,2019,4,Norway,Refused,Male,Non-UASC,9
2019-06-30,2019,2,Norway,Awaiting a decision,Male,Non-UASC,4
2019-09-30,2019,3,Denmark,Withdrawn,Male,Non-UASC,0
2019-09-30,2019,3,Norway,Awaiting a decision,Male,Non-UASC,2
"""
COHORTS = """Year of Application,Island,Applications,Initial: refusals,Voluntary returns,Assisted returns
2017,Skerry,90,31,12,3
2017,Muckle,80,32,11,4
2018,Skerry,70,33,14,5
2018,Muckle,60,34,13,6
"""
ENDED = """Incident outcome,Rescue incidents
Seasick,7
Taken home,81
Detained (Mental Health Act),17
"""
HOUSED = """Date,Year,Quarter,Support Type,Port,Accommodation Type,People
2019-03-31,2019,1,Section 95,Ambleby,Dispersal Accommodation,81
2019-03-31,2019,1,Section 95,Corrie,Dispersal Accommodation,22
2019-03-31,2019,1,Section 98,Corrie,Contingency Accommodation - Hotel,13
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {
        "island_resettlement.csv": LODGED,
        "small_boat_initial_decisions.csv": DECIDED,
        "cohorts.csv": COHORTS,
        "rescue_incidents_by_incident_outcome.csv": ENDED,
        "port_support.csv": HOUSED,
    }
    with desk_over(tmp_path_factory.mktemp("desk") / "r", {n: said.encode() for n, said in files.items()}) as made:
        yield made


def _value(answer: Answer) -> str:
    return answer.figures[0].value if answer.figures else ""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many people were resettled on Skerry in 2018?", "104"),
        ("How many people were resettled on Skerry in 2019?", "52"),
        ("how many danes who came in small boats were refused in 2019", "10"),
        ("how many danes were refused in 2019", ""),
        ("How many unaccompanied Norwegians off small boats were granted at the initial decision in 2019?", "7"),
        ("How many people went back to Skerry voluntarily in 2018?", "14"),
        ("how many assisted returns to Muckle were there in 2018", "6"),
        ("How many rescue incidents ended with somebody being sectioned?", "17"),
        ("how many asylum seekers were in dispersal housing in Corrie at the end of March 2019", "22"),
        ("how many asylum seekers were in contingency hotels at the end of March 2019", "13"),
    ],
)
def test_asked_of_some(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert _value(answer) == value, answer.text


def test_what_a_table_lacks_of_a_year_is_said(desk: Desk) -> None:
    alone = desk.ask("How many people were resettled on Skerry in 2019?")
    assert alone.status is Status.PARTIAL
    assert "2019 Q1, 2019 Q4" in alone.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many fewer people were resettled on Muckle in 2019 than in 2018?", "54"),
        ("By how many did the number of people resettled on Skerry fall from 2018 to 2019?", "52"),
    ],
)
def test_it_is_said_too_where_two_years_are_set_against_each_other(desk: Desk, question: str, value: str) -> None:
    moved = desk.ask(question)
    assert (moved.status, _value(moved)) == (Status.PARTIAL, value)
    assert any("2019 Q1, 2019 Q4" in one for one in moved.caveats)


def test_a_title_that_says_of_whom_stands_before_the_figure(desk: Desk) -> None:
    assert desk.ask("how many danes who came in small boats were refused in 2019").text.startswith(
        "Small boat initial decisions"
    )


def test_a_year_of_something_else_is_called_so(desk: Desk) -> None:
    assert "2018 (year of application)" in desk.ask("How many voluntary returns to Skerry were there in 2018?").text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Of the small boat decisions on Danes in 2019, what share were refusals?", "66.7%"),
        ("How many small boat decisions in 2019 were still awaited?", "6"),
        ("how many small boat cases were still awaiting a decision in 2019", "6"),
    ],
)
def test_an_outcome_that_is_still_awaited_is_one_of_those_of_the_year(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert _value(answer) == value, answer.text


APPEALS = """Year,Island,Appeals lodged,First decisions on licensed berths
2018,Skerry,3,120
2018,Muckle,4,31
"""
CLAIMED = """Year,Island,Claims certified,First decisions on licensed berths
2018,Skerry,9,178
2018,Muckle,8,31
"""


def test_two_tables_of_one_measure_that_differ_are_both_told(tmp_path: Path) -> None:
    files = {"berth_appeals.csv": APPEALS.encode(), "berth_claims.csv": CLAIMED.encode()}
    with desk_over(tmp_path / "r", files) as desk:
        asked = desk.ask("How many first decisions on licensed berths were there on Skerry in 2018?")
        alike = desk.ask("How many first decisions on licensed berths were there on Muckle in 2018?")
    assert asked.status is Status.CONFLICTING
    assert {f.value for f in asked.figures} == {"120", "178"}
    assert (alike.status, _value(alike)) == (Status.ANSWERED, "31")


YEARS = "Year,Coast,Boats painted\n2011,North,3\n2012,North,4\n2013,North,5\n2011,South,1\n2012,South,1\n2013,South,1\n"
FINANCIAL = """Table 1: Boats painted with public money on the north coast
|
Year to 31 March|Boats newly painted|Yards newly painted
2010-11|300|9
2011-12|400|8
2012-13|500|7
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many boats were painted on the north coast from 2010-11 to 2012-13 in total?", "1200"),
        ("By how many did the number of boats painted on the north coast rise from 2010-11 to 2011-12?", "100"),
        ("How many boats were painted on the north coast in 2011?", "3"),
    ],
)
def test_a_table_that_has_all_of_the_time_answers_before_one_that_has_a_part(
    tmp_path: Path, question: str, value: str
) -> None:
    files = {"boats_painted.csv": YEARS.encode(), "painted.xlsx": xlsx({"T1": rows_of(FINANCIAL)})}
    with desk_over(tmp_path / "r", files) as desk:
        answer = desk.ask(question)
    assert _value(answer) == value, answer.text
