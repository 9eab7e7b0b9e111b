"""What is measured: each a ratio of two times taken by turns in one run, with the most or least that it may be."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bot.desk import Desk
from corpus.index import bring_up_to_date
from corpus.ingest import ingest
from corpus.ledger import Ledger
from tests.bench.plain import Plain

__all__ = ["Ratio", "asking", "cold", "encoding"]

WARMING = 5
"""Questions asked before any is timed."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """One measured ratio: what it is of, the two values with their unit, and its target."""

    name: str
    ours: float
    theirs: float
    unit: str
    target: float
    at_least: bool = False
    inclusive: bool = True

    @property
    def value(self) -> float:
        return self.ours / self.theirs

    @property
    def met(self) -> bool:
        if self.at_least:
            return self.value >= self.target
        return self.value <= self.target if self.inclusive else self.value < self.target

    def __str__(self) -> str:
        sign = "at least" if self.at_least else "at most" if self.inclusive else "under"
        verdict = "met" if self.met else "NOT MET"
        return (
            f"{self.name}: {self.value:.2f} ({self.ours:.1f} / {self.theirs:.1f} {self.unit}); "
            f"target {sign} {self.target}: {verdict}"
        )


def asking(large: Desk, small: Desk, plain: Plain, questions: Sequence[str], sizes: tuple[int, int]) -> list[Ratio]:
    """Each question asked of all three by turns; the first few only to warm them."""
    ways: tuple[Callable[[str], Any], ...] = (large.ask, plain.ask, small.ask)
    times: tuple[list[float], ...] = ([], [], [])
    for question in questions:
        for way, taken in zip(ways, times, strict=True):
            taken.append(_milliseconds(way, question))
    ours, theirs, fewer = (median(taken[WARMING:]) for taken in times)
    few, many = (f"{size:,}" for size in sizes)
    return [
        Ratio(f"ask on {many} passages / the plain LangChain way", ours, theirs, "ms", 1.5),
        Ratio(f"ask on {many} passages / on {few}", ours, fewer, "ms", 1.5, inclusive=False),
    ]


def encoding(record: Path, rounds: Sequence[Path], model: Any) -> Ratio:
    """Putting the documents of each folder in, indexes and all, by turns with encoding their passages and no more."""
    ours: list[float] = []
    bare: list[float] = []
    with Ledger.open(record, create=True) as ledger:
        for folder in rounds:
            begun = time.perf_counter()
            report = ingest(ledger, [folder])
            bring_up_to_date(ledger)
            taken = time.perf_counter() - begun
            texts = [p.text for f in report.files for i in f.source_ids for p in ledger.each_passage(i)]
            ours.append(len(texts) / taken)
            spent = _milliseconds(lambda some: model.encode(some, show_progress_bar=False), texts) / 1000
            bare.append(len(texts) / spent)
    name = "putting documents in / the bare encoder"
    return Ratio(name, median(ours), median(bare), "passages a second", 0.8, at_least=True)


def cold(record: Path, questions: Sequence[str]) -> Ratio:
    """`despatch ask` from a cold shell, by turns with importing sentence_transformers in one."""
    ask = [str(Path(sys.executable).with_name("despatch")), "--record", str(record), "ask"]
    ours: list[float] = []
    theirs: list[float] = []
    for question in questions:
        ours.append(_milliseconds(_run, [*ask, question]))
        theirs.append(_milliseconds(_run, [sys.executable, "-c", "import sentence_transformers"]))
    name = "despatch ask from a cold shell / python -c 'import sentence_transformers'"
    return Ratio(name, median(ours[1:]), median(theirs[1:]), "ms", 0.5, inclusive=False)


def _run(command: Sequence[str]) -> None:
    """As a person runs it: Python keeps what it compiled of the modules, here as in the packages that are installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=kept)


def _milliseconds(work: Callable[[Any], Any], given: Any) -> float:
    begun = time.perf_counter()
    work(given)
    return (time.perf_counter() - begun) * 1000
