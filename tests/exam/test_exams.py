"""Every exam is sat in this process: no figure that nothing bears out, and no fewer right than there were.

``least`` in exams.yaml is how many answers of an exam must be right; raise it when more are. Of an exam whose group
is ``held`` only the score is told, never a question.
"""

from __future__ import annotations

import json
import logging
import sys
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.answer import Answer, Citation, SaidFigure, Status
from bot.desk import Desk
from bot.intake import caught_up, indexed, put_in, told_of
from bot.opening import put_library
from corpus.ledger import Ledger
from corpus.reports import Outcome
from tests.exam.scoring import Row, judge, unbacked

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SHARED = ROOT.parent / "shared"
LISTED: dict[str, list[dict[str, Any]]] = YAML(typ="safe").load(HERE / "exams.yaml")
EXAMS = {e["file"]: e for e in [*LISTED["exams"], *LISTED["given"]]}


def place(path: str) -> Path:
    """A path of the list: from here, or from the project's root where it leads to the shared folder."""
    return ROOT / path if path.startswith("../") else HERE / path


def needs_shared(exam: dict[str, Any]) -> bool:
    return any(path.startswith("../") for path in (exam["file"], *exam["ingest"]))


def cut(page: Path, exam: dict[str, Any], folder: Path) -> Path:
    """A page of written questions with those that EXAM names, and so many others from its beginning, in FOLDER."""
    rows = json.loads(page.read_text(encoding="utf-8"))["results"]
    named = {str(uin) for uin in exam["questions"]}
    asked = [row for row in rows if row["value"]["uin"] in named]
    others = [row for row in rows if row["value"]["uin"] not in named][: exam["others"]]
    made = folder / page.name
    made.write_text(json.dumps({"results": [*others, *asked]}), encoding="utf-8")
    return made


