"""How many things are smaller than a number: the bands of sizes below it, and never those of ages or half a band."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.tables.putting import desk_over

PORTS = """Number of boats,Ports,Year
under 50,12,2020
50-99,30,2020
100-199,41,2020
200 or more,7,2020
"""
BRANCHES = """Size of branch,Library branches,Year
fewer than 5 staff,21,2021
5-9,14,2021
10-19,9,2021
"""
DEPOTS = """Trams in depot,Depots,Year
under 20,8,2019
20-39,5,2019
40-59,4,2019
60 and over,3,2019
"""
PILOTS = """Age,Pilots,Year
under 40,60,2020
40 to 49,25,2020
50 and over,15,2020
"""


@pytest.mark.parametrize(
    ("file", "question", "value"),
    [
        (PORTS, "How many ports had fewer than 100 boats in 2020?", "42"),
        (PORTS, "How many ports had less than 200 boats in 2020?", "83"),
        (PORTS, "How many ports had fewer than 75 boats in 2020?", None),
        (DEPOTS, "How many depots had fewer than 60 trams in 2019?", "17"),
        (BRANCHES, "How many library branches had fewer than 20 staff in 2021?", None),
        (PILOTS, "How many pilots had fewer than 50 lessons in 2020?", None),
    ],
)
def test_fewer_than(tmp_path: Path, file: str, question: str, value: str | None) -> None:
    with desk_over(tmp_path / "record", {"sizes.csv": file.encode()}) as desk:
        answer = desk.ask(question)
    assert [one.value for one in answer.figures][:1] == ([value] if value else []), answer.text
