"""Real documents at real volume: how fast they go in, how soon they answer, and what that costs.

python -m tests.bench.volume [--quick] [--data DIR] [--keep DIR]

Six months of written questions go in through `despatch ingest`, against encoding the same passages and no more, and
against the plain LangChain way over the same text. The full run takes about half an hour on two cores.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from bot.desk import Desk
from bot.similar.finder import Finder, Wanted
from corpus.encoder import Encoder
from corpus.ingest import Outcome, ingest
from corpus.ledger import Ledger
from tests.bench.linked import BESIDE
from tests.bench.loading import load, pages, probe
from tests.bench.machine import busy, machine
from tests.bench.plain import CHUNK, sentence_transformer
from tests.bench.ratios import Ratio
from tests.conftest import QUIET  # sets what keeps the libraries quiet, before they are imported

__all__ = ["main", "measure"]

SLICE = 0.05
SHARES = (0.01, 0.1, 1.0)
ASKED, WARMING = 40, 3
MOST_MEGABYTES = 1_536
_SMALL = 1_000_000
"""Bytes: a larger file is left out of a quick run."""
_KINDS = ("json", "xml", "csv", "ods", "xls", "xlsx", "pdf", "docx", "html", "txt", "md")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print tables. 1 where a target is not met, or there is nothing to measure on."""
    options = _options(arguments)
    assert QUIET["HF_HUB_OFFLINE"] == "1"
    if not (options.data / "written-questions").is_dir():
        print(f"There are no written questions in {options.data}: name their folder with --data.", file=sys.stderr)
        return 1
    print(f"Machine: {machine()}", flush=True)
    if busy():
        print(busy(), flush=True)
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        return _told(measure(options.keep, options.data, quick=options.quick))
    with tempfile.TemporaryDirectory(prefix="despatch-volume-") as folder:
        return _told(measure(Path(folder), options.data, quick=options.quick))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.volume", description="Real documents at real volume.")
    parser.add_argument("--quick", action="store_true", help=f"the first {SLICE:.0%} of each month, and small files")
    parser.add_argument("--data", type=Path, default=BESIDE.parent, metavar="DIR", help="where the documents lie")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make the records in DIR and leave them there")
    return parser.parse_args(arguments)


def _told(ratios: Iterator[Ratio]) -> int:
    missed = 0
    for ratio in ratios:
        print(ratio, flush=True)
        missed += not ratio.met
    return 1 if missed else 0


def measure(folder: Path, data: Path, *, quick: bool) -> Iterator[Ratio]:
    """Print tables as they are measured, with records in FOLDER; gives what there is a target for."""
    _formats(folder, data, _SMALL if quick else None)
    share = SLICE if quick else 1.0
    questions = data / "written-questions"
    yield from _load(folder, questions, share)
    _asking(folder, questions, share)


# -- each format


def _formats(folder: Path, data: Path, most: int | None) -> None:
    print(f"\n{'format':8}{'files':>7}{'MB':>8}{'sources':>9}{'records':>10}{'records/s':>11}{'MB/s':>8}")
    for kind in _KINDS:
        files = [p for p in sorted(data.rglob(f"*.{kind}")) if "reading" not in p.relative_to(data).parts]
        files = [p for p in files if most is None or p.stat().st_size <= most]
        if files:
            print(_format(folder / f"format-{kind}", kind, files), flush=True)


def _format(record: Path, kind: str, files: Sequence[Path]) -> str:
    """A line on the files of one kind: what they hold and how fast that goes in, indexes left aside."""
    shutil.rmtree(record, ignore_errors=True)
    with Ledger.open(record, create=True) as ledger:
        begun = time.perf_counter()
        report = ingest(ledger, files)
        taken = time.perf_counter() - begun
        held = ledger.counts()
    records = held.sources + held.figures + held.statements + held.passages + held.observations
    size = sum(p.stat().st_size for p in files) / 1e6
    refused = len(report.of(Outcome.REFUSED))
    line = (
        f"{kind:8}{len(files):7,}{size:8.1f}{held.sources:9,}{records:10,}{records / taken:11,.0f}{size / taken:8.2f}"
    )
    return f"{line}  ({refused} refused)" if refused else line


# -- the whole load


