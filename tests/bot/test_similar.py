"""Earlier questions to the same point: found by their words first, told apart by department, day and asker."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.similar.alike import alike, duplicates
from bot.similar.moved import figures_moved
from bot.similar.ranking import Similar, Sought
from corpus.index.asked import Asked
from corpus.index.questions import Questions
from corpus.records import Source, SourceKind
from tests.bench.questions import InMemory

DEFENCE = "To ask the Secretary of State for Defence, "
HOME = "To ask the Secretary of State for the Home Department, "
FARMING = "To ask the Secretary of State for Environment, Food and Rural Affairs, "
RURAL = "Department for Environment, Food and Rural Affairs"


def asked(name: str, text: str, body: str, day: int, heading: str = "") -> Asked:
    """A question of March 2031 that was answered on the day after."""
    return Asked(name, text, date(2031, 3, day), body, heading, "", date(2031, 3, day + 1), "7", name)


KITES = "how many signal kites were lost at sea."
STAMPS = "whether passports are stamped on ferries."
WARDENS = "The River Wardens count them each autumn."
ASKED = (
    asked("kites", DEFENCE + KITES, "Ministry of Defence", 1, "Kites"),
    asked("kites-again", DEFENCE + KITES, "Ministry of Defence", 9, "Kites"),
    asked("kites-home", HOME + KITES, "Home Office", 2, "Kites"),
    replace(asked("otters", f"{FARMING}what steps he is taking to count otters.", RURAL, 3, "Otters"), answer=WARDENS),
    replace(asked("ferries", HOME + STAMPS, "Home Office", 4), asker="8", answered=None),
    replace(asked("ferries-too", HOME + STAMPS, "Home Office", 4), asker="9"),
)


@pytest.fixture
def held(tmp_path: Path) -> InMemory:
    return InMemory(tmp_path, ASKED)


@pytest.fixture
def similar(held: InMemory) -> Similar:
    return Similar(Questions(held))


@pytest.mark.parametrize(
    ("sought", "first"),
    [
        (Sought(f"{DEFENCE}what became of the lost kites."), "kites"),
        (Sought(f"{HOME}what became of the lost kites."), "kites-home"),
        (Sought("lost kites", department="Home Office"), "kites-home"),
        (Sought("lost kites", department="home secretary"), "kites-home"),
        (Sought("how the wardens count"), "otters"),
        (Sought(f"{FARMING}what the otters eat."), "otters"),
        (Sought("stamped passports"), "ferries-too"),
        (Sought("stamped passports", asker="8"), "ferries"),
        (Sought("lost kites", department="Defence", on=date(2031, 3, 20)), "kites-again"),
        (Sought("lost kites", department="Defence", on=date(2031, 3, 9)), "kites"),
    ],
)
def test_the_question_that_is_meant_comes_first(similar: Similar, sought: Sought, first: str) -> None:
    assert similar.find(sought)[0].id == first


def test_only_what_was_tabled_before_is_found(similar: Similar) -> None:
    assert {one.id for one in similar.find(Sought("kites", on=date(2031, 3, 2)))} == {"kites"}
    assert similar.find(Sought("kites", on=date(2031, 3, 1))) == []


def test_an_answer_of_a_later_day_speaks_for_nothing(similar: Similar) -> None:
    told = {one.id: one.signals for one in similar.find(Sought("kites lost", on=date(2031, 3, 10)))}
    assert (told["kites"].answered, told["kites-again"].answered) == (1, 1)
    told = {one.id: one.signals for one in similar.find(Sought("stamped", on=date(2031, 3, 5)))}
    assert (told["ferries"].answered, told["ferries-too"].answered) == (0, 1)
    assert told["ferries-too"].fresh == 1


@pytest.mark.parametrize(
    "text", ["", "   ", "?!", "xyzzy", '") OR 1=1; --', "To ask the Secretary of State for Defence,"]
)
def test_words_that_are_nowhere_find_nothing(similar: Similar, text: str) -> None:
    assert similar.find(Sought(text)) == []


def test_no_more_than_asked_and_the_same_every_time(similar: Similar) -> None:
    sought = Sought("kites lost and otters counted and ferries stamped")
    assert len(similar.find(sought, 3)) == 3
    assert similar.find(sought) == similar.find(sought)
    assert [one.id for one in similar.find(sought)][:3] == [one.id for one in similar.find(sought, 3)]


def test_the_index_follows_what_is_held(held: InMemory) -> None:
    index = Questions(held)
    del held.held["kites"]
    held.held["lamps"] = asked("lamps", f"{HOME}how many lamps there are.", "Home Office", 5)
    index.refresh()
    similar = Similar(index)
    assert similar.find(Sought("lamps"))[0].id == "lamps"
    assert "kites" not in {one.id for one in similar.find(Sought("signal kites"))}
    assert [r.id for r in Similar(Questions(held)).find(Sought("lamps"))] == ["lamps"]


# -- near-duplicates


def test_one_text_to_two_departments_is_the_same_question() -> None:
    told = alike(ASKED[0], ASKED[2])
    assert told is not None
    assert told.same


def test_what_differs_is_told() -> None:
    text = "what assessment she has made of the number of people in each parish of {} who keep bees without a licence."
    one = asked("a", HOME + text.format("Umber"), "Home Office", 1)
    other = asked("b", DEFENCE + text.format("Wexcombe"), "Ministry of Defence", 2)
    told = alike(one, other)
    assert told is not None
    assert (told.only_first, told.only_second) == (("umber",), ("wexcombe",))
    assert alike(one, ASKED[3]) is None


@pytest.mark.parametrize("text", ["", DEFENCE])
def test_no_words_are_like_nothing(text: str) -> None:
    one = asked("a", text, "Ministry of Defence", 1)
    assert alike(one, one) is None


def test_the_first_of_near_duplicates_stands_for_the_rest() -> None:
    first = replace(asked("o1", f"{FARMING}who counts otters.", RURAL, 3), group=("o2",))
    together = asked("o2", f"{FARMING}who counts voles.", RURAL, 3)
    otherwise = replace(asked("o2", f"{FARMING}who feeds voles in winter.", RURAL, 7), id="another session's")
    found = duplicates([ASKED[0], first, ASKED[1], together, otherwise, ASKED[2]])
    assert [(d.id, d.of, d.together) for d in found] == [
        ("kites-again", "kites", False),
        ("o2", "o1", True),
        ("kites-home", "kites", False),
    ]


# -- what moved

ANSWERS: tuple[tuple[str, str, list[tuple[int, int, bool]]], ...] = (
    (
        "On 1 July 2030 there were 1,240 people housed in tents in Umber.",
        "On 1 November 2030 there were 1,410 people housed in tents in Umber.",
        [(1240, 1410, False)],
    ),
    (
        "The Department spent £3 million on tents in 2029-30, and £5 million on tents in 2030-31.",
        "The Department spent £4 million on tents in 2029-30, and £5 million on tents in 2030-31.",
        [(3_000_000, 4_000_000, True)],
    ),
    (
        "On 1 July 2030 there were 1,240 people housed in tents in Umber.",
        "The Department spent £3 million on tents in 2029-30.",
        [],
    ),
    ("There were 12 people housed in tents.", "There were 12 people housed in tents.", []),
    ("There were 12 people housed in tents.", "", []),
    ("", "", []),
)


@pytest.mark.parametrize(("earlier", "later", "expected"), ANSWERS)
def test_what_moved_between_two_answers(earlier: str, later: str, expected: list[tuple[int, int, bool]]) -> None:
    found = figures_moved(earlier, _source("a"), later, _source("b"))
    assert [(int(m.earlier.value or 0), int(m.later.value or 0), m.same_time) for m in found] == expected


def test_nothing_moves_between_an_answer_and_itself() -> None:
    for text in {text for earlier, later, _ in ANSWERS for text in (earlier, later)}:
        assert figures_moved(text, _source("a"), text, _source("b")) == ()


def _source(name: str) -> Source:
    return Source(name, "Tents", "Home Office", SourceKind.WRITTEN_ANSWER, date(2030, 7, 22), "1", "", name)
