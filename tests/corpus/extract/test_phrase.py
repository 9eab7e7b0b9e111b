"""Where the thing counted ends."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extract.phrase import noun_phrase, tokens

# what follows the number, the phrase, the whole after "of"
READ = [
    ("other sex attackers were freed", "other sex attackers", ""),
    ("foreign national prisoners released without", "foreign national prisoners", ""),
    ("patients waiting for treatment", "patients", ""),
    ("applications received", "applications", ""),
    ("cases had been decided", "cases", ""),
    ("deaths in custody", "deaths", ""),
    ("members of staff", "members of staff", ""),
    ("pupils and teachers", "pupils", ""),
    ("homes, shops", "homes", ""),
    ("more officers", "more officers", ""),
    ("the prisoners", "the prisoners", ""),
    ("of the prisoners were freed", "", "the prisoners"),
    ("of them", "", "them"),
    ("were freed", "", ""),
    ("of 15 projects", "", ""),
    ("of", "", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("text", "words", "whole"), READ, ids=[r[0] for r in READ])
def test_the_thing_counted_ends_where_the_rest_begins(text: str, words: str, whole: str) -> None:
    phrase = noun_phrase(text, 0, len(text))
    assert phrase.span.of(text) == words
    assert (phrase.whole.of(text) if phrase.whole else "") == whole
    assert not phrase.elided


@pytest.mark.parametrize("text", ["convicted of assault", "waiting for a bed", "detained in Kent"])
def test_a_noun_may_be_left_out(text: str) -> None:
    phrase = noun_phrase(f"{text} were freed", 0, len(text) + 11)
    assert (phrase.elided, phrase.span.of(text)) == (True, text)


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_a_phrase_never_leaves_its_stretch(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    phrase = noun_phrase(text, start, end)
    for span in (phrase.span, phrase.whole or phrase.span):
        assert start <= span.start <= span.end <= end
    assert [t for t in tokens(text, start, end) if t.start == t.end] == []


@given(st.text(max_size=120))
def test_tokens_stand_in_order_and_apart(text: str) -> None:
    found = tokens(text, 0, len(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    between = [(a.end, b.start) for a, b in pairwise(found)]
    assert all(not text[start:end].strip("_ \t\n").isalpha() for start, end in between)
