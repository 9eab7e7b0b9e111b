"""Years that a title reads as one season of each, bands of ages before a year, and codes of areas told at times."""

from __future__ import annotations

import pytest

from corpus.cube import Role
from corpus.formats.statistics.measures import measure_of
from corpus.records import Nature
from tests.corpus.statistics.tables import dataset, document
from tests.corpus.statistics.workbooks import rows_of, xlsx


def _sheet(title: str, note: str = "") -> bytes:
    rows = f"{title}\nWales, {{}}\n\nHarbour | 2020 | 2021 | 2022\nAmbleby | 4 | 5 | 6\nCorrie | 7 | 8 | 9\n\n{note}\n"
    return rows.encode()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("autumn 2020-2022", ["autumn 2020", "autumn 2021", "autumn 2022"]),
        ("spring 2019 to spring 2022", ["spring 2020", "spring 2021", "spring 2022"]),
        ("winter 2020-22", ["winter 2020", "winter 2021", "winter 2022"]),
        ("autumn 2020-2021", ["2020", "2021", "2022"]),
        ("autumn 2020-2022 and spring 2020-2022", ["2020", "2021", "2022"]),
        ("2020-2022", ["2020", "2021", "2022"]),
    ],
)
def test_years_are_read_as_the_one_season_that_a_title_says(said: str, words: list[str]) -> None:
    sheet = _sheet("Table 1: Otters resting ashore").decode().format(said)
    one = dataset(xlsx({"Otters": rows_of(sheet)}), "otters.xlsx")
    (times,) = (d for d in one.dimensions if d.role is Role.TIME)
    assert [code.words for code in times.codes] == words
    assert one.nature is Nature.UNKNOWN


def test_a_snapshot_of_a_season_is_a_stock() -> None:
    sheet = _sheet("Table 1: Otters resting ashore", "Note 1: The snapshot is of one night.").decode()
    one = dataset(xlsx({"Otters": rows_of(sheet.format("autumn 2020-2022"))}), "otters.xlsx")
    assert one.nature is Nature.STOCK


def test_a_band_of_ages_is_told_apart_from_its_year() -> None:
    sheet = (
        "Table 1: Otters by age\nPier | 2 - 5 2021 | Over 5 2021 | 2 - 5 2022 | Over 5 2022\nCorrie | 7 | 8 | 9 | 1\n"
    )
    one = dataset(xlsx({"Otters": rows_of(sheet + "Dunmore | 1 | 2 | 3 | 4\n")}), "otters.xlsx")
    assert ["2 - 5", "Over 5"] in [[code.words for code in d.codes] for d in one.dimensions]
    assert ["2021", "2022"] in [[code.words for code in d.codes] for d in one.dimensions]


def test_codes_of_areas_tell_rows_apart_at_each_time_behind_them() -> None:
    rows = "".join(f"E5400000{n},{n * m},{m} May 2023\n" for m in range(1, 5) for n in range(1, 5))
    one = dataset(f"icb22_code,visits,date\n{rows}", "visits.csv")
    assert [(d.role, d.name) for d in one.dimensions] == [
        (Role.TIME, "date"),
        (Role.PLACE, "integrated care board code"),
    ]


def test_numbers_of_rows_are_no_codes_of_areas() -> None:
    rows = "".join(f"{n},{n * m},{m} May 2023\n" for m in range(1, 5) for n in range(1, 5))
    found = document(f"ref,visits,date\n{rows}", "visits.csv").datasets
    assert not any(d.name == "ref" and d.role is Role.PLACE for one in found for d in one.dimensions)


@pytest.mark.parametrize(
    ("said", "scale", "additive"),
    [
        ("Crews lost per 1,000", 1, False),
        ("Crews lost per (000s)", 1, False),
        ("Crews lost (000s)", 1_000, True),
        ("Crews lost, thousands", 1_000, True),
    ],
)
def test_a_rate_of_so_many_is_no_number_of_thousands(said: str, scale: int, additive: bool) -> None:
    one = measure_of(said)
    assert (one.scale, one.additive) == (scale, additive)
