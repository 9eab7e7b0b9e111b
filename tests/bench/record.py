"""A record of many invented documents, read by the product's own extractors and indexed by its own indexes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from corpus.encoder import Encoder, opened
from corpus.extract import extract
from corpus.index.dense import Dense
from corpus.index.lexical import Lexical
from corpus.ledger import Entry, Ledger
from corpus.passages import cut
from corpus.records import Source, SourceKind
from tests.bench.documents import PARAGRAPHS, Written, documents
from tests.bench.vectors import CheapEncoder

__all__ = ["entry", "fill", "index", "stamp"]

Say = Callable[[str], None]

AT_ONCE = 250
"""Documents to a transaction."""


def entry(written: Written) -> Entry:
    """An invented document with everything that is found in it."""
    sha256 = hashlib.sha256(written.text.encode()).hexdigest()
    source_id = f"s-{sha256[:12]}"
    source = Source(
        source_id, written.title, "", SourceKind.WRITTEN_ANSWER, written.published, "", "", sha256, key=source_id
    )
    found = extract(written.text, source)
    passages = cut(written.text, source_id)
    return Entry(source, written.text, passages, found.figures, found.statements, found.links)


def stamp() -> str:
    """By what a kept record is known to be what would be made now: the first documents, and what is found in them."""
    told = (repr((one.text, made.figures, made.links)) for one in islice(documents(), 20) for made in (entry(one),))
    return hashlib.sha256("".join(told).encode()).hexdigest()


def fill(folders: dict[Path, int], workers: int, say: Say) -> None:
    """Put documents into each record of FOLDERS until it holds so many passages; the smaller is the larger's start."""
    ledgers = {Ledger.open(folder, create=True): most for folder, most in folders.items()}
    most = max(folders.values())
    done = 0
    for batch in _batches(most, workers):
        for ledger, wanted in ledgers.items():
            if done < wanted:
                ledger.put_all(batch)
        done += sum(len(one.passages) for one in batch)
        say(f"read {done:,} of {most:,} passages")
    for ledger in ledgers:
        ledger.close()


def _batches(most: int, workers: int) -> Iterator[list[Entry]]:
    writing = islice(documents(), most // PARAGRAPHS)
    with ProcessPoolExecutor(workers) as pool:
        while some := list(islice(writing, AT_ONCE)):
            yield list(pool.map(entry, some, chunksize=25))


def index(folder: Path, say: Say) -> None:
    """Make both indexes of the record in FOLDER; MiniLM's vectors, where it is set, are cheap ones under its name."""
    encoder = opened()
    if isinstance(encoder, Encoder):
        encoder = CheapEncoder()
    with Ledger.open(folder) as ledger:
        Lexical(ledger, lambda n, of: say(f"indexed the words of {n:,} of {of:,} documents"))
        Dense(ledger, encoder, lambda n, of: say(f"indexed the meaning of {n:,} of {of:,} passages"))
