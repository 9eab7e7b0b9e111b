"""A record read closely: its likeliest stretches, each held by the learned reader against the question."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.heard import Line, ids_of
from bot.question import Query
from corpus.errors import ModelError
from corpus.lexicon.terms import lexicon
from corpus.records import Span

if TYPE_CHECKING:
    from corpus.encoder.reader import Reader, Reading

__all__ = ["Closely", "Place", "Read"]

WINDOW_WORDS = 120
"""Words of a source that are read at once, in whole sentences."""
MOST_WINDOWS = 12
"""So many windows are read for a question: those that bear most of its words."""


Place = tuple[str, Span]
"""A source and a stretch of it."""


@dataclass(frozen=True)
class Read:
    """What the reader made of the windows of a record that were read."""

    windows: tuple[tuple[str, Span, Reading], ...]
    """Source, place in it, and what was made of it."""

    def odds(self, source_id: str, span: Span) -> float:
        """The log-odds that the answer begins within SPAN of a source; minus infinity where that was not read."""
        found = (
            reading.within(Span(max(0, span.start - at.start), max(0, span.end - at.start)))
            for source, at, reading in self.windows
            if source == source_id and _meet(at, span)
        )
        return max(found, default=-math.inf)


@dataclass
class Closely:
    """The reader at the desk: opened when first needed; without its model nothing is read."""

    _reader: Reader | None = None
    _none: bool = field(default=False)

    def read(self, query: Query, lines: Sequence[Line], text_of: Callable[[str], str], places: Iterable[Place]) -> Read:
        """The likeliest windows of LINES, read with QUERY in mind: those of them that hold any of PLACES.

        Of no other place may it be asked what was made of it: to read one window is dear.
        """
        reader = self._opened()
        if reader is None:
            return Read(())
        question = query.resolved or query.text
        asked = _by_source(places)
        windows = [w for w in _likeliest(query, lines) if any(_meet(w[1], span) for span in asked.get(w[0], ()))]
        try:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                made = pool.map(lambda w: reader.read(question, w[1].of(text_of(w[0]))), windows)
                return Read(tuple((*w, reading) for w, reading in zip(windows, made, strict=True)))
        except ModelError:
            self._none = True
            return Read(())

    def _opened(self) -> Reader | None:
        if self._reader is None and not self._none:
            from corpus.encoder.reader import Reader  # late: with numpy it costs a sixth of a second

            try:
                self._reader = Reader()
            except ModelError:
                self._none = True
        return self._reader


def _by_source(places: Iterable[Place]) -> dict[str, set[Span]]:
    found: dict[str, set[Span]] = {}
    for source_id, span in places:
        found.setdefault(source_id, set()).add(span)
    return found


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _likeliest(query: Query, lines: Sequence[Line]) -> list[Place]:
    """The windows that bear most of the question's terms, those further on only where they bear more."""
    lex = lexicon()
    asked = [frozenset({s.id}) | lex.relatives(s.id) for s in query.wanted.terms]
    asked += [lex.ids(words) for words in (query.who, query.about) if words]
    groups = list(_groups(lines))
    borne = [sum(not a.isdisjoint(ids) for a in asked) for g in groups for ids in (_ids(g),)]
    best = sorted(range(len(groups)), key=lambda n: (-borne[n], n))[:MOST_WINDOWS]
    return [(groups[n][0].source.id, Span(groups[n][0].span.start, groups[n][-1].span.end)) for n in sorted(best)]


def _ids(group: Sequence[Line]) -> frozenset[str]:
    return frozenset().union(*(ids_of(line.text) for line in group))


def _groups(lines: Sequence[Line]) -> Iterable[Sequence[Line]]:
    """Whole sentences that are read at once, each group begun with the last sentence of the one before."""
    group: list[Line] = []
    for line in lines:
        words = sum(len(one.text.split()) for one in group) + len(line.text.split())
        if group and (group[-1].source.id != line.source.id or line.span.start < group[-1].span.end):
            yield group
            group = []
        elif group and words > WINDOW_WORDS:
            yield group
            group = group[-1:]
        group = [*group, line]
    if group:
        yield group
