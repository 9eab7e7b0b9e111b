"""Small texts and what is asked of them, with the answers frozen: the rules of evidence, one mechanism a text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.answer import Answer
from bot.desk import Desk
from tests.bot.conftest import of_text

TABLE: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8"))
CASES = [(n, case) for n, entry in enumerate(TABLE) for case in entry["asked"]]


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Desk]]:
    """A desk over each text of the table."""
    folder = tmp_path_factory.mktemp("cases")
    made = [
        of_text(
            folder / f"record{n}",
            entry["text"],
            entry.get("published") or date(2011, 7, 4),
            entry.get("name", "document.txt"),
        )
        for n, entry in enumerate(TABLE)
    ]
    yield made
    for one in made:
        one.close()


def told(answer: Answer) -> str:
    """The value that an answer gives: worked out, or the first figure said."""
    if answer.derivation is not None:
        return answer.derivation.result.replace(",", "")
    return answer.figures[0].value if answer.figures else ""


@pytest.mark.parametrize(("entry", "case"), CASES, ids=[case["q"] for _, case in CASES])
def test_the_answer_is_the_one_frozen(desks: list[Desk], entry: int, case: dict[str, Any]) -> None:
    answer = desks[entry].ask(case["q"])
    assert answer.status in case["status"].split("/"), answer.text
    if "value" in case:
        assert told(answer) == case["value"], answer.text
    for words in case.get("words", []):
        assert words in answer.text
