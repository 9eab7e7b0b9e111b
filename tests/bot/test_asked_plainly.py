"""Questions as they are put across a desk: with courtesies, in other orders, and after who felt, held or said what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.courtesies import bare
from bot.desk import Desk
from bot.rephrased import rephrased, worded_so
from tests.bot.conftest import of_text

KENNELS = """Kennels minister sorry for lost dogs

Nora Vane, the Kennels Minister, apologised after it emerged that 512 strays had been let out of the pounds between \
May 2003 and June 2009, a time in which Ada Pell, Owen Crane and Nora Vane have been Kennels Minister. They included \
14 greyhounds, 120 terriers, 35 collies and nine mastiffs.

Wardens are still trying to trace at least 310 of the strays. Ms Vane acknowledged that only 88 of them had been \
caught and examined, with 21 of them being returned to their owners. Vets had recommended a muzzle in 60 cases.

Ivor Strand, the shadow Kennels Minister, said: "This confession is one more muddle." Greta Lowe, the Whig leader, \
said: "Their fine words on strays are worth nothing."

Peter Quill, the Mayor of Ryme, voiced his anger that the report had been passed to newspapers before councillors.

Under kennel rules, owners from outside the town are supposed to be considered for a ban if they are sentenced to at \
least six months in prison.
"""

ASKED = [
    # The number of a thing that is only named, and what an asker says besides
    ("Terriers - what's the number?", "answered", "120 terriers"),
    ("We've been asked how many collies there were. Number please.", "answered", "35 collies"),
    ("How many greyhounds were there? I need a figure.", "answered", "14 greyhounds"),
    ("How many mastiffs were there, the Mayor wants it for his speech tonight", "answered", "nine mastiffs"),
    # Those who are still sought are not those who were found, nor what is left of them
    ("How many are wardens still trying to find?", "answered", "310"),
    ("How many strays are still being hunted?", "answered", "310"),
    ("How many are wardens still trying to track down?", "answered", "310"),
    ("What's the least number the council is still looking for?", "answered", "310"),
    ("What is the minimum number of collies?", "not_in_record", ""),
    # On whose word
    ("how many have been caught up with, on vane's own account", "answered", "88"),
    ("How many had been caught, by Ms Vane's own admission?", "answered", "88"),
    # The biggest of its kind, and all of them
    ("Add up the collies and the terriers: what do we get?", "computed", "155"),
    # A rule's length of sentence
    (
        "Under kennel rules, how long must an owner from outside the town be jailed before a ban is looked at?",
        "answered",
        "six months",
    ),
    # Who held an office, felt or said something
    ("Who was Kennels Minister when it happened?", "answered", "Ada Pell, Owen Crane and Nora Vane"),
    ("Names of every Kennels Minister please", "answered", "Ada Pell, Owen Crane and Nora Vane"),
    ("Who was cross that reporters had the report ahead of councillors?", "answered", "Peter Quill"),
    ("Who was furious about the muzzles?", "not_in_record", ""),
    ("What line did Nora Vane's shadow take?", "answered", "one more muddle"),
    ("What position did Ivor Strand take?", "answered", "one more muddle"),
    ("What did the Whig leader make of the rhetoric on strays?", "answered", "worth nothing"),
    ("Has anybody said sorry, and if so who?", "answered", "Nora Vane"),
    # A deed in several words, a near number, and a part of several taken together
    ("How many more had been examined than sent packing?", "not_in_record", ""),
    ("How many of the five hundred-odd are still being looked for?", "answered", "310"),
    ("What fraction of the collies and terriers were greyhounds?", "not_in_record", ""),
    ("How far back do the strays go?", "answered", "May 2003"),
    ("In whose view were the fine words worth nothing?", "answered", "Greta Lowe"),
    ("In whose opinion were the greyhounds too thin?", "not_in_record", ""),
]


@pytest.fixture(scope="module")
def kennels(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the invented report."""
    with of_text(tmp_path_factory.mktemp("kennels"), KENNELS, date(2009, 7, 2)) as desk:
        yield desk


