"""Putting documents in, from the terminal: what is told of them, progress, and what became of each file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import typer

from corpus.errors import ModelError
from corpus.formats import SUFFIXES, Meta
from corpus.ingest import FileReport, Outcome, Report, Watch, ingest
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
    """Put PATHS in, with what is told of them, and print a line for each file; how many were refused."""
    told = Meta(title=title or None, publisher=publisher or None, kind=_kind(kind), published=published)
    done: list[FileReport] = []
    try:
        with progress() as moved:
            report = ingest(ledger, paths, told, progress=moved, watch=Watch(file=done.append))
    finally:  # what went in before the disk was full, or the work was broken off, stays in and is told
        for file in done:
            _tell(file)
    _also(report)
    if report.changed:
        indexed(ledger)
    return len(report.of(Outcome.REFUSED))


def _tell(file: FileReport) -> None:
    refused = file.outcome is Outcome.REFUSED
    print(f"{file.outcome}: {file.name}: {_said(file)}", file=sys.stderr if refused else sys.stdout)


def _also(report: Report) -> None:
    """What a person would otherwise miss: files that were not for reading, or that there was nothing at all."""
    if report.passed_over:
        endings = sorted({Path(name).suffix.lower() or "no ending" for name in report.passed_over})
        files = _many(len(report.passed_over), "file")
        print(f"passed over: {files} of a kind that is not read ({', '.join(endings)})")
    elif not report.files:
        print(f"nothing to put in: no file there ends in {', '.join(SUFFIXES)}")


def _said(file: FileReport) -> str:
    """What became of FILE, after its name."""
    if file.outcome is Outcome.REFUSED:
        return file.reason
    held = f"{_many(file.figures, 'figure')}, {_many(file.statements, 'statement')}"
    return f"already in the record, with {held}" if file.outcome is Outcome.UNCHANGED else held


def _many(n: int, what: str) -> str:
    return f"{n:,} {what}" if n == 1 else f"{n:,} {what}s"


def indexed(ledger: Ledger, *, afresh: bool = False) -> bool:
    """Bring both search indexes up to date; whether that could be done. A missing model is said, and stops nothing."""
    from corpus.index import bring_up_to_date, forget

    if afresh:
        forget(ledger)
    try:
        with progress("Indexing") as moved:
            bring_up_to_date(ledger, moved)
    except ModelError as error:
        print(f"despatch: {error}; until then nothing is searched by meaning", file=sys.stderr)
        return False
    return True


def _kind(words: str | None) -> SourceKind | None:
    if not words:
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
