"""The largest of the rows that lie in a place: all of them in the table's own whole, however little known they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.tables.putting import desk_over

PARKS = """Table 3: Benches newly set up in England, April 2010 to September 2018, by park district (Notes 1, 4)

Park district | Benches set up (thousands) | Benches per square kilometre
Hexham | 423.4 | 174
Ottershaw and The Moor | 1152.6 | 369
Richmond | 446.1 | 172
Wycombe | 6.8 | 49
York | 0.1 | 2
ENGLAND as a whole (Notes 2,4) | 2030.9 | 116
"""
NORTH = """Table 4: Benches set up, by park district, 2018

Park district | Benches set up
Hexham | 42
Ottershaw | 115
Richmond | 44
The North East as a whole (note 2) | 201
"""


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (PARKS, "Which park district in England had the most benches set up between April 2010 and September 2018?",
         "Ottershaw"),
        (PARKS, "Which park district had the most benches set up between April 2010 and September 2018?", "Ottershaw"),
        (PARKS, "How many benches were set up in England between April 2010 and September 2018?", "2,030.9 thousand"),
        (NORTH, "How many benches were set up in 2018?", "201"),
    ],
)  # fmt: skip
def test_a_place_as_a_whole_is_the_whole_of_its_table(tmp_path: Path, text: str, question: str, said: str) -> None:
    lines = "\n".join(",".join(f'"{c.strip()}"' for c in line.split("|")) for line in text.splitlines())
    with desk_over(tmp_path / "record", {"benches.csv": lines.encode()}) as desk:
        answer = desk.ask(question)
    assert said in answer.text, answer.text


def test_a_wrong_sheet_of_another_nation_is_not_ranked(tmp_path: Path) -> None:
    lines = "\n".join(",".join(f'"{c.strip()}"' for c in line.split("|")) for line in PARKS.splitlines())
    with desk_over(tmp_path / "record", {"benches.csv": lines.encode()}) as desk:
        answer = desk.ask(
            "Which park district in Scotland had the most benches set up from April 2010 to September 2018?"
        )
    assert not answer.figures, answer.text
