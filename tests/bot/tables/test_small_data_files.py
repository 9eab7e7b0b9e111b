"""Small data files: a quarter in the file's name, a year's total among its quarters, both ways that a decision went."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.bot.tables.putting import desk_over

CREWS = "Nationality,Total\nDanish,17\nIcelandic,40\nNorwegian,23\nTotal,80\n"
SEALS = "Harbour,Seals rescued\nAmbleby,5\nCorrie,9\nDunmore,2\n"
READERS = "Branch,Total\nNorth Street,310\nQuay,120\nTotal,430\n"
REPORTS = "Year,Quarter,Total\n" + "".join(
    f"{year},{label},{count + year - 2020}\n"
    for year in (2020, 2021, 2022)
    for label, count in (("Total", 100 + 3 * (year - 2020)), ("Q1", 10), ("Q2", 20), ("Q3", 30), ("Q4", 40))
)
PERMITS = (
    "Year,Quarter,Ferries - Negative mooring permit,Ferries - Positive mooring permit,Ferries - Total,"
    "Trawlers - Negative mooring permit,Trawlers - Positive mooring permit,Trawlers - Total,Total\n"
    "2021,Total,10,90,100,20,60,80,180\n2021,Q1,4,40,44,9,20,29,73\n2021,Q2,6,50,56,11,40,51,107\n"
    "2022,Total,13,95,108,21,66,87,195\n2022,Q1,5,45,50,10,30,40,90\n2022,Q2,8,50,58,11,36,47,105\n"
)
TRAMS = (
    "Date,Driver Interviews,Bench Checks,All Stages Completed\n"
    "2021-01-31,40,31,71\n2021-02-28,45,30,75\n2021-03-31,51,35,86\n2021-04-30,47,38,85\n"
)
FILES = {
    "crew-reports-2022-q2.csv": CREWS,
    "seals_rescued_march_2021.csv": SEALS,
    "reader-cards_2019-20.csv": READERS,
    "lamp-reports.csv": REPORTS,
    "mooring-permit.csv": PERMITS,
    "tram-stages.csv": TRAMS,
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("small")
    with desk_over(folder / "record", {name: text.encode() for name, text in FILES.items()}) as one:
        yield one


ANSWERED = [
    ("How many Icelandic nationals were in the crew reports in Q2 2022?", "40"),
    ("How many seals were rescued at Corrie in March 2021?", "9"),
    ("How many reader cards were there at Quay in 2019/20?", "120"),
    ("How many lamp reports were there in 2021?", "104"),
    ("By how many did lamp reports rise between 2021 and 2022?", "4"),
    ("How many lamp reports were there in the first half of 2020?", "30"),
    ("How many positive mooring permit decisions were there for trawlers in Q2 2022?", "36"),
    ("By how many did positive mooring permit decisions for ferries rise between 2021 and 2022?", "5"),
    ("What proportion of mooring permit decisions for trawlers in 2021 were positive?", "75%"),
    ("How many driver interviews were completed in February 2021?", "45"),
]


@pytest.mark.parametrize(("question", "value"), ANSWERED)
def test_a_small_file_answers(desk: Desk, question: str, value: str) -> None:
    assert [f.value for f in desk.ask(question).figures] == [value]


@pytest.mark.parametrize(
    "question",
    [
        "How many Icelandic nationals were in the crew reports in Q3 2022?",
        "How many Icelandic nationals were in the crew reports in 2022?",
        "How many seals were rescued at Corrie in 2021?",
    ],
)
def test_it_is_of_no_other_time(desk: Desk, question: str) -> None:
    assert not desk.ask(question).figures


def test_which_way_a_decision_went_is_no_post(tmp_path_factory: pytest.TempPathFactory) -> None:
    table = "Year,Berth work in hand,Post decision,Awaiting decision\n2021,900,310,590\n2022,870,300,570\n"
    with desk_over(tmp_path_factory.mktemp("post") / "record", {"berths.csv": table.encode()}) as desk:
        assert not desk.ask("How many berth decisions were positive in 2021?").figures
