"""Those who have something are no sum of all and of what they have, nor are those at risk of what befell others; and
counts whose columns are headed again for their rates are counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

BOATS = """Station,Year,Boats for which gear is listed,Night radio gear,Storm gear
Ambleby,2020,40,12,9
Ambleby,2021,44,15,9
Corrie,2020,30,5,2
Corrie,2021,31,6,4
"""
READERS = """Branch,Readers for whom a card type is known,Large print card,Home delivery card,Year
Dunmore,900,60,21,2020
Dunmore,950,75,22,2021
Fenwick,700,40,10,2020
Fenwick,720,41,12,2021
"""
DRIVERS = """Depot,Year,Drivers for whom a reason for leave is told,Back injury leave,Training leave
Garrow,2020,210,17,8
Garrow,2021,220,25,9
Hale,2020,180,11,5
Hale,2021,176,10,6
"""


@pytest.mark.parametrize(
    ("file", "question", "value"),
    [
        (BOATS, "How many boats with night radio gear were there at Ambleby in 2020?", "12"),
        (BOATS, "By how many did boats with storm gear at Corrie go up between 2020 and 2021?", "2"),
        (READERS, "By how many did readers with a large print card at Dunmore go up between 2020 and 2021?", "15"),
        (DRIVERS, "How many drivers with back injury leave were there at Garrow in 2021?", "25"),
    ],
)
def test_those_with_something(tmp_path: Path, file: str, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"boats-readers-and-drivers.csv": file.encode()}) as desk:
        answer = desk.ask(question)
    assert [one.value for one in answer.figures][:1] == [value], answer.text


def _reasons(title: str, rows: str) -> bytes:
    """A sheet of reasons by sex, its counts under no heading and their rates under one."""
    head = f"{title}\n |||||Rate per 1,000 members||\n|Female|Male|Total||Female|Male|Total\n"
    return xlsx({"Table 1": rows_of(head + rows)})


CREWS = _reasons(
    "Table 1: Reasons for help for crew members of boats, by sex, 2020",
    "Seasickness|11|20|31||1.1|2|1.6\nRisk of sinking|3|4|7||0.3|0.4|0.4\nLost kit|8|9|17||0.8|0.9|0.9",
)
TENANTS = _reasons(
    "Table 1: Reasons for advice for tenants of cottages, by sex, 2020",
    "Damp|110|200|310||11|20|16\nThreat of eviction|31|42|73||3.1|4.2|3.7\nNoise|80|95|175||8|9.5|8.8",
)
KEEPERS = _reasons(
    "Table 1: Reasons for visits to lock keepers, by sex, 2020",
    "Training|14|22|36||1.4|2.2|1.8\nFear of dismissal|5|6|11||0.5|0.6|0.6\nBroken gate|8|9|17||0.8|0.9|0.9",
)


@pytest.mark.parametrize(
    ("file", "question", "value"),
    [
        (CREWS, "How many crew members were helped for seasickness in 2020?", "31"),
        (CREWS, "How many boats sank in 2020?", None),
        (CREWS, "How many crew members of boats that sank were there in 2020?", None),
        (TENANTS, "How many women tenants of cottages got advice for damp in 2020?", "110"),
        (TENANTS, "How many tenants of cottages were evicted in 2020?", None),
        (KEEPERS, "How many male lock keepers were visited for a broken gate in 2020?", "9"),
        (KEEPERS, "How many lock keepers were dismissed in 2020?", None),
    ],
)
def test_what_was_risked_and_counts_beside_rates(tmp_path: Path, file: bytes, question: str, value: str | None) -> None:
    with desk_over(tmp_path / "record", {"a.xlsx": file}) as desk:
        answer = desk.ask(question)
    if value is None:
        assert answer.status not in (Status.ANSWERED, Status.COMPUTED), answer.text
    else:
        assert [one.value for one in answer.figures][:1] == [value], answer.text


def _workbook(plain: str, narrow: str, rows: str) -> bytes:
    """Two sheets that tell the same rows apart, the second of some of those whom the first counts."""
    head = "|Female|Male|Total\n"
    return xlsx({"1": rows_of(f"{plain}\n{head}{rows}"), "2": rows_of(f"{narrow}\n{head}{rows.replace('1', '')}")})


SORTS = "North|14|21|35\nSouth|41|51|92\nEast|16|13|29\nWest|15|19|34"


@pytest.mark.parametrize(
    ("plain", "narrow", "question", "value"),
    [
        (
            "Table 1: Pilots by coast, 2020",
            "Table 2: Relief pilots by coast, 2020",
            "How many pilots were there in 2020?",
            "190",
        ),
        (
            "Table 1: Bell ringers by quarter of town, 2020",
            "Table 2: Bell ringers in island churches by quarter of town, 2020",
            "How many women bell ringers were there in 2020?",
            "86",
        ),
        (
            "Table 1: Ferry passengers by coast, 2020",
            "Table 2: Ferry passengers with dogs by coast, 2020",
            "How many male ferry passengers were there in 2020?",
            "104",
        ),
    ],
)
def test_a_narrower_sheet_of_the_same_rows(tmp_path: Path, plain: str, narrow: str, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"a.xlsx": _workbook(plain, narrow, SORTS)}) as desk:
        answer = desk.ask(question)
    assert [one.value for one in answer.figures][:1] == [value], answer.text
