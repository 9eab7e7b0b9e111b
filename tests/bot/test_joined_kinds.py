"""Two kinds that are counted under one noun: a part has neither of them from that, and the whole is of both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.desk import Desk
from bot.rephrased import rephrased
from tests.bot.conftest import of_text

PILOTS = """Unchecked drivers

The board let 90 tug and tram drivers carry cattle without being checked. Of them, 50 steered tugs and 40 steered \
trams. Twelve of the drivers had convictions. The 28 drivers still to be checked will be seen in May.
"""
LICENCES = """Licences

The office lost 560 boat and barge licences. Of these, 300 were boat licences and 31 were found in a lamp room.
"""
CABS = """Untested drivers

The port let 70 taxi and van drivers work untested. Of them, 45 drove taxis and 25 drove vans.
"""
LORRIES = """Fines

The port fined 70 taxi and lorry drivers in May.
"""

TABLE = [
    (PILOTS, "How many tug drivers were not checked?", "50"),
    (PILOTS, "How many of the unchecked ones were tram drivers?", "40"),
    (PILOTS, "How many tug drivers had convictions?", ""),
    (PILOTS, "How many tug and tram drivers were not checked?", "90"),
    (LICENCES, "How many boat licences were lost?", "300"),
    (LICENCES, "How many barge licences were found in a lamp room?", ""),
    (CABS, "How many of the untested ones were cabbies?", "45"),
    (CABS, "How many van drivers were untested?", "25"),
    (CABS, "How many drivers were not tested?", "70"),
    (LORRIES, "How many lorry drivers were fined?", ""),
]


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Desk]]:
    texts = (PILOTS, LICENCES, CABS, LORRIES)
    made = {text: of_text(tmp_path_factory.mktemp("kinds"), text, date(2012, 5, 10)) for text in texts}
    yield made
    for desk in made.values():
        desk.close()


@pytest.mark.parametrize(("text", "question", "value"), TABLE, ids=[row[1] for row in TABLE])
def test_one_kind_is_answered_by_its_own_number(desks: dict[str, Desk], text: str, question: str, value: str) -> None:
    answer = desks[text].ask(question)
    assert [str(f.value) for f in answer.figures][:1] == ([value] if value else []), answer.text


def test_a_word_for_a_driver_is_read_as_what_they_drive() -> None:
    assert rephrased("How many cabbies were fined?") == "How many taxi drivers were fined"
