"""How often `despatch similar` finds the earlier question that a new one was asked about, and how fast.

python -m tests.bench.similar [--data DIR] [--dense] [--keep DIR]

Measured on questions "pursuant to the Answer of … to Question …": the reference and every number are masked, and only
what was tabled on an earlier day is there to be found. A second table masks the heading too, where the reference gave
it. The weights are also fitted anew to all months but one, for the questions of that one, and each is put out by turns.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields, replace
from datetime import date
from pathlib import Path
from statistics import median

import numpy as np

from bot.retrieve import fuse
from bot.similar.ranking import SEARCHED, WEIGHTS, Signals, Similar, Sought
from corpus.encoder import Encoder
from corpus.index.asked import Asked
from corpus.index.questions import Questions
from tests.bench.linked import BESIDE, masked, pairs
from tests.bench.machine import machine
from tests.bench.questions import InMemory, asked_in
from tests.bench.ranks import NOWHERE, Floats, Ranks, Weighed, fitted, place
from tests.conftest import QUIET  # sets what keeps the libraries quiet, before they are imported

__all__ = ["Blind", "later", "main"]

NAMES = tuple(f.name for f in fields(Signals))
WITHOUT = {"asker"}
"""Signals that somebody who looks for an answer does not give."""


@dataclass(frozen=True, slots=True)
class Blind:
    """A question with what names its answer masked, and the question whose answer that is."""

    sought: Sought
    right: str
    asker: str
    month: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print tables. 1 where the questions are not there."""
    options = _options(arguments)
    assert QUIET["HF_HUB_OFFLINE"] == "1"
    if not (options.data / "links-pursuant.jsonl").is_file():
        print(f"There are no linked questions in {options.data}: name their folder with --data.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="despatch-similar-") as folder:
        _measure(options.data, Path(folder), options.keep if options.dense else None)
    return 0


def later(data: Path, until: str) -> Ranks:
    """How `despatch similar` ranks for linked questions after the month UNTIL, by weights fitted to those before."""
    held = {one.id: one for one in asked_in(data)}
    blind = [b for p in pairs(data, "pursuant") if (b := _blind(p.asked, p.question, p.named, held, None))]
    with tempfile.TemporaryDirectory(prefix="despatch-similar-") as folder:
        similar = Similar(Questions(InMemory(Path(folder), held.values())))
        told = _scaled([_weighed(similar, b.sought, b.right, []) for b in blind], WITHOUT)
    weights = fitted([one for one, b in zip(told, blind, strict=True) if b.month <= until])
    return Ranks(tuple(place(rows @ weights, r) for (rows, r), b in zip(told, blind, strict=True) if b.month > until))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.similar", description="Earlier questions, ranked.")
    parser.add_argument("--data", type=Path, default=BESIDE, metavar="DIR", help="where the questions lie")
    parser.add_argument("--dense", action="store_true", help="measure MiniLM too: it encodes every question first")
    parser.add_argument("--keep", type=Path, default=Path(), metavar="DIR", help="keep the encoded questions in DIR")
    return parser.parse_args(arguments)


def _measure(data: Path, folder: Path, keep: Path | None) -> None:
    held = {one.id: one for one in asked_in(data)}
    begun = time.perf_counter()
    index = Questions(InMemory(folder, held.values()))
    print(f"Machine: {machine()}")
    print(f"{len(held):,} questions, indexed in {time.perf_counter() - begun:.1f} s.", flush=True)
    encoder = Encoder()
    meaning = _Meaning(encoder, held, keep) if keep is not None else None
    headings = {one.heading for one in held.values()}
    for what, known in (
        ("reference and numbers masked", None),
        ("reference, its heading and numbers masked", headings),
    ):
        blind = [b for p in pairs(data, "pursuant") if (b := _blind(p.asked, p.question, p.named, held, known))]
        print(f"\n{len(blind)} questions, {what}")
        print(f"{'':28}       first            ten           three    MRR")
        if meaning is not None:
            _others(blind, Similar(index, Signals(1, 0, 0, 0, 0, 0)), meaning)
        _shipped(blind, index, encoder)


def _blind(asked: str, question: str, named: str, held: Mapping[str, Asked], headings: set[str] | None) -> Blind | None:
    if question not in held or named not in held:
        return None
    of = held[question]
    return Blind(Sought(masked(asked, headings), on=of.tabled), named, of.asker, of.tabled.isoformat()[:7])


def _others(blind: Sequence[Blind], words: Similar, meaning: _Meaning) -> None:
    """What the ranking is held against: words alone, meaning alone, and the two joined by their places."""
    by_words = [[r.id for r in words.find(b.sought, SEARCHED)] for b in blind]
    by_meaning = [meaning.find(b.sought, SEARCHED) for b in blind]
    _row("BM25 alone", _places(by_words, blind))
    _row("MiniLM alone", _places(by_meaning, blind))
    _row("the two, fused by place", _places(list(map(fuse, by_words, by_meaning)), blind))


def _shipped(blind: Sequence[Blind], index: Questions, encoder: Encoder) -> None:
    similar = Similar(index)
    ours: list[float] = []
    theirs: list[float] = []
    for name, ask in (("similar", _plainly), ("similar, asker known", _by_its_asker)):
        told = [_weighed(similar, ask(b), b.right, ours) for b in blind]
        _row(name, _ranked(told, WEIGHTS))
        _row("  fitted to other months", _crossed(told, blind, WITHOUT if ask is _plainly else set()))
        if ask is _plainly:
            _sensitivity(told)
    for one in blind:
        begun = time.perf_counter()
        encoder.encode_query(one.sought.text)
        theirs.append(time.perf_counter() - begun)
    a, b = median(ours) * 1000, median(theirs) * 1000
    print(f"median {a:.1f} ms a question; encoding it alone takes {b:.1f} ms: {a / b:.2f} of that", flush=True)


def _sensitivity(told: Sequence[Weighed]) -> None:
    """What becomes of the ranking where one weight is left out, halved or doubled."""
    for signal in NAMES[1:-1]:
        for factor in (0.0, 0.5, 2.0):
            other = replace(WEIGHTS, **{signal: factor * getattr(WEIGHTS, signal)})
            _row(f"  {signal} x {factor:g}", _ranked(told, other))


def _plainly(blind: Blind) -> Sought:
    return blind.sought


def _by_its_asker(blind: Blind) -> Sought:
    return replace(blind.sought, asker=blind.asker)


def _weighed(similar: Similar, sought: Sought, right: str, taken: list[float]) -> Weighed:
    begun = time.perf_counter()
    found = similar.find(sought, SEARCHED)
    taken.append(time.perf_counter() - begun)
    rows = np.array([astuple(r.signals) for r in found]) if found else np.zeros((0, len(NAMES)))
    return rows, next((n for n, r in enumerate(found) if r.id == right), -1)


def _ranked(told: Sequence[Weighed], weights: Signals) -> Ranks:
    return Ranks(tuple(place(rows @ np.array(astuple(weights)), right) for rows, right in told))


def _crossed(told: Sequence[Weighed], blind: Sequence[Blind], without: set[str]) -> Ranks:
    """The questions of each month ranked by weights that were fitted to all other months'."""
    scaled = _scaled(told, without)
    weights: dict[str, Floats] = {
        month: fitted([one for one, b in zip(scaled, blind, strict=True) if b.month != month])
        for month in {b.month for b in blind}
    }
    return Ranks(tuple(place(rows @ weights[b.month], r) for (rows, r), b in zip(scaled, blind, strict=True)))


def _scaled(told: Sequence[Weighed], without: set[str]) -> list[Weighed]:
    """The signals, less those WITHOUT, all of about one size, so that the penalty for large weights is even."""
    columns = [n for n, name in enumerate(NAMES) if name not in without]
    scale = np.array([10.0 if NAMES[n] == "words" else 1.0 for n in columns])
    return [(rows[:, columns] / scale, right) for rows, right in told]


def _places(ranked: Sequence[Sequence[str]], blind: Sequence[Blind]) -> Ranks:
    both = zip(ranked, blind, strict=True)
    return Ranks(tuple(found.index(b.right) + 1 if b.right in found else NOWHERE for found, b in both))


def _row(name: str, ranks: Ranks) -> None:
    def share(depth: int) -> str:
        low, high = ranks.interval(depth)
        return f"{ranks.within(depth):.3f} {low:.2f}-{high:.2f}"

    print(f"{name:28}{share(1):>17}{share(10):>17}{ranks.within(3):9.3f}{ranks.reciprocal():7.3f}", flush=True)


class _Meaning:
    """MiniLM alone: the questions whose vectors lie nearest, of those tabled before."""

    def __init__(self, encoder: Encoder, held: Mapping[str, Asked], keep: Path) -> None:
        self._encoder = encoder
        self._ids = list(held)
        self._tabled = np.array([one.tabled.toordinal() for one in held.values()])
        path = keep / "similar-questions.npy"
        if path.is_file():
            self._rows = np.load(path)
        else:
            self._rows = encoder.encode_passages([one.text for one in held.values()])
            np.save(path, self._rows)

    def find(self, sought: Sought, k: int) -> list[str]:
        scores = self._rows @ self._encoder.encode_query(sought.text)
        scores[self._tabled >= (sought.on or date.max).toordinal()] = -1
        return [self._ids[n] for n in np.argsort(-scores)[:k]]


if __name__ == "__main__":
    sys.exit(main())
