"""The sentences that a question may be answered from in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.sayings import Line
from bot.view import View
from corpus.extract.sentences import paragraphs, sentences
from corpus.records import Source, Span, Statement

__all__ = ["Stretches", "lines_of"]

Stretches = dict[str, tuple[tuple[Span, str], ...]]
"""By source, stretches of its text, each with its place."""


def lines_of(view: View, read: Mapping[str, Iterable[tuple[Span, str]]]) -> tuple[Line, ...]:
    """The sentences of the stretches READ of each source, each with the statement that it makes."""
    by_source: dict[str, list[Statement]] = {}
    for statement in view.statements.values():
        by_source.setdefault(statement.source_id, []).append(statement)
    measures = _measures(view)
    found: list[Line] = []
    for source_id, stretches in read.items():
        source = view.sources[source_id]
        if view.as_of is not None and source.known_by is not None and source.known_by > view.as_of:
            continue
        setting = ". ".join([source.title, *measures.get(source_id, ())])
        for span, words in stretches:
            found += _of_stretch(source, span, words, by_source.get(source_id, []), setting)
    return tuple(found)


def _of_stretch(source: Source, stretch: Span, text: str, said: list[Statement], setting: str) -> list[Line]:
    lines: list[Line] = []
    before = ""
    for inner in _split(text, source.paraphrase):
        span = Span(inner.start + stretch.start, inner.end + stretch.start)
        statement = next(
            (s for s in said if (s.span.start <= span.start and span.end <= s.span.end) or span.within(s.span)), None
        )
        words = inner.of(text)
        lines.append(Line(source, span, words, before, statement, setting))
        before = words
    return lines


@lru_cache(maxsize=4_096)
def _split(text: str, by_line: bool) -> tuple[Span, ...]:
    return tuple(paragraphs(text) if by_line else sentences(text))


def _measures(view: View) -> dict[str, list[str]]:
    """By source, the measures of the wholes that its figures are part of: what a source is about, beside its title."""
    wholes: dict[str, set[str]] = {}
    for figure in view.figures.values():
        if figure.part_of in view.figures:
            wholes.setdefault(figure.source_id, set()).add(figure.part_of)
    return {source_id: [view.figures[i].measure for i in sorted(ids)] for source_id, ids in wholes.items()}
