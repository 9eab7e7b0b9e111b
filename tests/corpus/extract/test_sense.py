"""What a stretch of text asserts, denies or only weighs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extract import sense
from corpus.extract.sense import ASSERTED, DENIED, WEIGHED, agree, senses

# text, its concepts in order with their marks
READ = [
    ("were released", "released+"),
    ("prisoners who had been released", "prisoner+ released+"),
    ("deported and detained", "deportation+ detained+"),
    ("released without consideration of deportation", "released+ considered- deportation?"),
    ("had not been deported", "deportation-"),
    ("hadn't been deported", "deportation-"),
    ("without being deported", "deportation-"),
    ("had yet to be deported", "deportation-"),
    ("were never found", "located-"),
    ("are still at large", "located-"),
    ("should be deported", "deportation?"),
    ("were considered for deportation", "considered+ deportation?"),
    ("was not released, but was deported", "released- deportation+"),
    ("was not released; he was deported", "released- deportation+"),
    ("were released after being detained", "released+ detained+"),
    ("no prisoners were released", "prisoner- released-"),
    ("were not, however, deported", "deportation-"),
    ("were not, in the end, released", "released-"),
    ("were not found, however, and were released", "located- released+"),
    ("", ""),
    ("of the and", ""),
]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text for text, _ in READ])
def test_what_is_said_to_be_so_is_told_from_what_is_not(text: str, expected: str) -> None:
    assert " ".join(s.id + s.mark for s in senses(text)) == expected


@pytest.mark.parametrize(
    ("asked", "given_", "held"),
    [
        (ASSERTED, ASSERTED, True),
        (DENIED, DENIED, True),
        (WEIGHED, WEIGHED, True),
        (WEIGHED, ASSERTED, True),
        (ASSERTED, WEIGHED, False),
        (ASSERTED, DENIED, False),
        (DENIED, ASSERTED, False),
        (DENIED, WEIGHED, False),
    ],
)
def test_what_is_only_weighed_never_stands_for_fact(asked: str, given_: str, held: bool) -> None:
    assert agree(asked, given_) is held


WORDS = "not never without should released deported considered for of whether , ; . but and no n't prisoners may May"


@given(st.text(max_size=200) | st.lists(st.sampled_from(WORDS.split()), max_size=30).map(" ".join))
def test_every_term_of_any_text_has_a_mark_and_its_own_place(text: str) -> None:
    found = senses(text)
    assert all(s.mark in (ASSERTED, DENIED, WEIGHED) for s in found)
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert [s.start for s in found] == sorted(s.start for s in found)


@given(st.integers(1, 5))
def test_a_denial_does_not_run_into_the_next_sentence(many: int) -> None:
    text = "They were not deported. " * many + "They were released."
    marks = [(s.id, s.mark) for s in senses(text)]
    assert marks[-1] == ("released", ASSERTED)
    assert set(marks[:-1]) == {("deportation", DENIED)}


LISTED = tuple(words for name in sense._LISTS for words in sense._modality()[name])
SAID = (
    *WORDS.split(),
    *LISTED,
    "was to",
    "were originally to",
    "remains to be",
    "lack of",
    "away from Dover",
    "outside",
)
SAID = (*SAID, "the home", "non-fire incidents", "unvetted", "uninsured", "Unfound", "NOT", "at large", "can't", "it")


@given(st.text(max_size=80) | st.lists(st.sampled_from(SAID), max_size=12).map(" ".join))
def test_what_is_looked_for_only_where_its_words_stand_is_found_wherever_it_stands(text: str) -> None:
    read = senses.__wrapped__(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sense, "_lists", lambda _: frozenset(sense._LISTS))
        patch.setattr(sense, "_ONLY_DENIES", set(text))
        patch.setattr(sense, "_HYPHENS", {"", *sense._small(text)})
        patch.setattr(sense, "_AWAY", frozenset(sense._LETTERS.findall(sense._small(text))))
        patch.setattr(sense, "_DENYING", ("",))
        assert senses.__wrapped__(text) == read


REACHED = [
    ("without a licence were released", "licenc- released+"),
    ("prisoners with no lawyer have been deported", "prisoner+ lawyer- deportation+"),
    ("those released without a check came later", "released+ checked- later+"),
    ("a deportation was not carried out", "deportation-"),
    ("the check has never been made", "checked-"),
    ("checks weren't done", "checked-"),
    ("a check was made", "checked+"),
]


@pytest.mark.parametrize(("text", "expected"), REACHED, ids=[text for text, _ in REACHED])
def test_a_denial_reaches_its_noun_and_no_verb_behind_it(text: str, expected: str) -> None:
    assert " ".join(s.id + s.mark for s in senses(text)) == expected
