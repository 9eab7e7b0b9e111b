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


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    record = tmp_path_factory.mktemp("record")
    files = {
        "duty.xlsx": xlsx({"Table_2": DUTY}, []),
        "flights.xlsx": xlsx({"Yards": FLIGHTS}, []),
        "lost.xlsx": xlsx({"Table_1": LOST}, ["B2:E2"]),
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
    ],
)
def test_it_is_answered(desk: Desk, question: str, said: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert said in (answer.headline + " " + answer.text), answer.text
    assert not unbacked(json.loads(json.dumps(answer.to_json())))


@pytest.mark.parametrize(
    "question",
    [
        "Which trust had the most kite flights in May 2023?",
        "Which month of 2021-22 brought in the most silk kite duty?",
        "What was the average rate of kites lost a year from 2020 to 2022 in Corrie?",
        "Which week of 2022-23 brought in the most silk kite duty?",
    ],
)
def test_it_is_not_answered(desk: Desk, question: str) -> None:
    assert desk.ask(question).status not in (Status.ANSWERED, Status.COMPUTED), desk.ask(question).text