@pytest.mark.parametrize(("question", "status", "text"), ASKED, ids=[q for q, _, _ in ASKED])
def test_it_is_answered_as_it_is_put(kennels: Desk, question: str, status: str, text: str) -> None:
    answer = kennels.ask(question)
    assert str(answer.status) == status, answer.text
    assert text.lower() in answer.text.lower()


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("How many ferries sank? Numbers pls", "How many ferries sank"),
        ("The Minister wants to know how many ferries sank", "how many ferries sank"),
        ("How many trams were late? My editor needs it by noon.", "How many trams were late"),
        ("How many people wanted a number?", "How many people wanted a number?"),
        ("Who was told that the union needs help?", "Who was told that the union needs help?"),
        ("Number please.", "Number please."),
    ],
)
def test_what_is_said_besides_the_question(asked: str, plain: str) -> None:
    assert bare(asked) == plain


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("Ferries: the total?", "how many Ferries?"),
        ("By port, which was the largest single group?", "which port had the most ?"),
        ("Which was the smallest category of boats, by port?", "which port had the fewest of boats?"),
        ("Total up the tugs, barges and yachts: what is that in all?", "total number of tugs, barges and yachts?"),
        ("Where does the harbour board stand on dredging?", "what did the harbour board say on dredging?"),
        ("How far back do the wrecks go?", "when did the wrecks start?"),
        ("In whose view was the pier unsafe?", "who said the pier unsafe?"),
        ("Which is the last year in which collisions took place?", "when did collisions end?"),
        ("The trams, what proportion of them all?", "what share of them all were The trams?"),
        ("Put the ferries sunk as a percentage of all ferries", "what share of all ferries were the ferries sunk?"),
        (
            "How many more ships were sunk in addition to the tugs and barges?",
            "how many ships, excluding the tugs and barges, were sunk?",
        ),
        ("Whose claim was it that the ferry leaked?", "who said the ferry leaked?"),
        ("Did the unions call on her to go?", "Did the unions call for resignation?"),
        (
            "Can Ms Orme guarantee that every boat will float?",
            "What did Ms Orme say about whether every boat will float?",
        ),
        ("Is it true that Ms Orme thinks she should resign?", "What did Ms Orme say about resigning?"),
        ("How many of the forty-odd trams ran?", "How many of the trams ran?"),
    ],
)
def test_other_forms_of_a_question(asked: str, read: str) -> None:
    assert rephrased(asked) == read


def test_a_least_number_is_answered_by_what_is_told_as_the_least() -> None:
    assert worded_so("What is the least number of boats that sank?") == {"how many boats that sank?": "at_least"}
    assert worded_so("What is the minimum number of votes needed?") == {}


TRAMS = """Trams without brakes

A report of 3 May 2010 found that 340 trams had been let out without anybody considering whether they should be \
repaired. Of these, 60 were found and 25 were sent away for scrap. The drivers included 12 burglars and 28 arsonists.

Ida Brook, a councillor whose letters led to the disclosure, said: "It is a muddle." It is not known whether any of \
the drivers had reoffended.
"""


@pytest.mark.parametrize(
    ("question", "status", "text"),
    [
        ("How many trams were let out without anyone thinking about repairing them?", "answered", "340"),
        ("Who asked the questions that brought it all out?", "answered", "Ida Brook"),
        ("Who brought the ferry fares to light?", "not_in_record", ""),
        ("What share of the burglars and arsonists put together were burglars?", "computed", "30%"),
        ("Have any of the drivers gone on to commit more crimes?", "not_known", ""),
    ],
)
def test_a_thought_is_no_deed_and_digging_is_told(
    tmp_path_factory: pytest.TempPathFactory, question: str, status: str, text: str
) -> None:
    with of_text(tmp_path_factory.mktemp("trams"), TRAMS, date(2010, 5, 4)) as desk:
        answer = desk.ask(question)
    assert str(answer.status) == status, answer.text
    assert text in answer.text
