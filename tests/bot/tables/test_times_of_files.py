"""Data files whose time stands in their name as months, or whose labels are told over as "of which" at another time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from corpus.formats.statistics.titles import named_time
from corpus.formats.statistics.vocabulary import readable
from tests.bot.tables.putting import desk_over

LAUNCHES = "Harbour,Launches\nAmbleby,41\nCorrie,52\n"
CROSSINGS = "Pier,Crossings\nNorth pier,63\nSouth pier,74\n"
LOANS = "Year ending,Library,Loans\n2019-06-30,Moor,11\n2019-09-30,Moor,12\n2020-06-30,Moor,15\n2020-09-30,Moor,16\n"
TRAMS = "Depot,Staff,ytd,variable,value\n" + "".join(
    f"{depot},{staff},{day},{sort},{n}\n"
    for staff, day, extra in (("Tram drivers", "2019-03-31", 0), ("Tram drivers of which", "2020-03-31", 10))
    for depot, first in (("Hill depot", 20), ("Quay depot", 40))
    for n, sort in enumerate(("Women", "Men"), first + extra)
)


@pytest.mark.parametrize(
    ("name", "title", "words"),
    [
        ("launches-april2019-march2020", "Launches April 2019 to March 2020", "April 2019 to March 2020"),
        ("ferry_crossings_jul_2021_sep_2021", "Ferry crossings Jul 2021 to Sep 2021", "Jul 2021 to Sep 2021"),
        ("library loans october2019 to december2019", "Library loans October 2019 to December 2019",
         "October 2019 to December 2019"),
        ("tram_rides_may2022", "Tram rides May 2022", "May 2022"),
        ("tram-rides-march2021-march2022", "Tram rides March 2021 to March 2022", None),
        ("summary2019", "Summary2019", None),
        ("dismay2019-boats", "Dismay2019 boats", None),
    ],
)  # fmt: skip
def test_months_in_a_files_name_are_its_time(name: str, title: str, words: str | None) -> None:
    said = readable(name)
    named = named_time(said)
    assert (said, named.words if named else None) == (title, words)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {
        "lifeboat-launches-april2019-march2020.csv": LAUNCHES,
        "ferry_crossings_july2021_september2021.csv": CROSSINGS,
        "library_loans.csv": LOANS,
        "tram_drivers.csv": TRAMS,
    }
    with desk_over(tmp_path_factory.mktemp("desk") / "r", {n: said.encode() for n, said in files.items()}) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many lifeboat launches were there at Corrie in April 2019 to March 2020?", "52"),
        ("how many lifeboat launches did Ambleby have in 2019/20", "41"),
        ("How many lifeboat launches were there at Corrie in 2020/21?", ""),
        ("Which pier had the most ferry crossings in July to September 2021?", "74"),
        ("How many library loans were there at Moor in the year to September 2020?", "16"),
        ("how many library loans did Moor make in the year ending June 2019", "11"),
        ("How many women tram drivers did Quay depot have in the year to March 2020?", "50"),
        ("By how many did Hill depot's women drivers rise between the year to March 2019 and the year to March 2020?",
         "10"),
    ],
)  # fmt: skip
def test_such_times_are_asked_for(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert (answer.figures[0].value if answer.figures else "") == value, answer.text
