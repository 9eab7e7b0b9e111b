"""Files of one name, of which one says what it counts and the others only tell the same people apart."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

ENDS = ("03-31", "06-30", "09-30", "12-31")
TIMES = [f"{year}-{end},{year},{quarter}" for year in (2018, 2019) for quarter, end in enumerate(ENDS, 1)]
CLAIMS = (40, 44, 39, 51, 60, 48, 52, 47)
AWARDS = (31, 30, 33, 40, 44, 41, 39, 35)


def _file(headings: str, rows: list[str]) -> bytes:
    lines = [f"Date,Year,Quarter,{headings}", *(f"{time},{row}" for time, row in zip(TIMES, rows, strict=True))]
    return "\n".join(lines).encode()


def _parted(wholes: tuple[int, ...]) -> list[str]:
    return [f"{whole // 3},{whole - whole // 3 - 2},2" for whole in wholes]


FILES = {
    "ferry_berth_hardship_decisions.csv": _file(
        "Claims Made,Awards", [f"{a},{b}" for a, b in zip(CLAIMS, AWARDS, strict=True)]
    ),
    "ferry_berth_hardship_gender.csv": _file("Male,Female,Recorded as Unknown", _parted(CLAIMS)),
    "ferry_berth_hardship_age.csv": _file("Under 18,18 to 40,Over 40", _parted(AWARDS)),
    "tram_pass_hardship_decisions.csv": _file("Applications Received", [str(n + 1) for n in CLAIMS]),
    "tram_pass_hardship_gender.csv": _file("Men,Women,Not stated", _parted(AWARDS)),
    "lamp_grant_scheme_decisions.csv": _file("Applications Received", [str(n) for n in CLAIMS]),
    "lamp_grant_scheme_gender.csv": _file("Men,Women,Not stated", _parted(CLAIMS)),
}
ABSTAINED = (Status.NOT_IN_RECORD, Status.NOT_KNOWN)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("record"), FILES) as held:
        yield held


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many ferry berth hardship claimants were women in the first quarter of 2019?", 38),
        ("How many men applied for a lamp grant scheme in Q2 2018?", 14),
        ("How many lamp grant scheme applicants were men in 2018?", 57),
        ("What share of ferry berth hardship claimants were men in Q1 2019?", Decimal("33.3")),
        ("How many awards of ferry berth hardship were to over 40s in Q1 2018?", 2),
    ],
)
def test_what_the_numbers_beside_prove_is_counted(desk: Desk, question: str, value: Decimal) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert Decimal(answer.figures[0].value.removesuffix("%")) == value


@pytest.mark.parametrize(
    "question",
    [
        "How many tram pass hardship applicants were women in the first quarter of 2019?",
        "How many women applied for tram pass hardship in Q2 2018?",
        "How many ferry berth hardship claimants were under 18 in Q1 2019?",
    ],
)
def test_other_numbers_prove_nothing(desk: Desk, question: str) -> None:
    assert desk.ask(question).status in ABSTAINED
