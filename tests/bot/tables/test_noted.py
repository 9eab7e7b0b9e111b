"""What a table's own notes say of the row that answers, with another number: told beside the figure, and cited."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

INJURED = """Table 4: Rowers hurt, by where and how, 2018
|
Where|Bruised|Drowned|Not told
In a race|31|2|4
At practice|12|6|9
Notes
These figures are not of all rowers.
In 9 regattas a rower was recorded as drowned, which are of 7 rowers, since two clubs told of the same one.
Clubs were asked in 2019.
"""
TAKEN = """Table 5: Ferry tickets by way of buying, 2018
|
Way of buying|Tickets sold|Tickets refunded
At the quay|310|22
By post|120|16
Notes
Some 40 tickets refunded by post are of the year before.
Ferries are counted otherwise than trams.
"""


@pytest.mark.parametrize(
    ("table", "question", "value", "note"),
    [
        (INJURED, "How many rowers hurt were drowned in 2018?", "8", "In 9 regattas"),
        (TAKEN, "How many ferry tickets were refunded by post in 2018?", "16", "Some 40 tickets"),
    ],
)
def test_a_note_with_a_number_of_the_row_is_told_and_cited(
    tmp_path: Path, table: str, question: str, value: str, note: str
) -> None:
    with desk_over(tmp_path / "r", {"t.xlsx": xlsx({"T": rows_of(table)})}) as desk:
        answer = desk.ask(question)
    assert [f.value for f in answer.figures][:1] == [value], answer.text
    [said] = [one for one in answer.caveats if note in one]
    [cited] = [c for c in answer.citations if note in c.quote]
    assert f"[{cited.n}]" in said


@pytest.mark.parametrize(
    ("table", "question"),
    [
        (INJURED, "How many rowers hurt were bruised in 2018?"),
        (TAKEN, "How many ferry tickets were sold by post in 2018?"),
        (TAKEN, "How many ferry tickets were refunded at the quay in 2018?"),
    ],
)
def test_notes_on_other_rows_and_years_alone_are_not(tmp_path: Path, table: str, question: str) -> None:
    with desk_over(tmp_path / "r", {"t.xlsx": xlsx({"T": rows_of(table)})}) as desk:
        answer = desk.ask(question)
    assert answer.figures, answer.text
    assert not [one for one in answer.caveats if "note" in one]
