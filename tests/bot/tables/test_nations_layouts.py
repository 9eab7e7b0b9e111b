"""Tables as nations' and departments' releases lay them out: scales in titles, columns of units, stocks at a day."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx
from tests.exam.scoring import unbacked

FERRIES = rows_of(
    """
Table F1: Ferry crossings by coast and nation, in millions: Great Britain, annual from 2018/19
Financial year | England | Scotland | Wales | England outside Cornwall
2018/19 | 40.5 | 11.2 | 6.1 | 33.3
2019/20 | 39.1 | 12.4 | 6.0 | 32.2
2020/21 | 20.2 | 5.5 | 2.9 | 17.0
2021/22 | 30.3 | 9.1 | 4.2 | 25.1
"""
)
RESERVED = rows_of(
    """
Table F2: Discounted ferry crossings in England
| Veteran discounted crossings (millions) | Child discounted crossings (millions) | Veteran crossings as a percentage
Financial year | England | England | England
2020/21 | 4.2 | 3.1 | 20.8
2021/22 | 6.6 | 5.2 | 21.8
"""
)
KITES = """time_period,area_name,make_of_kite,measure,unit,value
2020,England,Box kite,Kites sold,Number,310
2020,England,Delta kite,Kites sold,Number,250
2020,England,Box kite,Kite loss rate,Losses per 1000 flights,4.2
2020,England,Delta kite,Kite loss rate,Losses per 1000 flights,3.8
2020,Wales,Box kite,Kites sold,Number,31
2020,Wales,Delta kite,Kites sold,Number,24
2020,Wales,Box kite,Kite loss rate,Losses per 1000 flights,5.1
2020,Wales,Delta kite,Kite loss rate,Losses per 1000 flights,2.2
"""
BERTHS = """Boats moored at 31 March by harbour and type of mooring

Harbour,Mooring,2018-19,2019-20,2020-21,2021-22
Ambleby,Swinging moorings,310,330,320,340
,Pontoons or other fixed berths,55,60,50,45
,All moorings,365,390,370,385
Corrie,Swinging moorings,110,120,130,140
,Pontoons or other fixed berths,20,25,30,35
,All moorings,130,145,160,175
"""
YARDS = rows_of(
    """
Table Y1: Repair appeals lodged in the Admiralty yards, by hull type
Year | Quarter | Wooden hulls | Steel hulls | Glass-fibre hulls | Total appeals
2021 | | 40 | 70 | 90 | 200
2022 | | 35 | 80 | 95 | 210
"""
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over five small releases."""
    files = {
        "ferry-crossings.xlsx": xlsx({"F1": FERRIES, "F2": RESERVED}),
        "kites-sold.csv": KITES.encode(),
        "boats-moored.csv": BERTHS.encode(),
        "yard-appeals.xlsx": xlsx({"Y1": YARDS}),
    }
    with desk_over(tmp_path_factory.mktemp("nations"), files) as made:
        yield made


CASES = [
    ("how many ferry crossings were there in Scotland 21/22", "9.1 million"),
    ("How many ferry crossings were there in Wales in 18-19?", "6.1 million"),
    ("What is the latest figure for ferry crossings in England?", "30.3 million"),
    ("What was the average number of ferry crossings a year in Scotland over the two years to 2019/20?", "11,800,000"),
    ("Were there more ferry crossings in Wales in 2021/22 than in 2019/20?", "No. A fall"),
    (
        "Did ferry crossings in Scotland go up or down between 2018/19 and 2019/20, and by how much?",
        "A rise of 1,200,000",
    ),
    ("Are there fewer ferry crossings in Wales now than in 2018/19?", "Yes. A fall"),
    ("Have ferry crossings in Scotland risen every year since 2018/19?", "No. A fall"),
    ("How many kites were sold in England and Wales in 2020?", "615"),
    ("What was the kite loss rate for box kites in Wales in 2020?", "5.1 [1]"),
    ("How many boats were moored in Ambleby in March 2021?", "370"),
    ("How many boats were moored in Corrie at 31 March 2022?", "175"),
    ("How many boats were moored in Corrie each year since 2018-19?", "2020-21: 160"),
    ("How many boats were moored on pontoons in Ambleby in 2020-21?", "50"),
    ("How many appeals were there in the Admiralty yards in 2022?", "210"),
    ("Which hull type of Admiralty yard appeals had the biggest increase between 2021 and 2022?", "Steel hulls"),
]


@pytest.mark.parametrize(("question", "said"), CASES, ids=[q for q, _ in CASES])
def test_said(desk: Desk, question: str, said: str) -> None:
    """What each question is answered by, every number of it borne out."""
    answer = desk.ask(question)
    assert said in answer.text, answer.text
    assert not unbacked(json.loads(json.dumps(answer.to_json())))


NOT_SAID = [
    ("How many ferry crossings were there in Scotland over the five years to 2021/22?", "37"),
    ("How many 21-22 year olds sold kites?", "615"),
    ("How many ferry crossings were there in Cornwall in 2021/22?", "25.1"),
    ("How many boats were moored in Ambleby in March 2016?", "3"),
]


@pytest.mark.parametrize(("question", "number"), NOT_SAID, ids=[q for q, _ in NOT_SAID])
def test_not_said(desk: Desk, question: str, number: str) -> None:
    """What no table answers, and the number that it may not be given."""
    answer = desk.ask(question)
    assert not any(f.value.startswith(number) for f in answer.figures), answer.text


STILLS = """Table D1: Receipts of cordial duty, financial years and months, \u00a3 million
Period,Still cordial,Sparkling cordial,All cordial
2021 to 2022,10,20,30
2022 to 2023,12,21,33
April 2022,2,3,5
May 2022,1,2,3
"""
LETS = """Table L1: New harbour berth lettings by coast and by sort of let
Coast,Harbour let,Winter let,All lettings
North Coast,40,10,50
South Coast,30,30,60
"""


def test_a_whole_named_as_all_that_is_counted(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A label like what is counted is not the whole of a share; years named as the table names them are its row."""
    files = {"cordial-duty.csv": STILLS.encode(), "berth-lettings.csv": LETS.encode()}
    with desk_over(tmp_path_factory.mktemp("wholes"), files) as desk:
        share = desk.ask("What share of harbour lettings on the North Coast were winter lets?")
        assert not any(f.value == "25%" for f in share.figures), share.text
        duty = desk.ask("How much still cordial duty was received in 2022 to 2023?")
        assert [f.value for f in duty.figures][:1] in (["12"], ["12000000"]), duty.text
