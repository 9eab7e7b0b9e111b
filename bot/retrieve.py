"""Query → candidates: from a small record everything, from a large one what both indexes find for the question.

The two rankings are joined by weighted reciprocal rank fusion (Cormack, Clarke and Buettcher, SIGIR 2009, k = 60):
each passage scores the sum of weight / (k + rank) over the rankings that hold it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.question import Query
from bot.sayings import Line
from bot.view import View
from corpus.extract.sentences import paragraphs, sentences
from corpus.ledger import Ledger
from corpus.records import Figure, Link, Passage, Source, Span, Statement

if TYPE_CHECKING:
    from corpus.encoder import Encoder
    from corpus.index.dense import Dense
    from corpus.index.lexical import Lexical

__all__ = ["Retriever", "fuse"]

SMALL_FIGURES, SMALL_PASSAGES = 3_000, 1_000
"""A record no larger than this is weighed whole: no search can then leave the right figure out."""
FIRST = 8
"""Passages of a large record that a question is weighed over at first: those that bear most of its words."""
CANDIDATES = 24
"""Passages that it is weighed over where the first do not answer it: those that either index finds."""
RRF_K = 60
LEXICAL_WEIGHT, DENSE_WEIGHT = 1.0, 0.5


def fuse(lexical: Iterable[str], dense: Iterable[str]) -> list[str]:
    """Passage ids of two rankings in one, the best first; BM25 weighs more, as it finds more of the linked answers."""
    scores: dict[str, float] = {}
    for weight, ranking in ((LEXICAL_WEIGHT, lexical), (DENSE_WEIGHT, dense)):
        for rank, passage_id in enumerate(ranking, 1):
            scores[passage_id] = scores.get(passage_id, 0.0) + weight / (RRF_K + rank)
    return sorted(scores, key=lambda i: (-scores[i], i))


@dataclass
class Retriever:
    """Finds what a question may be answered from. Holds what it read of a small record until the record changes."""

    ledger: Ledger
    _indexes: tuple[Lexical, Dense, Encoder] | None = None
    _kept: dict[tuple[str, date | None], tuple[View, tuple[Line, ...]]] = field(default_factory=dict)
    _read: dict[str, tuple[tuple[Span, str], ...]] = field(default_factory=dict)
    """By source, the stretches of text that the question at hand is weighed over."""

    def rounds(self, query: Query) -> Iterator[tuple[View, tuple[Line, ...]]]:
        """The views to weigh QUERY over and the lines that it may be answered from, the likeliest and cheapest first.

        Whoever is satisfied with an answer from one round need not pay for the next.
        """
        if self.small():
            yield self._whole(query.as_of)
            return
        words = query.resolved or query.text
        ranked = self.by_words(words)
        yield self._part(self.ledger.passages(ranked[:FIRST]), query.as_of)
        yield self._part(self.ledger.passages(self.joined(words, ranked)), query.as_of)

    def whole_view(self, as_of: date | None) -> View:
        """The whole record as known on AS_OF."""
        return self._whole(as_of)[0]

    def by_words(self, words: str) -> list[str]:
        """Ids of the CANDIDATES passages that bear most of WORDS, the best first. Raises RecordFull."""
        return [i for i, _ in self._in_step()[0].search(words, CANDIDATES)]

    def joined(self, words: str, ranked: Iterable[str]) -> list[str]:
        """RANKED, joined with the passages nearest to WORDS in meaning. Raises ModelMissing or ModelAltered."""
        assert self._indexes is not None
        _, dense, encoder = self._indexes
        near = [i for i, _ in dense.search(encoder.encode_query(words), CANDIDATES)]
        return fuse(ranked, near)[:CANDIDATES]

    def sentence(self, figure: Figure) -> str:
        """The sentence or sheet line that a figure stands in."""
        for span, words in self._read.get(figure.source_id, ()):
            if figure.context.within(span):
                return words[figure.context.start - span.start : figure.context.end - span.start]
        return figure.context.of(self.ledger.text(figure.source_id))

    def _in_step(self) -> tuple[Lexical, Dense, Encoder]:
        """Both indexes, opened on the first question and in step with the record at each."""
        if self._indexes is None:
            from corpus.encoder import Encoder
            from corpus.index.dense import Dense
            from corpus.index.lexical import Lexical

            encoder = Encoder()
            self._indexes = (Lexical(self.ledger), Dense(self.ledger, encoder), encoder)
        self._indexes[0].refresh()
        self._indexes[1].refresh()
        return self._indexes

    def small(self) -> bool:
        """Whether the record is weighed whole."""
        counts = self.ledger.counts()
        return counts.figures <= SMALL_FIGURES and counts.passages <= SMALL_PASSAGES

    def _whole(self, as_of: date | None) -> tuple[View, tuple[Line, ...]]:
        key = (self.ledger.fingerprint(), as_of)
        if key not in self._kept:
            if len(self._kept) > 8 or any(k[0] != key[0] for k in self._kept):
                self._kept.clear()
            figures, statements, sources = self.ledger.figures(), self.ledger.statements(), self.ledger.sources()
            links = self.ledger.links([f.id for f in figures] + [s.id for s in statements])
            view = View.of(figures, statements, sources, links, as_of)
            texts = {s.id: self.ledger.text(s.id) for s in sources}
            self._read = {i: ((Span(0, len(text)), text),) for i, text in texts.items()}
            self._kept[key] = (view, _lines(view, self._read))
        return self._kept[key]

    def _part(self, passages: tuple[Passage, ...], as_of: date | None) -> tuple[View, tuple[Line, ...]]:
        """What stands in PASSAGES, with the wholes and the other figures that links join to it."""
        ids = [p.id for p in passages]
        figures = {f.id: f for f in self.ledger.figures_in(ids)}
        statements = self.ledger.statements_in(ids)
        links: tuple[Link, ...] = self.ledger.links(list(figures)) if figures else ()
        wanted = {i for k in links for i in (k.from_id, k.to_id)} | {f.part_of for f in figures.values() if f.part_of}
        more = [i for i in wanted if i not in figures]
        figures |= {f.id: f for f in self.ledger.figures(more)} if more else {}
        source_ids = (
            {f.source_id for f in figures.values()}
            | {p.source_id for p in passages}
            | {s.source_id for s in statements}
        )
        sources = self.ledger.sources_of(sorted(source_ids))
        view = View.of(figures.values(), statements, sources, links, as_of)
        read: dict[str, tuple[tuple[Span, str], ...]] = {}
        for passage in passages:
            read[passage.source_id] = (*read.get(passage.source_id, ()), (passage.span, passage.text))
        self._read = _joined(read, self.ledger.passages_holding(more))
        return view, _lines(view, read)


def _joined(
    read: Mapping[str, tuple[tuple[Span, str], ...]], more: Iterable[Passage]
) -> dict[str, tuple[tuple[Span, str], ...]]:
    """READ, and the passages that the joined figures stand in: for their sentences alone, and not to be heard."""
    found = dict(read)
    for passage in more:
        found[passage.source_id] = (*found.get(passage.source_id, ()), (passage.span, passage.text))
    return found


def _lines(view: View, read: Mapping[str, Iterable[tuple[Span, str]]]) -> tuple[Line, ...]:
    """The sentences of the stretches READ of each source, each with the statement that it makes."""
    by_source: dict[str, list[Statement]] = {}
    for statement in view.statements.values():
        by_source.setdefault(statement.source_id, []).append(statement)
    found: list[Line] = []
    for source_id, stretches in read.items():
        source = view.sources[source_id]
        if view.as_of is not None and source.published is not None and source.published > view.as_of:
            continue
        said = by_source.get(source_id, [])
        setting = _setting(source, view)
        for span, words in stretches:
            found += _of_stretch(source, span, words, said, setting)
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


def _setting(source: Source, view: View) -> str:
    """What a source is about: its title, and the measures of the wholes that its figures are part of."""
    own = [f for f in view.figures.values() if f.source_id == source.id]
    wholes = {f.part_of for f in own if f.part_of}
    measures = [w.measure for w in (view.figures.get(i) for i in sorted(wholes) if i) if w is not None]
    return ". ".join([source.title, *measures])
