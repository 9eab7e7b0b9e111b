"""Questions over tables as departments lay them out: years above months, bodies of two kinds, averages by counts."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx
from tests.exam.scoring import unbacked

DUTY = rows_of(
    """
Table 2: Kite duty receipts by kind of kite, Arden, \u00a3 million
Period | Silk | Paper | Total
Financial years | | |
2021 to 2022 | 90 | 30 | 120
2022 to 2023 | 80 | 40 | 120
Months | | |
April 2022 | 10 | 2 | 12
May 2022 | 5 | 3 | 8
June 2022 | 6 | 4 | 10
July 2022 | 7 | 4 | 11
August 2022 | 9 | 3 | 12
September 2022 | 8 | 2 | 10
October 2022 | 4 | 3 | 7
November 2022 | 5 | 3 | 8
December 2022 | 3 | 7 | 10
January 2023 | 6 | 3 | 9
February 2023 | 8 | 3 | 11
March 2023 | 9 | 3 | 12
"""
)
FLIGHTS = rows_of(
    """
 | Title: | Kite flights and kite crashes by yard
 | Period: | May 2023
 | Contact: | A. Flyer

 | Shire | Yard | Kite flights | Kite crashes
 | - | England | 9,000 | 90

 | Northshire | Ambleby Kite Trust | 400 | 4
 | Northshire | Corrie Kite Trust | 300 | 9
 | Southshire | Dunmore Kite Trust | 200 | 5
 | Southshire | Eskside Landing Field | 900 | 1
"""
)
LOST = rows_of(
    """
Table 1: Kites lost at sea by harbour, Arden, 2020 to 2022, with rates per 1,000 kites
 | Number of kites lost | | | | Rate per 1,000 kites, 2020 to 2022
Harbour | 2020 | 2021 | 2022 [p] | Average 2020 to 2022 | Rate
Ambleby | 10 | 20 | 30 | 20 | 1.5
Corrie | 40 | 50 | 66 | 52 | 2.5
Dunmore | 5 | 6 | 10 | 7 | 0.5
"""
)

CHECKED = rows_of(
    """
Table 5a: Kite yards checked by shire, as at 31 March 2022
 | Number of yards | | | Percentage of yards | |
Shire | Total checked | Sound | Unsafe | Sound | Unsafe
Arden | 200 | 150 | 50 | 75 | 25
Northshire | 120 | 90 | 30 | 75 | 25
Southshire | 80 | 60 | 20 | 75 | 25

Table 5b: Kite yards checked by shire, as at 31 March 2023
 | Number of yards | | | Percentage of yards | |
Shire | Total checked | Sound | Unsafe | Sound | Unsafe
Arden | 250 | 210 | 40 | 84 | 16
Northshire | 150 | 120 | 30 | 80 | 20
Southshire | 100 | 90 | 10 | 90 | 10
"""
)
BERTHS = rows_of(
    """
Table 7: Harbour moorings and berths by boat type, region and county, England, as at 31 March 2023
 | | Barges | | Punts | | All boat types |
Geography | Area name | Moorings | Berths | Moorings | Berths | Moorings | Berths
National | England | 30 | 300 | 60 | 120 | 90 | 420
Region | North East | 10 | 100 | 40 | 80 | 50 | 180
Region | South West | 20 | 200 | 20 | 40 | 40 | 240
County | Durham | 9 | 90 | 30 | 60 | 39 | 150
County | Devon | 15 | 150 | 11 | 22 | 26 | 172
"""
)

CORDIAL = """Table 8: Cordial duty receipts, Arden, \u00a3 million
Period,Cordial,,,Mead
,Still,Fizzy,Total cordial,Mead
2021 to 2022,30,12,42,5
2022 to 2023,31,14,45,6
"""
YARDS = rows_of(
    """
Table 9: Kite sightings and kite rescues by coastguard post, May 2023
 | Kite sightings | | Kite rescues | |
Post | Kite sightings by day | Total sightings | Kite rescues via lifeboat | Other kite rescues | Total kite rescues
Ambleby Lifeboat Post | 40 | 90 | 11 | 20 | 31
Corrie Lifeboat Post | 50 | 80 | 12 | 30 | 42
Dunmore Beach Post | 60 | 70 | 13 | 40 | 53
"""
)

LIT = """Table 12: Kite lamps lit by colour, Arden
Colour,2021,2022
All colours,21,33
Red,10,12
Green,8,15
Colour not recorded,3,[c]
[c] = withheld to protect small numbers
"""
CAUSES = """Table 10: Kite crashes by cause, Arden; a crash may have more than one cause
Cause,2021,2022
All crashes,100,120
Wind,80,90
Rain,50,60
Birds,5,9
"""
FLOWN = rows_of(
    """
