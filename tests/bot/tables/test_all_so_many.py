"""All the rows of a table, asked for by their number: added up where the table has each of them for that time."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over

FILES = {
    "ferries.csv": "Ferry sailings by harbour\n\nHarbour,2021,2022\nAmbleby,10,20\nCorrie,30,40\nTenwick,50,60\n",
    "loans.csv": "Year,Branch,Library loans\n2021,Elm,5\n2021,Oak,6\n2022,Elm,7\n2022,Oak,8\n2022,Hill,9\n",
    "trams.csv": "Trams run by depot in 2020\n\nDepot,Trams run\nHill,4\nDale,5\nMoor,6\nBeck,7\nAll depots,22\n",
}


@pytest.mark.parametrize(
    ("name", "question", "value"),
    [
        ("ferries.csv", "How many ferry sailings were there from all 3 harbours in 2022?", "120"),
        ("ferries.csv", "How many ferry sailings did all three harbours have in 2021?", "90"),
        ("loans.csv", "How many library loans were made by all three branches in 2022?", "24"),
        ("trams.csv", "How many trams were run by all 4 depots?", "22"),
        ("ferries.csv", "How many ferry sailings were there across the three harbours in 2021?", "90"),
        ("loans.csv", "how many library loans were made in these three branches in 2022", "24"),
    ],
)
def test_all_of_them_are_added_up(tmp_path: Path, name: str, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {name: FILES[name].encode()}) as desk:
        answer = desk.ask(question)
        assert [f.value for f in answer.figures][:1] == [value], answer.text


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("ferries.csv", "How many ferry sailings were there from all 5 harbours in 2022?"),
        ("loans.csv", "How many library loans were made by all three branches in 2021?"),
        ("loans.csv", "How many library loans were made by all two branches in 2022?"),
        ("trams.csv", "How many trams were run by all 6 depots?"),
        ("trams.csv", "How many trams were run by the three depots?"),
    ],
)
def test_other_numbers_of_them_are_not(tmp_path: Path, name: str, question: str) -> None:
    with desk_over(tmp_path / "record", {name: FILES[name].encode()}) as desk:
        answer = desk.ask(question)
        assert answer.status is Status.NOT_IN_RECORD, answer.text
