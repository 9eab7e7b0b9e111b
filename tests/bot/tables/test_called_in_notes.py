"""What the notes of a table call what it counts, of which its title says less."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.tables.called_in_notes import called_in_notes
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

_TABLE = """
Table A: Coast Office lamp thefts by harbour, 2021 to 2022
Harbour|2021|2022
Ambleby|14|12
Corrie|25|31
Total|39|43
Source: Coast Office
Footnotes
(1) {}
(2) {}
"""


def _book(first: str, second: str) -> bytes:
    return xlsx({"A": rows_of(_TABLE.format(first, second))})


ALLEGED = (
    "The Coast Office logs an alleged lamp theft on the day it is told of it.",
    "x shows where the number of alleged lamp thefts is held back.",
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many alleged lamp thefts were there at Corrie in 2022?", "31"),
        ("How many lamp thefts were there at Corrie in 2022?", "31"),
        ("How many alleged lamp thefts did the Coast Office record at all harbours in 2021?", "39"),
    ],
)
def test_the_name_of_the_notes_is_that_of_the_table(tmp_path: Path, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"lamps.xlsx": _book(*ALLEGED)}) as desk:
        answer = desk.ask(question)
    assert [one.value for one in answer.figures][:1] == [value], answer.text


@pytest.mark.parametrize(
    "notes",
    [
        ("An alleged lamp theft is logged on the day.", "Proven lamp thefts are in Table B."),  # two sorts
        ("An alleged lamp theft is logged on the day.", "Lamp thefts are counted once."),
        ("An alleged lamp theft is logged on the day.", "Boats are left out."),  # said but once
    ],
)
def test_what_notes_say_of_some_is_not_said_of_all(tmp_path: Path, notes: tuple[str, str]) -> None:
    with desk_over(tmp_path / "record", {"lamps.xlsx": _book(*notes)}) as desk:
        assert not desk.ask("How many alleged lamp thefts were there at Corrie in 2022?").figures


def test_a_name_of_one_word_has_no_sort_before_it() -> None:
    told = [("1", "each alleged theft"), ("2", "alleged thefts")]
    assert called_in_notes("Thefts", told) == ()
    assert called_in_notes("Lamp thefts", [("1", "all lamp thefts"), ("2", "all lamp thefts")]) == ()
    assert called_in_notes("Lamp thefts", [("1", "a rumoured lamp theft; rumoured lamp thefts")]) == (
        "rumoured lamp thefts",
    )
