"""What some do to others, what goes without saying of a table's rows, and what of a measure a deed is not said of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

BULLYING = """Quarter,Sex,Bullying type,Age of bully,Incidents,Of which reported to the head,Marker
2023 Q1,All,All bullying,All ages,90,24,
2023 Q1,All,All bullying,11-13,50,14,
2023 Q1,All,All bullying,14-16,40,10,
2023 Q1,All,Pupil on pupil,All ages,70,18,
2023 Q1,All,Pupil on pupil,11-13,41,11,
2023 Q1,All,Pupil on pupil,14-16,29,7,
2023 Q1,All,Pupil on teacher,All ages,20,6,
2023 Q1,All,Pupil on teacher,11-13,9,3,
2023 Q1,All,Pupil on teacher,14-16,11,3,
2023 Q2,All,All bullying,All ages,80,20,
2023 Q2,All,All bullying,11-13,45,12,
2023 Q2,All,All bullying,14-16,35,8,
2023 Q2,All,Pupil on pupil,All ages,62,15,
2023 Q2,All,Pupil on pupil,11-13,36,9,
2023 Q2,All,Pupil on pupil,14-16,26,6,
2023 Q2,All,Pupil on teacher,All ages,18,5,
2023 Q2,All,Pupil on teacher,11-13,9,3,
2023 Q2,All,Pupil on teacher,14-16,9,2,
"""
ROBBERIES = """Ferry robberies by crew and age of robber
Year,Robbery type,Age of robber,Robberies,Of which armed
2021,All robberies,All ages,30,4
2021,All robberies,Under 30,12,3
2021,All robberies,30 and over,18,1
2021,Sailor on sailor,All ages,10,1
2021,Sailor on passenger,All ages,20,3
2022,All robberies,All ages,40,5
2022,All robberies,Under 30,22,3
2022,All robberies,30 and over,18,2
2022,Sailor on sailor,All ages,16,2
2022,Sailor on passenger,All ages,24,3
"""
VERDICTS = rows_of(
    """
Table 2: Court verdicts recorded, by sex of the accused, Arden, 2021 to 2022
Verdict | Male 2021 | Female 2021 | All 2021 | Male 2022 | Female 2022 | All 2022
Guilty | 40 | 12 | 52 | 44 | 10 | 54
Not proven | 6 | 2 | 8 | 7 | 3 | 10
Unlawful killing | 3 | 1 | 4 | 2 | 1 | 3
Suicide | 9 | 4 | 13 | 11 | 5 | 16
"""
)
SEEN = rows_of(
    """
Table 3: Whales sighted off piers and nets returned to owners, by coast, 2021 to 2022
Coast | Whales sighted 2021 | Whales sighted 2022 | Nets 2022
All coasts | 70 | 81 | 22
North | 40 | 44 | 12
South | 30 | 37 | 10
"""
)
LICENCES = rows_of(
    """
Table 4: Valid mooring licences held by reason, Wales, at 1 May, 2022 to 2023
Reason | 1 May 2022 | 1 May 2023
Trade | 300 | 320
Organisational licence | 40 | 44
All licences | 340 | 364
"""
)
FILES = {
    "school-bullying-quarterly.csv": BULLYING.encode(),
    "ferry-robberies.csv": ROBBERIES.encode(),
    "verdicts.xlsx": xlsx({"T2": VERDICTS}),
    "seen.xlsx": xlsx({"T3": SEEN}),
    "licences.xlsx": xlsx({"T4": LICENCES}),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("whom") / "record", FILES) as one:
        yield one


@pytest.mark.parametrize(
    ("question", "value"),
    [
        # some upon others of their own sort
        ("How many incidents of bullying between pupils were there in Q1 2023?", "70"),
        ("How many robberies between sailors on ferries were there in 2022?", "16"),
        ("How many incidents of bullying by 14 to 16 year olds on other pupils were there in Q2 2023?", "26"),
        ("How many incidents of bullying against teachers were there in Q2 2023?", "18"),
        # what goes without saying of those that all rows are of
        ("how many incidents of bullying were there in schools in Q1 2023", "90"),
        # of a measure that says that it is of another, the rest
        ("How many ferry robberies were not armed in 2022?", "35"),
        # offences are committed
        ("How many ferry robberies were committed by under 30s in 2021?", "12"),
        # a deed done to oneself, and a row that is what the table counts
        ("How many men were found to have killed themselves in 2022?", "11"),
        ("How many women took their own lives in 2021?", "4"),
        ("How many not proven verdicts were there in 2022?", "10"),
        # what was done to one of the things that a title lists
        ("How many whales were sighted off the South coast in 2022?", "37"),
        ("How many nets were returned on the North coast in 2022?", "12"),
        # what is held is there
        ("how many valid mooring licences were there on 1 May 2022", "340"),
        ("How many mooring licences were held by organisations at 1 May 2023?", "44"),
    ],
)
def test_what_is_asked_about_is_given(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert answer.figures[0].value == value, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many incidents of bullying of pupils by teachers were there in Q1 2023?",
        "How many ferry robberies were there by passengers on sailors in 2022?",
        "How many incidents of bullying by teachers were there in Q2 2023?",
        "How many people killed themselves at sea in 2022?",
        "How many whales were killed off the South coast in 2022?",
        "How many ferry robberies were not solved in 2022?",
    ],
)
def test_the_other_way_about_is_not_given(desk: Desk, question: str) -> None:
    assert not desk.ask(question).figures
