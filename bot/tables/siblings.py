"""Tables of one source that are one table at several times: "as at 31 March 2023", and below it "as at 31 March 2024".

A change between such times stands in no table by itself: each of the two gives one end of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.tables.bind import Binding
from bot.tables.shape import apart
from bot.tables.when import covers, times_of
from corpus.cube import Dataset
from corpus.extract.dates import PeriodMention
from corpus.records import Nature

__all__ = ["two_ends"]


def two_ends(complete: Sequence[Binding]) -> Iterator[tuple[Binding, Binding]]:
    """The bindings of two such tables, the earlier first, that have between them the two times that a question names.

    COMPLETE are those that bear all of it out. None where more than one pair of tables of a source would do.
    """
    for one in complete:
        ends = apart(one.times)
        if ends is None or one.listed.time is not None or not _is_of(one, ends[0]):
            continue
        later = [b for b in complete if b is not one and _same(b, one) and _is_of(b, ends[1])]
        if len(later) == 1:
            yield replace(one, times=(ends[0],)), replace(later[0], times=(ends[1],))


def _is_of(binding: Binding, mention: PeriodMention) -> bool:
    """Whether a table of one time is of that which a question names."""
    listed = binding.listed
    stock = listed.dataset.nature is Nature.STOCK or listed.dataset.as_at is not None
    return covers(listed, mention) and times_of(listed, mention, stock=stock) is not None


def _same(one: Binding, other: Binding) -> bool:
    """Whether two tables count the same by the same headings, and the question names the same of both."""
    a, b = (_counted(binding.listed.dataset) for binding in (one, other))
    return a == b and _named(one) == _named(other) and other.listed.time is None


def _counted(one: Dataset) -> tuple[object, ...]:
    """What a table counts, in what, and by which headings."""
    headings = tuple((d.name, d.role) for d in one.dimensions)
    return (one.source_id, one.measure, one.unit, one.scale, one.additive, headings)


def _named(one: Binding) -> dict[int, tuple[str, ...]]:
    ways = one.listed.ways
    return {n: tuple(ways[n].dimension.codes[c].words for c in codes) for n, codes in one.picks.items()}
