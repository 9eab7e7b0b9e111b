"""Versions of one document that come from anywhere: the same name, and an edition that says which is the newer.

A day of debates is published again and again with corrections, and a written question is found in many files. Such a
document is known by its ``identity`` and not by the place of its file. Its key in the record is
``IDENTITY~EDITION#PART``; a lower edition never takes the place of a higher one, whichever is put in first.
"""

from __future__ import annotations

from collections.abc import Collection

from corpus.formats import Document
from corpus.ledger import Ledger
from corpus.records import Source

__all__ = ["Editions", "key_of_document"]

_MARK = "~"


def key_of_document(document: Document, file_key: str) -> str:
    """What DOCUMENT is known by in the record: by its identity, else by the file that it is in."""
    key = f"{document.identity}{_MARK}{document.edition}" if document.identity else file_key
    return f"{key}#{document.key}" if document.key else key


class Editions:
    """What the record held of each of a file's documents before the file went in."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._held: dict[str, tuple[Source, ...]] = {}

    def held(self, document: Document) -> tuple[Source, ...]:
        """The sources of DOCUMENT's identity, of any edition; none where it has no identity."""
        name = document.identity
        if name not in self._held:
            if document.question is not None:  # its source has a lasting id, and is the only one
                self._held[name] = self._ledger.sources_of([document.question.source_id])
            else:
                self._held[name] = self._ledger.by_identity(name) if name else ()
        return self._held[name]

    def newer(self, document: Document) -> tuple[Source, ...]:
        """What the record holds instead of DOCUMENT, all of one identity; none where DOCUMENT is no older than that."""
        held = self.held(document)
        newest = max((_edition(source, document.identity) for source in held), default="")
        return held if document.edition < newest else ()

    def twin(self, document: Document, source: Source) -> Source | None:
        """The source that holds DOCUMENT, which would be SOURCE, word for word: other bytes gave it before."""
        alike = (s for s in self.held(document) if (s.key, s.title) == (source.key, source.title))
        other = (s for s in alike if s.sha256 != source.sha256)
        return next((s for s in other if self._ledger.text(s.id) == document.text), None)

    def others(self, document: Document) -> bool:
        """Whether the record holds parts of the same identity in another edition, which make room together."""
        shared = document.identity and document.identity != document.key
        return bool(shared) and any(_edition(s, document.identity) != document.edition for s in self.held(document))

    def outdated(self, spared: Collection[str]) -> set[str]:
        """The ids of all that it held of these identities, less the identities SPARED."""
        return {source.id for name, sources in self._held.items() if name not in spared for source in sources}


def _edition(source: Source, identity: str) -> str:
    return source.key[len(identity) + len(_MARK) :].partition("#")[0]
