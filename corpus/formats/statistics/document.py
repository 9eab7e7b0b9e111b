"""A workbook that is stored as text → the document: its datasets, what is searched as words, and what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from corpus.formats.base import Document, Meta
from corpus.formats.statistics.outcome import Outcome
from corpus.formats.statistics.sheets import read_sheets
from corpus.formats.statistics.stored import Writer
from corpus.formats.statistics.titles import own_publisher, published_in, publisher_in
from corpus.formats.statistics.vocabulary import readable
from corpus.records import SourceKind, Standing

__all__ = ["document"]


def document(writer: Writer, path: Path, missing: Sequence[str] = ()) -> Document:
    """The document of all the sheets that WRITER has written; PATH names it. MISSING says what is not among them."""
    text, sheets = writer.finished()
    outcome = Outcome(path, list(missing))
    read_sheets(sheets, outcome)
    if not outcome.datasets and not outcome.left_out:
        outcome.left_out.append("no column holds numbers that count something: it is left as words")
    publisher = _publisher(outcome.lines)
    meta = Meta(
        title=_title(outcome),
        publisher=publisher,
        kind=_kind(outcome, publisher),
        published=published_in(outcome.lines),
    )
    left_out = tuple(outcome.left_out)
    return Document(text, meta, datasets=tuple(outcome.datasets), searched=outcome.stretches(), left_out=left_out)


def _title(outcome: Outcome) -> str:
    """What the workbook calls itself, else its only table, else what its file is called."""
    alone = outcome.datasets[0].title if len(outcome.datasets) == 1 else ""
    return (outcome.book.title or alone).rstrip(" :;,") or readable(outcome.path.stem)


def _kind(outcome: Outcome, publisher: str | None) -> SourceKind | None:
    """Official statistics only where the file says whose they are, or that they are: anybody can write a table."""
    stated = any(one.standing is not Standing.UNSTATED for one in outcome.datasets)
    return SourceKind.OFFICIAL_STATISTICS if outcome.datasets and (publisher or stated) else None


def _publisher(lines: Sequence[str]) -> str | None:
    if own := own_publisher(lines):
        return own
    named = Counter(name for line in lines if (name := publisher_in([line])))
    return named.most_common(1)[0][0] if named else None
