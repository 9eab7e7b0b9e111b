"""`make retrieval`: how well BM25, MiniLM, the encoder of our own, and each joined with BM25, find what is right.

python -m tests.encoder.retrieval [--data DIR] [--own DIR] [--until MONTH] [--keep DIR]

An encoder's own ranking is that of its vectors: of passages and, where it is quick, of the sentences with figures.
Where it tells the nearest more finely (the ``finer`` of corpus/encoder), these are ranked again, and "vectors" is
without that. Two sorts of links between written questions, the passages that exams are answered from
(tests/encoder/exams.py), and three public sets as general language (tests/encoder/sets.py). Weights for joining are
fitted on links of the month --until and before; links of later months are measured. "Closely" is as passages are
ranked for those who search a record (corpus/index/joined.py, by the weights that stand there), which of exams knows
what passages hold a figure and what questions ask for one; "similar" is as `despatch similar` ranks questions, knowing
department, day and heading. Each figure has the interval that it lies in
for 95 of 100 draws, with replacement, of the questions.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray

from bot.forms import IN_NUMBERS
from bot.question import read
from corpus.encoder import Encoder, Encodes
from corpus.encoder.forward import Array
from corpus.encoder.static import OWN, Static
from corpus.index.joined import CLOSE, CLOSELY, FIGURE, MEANING, WORDS, Closely
from corpus.settings import settings
from tests.bench.machine import machine
from tests.bench.ranks import Floats, Ranks, fitted
from tests.bench.similar import later
from tests.conftest import QUIET  # sets what keeps the libraries quiet, before they are imported
from tests.encoder.bm25 import Words
from tests.encoder.exams import exams
from tests.encoder.sets import GENERAL, Asking, Measured, general, links

__all__ = ["Told", "joined", "main", "paces", "placed"]

SHARED = Path(__file__).parents[3] / "shared" / "data"
UNTIL = "2024-08"
_FINER = 100
"""Texts of each ranking that are told finely."""
_NEAR = 50
"""Candidates of each ranking that a joint one is fitted on."""
_SCALE = 20.0
_DRAWS = 2000
_TURNS, _FEW = 5, 20


@dataclass(frozen=True, slots=True)
class Told:
    """Where what is right stood, for one question: the places from 1, in order."""

    places: tuple[int, ...]

    @property
    def precision(self) -> float:
        """The average precision."""
        return float(np.mean([(n + 1) / place for n, place in enumerate(self.places)]))

    @property
    def reciprocal(self) -> float:
        """1 / the first place."""
        return 1 / self.places[0]


def placed(asking: Asking, scores: Floats) -> Told:
    """Where SCORES put what is right among what ASKING may be answered by; of equals, the earlier text first."""
    among = np.array(asking.among)
    order = among[np.argsort(-scores[among], kind="stable")]
    return Told(tuple(int(n) + 1 for n in np.flatnonzero(np.isin(order, list(asking.right)))))


def joined(measured: Measured, words: Floats, meaning: Floats) -> Floats:
    """The weights of WORDS and of MEANING under which the right texts are likeliest, of each's nearest."""
    rows: list[tuple[Floats, int]] = []
    for one, *scores in zip(measured.asked, words, meaning, strict=True):
        among = np.array(one.among)
        both = np.stack([of[among] for of in scores], axis=1)
        near = np.unique(np.argsort(-both, axis=0)[:_NEAR])
        right = np.flatnonzero(np.isin(among[near], list(one.right)))
        if len(right):
            rows.append((both[near] * _SCALE, int(right[0])))
    return fitted(rows)


def paces(one: Encodes, other: Encodes, texts: Sequence[str]) -> tuple[float, float]:
    """How many of TEXTS a second ONE and OTHER encode: the medians of runs by turns, OTHER over a few of them."""
    few = texts[:_FEW]
    runs = [(_pace(one, texts), _pace(other, few)) for _ in range(_TURNS)]
    return median(run[0] for run in runs), median(run[1] for run in runs)


def _pace(encoder: Encodes, texts: Sequence[str]) -> float:
    begun = time.perf_counter()
    encoder.encode_passages(texts)
    return len(texts) / (time.perf_counter() - begun)


