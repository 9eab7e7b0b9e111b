"""Every figure of a view held against what is wanted, the best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from itertools import pairwise

from bot.match import Fit, fit, inherited
from bot.query import Wanted
from bot.sole_name import named_in_full, sole_names
from bot.undertakings import only_undertaking
from bot.view import View
from corpus.extract.sense import Sense, implied_by
from corpus.lexicon.terms import Naming, lexicon
from corpus.records import Figure, LinkKind, Qualifier

__all__ = ["Scales", "sought"]


_OFTEN = 3
"""In how many sentences with figures a term must stand to be what a document is about."""


_MANY = 8
"""In how many at the least it must stand to set none apart."""


def sought(terms: Iterable[Sense]) -> dict[str, set[str]]:
    """For each of TERMS that restricts anything, those that may bear it out: itself, denied, a sort of it."""
    lex = lexicon()
    telling = [s.id for s in terms if not lex.general(s.id) and not implied_by(s.id)]
    return {i: {i, f"not-{i}", f"un{i}", *lex.narrower(i)} for i in telling}


class Scales:
    """Weighs figures against what is wanted, over one view of the record."""

    def __init__(self, view: View, sentence_of: Callable[[Figure], str], *, sparing: bool = False) -> None:
        """SPARING weighs only the figures that could answer: for a view that is made anew for each question."""
        self.view = view
        self.sparing = sparing
        self._sentence_of = sentence_of
        self._sentences: dict[str, str] = {}
        self._namings: dict[Wanted, Naming] = {}
        self._topics: dict[str, frozenset[str]] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._often: dict[tuple[str, Naming], frozenset[str]] = {}
        self._parted: dict[Wanted, frozenset[str]] = {}
        self._weighed: dict[Wanted, tuple[Fit, ...]] = {}

    def sentence_of(self, figure: Figure) -> str:
        """The sentence or sheet line that FIGURE stands in."""
        if figure.id not in self._sentences:
            self._sentences[figure.id] = self._sentence_of(figure)
        return self._sentences[figure.id]

    def fits(self, wanted: Wanted, figures: Iterable[Figure] | None = None) -> list[Fit]:
        """Every figure held against WANTED, the best first; ties go to the higher source, then the later word."""
        if figures is not None:
            return self._fits(wanted, figures)
        if wanted not in self._weighed:
            self._weighed[wanted] = tuple(self._fits(wanted, self._near(wanted)))
        return list(self._weighed[wanted])

    def _fits(self, wanted: Wanted, figures: Iterable[Figure]) -> list[Fit]:
        figures = tuple(figures)
        topics = {i: _Topic(i, wanted, self) for i in {f.source_id for f in figures}}
        found = [
            fit(
                wanted,
                f,
                self.view,
                self.sentence_of(f),
                self.view.source(f).title,
                topics[f.source_id],
                self._background,
                picked=self.sparing,
                named=named_in_full(wanted, self._sole(f.source_id)),
            )
            for f in figures
        ]
        return sorted(found, key=lambda x: (-x.complete, -round(x.score, 3), self._order(x.figure)))

    def kinds(self, wanted: Wanted) -> frozenset[str]:
        """The terms that say of what is asked for which kind it is, where a figure counts that kind for itself.

        Though a paper speaks of steam tugs time and again, "how many *steam* tugs" is no question about all tugs.
        """
        if wanted not in self._parted:
            naming = self.naming(wanted)
            pairs = [(s, wanted.focus[-1]) for s in wanted.focus[:-1]]
            pairs += [(a, b) for a, b in pairwise(wanted.rest) if a.end + 1 == b.start and b.kind in ("role", "person")]
            told = [naming.of(f.counted) for f in self.view.figures.values()] if pairs else []
            both = (s.id for s, h in pairs if any(s.id in ids and h.id in ids for ids in told))
            self._parted[wanted] = frozenset(both)
        return self._parted[wanted]

    def telling(self, source_id: str, term: str, naming: Naming) -> bool:
        """Whether TERM is one of those that a source's figures are given among time and again: in several sentences."""
        if not self.sparing or term not in naming.concepts:
            return term in self._topic(source_id)
        key = (source_id, naming)
        if key not in self._often:
            counted = Counter(i for sentence in self._own.get(source_id, ()) for i in naming.of(sentence))
            self._often[key] = frozenset(i for i, n in counted.items() if n >= _OFTEN)
        return term in self._often[key]

    def _topic(self, source_id: str) -> frozenset[str]:
        """All such terms of a source."""
        if source_id not in self._topics:
            counted = Counter(i for sentence in self._own.get(source_id, ()) for i in lexicon().ids(sentence))
            one = frozenset() if self.sparing else only_undertaking(self._own.get(source_id, ()))
            self._topics[source_id] = one | {i for i, n in counted.items() if n >= _OFTEN}
        return self._topics[source_id]

    def _sole(self, source_id: str) -> frozenset[str]:
        """The names of what alone of its kind a source is about; in a large record they tell one from another."""
        if self.sparing:
            return frozenset()
        if source_id not in self._names:
            self._names[source_id] = sole_names(self._own.get(source_id, ()), self._topic(source_id))
        return self._names[source_id]

    @cached_property
    def _own(self) -> dict[str, set[str]]:
        """The sentences of each source that its figures stand in."""
        own: dict[str, set[str]] = {}
        for figure in self.view.figures.values():
            own.setdefault(figure.source_id, set()).add(self.sentence_of(figure))
        return own

    @cached_property
    def _background(self) -> frozenset[str]:
        """The terms that most figures of the view are told with, so that they set none apart.

        None where the view holds what was picked for the question, every figure of which bears most of its terms.
        """
        if self.sparing:
            return frozenset()
        told = {self.sentence_of(f) for f in self.view.figures.values()}
        counted = Counter(i for sentence in told for i in lexicon().ids(sentence))
        return frozenset(i for i, n in counted.items() if 2 * n > len(told) and n >= _MANY)

    def _near(self, wanted: Wanted) -> Iterable[Figure]:
        """The figures worth weighing: all, or, sparing, those that name at least half of what the best one names.

        A figure that bears out every condition names the most, so one that could answer is not left out.
        """
        pool = self.view.figures.values()
        asked = sought(wanted.terms).values()
        if not self.sparing or not pool or not asked:
            return pool
        naming = self.naming(wanted)
        named = [(f, sum(not ids.isdisjoint(own) for ids in asked)) for f in pool for own in (self._named(f, naming),)]
        most = max(n for _, n in named)
        return [f for f, n in named if 2 * n >= most]

    def naming(self, wanted: Wanted) -> Naming:
        """What tells which of the terms that WANTED asks for, or that may bear these out, a text names."""
        if wanted not in self._namings:
            concepts = {s.id for s in wanted.terms}.union(*sought(wanted.terms).values())
            wider = (one for one in self._namings.values() if concepts <= one.concepts)
            self._namings[wanted] = next(wider, None) or lexicon().naming(concepts)
        return self._namings[wanted]

    def _named(self, figure: Figure, naming: Naming) -> frozenset[str]:
        """Every concept of NAMING that FIGURE may bear out, in its own words, its wholes' or its source's."""
        around = (self.sentence_of(figure), inherited(figure, self.view.wholes(figure)), self.view.source(figure).title)
        own = (figure.geography, figure.counted, figure.measure, *figure.also)
        broken = [value for _, value in figure.breakdown]
        return frozenset().union(*map(naming.of, (*around, *own, *broken)))

    def _repeats(self, figure: Figure) -> int:
        """1 where another record gave the figure and this one only says it again."""
        return int(any(k.kind is LinkKind.RESTATES and k.from_id == figure.id for k in self.view.links_from(figure.id)))

    def _order(self, figure: Figure) -> tuple[int, int, int, int, int]:
        source = self.view.source(figure)
        loose = 0 if figure.qualifier is Qualifier.EXACTLY else 1
        restated = 1 if self.view.superseded_by(figure) else 0
        return (
            restated + self._repeats(figure),
            source.kind.rank,
            loose,
            -(figure.said_on or date.min).toordinal(),
            figure.span.start,
        )


class _Topic:
    """What a source is about, less what only says which kind of it is asked for; told term by term."""

    def __init__(self, source_id: str, wanted: Wanted, scales: Scales) -> None:
        self._source_id, self._scales = source_id, scales
        self._naming, self._kinds = scales.naming(wanted), scales.kinds(wanted)

    def __contains__(self, term: object) -> bool:
        told = isinstance(term, str) and self._scales.telling(self._source_id, term, self._naming)
        return told and term not in self._kinds
