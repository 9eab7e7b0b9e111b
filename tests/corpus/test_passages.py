"""Passages cover a text's words in order, and never cut a sentence that they need not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.passages import LONGEST_SENTENCE, MOST_WORDS, cut


@given(st.text(alphabet="ab. \n\tA1£\"'?-é", max_size=2_000))
def test_passages_are_spans_in_order_that_leave_out_only_space(text: str) -> None:
    at = 0
    for passage in cut(text, "s"):
        assert passage.span.of(text) == passage.text == passage.text.strip() != ""
        assert not text[at : passage.span.start].strip()
        at = passage.span.end
    assert not text[at:].strip()


def test_short_paragraphs_go_together_up_to_a_length() -> None:
    text = "\n\n".join("One short paragraph of seven words here." for _ in range(100))
    passages = cut(text, "s")
    assert [p.id for p in passages[:2]] == ["s-p0", "s-p1"]
    assert {len(p.text.split()) for p in passages[:-1]} == {MOST_WORDS // 7 * 7}


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = "Mr. A. Hale, M.P., of No. 5, said on 4 Sept. 2006 that 15.6 per cent were lit. " * 40
    passages = cut(text, "s")
    assert len(passages) > 1
    for passage in passages:
        assert passage.text.startswith("Mr. A. Hale")
        assert passage.text.endswith("were lit.")
        assert len(passage.text.split()) <= MOST_WORDS


@pytest.mark.parametrize("glue", [" ", "\n"])
def test_what_never_ends_is_cut_all_the_same(glue: str) -> None:
    text = glue.join(["row of words"] * LONGEST_SENTENCE)
    passages = cut(text, "s")
    assert max(len(p.text.split()) for p in passages) <= MOST_WORDS
    assert all(p.text.startswith("row") for p in passages) or glue == " "


def test_a_heading_stays_with_what_it_heads() -> None:
    body = "Words of the first part that fill the passage nearly to its end. " * 12
    passages = cut(f"First\n\n{body}\n\nSecond part\n\n{body}", "s")
    assert [p.text.split("\n")[0] for p in passages] == ["First", "Second part"]


def test_nothing_but_space_has_no_passages() -> None:
    assert cut(" \n\n\t ", "s") == ()
