"""The statistical tables of a record, read as a question meets them: what each is about, and what its labels name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.tables.ages import ADULT, CHILD, ages_of
from bot.tables.words import features, keys
from corpus.cube import Code, Dataset, Dimension, Role
from corpus.ledger import Ledger
from corpus.lexicon.terms import lexicon
from corpus.records import Source

__all__ = ["Label", "Listed", "Way", "listed_in"]


@dataclass(frozen=True, slots=True)
class Label:
    """One code of a dimension as a question may name it."""

    n: int
    code: Code
    keys: tuple[str, ...]
    ids: frozenset[str]


class Way:
    """A dimension with its labels."""

    def __init__(self, n: int, dimension: Dimension) -> None:
        self.n = n
        self.dimension = dimension

    @property
    def role(self) -> Role:
        return self.dimension.role

    @cached_property
    def name_ids(self) -> frozenset[str]:
        """The terms of its heading."""
        return features(_spaced(self.dimension.name))

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Its codes, in the table's order."""
        return tuple(
            Label(n, code, keys(_spaced(code.words)), features(_spaced(code.words)) | ages_of(code.words))
            for n, code in enumerate(self.dimension.codes)
        )

    @cached_property
    def common(self) -> frozenset[str]:
        """The terms that most of its labels share, which tell none of them apart."""
        plain = [label.ids for label in self.labels if not label.code.total]
        if len(plain) < 2:
            return frozenset()
        every = frozenset().union(*plain)
        often = frozenset(i for i in every if sum(i in ids for ids in plain) * 2 > len(plain))
        return often - {ADULT, CHILD}

    @cached_property
    def totals(self) -> frozenset[int]:
        """The numbers of the codes that are of all the others."""
        return frozenset(label.n for label in self.labels if label.code.total)

    @cached_property
    def spelt(self) -> dict[tuple[str, ...], list[int]]:
        """The labels by their words."""
        found: dict[tuple[str, ...], list[int]] = {}
        for label in self.labels:
            if label.keys and label.n not in self.totals:
                found.setdefault(label.keys, []).append(label.n)
        return found

    @cached_property
    def bearing(self) -> dict[str, list[int]]:
        """The labels by the terms that they bear, and by those that these are a sort or a part of (Europe: France)."""
        found: dict[str, list[int]] = {}
        for label in self.labels:
            if label.n not in self.totals:
                for one in label.ids:
                    found.setdefault(one, []).append(label.n)
        return found


class Listed:
    """One dataset with its source."""

    def __init__(self, dataset: Dataset, source: Source) -> None:
        self.dataset = dataset
        self.source = source
        self.ways = tuple(Way(n, d) for n, d in enumerate(dataset.dimensions))
        self.shared: frozenset[str] = frozenset()
        """The terms of its labels that other tables have too, which say nothing of what it counts."""

    @cached_property
    def counted(self) -> frozenset[str]:
        """The terms of what its values count, as its measure says."""
        return features(_spaced(self.dataset.measure))

    @cached_property
    def labelled(self) -> frozenset[str]:
        """The terms of all its labels but those of times."""
        ways = (w for w in self.ways if w.role is not Role.TIME)
        return frozenset().union(*(label.ids for w in ways for label in w.labels))

    @cached_property
    def about(self) -> frozenset[str]:
        """The terms of its titles, its measures and its headings."""
        one = self.dataset
        told = [one.title, one.measure, self.source.title, one.sheet]
        told += [c.words for d in one.dimensions if d.role is Role.MEASURE for c in d.codes]
        told += [d.name for d in one.dimensions]
        return frozenset().union(*(features(_spaced(words)) for words in told))

    @cached_property
    def places(self) -> frozenset[str]:
        """The places that all of it is about, and those that they are parts of."""
        one = self.dataset
        told = {t.id for t in lexicon().terms(f"{one.geography}. {one.title}") if t.kind == "place"}
        return frozenset(told)

    @cached_property
    def time(self) -> Way | None:
        """The dimension that tells the times apart."""
        return next((w for w in self.ways if w.role is Role.TIME), None)

    @cached_property
    def measures(self) -> Way | None:
        """The dimension that tells apart what is counted."""
        return next((w for w in self.ways if w.role is Role.MEASURE), None)


def listed_in(ledger: Ledger, as_of: date | None, known: dict[str, Listed]) -> tuple[Listed, ...]:
    """The datasets of a record that had been published by AS_OF; KNOWN keeps what was read of them before."""
    sources = {s.id: s for s in ledger.sources()}
    found = []
    for one in ledger.datasets():
        source = sources[one.source_id]
        if as_of is not None and (day := source.known_by) is not None and day > as_of:
            continue
        held = known.get(one.id)
        if held is None or held.dataset is not one or held.source != source:
            held = known[one.id] = Listed(one, source)
        found.append(held)
    _shared(found)
    return tuple(found)


def _shared(found: list[Listed]) -> None:
    """Tell each table which terms of its labels stand in the labels of a table of another measure."""
    by_measure: dict[str, set[str]] = {}
    for one in found:
        by_measure.setdefault(one.dataset.measure, set()).update(one.labelled)
    seen: dict[str, int] = {}
    for ids in by_measure.values():
        for i in ids:
            seen[i] = seen.get(i, 0) + 1
    for one in found:
        one.shared = frozenset(i for i in one.labelled if seen[i] > 1)


_JOINED = re.compile(r"_+|(?<=[a-z])(?=[A-Z])")


def _spaced(words: str) -> str:
    """A label with its words apart: ``school_type``, ``SchoolType``."""
    return _JOINED.sub(" ", words)
