"""Tables that date what was counted over months by their last days: counts are added up, levels are read at the day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.bot.tables.putting import desk_over

ENDS = ("01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31", "09-30", "10-31", "11-30", "12-31")
DRIVERS = "Date,Driver Inspections,Depot Staff\n" + "".join(
    f"{year}-{end},{10 * n + year - 2020},{500 + n}\n" for year in (2021, 2022) for n, end in enumerate(ENDS)
)
LIBRARY = "Quarter ending,Reader admissions,Berths tidied\n" + "".join(
    f"{year}-{end},{100 * n + 7},{n + 3}\n" for year in (2019, 2020) for n, end in enumerate(ENDS[2::3])
)
FERRY = "Date,Ferry incidents,Rope checks\n" + "".join(
    f"{year}-12-31,{year - 2000},{year - 1990}\n" for year in range(2015, 2020)
)
FILES = {"tram-work.csv": DRIVERS, "reading-rooms.csv": LIBRARY, "ferry-log.csv": FERRY}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("ends")
    with desk_over(folder / "record", {name: text.encode() for name, text in FILES.items()}) as one:
        yield one


ANSWERED = [
    ("How many driver inspections were there in 2022?", "684"),
    ("How many driver inspections were there in the first quarter of 2021?", "33"),
    ("How many driver inspections were there in November 2022?", "102"),
    ("How many depot staff were there at the end of 2022?", "511"),
    ("How many reader admissions were there in 2020?", "628"),
    ("How many ferry incidents were there in 2018?", "18"),
]


@pytest.mark.parametrize(("question", "value"), ANSWERED)
def test_counts_are_of_the_months_that_their_days_end(desk: Desk, question: str, value: str) -> None:
    assert [f.value for f in desk.ask(question).figures] == [value]


def test_what_befell_is_not_the_last_of_several_days(desk: Desk) -> None:
    assert not desk.ask("How many berths were tidied throughout 2020?").figures