def _load(folder: Path, questions: Path, share: float) -> Iterator[Ratio]:
    record = folder / "whole"
    for old in (record, folder / "few", folder / "plain"):
        shutil.rmtree(old, ignore_errors=True)
    month = pages(questions, share, folder / "pages")
    asked = probe(month[0], folder)
    ours = load(record, month, asked)
    with Ledger.open(record) as ledger:
        texts = [passage.text for passage in ledger.each_passage()]
        held = ledger.counts()
    print(
        f"\n{held.sources:,} questions of {share:.0%} of six months: {held.figures:,} figures, {len(texts):,} passages"
    )
    model = sentence_transformer()
    model.encode(texts[:WARMING], show_progress_bar=False)
    bare = _timed(lambda: model.encode(texts, show_progress_bar=False))
    plain = _timed(lambda: _stored(folder / "plain", texts, model))
    rows = {
        "until the first right answer": ours.first,
        "until all could be asked about": ours.put,
        "the whole load, meaning included": ours.seconds,
        "the bare encoder on the same passages": bare,
        "plain LangChain and Chroma on them": plain,
    }
    for what, seconds in rows.items():
        print(f"{what:40}{seconds:10.1f} s{len(texts) / seconds:10.1f} passages a second", flush=True)
    yield Ratio("the whole load / the bare encoder", ours.seconds, bare, "s", 1.25)
    yield Ratio("the whole load / plain LangChain and Chroma", ours.seconds, plain, "s", 1.0, inclusive=False)
    yield Ratio("the first right answer / the whole load", ours.first, ours.seconds, "s", 0.05, inclusive=False)
    yield Ratio("the most memory / 1.5 GB", ours.megabytes, MOST_MEGABYTES, "MB", 1.0, inclusive=False)


def _stored(folder: Path, texts: Sequence[str], model: Any) -> None:
    """TEXTS split, embedded by the model and stored in Chroma, as the tutorials do it."""
    from chromadb.config import Settings
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    class MiniLM(Embeddings):
        """MiniLM for passages as for questions."""

        def embed_query(self, text: str) -> list[float]:
            return self.embed_documents([text])[0]

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            made: list[list[float]] = model.encode(texts, show_progress_bar=False).tolist()
            return made

    quiet = Settings(anonymized_telemetry=False, is_persistent=True, persist_directory=str(folder))
    store = Chroma("plain", MiniLM(), persist_directory=str(folder), client_settings=quiet)
    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=0)
    for at in range(0, len(texts), 2_000):
        store.add_texts([piece for text in texts[at : at + 2_000] for piece in splitter.split_text(text)])


# -- asking


def _asking(folder: Path, questions: Path, share: float) -> None:
    """How long a question takes at each share of what was loaded; the same questions every time."""
    heads = ("passages", "ask, ms", "answered", "similar, ms", "found", "encoding one, ms")
    print(f"\n{'of the load':12}" + "".join(f"{head:>18}" for head in heads))
    asked: list[str] = []
    for part in SHARES:
        record = folder / ("whole" if part == 1.0 else f"part-{part}")
        if part != 1.0:
            _part(record, pages(questions, share * part, folder / f"pages-{part}"))
        with Desk.open(record) as desk:
            asked = asked or _questions(desk.ledger)
            print(f"{part:<12.0%}" + "".join(f"{one:>18}" for one in _times(desk, asked)), flush=True)


def _times(desk: Desk, asked: Sequence[str]) -> tuple[str, ...]:
    """How many passages there are, how long each way of asking takes, and how often it finds anything."""
    finder, encoder = Finder(desk.ledger), Encoder()
    seconds, answered = _asked(lambda question: bool(desk.ask(question).figures), asked)
    similar, found = _asked(lambda question: bool(finder.find(Wanted(question)).found), asked)
    bare = median(_timed(partial(encoder.encode_query, question)) for question in asked)
    passages, times = desk.ledger.counts().passages, [f"{1000 * one:.1f}" for one in (seconds, similar, bare)]
    return f"{passages:,}", times[0], f"{answered}", times[1], f"{found}", times[2]


def _part(record: Path, paths: Sequence[Path]) -> None:
    from corpus.index import bring_up_to_date

    shutil.rmtree(record, ignore_errors=True)
    with Ledger.open(record, create=True) as ledger:
        ingest(ledger, paths)
        bring_up_to_date(ledger)


def _questions(ledger: Ledger) -> list[str]:
    """Questions on what the record counts, in its own words, evenly over it; and as many that it may not answer."""
    figures = [f for f in ledger.figures() if f.measure]
    step = max(1, 2 * len(figures) // (ASKED + WARMING))
    told = [f"How many {figure.measure}?" for figure in figures[::step]]
    others = [f"{question[:-1]} in Guernsey?" for question in told]
    return list(dict.fromkeys(q for pair in zip(told, others, strict=True) for q in pair))[: ASKED + WARMING]


def _asked(ask: Callable[[str], bool], questions: Sequence[str]) -> tuple[float, int]:
    """The median time of a question, in seconds, and how many were answered, which ASK tells."""
    times: list[float] = []
    answered = 0
    for question in questions:
        begun = time.perf_counter()
        answered += ask(question)
        times.append(time.perf_counter() - begun)
    return median(times[WARMING:]), answered


def _timed(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
