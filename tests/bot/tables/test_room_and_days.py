"""What a column counts and what it does not: room is no people, a day told in a heading, what a heading leaves out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

HOSTELS = """Hostel beds and residents by sex as at end of quarter
Quarter,Sex,Hostel beds,Hostel residents
Jan to Mar 2021,Women,410,388
Jan to Mar 2021,Men,620,601
Apr to Jun 2021,Women,415,392
Apr to Jun 2021,Men,633,612
"""
NURSERIES = """Nursery places by county, end of quarter
County,Jan to Mar 2021,Apr to Jun 2021
Kent,900,950
Fife,400,410
Total,1300,1360
"""
LOANS = (
    "Library,Year,Total remote loans,Total counter loans excluding renewals,All loans including renewals,"
    "Readers present 31st March,Remote readers women 31st March,Total readers 31st March\n"
    "Ambleby,2010-11,120,300,480,40,12,90\n"
    "Crewkerne,2010-11,0,210,260,33,9,71\n"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {"hostels.csv": HOSTELS, "nurseries.csv": NURSERIES, "scanned_final.csv": LOANS}
    folder = tmp_path_factory.mktemp("record")
    with desk_over(folder, {name: text.encode() for name, text in files.items()}) as one:
        yield one


GIVEN = [
    ("How many women were in hostels in Apr to Jun 2021?", "392"),
    ("How many men were staying in hostels in January to March 2021?", "601"),
    ("How many hostel beds for women were there in Apr to Jun 2021?", "415"),
    ("How many nursery places were there in Kent in Apr to Jun 2021?", "950"),
    ("How many nursery places were there at the end of Jan to Mar 2021?", "1300"),
    ("How many counter loans, not counting renewals, did Ambleby have in 2010-11?", "300"),
    ("How many counter loans leaving out renewals did Crewkerne make in 2010-11?", "210"),
    ("How many readers in all were at Ambleby on 31 March?", "90"),
    ("What was the total number of readers at Crewkerne on 31 March?", "71"),
    ("How many readers were present at Crewkerne on 31 March?", "33"),
    ("How many loans did Ambleby make in 2010-11?", "480"),
    ("What share of all loans at Ambleby in 2010-11 was remote?", "25%"),
    ("Did Ambleby have any remote loans in 2010-11?", "120"),
    ("Were there any remote loans at Crewkerne in 2010-11?", "0"),
]


@pytest.mark.parametrize(("question", "value"), GIVEN)
def test_the_column_that_is_asked_about_is_taken(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert answer.figures[0].value == value, answer.text


NOT_GIVEN = [
    "How many children were in nurseries in Kent in Apr to Jun 2021?",
    "How many women were in nurseries in Apr to Jun 2021?",
    "Are there any figures for Ambleby in 2015-16?",
    "How many counter loans leaving out readers did Crewkerne make in 2010-11?",
    "How many loans did Ambleby make on Sundays in 2010-11?",
    "How many men were staying in hostels on Saturdays in January to March 2021?",
    "How many nursery places were there in Kent on a Friday in Apr to Jun 2021?",
]


@pytest.mark.parametrize("question", NOT_GIVEN)
def test_another_is_never_given_for_it(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.NOT_IN_RECORD, answer.text


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Did Ambleby have any remote loans in 2010-11?", "Yes"),
        ("Were there any remote loans at Crewkerne in 2010-11?", "No"),
    ],
)
def test_whether_there_were_any_is_told(desk: Desk, question: str, lead: str) -> None:
    assert desk.ask(question).text.startswith(lead)
