"""Sheets that a program has bound together: dots in headings, a column of row numbers, and notes among the rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.formats.statistics.bound_sheets import notes_among
from corpus.formats.statistics.vocabulary import worded
from tests.bot.tables.putting import desk_over


def _bound(heads: Sequence[str], years: dict[str, list[str]], notes: Sequence[str]) -> bytes:
    """A file of a block of rows for each of YEARS, with NOTES of a label and its words below each block."""
    rows = [",".join(f'"{head}"' for head in ("", *heads, "year"))]
    for year, places in years.items():
        for row in (*places, *(f"{note}{',NA' * (len(heads) - 2)}" for note in notes)):
            rows.append(f'"{len(rows)}",{row},"{year}"')
    return "\n".join(rows).encode()


NOTES = (
    '"Footnotes:",""',
    '"1","Crews reported all their wants from 2017."',
    '"Title","Wants of boats by station and kind."',
    '"Contact","boats@example.org"',
)
BOATS = _bound(
    ("station", "New.oars..1.", "Night.radio..1.", "Salt..wind.and.spray.damage..1."),
    {
        "17/18": ['"Ambleby ","12",5,7', '"Corrie ","20",9,"*"', '"Dunmore ","31",2,15'],
        "18/19": ['"Ambleby ","15",6,8', '"Corrie ","22",7,9', '"Dunmore ","28",3,11'],
    },
    NOTES,
)
BOOKS = _bound(
    ("branch", "Torn.covers", "Lost.pages", "Water.stains"),
    {
        "2019": ["Fenwick,41,12,8", "Garrow,35,17,9", "Hale,22,13,4", "Inver,60,31,10"],
        "2020": ["Fenwick,43,14,6", "Garrow,33,19,7", "Hale,27,11,5", "Inver,58,30,12"],
    },
    ("Notes,", "Title,Damage to library books by branch", "Coverage,All branches", "Source,Returns of librarians"),
)
TRAMS = _bound(
    ("depot", "Brake.faults", "Door.faults", "Bell.faults"),
    {
        "20/21": ["North yard,140,52,18", "South yard,135,57,19", "East yard,122,73,24"],
        "21/22": ["North yard,143,54,16", "South yard,133,59,17", "East yard,127,71,25"],
    },
    ("Metadata:,", "Title,Faults of trams by depot", "Last update,31/08/2022", "Quality,Checked by foremen"),
)


@pytest.mark.parametrize(
    ("file", "question", "value"),
    [
        (BOATS, "How many boats at Ambleby were in want of new oars in 2018/19?", "15"),
        (BOATS, "By how many did the wants of night radio at Corrie fall between 2017/18 and 2018/19?", "2"),
        (BOATS, "How much salt, wind and spray damage was there at Corrie in 2017/18?", None),
        (BOOKS, "How many library books had lost pages at Garrow in 2020?", "19"),
        (BOOKS, "How many library books had water stains in all the branches together in 2019?", "31"),
        (TRAMS, "How many door faults of trams were there at South yard in 2021/22?", "59"),
    ],
)
def test_what_is_read_of_them(tmp_path: Path, file: bytes, question: str, value: str | None) -> None:
    with desk_over(tmp_path / "record", {"wants.csv": file}) as desk:
        answer = desk.ask(question)
    if value is None:
        assert answer.figures[0].qualifier == "suppressed", answer.text
    else:
        assert [one.value for one in answer.figures][:1] == [value], answer.text


@pytest.mark.parametrize(
    ("rows", "noted"),
    [
        ([["Ambleby", "3", "4"], ["Corrie", "5", "6"], ["Dunmore", "7", "8"]], ()),
        ([["Ambleby", "3", "4"], ["Corrie", "closed", "6"], ["Dunmore", "7", "8"], ["Fenwick", "9", "9"]], ()),
        ([["Ambleby", "NA", "4"], ["Corrie", "5", "NA"], ["Dunmore", "NA", "NA"], ["Hale", "9", "9"]], ()),
    ],
)
def test_rows_of_a_plain_table_are_no_notes(rows: list[list[str]], noted: tuple[int, ...]) -> None:
    assert notes_among(rows, 1).rows == noted


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Boats.lost..1.", "Boats lost"),
        ("Crew..pilots.and.mates", "Crew pilots and mates"),
        ("Boats.1", "Boats 1"),
        ("v1.2", "v1.2"),
        ("No.", "No."),
    ],
)
def test_dots_in_headings(heading: str, words: str) -> None:
    assert worded(heading) == words
