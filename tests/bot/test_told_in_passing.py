"""What is told of somebody in passing: their party or committee, their hopes, what they did not call for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.desk import Desk
from tests.bot.conftest import of_text

FERRY = """Ferry board under fire

The muddle, which only emerged after persistent questioning by a Labour MP, embarrassed the Ferry Board. Rhys Pole, \
the Transport Minister, said 1,240 sailings had been lost since 2009. They were blamed on 310 storms and 45 strikes. \
The Ferry Board said that it was sorry.

Owen Marsh, a Labour member of the Transport Select Committee whose inquiries led to the disclosure, said: "It is the \
latest in a long line of blunders." The unions stopped short of demanding Mr Pole's resignation, but Ann Hope, the \
dockers' leader, said he was "on thin ice".

Ministers hoping to showcase the new ships in the regatta were dismayed. Some of the stranded skippers could be \
violent offenders, officials said. It was not known whether any of the skippers had reoffended since their release.
"""

PRISON = """Freed by mistake

Jane Orr, the Justice Secretary, told the Commons that 730 inmates had been freed by mistake. They included six \
murderers, 22 burglars, 41 fraudsters and 17 arsonists.

The Prison Board volunteered the figure of its own accord, admitted its chairman. The magistrates did not ask for an \
inquiry, although Lord Dane, the Chief Justice, called the failure "grave". Campaigners wanted to highlight the cost.

Sarah Finch, the Green MP who chairs the Petitions Committee, said: "We asked the questions that exposed this."
"""

LIBRARY = """Libraries, 2012

The council planned to parade its new vans at the fair. The Library Service disclosed the closures only after repeated \
requests from readers. Of 96 crew on the vans, 40 were drivers, 31 were clerks and 12 were cleaners.
"""

FERRY_ASKED = [
    # Of which committee or party somebody is who is told of by a deed
    ("Which committee does the MP who dug this out sit on?", "answered", "Transport Select Committee"),
    ("Which party does the member who dug it up belong to?", "answered", "Owen Marsh"),
    ("Which committee does the minister who resigned sit on?", "not_in_record", ""),
    # Whether it was told unasked
    ("Did the Ferry Board own up without being pressed?", "answered", "No."),
    ("Did the Ferry Board admit the strikes of its own accord?", "not_in_record", ""),
    ("Did the Treasury own up without being asked?", "not_in_record", ""),
    # Set beside those who did not
    ("Did the dockers' leader demand that Pole go?", "answered", "stopped short"),
    ("Did Ann Hope demand Pole's resignation?", "answered", "thin ice"),
    ("Did Ann Hope demand Marsh's resignation?", "not_in_record", ""),
    # What somebody wanted to do
    ("What did ministers want to show off in the regatta?", "answered", "new ships"),
    ("What did the unions want to show off in the regatta?", "not_in_record", ""),
    # A thing said in other words
    ("Who said that there was a string of blunders?", "answered", "Owen Marsh"),
    ("Could any of those skippers be dangerous?", "answered", "That may be so"),
    ("Has any of the skippers committed a fresh crime since getting out?", "not_known", "reoffended"),
]

PRISON_ASKED = [
    ("Did the Prison Board come forward unprompted?", "answered", "Yes."),
    ("Did the Chief Justice ask for an inquiry?", "answered", "although Lord Dane"),
    ("What did campaigners want to show off?", "answered", "cost"),
    # The foremost of a list, in the words that ask of a list
    ("Which crime had the most offenders among those listed?", "answered", "41"),
    ("Of the crimes listed, which crime had the fewest offenders?", "answered", "Six murderers"),
    ("Which crime among those named had the fewest criminals?", "answered", "Six murderers"),
    ("Which crime had the most women?", "not_in_record", ""),
    # What a list leaves over
    ("How many of the 730 are not accounted for by the crimes listed?", "computed", "644"),
    ("How many of the 730 do not come under the offences given?", "computed", "644"),
    ("How many of the 730 are unaccounted for by the nationalities listed?", "not_in_record", ""),
]

LIBRARY_ASKED = [
    ("Did the Library Service disclose the closures voluntarily?", "answered", "No."),
    ("Did the Library Service disclose the fares voluntarily?", "not_in_record", ""),
    ("What did the council want to show off at the fair?", "answered", "new vans"),
    ("What was the council planning to do?", "answered", "parade"),
    ("What was the Library Service planning to do?", "not_in_record", ""),
]


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the report of the ferries."""
    with of_text(tmp_path_factory.mktemp("ferry") / "record", FERRY, date(2011, 7, 4), "ferry.txt") as made:
        yield made


@pytest.fixture(scope="module")
def prison(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the report of the prison."""
    with of_text(tmp_path_factory.mktemp("prison") / "record", PRISON, date(2009, 3, 2), "prison.txt") as made:
        yield made


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the report of the libraries."""
    with of_text(tmp_path_factory.mktemp("vans") / "record", LIBRARY, date(2012, 9, 1), "vans.txt") as made:
        yield made


def _holds(desk: Desk, question: str, status: str, told: str) -> None:
    answer = desk.ask(question)
    assert answer.status.value == status, answer.text
    assert told in answer.text, answer.text


@pytest.mark.parametrize(("question", "status", "told"), FERRY_ASKED, ids=[q for q, *_ in FERRY_ASKED])
def test_of_the_ferries(ferry: Desk, question: str, status: str, told: str) -> None:
    _holds(ferry, question, status, told)


@pytest.mark.parametrize(("question", "status", "told"), PRISON_ASKED, ids=[q for q, *_ in PRISON_ASKED])
def test_of_the_prison(prison: Desk, question: str, status: str, told: str) -> None:
    _holds(prison, question, status, told)


@pytest.mark.parametrize(("question", "status", "told"), LIBRARY_ASKED, ids=[q for q, *_ in LIBRARY_ASKED])
def test_of_the_libraries(libraries: Desk, question: str, status: str, told: str) -> None:
    _holds(libraries, question, status, told)