def _shown(values: Sequence[float]) -> str:
    held = np.array(values)
    drawn = np.random.default_rng(0).choice(held, (_DRAWS, len(held))).mean(axis=1)
    low, high = np.quantile(drawn, [0.025, 0.975])
    return f"{held.mean():.3f} ({low:.2f}-{high:.2f})"


def _kept(encoder: Encodes, texts: Sequence[str], keep: Path) -> Array:
    told = hashlib.sha256("\0".join([encoder.model.sha256, *texts]).encode()).hexdigest()[:24]
    path = keep / f"texts-{told}.npy"
    if not path.is_file():
        keep.mkdir(parents=True, exist_ok=True)
        np.save(path, encoder.encode_passages(texts))
    rows: Array = np.load(path)
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the table. 1 where there is nothing to measure on."""
    options = _options(arguments)
    assert QUIET["HF_HUB_OFFLINE"] == "1"
    questions, reading = options.data / "written-questions", options.data / "reading"
    if not (questions / "links-pursuant.jsonl").is_file() or not reading.is_dir():
        print(f"There are no links and public sets in {options.data}: name their folder with --data.", file=sys.stderr)
        return 1
    print(f"Machine: {machine()}")
    sets = [links(questions, "pursuant"), links(questions, "refer")]
    sets += [*exams(questions), *(general(reading, name) for name in GENERAL)]
    minilm, own = Encoder(), Static(options.own)
    _table(sets, {"MiniLM": minilm, "own": own}, Closely(own), options)
    _similar(later(questions, options.until), options.until)
    texts = next(one.texts for one in sets if one.name == "clapnq")
    os.environ["TOKENIZERS_PARALLELISM"] = "true"  # as in use: each may have every processor
    ours, theirs = paces(own, minilm, texts)
    print(f"Passages of CLAPnq a second: MiniLM {theirs:,.0f}, own {ours:,.0f}: {ours / theirs:,.0f} times as many")
    return 0


def _similar(ranks: Ranks, until: str) -> None:
    shares = [f"{ranks.within(k):.3f} ({low:.2f}-{high:.2f})" for k in (1, 3, 10) for low, high in [ranks.interval(k)]]
    print(f"similar, {len(ranks.places)} pursuant links after {until}, fitted to those before")
    print(f"  {'':18}" + "".join(f"{cell:20}" for cell in (*shares, f"{ranks.reciprocal():.3f}")))


def _table(
    sets: Sequence[Measured], encoders: Mapping[str, Encodes], closely: Closely, options: argparse.Namespace
) -> None:
    until: str = options.until
    weights: dict[str, Floats] = {}
    print("\n" + "".join(f"{head:20}" for head in ("", "first", "within three", "within ten", "MRR or MAP")))
    for measured in sets:
        scores, beside = _scores(measured, encoders, options.keep)
        if not weights:
            early = _of_months(measured, lambda month: month <= until)
            weights = {name: _fit(measured, early, beside, name) for name in encoders}
            print("Joined by: " + "; ".join(f"BM25 x {w[0]:.2f} + {n} x {w[1]:.2f}" for n, w in weights.items()))
        scores |= {f"BM25 + {n}": w[0] * beside["BM25"] + w[1] * beside[n] for n, w in weights.items()}
        late = _of_months(measured, lambda month: month > until or not month)
        told = WORDS * beside["BM25"] + MEANING * beside["own"] + FIGURE * _figured(measured)
        scores["both, closely"] = _closely(measured, late, told, closely)
        print(f"{measured.name}, {len(late)} asked" + (f" after {until}" if measured.asked[0].month else ""))
        for name, rows in scores.items():
            stood = [placed(measured.asked[n], rows[n]) for n in late]
            print(f"  {name:18}" + "".join(f"{cell:20}" for cell in _cells(measured.name, stood)), flush=True)


def _scores(measured: Measured, encoders: Mapping[str, Encodes], keep: Path) -> tuple[dict[str, Floats], ...]:
    """For each ranking, a row a question and a column a text; and the same where both rankings' nearest are joined."""
    words = _words(measured.texts)
    alone = {"BM25": np.stack([words.scores(one.question) for one in measured.asked])}
    beside = dict(alone)
    for name, encoder in encoders.items():
        asked = encoder.encode_passages([one.question for one in measured.asked])
        vectors = (asked @ _kept(encoder, measured.texts, keep).T).astype(np.float64)
        if encoder.quick and measured.parts:
            _raise(vectors, asked, encoder, measured.parts)
        if encoder.finer("", [""]) is None:
            alone[name] = beside[name] = vectors
            continue
        alone[f"{name}, vectors"] = vectors
        alone[name], beside[name] = _finer(measured, encoder, vectors, alone["BM25"])
    return alone, beside


