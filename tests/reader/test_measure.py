"""How answers over held-back passages are judged, and that the passages hold what their authors marked."""

from __future__ import annotations

import json

import pytest

from bot.answer import Answer, SaidFigure, Status
from tests.reader.measure import HELD, judged

TEXT = "Of the 410 buoys, 12 sank in May. Anna Lund apologised."


def answer(status: Status, text: str = "", *values: str) -> Answer:
    figures = tuple(SaidFigure(v, "", "exactly", (1,)) for v in values)
    return Answer(question="?", status=status, text=text, citations=(), interpretation="", figures=figures)


@pytest.mark.parametrize(
    ("marked", "kind", "given", "stood"),
    [
        ("12 sank", "figure", answer(Status.ANSWERED, "12.", "12"), "right"),
        ("12 sank", "figure", answer(Status.ANSWERED, "410.", "410"), "wrong"),
        ("12 sank", "figure", answer(Status.ANSWERED, "12 sank"), "wrong"),
        ("12 sank", "figure", answer(Status.NOT_IN_RECORD), "silent"),
        ("Anna Lund", "who", answer(Status.ANSWERED, "anna lund."), "right"),
        ("Anna Lund", "who", answer(Status.ANSWERED, "The board."), "wrong"),
        (None, "figure", answer(Status.NOT_IN_RECORD), "right"),
        (None, "figure", answer(Status.ANSWERED, "12.", "12"), "wrong"),
    ],
)
def test_an_answer_is_held_against_what_the_author_marked(
    marked: str | None, kind: str, given: Answer, stood: str
) -> None:
    assert judged(TEXT, {"q": "?", "answer": marked, "kind": kind}, given) == stood


def test_every_marked_answer_stands_once_in_its_passage() -> None:
    passages = [json.loads(line) for f in HELD.glob("*.jsonl") for line in f.read_text(encoding="utf-8").splitlines()]
    assert len(passages) >= 100
    for passage in passages:
        for question in passage["questions"]:
            assert question["answer"] is None or passage["text"].count(question["answer"]) == 1
