"""The sentences that a question may be answered from in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import overload

from bot.sayings import Line
from bot.view import View
from corpus.extract.sentences import paragraphs, sentences
from corpus.records import Source, Span, Statement

__all__ = ["Lines", "Stretches", "lines_of"]

Stretches = dict[str, tuple[tuple[Span, str], ...]]
"""By source, stretches of its text, each with its place."""


class Lines(Sequence[Line]):
    """The sentences of some stretches of text, parted when one of them is first looked at.

    Where a figure answers, whether any stretch says a thing at all is most often all that is asked of them.
    """

    def __init__(self, texts: Sequence[str], make: Callable[[], Iterable[Line]]) -> None:
        """TEXTS are the stretches, of which MAKE makes the lines."""
        self._texts = texts
        self._make = make

    def tell(self, form: re.Pattern[str]) -> bool:
        """Whether FORM is found in any of the stretches; then it may be found in one of the lines."""
        return any(form.search(text) for text in self._texts)

    def without(self, unwanted: Callable[[Line], bool]) -> Lines:
        """The same less those that are UNWANTED."""
        return Lines(self._texts, lambda: (line for line in self if not unwanted(line)))

    @cached_property
    def _made(self) -> tuple[Line, ...]:
        return tuple(self._make())

    def __len__(self) -> int:
        return len(self._made)

    def __iter__(self) -> Iterator[Line]:
        return iter(self._made)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, at: int | slice) -> Line | tuple[Line, ...]:
        return self._made[at]


def lines_of(view: View, read: Stretches) -> Lines:
    """The sentences of the stretches READ of each source, each with the statement that it makes."""
    known = {i: stretches for i, stretches in read.items() if _known(view, view.sources[i])}
    texts = [words for stretches in known.values() for _, words in stretches]
    return Lines(texts, lambda: _lines_of(view, known))


def _known(view: View, source: Source) -> bool:
    return view.as_of is None or source.known_by is None or source.known_by <= view.as_of


def _lines_of(view: View, read: Stretches) -> Iterator[Line]:
    by_source: dict[str, list[Statement]] = {}
    for statement in view.statements.values():
        by_source.setdefault(statement.source_id, []).append(statement)
    measures = _measures(view)
    for source_id, stretches in read.items():
        source = view.sources[source_id]
        setting = ". ".join([source.title, *measures.get(source_id, ())])
        for span, words in stretches:
            yield from _of_stretch(source, span, words, by_source.get(source_id, []), setting)


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
