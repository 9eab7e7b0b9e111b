"""Tables of one source that are one table at several times: "as at 31 March 2023", and below it "as at 31 March 2024".

A change between such times stands in no table by itself: each of the two gives one end of it. So with a year of which
each quarter has a sheet of its own: it is all of them together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from bot.tables.bind import Binding
from bot.tables.shape import apart
from bot.tables.when import covers, times_of
from corpus.cube import Dataset
from corpus.extract.dates import PeriodMention
from corpus.records import Nature

__all__ = ["all_parts", "two_ends"]


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


def all_parts(complete: Sequence[Binding]) -> tuple[Binding, ...]:
    """The bindings of such tables that are each of a part of the one time that a question names and together of all of
    it, the earliest first; none where there are none, or they overlap or leave a gap."""
    for one in complete:
        if len(one.times) != 1 or _part_of(one, one.times[0]) is None:
            continue
        alike = [b for b in complete if b is one or _same(b, one)]
        parts = sorted((part, n) for n, b in enumerate(alike) if (part := _part_of(b, one.times[0])) is not None)
        wanted = one.times[0].period
        days = [part for part, _ in parts]
        whole = days[0][0] == wanted.start and days[-1][1] == wanted.end
        if len(days) > 1 and whole and all(a[1] + _DAY == b[0] for a, b in pairwise(days)):
            return tuple(replace(alike[n], times=()) for _, n in parts)
    return ()


_DAY = timedelta(days=1)


def _part_of(binding: Binding, mention: PeriodMention) -> tuple[date, date] | None:
    """From when to when a table goes that counts what took place in a part of a time; None where it does not."""
    one, wanted = binding.listed.dataset, mention.period
    if binding.listed.time is not None or one.nature is Nature.STOCK or one.as_at is not None or one.period is None:
        return None
    first, last = one.period.start, one.period.end
    if first is None or last is None or wanted.start is None or wanted.end is None or mention.relation == "since":
        return None
    inside = wanted.start <= first and last <= wanted.end and (first, last) != (wanted.start, wanted.end)
    return (first, last) if inside else None


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
