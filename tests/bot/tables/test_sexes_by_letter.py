"""A column of sexes may hold but one letter for each: who asks for women, boys or men finds the row all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over

ROWERS = "Year,Sex,Number of rowers\n2021,F,310\n2021,M,420\n2021,P,730\n2022,F,340\n2022,M,450\n2022,P,790\n"
PILOTS = (
    "Year,Port,Gender of pilot,Harbour pilots\n"
    "2021,Ambleby,f,12\n2021,Ambleby,m,31\n2021,Ambleby,u,2\n2021,Corrie,f,8\n2021,Corrie,m,40\n2021,Corrie,u,1\n"
)
LOANS = "year,gender_code,age_band,library_loans\n" + "".join(
    f"{year},{sex},{age},{n}\n"
    for year, more in ((2020, 0), (2021, 5))
    for sex, first in (("M", 100), ("F", 200))
    for age, n in (("Under 16", first + more), ("16 and over", 3 * first + more))
)
SAILORS = "Year,Sex,Pupils sailing\n2021,M,30\n2021,F,24\n2022,M,28\n2022,F,26\n"
GRADES = "Year,Grade of harbour,Harbours inspected\n2021,F,7\n2021,M,9\n"


@pytest.mark.parametrize(
    ("name", "content", "question", "value"),
    [
        ("rowers.csv", ROWERS, "How many women were rowers in 2022?", "340"),
        ("rowers.csv", ROWERS, "How many male rowers were there in 2021?", "420"),
        ("rowers.csv", ROWERS, "How many rowers were there in 2022?", "790"),
        ("rowers.csv", ROWERS, "What share of rowers in 2022 were women?", "43"),
        ("pilots.csv", PILOTS, "How many female harbour pilots were there in Corrie in 2021?", "8"),
        ("pilots.csv", PILOTS, "How many harbour pilots in Ambleby were men in 2021?", "31"),
        ("pilots.csv", PILOTS, "How many harbour pilots were there in Ambleby in 2021?", "45"),
        ("loans.csv", LOANS, "How many library loans to men were there in 2020?", "400"),
        ("loans.csv", LOANS, "How many library loans to females under 16 were there in 2021?", "205"),
        ("sailors.csv", SAILORS, "How many girls were sailing in 2021?", "24"),
        ("sailors.csv", SAILORS, "How many boys were sailing in 2021?", "30"),
        ("swum.csv", SAILORS.replace("M,", "Male,").replace("F,", "Female,"), "How many girls sailed in 2021?", "24"),
    ],
)
def test_a_letter_stands_for_a_sex(tmp_path: Path, name: str, content: str, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {name: content.encode()}) as desk:
        answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert answer.figures[0].value.rstrip("%") == value, answer.text


def test_girls_are_no_females_of_every_age(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"rowers.csv": ROWERS.encode()}) as desk:
        assert desk.ask("How many girls were rowers in 2022?").status is Status.NOT_IN_RECORD


def test_a_letter_under_another_heading_is_none(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"grades.csv": GRADES.encode()}) as desk:
        assert desk.ask("How many women inspected harbours in 2021?").status is Status.NOT_IN_RECORD
