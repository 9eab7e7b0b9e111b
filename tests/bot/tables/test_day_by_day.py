"""Tables of a number for each day or month, and running totals: what is added up, averaged, or neither."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.bot.tables.putting import desk_over

BOATS = "Date,Harbour,DailyBoatsSeen,TotalBoatsSeen,DailyCrewChecked,TotalCrewChecked"
BOATS += ",DailyBerth2Checks,TotalBerth2Checks\n"
BOATS += "2021-05-01,Ambleby,,,,210,,\n2021-05-02,Ambleby,,,,230,,\n2021-05-03,Ambleby,,,,255,,\n"
BOATS += "2021-05-04,Ambleby,11,900,31,286,4,40\n2021-05-05,Ambleby,14,914,30,316,5,45\n"
BOATS += "2021-05-06,Ambleby,9,923,,,2,47\n"
LIBRARY = "Date,Loans,OverdueReturns,Fines\n"
LIBRARY += "".join(f"2021-05-{n:02},{n * n},{n // 3},{3 * n}\n" for n in range(1, 21))
DIARY = "Date,Rescues,Towings\n2021-05-01,12,3\n2021-05-02,14,4\n2021-05-03,9,1\n2021-05-04,11,2\n"
FERRIES = "Year,Month,Ferries waiting at month end\n" + "".join(
    f"2020,{month},{waiting}\n"
    for month, waiting in zip(("Jan", "Feb", "Mar", "Apr", "May", "Jun"), (40, 50, 30, 20, 60, 70), strict=True)
)
FILES = {"boats.csv": BOATS, "library.csv": LIBRARY, "diary.csv": DIARY, "ferries.csv": FERRIES}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("days")
    with desk_over(folder / "record", {name: text.encode() for name, text in FILES.items()}) as one:
        yield one


ANSWERED = [
    ("How many boats were seen in Ambleby on 5 May 2021?", "14"),
    ("How many boats had been seen in Ambleby by 5 May 2021?", "914"),
    ("How many boats were seen from 4 to 6 May 2021?", "34"),
    ("How many crew were checked on 4 May 2021?", "31"),
    ("How many crew had been checked up to 2 May 2021?", "230"),
    ("How many berth 2 checks were there on 6 May 2021?", "2"),
    ("On which day were the most boats seen?", "14"),
    ("How many loans were added to the total between 3 May and 10 May 2021?", "91"),
    ("How many loans were there on 4 May 2021?", "16"),
    ("How many loans had there been by 10 May 2021?", "100"),
    ("How many fines were added to the total from 3 May to 10 May 2021?", "21"),
    ("How many rescues were there on 3 May 2021?", "9"),
    ("Rescues on 2 May 2021 compared with 3 May 2021: how many more?", "5"),
    ("On average, how many ferries were waiting each month from January to March 2020?", "40"),
    ("What was the average number of ferries waiting a month between March and June 2020?", "45"),
    ("What was the monthly average of ferries waiting in the first half of 2020?", "45"),
]


@pytest.mark.parametrize(("text", "value"), ANSWERED)
def test_a_day_s_count_and_a_running_total_are_told_apart(desk: Desk, text: str, value: str) -> None:
    answer = desk.ask(text)
    assert [f.value.removesuffix(".0") for f in answer.figures][:1] == [value], answer.text


@pytest.mark.parametrize(
    "text",
    [
        "How many crew were checked on 6 May 2021?",
        "How many loans were there in May 2021?",
        "Which day had the most loans?",
        "How many rescues were there in May 2021?",
        "How many towings were there between 1 and 4 May 2021?",
        "How many were there in the library on 3 May 2021?",
        "On average, how many ferries were waiting each month in 2020?",
        "On average, how many ferries were waiting each quarter in 2020?",
    ],
)
def test_what_may_not_be_added_up_or_is_not_given_is_not_told(desk: Desk, text: str) -> None:
    assert not desk.ask(text).figures
