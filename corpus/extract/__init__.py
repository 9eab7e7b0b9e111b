"""Text → figures, statements and the dates and numbers in them, each with the span it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.extract.corrections import corrected
from corpus.extract.figures import figures
from corpus.extract.floor import given, moved, replies, spoken, stretches, without_leads
from corpus.extract.lists import list_figures
from corpus.extract.statements import statements
from corpus.extract.tables import table_figures, without_tables
from corpus.extract.titled import dated_by_title
from corpus.extract.written import between, figures_of, links_of, statements_of
from corpus.questions import WrittenQuestion
from corpus.records import Figure, Link, LinkKind, Source, Span, Statement
from corpus.table import Table
from corpus.voice import Voice

__all__ = ["Extraction", "extract", "extract_question"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one text: its figures and statements in order, and how they hang together."""

    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    links: tuple[Link, ...]


def extract(text: str, source: Source, tables: Sequence[Table] = (), voices: Sequence[Voice] = ()) -> Extraction:
    """Read TEXT, the stored text of SOURCE, whose TABLES are read by their rows and columns and not as prose.

    Where VOICES tell who has the floor, every sentence of theirs is a statement. Never raises on any text: what is not
    understood stays a passage.
    """
    prose = without_tables(text, tables, source)
    if voices:
        return _report(text, without_leads(prose, voices), source, tables, voices)
    said = statements(prose, source)
    told = [_attributed(f, said) for f in figures(prose, source)]
    told += [*list_figures(text, tables, source, told), *table_figures(text, tables, source)]
    told = list(dated_by_title(told, source, text))
    found, corrections = corrected(prose, tuple(sorted(told, key=lambda f: f.span.start)))
    return Extraction(found, said, (*_parts(found), *_restated(found), *corrections))


def _report(text: str, prose: str, source: Source, tables: Sequence[Table], voices: Sequence[Voice]) -> Extraction:
    """Read a verbatim report, each speech or exchange by itself."""
    told: list[Figure] = []
    corrections: list[Link] = []
    for stretch in stretches(prose, voices):
        part = stretch.of(prose)
        moved_here, links = moved(*corrected(part, figures(part, source)), stretch.start, source)
        told += moved_here
        corrections += links
    told += [*list_figures(text, tables, source, told), *table_figures(text, tables, source)]
    every = tuple(sorted(dated_by_title(given(told, voices), source), key=lambda f: f.span.start))
    said = spoken(text, prose, source, voices)
    joined = (*_parts(every), *_restated(every), *corrections, *replies(said, voices, source))
    return Extraction(every, said, joined)


def _parts(found: tuple[Figure, ...]) -> tuple[Link, ...]:
    return tuple(Link(LinkKind.PART_OF, f.id, f.part_of, "", f.source_id) for f in found if f.part_of)


def extract_question(
    text: str, source: Source, question: WrittenQuestion, tables: Sequence[Table] = (), before: Sequence[Figure] = ()
) -> Extraction:
    """Read TEXT, the stored text of a written question: what is asked and what is answered, each by whoever said it.

    BEFORE are the figures of the same answer before it was corrected, where those are known.
    """
    found, corrections = figures_of(text, source, question, tables)
    links = (*links_of(found), *_restated(found), *corrections, *between(found, before))
    return Extraction(found, statements_of(text, source, question), links)


def _restated(found: tuple[Figure, ...]) -> tuple[Link, ...]:
    """A figure that only gives an earlier one again restates the fuller of the two."""
    links = []
    for index, figure in enumerate(found):
        earlier = [f for f in found[:index] if f.value == figure.value and f.measure in figure.inherited.split(". ")]
        for other in earlier[:1]:
            fuller, barer = (figure, other) if len(figure.measure) > len(other.measure) else (other, figure)
            links.append(Link(LinkKind.RESTATES, barer.id, fuller.id, "", figure.source_id))
    return tuple(links)


def _attributed(figure: Figure, said: tuple[Statement, ...]) -> Figure:
    for statement in said:
        if figure.span.within(statement.span) and statement.speaker and not _of_speaker(figure, statement):
            return replace(figure, said_by=statement.speaker, role=statement.role)
    return figure


def _of_speaker(figure: Figure, statement: Statement) -> bool:
    """Whether a number only says which or how many the speakers are: "the owners of *12* of the mills said that …"."""
    at = statement.text.find(statement.speaker)
    if at < 0:
        return False
    named = Span(statement.span.start + at, statement.span.start + at + len(statement.speaker))
    return figure.span.within(named)
