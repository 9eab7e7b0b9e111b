"""Putting documents in, from the terminal: what is told of them, progress, and what became of each file."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Self

import typer

from bot.pacing import indexing, putting_in
from bot.telling import writing_to
from corpus.errors import DespatchError, ModelError
from corpus.formats import SUFFIXES, Meta
from corpus.ingest import FileReport, Outcome, Report, Watch, ingest
from corpus.ledger import Ledger
from corpus.ledger.opening import read_only
from corpus.records import SourceKind

__all__ = ["caught_up", "indexed", "put_in", "told_of"]

_EVERY = 2_000
"""Passages that go in before the indexes follow, so that no question that is asked meanwhile has to wait."""


def told_of(title: str | None, publisher: str | None, kind: str | None, published: date | None) -> Meta:
    """What the options tell of the documents. Raises BadParameter where KIND is none."""
    return Meta(title=title or None, publisher=publisher or None, kind=_kind(kind), published=published)


def put_in(
    ledger: Ledger, paths: Sequence[Path], told: Meta, report_to: Path | None = None, *, later: bool = False
) -> Report:
    """Put PATHS in with what is TOLD of them, and print a line for each file; REPORT_TO gets one as JSON for each.

    The indexes follow as they go in: a question is answered from them at once, by another process too. That of meaning
    does where it costs little, and is not to be made LATER.
    """
    done: list[FileReport] = []
    indexes = _Indexes(ledger, meaning=not later)
    with ExitStack() as stack:
        rows = stack.enter_context(_Rows(report_to))

        def became(file: FileReport) -> None:
            done.append(file)
            rows.write(file.to_json())

        try:
            with putting_in() as moved:
                report = ingest(ledger, paths, told, watch=Watch(became, moved, indexes.stored))
                indexes.finish()
        finally:  # what went in before the disk was full, or the work was broken off, stays in and is told
            for file in done:
                _tell(file)
        for name in report.passed_over:
            rows.write({"name": name, "outcome": "passed over", "reason": "files of this kind are not read"})
    _also(report)
    return report


@dataclass(slots=True)
class _Indexes:
    """Has the indexes follow the record, now and then."""

    ledger: Ledger
    meaning: bool
    _waiting: int = field(default=0)

    def stored(self, passages: int) -> None:
        """So many more have gone in."""
        from corpus.index import follow

        self._waiting += passages
        if self._waiting >= _EVERY:
            self._waiting = 0
            follow(self.ledger, meaning=self.meaning)

    def finish(self) -> None:
        """No more goes in: the words are indexed to the last, and the meaning is whoever's who asks for it."""
        from corpus.index import index_words

        if self._waiting:
            self._waiting = 0
            index_words(self.ledger)


def _tell(file: FileReport) -> None:
    wrong = file.outcome in (Outcome.REFUSED, Outcome.BROKEN_OFF)
    print(f"{file.outcome}: {file.name}: {_said(file)}", file=sys.stderr if wrong else sys.stdout)
    for sentence in file.left_out:
        print(f"left out: {file.name}: {sentence}", file=sys.stderr if wrong else sys.stdout)


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
    if file.tables:
        beside = f", {held}" if file.figures or file.statements else ""
        held = f"{_many(file.tables, 'table')}{beside}"
    if file.sources > 1 or file.already:
        held = f"{_many(file.sources, 'source')}, {held}"
    if file.already:
        held += f"; {_many(file.already, 'source')} more already in the record"
    if file.outcome is Outcome.BROKEN_OFF:
        return f"{held}; {file.reason}"
    if file.outcome is Outcome.UNCHANGED:
        return f"the same as {file.same_as}" if file.same_as else f"already in the record, with {held}"
    return held


def _many(n: int, what: str) -> str:
    return f"{n:,} {what}" if n == 1 else f"{n:,} {what}s"


class _Rows:
    """The file that a report is written to, a line as soon as there is one; nothing where PATH names none."""

    def __init__(self, path: Path | None) -> None:
        self._path = path or Path()
        with writing_to(self._path):
            self._file = path.open("w", encoding="utf-8") if path else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()

    def write(self, row: dict[str, Any]) -> None:
        """Write ROW as JSON. Raises DespatchError."""
        if self._file:
            with writing_to(self._path):
                self._file.write(f"{json.dumps(row, ensure_ascii=False)}\n")
                self._file.flush()


def indexed(ledger: Ledger, *, afresh: bool = False) -> bool:
    """Bring both search indexes up to date; whether that could be done. A missing model is said, and stops nothing.

    Raises RecordReadOnly or RecordFull.
    """
    from corpus.index import forget, index_words

    if ledger.read_only:
        raise read_only(ledger.folder)
    if afresh:
        forget(ledger)
    with indexing() as moved:
        index_words(ledger, moved)
    return caught_up(ledger)


def caught_up(ledger: Ledger) -> bool:
    """Bring the index of meaning up to date; whether that could be done, and on standard error why not.

    Broken off by a person, it keeps what is done, and raises DespatchError to say how it goes on.
    """
    from corpus.index import catch_up

    try:
        with ExitStack() as stack:
            whole = catch_up(ledger, stack.enter_context(indexing()))
    except ModelError as error:
        print(f"despatch: {error}; until then nothing is searched by meaning", file=sys.stderr)
        return False
    except KeyboardInterrupt:
        raise DespatchError(
            "stopped: all that was put in can be asked about, and what has been indexed by meaning is kept; "
            "`despatch reindex` goes on from there"
        ) from None
    if not whole:
        print("despatch: another process is indexing the record by meaning: nothing to do here", file=sys.stderr)
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
