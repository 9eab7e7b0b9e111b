"""Questions in quite other words than the record's, and others that sound the same and have no answer in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from bot.desk import Desk
from bot.instances import names_one
from bot.rephrased import other_words, rephrased
from tests.bot.conftest import of_text

MOLE = """Stroud brushes off calls to go over unchecked moorings

Ida Stroud, the Harbour Secretary, disclosed that 640 boats had been moored without any check. \
They included nine tugs, five barges, 34 other cargo vessels and 60 yachts.

The blunder, which surfaced only when a Whig councillor asked about it time and again, dismayed her party. Her \
critics took heart on Monday, as it turned out that 150 of the boats were moored after March 2010, when councillors \
first alerted the harbour board to the gap.

The boats were not identified by wharf staff before they moored in Ryme docks.

Asked on Radio Ryme on Tuesday if she believed all 640 boats would be found, Ms Stroud said: "I cannot swear that we \
will trace each one of them." She added: "Nobody need resign over moorings."

Opposition parties held back from calling for her resignation. Wendy Orme, the Labour leader, said her position \
was "leaky".

Nora Finch, a Whig councillor whose questions led to the disclosure, said: "This is harbour chaos."

The moorings occurred between February 2004 and May 2011, covering time in which Jack Vane, Owen Pell and Ida \
Stroud have been Harbour Secretary.

Under harbour rules, boats must be considered for a check if they moor for at least six weeks.
"""

ASKED = [
    # In other words that ask the very same
    ("Who heads the Labour Party?", "answered", "Wendy Orme"),
    ("Who is in charge of the Labour Party?", "answered", "Wendy Orme"),
    ("How many tugs were on the list?", "answered", "Nine tugs"),
    ("When was the last mooring?", "answered", "May 2011"),
    # Who brought it to light, and on which station
    ("Who uncovered the blunder?", "answered", "Nora Finch"),
    ("Whose persistence brought the affair to light?", "answered", "Nora Finch"),
    ("On which station was Ms Stroud interviewed?", "answered", "Radio Ryme"),
    ("Where was Stroud interviewed?", "answered", "Radio Ryme"),
    # What somebody believes, means to do or is cross about is what they said
    ("Does Stroud think that they will all be found?", "answered", "cannot swear"),
    ("How confident is Stroud that they will all be found?", "answered", "cannot swear"),
    ("Is Stroud going to step down?", "answered", "Nobody need resign"),
    ("Did Stroud refuse to resign?", "answered", "Nobody need resign"),
    ("Why did Stroud resign?", "not_in_record", ""),
    ("Did opposition parties demand her resignation?", "answered", "held back"),
    # Who was told, and not who told
    ("When was the harbour board told?", "answered", "March 2010"),
    ("When were councillors told?", "not_in_record", ""),
    # In whose time, and who came before
    ("How many boats moored under Stroud?", "not_in_record", ""),
    ("Who was Harbour Secretary before Ms Stroud?", "answered", "Jack Vane, Owen Pell"),
    # Which of many
    ("Which nationalities were the crews?", "not_in_record", ""),
    ("Where did the boats come from?", "not_in_record", ""),
    # The two sides of one date
    ("How many more were moored before March 2010 than after?", "computed", "340"),
]


@pytest.fixture(scope="module")
def mole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the invented report."""
    with of_text(tmp_path_factory.mktemp("mole"), MOLE, date(2011, 6, 1)) as desk:
        yield desk


@pytest.mark.parametrize(("question", "status", "text"), ASKED, ids=[q for q, _, _ in ASKED])
def test_it_is_answered_in_whatever_words(mole: Desk, question: str, status: str, text: str) -> None:
    answer = mole.ask(question)
    assert str(answer.status) in status.split("/"), answer.text
    assert text in answer.text


def test_the_question_is_still_the_one_that_was_asked(mole: Desk) -> None:
    assert mole.ask("Who heads the Labour Party?").question == "Who heads the Labour Party?"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("Who leads the Labour Party?", ("who is the leader of the Labour Party?",)),
        ("In how many cases was it decided not to fine?", ("In how many cases was it decided not to pursue fine?",)),
        ("Which was the most common vessel?", ("which vessel was the most common?",)),
        ("How many boats sank?", ()),
        ("", ()),
    ],
)
def test_other_words_ask_the_same(asked: str, words: tuple[str, ...]) -> None:
    assert other_words(asked) == words


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("Does Ms Orme expect to raise all of them?", "What did Ms Orme say about whether to raise all of them?"),
        ("Why is the harbour master cross?", "What did the harbour master complain about?"),
        ("How many more sank before May 2003 than after?", "How many more sank before May 2003 than after May 2003?"),
        ("how many boats are still waiting to be checked", "how many boats are still to be checked"),
        ("Why did Ms Orme resign?", "Why did Ms Orme resign?"),
        ("How many boats other than yachts were sunk?", "How many boats, excluding yachts, were sunk?"),
        ("How long has this been going on?", "over what period did this happen?"),
    ],
)
def test_some_are_read_in_other_words(asked: str, read: str) -> None:
    assert rephrased(asked) == read


@pytest.mark.parametrize(
    ("asked", "text", "named"),
    [
        ("Which countries did they come from?", "They came from Peru and Chad.", True),
        ("Which countries did they come from?", "The foreigners were held in UK docks.", False),
        ("Which prisons were they in?", "They were in Ryme prison.", True),
        ("Which prisons were they in?", "They were in overcrowded prisons.", False),
        ("Which boats sank?", "The tugs sank.", True),
    ],
)
def test_which_of_many_is_told_by_a_name(asked: str, text: str, named: bool) -> None:
    assert names_one(asked, text) is named


def test_who_was_told_is_told_from_who_told_of_it(made: Callable[..., Desk]) -> None:
    """Of "the mate told the crew that he had been told", the day is the mate's."""
    pike = 'Ross Pike, the Harbour Secretary, told MPs that he was "very sorry" and that he had been told of it only '
    desk = made(f"Leak in the hold\n\n{pike}on 4 March.\n", date(2011, 6, 1))
    assert "4 March 2011" in desk.ask("When was the Harbour Secretary told of the leak?").text
    assert desk.ask("When were MPs told?").status == "not_in_record"
