"""Noise does not make it wrong: what a large record holds of other matters is told of no question on this one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot import retrieve
from bot.desk import Desk
from bot.matter import of_another_measure, of_another_place, of_others
from bot.question import read
from corpus.formats.base import Meta
from corpus.index import bring_up_to_date
from corpus.ingest import ingest_bytes
from corpus.ledger import Ledger
from corpus.records import SourceKind

TEXTS = {
    "buoys.txt": """Lost buoys leave skippers at risk

The harbour board lost 412 buoys between March 2008 and June 2009. The buoys lost included 61 lit buoys and 23 racing \
buoys. The board was unable to say how many of the skippers had been insured or whether any had capsized since.

The loss came to light after repeated letters. Edna Marsh, the harbour-master's deputy whose letters led to the \
revelation, said: "This was a muddle from stem to stern." Hugh Barrow, the Port Warden, signalled his \
irritation that crews had heard of it before the council.
""",
    "rowers.txt": """Rowing clubs count their boats

Clubs on the river own 70,500 racing buoys and 391,000 racing oars, a survey of clubs found. If a letter were sent to \
a club that led to a disclosure of its accounts, the Club Accounts Order would apply.
""",
    "porters.txt": """Porters at the Harbour Office

Data regarding the nationality of porters working in ports is not held centrally by the Harbour Office.
""",
    "licence.txt": """Free mooring licences for retired pilots

The authority agreed to take on the £13 million cost of funding free mooring licences for retired river pilots over \
75 who were decorated in the war. There were 4,100 claims of tide allowance in the spring, with 83 letters.
""",
    "inspector.txt": """Staff of the lamp and beacon agency

There are two agency inspectors who examine beacons and gas lamps in Scotland and one inspector who examines \
torches, flares and gas lamps in Wales for the beacon trust. By the end of March 2011 there were 915 sailors detained \
in Wales with no birthplace recorded. No such smuggling has occurred.
""",
    "club.txt": """Mooring accounts

Amos Pell, of the Port Warden's Committee for Moorings, said: "The accounts are published each year." Mr Pell \
criticised the club for its late accounts.

Two orders were made on berths. No berths have been withdrawn under either order.
""",
    "dredging.txt": """Dredging of the inner basin

The inspections took place between 3 March 2010 and 9 May 2010. The collections were made from June 2009 to May 2010. \
The number of night launches that took place between May and June 2010 was 14.
""",
    "bells.txt": """Bells of the outer mole

The closures happened between May 2007 and June 2008, and cost £3 million.
""",
    "cranes.txt": """Cranes of the north quay

