"""The card: what it says of itself, and that nothing in a document can become a part of the page."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Answer, Status, Superseded
from corpus.records import Qualifier, When
from tests.ui import fakes
from ui import card, cited, entries, sections
from ui.copying import file_name, footnoted
from ui.marks import marked
from ui.sections import record_link
from ui.words import figure_value, number, pill, plain, when

SECTIONS: dict[str, Callable[[Answer], str]] = {
    "asked": card.asked,
    "head": lambda answer: card.head(answer, "a1"),
    "reading": card.reading,
    "caveats": card.caveats,
    "citations": lambda answer: cited.citations(answer, "a1"),
    "changed": sections.changed,
    "history": lambda answer: sections.history_table(answer.supersedes),
    "disagreement": lambda answer: sections.disagreement(answer.conflicts, "a1"),
    "nearest": lambda answer: sections.nearest(answer.nearest),
}


class _Page(HTMLParser):
    """The tags of a page, and its words as a reader sees them."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("name", SECTIONS)
def test_a_document_stays_letters(name: str) -> None:
    page = _Page(SECTIONS[name](fakes.HOSTILE_ANSWER))
    assert fakes.HOSTILE in page.words
    assert not {"script", "img", "strong", "em"} & set(page.tags)
    assert not [attribute for attribute, _ in page.attributes if attribute.startswith("on")]


@pytest.mark.parametrize(
    "markup",
    [
        entries.figure_line(fakes.FIGURES[-1], fakes.SOURCES["s6"][0]),
        entries.statement_line(fakes.STATEMENTS[-1], fakes.SOURCES["s6"][0]),
        entries.source_line(fakes.SOURCES["s6"][0], 1, 2),
    ],
)
def test_a_record_stays_letters(markup: str) -> None:
    page = _Page(markup)
    assert fakes.HOSTILE in page.words
    assert not {"script", "img"} & set(page.tags)


@given(st.text(), st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60))))
def test_marks_change_no_letter(quote: str, marks: list[tuple[int, int]]) -> None:
    shown = marked(quote, marks).replace("<mark>", "").replace("</mark>", "")
    assert html.unescape(shown) == quote
    assert "<" not in shown


@given(st.text(alphabet="ab<&\"'", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_a_mark_is_exact_or_not_shown(quote: str, start: int, end: int) -> None:
    shown = marked(quote, [(start, end)])
    if 0 <= start < end <= len(quote):
        assert f"<mark>{html.escape(quote[start:end], quote=True)}</mark>" in shown
    else:
        assert "<mark>" not in shown


@pytest.mark.parametrize(
    ("answer", "words", "tone"),
    [
        (fakes.FOUND, "Answered from the official record", "ok"),
        (fakes.WORKED_OUT, "Worked out from the official record", "ok"),
        (fakes.FROM_PRESS, "Answered from a press report", "plain"),
        (fakes.HOSTILE_ANSWER, "Answered from a document put in", "plain"),
        (fakes.NOT_THERE, "Not in this record", "warn"),
        (fakes.NOT_KNOWN, "The record says that this is not known", "warn"),
        (fakes.WITHHELD, "The table withholds this figure", "warn"),
        (fakes.AMBIGUOUS, "Which of these do you mean?", "warn"),
        (fakes.DECLINED, "Not a question that the record can answer", "plain"),
    ],
)
def test_the_pill_says_what_kind_of_answer_it_is(answer: Answer, words: str, tone: str) -> None:
    assert pill(answer) == (words, tone)
    assert words in card.head(answer, "a1")


@pytest.mark.parametrize("status", Status)
def test_every_status_has_words(status: Status) -> None:
    assert pill(replace(fakes.FOUND, status=status)).words


def test_a_press_headline_is_never_called_official_whatever_stands_beside_it() -> None:
    press, official = fakes.cite(1, "s3", fakes.PRESS, "288"), fakes.cite(2, "s1", fakes.PART, "288")
    answer = replace(fakes.FOUND, citations=(press, official))
    assert "official" not in pill(answer).words


def test_one_operand_from_the_press_makes_the_sum_the_press_s() -> None:
    answer = replace(
        fakes.WORKED_OUT, citations=(fakes.WORKED_OUT.citations[0], fakes.cite(2, "s3", fakes.PRESS, "288"))
    )
    assert pill(answer).words == "Worked out from a press report"


def test_not_in_this_record_is_never_not_held() -> None:
    assert "does not mean that the department does not hold it" in card.head(fakes.NOT_THERE, "a1")
    assert "does not mean" not in card.head(fakes.NOT_KNOWN, "a1")


def test_the_rest_of_the_text_is_shown_once() -> None:
    words = _Page(card.head(fakes.FOUND, "a1")).words
    assert words.count("foreign national prisoners") == 1
    assert "The whole was later restated as 1,019 [4] and then 1,013 [5]." in words


def test_a_text_that_begins_otherwise_is_shown_whole() -> None:
    answer = replace(fakes.FOUND, text="The Home Secretary gave 288 [1].")
    assert "The Home Secretary gave 288 [1]." in _Page(card.head(answer, "a1")).words


def test_a_reference_leads_to_its_source() -> None:
    assert 'href="#a1-c4"' in card.head(fakes.FOUND, "a1")
    assert 'id="a1-c4"' in cited.citations(fakes.FOUND, "a1")


def test_sources_carry_their_kind_and_only_the_first_is_open() -> None:
    shown = cited.citations(fakes.FOUND, "a1")
    assert shown.count("<details") == 5
    assert shown.count('<details class="dp-cite" open>') == 1
    assert shown.count("official record</span>") == 4
    assert shown.count("press report</span>") == 1
    assert "<mark>should have been considered since August 2005</mark>" in shown
    assert shown.count("<b>Paraphrase</b>") == 4


def test_the_superseded_is_struck_and_what_stands_is_not() -> None:
    shown = sections.changed(fakes.FOUND)
    assert "<s>1,023</s>" in shown
    assert "<s>1,019</s>" in shown
    assert "<strong>1,013</strong>" in shown
    assert "23 May 2006" in shown


def test_sides_with_one_figure_share_it_and_others_show_theirs() -> None:
    same = sections.disagreement(fakes.FOUND.conflicts, "a1")
    differing = sections.disagreement(
        (replace(fakes.FOUND.conflicts[0], value="1290"), *fakes.FOUND.conflicts[1:]), "a1"
    )
    assert "What they say 288 is" in same
    assert "<b>1,290</b>" in differing


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "", "https://", "ftp://a.example/", "http://[x"]
)
def test_no_link_but_to_the_web(url: str) -> None:
    assert record_link(url) == ""


