"""Which label is meant where a question says to whom something was done, for what, and in what manner."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

FILES = {
    "drivers.csv": (
        b"Table 1: Suspensions of tram drivers by reason\n"
        b"Depot,verbal driver,verbal passenger,physical driver,physical passenger,late running\n"
        b"Marsh,11,22,33,44,55\nHeath,12,23,34,45,56\nTotal,23,45,67,89,111\n"
    ),
    "fines.csv": (
        b"Table 2: Fines of lifeboat crew, by what they were fined for\n"
        b"Year,careless crew,careless visitor,wilful crew,wilful visitor\n2021,1,2,3,4\n2022,5,6,7,8\n"
    ),
    "loads.xlsx": xlsx(
        {
            "Table_3": rows_of(
                "Table 3: Kite fliers by number of kites, Arden, 2022\n"
                "Number of kites | Percentage with (%) | Kites lost, any size | Kites lost, by choice\n"
                "3 large kites | < 1 | 117 | 1861\n2 large kites | 2.8 | 855 | 1367\n"
                "1 large kite | 21.2 | 7136 | 1035\nNo kite | 75.5 | 255 | 315\nAll fliers | 100 | 8363 | 4578"
            ),
            "Table_4": rows_of(
                "Table 4: Kite fliers with loaded kites by maker, Arden, 2022\n"
                " | Percentage with kites (%) | Kites lost\n"
                "3 Large Kites | |\nMajor makers | * | *\nMinor makers | 41 | 43\nTotal | 100 | 117\n"
                "2 Large Kites | |\nMajor makers | 13 | 113\nMinor makers | 25 | 212\nTotal | 100 | 855"
            ),
        }
    ),
    "ferries.csv": (
        b"Table 5: Share of passengers who were seasick, by line (%)\nLine,2021,2022\nTern,8.6,9.1\nGull,3.1,4.4\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("whom") / "record", FILES) as one:
        yield one


@pytest.mark.parametrize(
    ("asked", "status", "value"),
    [
        ("How many drivers were suspended for verbally abusing a passenger?", Status.ANSWERED, "45"),
        ("How many tram drivers were suspended for physically attacking another driver?", Status.ANSWERED, "67"),
        ("How many drivers at Heath were suspended for physically hurting a passenger?", Status.ANSWERED, "45"),
        ("How many crew were fined for a wilful visitor in 2022?", Status.ANSWERED, "8"),
        ("What percentage of fliers held three large kites in 2022?", Status.ANSWERED, "1%"),
        ("What percentage of kite fliers owned two large kites in 2022?", Status.ANSWERED, "2.8%"),
        ("How many percentage points separate Tern from Gull in passengers seasick in 2021?", Status.COMPUTED, "5.5"),
        ("What is the gap in percentage points between Tern and Gull in being seasick, 2022?", Status.COMPUTED, "4.7"),
    ],
)  # fmt: skip
def test_the_label_that_is_meant_is_found(desk: Desk, asked: str, status: Status, value: str) -> None:
    found = desk.ask(asked)
    assert (found.status, found.figures[0].value if found.figures else "") == (status, value), found.text


@pytest.mark.parametrize(
    "asked",
    [
        "How many drivers were suspended for verbally abusing a cyclist?",
        "How many newly trained drivers were suspended?",
        "How many crew were fined for secretly painting a visitor in 2022?",
    ],
)
def test_what_no_label_tells_is_not_passed_over(desk: Desk, asked: str) -> None:
    assert desk.ask(asked).status not in (Status.ANSWERED, Status.COMPUTED), desk.ask(asked).text
