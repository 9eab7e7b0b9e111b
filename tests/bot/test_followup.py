"""Questions that lean on the one before: what they take over, what gives way, and that it can all be dropped."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Status
from bot.desk import Desk
from bot.followup import resolve
from bot.leaning import leans
from bot.question import Ask, Query, read

TODAY = date(2006, 5, 1)

# the thread, what is asked at its end, its terms, its times, its whole
THREADS: list[tuple[list[str], Ask, str, str, int | None]] = [
    (
        ["How many murderers were released?", "and how many of those were deported?"],
        Ask.FIGURE,
        "deportation murder released",
        "",
        None,
    ),
    (["How many murderers were released?", "what about burglars?"], Ask.FIGURE, "burglary released", "", None),
    (["How many murderers were released?", "And burglars?"], Ask.FIGURE, "burglary released", "", None),
    (
        ["How many prisoners were deported in 2005?", "and by December?"],
        Ask.FIGURE,
        "prisoner deportation",
        "by..2005-12-31",
        None,
    ),
    (
        ["How many prisoners were deported in 2005?", "and in 2006?"],
        Ask.FIGURE,
        "prisoner deportation",
        "in2006-01-01..2006-12-31",
        None,
    ),
    (["How many were released in Wales?", "and in Scotland?"], Ask.FIGURE, "scotland released", "", None),
    (["How many were released in Wales?", "What about Scotland?"], Ask.FIGURE, "scotland released", "", None),
    (
        ["How many were released after August 2005?", "how many of them were murderers?", "what about rapists?"],
        Ask.FIGURE,
        "rape released",
        "after2005-09-01..",
        None,
    ),
    (["How many of the 1,023 were murderers?", "and burglars?"], Ask.FIGURE, "burglary", "", 1023),
    (
        ["How many prisoners escaped in 2004?", "How many of those were recaptured in 2005?"],
        Ask.FIGURE,
        "detained-again prisoner escaped",
        "in2005-01-01..2005-12-31",
        None,
    ),
    (
        ["How many murderers were released?", "How many nurses were redeployed?"],
        Ask.FIGURE,
        "nurse redeploy",
        "",
        None,
    ),
    (["How many murderers were released?", "Who is the Home Secretary?"], Ask.WHO, "home-secretary", "", None),
]


def thread(*questions: str) -> Query:
    before: Query | None = None
    for question in questions:
        before = resolve(read(question, None, TODAY), before)
    assert before is not None
    return before


def times(query: Query) -> str:
    return " ".join(f"{m.relation}{m.period.start or ''}..{m.period.end or ''}" for m in query.times)


@pytest.mark.parametrize(("questions", "ask", "terms", "when", "whole"), THREADS, ids=lambda v: str(v)[:60])
def test_what_a_follow_up_takes_over(questions: list[str], ask: Ask, terms: str, when: str, whole: int | None) -> None:
    query = thread(*questions)
    assert query.ask is ask
    assert {s.id for s in query.wanted.terms} == set(terms.split())
    assert times(query) == when
    assert query.wanted.whole == whole


@pytest.mark.parametrize(
    "question",
    [
        "and how many of those were deported?",
        "what about burglars?",
        "How about Wales?",
        "and by December?",
        "by December 2006?",
        "How many of them were women?",
        "Of these, how many were found?",
        "… and rapists?",
        "Did he resign?",
        "Did the minister say why it happened?",
        "How many said they were hurt?",
        "Which of these ferries were closed?",
        "How much did it cost?",
    ],
)
def test_what_leans_on_the_question_before_it(question: str) -> None:
    assert leans(question)


@pytest.mark.parametrize(
    "question",
    [
        "How many murderers were released?",
        "Who apologised?",
        "How many androids were sold?",
        "Anderson said what?",
        "How many of those released were nurses?",
        "How many of those who left the lifeboat were found?",
        "Did Alan Dowd say he would resign?",
        "What did the prime minister say when he was asked?",
        "How many passengers said they had been hurt?",
        "Did the agency say why it closed the bridge?",
        "Is it true that nine libraries closed?",
        "How long did it take to reopen the pier?",
        "How many councils replied and how many of them agreed?",
    ],
)
def test_what_stands_alone(question: str) -> None:
    assert not leans(question)
    before = read("How many rapists were released in 2004?")
    assert resolve(read(question), before) == read(question)


def test_the_first_of_a_thread_has_nothing_to_lean_on() -> None:
    alone = read("and how many of those were deported?", None, TODAY)
    assert resolve(alone, None) is alone


def test_the_question_as_resolved_shows_what_it_took_over() -> None:
    query = thread("How many murderers were released after August 2005?", "and burglars?")
    assert query.resolved.startswith("and burglars?")
    for words in ("released", "after August 2005"):
        assert words in query.resolved
        assert words in query.explain()
    assert "murderers" not in query.resolved


def test_each_inherited_condition_can_be_dropped() -> None:
    query = thread("How many murderers were released after August 2005?", "how many of those were deported?")
    assert query.inherited
    assert set(query.inherited) <= set(query.conditions())
    for key, _ in query.inherited:
        assert key not in dict(query.without(frozenset({key})).conditions())


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_make_a_thread(first: str, second: str) -> None:
    query = thread(first, second)
    assert query.text == second
    assert query.explain().endswith(".")


def test_a_thread_over_a_document(desk: Desk) -> None:
    first = "How many offenders were released on tags?"
    murderers = desk.ask("and how many of those were murderers?", earlier=[first])
    assert [f.value for f in murderers.figures] == ["4"]
    burglars = desk.ask("what about burglars?", earlier=[first, "and how many of those were murderers?"])
    assert [f.value for f in burglars.figures] == ["62"]
    found = desk.ask("How many of them have been found?", earlier=[first])
    assert [f.value for f in found.figures] == ["845"]


def test_what_a_condition_rules_out_comes_back_when_it_is_dropped(desk: Desk) -> None:
    asked, earlier = "and how many of those were Jamaicans?", ["How many offenders were found?"]
    held = desk.ask(asked, earlier=earlier)
    assert (held.status, held.figures) == (Status.NOT_IN_RECORD, ())
    [key] = [k for k, words in held.conditions if words == "Jamaicans"]
    assert [f.value for f in desk.ask(asked, earlier=earlier, drop=[key]).figures] == ["845"]
