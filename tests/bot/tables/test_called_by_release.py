"""Files with short headings, a national row among the places, and questions that name the release by what it is on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from bot.answer import Status
from bot.desk import Desk
from corpus.cube import Role
from corpus.formats.statistics.vocabulary import worded
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.tables import dataset, values

PLACES = (("Ambleby", 10), ("Corrie", 20), ("Dunmore", 30), ("Fenwick", 40))


def _rows(head: str, national: str) -> str:
    lines = [head]
    for year, more in (("2022/23", 0), ("2023/24", 3)):
        lines += [f"{year},Local authority,{name},{n + more},{2 * n + more},{n // 10},{n // 5}" for name, n in PLACES]
        whole = sum(n + more for _, n in PLACES)
        lines.append(f"{year},National,{national},{whole},{whole + sum(n for _, n in PLACES)},0.5,0.5")
    return "\n".join(lines) + "\n"


SCORES = _rows("Year,geographic_level,la_name,PriNOR,SecNOR,Moorings_P_NS,Moorings_S_NS", "England")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("scores") / "record", {"scorecard_2024.csv": SCORES.encode()}) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many primary pupils were on roll in Corrie in 2023/24, according to the mooring scorecard?", "23"),
        ("How many pupils were on roll in Dunmore's secondary schools in 2022/23?", "60"),
        ("Primary pupils in Ambleby and Corrie together, 2022/23 mooring scorecard?", "30"),
        ("How many primary pupils were on roll in 2022/23?", "100"),
    ],
)
def test_pupils_are_told_of_the_release_that_is_named(desk: Desk, question: str, told: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert told in answer.headline


@pytest.mark.parametrize(
    "question",
    [
        "How many primary pupils were on roll in Corrie in 2023/24, according to the lighthouse scorecard?",
        "How many primary pupils with moorings were on roll in Corrie in 2018/19?",
        "How many nursery pupils were on roll in Corrie in 2023/24?",
    ],
)
def test_what_the_release_does_not_bear_out_is_a_condition(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED), answer.text


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("PriNOR", "primary pupils on roll"),
        ("SecNOR", "secondary pupils on roll"),
        ("NEET_NK_percent", "NEET or activity not known percent"),
        ("Cohort_DJFavg", "Cohort December to February average"),
        ("time_sec", "time sec"),
        ("LANumber", "LANumber"),
    ],
)
def test_short_forms_are_read_together(heading: str, words: str) -> None:
    assert worded(heading) == words


def test_the_one_row_that_is_national_is_the_whole() -> None:
    one = dataset(SCORES, "scorecard_2024.csv")
    places = next(d for d in one.dimensions if d.role is Role.PLACE)
    assert [c.words for c in places.codes if c.total] == ["England"]
    assert values(one, measure="primary pupils on roll")[4] == Decimal(100)


LEAVERS = """time_period,geographic_level,la_name,cohort_size,NEET_percent,NEET_NK_percent,Apprenticeship_percent
2023,Local authority,Ambleby,100,2.5,3.5,6.0
2023,Local authority,Corrie,200,4.5,7.5,1.5
2023,Local authority,Dunmore,300,3.5,9.5,2.5
"""
ROPES = "year,harbour,RNLI_share,Sails_percent\n2023,Ambleby,2.5,3.5\n2023,Corrie,4.5,7.5\n"


@pytest.mark.parametrize(
    ("name", "content", "question", "told"),
    [
        ("UD_NEETNK_LA_2023.csv", LEAVERS, "What percentage in Corrie were NEET in 2023?", "4.5%"),
        (
            "UD_NEETNK_LA_2023.csv",
            LEAVERS,
            "Which council had the highest share who were NEET or whose activity was not known in 2023?",
            "Dunmore",
        ),
        ("UD_NEETNK_LA_2023.csv", LEAVERS, "What percentage were in apprenticeships in Ambleby in 2023?", "6%"),
        ("XQZ_2023.csv", ROPES, "What percentage of sails were there in Ambleby in 2023?", ""),
    ],
)
def test_a_file_named_for_its_columns_is_asked_by_them(
    tmp_path: Path, name: str, content: str, question: str, told: str
) -> None:
    with desk_over(tmp_path / "record", {name: content.encode()}) as made:
        answer = made.ask(question)
    assert (answer.status in (Status.ANSWERED, Status.COMPUTED)) is bool(told), answer.text
    assert told in answer.headline
