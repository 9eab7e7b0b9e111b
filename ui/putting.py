"""Putting uploads into the record, with a row of results for each file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.ledger import Ledger
from corpus.records import SourceKind
from ui.uploads import Upload

__all__ = ["Told", "put_in"]


@dataclass(frozen=True, slots=True)
class Told:
    """What the person said of the documents; empty where nothing was said."""

    title: str = ""
    publisher: str = ""
    kind: SourceKind | None = None
    published: date | None = None


def put_in(
    ledger: Ledger, uploads: Sequence[Upload], told: Told, progress: Callable[[float, str], None]
) -> list[list[str]]:
    """Put UPLOADS in; gives a row of name, outcome, figures, statements and reason for each.

    PROGRESS is called with the share done (0 to 1) and a few words. Raises a DespatchError where nothing can go in.
    """
    raise NotImplementedError
