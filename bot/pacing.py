"""How far a long piece of work has come, told on standard error: a bar on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from corpus.ingest import Moment

__all__ = ["EVERY", "indexing", "putting_in"]

EVERY = 10.0
"""Seconds between two lines where nobody watches a terminal, and before the first: what is quick is not told of."""
_AT_MOST = 0.1
"""Seconds between two looks of a bar."""
_LONGEST = 40


@contextmanager
def putting_in() -> Iterator[Callable[[Moment], None]]:
    """Tells how documents go in."""
    with _shown() as show:
        now = time.monotonic
        last = now()

        def moved(moment: Moment) -> None:
            nonlocal last
            if now() - last >= _AT_MOST or moment.share >= 1:
                last = now()
                show(_counted(moment), moment.share)

        yield moved


@contextmanager
def indexing() -> Iterator[Callable[[int, int, str], None]]:
    """Tells how passages go into the indexes."""
    with _shown() as show:
        begun: dict[str, tuple[float, int]] = {}

        def moved(done: int, whole: int, what: str) -> None:
            since, before = begun.setdefault(what, (time.monotonic(), done))
            rate = (done - before) / max(time.monotonic() - since, 1e-6)
            left = (whole - done) / rate if rate else None
            unit = "passages" if what == "meaning" else "sources"
            told = f"Indexing {what}: {done:,} of {whole:,} {unit}, {rate:,.0f} a second{_time_left(left)}"
            show(told, done / whole if whole else 1.0)

        yield moved


def _counted(moment: Moment) -> str:
    name = moment.name if len(moment.name) <= _LONGEST else f"…{moment.name[1 - _LONGEST :]}"
    parts = (f"Putting in: {moment.files:,} of {moment.of_files:,} files", f"{moment.sources:,} sources")
    told = f"{', '.join(parts)}, {moment.rate:,.0f} a second{_time_left(moment.left)}"
    return f"{told} ({name})" if name else told


def _time_left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    if seconds < 90:
        return f", about {max(round(seconds), 1)} s left"
    return f", about {round(seconds / 60)} min left" if seconds < 5400 else f", about {seconds / 3600:.1f} h left"


@contextmanager
def _shown() -> Iterator[Callable[[str, float], None]]:
    """Shows words and a share done, in the way that standard error allows."""
    if sys.stderr.isatty():
        yield from _bar()
    else:
        yield _lines()


def _bar() -> Iterator[Callable[[str, float], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (BarColumn(24), TaskProgressColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda words, share: bar.update(task, completed=share, description=words)


def _lines() -> Callable[[str, float], None]:
    last = time.monotonic()

    def line(words: str, share: float) -> None:
        nonlocal last
        if time.monotonic() - last >= EVERY:
            last = time.monotonic()
            print(f"{words} ({share:.0%})", file=sys.stderr, flush=True)

    return line