@lru_cache(maxsize=1)
def _words(texts: tuple[str, ...]) -> Words:
    return Words(texts)


def _figured(measured: Measured) -> Floats:
    """1 where a question asks for a figure and a text holds one, else 0: a row a question and a column a text."""
    made = np.zeros((len(measured.asked), len(measured.texts)))
    asking = [n for n, one in enumerate(measured.asked) if measured.counting and read(one.question).ask in IN_NUMBERS]
    made[np.ix_(asking, sorted(measured.counting))] = 1
    return made


def _raise(vectors: Floats, asked: Array, encoder: Encodes, parts: Sequence[tuple[int, str]]) -> None:
    """Each text in VECTORS as near as it is whole, or as the nearest of its PARTS."""
    rows = encoder.encode_passages([words for _, words in parts])
    for (place, _), row in zip(parts, rows, strict=True):
        np.maximum(vectors[:, place], asked @ row, out=vectors[:, place])


def _finer(measured: Measured, encoder: Encodes, vectors: Floats, words: Floats) -> tuple[Floats, Floats]:
    """VECTORS with the nearest told finely, before all others; and with the nearest by WORDS told finely too."""
    alone, beside = vectors - 2, vectors - 2
    for n, one in enumerate(measured.asked):
        among = np.array(one.among)
        near = _nearest(among, vectors[n])
        both = np.union1d(near, _nearest(among, words[n]))
        told = encoder.finer(one.question, [measured.texts[place] for place in both], vectors[n, both].tolist())
        assert told is not None
        beside[n, both] = told
        alone[n, near] = beside[n, near]
    return alone, beside


def _closely(measured: Measured, places: Sequence[int], scores: Floats, closely: Closely) -> Floats:
    """SCORES, for the questions at PLACES with the best told closely, before all others."""
    made = scores - 100
    for n in places:
        among = np.array(measured.asked[n].among)
        best = among[np.argsort(-scores[n, among], kind="stable")[:CLOSELY]]
        told = closely.told(measured.asked[n].question, [measured.texts[place] for place in best])
        made[n, best] = scores[n, best] + CLOSE * told
    return made


def _nearest(among: NDArray[np.int64], scores: Floats) -> NDArray[np.int64]:
    nearest: NDArray[np.int64] = among[np.argsort(-scores[among], kind="stable")[:_FINER]]
    return nearest


def _of_months(measured: Measured, wanted: Callable[[str], bool]) -> list[int]:
    return [n for n, one in enumerate(measured.asked) if wanted(one.month)]


def _fit(measured: Measured, places: Sequence[int], scores: Mapping[str, Floats], name: str) -> Floats:
    """Weights fitted on the questions at PLACES; where there are none, a half each."""
    if not places:
        return np.array([0.5, 0.5])
    some = replace(measured, asked=tuple(measured.asked[n] for n in places))
    return joined(some, scores["BM25"][places], scores[name][places])


def _cells(name: str, told: Sequence[Told]) -> list[str]:
    """Links as shares and MRR; the general sets' one figure in the last column."""
    shares = [_shown([float(t.places[0] <= depth) for t in told]) for depth in (1, 3, 10)]
    last = [t.precision if name in ("wikiqa", "trecqa") else t.reciprocal for t in told]
    return [*shares, _shown(last)]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.encoder.retrieval", description="Retrieval, measured.")
    parser.add_argument("--data", type=Path, default=SHARED, help="where links and public sets lie (../shared/data)")
    parser.add_argument("--own", type=Path, default=OWN, help="the encoder of our own, if not the one that ships")
    parser.add_argument("--until", default=UNTIL, metavar="YYYY-MM", help="fit on links no later than this")
    parser.add_argument("--keep", type=Path, default=settings().cache / "encoder", help="keeps what was encoded")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
