"""Tables below one another on a sheet, whose own titles say of their one subject what each of them counts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import ods, rows_of


def _stacked(subject: str, row: str, tables: dict[str, int]) -> bytes:
    parts = [
        f"Table 1.{n} Number of {what} by {row.lower()}, 2021 to 2022\n{row}|2021|2022\n"
        f"Moor|{first}|{first + 1}\nQuay|{first + 2}|{first + 3}\nTotal|{2 * first + 2}|{2 * first + 4}"
        for n, (what, first) in enumerate(tables.items(), 1)
    ]
    return ods({"By_row": rows_of("\n\n".join((f"{subject}\n", *parts)))})


FILES = {
    "ferries.ods": _stacked("Ferry collisions", "Port", {"COLLISIONS": 10, "CASUALTIES": 40}),
    "trams.ods": _stacked("Tram derailments", "Depot", {"derailments": 100, "passengers": 400}),
    "drowned.ods": _stacked("Drownings in harbours", "Harbour", {"INCIDENTS": 1000, "FATALITIES": 4000}),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("desk") / "r", FILES) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many ferry collisions were there at Quay in 2022?", "13"),
        ("how many casualties were there in ferry collisions at Quay in 2022", "43"),
        ("How many tram derailments did Moor have in 2021?", "100"),
        ("How many passengers were in tram derailments at Moor in 2021?", "400"),
        ("How many people were drowned in Moor harbour in 2022?", "4001"),
        ("How many people died in Moor harbour in 2022?", ""),
    ],
)
def test_what_each_counts_is_told_by_its_own_title(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert (answer.figures[0].value if answer.figures else "") == value, answer.text


def test_it_is_said(desk: Desk) -> None:
    assert "number of casualties" in desk.ask("how many casualties were there in ferry collisions at Moor in 2022").text
