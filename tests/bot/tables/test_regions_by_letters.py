"""A column of regions may hold but their letters; of which class a body is, a row that is its total says."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from corpus.formats.statistics.regions import regions_by_letters
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

FERRIES = """Table 1: Ferries and ferry crews by port, 2021
Port | Region | Class | Ferries | Crews
Ambleby | NE | Sea | 10 | 20
Corrie | NE | River | 11 | 21
Dunmore | YH | Sea | 12 | 22
Fenwick | SW | River | 13 | 23
Grayle | SE | Sea | 14 | 24
Hale | EE | River | 15 | 25
Inver | L | River | 16 | 26

SEA PORTS | | Sea | 36 | 66
RIVER PORTS | | River | 55 | 95
"""
MEMBERS = "Year,GOR region,Library members\n2021,NE,3\n2021,NW,4\n2021,E,5\n2021,LON,6\n2021,Y&H,7\n2021,SW,8\n"
TRAMS = "Year,Region,Trams\n2021,SE,3\n2021,SW,4\n2021,EM,5\n2021,WM,6\n2021,EoE,7\n"


@pytest.mark.parametrize(
    ("name", "content", "question", "told"),
    [
        ("ferries.xlsx", xlsx({"T": rows_of(FERRIES)}), "How many ferries were there in the North East in 2021?", "21"),
        ("ferries.xlsx", xlsx({"T": rows_of(FERRIES)}), "Which river port had the most crews in 2021?", "Inver"),
        ("ferries.xlsx", xlsx({"T": rows_of(FERRIES)}), "How many crews were there at sea ports in 2021?", "66"),
        ("ferries.xlsx", xlsx({"T": rows_of(FERRIES)}), "How many ferries were there altogether in 2021?", "91"),
        ("m.csv", MEMBERS.encode(), "How many library members were there in Yorkshire and the Humber in 2021?", "7"),
        ("m.csv", MEMBERS.encode(), "How many library members were there in the East of England in 2021?", "5"),
        ("trams.csv", TRAMS.encode(), "How many trams were there in the West Midlands in 2021?", "6"),
    ],
)
def test_letters_and_totals_are_known_for_what_they_are(
    tmp_path: Path, name: str, content: bytes, question: str, told: str
) -> None:
    with desk_over(tmp_path / "record", {name: content}) as desk:
        answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert told in answer.headline


@pytest.mark.parametrize(
    ("heading", "labels"),
    [
        ("Wind", ["NE", "NW", "SE", "SW", "E"]),
        ("Region", ["NE", "SW", "X", "EM", "WM", "L"]),
        ("Region", ["NE", "SW"]),
        ("Region", ["E", "EE", "NE", "NW", "SE", "SW"]),
    ],
)
def test_letters_that_are_not_all_regions_are_left(heading: str, labels: list[str]) -> None:
    assert regions_by_letters(heading, labels) == {}
