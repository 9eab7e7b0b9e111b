"""Every question that may be asked of the ledger, by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Column, ColumnElement, Select, Table, and_, func, inspect, or_, select

from corpus.ledger import rows
from corpus.ledger.entry import Entry, digest_of, faults, sha256_of
from corpus.ledger.export import lines
from corpus.ledger.findable import Findable
from corpus.ledger.queries import CHUNK, before, by, within
from corpus.ledger.questions import Questions
from corpus.ledger.spoken import Spoken
from corpus.ledger.tables import anchor, dataset, figure, link, passage, source, statement
from corpus.records import Figure, Link, LinkKind, Passage, Source, Span, Statement

__all__ = [
    "CHUNK",
    "SMALL",
    "TEXTS_KEPT",
    "Counts",
    "Reading",
]

T = TypeVar("T")

SMALL = 20_000
"""Up to so many figures or statements, all of them are kept in memory until the record changes."""
TEXTS_KEPT = 64

_SOURCE = [c for c in source.c if c.name not in ("added", "digest", "text_sha256", "text")]
_PASSAGE = list(passage.c)
_FIGURE = [c for c in figure.c if c.name != "passage_id"]
_STATEMENT = [c for c in statement.c if c.name != "passage_id"]
_LINK = [link.c.kind, link.c.from_id, link.c.to_id, link.c.note, link.c.word_of]

_SOURCES = by(select(*_SOURCE), source.c.id)
_KEYED = within(select(*_SOURCE).order_by(source.c.added), source.c.key)
_PAGE = before(select(anchor.c.label), anchor.c.source_id, anchor.c.start)
_TEXT = by(select(source.c.text), source.c.id)
_TEXTS = by(select(source.c.text, source.c.id), source.c.id)
_PASSAGES = by(select(*_PASSAGE), passage.c.id)
_PASSAGES_OF = by(select(*_PASSAGE), passage.c.source_id)
_HOLDING = by(select(*_PASSAGE).join(figure, figure.c.passage_id == passage.c.id).distinct(), figure.c.id)
_FIGURED = select(figure.c.id).where(figure.c.passage_id == passage.c.id).exists()
_COUNTING = by(select(passage.c.id).where(_FIGURED), passage.c.id)
_PLACES = by(select(figure.c.passage_id).distinct(), figure.c.id)
_FIGURES = by(select(*_FIGURE), figure.c.id)
_FIGURES_IN = by(select(*_FIGURE, figure.c.passage_id), figure.c.passage_id)
_FIGURES_OF = by(select(*_FIGURE), figure.c.source_id)
_STATEMENTS = by(select(*_STATEMENT), statement.c.id)
_STATEMENTS_IN = by(select(*_STATEMENT, statement.c.passage_id), statement.c.passage_id)
_COUNTS = (
    by(select(func.count()), source.c.id),
    *(by(select(func.count()), table.c.source_id) for table in (figure, statement, passage)),
)
_LINKS = tuple(by(select(link.c.id, *_LINK), end) for end in (link.c.from_id, link.c.to_id))


_MOST_LETTERS = 40


def _beginning(column: Column[str], words: str) -> ColumnElement[bool] | None:
    """That COLUMN begins as WORDS do before their first digit; None where that is next to nothing."""
    first = re.split(r"[0-9]", words, maxsplit=1)[0][:_MOST_LETTERS]
    return column.startswith(first, autoescape=True) if len(first) > 3 else None


class Counts(NamedTuple):
    """How many of each the record holds."""

    sources: int
    figures: int
    statements: int
    passages: int
    datasets: int = 0
    observations: int = 0
    """The numbers, and marks in place of numbers, of statistical tables; not among the figures."""


class Reading(Findable, Questions, Spoken):
    """The queries. Each gives frozen values in a fixed order: sources as put in, records as they stand in the text."""

    # -- sources

    def source(self, source_id: str) -> Source:
        """The source of that id. Raises KeyError where there is none."""
        return self._one(select(*_SOURCE).where(source.c.id == source_id), rows.source_of, source_id)

    def sources(self) -> tuple[Source, ...]:
        """Every source, in the order in which they were put in."""
        return self._kept("sources", lambda: self._all(select(*_SOURCE).order_by(source.c.added), rows.source_of))

    def sources_of(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """The sources of IDS, in their order and less those that are not there."""
        return self._in_order(_SOURCES, rows.source_of, ids)

    def by_sha(self, sha256: str) -> tuple[Source, ...]:
        """The sources that were read from a file of these bytes: none, one, or the several of one sheet."""
        query = select(*_SOURCE).where(source.c.sha256 == sha256).order_by(source.c.added)
        return self._all(query, rows.source_of)

    def by_key(self, key: str) -> Source | None:
        """The source that is the current version under KEY, or None."""
        found = self._all(select(*_SOURCE).where(source.c.key == key), rows.source_of)
        return found[0] if found else None

    def by_file(self, key: str) -> tuple[Source, ...]:
        """The sources that came from the file KEY: its own, and those of a sheet, whose keys are ``KEY#part``."""
        k = source.c.key
        part = and_(k >= f"{key}#", k < f"{key}$")  # the sign after # is $: a range is read from the index
        query = select(*_SOURCE).where(or_(k == key, part)).order_by(source.c.added)
        return self._all(query, rows.source_of)

    def by_identity(self, identity: str) -> tuple[Source, ...]:
        """The sources of the document IDENTITY, wherever it was found, whose keys are ``IDENTITY~EDITION#part``."""
        # the sign after ~ is \x7f: a range is read from the index
        found = self._between(_KEYED, f"{identity}~", f"{identity}\x7f")
        return tuple(map(rows.source_of, found))

    def issues_like(self, one: Source) -> tuple[Source, ...]:
        """The other sources of ONE's publisher whose title, or whose key, begins as its does up to the first digit."""
        s = source.c
        begins = [_beginning(column, words) for column, words in ((s.title, one.title), (s.key, one.key))]
        near = [like for like in begins if like is not None]
        if not near:
            return ()
        query = select(*_SOURCE).where(s.publisher == one.publisher, s.id != one.id, or_(*near)).order_by(s.added)
        return self._all(query, rows.source_of)

    def digests(self) -> dict[str, str]:
        """Each source's id with a hash of all that is stored of it, in the order in which they were put in."""
        query = select(source.c.id, source.c.digest).order_by(source.c.added)
        return {row[0]: row[1] for row in self._rows(query)}

    def holds(self, entry: Entry) -> bool:
        """Whether ENTRY is in the record already, the same in every field."""
        query = select(source.c.digest).where(source.c.id == entry.source.id)
        return [row[0] for row in self._rows(query)] == [digest_of(entry)]

    def text(self, source_id: str) -> str:
        """The stored text that SOURCE_ID's spans count in. Raises KeyError where there is no such source."""
        kept = self._kept("texts", dict[str, str])
        if source_id not in kept:
            found = self._by_ids(_TEXT, [source_id])
            if not found:
                raise KeyError(source_id)
            if len(kept) >= TEXTS_KEPT:
                kept.clear()
            kept[source_id] = found[0][0]
        return str(kept[source_id])

    def texts(self, ids: Iterable[str]) -> dict[str, str]:
        """The stored texts of these sources, less those that are not there: many at once, none of them kept."""
        return {row[1]: row[0] for row in self._by_ids(_TEXTS, list(dict.fromkeys(ids)))}

    def quote(self, source_id: str, span: Span) -> str:
        """The words that SPAN marks in SOURCE_ID's stored text. Raises KeyError, or ValueError past the text's end."""
        return span.of(self.text(source_id))

    def place_of(self, source_id: str, offset: int) -> str:
        """The page, or other part, that character OFFSET of SOURCE_ID's text stands on; empty where none is known."""
        if not self._paged:
            return ""
        return next((str(row[0]) for row in self._last(_PAGE, source_id, offset)), "")

    @cached_property
    def _paged(self) -> bool:
        """Whether the ledger has room for pages; not where it is older and may only be read."""
        with self._connected() as connection:
            return bool(inspect(connection).has_table(anchor.name))

    # -- figures and statements

    def figure(self, figure_id: str) -> Figure:
        """The figure of that id. Raises KeyError where there is none."""
        return self._one(select(*_FIGURE).where(figure.c.id == figure_id), rows.figure_of, figure_id)

    def figures(self, ids: Iterable[str] | None = None, source_id: str | None = None) -> tuple[Figure, ...]:
        """The figures of IDS, in their order and less those that are not there; or of one source; or all."""
        return self._records(figure, _FIGURE, _FIGURES, rows.figure_of, ids, source_id)

    def figures_of(self, source_ids: Iterable[str]) -> dict[str, tuple[Figure, ...]]:
        """The figures of each of these sources, as they stand in its text; a source without any is left out."""
        found: dict[str, list[Figure]] = {source_id: [] for source_id in source_ids}
        for row in self._by_ids(_FIGURES_OF, list(found)):
            one = rows.figure_of(row)
            found[one.source_id].append(one)
        return {
            i: tuple(sorted(held, key=lambda f: (f.span.start, f.span.end, f.id))) for i, held in found.items() if held
        }

    def figures_in(self, passage_ids: Iterable[str]) -> tuple[Figure, ...]:
        """The figures whose span begins in these passages, in the order of the passages."""
        return self._within(_FIGURES_IN, rows.figure_of, passage_ids)

    def statement(self, statement_id: str) -> Statement:
        """The statement of that id. Raises KeyError where there is none."""
        return self._one(select(*_STATEMENT).where(statement.c.id == statement_id), rows.statement_of, statement_id)

    def statements(self, ids: Iterable[str] | None = None, source_id: str | None = None) -> tuple[Statement, ...]:
        """The statements of IDS, in their order and less those that are not there; or of one source; or all."""
        return self._records(statement, _STATEMENT, _STATEMENTS, rows.statement_of, ids, source_id)

    def statements_in(self, passage_ids: Iterable[str]) -> tuple[Statement, ...]:
        """The statements whose span begins in these passages, in the order of the passages."""
        return self._within(_STATEMENTS_IN, rows.statement_of, passage_ids)

    # -- passages

    def passages(self, ids: Iterable[str] | None = None, source_id: str | None = None) -> tuple[Passage, ...]:
        """The passages of IDS, in their order and less those that are not there; or of one source; or all."""
        if ids is not None:
            return self._in_order(_PASSAGES, rows.passage_of, ids)
        return tuple(self.each_passage(source_id))

    def passages_holding(self, figure_ids: Iterable[str]) -> tuple[Passage, ...]:
        """The passages that these figures' spans begin in, each once."""
        return tuple(map(rows.passage_of, dict.fromkeys(self._by_ids(_HOLDING, list(figure_ids)))))

    def passage_ids_holding(self, figure_ids: Iterable[str]) -> tuple[str, ...]:
        """The ids of the passages that these figures' spans begin in, each once."""
        return tuple(row[0] for row in self._by_ids(_PLACES, list(figure_ids)) if row[0])

    def counting(self, passage_ids: Iterable[str]) -> frozenset[str]:
        """Those of these passages that a figure begins in."""
        return frozenset(row[0] for row in self._by_ids(_COUNTING, list(passage_ids)))

    def each_passage(self, source_id: str | None = None) -> Iterator[Passage]:
        """Every passage (of one source, where given), one at a time: a record may hold more than fit in memory."""
        query = select(*_PASSAGE)
        if source_id is None:
            query = query.join(source, source.c.id == passage.c.source_id).order_by(source.c.added, passage.c.start)
        else:
            query = query.where(passage.c.source_id == source_id).order_by(passage.c.start)
        with self._connected() as connection:
            for row in connection.execute(query, execution_options={"yield_per": 1000}):
                yield rows.passage_of(row)

    def passages_of(self, source_ids: Iterable[str]) -> dict[str, tuple[Passage, ...]]:
        """The passages of each of these sources, in their order; a source without any is left out."""
        found: dict[str, list[Passage]] = {source_id: [] for source_id in source_ids}
        for row in sorted(self._by_ids(_PASSAGES_OF, list(found)), key=lambda row: row[2]):
            found[row[1]].append(rows.passage_of(row))
        return {source_id: tuple(held) for source_id, held in found.items() if held}

    def passage_counts(self) -> dict[str, int]:
        """How many passages each source has; a source without any is left out."""
        query = select(passage.c.source_id, func.count()).group_by(passage.c.source_id)
        return {row[0]: row[1] for row in self._rows(query)}

    def passage_of(self, source_id: str, span: Span) -> Passage | None:
        """The passage that SPAN begins in, or None where it begins between passages."""
        query = select(*_PASSAGE).where(passage.c.source_id == source_id, passage.c.start <= span.start)
        found = self._all(query.order_by(passage.c.start.desc()).limit(1), rows.passage_of)
        return found[0] if found and span.start < found[0].span.end else None

    # -- links

    def links(self, record_ids: Iterable[str]) -> tuple[Link, ...]:
        """The links from or to any of these records, each once, in the order in which they were put in."""
        found: dict[int, Link] = {}
        ids = list(record_ids)
        for query in _LINKS:
            for row in self._by_ids(query, ids):
                found[row[0]] = rows.link_of(row[1:])
        return tuple(found[n] for n in sorted(found))

    def links_of_kind(self, kind: LinkKind) -> tuple[Link, ...]:
        """Every link of that kind, in the order in which they were put in."""
        return self._all(select(*_LINK).where(link.c.kind == kind.value).order_by(link.c.id), rows.link_of)

    # -- the whole

    def counts(self) -> Counts:
        """How many sources, figures, statements and passages there are."""
        return self._kept("counts", self._count)

    def _count(self) -> Counts:
        counted = [select(func.count()).select_from(t) for t in (source, figure, statement, passage)]
        if self.cubed:
            counted += [select(func.count()).select_from(dataset), select(func.coalesce(func.sum(dataset.c.held), 0))]
        query = select(*(one.scalar_subquery() for one in counted))
        return self._one(query, lambda row: Counts(*row), "counts")

    def counts_of(self, source_ids: Iterable[str]) -> Counts:
        """How many of SOURCE_IDS there are, and how many figures, statements and passages these have."""
        ids = list(dict.fromkeys(source_ids))
        return Counts(*(sum(row[0] for row in self._by_ids(query, ids)) for query in _COUNTS))

    def exported(self) -> Iterator[str]:
        """The whole record as lines of JSON, as it stands now: see :mod:`corpus.ledger.export`."""
        with self.steady(), self._connected() as connection:
            yield from lines(connection, self.fingerprint())

    def check(self) -> tuple[str, ...]:
        """What is wrong with the record, a sentence a fault: texts that were altered, spans that do not re-read."""
        found: list[str] = []
        for one in self.sources():
            found += self._check(one.id)
        return tuple(found)

    def _check(self, source_id: str) -> Iterator[str]:
        query = select(source.c.text, source.c.text_sha256).where(source.c.id == source_id)
        text, stored = self._one(query, tuple, source_id)
        if sha256_of(text) != stored:
            yield f"the stored text of source {source_id} is not the one that was put in"
        parts = (self.passages(source_id=source_id), self.figures(source_id=source_id))
        said, asked = self.statements(source_id=source_id), self.questions_of([source_id])
        yield from faults(Entry(self.source(source_id), text, *parts, said, questions=asked))

    # -- in the order asked for

    def _in_order(self, query: Select[Any], make: Callable[[Any], T], ids: Iterable[str]) -> tuple[T, ...]:
        wanted = list(dict.fromkeys(ids))
        found = {row[0]: make(row) for row in self._by_ids(query, wanted)}
        return tuple(found[i] for i in wanted if i in found)

    def _within(self, query: Select[Any], make: Callable[[Any], T], ids: Iterable[str]) -> tuple[T, ...]:
        wanted = {passage_id: n for n, passage_id in enumerate(dict.fromkeys(ids))}
        found = self._by_ids(query, list(wanted))
        found.sort(key=lambda row: (wanted[row[-1]], row[2]))
        return tuple(make(row[:-1]) for row in found)

    def _records(
        self,
        table: Table,
        columns: list[Any],
        query: Select[Any],
        make: Callable[[Any], T],
        ids: Iterable[str] | None,
        source_id: str | None,
    ) -> tuple[T, ...]:
        if ids is not None:
            return self._in_order(query, make, ids)
        if source_id is not None:
            of_source = select(*columns).where(table.c.source_id == source_id).order_by(table.c.start)
            return self._all(of_source, make)
        every = select(*columns).join(source, source.c.id == table.c.source_id)
        every = every.order_by(source.c.added, table.c.start)
        if max(self.counts().figures, self.counts().statements) > SMALL:
            return self._all(every, make)
        return self._kept(table.name, lambda: self._all(every, make))
