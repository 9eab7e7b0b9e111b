"""How often the passages that a question is weighed over hold what it is to be answered from.

python -m tests.bench.recall [--data DIR] [--keep DIR]

Measured on the departments' own links: a question "pursuant to the Answer of … to Question …", and one answered by "I
refer the hon. Member to the answer …", each name the question whose answer bears on them. Every question of six months
is a source, its words and its answer's its passages; what was tabled on the same day or later is not there to be found.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.retrieve import CANDIDATES, FIRST, fuse
from corpus.encoder import Encodes, opened
from corpus.index.dense import Dense
from corpus.index.lexical import Lexical
from corpus.ledger import Entry, Ledger
from corpus.passages import cut
from corpus.records import Source, SourceKind
from tests.bench.linked import BESIDE, bare, pairs, rows
from tests.conftest import QUIET  # sets what keeps the libraries quiet, before they are imported

__all__ = ["Linked", "main", "recall"]

SEARCHED = 300
"""Passages asked of an index, so that enough are left when the later ones are taken away."""
DEPTHS = (1, 4, FIRST, 16, CANDIDATES, 48)


@dataclass(frozen=True, slots=True)
class Linked:
    """A question, and the source that its department said bears on it."""

    asked: str
    source_id: str
    tabled: date
    bare: str
    """The question less its form of words and those that name the answer, whose heading they give away."""


def recall(ranked: Sequence[Sequence[str]], wanted: Sequence[Linked], depth: int) -> float:
    """The share of WANTED whose source is among the sources of the first DEPTH passages ranked for it."""
    held = [one.source_id in {_source_of(p) for p in found[:depth]} for found, one in zip(ranked, wanted, strict=True)]
    return sum(held) / len(held)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print a table. 1 where the questions are not there."""
    options = _options(arguments)
    assert QUIET["HF_HUB_OFFLINE"] == "1"
    if not options.data.is_dir():
        print(f"There are no written questions in {options.data}: name their folder with --data.", file=sys.stderr)
        return 1
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        _measure(options.data, options.keep)
    else:
        with tempfile.TemporaryDirectory(prefix="despatch-recall-") as folder:
            _measure(options.data, Path(folder))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.recall", description="Recall of the search's rounds.")
    parser.add_argument("--data", type=Path, default=BESIDE, metavar="DIR", help="where the questions lie")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make the record in DIR, or use the one made there")
    return parser.parse_args(arguments)


def _measure(data: Path, folder: Path) -> None:
    sources: dict[str, Source] = {}
    with Ledger.open(folder / "record", create=True) as ledger:
        ledger.put_all([e for e in _entries(data, sources) if not ledger.holds(e)])
        encoder = opened()
        lexical, dense = Lexical(ledger), Dense(ledger, encoder, _say)
        held = ledger.counts()
        print(f"{held.sources:,} questions with their answers, {held.passages:,} passages.")
        for name in ("pursuant", "refer"):
            links = list(_links(data, name, sources))
            for what, told in (("whole", [o.asked for o in links]), ("bare", [o.bare for o in links])):
                print(f"\n{len(links)} questions linked by {name!r}, {what}")
                _table(lexical, dense, encoder, told, links, sources)


def _table(
    lexical: Lexical,
    dense: Dense,
    encoder: Encodes,
    told: list[str],
    links: list[Linked],
    sources: Mapping[str, Source],
) -> None:
    words: list[list[str]] = []
    meaning: list[list[str]] = []
    for question, link in zip(told, links, strict=True):
        words.append(_earlier(lexical.search(question, SEARCHED), link, sources))
        meaning.append(_earlier(dense.search(encoder.encode_query(question), SEARCHED), link, sources))
    pairs = list(zip(words, meaning, strict=True))
    ways = {
        "BM25": words,
        "dense": meaning,
        f"BM25 {CANDIDATES} and dense {CANDIDATES}, fused": [fuse(w[:CANDIDATES], m[:CANDIDATES]) for w, m in pairs],
    }
    print(f"{'recall at':36}" + "".join(f"{depth:7}" for depth in DEPTHS))
    for way, ranked in ways.items():
        print(f"{way:36}" + "".join(f"{recall(ranked, links, depth):7.3f}" for depth in DEPTHS), flush=True)


def _earlier(found: Iterable[tuple[str, float]], link: Linked, sources: Mapping[str, Source]) -> list[str]:
    return [passage for passage, _ in found if (sources[_source_of(passage)].published or date.max) < link.tabled]


def _source_of(passage_id: str) -> str:
    return passage_id.rsplit("-p", 1)[0]


def _entries(data: Path, sources: dict[str, Source]) -> Iterator[Entry]:
    """Each question as a source of the day on which it was tabled; they go into SOURCES too."""
    for told in rows(data):
        text = f"{told['questionText']}\n\n{told['answerText'] or ''}".strip()
        source = Source(
            id=f"q{told['id']}",
            title=told["heading"] or "",
            publisher=told["answeringBodyName"],
            kind=SourceKind.WRITTEN_ANSWER,
            published=date.fromisoformat(told["dateTabled"][:10]),
            reference=told["uin"],
            url="",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            key=f"q{told['id']}",
        )
        sources[source.id] = source
        yield Entry(source, text, cut(text, source.id))


def _links(data: Path, name: str, sources: Mapping[str, Source]) -> Iterator[Linked]:
    for pair in pairs(data, name):
        asked, answer = sources[f"q{pair.question}"], sources.get(f"q{pair.named}")
        if answer is not None and answer.published and asked.published:
            yield Linked(pair.asked, answer.id, asked.published, bare(pair.asked, answer.title))


def _say(done: int, total: int) -> None:
    if sys.stderr.isatty() or done == total:
        print(f"\r\033[Kencoded {done:,} of {total:,} passages", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
