"""Where the passages stand that the exams' questions are answered from, in a record of six months of written questions.

Every question of ``written-questions`` lies there with its answer, as it is put in, and beside these the library, the
report of 26 April 2006 and the documents of our own exams (tests/exam). An exam is asked over its own documents and all
written questions. A passage is right for a question if it is of the exam's own documents and holds the words that
the exam quotes, or else a figure of a value that the exam asks for or works out from; values under ten, which stand
everywhere, tell nothing.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from bot.opening import open_record
from corpus.formats import Meta
from corpus.index.worded import passage_of, sentences
from corpus.ingest import ingest
from corpus.ledger import Ledger
from corpus.records import Passage
from tests.encoder.sets import Asking, Measured
from tests.exam.test_exams import EXAMS, place

__all__ = ["exams"]

_LIBRARY = "library"
_OURS = {"seed": "the report", _LIBRARY: "the library", "dev": "other documents"}
"""What our exams whose names begin so are asked over."""
_TELLING = 10
_MOST = 150
"""So many questions of each name are asked: reading what they find closely takes half a second of a processor each."""


@dataclass(frozen=True, slots=True)
class _Sat:
    """The exams that are told of under one name."""

    name: str
    files: tuple[str, ...]


def _told() -> tuple[_Sat, ...]:
    """The two that the project was given, and its own: over the same report, the same library, and other documents."""
    ours = [e["file"] for e in EXAMS.values() if e["group"] == "dev" and not e["file"].startswith("../")]
    return (
        _Sat("seed", ("../shared/exam/seed.jsonl",)),
        _Sat(_LIBRARY, ("../shared/exam/library.jsonl",)),
        *(_Sat(f"our own: {over}", tuple(f for f in ours if f.startswith(of))) for of, over in _OURS.items()),
    )


def exams(questions: Path) -> list[Measured]:
    """The exams in the record that holds the written questions of the folder QUESTIONS: each with the same texts."""
    told = _told()
    with tempfile.TemporaryDirectory(prefix="despatch-evidence-") as folder:
        ledger = open_record(Path(folder) / "record", load_library=True)
        sources = {_LIBRARY: _sources(ledger)}
        ingest(ledger, sorted(questions.glob("20*.json")))
        asked = _sources(ledger) - sources[_LIBRARY]
        for file in (file for one in told for file in one.files if EXAMS[file]["ingest"]):
            if (path := EXAMS[file]["ingest"][0]) not in sources:
                before = _sources(ledger)
                ingest(ledger, [place(path)], Meta(published=_day(EXAMS[file].get("published"))))
                sources[path] = _sources(ledger) - before
        held = _Held.of(ledger)
        ledger.close()
    return [held.measured(one, sources, asked) for one in told]


def _sources(ledger: Ledger) -> set[str]:
    return set(ledger.passage_counts())


def _day(told: date | str | None) -> date | None:
    return date.fromisoformat(told) if isinstance(told, str) else told


@dataclass(frozen=True, slots=True)
class _Held:
    """All passages of the record, the values of each one's figures, and the sentences that these stand in."""

    passages: list[Passage]
    figures: list[frozenset[Decimal]]
    parts: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, ledger: Ledger) -> _Held:
        passages = list(ledger.each_passage())
        places = {p.id: n for n, p in enumerate(passages)}
        worded = sentences(passages, ledger.figures_of({p.source_id for p in passages}))
        return cls(passages, _values_in(ledger, passages), tuple((places[passage_of(w.id)], w.text) for w in worded))

    def measured(self, told: _Sat, sources: Mapping[str, set[str]], asked: set[str]) -> Measured:
        """What is TOLD of under one name, among its own SOURCES and what is ASKED in Parliament."""
        made: list[Asking] = []
        for file in told.files:
            own = sources[(EXAMS[file]["ingest"] or [_LIBRARY])[0]]
            among = tuple(n for n, p in enumerate(self.passages) if p.source_id in own or p.source_id in asked)
            mine = [n for n in among if self.passages[n].source_id in own]
            for item in map(json.loads, place(file).read_text(encoding="utf-8").splitlines()):
                if right := frozenset(self._right(item, mine)):
                    made.append(Asking(item["q"], among, right))
        drawn = random.Random(0).sample(made, min(len(made), _MOST))
        counting = frozenset(n for n, values in enumerate(self.figures) if values)
        return Measured(told.name, tuple(p.text for p in self.passages), tuple(drawn), self.parts, counting)

    def _right(self, item: Mapping[str, Any], mine: Iterable[int]) -> Iterator[int]:
        quote = " ".join(str(item.get("quote", "")).split())
        wanted = set(_values([*item.get("values", ()), *item.get("operands", ())]))
        for n in mine:
            if quote in " ".join(self.passages[n].text.split()) if quote else wanted & self.figures[n]:
                yield n


def _values_in(ledger: Ledger, passages: Sequence[Passage]) -> list[frozenset[Decimal]]:
    """The values of each passage's figures."""
    held: dict[str, list[tuple[int, Decimal]]] = {}
    for figure in ledger.figures():
        if figure.value is not None:
            held.setdefault(figure.source_id, []).append((figure.span.start, figure.value))
    return [frozenset(v for at, v in held.get(p.source_id, ()) if p.span.start <= at < p.span.end) for p in passages]


def _values(told: Sequence[str]) -> Iterator[Decimal]:
    for one in told:
        try:
            value = Decimal(str(one).replace(",", "").rstrip("%"))
        except InvalidOperation:
            continue
        if value >= _TELLING:
            yield value
