"""Those whom a body "has left" are those who remain, of a table of how many there were on a day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.tables.putting import desk_over

FILES = {
    "drivers.csv": b"Tram drivers by depot as at 31 March\nDepot,2021,2022\nHill,31,30\nDock,42,40\nTotal,73,70\n",
    "berths.csv": b"Lifeboats in service by station at 30 June\nStation,2021,2022\nMoor,5,4\nQuay,7,6\n",
    "wardens.csv": b"Date,Dale,Number of park wardens in post\n2021-09-30,Ribble,8\n2022-09-30,Ribble,6\n",
}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many tram drivers did Dock have left in March 2022?", "40"),
        ("how many lifeboats does Moor have still left in service in June 2022", "4"),
        ("How many park wardens did Ribble have left in September 2022?", "6"),
        ("How many tram drivers did Thornby have left in March 2022?", ""),
        ("How many tram drivers had left Dock in March 2022?", ""),
    ],
)
def test_whom_they_have_left_remain(tmp_path: Path, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", FILES) as desk:
        answer = desk.ask(question)
        assert (answer.figures[0].value if answer.figures else "") == value, answer.text
