"""Paragraphs, sentences and clauses: where each begins and ends."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extract.sentences import clauses, paragraphs, sentences
from corpus.records import Span

SENTENCES: list[tuple[str, list[str]]] = [
    ("One came. Two went.", ["One came.", "Two went."]),
    ("Mr. Gray left. He said so.", ["Mr. Gray left.", "He said so."]),
    ("Dr. J. A. Gray wrote to Mrs. Brown.", ["Dr. J. A. Gray wrote to Mrs. Brown."]),
    ("He read No. 10 and p. 3 of it. Then he slept.", ["He read No. 10 and p. 3 of it.", "Then he slept."]),
    ("Some, e.g. Gray, i.e. he, left.", ["Some, e.g. Gray, i.e. he, left."]),
    ("It rose by 3.5 per cent. It fell.", ["It rose by 3.5 per cent.", "It fell."]),
    ("It cost \u00a31.2bn. It was late.", ["It cost \u00a31.2bn.", "It was late."]),
    ('He called it "a shame." She agreed.', ['He called it "a shame."', "She agreed."]),
    ("He called it \u201ca shame\u201d. She agreed.", ["He called it \u201ca shame\u201d.", "She agreed."]),
    ('"Why?" he asked. "Who knows."', ['"Why?" he asked.', '"Who knows."']),
    ("Is it so? Yes! It is.", ["Is it so?", "Yes!", "It is."]),
    ("It ended in 2005. In 2006 it began.", ["It ended in 2005.", "In 2006 it began."]),
    ("A heading\n\nA sentence follows it.", ["A heading", "A sentence follows it."]),
    ("A line that is\nwrapped stays whole. Next.", ["A line that is\nwrapped stays whole.", "Next."]),
    ("- one thing\n- another thing\n- a third", ["- one thing", "- another thing", "- a third"]),
    ("1. First thing\n2. Second thing", ["1. First thing", "2. Second thing"]),
    ("It cured hepatitis B. The rest were well.", ["It cured hepatitis B.", "The rest were well."]),
    ("It was the U.S. The other was not.", ["It was the U.S.", "The other was not."]),
    ("He paused... and went on. Then he left.", ["He paused... and went on.", "Then he left."]),
    ("At 9.30 a.m. the doors opened.", ["At 9.30 a.m. the doors opened."]),
    ("the whole of it was small", ["the whole of it was small"]),
    ("", []),
    (" \n\n \t ", []),
]


def words(text: str, spans: list[Span]) -> list[str]:
    return [s.of(text) for s in spans]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert words(text, sentences(text)) == expected


def test_paragraphs_are_parted_by_blank_lines_of_any_kind() -> None:
    text = "  one\ntwo\n\nthree \r\n \r\nfour\n \n \n five"
    assert words(text, paragraphs(text)) == ["one\ntwo", "three", "four", "five"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some left; others stayed on", ["Some left", "others stayed on"]),
        ("It fell last year, but it rose again", ["It fell last year", "but it rose again"]),
        ("They held 93 porters, as well as 41 guards", ["They held 93 porters", "as well as 41 guards"]),
        ("It rose here while it fell there", ["It rose here", "while it fell there"]),
        ("He saw the men who had left", ["He saw the men", "who had left"]),
        ("The plan - a poor one - was dropped", ["The plan", "a poor one", "was dropped"]),
        ("The men of whom he spoke left early", ["The men of whom he spoke left early"]),
        ("It was so", ["It was so"]),
    ],
)
def test_clauses_part_at_their_joints(text: str, expected: list[str]) -> None:
    assert words(text, clauses(text, Span(0, len(text)))) == expected


def test_a_clause_keeps_to_its_sentence() -> None:
    text = "Before it all. Some left; others stayed on. After it; and so on."
    assert words(text, clauses(text, sentences(text)[1])) == ["Some left", "others stayed on."]


PIECES = st.sampled_from(
    [
        "Mr. ",
        "No. ",
        "e.g. ",
        ". ",
        ".",
        "\n",
        "\n\n",
        "A",
        "b",
        " ",
        "3.5",
        "\u201d",
        '"',
        "- ",
        "1. ",
        "?",
        "!",
        "\r\n",
        "; ",
        ", but ",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join)))
def test_every_word_stands_in_just_one_sentence(text: str) -> None:
    end, kept = 0, ""
    for span in sentences(text):
        assert end <= span.start < span.end <= len(text)
        assert span.of(text).strip() == span.of(text)
        assert not text[end : span.start].strip()
        kept, end = kept + span.of(text), span.end
    assert "".join(kept.split()) == "".join(text.split())


@given(st.lists(PIECES, max_size=60).map("".join))
def test_a_sentence_lies_in_one_paragraph_and_its_clauses_in_it(text: str) -> None:
    around = paragraphs(text)
    for sentence in sentences(text):
        assert any(sentence.within(p) for p in around)
        assert all(c.within(sentence) for c in clauses(text, sentence))


@pytest.mark.parametrize(
    "piece", [".", "\n", " ", "\n ", '."', "a.", "e.g. ", "and, ", " - ", "who ", "\f", "\x00", "- a\n", "; "]
)
def test_a_hostile_text_is_read_in_good_time(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    started = time.process_time()
    for span in [*sentences(text)[:1], Span(0, len(text))]:
        clauses(text, span)
    assert time.process_time() - started < 1.0
