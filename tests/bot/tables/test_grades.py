"""Letters that things are graded by: one that is asked about is a condition, and never left aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from bot.tables.grades import grades_in
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

PIERS = """Piers inspected in Norland by Safety Rating, each Year
Year|Quarter|Number Inspections|Total Deck Length|A|B|C|Not Rated
2020||210|90,500|40|60|105|5
2021||222|91,700|44|58|112|8
2020|2020/1|50|21,000|10|14|25|1
2020|2020/2|52|22,500|9|16|26|1
2020|2020/3|54|23,000|10|15|27|2
2020|2020/4|54|24,000|11|15|27|1
2021|2021/1|111|45,700|22|29|56|4
2021|2021/2|111|46,000|22|29|56|4
"""
KITCHENS = "Year,Hygiene grade,School kitchens\n2021,A,12\n2021,B,31\n2021,C,9\n2022,A,15\n2022,B,30\n2022,C,11\n"
CHOIRS = "Region,Choirs graded A,Choirs graded B,Choirs graded D\nNorth,4,9,2\nSouth,6,7,3\n"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many piers inspected in Norland were rated B in 2021?", "58"),
        ("How many piers inspected in 2020 were rated A or B?", "100"),
        ("How many C-rated piers were inspected between April and June 2020?", "26"),
        ("How many piers inspected got the top safety rating, an A, in 2021?", "44"),
        ("How many inspections of piers were there in the first half of 2020?", "102"),
        ("How many piers were inspected in 2021?", "222"),
        ("What share of piers inspected in 2020 were rated C?", "50"),
        ("What was the total deck length of piers inspected in 2021?", "91700"),
        ("How many school kitchens were graded B in 2022?", "30"),
        ("How many school kitchens got an A in 2021?", "12"),
        ("How many choirs in the South were graded D?", "3"),
    ],
)
def test_the_letter_of_a_grade_names_its_column_or_row(tmp_path: Path, question: str, value: str) -> None:
    files = {"piers.xlsx": xlsx({"Piers": rows_of(PIERS.replace(",", ""))}), "kitchens.csv": KITCHENS.encode()}
    with desk_over(tmp_path / "record", {**files, "choirs.csv": CHOIRS.encode()}) as desk:
        answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert answer.figures[0].value.rstrip("%") == value, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many piers inspected in 2021 were rated E?",
        "How many school kitchens were graded B or better in 2022?",
        "How many school kitchens were rated at least C in 2021?",
        "How many choirs in the North were graded C?",
    ],
)
def test_a_grade_that_no_table_tells_is_no_figure_of_all(tmp_path: Path, question: str) -> None:
    files = {"piers.xlsx": xlsx({"Piers": rows_of(PIERS.replace(",", ""))}), "kitchens.csv": KITCHENS.encode()}
    with desk_over(tmp_path / "record", {**files, "choirs.csv": CHOIRS.encode()}) as desk:
        assert desk.ask(question).status is Status.NOT_IN_RECORD


@pytest.mark.parametrize(
    ("said", "letters"),
    [
        ("rated F or G", ["grade-f", "grade-g"]),
        ("grades A*, A and B", ["grade-a*", "grade-a", "grade-b"]),
        ("bands A to C", ["grades-a to c"]),
        ("a boat rated better than a D", ["grades-d"]),
        ("an E rated ferry", ["grade-e"]),
        ("rated I think", []),
        ("a plan B for ferries", []),
        ("a boat was given a new hull", []),
    ],
)
def test_letters_are_told_as_grades(said: str, letters: list[str]) -> None:
    assert [term for _, _, term in grades_in(said)] == letters
