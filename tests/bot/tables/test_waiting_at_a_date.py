"""Files of what waited at each of several days: counted on that day, never over several, and not what came in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.bot.tables.putting import desk_over

BERTHS = """Date,Harbour,Owner,Berth stage,Wait,Applications
2021-03-31,Ambleby,Visitor,Pending initial survey,6 months or less,8
2021-03-31,Ambleby,Resident,Pending initial survey,6 months or less,20
2021-03-31,Ambleby,Resident,Pending initial survey,More than 6 months,11
2021-03-31,Corrie,Resident,Pending Initial survey,6 months or less,5
2021-03-31,Corrie,Visitor,Pending second survey,More than 6 months,4
2021-06-30,Ambleby,Visitor,Pending Initial survey,6 months or less,9
2021-06-30,Ambleby,Resident,Pending Initial survey,6 months or less,25
2021-06-30,Ambleby,Resident,Pending Initial survey,More than 6 months,16
2021-06-30,Corrie,Resident,Pending Initial survey,6 months or less,7
2021-06-30,Corrie,Visitor,Pending second survey,More than 6 months,2
"""
TRAMS = """Date,Depot,Rank,Referrals
2019-12-31,North,Driver,31
2019-12-31,North,Trainee,6
2019-12-31,South,Driver,14
2020-12-31,North,Driver,22
2020-12-31,North,Trainee,3
2020-12-31,South,Driver,17
"""
ASYLUM = """Date,Nationality,Applicant type,Stage,Applications
2018-06-30,France,Main applicant,Pending initial decision,10
2018-06-30,France,Dependant,Pending initial decision,3
2018-06-30,Peru,Main applicant,Pending initial decision,40
2018-06-30,Peru,Dependant,Pending initial decision,5
2018-06-30,Japan,Main applicant,Pending further review,2
2018-09-30,France,Main applicant,Pending initial decision,12
2018-09-30,France,Dependant,Pending initial decision,4
2018-09-30,Peru,Main applicant,Pending initial decision,44
2018-09-30,Peru,Dependant,Pending initial decision,6
2018-09-30,Japan,Main applicant,Pending further review,1
"""
FILES = {"awaiting_survey.csv": BERTHS, "outstanding_tram_checks.csv": TRAMS, "people_waiting.csv": ASYLUM}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("waiting")
    with desk_over(folder / "record", {name: text.encode() for name, text in FILES.items()}) as one:
        yield one


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (
            "How many residents at Ambleby had been waiting more than 6 months for an initial survey at 30 June 2021?",
            "16",
        ),
        ("how many at ambleby were waiting for a first survey at the end of march 2021", "39"),
        ("How many at Ambleby were awaiting an initial survey at 30 June 2021, including visitors?", "50"),
        ("How many at Ambleby, visitors included, were awaiting an initial survey at 31 March 2021?", "39"),
        ("How many residents and visitors at Ambleby were awaiting an initial survey at 30 June 2021?", "50"),
        (
            "By how much did those at Ambleby awaiting an initial survey rise from 31 March 2021 to 30 June 2021?",
            "11",
        ),
        ("Of all those awaiting an initial harbour survey at 30 June 2021, how many had waited over 6 months?", "16"),
        ("How many tram checks on drivers were outstanding at 31 December 2020?", "39"),
        (
            "How many dependants of Peruvian asylum seekers were waiting for an initial decision at 30 September 2018?",
            "6",
        ),
        ("How many asylum applications were pending further review at 30 June 2018?", "2"),
        (
            "How many were waiting for an initial decision on an asylum claim at 30 June 2018, counting dependants?",
            "58",
        ),
    ],
)
def test_what_waited_on_a_day_is_told(desk: Desk, question: str, value: str) -> None:
    assert [f.value for f in desk.ask(question).figures][:1] == [value]


@pytest.mark.parametrize(
    "question",
    [
        "How many berth applications were there in 2021?",
        "How many residents at Ambleby applied in 2021?",
        "How many drivers were referred in 2020?",
        "How many were awaiting an initial survey at Ambleby in March 2021 and June 2021 together?",
        "How many visa applications were pending an initial decision at 30 June 2018?",
        "How many asylum applications were made by Peruvians in 2018?",
        "How many asylum seekers were awaiting a survey at Corrie at 30 June 2021?",
    ],
)
def test_what_came_in_or_several_days_together_is_not(desk: Desk, question: str) -> None:
    assert not desk.ask(question).figures
