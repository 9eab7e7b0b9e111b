"""Which number of a sentence with several is told of which things, which deed and which time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.bot.conftest import of_text

TRAMS = "Inspectors checked 600 trams and found faults on 213."
BRIDGES = "The council surveyed 90 bridges and discovered cracks in 14 of them. Six of the bridges are in Rye."
FLATS = "Officers searched 340 flats, and then found mould in just 61. They will go back in June."
LORRIES = "Wardens stopped 75 lorries and issued 90 fines."
CLIMBERS = "Nine climbers were rescued on Tuesday and two on Wednesday."
LAMPS = "Some 40 lamps were stolen on 3 May, 12 on 9 May and a further five on 11 May."
DOCK = "There were 31 ferries in dock on Monday and 26 on Friday."
WARDENS = "The service trained 230 wardens this year, bringing the total to 1,450."
PATHS = "Another 90 paths were mended in 2011, which brings the total to 410."
WELLS = "The board sealed 12 wells last week, taking the number sealed this year to 77."
STORM = "The storm sank 12 boats, including four ferries, and damaged 30 others."
SACKED = "The board sacked nine drivers, among them two managers, and suspended 30 others."
FIRE = "The fire killed 12 people, including four sailors, and injured 30 more."
LETTERS = "Nearly 300 of the 412 letters were never answered. The clerk answered 61 calls."
HUTS = "The number of huts rose from 40 to 90 between 2005 and 2010."
THEFTS = "Thefts fell from 612 to 540 between May and July 2011."
BEDS = "Between 2005-06 and 2009-10 the number of beds fell from 3,000 to 2,100."
COSTS = "From 2005 to 2009 the cost of the scheme grew from £2m to £5m."

TABLE = [
    (STORM, "How many ferries were sunk?", "4"),
    (STORM, "How many boats were damaged?", "30"),
    (STORM, "How many ferries were damaged?", ""),
    (SACKED, "How many managers were sacked?", "2"),
    (SACKED, "How many drivers were suspended?", "30"),
    (SACKED, "How many managers were suspended?", ""),
    (FIRE, "How many sailors were killed?", "4"),
    (FIRE, "How many sailors were injured?", ""),
    (FIRE, "How many people were injured?", "30"),
    (LETTERS, "How many letters were never answered?", "300"),
    (LETTERS, "How many calls did the clerk answer?", "61"),
    (HUTS, "How many huts were there in 2005?", "40"),
    (HUTS, "How many huts were there in 2010?", "90"),
    (HUTS, "How many huts were there in 2007?", ""),
    (THEFTS, "How many thefts were there in May 2011?", "612"),
    (THEFTS, "How many thefts were there in July 2011?", "540"),
    (BEDS, "How many beds were there in 2005-06?", "3000"),
    (BEDS, "How many beds were there in 2009-10?", "2100"),
    (COSTS, "What did the scheme cost in 2005?", "2000000"),
    (COSTS, "What did the scheme cost in 2009?", "5000000"),
    (TRAMS, "How many trams had faults?", "213"),
    (TRAMS, "On how many trams did they find faults?", "213"),
    (TRAMS, "How many trams were checked?", "600"),
    (TRAMS, "How many trams had no faults?", "387"),
    (BRIDGES, "How many bridges had cracks?", "14"),
    (BRIDGES, "How many bridges were surveyed?", "90"),
    (BRIDGES, "How many bridges are in Rye?", "6"),
    (FLATS, "In how many flats was mould found?", "61"),
    (FLATS, "How many flats were searched?", "340"),
    (LORRIES, "How many lorries were stopped?", "75"),
    (LORRIES, "How many fines were issued?", "90"),
    (CLIMBERS, "How many climbers were rescued?", "11"),
    (CLIMBERS, "How many climbers were rescued on Wednesday?", "2"),
    (LAMPS, "How many lamps were stolen?", "57"),
    (LAMPS, "How many lamps were stolen on 3 May?", "40"),
    (WARDENS, "How many wardens have been trained in total?", "1450"),
    (WARDENS, "How many wardens have been trained?", "1450"),
    (WARDENS, "How many wardens were trained this year?", "230"),
    (PATHS, "How many paths have been mended?", "410"),
    (PATHS, "How many paths were mended in 2011?", "90"),
    (WELLS, "How many wells have been sealed this year?", "77"),
    (WELLS, "How many wells were sealed last week?", "12"),
]


@pytest.mark.parametrize(("text", "question", "value"), TABLE, ids=[row[1] for row in TABLE])
def test_it_is_answered_by_those_of_whom_it_is_told(tmp_path: Path, text: str, question: str, value: str) -> None:
    desk = of_text(tmp_path, text, date(2012, 5, 24))
    assert [f.value for f in desk.ask(question).figures] == ([value] if value else [])
    desk.close()


def test_what_stands_on_one_day_and_on_another_is_never_added(tmp_path: Path) -> None:
    desk = of_text(tmp_path, DOCK, date(2012, 5, 24))
    assert "57" not in [f.value for f in desk.ask("How many ferries were in dock?").figures]
    desk.close()
