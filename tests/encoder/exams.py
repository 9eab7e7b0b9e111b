"""Where the passages stand that the exams' questions are answered from, among six months of written questions.

The library's passages, or those of the report of 26 April 2006, lie among the questions of ``written-questions``. A
passage is right for a question if it holds the words that the exam quotes, or else a figure of a value that the exam
asks for or works out from; values under ten, which stand everywhere, tell nothing.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from bot.opening import open_record
from corpus.formats import Meta
from corpus.index.worded import Worded, passage_of, sentences
from corpus.ingest import ingest
from corpus.ledger import Ledger
from corpus.records import Passage
from tests.bench.linked import bare
from tests.bench.questions import asked_in
from tests.encoder.sets import Asking, Measured

__all__ = ["EXAMS", "exam"]

EXAMS = ("seed", "library")
_SAID = date(2006, 4, 26)
_TELLING = 10


def exam(shared: Path, name: str) -> Measured:
    """The questions of the exam NAME (``seed`` or ``library``) under the folder SHARED that have such a passage."""
    passages, figures, worded = _held(shared / "data" / "seed", library=name == "library")
    items = [json.loads(line) for line in (shared / "exam" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = [p.text for p in passages] + [bare(q.text, "") for q in asked_in(shared / "data" / "written-questions")]
    every = tuple(range(len(texts)))
    asked = ((item["q"], frozenset(_right(item, passages, figures))) for item in items)
    places = {p.id: n for n, p in enumerate(passages)}
    parts = tuple((places[passage_of(one.id)], one.text) for one in worded)
    return Measured(name, tuple(texts), tuple(Asking(q, every, right) for q, right in asked if right), parts)


def _held(report: Path, *, library: bool) -> tuple[list[Passage], list[frozenset[Decimal]], list[Worded]]:
    """The passages of the library, or else of the REPORT, the values of each one's figures, and these' sentences."""
    with tempfile.TemporaryDirectory(prefix="despatch-evidence-") as folder:
        ledger = open_record(Path(folder) / "record", load_library=library)
        if not library:
            ingest(ledger, [report], Meta(published=_SAID))
        passages = list(ledger.each_passage())
        figures = _figures(ledger, passages)
        worded = sentences(passages, ledger.figures_of({p.source_id for p in passages}))
        ledger.close()
    return passages, figures, worded


def _figures(ledger: Ledger, passages: Sequence[Passage]) -> list[frozenset[Decimal]]:
    """The values of each passage's figures."""
    held: dict[str, list[tuple[int, Decimal]]] = {}
    for figure in ledger.figures():
        if figure.value is not None:
            held.setdefault(figure.source_id, []).append((figure.span.start, figure.value))
    return [frozenset(v for at, v in held.get(p.source_id, ()) if p.span.start <= at < p.span.end) for p in passages]


def _right(
    item: Mapping[str, Any], passages: Sequence[Passage], figures: Sequence[frozenset[Decimal]]
) -> Iterator[int]:
    quote = " ".join(str(item.get("quote", "")).split())
    wanted = set(_values([*item.get("values", ()), *item.get("operands", ())]))
    for n, passage in enumerate(passages):
        if quote:
            if quote in " ".join(passage.text.split()):
                yield n
        elif wanted & figures[n]:
            yield n


def _values(told: Sequence[str]) -> Iterator[Decimal]:
    for one in told:
        try:
            value = Decimal(str(one).replace(",", "").rstrip("%"))
        except InvalidOperation:
            continue
        if value >= _TELLING:
            yield value
