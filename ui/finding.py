"""Which figures and statements a person wants to see: a filter that runs over records already read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from corpus.records import Figure, Source, SourceKind, Statement

__all__ = ["Wanted", "page_of", "pages"]

T = TypeVar("T")

PAGE = 20
"""Records to a page."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Every condition must hold; an empty one always does. ``since`` and ``until`` are both included."""

    words: str = ""
    measure: str = ""
    kinds: frozenset[SourceKind] = frozenset()
    since: date | None = None
    until: date | None = None
    official_only: bool = False

    def figures(self, figures: Iterable[Figure], sources: Mapping[str, Source]) -> tuple[Figure, ...]:
        """Those of FIGURES that are wanted, in their order."""
        return tuple(
            one
            for one in figures
            if (not self.measure or one.measure == self.measure)
            and self._of(sources[one.source_id], one.said_on)
            and self._worded(_figure_words(one), sources[one.source_id])
        )

    def statements(self, statements: Iterable[Statement], sources: Mapping[str, Source]) -> tuple[Statement, ...]:
        """Those of STATEMENTS that are wanted, in their order; a measure is a figure's, so it is not asked for."""
        return tuple(
            one
            for one in statements
            if self._of(sources[one.source_id], one.said_on)
            and self._worded((one.text, one.speaker, one.role, one.place, one.topic, one.act), sources[one.source_id])
        )

    def _of(self, source: Source, said_on: date | None) -> bool:
        day = said_on or source.published
        return (
            (not self.kinds or source.kind in self.kinds)
            and (not self.official_only or source.kind.official)
            and (not self.since or bool(day and day >= self.since))
            and (not self.until or bool(day and day <= self.until))
        )

    def _worded(self, parts: Iterable[str], source: Source) -> bool:
        sought = self.words.casefold().replace(",", "").split()
        if not sought:
            return True
        held = " ".join((*parts, source.title, source.reference, source.publisher)).casefold().replace(",", "")
        return all(word in held for word in sought)


def _figure_words(figure: Figure) -> tuple[str, ...]:
    broken_down = (word for pair in figure.breakdown for word in pair)
    value = "" if figure.value is None else format(figure.value, "f")
    return (
        value,
        figure.measure,
        figure.counted,
        figure.population,
        figure.geography,
        figure.said_by,
        figure.role,
        *broken_down,
        *figure.also,
    )


def pages(count: int) -> int:
    """How many pages COUNT records take: one at the least."""
    return max(1, -(-count // PAGE))


def page_of(records: tuple[T, ...], page: int) -> tuple[T, ...]:
    """The records of one page, the first page being 0."""
    return records[page * PAGE : (page + 1) * PAGE]
