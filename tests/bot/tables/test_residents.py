"""Tables of everybody who lives in a place, which say only by what trait, as the census offices' systems head them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over


def _headed(variable: str, *categories: str) -> str:
    return ",".join(f"{variable}: {one}; measures: Value" for one in categories)


FAITHS = (
    f"WD21NM,{_headed('Religion', 'All categories: Religion', 'Quaker', 'Methodist', 'Methodist: Primitive', 'None')}\n"
    "Ambleby,900,120,500,200,280\nCorrie,1100,100,400,150,600\nWest Corrie,700,60,300,90,340\n"
)
"""Wards, by a short form with the year of their bounds."""
SEXES = (
    f"date,geography,geography code,{_headed('Sex', 'All categories: Sex', 'Males', 'Females')}\n"
    "2031,Ambleby,E07000901,5200,2500,2700\n2031,Brackwater,E07000902,8100,4000,4100\n"
    "2031,Tenwick,E07000903,6400,3300,3100\n"
)
AGES = (
    f"PFA30NM,{_headed('Age', 'All categories: Age', 'Aged 0 to 15', 'Aged 16 to 64', 'Aged 65 and over')}\n"
    "Harnshire,40000,9000,25000,6000\nWessenden,30000,6000,18000,6000\nTarn,20000,4000,13000,3000\n"
)
FILES = {"ward-religion.csv": FAITHS, "la-sexes.csv": SEXES, "age-by-force.csv": AGES}


def _bytes(files: dict[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("How many people live in Ambleby ward?", ["900"]),
        ("How many Quakers live in Corrie ward?", ["100"]),
        ("How many people of Methodist religion are there in Ambleby?", ["500"]),
        ("What share of the people in Ambleby ward are Methodist?", ["55.6%"]),
        ("What is the combined population of Ambleby and Corrie wards?", ["2000"]),
        ("How many people lived in Brackwater in 2031?", ["8100"]),
        ("What percentage of the population of Tenwick were women in 2031?", ["48.4%"]),
        ("Which local authority had the largest population in 2031?", ["8100"]),
        ("How many residents of Tenwick were male in 2031?", ["3300"]),
        ("What is the population of the Harnshire police force area?", ["40000"]),
        ("How many people live in the Tarn and Wessenden police areas?", ["50000"]),
        ("Which police force area has the smallest population?", ["20000"]),
    ],
)
def test_all_who_live_there_are_counted(tmp_path: Path, question: str, values: list[str]) -> None:
    with desk_over(tmp_path / "record", _bytes(FILES)) as desk:
        answer = desk.ask(question)
        assert [f.value for f in answer.figures][:1] == values, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many people live alone in Brackwater?",
        "How many people live near Brackwater?",
        "How many people live together in Tenwick?",
        "How many people came to live in Ambleby ward?",
        "How many homes are there in Brackwater?",
        "How many pilots live in Tenwick?",
        "What was the population of Tenwick in 2041?",
        "How many households are there in the Harnshire police area?",
    ],
)
def test_others_are_not(tmp_path: Path, question: str) -> None:
    with desk_over(tmp_path / "record", _bytes(FILES)) as desk:
        answer = desk.ask(question)
        assert answer.status is Status.NOT_IN_RECORD, answer.text


@pytest.mark.parametrize("name", ["ferry-passengers-by-sex.csv", "arrests-by-sex.csv", "lifeboat-crew-sex.csv"])
def test_a_file_on_something_else_counts_no_residents(tmp_path: Path, name: str) -> None:
    with desk_over(tmp_path / "record", {name: SEXES.encode()}) as desk:
        answer = desk.ask("How many people lived in Brackwater in 2031?")
        assert answer.status is Status.NOT_IN_RECORD, answer.text
