"""Putting documents in, from the terminal: what is told of them, progress, and what became of each file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import typer

from corpus.errors import ModelError
from corpus.formats.base import Meta
from corpus.ledger import Ledger
from corpus.records import SourceKind

__all__ = ["indexed", "progress", "put_in"]

Moved = Callable[[int, int, str], None]


def put_in(
    ledger: Ledger,
    paths: Sequence[Path],
    title: str | None,
    publisher: str | None,
    kind: str | None,
    published: date | None,
) -> int:
    """Put PATHS in and print a line for each file; how many were refused."""
    from corpus.ingest import ingest

    meta = Meta(title=title, publisher=publisher, kind=_kind(kind), published=published)
    with progress() as moved:
        report = ingest(ledger, paths, meta, progress=moved)
    if report.changed:
        indexed(ledger)
    for file in report.files:
        said = f"{file.figures} figures, {file.statements} statements" if not file.reason else file.reason
        print(
            f"{file.outcome}: {file.name}: {said}",
            file=sys.stderr if file.reason and file.outcome == "refused" else sys.stdout,
        )
    return sum(1 for file in report.files if file.outcome == "refused")


def indexed(ledger: Ledger, *, afresh: bool = False) -> None:
    """Bring both search indexes up to date. A missing model is said, and stops nothing."""
    from corpus.index import bring_up_to_date, forget

    if afresh:
        forget(ledger)
    try:
        with progress("Indexing") as moved:
            bring_up_to_date(ledger, moved)
    except ModelError as error:
        print(f"despatch: {error} Search by meaning waits until it is mended.", file=sys.stderr)


def _kind(words: str | None) -> SourceKind | None:
    if words is None:
        return None
    try:
        return SourceKind(words.strip().lower().replace("-", " ").replace("_", " "))
    except ValueError:
        kinds = ", ".join(k.value for k in SourceKind)
        raise typer.BadParameter(
            f"{words!r} is not a kind of source; choose one of: {kinds}", param_hint="--kind"
        ) from None


@contextmanager
def progress(what: str = "Putting in") -> Iterator[Moved]:
    """A progress bar on a terminal; nothing where the output is not one."""
    if not sys.stderr.isatty():
        yield lambda done, whole, name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, whole, name: bar.update(
            task, completed=done, total=whole, description=f"{what}: {name}"[:60]
        )
