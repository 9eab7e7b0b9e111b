"""Editions of a table that nobody has dated: the one that reaches furthest answers, and a part of a year is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

_HEADS = ("January to March", "April to June", "July to September", "October to December")
_ROWS = {
    "24 & Under": (4, 6, 3, 9, 8, 2, 3, 4),
    "25 to 34": (9, 7, 8, 6, 5, 9, 12, 11),
    "35 & Over": (2, 3, 1, 4, 7, 4, 2, 3),
}


def _edition(quarters: int, revised: int = 0) -> bytes:
    years = [str(2021 + n // 4) if n % 4 == 0 else "" for n in range(quarters)]
    lines = [
        f"Table B: Lamp faults by age, by quarter, January 2021 - {_HEADS[(quarters - 1) % 4].split()[-1]} 2022",
        "",
        "|".join(["Age band", *years]),
        "|".join(["", *(_HEADS[n % 4] for n in range(quarters))]),
    ]
    rows = {name: [values[0] + revised, *values[1:quarters]] for name, values in _ROWS.items()}
    rows["Total"] = [sum(some) for some in zip(*rows.values(), strict=True)]
    lines += ["|".join([name, *map(str, values)]) for name, values in rows.items()]
    return xlsx({"B - Age": rows_of("\n".join(lines))})


EDITIONS = {"lamps_mar.xlsx": _edition(5), "lamps_dec.xlsx": _edition(8, revised=1), "lamps_jun.xlsx": _edition(6)}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Which age of lamp had the most faults in 2022?", "37"),
        ("How many lamp faults were there in 2022?", "70"),
        ("How many lamp faults were there in January to March 2021?", "18"),  # as the last edition has them
        ("How many faults were there of lamps under 35 in the first half of 2022?", "24"),
    ],
)
def test_the_edition_that_reaches_the_furthest_answers(tmp_path: Path, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", EDITIONS) as desk:
        answer = desk.ask(question)
    assert [one.value for one in answer.figures][:1] == [value], answer.text
    assert answer.status is not Status.PARTIAL


def test_the_most_of_a_part_of_a_year_is_said_to_be_of_a_part(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"lamps_mar.xlsx": _edition(5)}) as desk:
        answer = desk.ask("Which age of lamp had the most faults in 2022?")
    assert answer.status is Status.PARTIAL, answer.text
    assert answer.uncovered


def test_the_most_of_a_whole_year_is_no_part(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"lamps_mar.xlsx": _edition(5)}) as desk:
        answer = desk.ask("Which age of lamp had the most faults in 2021?")
    assert answer.status is not Status.PARTIAL, answer.text
    assert answer.figures[0].value == "30"