The closures took place from July 2009 to June 2010.
""",
}
ASKED = [
    # A bare deed is of one matter where one passage alone tells over what time it came about.
    ("Over what period did the inspections take place?", "answered", "3 March 2010"),
    ("Over which months were the collections made?", "answered", "June 2009"),
    ("Over what period did the closures take place?", "not_in_record", "too little"),
    ("Over what period did the launches take place?", "not_in_record", "too little"),
    # A refusal is of what it names.
    ("How many porters work at the Harbour Office?", "not_in_record", ""),
    # What each source says time and again is not what the record is about.
    ("How many skippers have capsized since?", "not_known", ""),
    ("How many of the skippers had been insured?", "not_known", ""),
    ("How many buoys did the board lose?", "answered", "412"),
    # A figure that says far more is of something else.
    ("How much does a mooring licence cost?", "not_in_record", ""),
    ("How many inspectors are there in Wales?", "not_in_record", ""),
    ("How many sailors were detained in Wales?", "not_in_record", ""),
    # People are no things.
    ("How many people get the tide allowance?", "not_in_record", ""),
    ("How many claims of tide allowance were there?", "answered", "4100"),
    # "Such" was described before.
    ("How many cases of smuggling were there?", "not_in_record", ""),
    # Two things are set against each other within one document.
    ("How many more lit buoys than racing buoys were lost?", "computed", "38"),
    # Whose, by whom, and to what.
    ("Whose letters led to the disclosure?", "answered", "Edna Marsh"),
    ("Who sent a letter to a club?", "not_in_record", ""),
    # Somebody who said much the like is not the one who said it.
    ("Who spoke of a muddle from stem to stern?", "answered", "Edna Marsh"),
    ("Who warned of a tidal surge?", "not_in_record", ""),
    ("Who described the accounts as a disgrace?", "not_in_record", ""),
    ("Who talked of a long line of shipwrecks?", "not_in_record", ""),
    ("What did the Port Warden say about the crews?", "answered", "irritation"),
    # "Either order" was named before, and nobody asks of it.
    ("How many berths have been withdrawn?", "not_in_record", ""),
    ("How many berths have been withdrawn under either order?", "answered", "0"),
    # What is named by "it" alone is nothing that a large record can be asked about.
    ("What has it cost the authority?", "not_in_record", "\u201cit\u201d stands for"),
    ("How many of them were lost?", "not_in_record", "\u201cthem\u201d stands for"),
    ("How many of those buoys which were lost were lit buoys?", "answered", "61"),
    ("How many of those lost were racing buoys?", "answered", "23"),
    ("What did Edna Marsh say about it?", "not_in_record", "name the matter"),
    ("When did they announce it?", "not_in_record", "too little"),
    ("Who complained?", "not_in_record", "too little"),
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of those texts and of twenty on other matters."""
    folder = tmp_path_factory.mktemp("noise") / "record"
    other = {f"towns{n}.txt": f"Town {n} has {90 + n} bakers, and its mayor opened {n + 2} parks.\n" for n in range(20)}
    with Ledger.open(folder, create=True) as ledger:
        for name, text in {**TEXTS, **other}.items():
            meta = Meta(published=date(2011, 7, 4), kind=SourceKind.PRESS_REPORT)
            ingest_bytes(ledger, name, text.encode(), meta)
        bring_up_to_date(ledger)
    return folder


@pytest.fixture
def large(record: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk that takes its record for a large one."""
    monkeypatch.setattr(retrieve, "SMALL_FIGURES", 0)
    with Desk.open(record) as desk:
        yield desk


@pytest.mark.parametrize(("question", "status", "told"), ASKED, ids=[q for q, _, _ in ASKED])
def test_a_question_is_answered_from_its_own_matter(large: Desk, question: str, status: str, told: str) -> None:
    answer = large.ask(question)
    assert answer.status == status, answer.text
    given = answer.figures[0].value if answer.figures else answer.text
    assert given == told if told.isdigit() else told in given, answer.text


@pytest.mark.parametrize(
    ("question", "refusal", "another"),
    [
        ("How many porters work at the port?", "Data regarding the nationality of porters is not held.", True),
        ("What nationality are the porters?", "Data regarding the nationality of porters is not held.", False),
        ("How many prison officers are there?", "We do not hold salary data.", True),
        ("How many pupils were excluded?", "The department does not hold the information requested.", False),
        ("How many drivers are licensed?", "It holds no data on the number and proportion of licensed drivers.", False),
        ("How many drivers are licensed?", "It holds no information about the ages of vehicles.", True),
    ],
)
def test_a_refusal_is_of_the_measure_that_it_names(question: str, refusal: str, another: bool) -> None:
    assert of_another_measure(read(question).wanted.terms, refusal) is another


@pytest.mark.parametrize(
    ("question", "refusal", "another"),
    [
        ("How many homes were flooded?", "No figures are held on flooded homes in Devon.", True),
        ("How many homes were flooded in Devon?", "No figures are held on flooded homes in Devon.", False),
        ("How many homes were flooded?", "No figures are held on flooded homes in England.", False),
    ],
)
def test_a_refusal_is_of_the_place_that_it_names(question: str, refusal: str, another: bool) -> None:
    assert of_another_place(read(question).wanted.terms, refusal) is another


@pytest.mark.parametrize(
    ("question", "refusal", "others"),
    [
        ("How many nurses are off sick?", "We do not hold data on sickness among teachers.", True),
        ("How many nurses are off sick?", "We do not hold data on sickness among nurses.", False),
        ("How many nurses are off sick?", "We do not hold data on sickness.", False),
    ],
)
def test_a_refusal_is_of_the_persons_that_it_names(question: str, refusal: str, others: bool) -> None:
    assert of_others(read(question).wanted.terms, refusal) is others
