"""What departments refused to answer: counted over every answer, each one cited, and nothing else taken for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bot.answer import Status
from bot.desk import Desk
from bot.gate import check
from bot.refused import read_refused
from corpus.ingest import ingest_bytes
from corpus.ledger import Ledger
from corpus.questions import Ground
from tests.corpus.question_pages import clipped, page, question

COST = "To count them could only be done at disproportionate cost."
CENTRAL = "The information requested is not held centrally."
BODIES = ("Department for Lamps", "Department of Health and Social Care", "Home Office")
FILLING = "The Department mends lamps in every town. " * 8


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    rows = [
        question(1, answerText=f"<p>There were 412. {COST}</p>"),
        question(
            2, answerText=f"<p>{CENTRAL}</p>", heading="Bollards", questionText="To ask how many bollards were lit."
        ),
        question(3, answerText=f"<p>{COST}</p>", dateAnswered="2031-04-02T00:00:00"),
        question(4, answerText=f"<p>{CENTRAL}</p>", answeringBodyName="Home Office"),
        question(5, answerText=clipped(f"{CENTRAL} {FILLING}")),
        question(6, answerText=f"<p>{COST}</p>", answerIsHolding=True),
        question(7, answerText=f"<p>{COST}</p>", dateAnswered=None),
        question(8),
    ]
    ledger = Ledger.open(tmp_path / "record", create=True)
    assert not ingest_bytes(ledger, "q.json", json.dumps(page(*rows)).encode()).reason
    with Desk(ledger) as made:
        yield made


@pytest.mark.parametrize(
    ("asked", "total", "parts"),
    [
        ("What has the Department for Lamps refused to answer, and why?", "5",
         {"disproportionate cost": 3, "held, but not centrally": 2}),
        ("What did the Department for Lamps refuse to answer in March 2031 on grounds of cost?", "1",
         {"disproportionate cost": 1}),
        ("What has the department refused to answer, and why?", "6",
         {"disproportionate cost": 3, "held, but not centrally": 3}),
        ("How many questions has the Home Office declined to answer?", "1", {"held, but not centrally": 1}),
        ("Which questions were refused because the information is not held centrally?", "3",
         {"held, but not centrally": 3}),
        ("What has the Department for Lamps refused to answer about bollards?", "1", {"held, but not centrally": 1}),
        ("What did the Department for Lamps refuse to answer since April 2031?", "1", {"disproportionate cost": 1}),
    ],
)  # fmt: skip
def test_refusals_are_counted_by_ground(desk: Desk, asked: str, total: str, parts: dict[str, int]) -> None:
    answer = desk.ask(asked)
    assert answer.status is Status.COMPUTED, answer.reasons
    assert answer.derivation is not None
    assert answer.derivation.result == total
    assert {p.label: int(p.value) for p in answer.derivation.parts} == parts
    assert len(answer.derivation.operands) == int(total)
    assert {o.citation for o in answer.derivation.operands} <= {c.n for c in answer.citations}


def test_nothing_refused_is_said_to_be_so(desk: Desk) -> None:
    answer = desk.ask("What did the Home Office refuse to answer on grounds of cost?")
    assert answer.status is Status.NOT_IN_RECORD
    assert "No answer by the Home Office" in answer.text


def test_what_was_refused_later_is_not_yet_refused(desk: Desk) -> None:
    answer = desk.ask("What has the department refused to answer on grounds of cost?", date(2031, 3, 31))
    assert answer.derivation is not None
    assert answer.derivation.result == "1"


def test_it_says_how_much_was_counted_and_what_may_be_lacking(desk: Desk) -> None:
    answer = desk.ask("What did the Department for Lamps refuse to answer in March 2031?")
    told = " ".join(answer.caveats)
    assert "Counted over all 4 answers" in told
    assert "Of 1 of them the record holds only the first 255 characters" in told
    assert "1 further answers are left out" in told


def test_the_gate_reads_every_refusal_again(desk: Desk) -> None:
    answer = desk.ask("What has the Department for Lamps refused to answer?")
    worked = answer.derivation
    assert worked is not None
    assert not check(answer, desk.ledger.text)
    moved = replace(worked.operands[0], label=str(Ground.EXEMPT))
    for wrong in (
        replace(worked, operands=(moved, *worked.operands[1:])),
        replace(worked, operands=worked.operands[1:]),
        replace(worked, operands=(*worked.operands, worked.operands[0])),
        replace(worked, parts=(replace(worked.parts[0], value=Decimal(9)), *worked.parts[1:])),
        replace(worked, result="9"),
    ):
        assert check(replace(answer, derivation=wrong), desk.ledger.text)


@pytest.mark.parametrize(
    ("asked", "bodies", "ground"),
    [
        ("What did the DHSC refuse to answer because of commercial confidentiality?", BODIES[1:2], Ground.EXEMPT),
        ("What has the Lamps department declined to answer?", BODIES[:1], None),
        ("What information was withheld in the public interest?", BODIES, Ground.EXEMPT),
        ("What would ministers not answer?", BODIES, None),
        ("Which questions were refused as a matter for another department?", BODIES, Ground.TRANSFERRED),
    ],
)
def test_who_is_asked_about_and_on_which_ground(asked: str, bodies: tuple[str, ...], ground: Ground | None) -> None:
    found = read_refused(asked, BODIES, date(2031, 5, 1))
    assert found is not None
    assert (found.bodies, found.ground) == (bodies, ground)


@pytest.mark.parametrize(
    "asked",
    [
        "What did Ann Dray refuse to say?",
        "How many visas were refused in 2030?",
        "How many lamps did the Department for Lamps mend?",
        "What did the Home Office say about lamps?",
        "Why did she refuse to resign?",
        "How many asylum claims has the Home Office refused?",
        "",
    ],
)
def test_other_questions_are_left_to_others(asked: str) -> None:
    assert read_refused(asked, BODIES, date(2031, 5, 1)) is None


def test_an_answer_that_rests_on_a_clipped_one_says_so(desk: Desk) -> None:
    answer = desk.ask("What did the Department for Lamps refuse to answer in March 2031 as not held centrally?")
    assert any("only the first 255 characters of this answer [" in c for c in answer.caveats)


def test_an_answer_from_one_since_corrected_says_so(tmp_path: Path) -> None:
    told: dict[str, Any] = {"answerIsCorrection": True, "dateAnswerCorrected": "2031-03-20T00:00:00"}
    rows = [
        question(1, answerText="<p>In 2030, 412 lamps were mended.</p>"),
        question(1, answerText="<p>In 2030, all the lamps in the county were repainted.</p>", **told),
    ]
    ledger = Ledger.open(tmp_path / "record", create=True)
    for n, row in enumerate(rows):
        assert not ingest_bytes(ledger, f"{n}.json", json.dumps(page(row)).encode()).reason
    with Desk(ledger) as desk:
        asked = "How many lamps were mended in 2030?"
        answer = desk.ask(asked)
        assert [f.value for f in answer.figures] == ["412"]
        assert any("was corrected on 20 March 2031" in c for c in answer.caveats)
        assert not any("was corrected" in c for c in desk.ask(asked, date(2031, 3, 12)).caveats)


def test_a_number_that_only_a_question_gives_is_no_answer(tmp_path: Path) -> None:
    row = question(questionText="To ask the Secretary of State for Lamps, why 900 lamps were broken in 2030.")
    ledger = Ledger.open(tmp_path / "record", create=True)
    assert not ingest_bytes(ledger, "q.json", json.dumps(page({**row, "answerText": "<p>Frost.</p>"})).encode()).reason
    with Desk(ledger) as desk:
        assert not desk.ask("How many lamps were broken in 2030?").figures


def test_a_question_is_no_answer_to_another(tmp_path: Path) -> None:
    asked = "To ask the Secretary of State for Lamps, what steps she takes to mend the lamps of Rye."
    row = question(questionText=asked, answerText="<p>Our plans will be told in May.</p>")
    ledger = Ledger.open(tmp_path / "record", create=True)
    assert not ingest_bytes(ledger, "q.json", json.dumps(page(row)).encode()).reason
    with Desk(ledger) as desk:
        answer = desk.ask("What steps are taken to mend the lamps of Rye?")
        assert "To ask" not in answer.text


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ("What was the answer to question 4008?", Status.ANSWERED, "In 2030, 412 lamps were mended."),
        ("What did the Department for Lamps reply to PQ 4002?", Status.ANSWERED, CENTRAL),
        ("What was the answer to question 4006?", Status.NOT_IN_RECORD, "Only a holding answer is held"),
    ],
)
def test_an_answer_is_found_by_its_number(desk: Desk, asked: str, status: Status, words: str) -> None:
    answer = desk.ask(asked)
    assert answer.status is status, answer.reasons
    assert words in answer.text
    assert answer.citations


def test_a_number_of_two_sessions_gives_both_answers_unless_the_day_is_named(tmp_path: Path) -> None:
    later = question(2, uin="4001", dateTabled="2033-05-05T00:00:00", dateAnswered="2033-05-09T00:00:00")
    rows = [question(1), {**later, "answerText": "<p>In 2032, 77 lamps were mended.</p>"}]
    ledger = Ledger.open(tmp_path / "record", create=True)
    assert not ingest_bytes(ledger, "q.json", json.dumps(page(*rows)).encode()).reason
    with Desk(ledger) as desk:
        both = desk.ask("What was the answer to question 4001?")
        assert "412" in both.text
        assert "77" in both.text
        one = desk.ask("What was the answer of 9 May 2033 to question 4001?")
        assert "77" in one.text
        assert "412" not in one.text


def test_a_thousand_refusals_are_written_as_figures_are(tmp_path: Path) -> None:
    rows = [question(n, answerText=f"<p>{CENTRAL}</p>") for n in range(1, 1_012)]
    with Ledger.open(tmp_path / "record", create=True) as ledger:
        assert not ingest_bytes(ledger, "q.json", json.dumps(page(*rows)).encode()).reason
        answer = Desk(ledger).ask("What has the department refused to answer, and why?")
    assert answer.status is Status.COMPUTED, answer.reasons
    assert (answer.headline, answer.figures[0].value) == ("1,011 refusals", "1011")
    assert answer.derivation is not None
    assert answer.derivation.expression.endswith("= 1,011")
    assert "1,011 held, but not centrally" in answer.text
