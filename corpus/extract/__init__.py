"""Text → figures, statements and the dates and numbers in them, each with the span it came from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.extract.figures import figures
from corpus.extract.statements import statements
from corpus.records import Figure, Link, LinkKind, Source, Statement

__all__ = ["Extraction", "extract"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one text: its figures and statements in order, and how they hang together."""

    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    links: tuple[Link, ...]


def extract(text: str, source: Source) -> Extraction:
    """Read TEXT, the stored text of SOURCE. Never raises on any text: what is not understood stays a passage."""
    said = statements(text, source)
    found = tuple(_attributed(f, said) for f in figures(text, source))
    parts = tuple(Link(LinkKind.PART_OF, f.id, f.part_of, "", source.id) for f in found if f.part_of)
    return Extraction(found, said, (*parts, *_restated(found)))


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
        if figure.span.within(statement.span) and statement.speaker:
            return replace(figure, said_by=statement.speaker, role=statement.role)
    return figure
