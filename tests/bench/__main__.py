"""`make bench`: the speeds that Despatch promises, as ratios on this machine, in one run.

python -m tests.bench [--quick] [--keep DIR] [--profile]
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from tests.bench.documents import PARAGRAPHS, documents, questions
from tests.bench.linked import BESIDE
from tests.bench.machine import busy, cores, machine
from tests.bench.plain import Plain, sentence_transformer
from tests.bench.profiling import profiled
from tests.bench.ratios import WARMING, Ratio, asking, cold, encoding
from tests.bench.record import fill, index, stamp
from tests.bench.volume import measure
from tests.conftest import QUIET  # sets what keeps the libraries quiet and off the network, before they are imported

__all__ = ["main"]

ASKED = 60
ROUNDS, FILES = 3, 60
"""To measure putting in: so many folders of so many documents, five passages each."""
COLD = 6


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print a line for each ratio. 1 where one is not met."""
    options = _options(arguments)
    assert QUIET["HF_HUB_OFFLINE"] == "1"
    begun = time.monotonic()
    print(f"Machine: {machine()}", flush=True)
    if busy():
        print(busy(), flush=True)
    print("Passages: invented (tests/bench/documents.py); their vectors are made from their words, not by the model,")
    print("for the two lines on asking, on both sides alike. Every question is encoded by the model.", flush=True)
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        ratios = _measure(options.keep, options)
    else:
        with tempfile.TemporaryDirectory(prefix="despatch-bench-") as folder:
            ratios = _measure(Path(folder), options)
    missed = sum(not ratio.met for ratio in ratios)
    print(f"{len(ratios) - missed} of {len(ratios)} met, in {(time.monotonic() - begun) / 60:.1f} minutes")
    return 1 if missed else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Speed, as ratios on one machine.")
    parser.add_argument(
        "--quick",
        action="store_true",
        help="2,000 and 20,000 passages instead of 10,000 and 100,000, and a slice of the real documents",
    )
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="make the records in DIR, or use what is made there and still fits"
    )
    parser.add_argument("--profile", action="store_true", help="also say where asking of the large record spends time")
    return parser.parse_args(arguments)


def _measure(folder: Path, options: argparse.Namespace) -> list[Ratio]:
    sizes = (2_000, 20_000) if options.quick else (10_000, 100_000)
    steps: tuple[Callable[[], list[Ratio]], ...] = (
        lambda: [_cold(folder / "library")],
        lambda: [_encoding(folder / "documents", 1 if options.quick else ROUNDS)],
        lambda: _asking(folder, sizes, options.profile),
        lambda: _volume(folder / "volume", quick=options.quick),
    )
    found: list[Ratio] = []
    for step in steps:
        for ratio in step():
            print(ratio, flush=True)
            found.append(ratio)
    return found


def _volume(folder: Path, *, quick: bool) -> list[Ratio]:
    data = BESIDE.parent
    if not BESIDE.is_dir():
        print("Not measured: real documents at real volume, which need ../shared/data beside the repository.")
        return []
    folder.mkdir(parents=True, exist_ok=True)
    return list(measure(folder, data, quick=quick))


def _cold(record: Path) -> Ratio:
    from bot.opening import open_record

    open_record(record).close()
    asked = ["How many releases occurred after August 2005?", "How many were murderers?", "Who apologised?"]
    return cold(record, (asked * COLD)[:COLD])


def _encoding(folder: Path, rounds: int) -> Ratio:
    writing = documents(seed=7)
    folders = [folder / f"round-{n}" for n in range(rounds + 1)]
    for one in folders:
        one.mkdir(parents=True, exist_ok=True)
        for n, written in enumerate(islice(writing, FILES if one != folders[0] else 2)):
            (one / f"{n}.txt").write_text(written.text, encoding="utf-8")
    model = sentence_transformer()
    with tempfile.TemporaryDirectory(prefix="despatch-bench-") as record:
        encoding(Path(record) / "warming", folders[:1], model)
        return encoding(Path(record) / "record", folders[1:], model)


def _asking(folder: Path, sizes: tuple[int, int], profile: bool) -> list[Ratio]:
    few, many = sizes
    made = folder / f"made-{many}"
    small, large, stored = (folder / f"{name}-{many}" for name in ("small", "large", "plain"))
    kept = made.exists() and made.read_text(encoding="utf-8") == stamp()
    if not kept:
        made.unlink(missing_ok=True)
        for record in (small, large, stored):
            shutil.rmtree(record, ignore_errors=True)
        fill({small: few, large: many}, cores(), _say)
        for record in (small, large):
            index(record, _say)
    plain = Plain(stored)
    if not kept:
        _store(plain, large, many)
        made.write_text(stamp(), encoding="utf-8")
    from bot.desk import Desk

    asked = questions(WARMING + ASKED, few // PARAGRAPHS)
    with Desk.open(large) as ours, Desk.open(small) as fewer:
        ratios = asking(ours, fewer, plain, asked, sizes)
        answered = sum(bool(ours.ask(question).figures) for question in asked)
        print(f"Questions: {len(asked)}, of which {answered} are answered with a figure.", flush=True)
        if profile:
            print(profiled(ours, questions(2 * ASKED, few // PARAGRAPHS, seed=2)))
    return ratios


def _store(plain: Plain, record: Path, total: int) -> None:
    from corpus.ledger import Ledger

    with Ledger.open(record) as ledger:
        held = plain.add((p.text for p in ledger.each_passage()), total, _say)
    _say("")
    if held != total:
        print(f"The plain way holds {held:,} passages, ours {total:,}.", flush=True)


def _say(what: str) -> None:
    """Progress, on one line of a terminal; nothing where there is none."""
    if sys.stderr.isatty():
        print(f"\r\033[K{what}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
