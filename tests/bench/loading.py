"""One load of documents by the command line, watched: how long it takes, how soon it answers, what memory it holds."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bot.desk import Desk
from corpus.ingest import ingest
from corpus.ledger import Ledger

__all__ = ["Loaded", "Probe", "load", "pages", "probe"]

_LOOK = 0.1
"""Seconds between two looks whether the first question is answered."""
_PROBED = 60
_WATCH = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
with open(sys.argv[1], "w") as told:
    print(used.ru_maxrss, file=told)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""A small process that runs another and writes its most memory down. The system starts that count from the process
that ran it, so a bench that holds models and vectors would count its own."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A question whose right answer is known: the source that it must be answered from."""

    question: str
    source_id: str

    def right(self, desk: Desk) -> bool:
        """Whether DESK answers it with a figure of that source."""
        answer = desk.ask(self.question)
        return bool(answer.figures) and any(one.source_id == self.source_id for one in answer.citations)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load took."""

    seconds: float
    put: float
    """Seconds until everything could be asked about, though not searched by meaning yet."""
    first: float
    """Seconds until the first right answer from another process."""
    megabytes: float
    """The most memory that it held."""


def pages(data: Path, share: float, folder: Path) -> list[Path]:
    """The first SHARE of each month of DATA, as pages in FOLDER in their order."""
    made: list[Path] = []
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(data.glob("20*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        told["results"] = told["results"][: max(1, round(len(told["results"]) * share))]
        made.append(folder / path.name)
        made[-1].write_text(json.dumps(told), encoding="utf-8")
    return made


def probe(page: Path, scratch: Path) -> Probe:
    """A question of the first of PAGE that is answered right from them alone. Raises LookupError."""
    told = json.loads(page.read_text(encoding="utf-8"))
    told["results"] = told["results"][:_PROBED]
    few = scratch / "few.json"
    few.write_text(json.dumps(told), encoding="utf-8")
    with Ledger.open(scratch / "few", create=True) as ledger:
        ingest(ledger, [few])
        desk = Desk(ledger)
        for figure in islice(ledger.figures(), _PROBED):
            told_of = figure.measure or figure.counted
            one = Probe(f"How many {told_of}?", figure.source_id)
            if told_of and one.right(desk):
                return one
    raise LookupError(f"no figure of the first {_PROBED} questions in {page} can be asked for by its own words")


def load(record: Path, paths: Iterable[Path], asked: Probe) -> Loaded:
    """Put PATHS into a new RECORD with `despatch ingest`, asking from this process until there is a right answer."""
    despatch = [sys.executable, "-m", "bot.cli", "--record", str(record)]
    subprocess.run([*despatch, "init", "--empty"], check=True, stdout=subprocess.DEVNULL)
    report = record.with_suffix(".jsonl")
    whole = len(list(paths := list(paths)))
    begun = time.monotonic()
    used = record.with_suffix(".memory")
    watch = [sys.executable, "-c", _WATCH, str(used)]
    with subprocess.Popen([*watch, *despatch, "ingest", *map(str, paths), "--report", str(report)]) as process:
        first = put = 0.0
        with Desk.open(record) as desk:
            while process.poll() is None:
                if not first and asked.right(desk):
                    first = time.monotonic() - begun
                if not put and report.exists() and report.read_text(encoding="utf-8").count("\n") >= whole:
                    put = time.monotonic() - begun
                time.sleep(_LOOK)
    seconds = time.monotonic() - begun
    if process.returncode:
        raise RuntimeError(f"despatch ingest ended with {process.returncode}")
    return Loaded(seconds, put or seconds, first or seconds, int(used.read_text()) / 1024)
