"""A release of harbours with the coasts that they lie on, and rows of those coasts, counted once in a season."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

HARBOURS = """Table 1: Total number of otters resting ashore, by harbour and coast
Wales, autumn 2020-2022

Harbour code | Harbour | Coast | 2020 | 2021 | 2022
--- | --- | Wales | 60 | 70 | 82
--- | --- | Western coast | 21 | 26 | 30
--- | --- | Rest of Wales | 39 | 44 | 52
--- | --- | Northern coast | 21 | 22 | 25
--- | --- | Southern coast | 18 | 22 | 27
H01 | Ambleby | Western coast | 11 | 13 | 14
H02 | Corrie | Northern coast | 9 | 8 | 12
H03 | Dunmore | Southern coast | 8 | 10 | 11
H04 | Ebbwick | Western coast | 10 | 13 | 16
H05 | Fenhythe | Northern coast | 12 | 14 | 13
H06 | Garrow | Southern coast | 10 | 12 | 16

Note 1: The count takes place on a single night that each harbour chooses.
"""
AGES = """Table 2: Age of otters resting ashore by harbour and coast
Wales, autumn 2020-2022

Harbour code | Harbour | Coast | 2 - 5 2021 | Over 5 2021 | Total 2021 | 2 - 5 2022 | Over 5 2022 | Total 2022
--- | --- | Wales | 30 | 40 | 70 | 33 | 49 | 82
--- | --- | Western coast | 12 | 14 | 26 | 14 | 16 | 30
--- | --- | Rest of Wales | 18 | 26 | 44 | 19 | 33 | 52
--- | --- | Northern coast | 10 | 12 | 22 | 9 | 16 | 25
--- | --- | Southern coast | 8 | 14 | 22 | 10 | 17 | 27
H01 | Ambleby | Western coast | 7 | 6 | 13 | 6 | 8 | 14
H02 | Corrie | Northern coast | 5 | 3 | 8 | 4 | 8 | 12
H03 | Dunmore | Southern coast | 4 | 6 | 10 | 5 | 6 | 11
H04 | Ebbwick | Western coast | 5 | 8 | 13 | 8 | 8 | 16
H05 | Fenhythe | Northern coast | 5 | 9 | 14 | 5 | 8 | 13
H06 | Garrow | Southern coast | 4 | 8 | 12 | 5 | 11 | 16
"""
EXPORTED = """This document was exported from Sheets. Each table was converted to a worksheet.

Sheet Name | Table Name | Worksheet Name
Contents
 | Table 1 | Contents
"""
CONTENTS = """Annual Otter Snapshot in Wales: autumn 2022
Contents
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    sheets = {"Export Summary": EXPORTED, "Contents": CONTENTS, "1 Total": HARBOURS, "2 Age": AGES}
    made = xlsx({name: rows_of(said) for name, said in sheets.items()})
    with desk_over(tmp_path_factory.mktemp("record"), {"otters.xlsx": made}) as held:
        yield held


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many otters were resting ashore at Corrie in autumn 2022?", "12"),
        ("How many otters were resting ashore at Corrie in the autumn 2021 snapshot?", "8"),
        ("How many otters were resting ashore at Corrie in 2022?", "12"),
        ("How many otters were resting ashore on the Northern coast in autumn 2022?", "25"),
        ("How many otters aged 2 to 5 were resting ashore on the Northern coast in autumn 2022?", "9"),
        ("How many otters were resting ashore in the rest of Wales in autumn 2022?", "52"),
        ("How many otters were resting ashore in Wales in autumn 2022?", "82"),
        (
            "By how many did the otters resting ashore on the Western coast rise between autumn 2020 and autumn 2022?",
            "9",
        ),
        ("Which harbour had the most otters resting ashore in autumn 2021?", "14"),
    ],
)
def test_a_coast_and_a_season_are_read_as_the_release_has_them(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert value in answer.text.replace(",", "").replace(":", " ").replace(".", " ").split()


@pytest.mark.parametrize(
    "question",
    [
        "How many otters were resting ashore at Corrie in spring 2022?",
        "How many otters were resting ashore at Corrie in autumn 2023?",
        "How many otters were resting ashore at Corrie in 2019?",
    ],
)
def test_of_another_season_and_another_year_nothing_is_said(desk: Desk, question: str) -> None:
    assert desk.ask(question).status in (Status.NOT_IN_RECORD, Status.NOT_KNOWN, Status.AMBIGUOUS)


def test_a_title_is_not_what_a_program_put_before_it(desk: Desk) -> None:
    answer = desk.ask("How many otters were resting ashore at Garrow in autumn 2022?")
    assert "Annual Otter Snapshot" in answer.text
    assert "exported" not in answer.text
