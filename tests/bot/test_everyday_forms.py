"""Everyday forms of asking: lists without commas, what is left once some are taken off, who did not do a thing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.coordination import listed_apart
from bot.desk import Desk
from bot.question import read
from tests.bot.conftest import of_text

PORT = """Minister refuses to go over unlicensed crews

Ella Fenn, the Ports Minister, disclosed that 860 foreign sailors had been let go since 2003 without any check of \
their papers. They included four arsonists, 31 burglars, 18 drug smugglers and 25 fraudsters.

The crews were not vetted by harbour clerks before they sailed. Ms Fenn admitted that only 140 of the sailors had been \
traced, with 22 of them being deported. The magistrates had recommended deportation in 96 cases.

The owners failed to warn the passengers. The minister blamed a "communication breakdown" between pilot captains and \
coastguard officers. "I do not believe this is a resigning matter," Ms Fenn told reporters.

Ms Fenn is expected to be made to open an inquiry tomorrow. Neil Crane, the shadow Ports Minister, said: "It is a mess."
"""

WARD = """Trust under fire

The trust sacked 14 nurses, six doctors and nine porters in 2012. A total of 640 patients waited, of whom 75 were \
children and 210 were seen within a day. The alarms had never been tested by the night managers.

The trust's chairman is due to meet the union on 4 May 2013. Nurses did not weigh the babies. The row between the \
surgeons and the board led to the delay.
"""

CREWS = """Crews from abroad

There were 90 crew from abroad. They included 40 Poles, 12 Spaniards and eight Swedes. The ferries were never \
inspected by the port engineers. Drivers are required to carry a licence. The dispute between the pilots and the \
owners went on.
"""

PORT_ASKED = [
    # Lists with no comma, and sums that are asked for in no words of number
    ("arsonists burglars and drug smugglers put together", "computed", "53"),
    ("burglars fraudsters and arsonists added up", "computed", "60"),
    ("arsonists, burglars and fraudsters: the total", "computed", "60"),
    # What is left of a whole
    ("knock off the ones traced and how many of the 860 are left", "computed", "720"),
    ("How many of the 860 are left once you take away the burglars and arsonists?", "computed", "825"),
    ("take the fraudsters off the total: how many are left", "computed", "835"),
    ("leave out the Greeks and how many of the 860 are left", "not_in_record", ""),
    # What judges advised
    ("In how many cases had the magistrates advised removal from the country?", "answered", "96"),
    # Who left a thing undone, and who is only blamed for it
    ("Who did not vet the crews?", "answered", "Harbour clerks"),
    ("Which nurses failed to vet the crews before they sailed?", "not_in_record", ""),
    ("Which clerks failed to vet the crews before they sailed?", "answered", "Harbour clerks"),
    ("Who failed to warn the passengers?", "answered", "Owners"),
    ("Who failed to warn the minister?", "not_in_record", ""),
    # Whoever only says that it was done did not do it, and was not who it befell
    ("Who has not been vetted?", "not_in_record", ""),
    ("Who traced the sailors?", "not_in_record", ""),
    ("Who deported the sailors?", "not_in_record", ""),
    ("Who admitted that sailors had been traced?", "answered", "Ella Fenn"),
    # Between whom
    ("Between which two groups did the failure to pass on information occur?", "answered", "pilot captains"),
    ("Between which two bodies was there a communication breakdown?", "answered", "coastguard officers"),
    # What somebody is to do, and nobody else
    ("What is the Ports Minister expected to have to do?", "answered", "open an inquiry"),
    ("What is Ms Fenn expected to do tomorrow?", "answered", "open an inquiry"),
    ("What is the shadow Ports Minister expected to do?", "not_in_record", ""),
    # A refusal to go, in the sentence that tells it
    ("is she quitting?", "answered", "resigning matter"),
]

WARD_ASKED = [
    ("nurses doctors and porters put together", "computed", "29"),
    ("If you leave out the children, how many of the 640 are left?", "computed", "565"),
    ("Taking off those seen within a day, how many of the 640 remain?", "computed", "430"),
    ("Who failed to test the alarms?", "answered", "Night managers"),
    ("Who did not weigh the babies?", "answered", "Nurses"),
    ("What is the chairman due to do on 4 May 2013?", "answered", "meet the union"),
    ("What is the union due to do?", "not_in_record", ""),
    ("Between which two groups did the row take place?", "answered", "surgeons"),
]

CREWS_ASKED = [
    ("poles spaniards and swedes altogether", "computed", "60"),
    ("How many of the 90 are left if you knock off the Poles?", "computed", "50"),
    ("Who never inspected the ferries?", "answered", "Port engineers"),
    ("What are drivers required to do?", "answered", "carry a licence"),
    ("Between which two sides did the dispute exist?", "answered", "pilots"),
]

APART = [
    ("nurses doctors and porters", "nurses, doctors and porters"),
    ("how many poles spaniards swedes and danes sailed", "how many poles, spaniards, swedes and danes sailed"),
    ("police officers and nurses", "police officers and nurses"),
    ("robbers and burglars", "robbers and burglars"),
    ("women prisoners and men", "women prisoners and men"),
    ("sales assistants and porters", "sales assistants and porters"),
]


LEFT_OUT = [
    "How many of the wrecks were vehicles other than vans and lorries?",
    "How many of the patients were children apart from boys and girls?",
    "How many of the visitors were Europeans, not counting Poles or Swedes?",
]


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the report of the port."""
    with of_text(tmp_path_factory.mktemp("port") / "record", PORT, date(2011, 7, 4), "port.txt") as made:
        yield made


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the report of the ward."""
    with of_text(tmp_path_factory.mktemp("ward") / "record", WARD, date(2013, 4, 30), "ward.txt") as made:
        yield made


@pytest.fixture(scope="module")
def crews(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the report of the crews."""
    with of_text(tmp_path_factory.mktemp("crews") / "record", CREWS, date(2014, 4, 30), "crews.txt") as made:
        yield made


def _holds(desk: Desk, question: str, status: str, told: str) -> None:
    answer = desk.ask(question)
    assert answer.status.value == status, answer.text
    assert told in answer.text, answer.text


@pytest.mark.parametrize(("question", "status", "told"), PORT_ASKED, ids=[q for q, *_ in PORT_ASKED])
def test_of_the_port(port: Desk, question: str, status: str, told: str) -> None:
    _holds(port, question, status, told)


@pytest.mark.parametrize(("question", "status", "told"), WARD_ASKED, ids=[q for q, *_ in WARD_ASKED])
def test_of_the_ward(ward: Desk, question: str, status: str, told: str) -> None:
    _holds(ward, question, status, told)


@pytest.mark.parametrize(("question", "status", "told"), CREWS_ASKED, ids=[q for q, *_ in CREWS_ASKED])
def test_of_the_crews(crews: Desk, question: str, status: str, told: str) -> None:
    _holds(crews, question, status, told)


@pytest.mark.parametrize(("text", "apart"), APART, ids=[text for text, _ in APART])
def test_a_list_without_commas(text: str, apart: str) -> None:
    assert listed_apart(text) == apart


@pytest.mark.parametrize("question", LEFT_OUT)
def test_what_is_left_out_is_nothing_to_be_added(question: str) -> None:
    assert read(question).wanted.choices == ()
