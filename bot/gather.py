"""What one question has read of a large record: passages, what stands in them, and what links join to that.

A later round reads only the passages that the earlier ones did not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.lines import Lines, Stretches, lines_of
from bot.view import View
from corpus.ledger import Ledger
from corpus.records import Figure, Link, Passage, Source, Statement

__all__ = ["Gathered"]


@dataclass
class Gathered:
    """Read passage by passage, the likeliest first."""

    ledger: Ledger
    as_of: date | None
    _passages: dict[str, Passage] = field(default_factory=dict)
    _beside: dict[str, Passage] = field(default_factory=dict)
    """Passages that joined figures stand in: read for their sentences alone, and not to be heard."""
    _figures: dict[str, Figure] = field(default_factory=dict)
    _statements: dict[str, Statement] = field(default_factory=dict)
    _links: dict[Link, None] = field(default_factory=dict)
    _sources: dict[str, Source] = field(default_factory=dict)

    def read(self, passage_ids: Iterable[str]) -> None:
        """Read these passages, with the wholes and the other figures that links join to what stands in them."""
        fresh = [i for i in passage_ids if i not in self._passages]
        passages = self.ledger.passages(fresh)
        figures = self.ledger.figures_in(fresh)
        statements = self.ledger.statements_in(fresh)
        self._passages |= {p.id: p for p in passages}
        self._figures |= {f.id: f for f in figures}
        self._statements |= {s.id: s for s in statements}
        joined = self._join(figures)
        found = {r.source_id for some in (passages, figures, statements, joined) for r in some}
        self._sources |= {s.id: s for s in self.ledger.sources_of(sorted(found - self._sources.keys()))}

    def _join(self, figures: Iterable[Figure]) -> tuple[Figure, ...]:
        """Read the wholes of FIGURES, and what links join to them."""
        fresh = list(figures)
        links = self.ledger.links([f.id for f in fresh]) if fresh else ()
        self._links |= dict.fromkeys(links)
        wanted = dict.fromkeys(
            [i for k in links for i in (k.from_id, k.to_id)] + [f.part_of for f in fresh if f.part_of]
        )
        lacking = [i for i in wanted if i not in self._figures]
        if not lacking:
            return ()
        joined = self.ledger.figures(lacking)
        self._figures |= {f.id: f for f in joined}
        self._beside |= {p.id: p for p in self.ledger.passages_holding(lacking)}
        return joined

    def weighed(self) -> tuple[View, Lines]:
        """Everything read so far, as known by the day asked about, and its lines."""
        view = View.of(
            self._figures.values(), self._statements.values(), self._sources.values(), self._links, self.as_of
        )
        return view, lines_of(view, _by_source(self._passages.values()))

    def stretches(self) -> Stretches:
        """By source, the stretches of text that the figures' sentences stand in."""
        return _by_source({**self._passages, **self._beside}.values())


def _by_source(passages: Iterable[Passage]) -> Stretches:
    found: Stretches = {}
    for passage in passages:
        found[passage.source_id] = (*found.get(passage.source_id, ()), (passage.span, passage.text))
    return found
