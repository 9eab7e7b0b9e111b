"""Data files of waits and visits, by the codes of areas, with limits of time in the names of what they count."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

VISITS = "icb22_code,total_visits,visits_over_4hours,total_ferry_landings,pct_visits_over_4hours,date\n" + "".join(
    f"E5400000{n},{100 * n + m},{10 * n + m},{m + n},0.{n}{m},{month} 2023\n"
    for m, month in enumerate(("April", "May", "June", "July"), 1)
    for n in range(1, 6)
)
WAITS = "hsct22_name,date,year,month,pier,waits_over_18_weeks,waits_over_52_weeks,total_waits\n" + "".join(
    f"{name},{year}-06-01,{year},Jun,{pier},{30 * k + n},{10 * k + n},{60 * k + n}\n"
    for year in (2021, 2022)
    for n, name in enumerate(("Belfast", "Northern", "Southern", "Western"), year - 2020)
    for k, pier in enumerate(("Stone", "Timber", "Iron"), 1)
)
BOARDS = "hb19_code,date,waits_over_18_weeks_count,waits_over_18_weeks_percent\n" + "".join(
    f"S0800000{n},{year}-{month:02}-01,{20 * n + month},0.0{n}{month:02}234567891\n"
    for year in (2021, 2022)
    for month in range(1, 13)
    for n in range(1, 7)
)
SORTS = "month,type_of_wait,count\n" + "".join(
    f"{year}-{month:02}-01,{sort},{count + month}\n"
    for year in (2020, 2021)
    for month in range(1, 13)
    for sort, count in (("No. within 18 weeks", 300), ("No. > 18 weeks", 200), ("No. > 52 weeks", 40 * (year - 2019)))
)
FILES = {
    "england_icb_visits.csv": VISITS,
    "ni_pier_hsct.csv": WAITS,
    "scotland_boards_hb.csv": BOARDS,
    "england_berth_waits.csv": SORTS,
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {name: text.encode() for name, text in FILES.items()}
    with desk_over(tmp_path_factory.mktemp("record"), files) as held:
        yield held


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many visits in England lasted more than four hours in May 2023, all areas added up?", "160"),
        ("Total ferry landings in England for April, May and June 2023 together?", "75"),
        ("What percentage of all visits in England in May 2023 took over four hours?", "10.6%"),
        (
            "In the Southern trust in Northern Ireland, how many waits over a year were there at Timber in June 2022?",
            "24",
        ),
        ("How many waits were longer than 18 weeks at the Iron pier in the Belfast trust in June 2021?", "91"),
        ("Which pier had the longest waiting list in Northern Ireland's Western trust in June 2022?", "185"),
        ("How many waits of more than 18 weeks were there in Scotland in March 2022?", "438"),
        ("How much did the number of waits of over a year in England grow from March 2020 to March 2021?", "40"),
    ],
)
def test_what_is_limited_in_its_name_is_found_and_added_up(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert value in answer.text.replace(",", "").replace(":", " ").replace(". ", " ").split()


@pytest.mark.parametrize(
    "question",
    [
        "How many waits of under 18 weeks were there in Scotland in March 2022?",
        "How many visits in Wales lasted more than four hours in May 2023?",
        "In the Southern trust in Scotland, how many waits over a year were there at the Timber pier in June 2022?",
        "Total ferry landings in England for April, May and June 2022 together?",
    ],
)
def test_another_side_and_another_nation_are_not_answered_for(desk: Desk, question: str) -> None:
    assert desk.ask(question).status in (Status.NOT_IN_RECORD, Status.NOT_KNOWN)


def test_what_a_program_divided_is_told_as_no_percentage(desk: Desk) -> None:
    answer = desk.ask("What was the waits over 18 weeks percent in S08000003 in March 2022?")
    assert "0.03%" not in answer.text


def test_a_limit_that_all_of_a_table_has_sets_no_part_apart(desk: Desk) -> None:
    answer = desk.ask("What percentage of waits were over 18 weeks in S08000003 in March 2022?")
    assert answer.status is not Status.COMPUTED, answer.text
