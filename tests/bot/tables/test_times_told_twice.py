"""Times that a question tells twice, parts of a year that a table calls so, and stretches that only name a label."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

SAILS = xlsx(
    {
        "Sails mended": rows_of(
            """
Table 1: Sails mended, by cloth, Wales
Year|Canvas|Flax
2019|40|12
2020|30|10
2021|26|9
2022 (up to end Aug)|11|4
"""
        ),
    }
)
MONTHS = """Month,Boats hired,Skiffs hired
May 2014,10,1
June 2014,20,2
July 2014,30,3
August 2014,40,4
September 2014,50,5
"""
SWAM = xlsx(
    {
        "4a": rows_of(
            """
Table 4A: Recent and lapsed swimmers, by club, Wales, 2018 and 2019
|Swam in the last 3 months||Swam over 3 months ago|
|2018|2019|2018|2019
Ambleby|10|12|4|5
Corrie|20|21|6|8
Dunmore|30|36|7|9
"""
        ),
    }
)
PLOTS = """Trees by parish, 2021

Parish,Number of trees planted,Number of hectares planted,Number of trees planted per square kilometre
Ambleby,400,12,33
Corrie,900,30,41
Dunmore,100,2,9
"""


@pytest.mark.parametrize(
    ("file", "content", "question", "value"),
    [
        ("sails.xlsx", SAILS, "How many canvas sails were mended in 2022, up to the end of August?", "11"),
        ("sails.xlsx", SAILS, "How many flax sails were mended in 2022 up to the end of August 2022?", "4"),
        ("sails.xlsx", SAILS, "How many flax sails were mended in 2022, up to the end of July?", ""),
        ("sails.xlsx", SAILS, "How many flax sails were mended in 2021, up to the end of August?", ""),
        ("hire.csv", MONTHS.encode(), "How many boats were hired over the summer of 2014, June, July and August added"
         " together?", "90"),
        ("hire.csv", MONTHS.encode(), "How many boats were hired in June and July 2014 added together?", "50"),
        ("swam.xlsx", SWAM, "How many at Ambleby and Corrie swam in the last 3 months in 2019?", "33"),
        ("swam.xlsx", SWAM, "How many at Ambleby swam in the last 3 months of 2019?", ""),
        ("plots.csv", PLOTS.encode(), "How many trees were planted in Ambleby and Corrie in 2021?", "1300"),
        ("plots.csv", PLOTS.encode(), "How many hectares of trees were planted in Corrie in 2021?", "30"),
        ("plots.csv", PLOTS.encode(), "How many trees per square kilometre were planted in Corrie in 2021?", "41"),
        ("plots.csv", PLOTS.encode(), "How many trees per square kilometre were planted in Ambleby and Corrie together"
         " in 2021?", ""),
    ],
)  # fmt: skip
def test_a_time_or_an_amount_is_what_it_is_called(
    tmp_path: Path, file: str, content: bytes, question: str, value: str
) -> None:
    with desk_over(tmp_path / "record", {file: content}) as desk:
        answer = desk.ask(question)
    assert ("".join(str(f.value) for f in answer.figures[:1]) == value) if value else not answer.figures, answer.text


def test_a_sentence_that_says_of_which_figures_it_is_asks_for_nothing_more(tmp_path: Path) -> None:
    text = "Month,Unadjusted boats hired,Seasonally adjusted boats hired\nMay 2014,10,11\nJune 2014,20,18\n"
    with desk_over(tmp_path / "record", {"hire.csv": text.encode()}) as desk:
        told = desk.ask("How many boats were hired in June 2014? Use the seasonally adjusted figures.")
        other = desk.ask("How many boats were hired in June 2014? Use the Danish figures.")
    assert [str(f.value) for f in told.figures[:1]] == ["18"], told.text
    assert not other.figures, other.text
