"""What is taken from a written question: said by whoever said it, and nothing from what is no answer or was cut."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.extract.written import ASKED
from corpus.formats.json_document import JsonDocument
from corpus.formats.written_questions import documents
from corpus.ingest import ingest_bytes
from corpus.ledger import Ledger
from corpus.records import Figure, LinkKind, Standing, Statement, StatementAct
from tests.corpus.question_pages import clipped, page, question

FILLING = "The Department mends lamps in every town of the county and has done so for many years without a break. "


@pytest.fixture
def put(tmp_path: Path) -> Any:
    def put(*rows: Any) -> Ledger:
        ledger = Ledger.open(tmp_path / "record", create=True)
        report = ingest_bytes(ledger, "questions.json", json.dumps(page(*rows)).encode())
        assert not report.reason
        assert not ledger.check()
        return ledger

    return put


def statements(ledger: Ledger) -> list[tuple[StatementAct, str, str, date | None]]:
    return [(s.act, s.speaker, s.role, s.said_on) for s in ledger.statements(source_id="wq-c-1")]


def answered(ledger: Ledger) -> list[Figure]:
    return [f for f in ledger.figures(source_id="wq-c-1") if f.note != ASKED]


def test_question_and_answer_are_said_by_those_who_said_them(put: Any) -> None:
    named: dict[str, Any] = {"askingMember": {"name": "Tom Wick"}, "answeringMember": {"name": "Ann Dray"}}
    ledger = put(question(answerText="<p>In 2030, 412 lamps were mended. The cost is not held centrally.</p>", **named))
    assert statements(ledger) == [
        (StatementAct.ASKED, "Tom Wick", "", date(2031, 3, 3)),
        (StatementAct.ANSWERED, "Ann Dray", "Department for Lamps", date(2031, 3, 11)),
        (StatementAct.NOT_CENTRAL, "Ann Dray", "Department for Lamps", date(2031, 3, 11)),
    ]
    (figure,) = answered(ledger)
    assert figure.value == 412
    assert (figure.said_by, figure.said_on) == ("Ann Dray", date(2031, 3, 11))
    assert figure.standing is Standing.MINISTERIAL_STATEMENT


def test_an_answer_without_a_name_is_the_bodys(put: Any) -> None:
    ledger = put(question())
    assert statements(ledger)[1][1:3] == ("Department for Lamps", "")


def test_a_number_that_only_the_question_gives_is_the_askers(put: Any) -> None:
    asked = "To ask the Secretary of State for Lamps, why 900 lamps were broken in 2030."
    ledger = put(question(questionText=asked, answerText="<p>It was the frost.</p>", askingMember={"name": "Tom Wick"}))
    (figure,) = ledger.figures(source_id="wq-c-1")
    assert figure.value == 900
    assert (figure.note, figure.said_by) == (ASKED, "Tom Wick")
    assert figure.standing is Standing.PARLIAMENTARY


@pytest.mark.parametrize(
    "told",
    [
        {"answerIsHolding": True},
        {"answerText": "Of the 412 lamps, it will not be possible to answer this question within the usual time."},
        {"answerText": None, "dateAnswered": None},
        {"isWithdrawn": True},
    ],
)
def test_what_is_no_answer_gives_neither_figure_nor_statement(put: Any, told: dict[str, Any]) -> None:
    ledger = put(question(**told))
    assert [s[0] for s in statements(ledger)] == [StatementAct.ASKED]
    assert not answered(ledger)
    assert not ledger.question("wq-c-1").refusals


def test_the_sentence_that_a_clip_cut_gives_nothing(put: Any) -> None:
    whole = "In 2030, 412 lamps were mended. " + FILLING * 3
    ledger = put(
        question(1, answerText=clipped(whole)),
        question(2, answerText=f"{whole[:235]}and 1,234 bollards"[:254] + "5..."),
    )
    for name in ("wq-c-1", "wq-c-2"):
        assert ledger.question(name).clipped
        assert [f.value for f in ledger.figures(source_id=name) if f.note != ASKED] == [412]
        assert not [s for s in ledger.statements(source_id=name) if s.text.endswith("...")]


def test_an_answer_that_is_all_one_cut_sentence_gives_nothing(put: Any) -> None:
    words = ("There were 412 lamps that " + "were mended and lit and " * 20)[:255] + "..."
    ledger = put(question(answerText=words))
    assert not answered(ledger)
    assert [s[0] for s in statements(ledger)] == [StatementAct.ASKED]


def test_table_cells_of_an_answer_are_figures(put: Any) -> None:
    table = (
        "<p>The table shows the number of lamps mended.</p><table><tr><th>Town</th><th>2029</th><th>2030</th></tr>"
        "<tr><td>Rye</td><td>1,204</td><td>12</td></tr></table>"
    )
    assert [f.value for f in answered(put(question(answerText=table)))] == [1204, 12]


def test_the_figures_of_a_corrected_answer_correct_the_original_ones(put: Any) -> None:
    ledger = put(
        question(
            answerText="<p>In 2030, 412 lamps were mended and 30 bollards were mended.</p>",
            originalAnswerText="<p>In 2030, 421 lamps were mended and 30 bollards were mended.</p>",
            answerIsCorrection=True,
            dateAnswerCorrected="2031-03-20T00:00:00",
        )
    )
    by_id = {f.id: f for f in ledger.figures()}
    told = {(k.kind, by_id[k.from_id].value, by_id[k.to_id].value) for k in ledger.links(by_id)}
    assert told == {(LinkKind.CORRECTS, 412, 421), (LinkKind.RESTATES, 30, 30)}
    assert {f.said_on for f in by_id.values() if f.value == 412} == {date(2031, 3, 20)}
    assert {f.said_on for f in by_id.values() if f.value == 421} == {date(2031, 3, 11)}
    (link,) = ledger.links(["wq-c-1"])
    assert (link.kind, link.from_id, link.to_id) == (LinkKind.SUPERSEDES, "wq-c-1-corrected", "wq-c-1")


def test_every_span_reads_as_what_it_says(put: Any) -> None:
    ledger = put(question(), question(2, answerText="<p>Not held.</p><p>See Question 4001 of 11 March 2031.</p>"))
    said: tuple[Statement, ...] = ledger.statements()
    assert all(s.span.of(ledger.text(s.source_id)) == s.text for s in said)


def test_the_dispatcher_knows_the_questions() -> None:
    content = json.dumps(page(question())).encode()
    (one,) = JsonDocument().read(content, Path("q.json"))
    (same,) = documents(page(question()), Path("q.json"))
    assert one == same
