"""What every format gives: documents, each with the text that will be stored and what the file says of itself.

A format is chosen by the file's suffix (see :mod:`corpus.formats`). It takes the file's bytes and gives one
document, or several one after another (a sheet, a page of written questions); or it refuses the file whole with
:class:`corpus.errors.IngestRefused`, before it has given any.

A format may say of itself how much a file of it may hold (``most_bytes: int``, where that is not
:data:`corpus.formats.decoding.MOST_BYTES`), and that it reads files where they lie (:class:`ReadsPath`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Protocol, runtime_checkable

from corpus.anchors import Anchor
from corpus.cube import Dataset
from corpus.questions import WrittenQuestion
from corpus.records import Figure, Link, Source, SourceKind, Span, Statement
from corpus.table import Table
from corpus.voice import Voice

__all__ = ["Document", "Format", "Meta", "ReadsPath"]


@dataclass(frozen=True, slots=True)
class Meta:
    """What is told of a document beside its text; None where nothing is told."""

    title: str | None = None
    publisher: str | None = None
    kind: SourceKind | None = None
    published: date | None = None
    reference: str | None = None
    url: str | None = None
    licence: str | None = None
    access: str | None = None
    language: str | None = None

    def over(self, other: Meta) -> Meta:
        """This, with what it leaves untold taken from OTHER."""
        mine = ((f.name, getattr(self, f.name), getattr(other, f.name)) for f in fields(Meta))
        return Meta(**{name: theirs if own is None else own for name, own, theirs in mine})


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a file. ``text`` is stored as it is, and every span counts its characters.

    A format that only reads text leaves ``source`` None and gives ``meta``: the source is then made from it, and
    figures are looked for in the text. A format that knows its records (a record sheet) gives ``source`` whole,
    id included, with ready-made ``figures``, ``statements`` and ``links`` of that id; nothing is looked for, and
    the source's ``sha256`` and ``key`` are filled in as it goes into the record. ``key`` tells the several
    documents of one file apart and stays the same from one version of the file to the next. ``tables`` tells which
    stretches of the text are tables, in order; ``datasets`` are those that are understood as data cubes; ``voices`` who
    has the floor over which, where the document is a verbatim report. ``identity`` is the document's lasting name
    wherever it is found, "" where it is known by its file's place; of its versions the one with the highest ``edition``
    (compared as text) stays in the record, and several documents of one identity and edition are its parts, told apart
    by ``key`` (see :mod:`corpus.editions`).

    A file whose documents have a ``key`` and no ``source`` goes in by parts: each document whole, known by a hash of
    its own (see :mod:`corpus.putting`). Such documents may be given lazily; no two of a file have the same identity
    and key.
    """

    text: str
    meta: Meta = Meta()
    key: str = ""
    source: Source | None = None
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()
    tables: tuple[Table, ...] = ()
    celled: bool = False
    """Whether the file itself says which cell of a table is which, as a page or a Word document does, or its lines and
    the places of its words do (PDF): then each table tells whether it is sure."""
    datasets: tuple[Dataset, ...] = ()
    """Statistical tables as data cubes. Their ``id`` and ``source_id`` are filled in as they go into the record."""
    searched: tuple[Span, ...] | None = None
    """The stretches that are cut into passages and read as prose; None for all of the text.

    A spreadsheet's are its titles, notes and what was not understood: its rows are found through its dataset.
    """
    left_out: tuple[str, ...] = ()
    """What of the file is not read, or not understood: a sentence each."""
    anchors: tuple[Anchor, ...] = ()
    """Where its pages begin, in the text's order."""
    voices: tuple[Voice, ...] = ()
    identity: str = ""
    edition: str = ""
    question: WrittenQuestion | None = None
    """The written question that the document is, its spans counted in ``text``: the source then has its lasting id."""
    before: Document | None = None
    """The same answer as it was before it was corrected, where the file tells that too."""


class Format(Protocol):
    """One way of reading files."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file names' endings that it reads, in lower case with their dot."""
        ...

    def read(self, content: bytes, path: Path) -> Iterable[Document]:
        """The documents in CONTENT; PATH is for messages and a title of last resort, and is not opened.

        Raises IngestRefused where CONTENT is not what its name says.
        """
        ...


@runtime_checkable
class ReadsPath(Format, Protocol):
    """A format whose files may be larger than memory: they are read where they lie. Uploads go through ``read``."""

    reads_path: bool
    """Whether it is to be used so."""

    def read_path(self, place: Path, path: Path) -> Iterable[Document]:
        """The documents of the file at PLACE, one after another; PATH is for messages, and is not opened.

        Raises IngestRefused, or OSError where the file cannot be read.
        """
        ...
