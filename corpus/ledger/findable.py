"""Which statistical tables have to do with certain words: told by the terms of their titles and labels, from an index.

A record may hold thousands of little tables, of written answers most of all. The terms that a table bears are put in
with it, so that a question is held against those tables alone that share the most telling terms with it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import islice

from sqlalchemy import Connection, func, insert, inspect, select

from corpus.cube import Dataset, Role
from corpus.ledger.cubes import Cubes, dataset_of
from corpus.ledger.queries import by
from corpus.ledger.tables import dataset, dataset_term
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["Findable", "write_terms"]

_MOST_LABELS = 5_000
"""Of a dimension of more labels than this only the first are looked up by."""
_SOME = 5_000
_JOINED = regex(r"_+|(?<=[a-z])(?=[A-Z])")
_DATASETS = by(select(*dataset.c), dataset.c.id)
_OF_SOURCES = by(select(dataset.c.id, dataset.c.source_id), dataset.c.source_id)
_BEARING = by(select(dataset_term.c.term, dataset_term.c.dataset_id), dataset_term.c.term)
_HOW_OFTEN = by(select(dataset_term.c.term, func.count()).group_by(dataset_term.c.term), dataset_term.c.term)


class Findable(Cubes):
    """What may be asked of the ledger about which tables to look at."""

    @cached_property
    def termed(self) -> bool:
        """Whether the ledger has the index; not where it is older and may only be read."""
        with self._connected() as connection:
            return bool(inspect(connection).has_table(dataset_term.name))

    def datasets_of(self, ids: Collection[str]) -> tuple[Dataset, ...]:
        """The datasets of IDS that are there, by id; each is read once for as long as the record stays as it is."""
        if not self.cubed or not ids:
            return ()
        kept: dict[str, Dataset] = self._kept("datasets by id", dict)
        lacking = [one for one in dict.fromkeys(ids) if one not in kept]
        if lacking:
            kept.update({row[0]: dataset_of(row) for row in self._by_ids(_DATASETS, lacking)})
        return tuple(kept[one] for one in sorted(set(ids)) if one in kept)

    def datasets_in(self, source_ids: Collection[str]) -> tuple[str, ...]:
        """The ids of the datasets of those sources."""
        if not self.cubed or not source_ids:
            return ()
        return tuple(sorted(row[0] for row in self._by_ids(_OF_SOURCES, list(source_ids))))

    def datasets_bearing(self, words: Sequence[Collection[str]], most: int) -> tuple[str, ...]:
        """The ids of the MOST datasets that bear the most of WORDS, each of which is any of several terms; the rarest
        terms weigh most. All of them where there are no more; those without an index are always among them.
        """
        if not self.cubed:
            return ()
        every: tuple[str, ...] = self._kept(
            "dataset ids", lambda: self._all(select(dataset.c.id).order_by(dataset.c.id), lambda row: str(row[0]))
        )
        if len(every) <= most or not self.termed:
            return every
        bearing, often = self._borne({term for word in words for term in word})
        scores: dict[str, float] = {}
        for word in words:
            best: dict[str, float] = {}
            for term in word:
                worth = math.log(1 + len(every) / often[term]) if term in often else 0.0
                for one in bearing.get(term, ()):
                    best[one] = max(best.get(one, 0.0), worth)
            for one, worth in best.items():
                scores[one] = scores.get(one, 0.0) + worth
        found = sorted(scores, key=lambda one: (-scores[one], one))[:most]
        return tuple(sorted({*found, *self._unindexed(every)}))

    def _borne(self, terms: Collection[str]) -> tuple[dict[str, list[str]], dict[str, int]]:
        """The datasets of each of TERMS, and how many they are."""
        often = {str(row[0]): int(row[1]) for row in self._by_ids(_HOW_OFTEN, sorted(terms))} if terms else {}
        bearing: dict[str, list[str]] = {}
        for term, one in self._by_ids(_BEARING, sorted(often)) if often else ():
            bearing.setdefault(term, []).append(one)
        return bearing, often

    def _unindexed(self, every: Sequence[str]) -> tuple[str, ...]:
        """The datasets that an earlier version put in, without their terms."""

        def lacking() -> tuple[str, ...]:
            known = {row[0] for row in self._rows(select(dataset_term.c.dataset_id).distinct())}
            return tuple(one for one in every if one not in known)

        return self._kept("datasets without terms", lacking)


def write_terms(connection: Connection, one: Dataset, source_title: str) -> None:
    """Put the terms in by which a dataset of the source of that title is found, whose own row is there already."""
    rows = iter([{"term": term, "dataset_id": one.id} for term in sorted(_terms(one, source_title))])
    statement = insert(dataset_term)
    while some := list(islice(rows, _SOME)):
        connection.execute(statement, some)


def _terms(one: Dataset, source_title: str) -> set[str]:
    told = [one.title, one.measure, one.sheet, one.geography, source_title, *(d.name for d in one.dimensions)]
    told += [c.words for d in one.dimensions if d.role is not Role.TIME for c in d.codes[:_MOST_LABELS]]
    return {term for words in dict.fromkeys(told) if words for term in _of(_JOINED.sub(" ", words))}


def _of(words: str) -> set[str]:
    """The terms of WORDS, in phrases and word by word."""
    lex = lexicon()
    return {t.id for t in lex.terms(words)} | {i for word in words.split() for i in lex.ids(word)}
