"""The exams themselves are sound: an expected value that the document does not bear out would teach a falsehood."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.answer import Status
from corpus.records import Qualifier

HERE = Path(__file__).parent
LISTED: dict[str, list[dict[str, Any]]] = YAML(typ="safe").load(HERE / "exams.yaml")
EXAMS = [*LISTED["exams"], *LISTED["by_hand"]]
FIELDS = {"id", "q", "as_of", "status", "values", "not_values", "qualifier", "operands", "text", "text_any"}
FIELDS |= {"quote", "shows"}


def items(exam: dict[str, Any]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / exam["file"]).read_text(encoding="utf-8").splitlines()]


def of_our_own(exam: dict[str, Any]) -> bool:
    return bool(exam["ingest"]) and all(path.startswith("documents/") for path in exam["ingest"])


def test_every_exam_is_listed_and_every_document_is_asked_about() -> None:
    assert {e["file"] for e in EXAMS} == {p.name for p in HERE.glob("*.jsonl")}
    asked = {path for e in EXAMS if of_our_own(e) for path in e["ingest"]}
    assert asked == {f"documents/{p.name}" for p in (HERE / "documents").iterdir()}


def test_no_id_and_no_question_is_used_twice_in_an_exam() -> None:
    every = [item["id"] for exam in EXAMS for item in items(exam)]
    assert len(every) == len(set(every))
    for exam in EXAMS:
        asked = [(item["q"], item.get("as_of")) for item in items(exam)]
        assert len(asked) == len(set(asked))


@pytest.mark.parametrize("exam", EXAMS, ids=lambda e: e["file"])
def test_each_item_uses_the_answers_own_words(exam: dict[str, Any]) -> None:
    for item in items(exam):
        assert set(item) <= FIELDS, item["id"]
        assert item["status"], item["id"]
        assert set(item["status"]) <= set(Status), item["id"]
        assert set(item.get("qualifier", [])) <= set(Qualifier), item["id"]


def words_of(document: Path) -> str:
    """The text of a document; of a spreadsheet that of its parts, without their tags."""
    if not zipfile.is_zipfile(document):
        return document.read_text(encoding="utf-8", errors="replace")
    with zipfile.ZipFile(document) as parts:
        marked = [parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")]
    return "\n".join(re.sub(r"<[^>]*>", "", part) for part in marked)


@pytest.mark.parametrize("exam", [e for e in EXAMS if of_our_own(e)], ids=lambda e: e["file"])
def test_each_expected_quotation_stands_in_its_document(exam: dict[str, Any]) -> None:
    text = "\n".join(words_of(HERE / path) for path in exam["ingest"])
    missing = [item["id"] for item in items(exam) if item.get("quote", "") not in text]
    assert not missing
