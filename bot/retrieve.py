"""Query → candidates: from a small record everything, from a large one what the indexes find for the question.

The two rankings are joined by weighted reciprocal rank fusion (Cormack, Clarke and Buettcher, SIGIR 2009, k = 60):
each passage scores the sum of weight / (k + rank) over the rankings that hold it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from bot.forms import IN_NUMBERS
from bot.gather import Gathered
from bot.lines import Lines, Stretches, lines_of
from bot.question import Query, read
from bot.scales import sought
from bot.view import View
from bot.voices import spoken
from corpus.errors import ModelError
from corpus.ledger import Ledger
from corpus.lexicon.terms import lexicon
from corpus.records import Figure, Link, LinkKind, Span

if TYPE_CHECKING:
    from corpus.index.evidence import Evidence
    from corpus.index.joined import Closely
    from corpus.index.lexical import Lexical
    from corpus.index.meaning import Meaning

__all__ = ["Retriever", "fuse"]

SMALL_FIGURES, SMALL_PASSAGES = 3_000, 1_000
"""A record no larger than this is weighed whole: no search can then leave the right figure out."""
FIRST = 8
"""Passages of a large record that a question is weighed over at first: those that bear most of its words."""
CANDIDATES = 24
"""Passages that it is weighed over where the first do not answer it: those that either index finds.

The sizes and the weights are measured (docs/decisions/0005-two-rounds-of-search.md).
"""
BORNE = 8
"""Figures that bear most of a question's terms, whose passages it is weighed over as well."""
OTHERWISE = 8
"""Passages that name most of what a question names, in whatever words, that it is weighed over then as well."""
BARE = 160
"""Passages that name a deed and that it came about, which are read where a question names nothing but that deed."""
CAME_ABOUT = ("occur", "took", "taken", "happen", "made", "ran", "spread", "span", "cover")
"""The stems by which that is found."""
RRF_K = 60
LEXICAL_WEIGHT, DENSE_WEIGHT = 1.0, 1.0
"""Equal: where either is less than (60 + 1) / (60 + 24), what it alone finds never comes among the candidates."""
_CHAINED = frozenset({LinkKind.SUPERSEDES, LinkKind.CORRECTS, LinkKind.RESTATES})


def fuse(lexical: Iterable[str], dense: Iterable[str]) -> list[str]:
    """Passage ids of two rankings in one, the best first."""
    scores: dict[str, float] = {}
    for weight, ranking in ((LEXICAL_WEIGHT, lexical), (DENSE_WEIGHT, dense)):
        for rank, passage_id in enumerate(ranking, 1):
            scores[passage_id] = scores.get(passage_id, 0.0) + weight / (RRF_K + rank)
    return sorted(scores, key=lambda i: (-scores[i], i))


