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

    def meta(self) -> Meta:
        """The same for the record, where nothing said means that the document may say it itself."""
        return Meta(self.title.strip() or None, self.publisher.strip() or None, self.kind, self.published)


def put_in(
    ledger: Ledger, uploads: Sequence[Upload], told: Told, progress: Callable[[float, str], None]
) -> list[list[str]]:
    """Put UPLOADS in; gives a row of name, outcome, figures, statements and reason for each.

    PROGRESS is called with the share done (0 to 1) and a few words. Raises RecordError where nothing can go in;
    a file that is refused has its reason in its row, and the others go in.
    """
    rows = []
    for at, upload in enumerate(uploads):
        name = safe_name(upload.name)
        progress(at / len(uploads), f"Reading {name} ({at + 1} of {len(uploads)})…")
        rows.append(_row(ingest_bytes(ledger, name, upload.getvalue(), told.meta())))
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


def _row(report: FileReport) -> list[str]:
    refused = report.outcome is Outcome.REFUSED
    counts = ["", ""] if refused else [f"{report.figures:,}", f"{report.statements:,}"]
    return [report.name, str(report.outcome), *counts, report.reason]
