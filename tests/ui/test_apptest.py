"""Each page without a browser: what it shows, what its buttons do, what it says when there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from corpus.errors import RecordDamaged
from tests.ui.fakes import FOUND, HOSTILE, HOSTILE_ANSWER, NOT_THERE, WORKED_OUT, FakeDesk
from ui import record

RELEASES = FOUND.question
SCRIPT = """
from ui import app, ask, browse, sources
app._framed({page}.page)
"""


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeDesk]:
    desk = FakeDesk.temporary()
    _use(monkeypatch, lambda: desk)
    yield desk
    desk.close()
    st.cache_resource.clear()


@pytest.fixture
def empty(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeDesk]:
    desk = FakeDesk.empty()
    _use(monkeypatch, lambda: desk)
    yield desk
    desk.close()
    st.cache_resource.clear()


def _use(monkeypatch: pytest.MonkeyPatch, opener: Callable[[], FakeDesk]) -> None:
    st.cache_resource.clear()
    monkeypatch.setattr(record, "opener", opener)


def _run(page: str, **parameters: str) -> AppTest:
    test = AppTest.from_string(SCRIPT.format(page=page), default_timeout=20)
    for name, value in parameters.items():
        test.query_params[name] = value
    return test.run()


def _shown(test: AppTest) -> str:
    assert not test.exception
    return "\n".join(element.proto.body for element in [*test.main.get("html"), *test.sidebar.get("html")])


def _asked(question: str) -> AppTest:
    return _run("ask").chat_input[0].set_value(question).run()


def test_the_first_page_says_what_it_is_for_and_offers_examples(fake: FakeDesk) -> None:
    test = _run("ask")
    assert "What does the record say?" in _shown(test)
    test.button(key="example-0").click().run()
    assert fake.asked[-1] == (RELEASES, None, (), ())
    assert "Answered from the official record" in _shown(test)


def test_a_question_gets_a_card(fake: FakeDesk) -> None:
    shown = _shown(_asked(RELEASES))
    for words in (
        "288",
        "<mark>should have been considered since August 2005</mark>",
        "<s>1,023</s>",
        "Read the other way",
    ):
        assert words in shown


def test_the_address_asks_the_same_again(fake: FakeDesk) -> None:
    test = _asked(RELEASES)
    assert test.query_params["q"] in (RELEASES, [RELEASES])
    again = _run("ask", q=RELEASES, as_of="2006-05-25", earlier="Before?", drop="period")
    assert fake.asked[-1] == (RELEASES, date(2006, 5, 25), ("Before?",), ("period",))
    assert "As known on 25 May 2006" in _shown(again)


def test_a_link_with_no_date_in_its_date_is_told_and_asks_nothing(fake: FakeDesk) -> None:
    for day in ("soon", "0001-01-01", "1899-12-31", "2006-02-30"):
        shown = _shown(_run("ask", q=RELEASES, as_of=day))
        assert "date cannot be read: it should look like 2006-04-26" in shown
        assert RELEASES in shown
    assert not fake.asked


def test_a_condition_is_left_out_and_put_back(fake: FakeDesk) -> None:
    test = _asked(RELEASES)
    test.button(key="chip-drop-1-1").click().run()
    assert list(fake.asked[-1][3]) == ["period"]
    assert "left out" in test.button(key="chip-put-1-1").label
    test.button(key="chip-put-1-1").click().run()
    assert not fake.asked[-1][3]


def test_a_follow_up_is_asked_after_what_went_before(fake: FakeDesk) -> None:
    test = _asked(RELEASES)
    test.chat_input[0].set_value(NOT_THERE.question).run()
    assert fake.asked[-1][2] == (RELEASES,)
    shown = _shown(test)
    assert "Read as a follow-up: Of the 288, how many were Jamaican?" in shown
    assert "Nothing in the record covers" in shown
    assert "None of these answers the question" in shown


def test_a_suggested_question_is_asked_by_its_button(fake: FakeDesk) -> None:
    test = _asked(RELEASES)
    test.button(key="next-1-1").click().run()
    assert fake.asked[-1][:1] == (WORKED_OUT.question,)
    assert "1,023 − 288 = 735" in _shown(test)


def test_the_date_that_it_is_known_on_asks_the_last_question_again(fake: FakeDesk) -> None:
    test = _asked(RELEASES)
    test.radio(key="known-mode").set_value("A date").run()
    test.date_input(key="known-date").set_value(date(2006, 5, 25)).run()
    assert fake.asked[-1][1] == date(2006, 5, 25)
    assert "1,013" not in _shown(test).split("What has changed since")[1].split("Where the record disagrees")[0]
    test.radio(key="known-mode").set_value("Today").run()
    assert fake.asked[-1][1] is None


def test_the_date_holds_for_the_next_question(fake: FakeDesk) -> None:
    test = _run("ask", q=RELEASES, as_of="2006-05-25")
    test.chat_input[0].set_value("Was he right?").run()
    assert fake.asked[-1][1] == date(2006, 5, 25)


def test_starting_afresh_forgets_the_thread_and_keeps_the_questions(fake: FakeDesk) -> None:
    test = _asked(RELEASES)
    next(button for button in test.button if button.label == "Start afresh").click().run()
    assert "What does the record say?" in _shown(test)
    test.button(key="history-0").click().run()
    assert fake.asked[-1] == (RELEASES, None, (), ())


def test_an_ambiguous_question_offers_its_readings(fake: FakeDesk) -> None:
    test = _asked("How many were deported?")
    test.button(key="option-1-0").click().run()
    assert fake.asked[-1][0] == "How many of the 288 had been deported?"


@pytest.mark.parametrize("question", ["damaged", "crash"])
def test_what_goes_wrong_is_one_sentence_and_can_be_tried_again(fake: FakeDesk, question: str) -> None:
    test = _asked(question)
    shown = _shown(test)
    assert 'class="dp-wrong"' in shown
    assert "not for the reader" not in shown
    test.button(key="retry-1").click().run()
    assert len(fake.asked) == 2


def test_no_label_reads_a_document_as_markdown(fake: FakeDesk) -> None:
    test = _asked(HOSTILE_ANSWER.question)
    labels = [button.label for button in test.button if "harmed" in button.label]
    assert labels
    assert not [label for label in labels if HOSTILE in label or "**" in label]


def test_an_empty_record_says_so_on_every_page(empty: FakeDesk) -> None:
    for page in ("ask", "browse", "sources"):
        assert "The record is empty" in _shown(_run(page))


def test_a_record_that_cannot_be_opened_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> FakeDesk:
        raise RecordDamaged("the record is damaged: put it back from a copy")

    _use(monkeypatch, broken)
    for page in ("ask", "browse", "sources"):
        assert "The record is damaged: put it back from a copy." in _shown(_run(page))


def test_the_record_is_listed_and_filtered(fake: FakeDesk) -> None:
    test = _run("browse")
    assert "Figures 1 to 7 of 7" in _shown(test)
    test.text_input(key="record-words").set_value("1,019").run()
    assert "Figures 1 to 1 of 1" in _shown(test)
    test.text_input(key="record-words").set_value("").run()
    test.checkbox(key="record-official").check().run()
    assert "Figures 1 to 5 of 5" in _shown(test)
    test.date_input(key="record-since").set_value(date(2006, 5, 1)).run()
    assert "Figures 1 to 2 of 2" in _shown(test)
    test.date_input(key="record-until").set_value(date(2006, 5, 2)).run()
    assert "No figure in the record fits" in _shown(test)


def test_one_measure_is_chosen_by_its_name(fake: FakeDesk) -> None:
    test = _run("browse")
    test.selectbox(key="record-measure").set_value("released without consideration of deportation").run()
    assert "Figures 1 to 3 of 3" in _shown(test)


def test_statements_are_listed_with_whose_words_they_are(fake: FakeDesk) -> None:
    test = _run("browse")
    test.button_group[0].set_value("Statements").run()
    shown = _shown(test)
    assert "Statements 1 to 2 of 2" in shown
    assert "Paraphrase · apologised" in shown


def test_a_figure_is_shown_in_full_with_its_history(fake: FakeDesk) -> None:
    test = _run("browse")
    test.button(key="show-0").click().run()
    shown = _shown(test)
    for words in ("1 February 1999 to 31 March 2006", "<mark>1,023</mark>", "Is superseded by", "Includes", "1,013"):
        assert words in shown
    test.button[0].click().run()
    assert "Figures 1 to 7 of 7" in _shown(test)


def test_a_figure_that_is_gone_is_said_to_be(fake: FakeDesk) -> None:
    assert "no longer in the record" in _shown(_run("browse", figure="no-such"))


def test_sources_are_listed_and_found(fake: FakeDesk) -> None:
    test = _run("sources")
    assert "Sources 1 to 6 of 6" in _shown(test)
    test.text_input(key="source-words").set_value("newspaper").run()
    assert "National newspaper" in _shown(test)
    test.text_input(key="source-words").set_value("zebra").run()
    assert "No source fits those words" in _shown(test)


def test_a_source_is_removed_only_when_confirmed(fake: FakeDesk) -> None:
    test = _run("sources")
    test.button(key="remove-2").click().run()
    assert len(fake.ledger.sources()) == 6
    test.button(key="remove-yes").click().run()
    assert len(fake.ledger.sources()) == 5
    assert "removed" in _shown(test)


def test_putting_nothing_in_is_told(fake: FakeDesk) -> None:
    test = _run("sources")
    next(button for button in test.button if button.label == "Put in").click().run()
    assert "Choose at least one document first" in _shown(test)
