"""`python -m tests.reader.measure`: what is answered over passages that the reader was not made from.

Every passage of tests/reader/held is put into a record of its own and asked its own questions. A figure is right where
the answer gives the number that the passage's author marked, words where the answer quotes them, and a question without
an answer where none is given.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from bot.answer import Answer, Status
from bot.desk import Desk
from bot.pointing import BY_MEANING
from corpus.extract.numbers import quantities
from corpus.formats.base import Meta
from corpus.ingest import ingest_bytes
from corpus.ledger import Ledger

__all__ = ["HELD", "judged", "main", "measure"]

HELD = Path(__file__).parent / "held"
_SILENT = (Status.NOT_IN_RECORD, Status.DECLINED, Status.NOT_KNOWN, Status.REFUSED_ON_RECORD)


def judged(text: str, question: dict[str, Any], answer: Answer) -> str:
    """``right``, ``wrong`` or ``silent``: how ANSWER stands to what the author of TEXT marked for QUESTION."""
    silent = answer.status in _SILENT
    marked = question["answer"]
    if marked is None:
        return "right" if silent else "wrong"
    if silent:
        return "silent"
    if question["kind"] != "figure":
        return "right" if marked.lower().strip(" .,") in answer.text.lower() else "wrong"
    at = text.find(marked)
    told = [q.value for q in quantities(text) if q.value is not None and at < q.span.end and q.span.start <= at + 1]
    given = [Decimal(f.value.rstrip("%")) for f in answer.figures if f.value]
    return "right" if told and any(value == told[0] for value in given) else "wrong"


def measure(files: Sequence[Path]) -> Iterator[tuple[str, str, str]]:
    """For every question of FILES what was asked for, how the answer stood, and what found it."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            passage = json.loads(line)
            told = Meta(title=passage["title"], published=date.fromisoformat(passage["published"]))
            with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "record", create=True) as ledger:
                ingest_bytes(ledger, "passage.txt", passage["text"].encode(), told)
                desk = Desk(ledger)
                for question in passage["questions"]:
                    answer = desk.ask(question["q"])
                    asked = "no answer" if question["answer"] is None else question["kind"]
                    asked = asked if asked in ("no answer", "figure") else "words"
                    how = "by meaning" if BY_MEANING in answer.caveats else "by rule"
                    yield asked, judged(passage["text"], question, answer), how


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how many of each sort were right, wrong or left unanswered."""
    parser = argparse.ArgumentParser(prog="python -m tests.reader.measure")
    parser.add_argument("files", nargs="*", type=Path, default=sorted(HELD.glob("*.jsonl")))
    counts = Counter(measure(parser.parse_args(arguments).files))
    for (asked, stood, how), count in sorted(counts.items()):
        print(f"{asked:10} {stood:7} {how:11} {count:5}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
