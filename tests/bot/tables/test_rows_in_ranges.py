"""Questions that name rows by a range, a list or a body's area, that deny what a row does, or name the very row."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Answer
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

ENDINGS = """Force,Rower given a reprimand,Rower fined,Rower given penalty notice,Search complete; no boat identified,\
Rower found not guilty,Rower sent to Harbour Court,Under search
North Ambleby Police,31,12,5,400,9,2,30
South Ambleby Police,22,8,6,300,4,1,20
Corrie Police,17,9,3,250,2,3,10
Dunmore Constabulary,13,3,2,120,6,4,15
"""
TOTALS = """Ending,Total 2012-2016
Rower given a reprimand,83
Rower fined,32
Rower found not guilty,21
Search complete; no boat identified,1070
"""
PUPILS = """"","area","class","201516","201617","201718"
"1","Ambleby","level_1",127,193,196
"2","Ambleby","level_2",332,353,372
"3","Ambleby","level_3",305,408,434
"4","Ambleby","level_4",12,14,16
"""
STAGES = """Date,Year,Quarter,Port,Berth outcome,Outcome group,Requests
2019-03-31,2019,1,Ambleby,Awaiting a final berth decision,Awaiting a decision,7
2019-03-31,2019,1,Ambleby,Granted,Final berth decision,3
2019-03-31,2019,1,Corrie,Refused,Final berth decision,2
2019-06-30,2019,2,Corrie,Awaiting a first berth decision,Awaiting a decision,5
2019-06-30,2019,2,Corrie,Awaiting a final berth decision,Awaiting a decision,4
2019-06-30,2019,2,Corrie,Granted,First berth decision,8
"""
PLANTED = """Table 2: New painting of berths supported by the Harbour Fund, April 2010 to September 2018, by Borough
|
Borough|Number of berths - newly painted|Length of quay - newly painted|Number of berths newly painted per mile of quay
Ambleby|257|215|73
Corrie|262|220|49
Dunmore|268|233|70
Eastholm|19|15|5
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    from tests.corpus.statistics.workbooks import rows_of, xlsx

    files = {
        "endings_by_force.csv": ENDINGS.encode(),
        "endings_totals.csv": TOTALS.encode(),
        "swimming_lessons_wide.csv": PUPILS.encode(),
        "berth_requests.csv": STAGES.encode(),
        "berths.xlsx": xlsx({"T2": rows_of(PLANTED)}),
    }
    with desk_over(tmp_path_factory.mktemp("desk") / "r", files) as made:
        yield made


def _value(answer: Answer) -> str:
    return answer.figures[0].value if answer.figures else ""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many rowers were fined in Corrie Police's area?", "9"),
        ("how many rowers were fined in the Dunmore police area", "3"),
        ("how many rowers were given a reprimand on Corrie Constabulary's patch", "17"),
        ("How many rowers were fined by Corrie police?", "9"),
        ("How many rowers were found not guilty in Dunmore?", "6"),
        ("How many searches ended with no boat identified in Corrie?", "250"),
        ("How many rowers were fined in North Ambleby and South Ambleby?", "20"),
        ("How many rowers were fined across the three southern forces: South Ambleby, Corrie and Dunmore?", "20"),
        ("how many rowers were fined in the two police areas, namely Corrie and Dunmore", "12"),
        ("How many rowers were fined across the four forces: Corrie and Dunmore?", ""),
        ("how many rowers were given a reprimand from 2012 to 2016", "83"),
        ("how many rowers were given a reprimand in 2014", ""),
        ("How many lessons were there at levels 1 to 3 in Ambleby in 2015/16?", "764"),
        ("how many lessons between level 2 and level 4 in Ambleby in 2016/17", "775"),
        ("How many lessons at level 1 and level 3 in Ambleby in 2015/16?", "432"),
        ("How many requests were awaiting a final berth decision at Ambleby in 2019 Q1?", "7"),
        ("how many requests at corrie were waiting for a final berth decision in april to june 2019", "4"),
        ("How many final berth decisions on requests were there in the first quarter of 2019?", "5"),
        ("How many berths were newly painted in Corrie?", "262"),
        ("Which borough had the most berths painted?", "Dunmore"),
    ],
)
def test_asked_of_rows(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert value in (_value(answer), answer.headline) if value else not answer.figures, answer.text


def test_a_table_of_one_stretch_says_of_which(desk: Desk) -> None:
    assert "April 2010 to September 2018" in desk.ask("How many berths were newly painted in Corrie?").text


def test_one_force_that_did_it_is_no_breakdown(desk: Desk) -> None:
    assert desk.ask("how many rowers were fined by Corrie police").headline == "9"
