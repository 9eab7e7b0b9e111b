"""Two things that are asked for as one, of which two tables of a document count one each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import ods, rows_of

PORTS = {
    "Pilots": "Table 1: Harbour pilots by port\n\nPort|2021|2022\nTenby|40|41\nAber|20|22\nTotal|60|63",
    "Deckhands": "Table 2: Deckhands by port\n\nPort|2021|2022\nTenby|140|141\nAber|120|122\nTotal|260|263",
}
LIBRARIES = {
    "Books": "Table 1: Books lent by branch\n\nBranch|2021|2022\nElmfield|12|13\nOakley|9|10",
    "Maps": "Table 2: Maps lent by branch\n\nBranch|2021|2022\nElmfield|112|113\nOakley|109|110",
}
TRAMS = {
    "Trams": "Table 1: Trams mended by depot\n\nDepot|2021|2022\nHill|5|6\nDock|7|8",
    "Vans": "Table 2: Vans mended by depot\n\nDepot|2021|2022\nHill|15|16\nDock|17|18",
    "Vehicles": "Table 3: Vehicles mended by depot\n\nDepot|2021|2022\nHill|55|56\nDock|57|58",
    "Signals": "Table 4: Signals mended by district\n\nDistrict|2021|2022\nHill|65|66\nDock|67|68",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    books = {"ports.ods": PORTS, "libraries.ods": LIBRARIES, "trams.ods": TRAMS}
    files = {name: ods({sheet: rows_of(said) for sheet, said in book.items()}) for name, book in books.items()}
    with desk_over(tmp_path_factory.mktemp("desk") / "r", files) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value", "operands"),
    [
        ("How many harbour pilots and deckhands together did Tenby have in 2022?", "182", ["41", "141"]),
        ("how many books and maps were lent by Oakley in 2021 altogether", "118", ["9", "109"]),
        ("How many trams and vans combined were mended at Dock in 2022?", "26", ["8", "18"]),
    ],
)
def test_two_tables_are_added_up(desk: Desk, question: str, value: str, operands: list[str]) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.COMPUTED, answer.text
    assert [f.value for f in answer.figures] == [value]
    assert answer.derivation is not None
    assert [str(o.value) for o in answer.derivation.operands] == operands


@pytest.mark.parametrize(
    "question",
    [
        "How many harbour pilots and deckhands did Tenby have in 2022?",  # not asked for as one
        "How many vehicles and vans combined were mended at Dock in 2022?",  # vans are vehicles
        "How many trams and signals combined were mended at Dock in 2022?",  # another heading
        "How many women pilots and deckhands together did Tenby have in 2022?",
        "How many harbour pilots and deckhands together did Corrie have in 2022?",
        "How many harbour pilots and cooks together did Tenby have in 2022?",
    ],
)
def test_no_others_are(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED), answer.text
