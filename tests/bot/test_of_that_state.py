"""Those to whom a thing had not been done, those to whom it is still to be done, and what a part only inherits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.desk import Desk
from tests.bot.conftest import of_text

PILOTS = """Board let untested pilots sail

The harbour board let 90 tug and omnibus pilots carry cattle without a test at sea, it said on Monday. Of them, 50 \
steered tugs and 40 steered omnibuses.

Tests have now been completed on 62 of the pilots. They showed that 12 had faults: six for speed, four for steering \
and two for theft. Ten of the 12 were suspended on Monday. The 28 pilots still to be tested include nine who have \
moved away.
"""
BOATS = """Lifeboats at sea with no inspection

In March 75 lifeboats were launched without being inspected. So far 31 of the lifeboats have been inspected.
"""
LAMPS = """Lamps in the libraries

Some 210 lamps had not been cleaned before the libraries opened. Nineteen lamps are yet to be cleaned.
"""
CABINS = """Signal cabins never painted

The railway has 400 signal cabins, of which 150 were not painted between 1990 and 2001. Since May, 60 of the 150 have \
been painted. Forty of the 150 are in Rye.
"""
KILNS = """Kilns never swept

Of the 90 kilns, 30 were not swept in May. They include 12 with cracks.
"""
SLUICES = """Sluices with no survey

Of the 88 sluices on the canal, 52 had not been surveyed by divers. Divers have since surveyed 20 of the 52. \
Forty-four of the sluices are made of oak.
"""

DOGS = """Strays sold unseen

The pound said that 840 people had been sold strays in 2009 without being traced. Wardens are still looking for at \
least 310 of the buyers.
"""
HULLS = """Hulls never found

Ministers admitted that 66 hulks had been sunk since 1990 without being located. Divers are still hunting for 23 of \
the hulls.
"""
WELLS = """Wells not tested

Some 130 wells had not been tested when the drought began. Seven wells are still being tested.
"""

TABLE = [
    (DOGS, "How many buyers had not been traced?", "not_in_record", ""),
    (DOGS, "How many buyers are wardens still looking for?", "answered", "310"),
    (WELLS, "How many wells had not been tested?", "answered", "130"),
    (WELLS, "How many wells are still being tested?", "answered", "7"),
    (HULLS, "How many hulls had not been found?", "not_in_record", ""),
    (HULLS, "How many hulls are divers still hunting for?", "answered", "23"),
    (CABINS, "How many of the 150 signal cabins have still not been painted?", "computed", "90"),
    (CABINS, "How many signal cabins have not yet been painted?", "computed", "90"),
    (CABINS, "How many signal cabins were not painted?", "answered", "150"),
    (CABINS, "How many of the unpainted cabins are in Rye?", "answered", "40"),
    (KILNS, "How many of the 30 kilns have still not been swept?", "not_in_record", ""),
    (KILNS, "How many kilns were not swept?", "answered", "30"),
    (SLUICES, "How many of the 52 sluices have still not been surveyed?", "computed", "32"),
    (SLUICES, "How many sluices haven't been surveyed yet?", "computed", "32"),
    (BOATS, "How many lifeboats have still not been inspected?", "computed", "44"),
    (PILOTS, "How many pilots hadn't been tested?", "answered", "90"),
    (PILOTS, "How many pilots were not tested?", "answered", "90"),
    (PILOTS, "How many pilots have still to be tested?", "answered", "28"),
    (PILOTS, "How many have yet to be tested?", "answered", "28"),
    (BOATS, "How many lifeboats were not inspected?", "answered", "75"),
    (BOATS, "How many lifeboats had not been inspected?", "answered", "75"),
    (LAMPS, "How many lamps had not been cleaned?", "answered", "210"),
    (LAMPS, "How many lamps are still to be cleaned?", "answered", "19"),
]


TEXTS = (PILOTS, BOATS, LAMPS, CABINS, KILNS, SLUICES, DOGS, WELLS, HULLS)


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Desk]]:
    made = {text: of_text(tmp_path_factory.mktemp("state"), text, date(2012, 5, 10)) for text in TEXTS}
    yield made
    for desk in made.values():
        desk.close()


@pytest.mark.parametrize(("text", "question", "status", "value"), TABLE, ids=[row[1] for row in TABLE])
def test_it_is_answered_by_those_of_that_state(
    desks: dict[str, Desk], text: str, question: str, status: str, value: str
) -> None:
    answer = desks[text].ask(question)
    assert str(answer.status) == status, answer.text
    assert [str(f.value) for f in answer.figures][:1] == ([value] if value else [])
