"""Who is eligible, and what has a coverage, is who and what the counts beside them are of; all rows are no one row."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

HEADS = '"","Town","Yard","Yard.Code","Eligible16to39","Women.vaccinated","X2.year.coverage..",'
HEADS += '"Eligible40to64","Women.vaccinated.1","X2.year.coverage...1"\n'


def _yards() -> bytes:
    rows = []
    for n in range(120):
        name = f"{'Upper' if n % 2 else 'Lower'} Lane {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n % 26]}{n} Yard"
        rows.append(f'"{n + 1}","Town {n // 4}","{name}","Y{n}",{n + 20},{n + 10},{n % 50 + 10},{n + 9},{n + 4},60.5')
    rows.append('"121","Ambleby","THE YARD","Z1",500,400,80,90,45,50')
    rows.append('"122","Ambleby","Lady Jane Pier","Z2",300,150,50,70,35,50')
    rows.append('"123","Ambleby","Corrie Pier","Z3","<under 6>","<under 6>",-2,40,10,25')
    return (HEADS + "\n".join(rows) + "\n").encode()


@pytest.fixture(scope="module")
def yards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("yards"), {"fluoct2018.csv": _yards()}) as desk:
        yield desk


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many women aged 16 to 39 were eligible for vaccination at Lady Jane Pier?", "300"),
        ("How many women aged 40 to 64 were vaccinated at Corrie Pier?", "10"),
        ("How many women aged 40 to 64 were eligible for vaccination at Corrie Pier in Ambleby?", "40"),
        ("How many women aged 40 to 64 are eligible for vaccination across all the yards in Ambleby?", "200"),
        ("How many women aged 40 to 64 were vaccinated across all the yards in Ambleby?", "90"),
    ],
)
def test_they_are_those_of_the_counts_beside_them(yards: Desk, question: str, value: str) -> None:
    answer = yards.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert answer.figures[0].value == value, answer.text


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("How many men aged 16 to 39 were eligible for vaccination at Lady Jane Pier?", Status.NOT_IN_RECORD),
        ("How many women aged 16 to 39 were eligible for a pension at Lady Jane Pier?", Status.NOT_IN_RECORD),
        ("How many women aged 16 to 39 were eligible for vaccination at Corrie Pier?", Status.NOT_KNOWN),
    ],
)
def test_nobody_else_is_told_for_them(yards: Desk, question: str, status: Status) -> None:
    answer = yards.ask(question)
    assert answer.status is status, answer.text
    assert not any(figure.value for figure in answer.figures), answer.text
