"""What the record leaves open, found by likeness: only ever a statement that it does not say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Status
from bot.desk import Desk
from bot.left_open import left_open
from bot.question import read
from bot.sayings import Line
from bot.silence import unanswered
from corpus.records import Source, SourceKind, Span, Statement, StatementAct

SOURCE = Source("s", "Report", "", SourceKind.DOCUMENT, date(2014, 7, 10), "", "", "0")
SAID = "He was unable to say how many staff had known about the practice, because the letters had been burnt."


def line(text: str, act: StatementAct = StatementAct.NOT_KNOWN) -> Line:
    span = Span(0, len(text))
    statement = Statement("t", "s", span, "Dr Wren", "", date(2014, 7, 10), text, False, act)
    return Line(SOURCE, span, text, "", statement)


def like(score: float) -> Callable[[str, Sequence[str]], Sequence[float]]:
    return lambda _, others: [score] * len(others)


def test_a_clause_like_enough_leads_to_the_statement() -> None:
    heard = left_open(read("How many members of staff knew what was going on?"), [line(SAID)], like(0.8))
    assert heard is not None
    assert heard.line.text == SAID


@pytest.mark.parametrize(
    ("question", "said", "score"),
    [
        ("How many members of staff knew what was going on?", SAID, 0.5),
        ("How many staff in Wales had known about the practice?", SAID, 0.95),
        ("How many staff over 60 had known about the practice?", SAID, 0.95),
        ("Why did the staff know?", SAID, 0.95),
        ("How many staff knew in 1999?", SAID, 0.95),
        ("How many staff knew?", "He was unable to say how many staff under 30 had known.", 0.95),
        ("How many staff knew?", "He was unable to come.", 0.95),
    ],
)
def test_nothing_less_does(question: str, said: str, score: float) -> None:
    assert left_open(read(question), [line(said)], like(score)) is None


def test_a_statement_of_another_kind_leaves_nothing_open() -> None:
    assert left_open(read("How many staff knew?"), [line(SAID, StatementAct.SAID)], like(0.95)) is None


def test_the_desk_says_that_the_record_does_not_know(made: Callable[..., Desk]) -> None:
    desk = made("The fire destroyed 45 barns. It is not yet possible to say how many of the barns were uninsured.")
    answer = desk.ask("How many of the burnt barns had no insurance?")
    assert answer.status is Status.NOT_KNOWN
    assert desk.ask("How many of the barns were thatched?").status is Status.NOT_IN_RECORD


@pytest.mark.parametrize(
    ("before", "said", "question"),
    [
        (
            "The Lifeboat Fleet has 40 crews.",
            "I am withholding the target for crews, as disclosure would be likely to prejudice the safety, readiness "
            "or standing of the coastal rescue service.",
            "What is the target for crews of the Lifeboat Fleet?",
        ),
        (
            "Hull Library lent 900 books.",
            "The library will not give the number of stolen maps, as it could compromise the security of its vaults, "
            "guards, alarms and cameras.",
            "How many stolen maps are there at Hull Library?",
        ),
        (
            "The port has 12 tugs.",
            "We cannot publish the rent of the new berth, as publication might prejudice negotiations with builders, "
            "insurers, lenders and dredgers.",
            "What is the rent of the new berth at the port?",
        ),
    ],
)
def test_why_a_thing_is_kept_back_is_no_other_matter(before: str, said: str, question: str) -> None:
    told = replace(line(said, StatementAct.EXEMPT), before=before)
    heard = unanswered(read(question), [told])
    assert heard is not None
    assert heard.line.text == said


def test_who_is_only_named_in_the_reason_has_nothing_left_open() -> None:
    said = "I am withholding the rent of the berth, as disclosure would prejudice the safety of the ferry crews."
    assert unanswered(read("How many ferry crews are there?"), [line(said, StatementAct.EXEMPT)]) is None


@pytest.mark.parametrize(
    ("told", "there", "more"),
    [
        (
            "The board counted 640 lost lobster pots. It does not know how many of the pots were lost in Wales.",
            "How many pots were lost in Wales?",
            "How many lobster pots in Wales were made of wire?",
        ),
        (
            "The clubs have 84 ferries. Officials were unable to say how many of the ferries were in Fife.",
            "How many of the ferries are in Fife?",
            "How many ferries in Fife had no radio?",
        ),
        (
            "The trams employ 900 drivers. It is not known how many of the drivers are in Scotland.",
            "How many drivers are in Scotland?",
            "How many drivers in Scotland speak Gaelic?",
        ),
    ],
)
def test_how_many_are_in_a_place_is_another_question_than_what_they_had_there(
    made: Callable[..., Desk], told: str, there: str, more: str
) -> None:
    desk = made(told)
    assert desk.ask(there).status is Status.NOT_KNOWN
    assert desk.ask(more).status is Status.NOT_IN_RECORD
