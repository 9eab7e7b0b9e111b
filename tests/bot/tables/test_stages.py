"""Stages of one course are never added up, and what is held on a day is not what was got in a year."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

STAGES = """Table 1: {} of smugglers' boats by kind, Wales
Kind | {} | | {} |
 | 2021 | 2022 | 2021 | 2022
Rowing boats | 40 | 44 | 30 | 31
Stolen trawlers | 12 | 13 | 8 | 9
"""


@pytest.mark.parametrize(
    ("first", "second"), [("Prosecutions", "Convictions"), ("Referrals", "Assessments"), ("Tests", "Passes")]
)
def test_stages_are_not_added_up(tmp_path: Path, first: str, second: str) -> None:
    book = xlsx({"T1": rows_of(STAGES.format(first, first, second))}, merged=["B2:C2", "D2:E2"])
    with desk_over(tmp_path / "record", {"boats.xlsx": book}) as desk:
        assert not desk.ask("How many stolen trawlers were there in 2022?").figures
        told = desk.ask(f"How many {first.lower()} of stolen trawlers were there in 2022?")
        assert [f.value for f in told.figures] == ["13"], told.text


HELD = """Table 4: {} held by reason, Wales, at 1 May, 2022 to 2023
Reason | 1 May 2022 | 1 May 2023
Trade | 300 | 320
Leisure | 40 | 44
Total | 340 | 364
"""


@pytest.mark.parametrize(
    ("held", "being", "getting"),
    [
        ("Mooring licences", "How many mooring licences were there on 1 May 2023?", "got in the year to May 2023"),
        ("Fishing permits", "how many fishing permits were in force on 1 May 2023", "given out in 2023"),
        ("Tram passes", "How many tram passes did people have on 1 May 2023?", "bought in May 2023"),
    ],
)
def test_what_is_held_is_there_and_was_not_got_then(tmp_path: Path, held: str, being: str, getting: str) -> None:
    book = xlsx({"T4": rows_of(HELD.format(held))})
    with desk_over(tmp_path / "record", {"held.xlsx": book}) as desk:
        assert [f.value for f in desk.ask(being).figures] == ["364"]
        assert not desk.ask(f"How many {held.lower()} were {getting}?").figures


QUARTERS = """Quarter,Coast,Launches
2022 Q4,North,7
2023 Q1,North,10
2023 Q2,North,14
2023 Q3,North,20
2023 Q4,North,25
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("By how much did launches rise between Q1 and Q4 2023?", "15"),
        ("how many launches were there in Q2 and Q3 2023", "34"),
        ("How many launches were there in the third and fourth quarters of 2023?", "45"),
        ("How many launches were there from Q1 to Q3 2023?", "44"),
        ("How many launches were there in Q4 2022 and Q1 2023?", "17"),
    ],
)
def test_quarters_share_the_year_that_the_last_of_them_has(tmp_path: Path, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"lifeboat-launches.csv": QUARTERS.encode()}) as desk:
        assert [f.value for f in desk.ask(question).figures][:1] == [value]
