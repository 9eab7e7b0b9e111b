"""Which words of a sentence belong to which of its numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extract.bind import FIGURE_KINDS, Bound, bind
from corpus.extract.numbers import quantities
from corpus.extract.stretch import stretch
from corpus.records import Span


def bound(text: str) -> list[Bound]:
    found = [q for q in quantities(text) if q.kind in FIGURE_KINDS]
    return bind(text, Span(0, len(text)), found)


# text, then for each number: what it counts, and what is said of it after
READ = [
    ("The board freed 90 prisoners and 40 patients.", [("prisoners", ""), ("patients", "")]),
    ("Three murderers and nine rapists were freed.", [("murderers", "were freed"), ("rapists", "were freed")]),
    ("Of these, 54 were deported and 20 were detained.", [("these", "were deported"), ("these", "were detained")]),
    ("Arrests soared to more than 10,000.", [("Arrests", "")]),
    ("The number of escapes was 54.", [("escapes", "")]),
    ("288 of the prisoners were freed.", [("the prisoners", "were freed")]),
    ("Number of boats lost: 12", [("boats", "")]),
    ("Cumulative number of reported wrecks: 52.", [("reported wrecks", "")]),
    ("Total arrests: 1,204", [("Total arrests", "")]),
    ("Reference: 4471", [("", "")]),
    ("Wales: 44", [("", "")]),
    ("Annex: 3", [("", "")]),
]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[r[0] for r in READ])
def test_each_number_takes_its_own_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(b.counted, b.after) for b in bound(text)] == expected


@pytest.mark.parametrize(
    ("text", "partitive", "listed", "anaphoric"),
    [
        ("288 of the prisoners were freed.", True, False, False),
        ("He freed four murderers, 11 rapists and 62 burglars.", False, True, False),
        ("They included 62 burglars.", False, False, True),
        ("Some 62 burglars were freed.", False, False, False),
    ],
)
def test_how_a_number_leans_on_others(text: str, partitive: bool, listed: bool, anaphoric: bool) -> None:
    last = bound(text)[-1]
    assert (last.partitive, last.listed, last.anaphoric) == (partitive, listed, anaphoric)


def test_a_stretch_is_the_number_with_its_own_words() -> None:
    text = "Officials said 288 of the prisoners were freed after August 2005, and 40 were deported."
    at = text.index("288")
    said = stretch(text, Span(0, len(text)), Span(at, at + 3)).of(text)
    assert said.startswith("288 of the prisoners were freed")
    assert "40" not in said


WORDS = "Of the these 1,023 288 nine prisoners were released to from fell and , ; whom which said that them a total £5m"


@given(st.text(max_size=200) | st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join))
def test_any_sentence_is_bound_within_itself(text: str) -> None:
    found = [q for q in quantities(text) if q.kind in FIGURE_KINDS]
    made = bind(text, Span(0, len(text)), found)
    assert [b.quantity for b in made] == found
    for one in made:
        assert 0 <= one.own.start <= one.own.end <= len(text)
        kept = stretch(text, Span(0, len(text)), one.quantity.span)
        assert one.quantity.span.within(kept)
        assert kept.end <= len(text)
