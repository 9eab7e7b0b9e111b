"""The JSON that an answer becomes: exactly these keys, in this order, with values that may be read by a machine."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.answer import Answer, Citation, Derivation, Operand, SaidFigure, Status
from bot.desk import Desk

KEYS = ["id", "question", "status", "text", "figures", "derivation", "citations", "interpretation", "as_of", "as_at"]
KEYS += ["caveats", "supersedes", "conflicts", "nearest", "elapsed_ms"]
FIGURE = ["value", "unit", "qualifier", "citations"]
DERIVATION = ["operation", "expression", "operands", "result", "rounding"]
CITATION = ["n", "source", "quote", "start", "end"]
SOURCE = ["id", "title", "kind", "published", "reference"]

QUESTIONS = [
    "How many offenders did officials lose track of?",
    "What share of the offenders had been found?",
    "How many rapists and burglars were released?",
    "How much was the contractor paid?",
    "How many were foreign nationals?",
    "What did Peter Mallory say?",
    "How many beds were closed?",
    "Should the minister resign?",
    "How many lighthouses were painted?",
    "",
]
LIBRARY = [
    "How many releases occurred after August 2005?",
    "How many foreign national prisoners were released without consideration of deportation?",
    "How many were released in Scotland?",
    "What share of the 1,023 were released after August 2005?",
]


def in_order(given: list[str], wanted: list[str]) -> bool:
    """Whether WANTED stand in GIVEN in their order, with or without others between them."""
    return [k for k in given if k in wanted] == wanted


def keeps_to_the_contract(given: dict[str, Any]) -> None:
    assert list(given) == KEYS
    assert given["status"] in list(Status)
    for figure in given["figures"]:
        assert list(figure) == FIGURE
        assert re.fullmatch(r"-?\d+(\.\d+)?%?", figure["value"]), figure
        assert figure["unit"]
        assert figure["qualifier"]
        assert set(figure["citations"]) <= {c["n"] for c in given["citations"]}
    for citation in given["citations"]:
        assert list(citation) == CITATION
        assert in_order(list(citation["source"]), SOURCE)
        assert citation["end"] - citation["start"] == len(citation["quote"])
    if given["derivation"]:
        assert list(given["derivation"]) == DERIVATION
        for operand in given["derivation"]["operands"]:
            assert list(operand) == ["value", "citation"]
            assert re.fullmatch(r"-?\d+(\.\d+)?", operand["value"]), operand
    assert {c["n"] for c in given["citations"]} == set(range(1, len(given["citations"]) + 1))
    assert isinstance(given["elapsed_ms"], int)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_keeps_to_the_contract(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    given = json.loads(json.dumps(answer.to_json(), ensure_ascii=False))
    keeps_to_the_contract(given)
    assert given["question"] == question
    for citation in given["citations"]:
        assert desk.ledger.text(citation["source"]["id"])[citation["start"] : citation["end"]] == citation["quote"]


@pytest.mark.parametrize("question", LIBRARY)
def test_every_answer_from_the_library_keeps_to_it_too(library: Desk, question: str) -> None:
    keeps_to_the_contract(library.ask(question).to_json())


def test_every_footnote_of_a_text_is_a_citation_and_every_figure_cites(desk: Desk, library: Desk) -> None:
    for one, questions in ((desk, QUESTIONS), (library, LIBRARY)):
        for question in questions:
            answer = one.ask(question)
            numbers = {c.n for c in answer.citations}
            assert {int(n) for n in re.findall(r"\[(\d+)\]", answer.text)} <= numbers, question
            assert all(f.citations for f in answer.figures), question


def test_the_same_question_of_the_same_record_gets_the_same_answer(desk: Desk) -> None:
    for question in QUESTIONS:
        first, second = desk.ask(question).to_json(), desk.ask(question).to_json()
        assert {**first, "elapsed_ms": 0} == {**second, "elapsed_ms": 0}


def test_each_value_is_written_as_a_machine_reads_it() -> None:
    citation = Citation(
        1, "s", "Lamps", "Board", "letter", True, date(2006, 4, 26), "col 1", "", "the 1,023 lamps", 4, 19
    )
    answer = Answer(
        id="q1",
        question="How many?",
        status=Status.COMPUTED,
        text="735 [1]",
        figures=(SaidFigure("735", "lamps", "exactly", (1,)),),
        derivation=Derivation("difference", "1,023 − 288 = 735", (Operand(Decimal("1023"), 1),), "735"),
        citations=(citation,),
        as_of=date(2006, 4, 30),
        as_at="2006-04-26",
    )
    given = answer.to_json()
    keeps_to_the_contract(given)
    assert (given["id"], given["status"], given["as_of"], given["as_at"]) == (
        "q1",
        "computed",
        "2006-04-30",
        "2006-04-26",
    )
    assert given["citations"][0]["source"]["published"] == "2006-04-26"
    assert given["derivation"]["operands"] == [{"value": "1023", "citation": 1}]
    assert given["derivation"]["rounding"] is None


def test_a_bare_answer_has_every_key() -> None:
    given = Answer("?", Status.NOT_IN_RECORD, "No.").to_json()
    assert list(given) == KEYS
    assert (given["figures"], given["derivation"], given["citations"], given["as_of"]) == ([], None, [], None)
