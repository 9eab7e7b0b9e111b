"""The page of previous answers, without a browser: what it finds, what its links say, what it says of nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from bot.desk import Desk
from bot.similar import Changed, Earlier, Moved, Previous, Standing, Step, Twin
from corpus.errors import RecordDamaged
from tests.ui.asked import LAMPS, asked_desk
from tests.ui.fakes import HOSTILE, FakeDesk
from ui import earlier, record
from ui.asking import BadLink
from ui.seeking import Seeking

SCRIPT = """
from ui import app, previous
app._framed(previous.page)
"""


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = asked_desk()
    st.cache_resource.clear()
    monkeypatch.setattr(record, "opener", lambda: made)
    yield made
    made.close()
    st.cache_resource.clear()


def _run(**parameters: str) -> AppTest:
    test = AppTest.from_string(SCRIPT, default_timeout=30)
    for name, value in parameters.items():
        test.query_params[name] = value
    return test.run()


def _shown(test: AppTest) -> str:
    assert not test.exception
    return "\n".join(element.proto.body for element in test.main.get("html"))


def _find(test: AppTest, question: str) -> AppTest:
    test.text_area(key="previous-question").set_value(question)
    return test.button[0].click().run()


def test_nothing_is_looked_for_until_it_is_asked_for(desk: Desk) -> None:
    test = _run()
    assert "Earlier written questions to the same point" in _shown(test)
    assert "earlier questions" not in _shown(test)
    assert test.button[0].label == "Find"


def test_a_question_finds_the_earlier_ones(desk: Desk) -> None:
    test = _find(_run(), LAMPS)
    shown = _shown(test)
    for words in (
        "Answered on 11 March 2031",
        "Refused: disproportionate cost",
        "Near-duplicate",
        "The same words as question",
        "Follows the answer of 11 March 2031 to question 4001",
        "Is followed by question 4003 of 16 June 2031",
        "Against the answer of 11 March 2031 to question 4001",
        "<s>412</s>",
        "<b>430</b>",
        "412 lamps were mended",
    ):
        assert words in shown
    assert test.query_params["q"] in (LAMPS, [LAMPS])


def test_the_address_finds_the_same_again(desk: Desk) -> None:
    test = _run(q="kites lost bollards", department="Ministry of Kites", before="2031-05-01")
    shown = _shown(test)
    assert "1 earlier question" in shown
    assert test.text_area(key="previous-question").value == "kites lost bollards"
    assert test.selectbox(key="previous-department").value == "Ministry of Kites"
    assert "UIN 4006" in shown
    assert "UIN 4004" not in shown


def test_filters_narrow_what_is_found(desk: Desk) -> None:
    test = _find(_run(), "kites lost bollards lamps")
    assert "6 earlier questions" in _shown(test)
    test.selectbox(key="previous-department").set_value("Ministry of Kites")
    test.button[0].click().run()
    assert "1 earlier question" in _shown(test)
    test.selectbox(key="previous-department").set_value(None)
    test.date_input(key="previous-before").set_value(date(2020, 1, 1))
    test.button[0].click().run()
    assert "No question tabled before 1 January 2020" in _shown(test)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("", "There is no word in the question to look for"),
        ("xyzzy", "shares a telling word with it"),
    ],
)
def test_nothing_found_is_one_sentence(desk: Desk, question: str, said: str) -> None:
    shown = _shown(_find(_run(), question))
    assert said in shown
    assert 'role="status"' in shown


def test_a_link_that_cannot_be_read_is_told(desk: Desk) -> None:
    test = _run(q="lamps", before="soon")
    assert "This link’s date cannot be read" in _shown(test)
    assert "earlier question" not in _shown(test)
    assert test.text_area(key="previous-question").value == "lamps"
    assert "No department of this record is called “Hogwarts”" in _shown(_run(q="lamps", department="Hogwarts"))
    assert "The question is 5,000 characters long" in _shown(_run(q="x" * 5_000))


def test_a_document_s_words_are_only_words(desk: Desk) -> None:
    shown = _shown(_find(_run(), "kites lost"))
    assert "<script" not in shown
    assert "<img" not in shown
    assert "&lt;script&gt;" in shown
    assert "**12** kites" in shown


def test_an_unsettled_question_says_so(desk: Desk) -> None:
    shown = _shown(_find(_run(), "bollards"))
    assert "Not yet answered" in shown
    assert "The record holds only its first 255 characters" in shown


@pytest.mark.parametrize("made", [FakeDesk.empty, FakeDesk.temporary])
def test_a_record_without_questions_says_so(monkeypatch: pytest.MonkeyPatch, made: object) -> None:
    st.cache_resource.clear()
    monkeypatch.setattr(record, "opener", made)
    assert "This record holds no written questions" in _shown(_run())
    st.cache_resource.clear()


def test_what_goes_wrong_is_one_sentence(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Previous:
        raise RecordDamaged("the record is damaged: put it back from a copy")

    monkeypatch.setattr(Desk, "previous", broken)
    assert "The record is damaged: put it back from a copy." in _shown(_find(_run(), "lamps"))


# -- links


@pytest.mark.parametrize(
    "seeking",
    [
        Seeking("how many?"),
        Seeking("a & b=c", "Home Office", date(2031, 3, 1)),
        Seeking(HOSTILE, HOSTILE),
    ],
)
def test_a_link_comes_back_as_it_was(seeking: Seeking) -> None:
    from urllib.parse import parse_qs

    assert Seeking.of(parse_qs(seeking.query())) == seeking


def test_a_link_that_asks_nothing_is_none() -> None:
    assert Seeking.of({}) is None
    assert Seeking.of({"q": ["  "], "before": ["soon"]}) is None
    for day in ("soon", "0001-01-01", "2031-02-30"):
        with pytest.raises(BadLink):
            Seeking.of({"q": ["lamps"], "before": [day]})


# -- a card


HOLDING = Earlier(
    "q1", "4001", "Commons", "", "Department for Lamps", "How many?", date(2031, 3, 3), Standing.HOLDING,
    ("holding answer only on 9 March 2031: not yet answered",), answer="I will write.", url="javascript:alert(1)",
    chain=(Step("follows", "9", date(2031, 1, 2), "q2", True),), twin=Twin("q2", "9", date(2031, 1, 1), ("tall",)),
    grouped=("4002",), changes=(Changed("q2", "9", date(2031, 1, 2), None, (), same=True),),
)  # fmt: skip


def test_a_holding_answer_is_called_one() -> None:
    shown = earlier.card(HOLDING, 3, {"q1": 3, "q2": 1})
    assert "Holding answer" in shown
    assert "dp-warn" in shown
    assert "Question 4001</h2>" in shown
    assert 'href="#earlier-1"' in shown
    assert "Answered together with question 4002" in shown
    assert "The same answer, word for word" in shown
    assert "javascript" not in shown
    assert "Answer, " not in earlier.as_text(HOLDING)


def test_every_part_of_a_card_stays_letters() -> None:
    moved = Moved(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, True, HOSTILE, HOSTILE)
    one = Earlier(
        HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, date(2031, 3, 3), Standing.ANSWERED, (HOSTILE,),
        answer=HOSTILE, asker=HOSTILE, minister=HOSTILE, url=HOSTILE, grouped=(HOSTILE,),
        chain=(Step(HOSTILE, HOSTILE, None, HOSTILE, False, HOSTILE),), twin=Twin(HOSTILE, HOSTILE, date(2031, 3, 1)),
        changes=(Changed(HOSTILE, HOSTILE, None, None, (moved,)),),
    )  # fmt: skip
    for shown in (earlier.card(one, 1, {}), earlier.found(Previous("q", (), why=HOSTILE, notes=(HOSTILE,)))):
        assert not re.search(r"<(?:script|img)\b", shown)


def test_what_is_copied_says_where_it_stands() -> None:
    one = asked_desk()
    try:
        from bot.similar import Wanted

        found = one.previous(Wanted(LAMPS)).found
    finally:
        one.close()
    first = next(e for e in found if e.uin == "4001")
    copied = earlier.as_text(first)
    assert copied.startswith("Lamps: Repairs (UIN 4001, Department for Lamps, tabled 3 March 2031)\n\n" + LAMPS)
    assert "Answer by Minister no. 9, 11 March 2031:\nIn 2030, 412 lamps were mended" in copied
    assert copied.rstrip().endswith("/4001")
