"""Versions of one document that come from anywhere: the same name, and an edition that says which is the newer.

A day of debates is published again and again with corrections, and a written question is found in many files. Such a
document is known by its ``identity`` and not by the place of its file. Its key in the record is
``IDENTITY~EDITION#PART``; a lower edition never takes the place of a higher one, whichever is put in first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.formats import Document
from corpus.ledger import Ledger
from corpus.records import Source

__all__ = ["Sorted", "key_of_document", "sort_editions"]

_MARK = "~"


@dataclass(frozen=True, slots=True)
class Sorted:
    """A file's documents, held against the record."""

    current: tuple[Document, ...]
    """Those that may go in: the record holds no newer edition of them, nor the same one word for word."""
    standing: tuple[Source, ...]
    """What the record holds instead of the others, and keeps."""
    outdated: tuple[Source, ...]
    """What the record holds of those identities besides, which makes room."""


def key_of_document(document: Document, file_key: str) -> str:
    """What DOCUMENT is known by in the record: by its identity, else by the file that it is in."""
    key = f"{document.identity}{_MARK}{document.edition}" if document.identity else file_key
    return f"{key}#{document.key}" if document.key else key


def sort_editions(ledger: Ledger, documents: Sequence[Document], sha256: str) -> Sorted:
    """Which of DOCUMENTS, read from bytes of the hash SHA256, go in, and what they take the place of."""
    held = {name: ledger.by_identity(name) for name in dict.fromkeys(d.identity for d in documents if d.identity)}
    newest = {name: max((_edition(s, name) for s in sources), default="") for name, sources in held.items()}
    fresh = [d for d in documents if not d.identity or d.edition >= newest[d.identity]]
    twins = {id(d): _twin(ledger, d, held.get(d.identity, ()), sha256) for d in fresh}
    stale = {d.identity for d in documents} - {d.identity for d in fresh}
    kept = [s for name in sorted(stale) for s in held[name]] + [s for s in twins.values() if s is not None]
    kept_ids = {s.id for s in kept}
    gone = [s for sources in held.values() for s in sources if s.id not in kept_ids]
    return Sorted(tuple(d for d in fresh if twins[id(d)] is None), tuple(kept), tuple(gone))


def _twin(ledger: Ledger, document: Document, held: Sequence[Source], sha256: str) -> Source | None:
    """The source that other bytes gave of the very same part of the same edition."""
    if not document.identity or document.source is not None:
        return None
    key = key_of_document(document, "")
    same = (s for s in held if s.key == key and s.sha256 != sha256 and s.title == document.meta.title)
    return next((s for s in same if ledger.text(s.id) == document.text), None)


def _edition(source: Source, identity: str) -> str:
    return source.key[len(identity) + len(_MARK) :].partition("#")[0]