def test_a_link_cannot_break_out_of_its_tag() -> None:
    page = _Page(record_link('https://a.example/"onmouseover="x'))
    assert ("href", 'https://a.example/"onmouseover="x') in page.attributes
    assert ("rel", "noopener noreferrer") in page.attributes


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1023", "1,023"),
        ("288", "288"),
        ("12.5%", "12.5%"),
        ("£1500000", "£1,500,000"),
        ("-4000", "-4,000"),
        ("x1023", "x1023"),
    ],
)
def test_numbers_take_commas_and_nothing_else_changes(value: str, shown: str) -> None:
    assert number(value) == shown


@given(st.integers(-(10**15), 10**15))
def test_a_number_s_digits_are_never_changed(value: int) -> None:
    assert number(str(value)).replace(",", "") == str(value)


def test_a_figure_is_never_shown_without_its_qualifier() -> None:
    base = fakes.FIGURES[0]
    assert figure_value(replace(base, qualifier=Qualifier.AT_LEAST)) == "at least 1,023"
    assert figure_value(replace(base, qualifier=Qualifier.SUPPRESSED, value=None)) == "suppressed"


def test_a_date_is_no_more_exact_than_it_was_given() -> None:
    assert when(When.day(2006, 4, 26)) == "26 April 2006"
    assert when(When.month(2005, 8)) == "August 2005"
    assert when(When.year(2005)) == "2005"


@given(st.text(min_size=1))
def test_a_label_keeps_its_letters(words: str) -> None:
    bare = plain(words).replace("\u2060", "").replace("\\", "")
    assert bare == " ".join(words.split()).replace("\u2060", "").replace("\\", "")


def test_copied_text_carries_a_footnote_for_every_source() -> None:
    copied = footnoted(replace(fakes.FOUND, as_of=date(2006, 5, 1)))
    assert copied.startswith("How many releases occurred after August 2005?")
    assert "as known on 1 May 2006" in copied
    for one in fakes.FOUND.citations:
        assert f"[{one.n}] {one.title}" in copied
        assert one.quote in copied
    assert "press report: press report; verbatim" in copied
    assert "1,023, 26 April 2006 (superseded) [1]" in copied


@given(st.text(max_size=200))
def test_a_download_has_a_plain_name(question: str) -> None:
    name = file_name(replace(fakes.FOUND, question=question), "txt")
    assert name.startswith("despatch-")
    assert name.endswith(".txt")
    assert len(name) <= 64
    assert not set(name) - set("abcdefghijklmnopqrstuvwxyz0123456789-.")


def test_a_step_without_a_day_is_said_to_have_none() -> None:
    assert "not dated" in sections.history_table([Superseded("4", None, 1)])


def test_what_the_pill_says_is_not_said_again_as_a_headline() -> None:
    answer = replace(fakes.NOT_THERE, headline="Not in this record", meta="It does not mean that nobody holds it.")
    shown = card.head(answer, "a1")
    assert shown.count("Not in this record") == 1
    assert shown.count("does not mean") == 1


def test_a_disagreement_still_says_where_its_headline_comes_from() -> None:
    shown = card.head(replace(fakes.FOUND, status=Status.CONFLICTING), "a1")
    assert "The record disagrees" in shown
    assert "Headline from the official record" in shown
    press = card.head(replace(fakes.FROM_PRESS, status=Status.CONFLICTING), "a1")
    assert "Headline from a press report" in press


@pytest.mark.parametrize(
    ("what", "said", "first", "rest"),
    [
        ("people [1]", "288 people [1]. Later 290 [2].", "people [1]", "Later 290 [2]."),
        ("people", "288 people [1][2]. Later 290 [3].", "people [1][2]", "Later 290 [3]."),
        ("He said 288.", "He said 288. [1] Later 290 [2].", "He said 288. [1]", "Later 290 [2]."),
        ("He said 288.", "Another text [1].", "He said 288.", "Another text [1]."),
        ("Nothing says. It may.", "Nothing says.", "Nothing says. It may.", ""),
        ("", "All of it [1].", "All of it [1].", ""),
        ("people, in 2030", "people, in 2030: 288, a sum [1].", "people, in 2030", "people, in 2030: 288, a sum [1]."),
    ],
)
def test_the_first_sentence_is_parted_from_the_rest(what: str, said: str, first: str, rest: str) -> None:
    assert card.parted(replace(fakes.FOUND, what=what, text=said)) == (first, rest)


def test_two_measures_do_not_share_a_chain_when_the_days_turn_back() -> None:
    steps = (
        Superseded("20", date(2006, 4, 26), 1, label="people"),
        Superseded("371", date(2010, 3, 9), 2, label="people"),
        Superseded("1023", date(2006, 4, 26), 3, label="people"),
    )
    assert sections.changed(replace(fakes.FOUND, supersedes=steps, history=())).count("<ol") == 2
