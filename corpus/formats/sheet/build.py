"""A sheet → sources with their stored text, and figures, statements and links that point into it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.formats.sheet.check import check
from corpus.formats.sheet.models import FigureEntry, LinkEntry, PeriodEntry, SourceEntry, StatementEntry
from corpus.formats.sheet.problem import Path, SheetError
from corpus.formats.sheet.refer import record_id, refuse_unknown
from corpus.formats.sheet.tree import Tree, read_tree
from corpus.formats.sheet.written import find_value
from corpus.patterns import regex
from corpus.records import Figure, Link, LinkKind, Period, Qualifier, Source, Span, Statement, When

__all__ = ["SheetDocument", "read_sheet"]

QUOTED = 8
"""Words. A quotation in a sheet may be no longer: a sheet paraphrases, and quotes only what must be exact."""

_QUOTATION = regex('"([^"]*)"|“([^”]*)”')


@dataclass(frozen=True, slots=True)
class SheetDocument:
    """One source of a sheet: its stored text (title, then a paragraph for each line) and the records in it.

    Every span re-reads from ``text``; ``source.sha256`` is that of ``text`` in UTF-8. ``digest`` is that of
    everything here, so that a change of any field shows, even one that leaves the text as it was.
    """

    source: Source
    text: str
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    links: tuple[Link, ...]

    @property
    def digest(self) -> str:
        """SHA-256, in hexadecimal, over the source and all its records."""
        whole = repr((self.source, self.text, self.figures, self.statements, self.links))
        return hashlib.sha256(whole.encode()).hexdigest()


def read_sheet(data: bytes, name: str) -> list[SheetDocument]:
    """The sources of the sheet DATA in order; NAME is the file's, for errors.

    Raises SheetError, one sentence naming file, line and field, for the first thing that is wrong.
    """
    tree = read_tree(data, name)
    sheet = check(tree, name)
    refuse_unknown(sheet, tree, name)
    places = enumerate(sheet.sources)
    return [_Reader(name, tree, sheet.name, source, ("sources", i)).document() for i, source in places]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes one source's document; ``path`` is where it stands in the tree."""

    file: str
    tree: Tree
    sheet: str
    entry: SourceEntry
    path: Path

    def document(self) -> SheetDocument:
        lines = [f.says for f in self.entry.figures] + [s.says for s in self.entry.statements]
        text = "\n\n".join((self.entry.title, *lines)) + "\n"
        spans = list(_paragraphs(self.entry.title, lines))
        cut = len(self.entry.figures)
        figures = tuple(self.figure(i, f, spans[i]) for i, f in enumerate(self.entry.figures))
        statements = tuple(self.statement(i, s, spans[cut + i]) for i, s in enumerate(self.entry.statements))
        return SheetDocument(self.source(text), text, figures, statements, tuple(self.links()))

    def source(self, text: str) -> Source:
        entry, first = self.entry, self.entry.url[:1]
        # The record keeps one address; the others stay readable, as words.
        access = [entry.access or "", *(f"also at {url}" for url in entry.url[1:])]
        return Source(
            id=self.id(entry.key),
            title=entry.title,
            publisher=entry.publisher,
            kind=entry.kind,
            published=_day(entry.published),
            published_in=None if entry.published is None or entry.published.exact else entry.published,
            reference=entry.reference or "",
            url=first[0] if first else "",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            licence=entry.licence or "",
            access="; ".join(filter(None, access)),
            paraphrase=True,
            key=self.id(entry.key),
        )

    def figure(self, i: int, entry: FigureEntry, line: Span) -> Figure:
        value = None if isinstance(entry.value, Qualifier) else entry.value
        return Figure(
            id=self.id(entry.key),
            source_id=self.id(self.entry.key),
            span=_shift(self.value_span(entry, ("figures", i)), line.start),
            context=line,
            value=value,
            qualifier=_qualifier(entry),
            unit=entry.unit,
            counted=entry.counted,
            measure=entry.measure,
            population=entry.population or "",
            part_of=self.id(entry.part_of) if entry.part_of else None,
            breakdown=tuple(entry.breakdown.items()),
            period=self.period(entry.period, ("figures", i, "period")),
            nature=entry.nature,
            geography=entry.place or "",
            as_at=entry.as_at,
            said_on=_day(entry.said_on or self.entry.published),
            said_by=entry.said_by or "",
            role=entry.role or "",
            standing=entry.standing,
            status=entry.status or "",
            upper=entry.upper,
            also=entry.also,
            note=entry.note or "",
            said_in=None if entry.said_on is None or entry.said_on.exact else entry.said_on,
        )

    def value_span(self, entry: FigureEntry, path: Path) -> Span:
        value = None if isinstance(entry.value, Qualifier) else entry.value
        try:
            return find_value(entry.says, value, _qualifier(entry), entry.upper, entry.written or "")
        except ValueError as wrong:
            raise self.wrong(str(wrong), (*path, "says")) from None

    def period(self, entry: PeriodEntry | None, path: Path) -> Period | None:
        if entry is None:
            return None
        start = entry.start.first if entry.start else None
        end = entry.to.last if entry.to else None
        try:
            return Period(start, end, entry.words or "")
        except ValueError:
            raise self.wrong("the period ends before it begins; check 'from' and 'to'", path) from None

    def statement(self, i: int, entry: StatementEntry, line: Span) -> Statement:
        return Statement(
            id=self.id(entry.key),
            source_id=self.id(self.entry.key),
            span=line,
            speaker=entry.speaker,
            role=entry.role or "",
            said_on=_day(entry.said_on or self.entry.published),
            text=entry.says,
            verbatim=entry.verbatim,
            act=entry.act,
            place=entry.place or "",
            topic=entry.topic or "",
            quotation=self.quotation(entry, line, ("statements", i, "says")),
        )

    def quotation(self, entry: StatementEntry, line: Span, path: Path) -> Span | None:
        found = [Span(*m.span(m.lastindex or 0)) for m in _QUOTATION.finditer(entry.says)]
        if any(len(span.of(entry.says).split()) > QUOTED for span in found):
            raise self.wrong(f"a quotation is longer than {QUOTED} words; say the rest in your own", path)
        if entry.verbatim and not found:
            raise self.wrong("a verbatim statement needs its words in quotation marks; add them", path)
        return _shift(found[0], line.start) if found else None

    def links(self) -> Iterator[Link]:
        for figure in self.entry.figures:
            yield from (self.link(figure.key, link) for link in figure.links)
        for statement in self.entry.statements:
            yield from (self.link(statement.key, link) for link in (*_about(statement), *statement.links))

    def link(self, key: str, entry: LinkEntry) -> Link:
        return Link(entry.kind, self.id(key), self.id(entry.target), entry.note or "", self.id(self.entry.key))

    def id(self, key: str) -> str:
        return record_id(self.sheet, key)

    def wrong(self, reason: str, path: Path) -> SheetError:
        path = (*self.path, *path)
        return SheetError(self.file, reason, self.tree.line(path), path)


def _paragraphs(title: str, lines: list[str]) -> Iterator[Span]:
    start = len(title) + 2
    for line in lines:
        yield Span(start, start + len(line))
        start += len(line) + 2


def _qualifier(entry: FigureEntry) -> Qualifier:
    return entry.value if isinstance(entry.value, Qualifier) else entry.qualifier


def _about(entry: StatementEntry) -> Iterator[LinkEntry]:
    for key in entry.about:
        yield LinkEntry.model_validate({str(LinkKind.REFERS_TO): key})


def _day(when: When | None) -> date | None:
    """The day, where WHEN is one; a month or year is no day, and none is made up for it."""
    return when.first if when and when.exact else None


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