@cache
def sitting(file: str) -> tuple[Row, ...]:
    """The exam FILE, asked over a fresh record of its own documents."""
    exam = EXAMS[file]
    if needs_shared(exam) and not SHARED.is_dir():
        pytest.skip("needs the shared folder beside the repository (../shared), which is not there")
    items = [json.loads(line) for line in place(file).read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder, Desk(Ledger.open(Path(folder) / "record", create=True)) as desk:
        if exam["library"]:
            put_library(desk.ledger)
            indexed(desk.ledger)
        paths = [place(path) for path in exam["ingest"]]
        if "questions" in exam:
            paths = [cut(path, exam, Path(folder)) for path in paths]
        if paths:
            put = put_in(desk.ledger, paths, told_of(None, None, None, exam.get("published")))
            assert not put.of(Outcome.REFUSED)
            caught_up(desk.ledger)
        return tuple(row(desk, item) for item in items)


def row(desk: Desk, item: dict[str, Any]) -> Row:
    day = date.fromisoformat(item["as_of"]) if item.get("as_of") else None
    answer = json.loads(json.dumps(desk.ask(item["q"], day).to_json()))
    return Row(item, answer, judge(item, answer), unbacked(answer))


def report(exam: dict[str, Any], rows: tuple[Row, ...]) -> str:
    right = sum(1 for r in rows if not r.wrong)
    score = f"{exam['file']}: {right} of {len(rows)} right, {sum(len(r.bare) for r in rows)} unbacked figures"
    if exam["group"] == "held":
        return score
    return "\n".join([score, *(f"  {r}" for r in rows if r.wrong or r.bare)])


@pytest.fixture(autouse=True)
def no_log(monkeypatch: pytest.MonkeyPatch) -> None:
    """A withdrawal is logged with its question, which of a held exam nobody may read."""
    monkeypatch.setattr(logging.getLogger("despatch"), "disabled", True)
    monkeypatch.setattr(logging.getLogger("despatch.gate"), "disabled", True)


@pytest.mark.parametrize("file", EXAMS)
def test_an_exam_has_no_unbacked_figure_and_gets_no_worse(file: str) -> None:
    rows, exam = sitting(file), EXAMS[file]
    told = report(exam, rows)
    print(told)
    assert not [r for r in rows if r.bare], told
    assert sum(1 for r in rows if not r.wrong) >= exam["least"], told


@pytest.mark.parametrize("file", EXAMS)
def test_our_scoring_agrees_with_the_shared_scorer(file: str, shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(shared / "exam"))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    import score  # type: ignore[import-not-found, unused-ignore]

    for r in sitting(file):
        theirs = score.judge(r.item, r.answer)
        assert bool(theirs) == bool(r.wrong), r.item["id"]
        assert len(score.unbacked(r.answer)) == len(r.bare), r.item["id"]


def test_every_exam_has_a_score_that_it_must_reach() -> None:
    for file, exam in EXAMS.items():
        if not needs_shared(exam) or SHARED.is_dir():
            lines = place(file).read_text(encoding="utf-8").splitlines()
            assert 0 < exam["least"] <= len(lines), file


def answer(text: str, *values: str, quote: str = "Some 1,023 lamps, of which 15.64% were lit.") -> dict[str, Any]:
    """An answer that says TEXT and cites QUOTE."""
    cited = Citation(1, "s", "Lamps", "", "letter", True, None, "", "", quote, 0, len(quote))
    figures = tuple(SaidFigure(v, "lamps", "exactly", (1,)) for v in values)
    return Answer("How many lamps?", Status.ANSWERED, text, figures=figures, citations=(cited,)).to_json()


ITEM = {"id": "x", "q": "How many lamps?", "status": ["answered"], "values": ["1023"]}


@pytest.mark.parametrize(
    ("item", "given", "short"),
    [
        ({}, answer("1,023 lamps [1]", "1023"), 0),
        ({}, answer("1,024 lamps [1]", "1024"), 1),
        ({}, answer("1,023 lamps [1]"), 1),
        ({"status": ["declined"]}, answer("1,023 lamps", "1023"), 1),
        ({"values": ["15.6%"]}, answer("15.64% [1]", "15.64%"), 0),
        ({"values": ["15.5%"]}, answer("15.64% [1]", "15.64%"), 1),
        ({"values": ["15.6%"]}, answer("15.6 [1]", "15.6"), 1),
        ({"not_values": ["9"]}, answer("1,023, nine of them", "1023"), 1),
        ({"not_values": ["29"]}, answer("1,023, twenty-nine of them", "1023"), 1),
        ({"qualifier": ["exactly"]}, answer("1,023", "1023"), 0),
        ({"qualifier": ["about"]}, answer("1,023", "1023"), 1),
        ({"operands": ["5"]}, answer("1,023", "1023"), 0),
        ({"operands": ["5"], "values": ["7"]}, answer("1,023", "1023"), 2),
        ({"text": ["LAMPS"]}, answer("1,023 lamps", "1023"), 0),
        ({"text": ["lights"]}, answer("1,023 lamps", "1023"), 1),
        ({"text_any": ["lights", "lamps"]}, answer("1,023 lamps", "1023"), 0),
        ({"text_any": ["lights", "fires"]}, answer("1,023 lamps", "1023"), 1),
        ({"quote": "1,023 lamps"}, answer("1,023", "1023"), 0),
        ({"quote": "1,024 lamps"}, answer("1,023", "1023"), 1),
        ({"shows": ["15.6%"]}, answer("1,023", "1023"), 0),
        ({"shows": ["99"]}, answer("1,023", "1023"), 1),
    ],
    ids=range(21),
)
def test_what_falls_short_is_told(item: dict[str, Any], given: dict[str, Any], short: int) -> None:
    assert len(judge(ITEM | item, given)) == short


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("1,023 lamps [1] [2], said on 26 April 2006-04-26", ()),
        ("15.6% of 1,023", ()),
        ("1,024 lamps", ("1024",)),
        ("twelve lamps", ("12",)),
        ("44% of the lamps", ("44%",)),
        ("on 3rd May", ()),
    ],
)
def test_what_nothing_bears_out_is_found(text: str, bare: tuple[str, ...]) -> None:
    assert unbacked(answer(text)) == bare