@dataclass
class Retriever:
    """Finds what a question may be answered from. Holds what it read of a small record until the record changes."""

    ledger: Ledger
    _words: Lexical | None = None
    _bearing: Evidence | None = None
    _meaning: Meaning | None = None
    fault: str = ""
    """Why nothing can be searched by its meaning, in one sentence; empty where it can."""
    _kept: dict[tuple[str, date | None], tuple[View, Lines]] = field(default_factory=dict)
    _read: Stretches = field(default_factory=dict)
    """The stretches of text that the question at hand is weighed over."""
    weighed: View | None = None
    """What the last question was weighed over."""
    _ready_for: str = ""
    """The fingerprint of the record that all it is searched by is in step with."""

    def rounds(self, query: Query) -> Iterator[tuple[View, Lines]]:
        """The views to weigh QUERY over and the lines that it may be answered from, the likeliest and cheapest first.

        Whoever is satisfied with an answer from one round need not pay for the next.
        """
        if self.small():
            yield self._noted(self._whole(query.as_of))
            return
        words = query.resolved or query.text
        gathered = Gathered(self.ledger, query.as_of)
        ranked = self.by_words(words, CANDIDATES)
        yield self._noted(self._further(gathered, dict.fromkeys((*ranked[:FIRST], *self.bearing(query)))))
        further = (*self.joined(words, ranked, CANDIDATES), *self.in_other_words(query), *spoken(query, self.ledger))
        yield self._noted(self._further(gathered, dict.fromkeys(further)))

    def ready(self) -> None:
        """Bring what a large record is searched by into step, so that the question need not. Raises RecordFull.

        Not while the record is read steadily: an index that is in step with what is written now would be undone.
        """
        now = self.ledger.fingerprint()
        if now == self._ready_for or self.small():
            return
        self.in_step()
        held = (self._words, self._bearing)
        behind = self._meaning is not None and not self._meaning.complete
        if not behind and all(index is not None and index.fingerprint == now for index in held):
            self._ready_for = now

    def in_step(self) -> None:
        """The same, however small the record is: by words whole, and by meaning as far as others have brought it."""
        self._opened().refresh()
        if self._bearing is not None:
            self._bearing.refresh()
        if self._meaning is not None:
            self._meaning.refresh()

    def chain(self, figure_id: str) -> tuple[Figure, ...]:
        """Every figure of the chain of replacements that this one stands in. Raises KeyError for an unknown figure."""
        ids, fresh = {figure_id}, [figure_id]
        links: dict[Link, None] = {}
        while fresh:
            near = [k for k in self.ledger.links(fresh) if k.kind in _CHAINED]
            links |= dict.fromkeys(near)
            fresh = [i for i in dict.fromkeys(i for k in near for i in (k.from_id, k.to_id)) if i not in ids]
            ids.update(fresh)
        view = View.of(self.ledger.figures(ids), (), (), links, None)
        return view.chain(view.figures[figure_id])

    def found(self, words: str, most: int) -> list[str]:
        """Ids of the MOST passages that bear on WORDS by their own words or by their meaning, the best first.

        The order is all that whoever searches has, so the best are told closely: up to a second for a question that
        meets them for the first time. An answer does without: its rules weigh all that is found, in whatever order.
        Raises RecordFull.
        """
        lexical = self._opened()
        if self._meaning is None or not self._meaning.held:
            return self.by_words(words, most)
        from corpus.index.joined import best

        by = (lexical, self._meaning, self._closely)
        return best(self.ledger, words, most, by, figure=read(words).ask in IN_NUMBERS)

    def by_words(self, words: str, most: int) -> list[str]:
        """Ids of the MOST passages that bear most of WORDS, the best first. Raises RecordFull."""
        return [i for i, _ in self._opened().search(words, most)]

    def bearing(self, query: Query) -> list[str]:
        """Ids of the passages of the figures that bear most of what QUERY asks for, in no order. Raises RecordFull.

        A figure may bear a term by the whole that it is part of, which stands in another passage.
        """
        self._opened()
        assert self._bearing is not None
        asked = sought(s for w in (query.wanted, query.other) if w is not None for s in w.terms)
        words = [{*terms, *lexicon().relatives(i)} for i, terms in asked.items()]
        found = self._bearing.search(words, BORNE) if words else []
        return list(self.ledger.passage_ids_holding(found))

    def in_other_words(self, query: Query) -> list[str]:
        """Ids of the passages that bear most of what QUERY names, by whatever words. Raises RecordFull.

        Asked who let something slip, a passage that tells who gave it away is found.
        """
        lex = lexicon()
        asked = dict.fromkeys(s.id for w in (query.wanted, query.other) if w is not None for s in w.terms)
        return self._opened().bearing([lex.stems(i) for i in asked], OTHERWISE) if len(asked) > 1 else []

    def spans(self, query: Query) -> tuple[View, Lines]:
        """What may tell over what time a deed came about that is all that QUERY names. Raises RecordFull."""
        deeds = [lexicon().stems(s.id) for s in query.wanted.telling]
        found = self._opened().bearing([*deeds, CAME_ABOUT], BARE)
        return self._noted(self._further(Gathered(self.ledger, query.as_of), found))

    def joined(self, words: str, ranked: Sequence[str], most: int) -> list[str]:
        """RANKED, joined with the passages nearest to WORDS in meaning; RANKED alone where there is no model."""
        self._opened()
        if self._meaning is None or not self._meaning.held:
            return list(ranked[:most])
        return fuse(ranked, self._meaning.near(words, most, ranked))[:most]

    def lag(self) -> str:
        """How far the index of meaning is behind a large record, in a sentence; empty where it is not, or not used.

        It is caught up with behind the answers, which never wait for it.
        """
        if self._meaning is None or self._meaning.complete:
            return ""
        held, passages = self._meaning.held, self.ledger.counts().passages
        share = min(int(100 * held / passages), 99) if passages else 0
        return f"Searched by words; by meaning only {share}% of the passages so far."

    def sentence(self, figure: Figure) -> str:
        """The sentence or sheet line that a figure stands in."""
        for span, words in self._read.get(figure.source_id, ()):
            if figure.context.within(span):
                return words[figure.context.start - span.start : figure.context.end - span.start]
        return figure.context.of(self.ledger.text(figure.source_id))

    def _opened(self) -> Lexical:
        """Both indexes, opened on the first question.

        A model that is missing or altered is no reason to answer nothing: the words are searched alone.
        """
        if self._words is None:
            from corpus.index.evidence import Evidence
            from corpus.index.lexical import Lexical

            self._words = Lexical(self.ledger)
            self._bearing = Evidence(self.ledger)
            self._meaning = self._by_meaning()
            _settle_memory()
        return self._words

    def _by_meaning(self) -> Meaning | None:
        from corpus.index.meaning import Meaning

        try:
            return Meaning(self.ledger)
        except ModelError as error:
            self.fault = str(error)
            return None

    @cached_property
    def _closely(self) -> Closely | None:
        from corpus.index.joined import Closely

        try:
            return Closely()
        except ModelError:
            return None

    def small(self) -> bool:
        """Whether the record is weighed whole."""
        counts = self.ledger.counts()
        return counts.figures <= SMALL_FIGURES and counts.passages <= SMALL_PASSAGES

    def _whole(self, as_of: date | None) -> tuple[View, Lines]:
        key = (self.ledger.fingerprint(), as_of)
        if key not in self._kept:
            if len(self._kept) > 8 or any(k[0] != key[0] for k in self._kept):
                self._kept.clear()
            figures, statements, sources = self.ledger.figures(), self.ledger.statements(), self.ledger.sources()
            links = self.ledger.links([f.id for f in figures] + [s.id for s in statements])
            view = View.of(figures, statements, sources, links, as_of)
            texts = {s.id: self.ledger.text(s.id) for s in sources}
            self._read = {i: ((Span(0, len(text)), text),) for i, text in texts.items()}
            self._kept[key] = (view, lines_of(view, self._read))
        return self._kept[key]

    def _further(self, gathered: Gathered, passage_ids: Iterable[str]) -> tuple[View, Lines]:
        gathered.read(passage_ids)
        self._read = gathered.stretches()
        return gathered.weighed()

    def _noted(self, found: tuple[View, Lines]) -> tuple[View, Lines]:
        self.weighed = found[0]
        return found


def _settle_memory() -> None:
    """Take what has been loaded by now as there for good: else each question pays for its being looked over again.

    What a question makes is looked over once for all of it, and not time and again while it is made.
    """
    gc.collect()
    gc.freeze()
    if often := gc.get_threshold()[0]:
        gc.set_threshold(max(often, _MADE))


_MADE = 10_000
"""About as many things as a question makes."""