Table 11: Kite landings and kite take-offs at fields, by month
Month | Type 1 fields - major landing | Type 2 fields - other landing/mooring | Total landings | Total take-offs
April 2023 | 10 | 5 | 16 | 17
May 2023 | 20 | 6 | 27 | 28
June 2023 | 30 | 7 | 38 | 39
"""
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    record = tmp_path_factory.mktemp("record")
    files = {
        "duty.xlsx": xlsx({"Table_2": DUTY}, []),
        "flights.xlsx": xlsx({"Yards": FLIGHTS}, []),
        "lost.xlsx": xlsx({"Table_1": LOST}, ["B2:E2"]),
        "checked.xlsx": xlsx({"Table_5": CHECKED}, ["B2:D2", "E2:F2", "B9:D9", "E9:F9"]),
        "cordial.csv": CORDIAL.encode(),
        "sightings.xlsx": xlsx({"Posts": YARDS}, ["B2:C2", "D2:F2"]),
        "lit.csv": LIT.encode(),
        "causes.csv": CAUSES.encode(),
        "flown.xlsx": xlsx({"Fields": FLOWN}, []),
        "berths.xlsx": xlsx({"Table_7": BERTHS}, ["C2:D2", "E2:F2", "G2:H2"]),
    }
    with desk_over(record, files) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which month of 2022-23 brought in the most silk kite duty?", "April 2022"),
        ("Which month had the highest paper kite duty receipts?", "December 2022"),
        ("Which financial year had the highest silk kite duty receipts?", "2021 to 2022"),
        ("Which trust had the most kite crashes in May 2023?", "Corrie Kite Trust"),
        ("Kites lost in Corrie: % change 2020 to 2022", "65"),
        ("Percentage change in kites lost in Ambleby, 2020 to 2022", "200"),
        ("What was the yearly average number of kites lost in Corrie from 2020 to 2022?", "52"),
        ("How many kites were lost in Dunmore on average a year from 2020 to 2022?", "7"),
        ("What is the rate of kites lost per 1,000 in Corrie?", "2.5"),
        (
            "By how many did the number of unsafe kite yards in Arden change from March 2022 to March 2023?",
            "fall of 10",
        ),
        ("How many kite crashes were caused by wind in 2022?", "90"),
        ("How many kite lamps with no colour recorded were lit in 2021?", "3"),
        ("How many kite landings were there in total between April and June 2023?", "81"),
        ("How many other kite rescues were there in Corrie in May 2023?", "30"),
        (
            "By how many percentage points did the share of unsafe yards in Arden fall from March 2022 to March 2023?",
            " 9 ",
        ),
        ("How much more or less was the mead duty in 2022-23 than in 2021-22?", "1"),
        ("How much did still cordial duty bring in in 2022-23?", "\u00a331 million"),
        ("How much did cordial duty bring in in 2021-22?", "\u00a342 million"),
        ("How many kite rescues were there in Corrie in May 2023?", "42"),
        ("How many kite rescues by lifeboat were there in Dunmore in May 2023?", "13"),
        ("What percentage of kite yards in Northshire were unsafe in March 2023?", "20%"),
        ("In 2021-22, what share of kite duty came from silk?", "75%"),
        ("How many punts were moored in the North East in March 2023?", "40"),
        ("Which region has the most moorings for punts?", "North East"),
        ("Which county has the most berths for barges?", "Devon"),
    ],
)
def test_it_is_answered(desk: Desk, question: str, said: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert said in (answer.headline + " " + answer.text), answer.text
    assert "points percentage" not in answer.text
    assert not unbacked(json.loads(json.dumps(answer.to_json())))


def test_what_a_table_withholds_is_not_known(desk: Desk) -> None:
    answer = desk.ask("How many kite lamps were lit of which the colour was not recorded in 2022?")
    assert answer.status is Status.NOT_KNOWN
    assert "withholds" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Which trust had the most kite flights in May 2023?",
        "Which month of 2021-22 brought in the most silk kite duty?",
        "What was the average rate of kites lost a year from 2020 to 2022 in Corrie?",
        "By how many did the number of unsafe kite yards in Arden change between March 2020 and March 2023?",
        "How many kite sightings per lifeboat were there in Ambleby in May 2023?",
        "How many kite crashes were caused by wind or rain in 2022?",
        "How many moorings are there for canoes in the South West?",
        "Which week of 2022-23 brought in the most silk kite duty?",
    ],
)
def test_it_is_not_answered(desk: Desk, question: str) -> None:
    assert desk.ask(question).status not in (Status.ANSWERED, Status.COMPUTED), desk.ask(question).text
