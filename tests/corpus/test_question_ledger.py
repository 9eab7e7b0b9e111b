"""The ledger gives back every written question as it was put in, and finds what one refers to in whichever order."""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.extract.references import references
from corpus.formats import Document
from corpus.formats.written_questions import documents
from corpus.ledger import Entry, Ledger, opening
from corpus.questions import Ground, QuestionState, WrittenQuestion
from corpus.records import Link, LinkKind, Source, SourceKind, Span
from tests.corpus.question_pages import page, question

FOLLOWING = "To ask the Secretary of State for Lamps, pursuant to the Answer of 11 March 2031 to Question 4001, why."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "record", create=True) as made:
        yield made


def entry(document: Document) -> Entry:
    """A question without what is found in its prose."""
    assert document.question is not None
    meta = document.meta
    kind = meta.kind or SourceKind.DOCUMENT
    source = Source(
        document.question.source_id, meta.title or "", meta.publisher or "", kind, meta.published, "", "", "0" * 64
    )
    return Entry(source, document.text, links=document.links, questions=(document.question,))


def put(ledger: Ledger, *rows: Any) -> tuple[WrittenQuestion, ...]:
    entries = [entry(d) for d in documents(page(*rows), Path("q.json"))]
    ledger.put_all(entries)
    return tuple(q for e in entries for q in e.questions)


def test_a_question_comes_back_as_it_was_put_in(ledger: Ledger) -> None:
    refused = "<p>I refer the hon. Member to the answer of 4 March to Question 12. It is not held centrally.</p>"
    told = {"groupedQuestions": ["4002"], "attachments": [{"title": "Lamps “by town”"}], "isNamedDay": True}
    made = put(ledger, question(1, answerText=refused, **told), question(2, answerText=None, dateAnswered=None))
    assert made[0].refusals
    assert made[0].references
    assert ledger.questions_of(["wq-c-2", "none", "wq-c-1"]) == made[::-1]
    assert ledger.question("wq-c-1") == made[0]
    with pytest.raises(KeyError):
        ledger.question("none")
    assert not ledger.check()


def test_a_question_is_found_by_number_by_uin_and_day(ledger: Ledger) -> None:
    made = put(ledger, question(1), question(2, uin="4001", dateTabled="2033-05-05T00:00:00", dateAnswered=None))
    assert ledger.question_by_number("Commons", 2) == made[1]
    assert ledger.question_by_number("Lords", 2) is None
    assert ledger.questions_by_uin("4001") == made
    assert ledger.questions_by_uin("4001", date(2031, 3, 11)) == made[:1]
    assert ledger.questions_by_uin("4001", date(2033, 5, 5)) == made[1:]
    assert ledger.questions_by_uin("4001", date(2032, 1, 1)) == ()


def test_questions_are_gone_through_by_body_ground_and_time(ledger: Ledger) -> None:
    cost, central = "This would incur disproportionate cost.", "The information is not held centrally."
    put(
        ledger,
        question(1, answerText=cost),
        question(2, answerText=central, answeringBodyName="Treasury"),
        question(3, answerText=f"{cost} {central}", dateAnswered="2031-04-01T00:00:00"),
        question(4),
    )

    def found(**asked: Any) -> list[int]:
        return [q.number for q in ledger.each_question(**asked)]

    assert found() == [1, 2, 3, 4]
    assert found(body="Treasury") == [2]
    assert found(ground=Ground.COST) == [1, 3]
    assert found(ground=Ground.NOT_CENTRAL, body="Department for Lamps") == [3]
    assert found(first=date(2031, 3, 12)) == [3]
    assert found(last=date(2031, 3, 11)) == [1, 2, 4]
    assert ledger.question_bodies() == {"Department for Lamps": 3, "Treasury": 1}


CORRECTED: dict[str, Any] = {"answerIsCorrection": True, "dateAnswerCorrected": "2031-03-20T00:00:00"}


