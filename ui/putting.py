"""Putting uploads into the record, with a row of results for each file.

What a file is called is data: it becomes a plain name that the record knows it by, and is never used as a path.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from corpus.formats import Meta
from corpus.ingest import FileReport, Outcome, ingest_bytes
from corpus.ledger import Ledger
from corpus.naming import namesakes
from corpus.records import SourceKind

__all__ = ["Told", "Upload", "put_in", "safe_name"]

_LONGEST = 100


class Upload(Protocol):
    """A file as the browser sent it."""

    @property
    def name(self) -> str: ...

    def getvalue(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Told:
    """What the person said of the documents; empty where nothing was said."""

    title: str = ""
    publisher: str = ""
    kind: SourceKind | None = None
    published: date | None = None
    replaces: bool = False
    """Whether a document takes the place of the one of the same file name; else it is another document."""

    def meta(self) -> Meta:
        """The same for the record, where nothing said means that the document may say it itself."""
        return Meta(self.title.strip() or None, self.publisher.strip() or None, self.kind, self.published)


def put_in(
    ledger: Ledger, uploads: Sequence[Upload], told: Told, progress: Callable[[float, str], None]
) -> list[list[str]]:
    """Put UPLOADS in; gives a row of name, outcome, figures, statements and note for each.

    PROGRESS is called with the share done (0 to 1) and a few words. Raises RecordError where nothing can go in;
    a file that is refused has its reason in its row, and the others go in.
    """
    rows = []
    for at, upload in enumerate(uploads):
        name = safe_name(upload.name)
        progress(at / len(uploads), f"Reading {name} ({at + 1} of {len(uploads)})…")
        namesake, held = bool(namesakes(ledger, name)), {source.id for source in ledger.sources()}
        report = ingest_bytes(ledger, name, upload.getvalue(), told.meta(), replaces=told.replaces)
        again = held.issuperset(report.source_ids)
        rows.append(_row(report, _note(report, told.replaces, namesake=namesake, again=again)))
    progress(1.0, "Done")
    return rows


def safe_name(name: str) -> str:
    """NAME's last part in letters, digits, dots, hyphens, underscores and spaces, with its ending kept."""
    last = re.split(r"[/\\]", name)[-1]
    clean = re.sub(r"[^\w. -]+", "_", last).strip(" .") or "document"
    stem, dot, ending = clean.rpartition(".")
    if not dot:
        return clean[:_LONGEST]
    ending = ending[:10]
    return f"{stem[: _LONGEST - len(ending) - 1].rstrip() or 'document'}.{ending}"


def _note(report: FileReport, replaces: bool, *, namesake: bool, again: bool) -> str:
    """What a careful reader would ask of the result: why not, which of two, what became of the older one.

    NAMESAKE: a document of this file name was there before. AGAIN: this very document was, under any name.
    """
    match report.outcome:
        case Outcome.REFUSED:
            return _sentence(report.reason)
        case Outcome.UNCHANGED:
            return "This very document was put in before."
        case Outcome.REPLACED if again:
            return "This very document was put in before; what was told of it has been brought up to date."
        case Outcome.REPLACED:
            return "The older version is no longer in the record."
        case Outcome.ADDED if replaces and not namesake:
            return "No document of this file name had been put in here, so none was replaced."
        case Outcome.ADDED if namesake:
            return "Another document of this file name is in the record too: remove the one that is not wanted."
        case _:
            return ""


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def _row(report: FileReport, note: str) -> list[str]:
    refused = report.outcome is Outcome.REFUSED
    held = (report.tables, report.figures, report.statements)
    counts = ["" if refused else f"{count:,}" for count in held]
    outcome = "already in the record" if report.outcome is Outcome.UNCHANGED else str(report.outcome)
    return [report.name, outcome, *counts, note]
