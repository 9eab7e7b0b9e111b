"""Sheets that say nothing of what they count but by their file's name, with the area of each row behind its values."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

BOATS = xlsx(
    {
        "boats_analysis1": rows_of("x|y\n1|2"),
        "data1": rows_of(
            """
index|harbour_name|changeperc20to21|201819|201920|202021|change20to21|REGION
1|Ambleby|0.1|190|200|220|20|North East
2|Corrie|0.2|90|100|120|20|South West
3|Dunmore|0.5|50|40|60|20|North East
4|North East Fenwick|0.25|70|80|100|20|South West
5|Garrow|-0.1|110|100|90|-10|South West
6|Total|0.13|510|520|590|70|
"""
        ),
    }
)
READERS = xlsx(
    {
        "Sheet1": rows_of(
            """
index|library|2019|2020|Region
1|Hale|410|420|East Midlands
2|Inver|300|310|West Midlands
3|Jarrold|205|215|East Midlands
4|Kelling|110|120|West Midlands
"""
        )
    }
)
TRAMS = xlsx(
    {
        "raw_data": rows_of(
            """
depot|2021|2022|District
Lamb Lane|31|35|Upper
Mill Road|27|24|Lower
Nether End|19|22|Upper
Old Yard|14|11|Lower
"""
        )
    }
)


LOST, PRINT = "boats-lost-by-harbour-year1.xlsx", "large-print-readers.xlsx"


@pytest.mark.parametrize(
    ("name", "file", "question", "value"),
    [
        (LOST, BOATS, "How many boats were lost at Dunmore in 2020/21?", "60"),
        (LOST, BOATS, "How many boats were lost in the North East in 2020/21?", "280"),
        (LOST, BOATS, "By how many did boats lost at Ambleby rise between 2019/20 and 2020/21?", "20"),
        (PRINT, READERS, "How many large print readers were there in the East Midlands in 2020?", "635"),
        (PRINT, READERS, "How many large print readers were there at Inver in 2019?", "300"),
        ("tram-faults.xlsx", TRAMS, "How many tram faults were there at Mill Road in 2022?", "24"),
        ("tram-faults.xlsx", TRAMS, "How many tram faults were there in the Upper district in 2021?", "50"),
    ],
)  # fmt: skip
def test_what_the_files_name_says(tmp_path: Path, name: str, file: bytes, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {name: file}) as desk:
        answer = desk.ask(question)
    assert [one.value for one in answer.figures][:1] == [value], answer.text


PLACES = """Place,Year,Ferries
North East Fenwick,2020,12
South Corrie,2020,15
Ambleby,2020,20
"""


@pytest.mark.parametrize("place", ["the North East", "the South", "the north-east"])
def test_a_part_of_a_country_is_no_town_that_begins_so(tmp_path: Path, place: str) -> None:
    with desk_over(tmp_path / "record", {"ferries.csv": PLACES.encode()}) as desk:
        answer = desk.ask(f"How many ferries were there in {place} in 2020?")
    assert not answer.figures, answer.text