@pytest.mark.parametrize("order", list(itertools.permutations(range(2))))
def test_a_corrected_answer_stands_for_the_question_whichever_came_first(ledger: Ledger, order: Sequence[int]) -> None:
    rows = [question(answerText="421 lamps."), question(answerText="412 lamps.", **CORRECTED)]
    for n in order:
        put(ledger, rows[n])
    (now,) = ledger.each_question()
    assert now.state is QuestionState.CORRECTED
    assert ledger.question_by_number("Commons", 1) == now
    assert ledger.questions_superseded(["wq-c-1", "wq-c-1-corrected"]) == {"wq-c-1": now}
    assert ledger.question("wq-c-1").state is QuestionState.ANSWERED


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_reference_is_resolved_whichever_is_put_in_first(ledger: Ledger, order: Sequence[int]) -> None:
    rows = [
        question(1),
        question(2, questionText=FOLLOWING, uin="5000"),
        question(3, uin="4001", dateTabled="2033-05-05T00:00:00", dateAnswered="2033-05-09T00:00:00"),
    ]
    for n in order:
        put(ledger, rows[n])
    link = Link(LinkKind.FOLLOWS, "wq-c-2", "wq-c-1", "", "wq-c-2")
    assert ledger.questions_referred(["wq-c-2"]) == (link,)
    assert ledger.questions_referring(["wq-c-1", "wq-c-3"]) == (link,)
    put(ledger, {**question(1), **CORRECTED})
    assert [k.to_id for k in ledger.questions_referred(["wq-c-2"])] == ["wq-c-1-corrected"]
    ledger.remove("wq-c-1-corrected")
    assert ledger.questions_referred(["wq-c-2"]) == (link,)


def told(words: str, *, answer: bool = False) -> list[tuple[str, str, date | None]]:
    asked = "How many lamps?"
    text = f"{asked}\n\n{words}\n" if answer else f"{words}\n"
    part = Span(len(asked) + 2, len(text) - 1)
    one = WrittenQuestion(
        "s", "Commons", 1, "77", "", "", date(2031, 3, 3), Span(0, len(asked) if answer else len(text) - 1),
        part if answer else None, answered=date(2031, 3, 11),
    )  # fmt: skip
    found = references(text, one)
    assert all(r.column or r.span.of(text).replace(" ", "").upper() == r.uin or "/" in r.span.of(text) for r in found)
    return [(r.kind.name, r.uin or r.column, r.day) for r in found]


DAY = date(2031, 2, 20)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("pursuant to the Answer of 20 February 2031 to Question 4982, why", [("FOLLOWS", "4982", DAY)]),
        ("Pursuant to the answer of 20 February 2031, to Question 4982, on Lamps, why", [("FOLLOWS", "4982", DAY)]),
        ("further to his Answer of 20 February to Question HL 12 on Lamps", [("FOLLOWS", "HL12", DAY)]),
        ("with reference to the Answer of 20 February 2031 to Question 4982", [("REFERS_TO", "4982", DAY)]),
        ("I refer the hon. Member to the answer I gave on 20th February to PQ4982.", [("REFERS_TO", "4982", DAY)]),
        ("I refer my hon. Friend to the answer given to Question UIN 4982 on 20 February 2031.",
         [("REFERS_TO", "4982", DAY)]),
        ("I refer back to my previous answer to UIN 4982 on 20th February", [("REFERS_TO", "4982", DAY)]),
        ("I refer the hon. Member to my previous answer provided to 4982 on 20 February 2031.",
         [("REFERS_TO", "4982", DAY)]),
        ("as set out in the response to Written Question 4982, answered on 20 February", [("REFERS_TO", "4982", DAY)]),
        ("the Answer of 20 February 2031 to Questions 1, 2 and 3 on Lamps",
         [("REFERS_TO", n, DAY) for n in ("1", "2", "3")]),
        ("the Answers of 20 and 21 February 2031 to Questions 4982 and 4990",
         [("REFERS_TO", "4982", DAY), ("REFERS_TO", "4990", date(2031, 2, 21))]),
        ("the Answers of 20 February 2031 to Question 4982 and 21 February 2031 to Question 11, why",
         [("REFERS_TO", "4982", DAY), ("REFERS_TO", "11", date(2031, 2, 21))]),
        ("the Answers of 20 and 21 February 2031 to Questions 1, 2 and 3",
         [("REFERS_TO", n, date(2031, 2, d)) for n in ("1", "2", "3") for d in (20, 21)]),
        ("see https://questions-statements.parliament.uk/written-questions/detail/2031-02-20/4982",
         [("REFERS_TO", "4982", DAY)]),
        ("I refer the hon. Member to PQ 4982.", [("REFERS_TO", "4982", None)]),
        ("the answer of 20 February 2031, Official Report, column 123W.", [("REFERS_TO", "123W", DAY)]),
        ("the answer of 31 December to Question 5", [("REFERS_TO", "5", date(2030, 12, 31))]),
        ("the answer of 31 February 2031 to Question 5", [("REFERS_TO", "5", None)]),
        ("what steps he took in 2030 to mend 4982 lamps on 20 February 2031", []),
        ("the Answer of 20 February 2031 to Question 1,204,000", []),
        ("the Question 77 that was tabled on 3 March 2031", []),
    ],
)  # fmt: skip
def test_references_are_read(words: str, expected: list[tuple[str, str, date | None]]) -> None:
    assert told(words) == expected
    assert told(words, answer=True) == expected


def test_an_older_ledger_holds_no_questions_until_it_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(tmp_path, create=True) as ledger:
        put(ledger, question())
    with sqlite3.connect(tmp_path / opening.DATABASE) as raw:
        raw.execute("UPDATE meta SET value = '2' WHERE name = 'schema_version'")
        for table in ("refusal", "reference", "question"):
            raw.execute(f"DROP TABLE {table}")
    monkeypatch.setattr(opening, "writable", lambda folder: False)
    with Ledger.open(tmp_path) as ledger:
        assert list(ledger.each_question()) == []
        assert ledger.questions_of(["wq-c-1"]) == ()
        assert ledger.question_bodies() == {}
        assert not ledger.questions_by_uin("4001")
        assert not ledger.questions_referred(["wq-c-1"])
    monkeypatch.undo()
    with Ledger.open(tmp_path) as ledger:
        made = put(ledger, question(), question(2))
        assert tuple(ledger.each_question()) == made


def test_a_question_outside_its_text_is_never_stored(ledger: Ledger) -> None:
    (document,) = documents(page(question()), Path("q.json"))
    good = entry(document)
    bad = replace(good, questions=(replace(good.questions[0], answer=Span(0, 999)),))
    with pytest.raises(ValueError, match="question 4001 runs past its text"):
        ledger.put_all([bad])
    with pytest.raises(ValueError, match="belongs to source elsewhere"):
        ledger.put_all([replace(good, questions=(replace(good.questions[0], source_id="elsewhere"),))])


def test_the_departments_own_links_lead_to_the_right_questions(ledger: Ledger, shared: Path) -> None:
    """Of the pairs that the departments themselves linked, every one is resolved, and none to another question."""
    folder = shared / "data/written-questions"
    pairs = [
        json.loads(line)
        for name in ("links-pursuant", "links-refer")
        for line in (folder / f"{name}.jsonl").read_text().splitlines()
    ]
    for path in sorted(folder.glob("*.json")):
        ledger.put_all([entry(d) for d in documents(json.loads(path.read_bytes()), path)])
    texts = {(q.uin, q.number): q for q in ledger.each_question()}
    found = 0
    for pair in pairs:
        one = texts[(pair["q_uin"], pair["q_id"])]
        led = ledger.questions_of(k.to_id for k in ledger.questions_referred([one.source_id]))
        found += any(q.number == pair["ref_id"] for q in led)
        for other in led:  # each is of a number and a day that the words themselves tell
            days = {other.tabled, other.answered, other.held, other.corrected}
            assert any(r.uin == other.uin and r.day in days for r in one.references)
    assert len(pairs) == 322
    assert found == len(pairs)
