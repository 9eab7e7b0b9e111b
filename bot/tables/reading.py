"""Values of a table for a binding, and whether they are sure: where its words may mean another row, both must agree."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.tables.bind import Binding
from bot.tables.shape import Grouping
from bot.tables.sizes import sized
from bot.tables.slices import NoCell, Refused, Slice, as_often, is_stock, slice_of
from bot.tables.take import Taken, grouped, take
from bot.tables.tiling import ends, read_as, starts
from bot.tables.words import features
from corpus.cube import Role
from corpus.extract.dates import periods
from corpus.ledger import Ledger
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Qualifier

__all__ = ["Reader", "Unclear", "numbers"]


class Unclear(Refused):
    """What is asked for may be more than one thing: the message says which."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Takes values of tables from one ledger."""

    ledger: Ledger

    def value(self, binding: Binding) -> Taken:
        """The one value that BINDING asks for. Raises Unclear where its words may as well mean another.

        A row that has no cell at that time is not meant where another that the same words name has one: of a yearly
        and a monthly index, the second is that of a month.
        """
        try:
            taken = take(slice_of(binding, self.ledger), self.ledger)
        except NoCell:
            others = [picks for picks in binding.others if as_often(binding, picks)]
            if not others:
                raise
            return self.value(replace(binding, picks=others[0], others=tuple(others[1:])))
        for picks in binding.others:
            try:
                other = take(slice_of(replace(binding, picks=picks, others=()), self.ledger), self.ledger)
            except Refused:
                continue
            if (other.value, other.qualifier) != (taken.value, taken.qualifier):
                raise self._unclear(binding)
        return unavailable(taken)

    def rows(self, binding: Binding, group: Grouping) -> tuple[Taken, ...]:
        """A value for each row of a grouping. Raises Unclear as ``value`` does."""
        found = self._rows(binding, group)
        for picks in binding.others:
            other = self._rows(replace(binding, picks=picks, others=()), group)
            if [r.value for r in other] != [r.value for r in found]:
                raise self._unclear(binding)
        return found

    def dated(self, binding: Binding, group: Grouping) -> Grouping:
        """GROUP by the dates of a stock, which makes up no years."""
        if not group.by_year:
            return group
        try:
            stock = is_stock(binding.listed, slice_of(replace(binding, times=()), self.ledger).codes)
        except Refused:
            return group
        return replace(group, by_year=not stock)

    def _rows(self, binding: Binding, group: Grouping) -> tuple[Taken, ...]:
        way = group.way
        over_time = way.role is Role.TIME
        if group.level is not None:
            binding = replace(binding, picks={**binding.picks, group.level[0]: (group.level[1],)})
        asked = sized(self._over_time(binding, group), group) if over_time else slice_of(binding, self.ledger)
        return grouped(asked, self.ledger, way, group.by_year, group.upper)

    def _over_time(self, binding: Binding, group: Grouping) -> Slice:
        """What is gone through time by time: all times of the table, or those that the question names."""
        way, each = group.way, binding.question.each
        bare = slice_of(replace(binding, times=()), self.ledger)
        codes = {n: some for n, some in bare.codes.items() if n != way.n}
        at = {label.n: ends(label) for label in way.labels}
        held = all(label.code.period is None for label in way.labels) or is_stock(binding.listed, bare.codes)
        if each is None and not (binding.times and held):
            if not binding.times:
                return Slice(binding, codes, None)
            return slice_of(binding, self.ledger)
        kept = [n for n, day in at.items() if day is not None and (each is None or (day.month, day.day) == each)]
        for mention in binding.times:
            start, end = mention.period.start, mention.period.end
            days = [day for day in at.values() if day is not None]
            first = min((starts(label) for label in way.labels if label.n in at), default=None)
            if (
                start is not None
                and days
                and ((first or min(days)).year > start.year or (end and max(days).year < end.year))
            ):
                raise Refused("the table does not cover the whole of that time", (mention.period.words,))
            kept = [
                n for n in kept if (day := at[n]) and (start is None or day >= start) and (end is None or day <= end)
            ]
        if not kept:
            raise Refused("the table does not cover the time asked about", tuple(m.period.words for m in binding.times))
        return Slice(binding, {**codes, way.n: tuple(kept)}, None)

    def _unclear(self, binding: Binding) -> Unclear:
        """Which rows of the table the same words may mean."""
        meant = []
        for picks in (binding.picks, *binding.others):
            for n, codes in picks.items():
                if binding.picks.get(n) != codes or any(o.get(n) != codes for o in binding.others):
                    meant += [self._placed(binding, n, code) for code in codes[:1]]
        return Unclear("the same words name several rows of the table: say which is meant", tuple(dict.fromkeys(meant)))

    def _placed(self, binding: Binding, n: int, code: int) -> str:
        way = binding.listed.ways[n]
        one = way.dimension.codes[code]
        words = read_as(way.labels[code])
        if one.parent is not None:
            return f"{words}, a part of {way.dimension.codes[one.parent].words}"
        if code in way.wholes:
            return f"{words}, with its parts"
        return f"{words}, {way.dimension.name.replace('_', ' ')}" if way.dimension.name else words


_NONE_HELD = regex(r"^no\b|\b(?:not|un)\s?(?:available|collected|availble)\b", re.IGNORECASE)


def unavailable(taken: Taken) -> Taken:
    """TAKEN as not known where it is a nought and the table's own note says that there is nothing for that time."""
    times = taken.slice.times
    if taken.value != 0 or times is None or times.first is None or times.last is None:
        return taken
    listed = taken.slice.listed
    named = frozenset(i for n, some in taken.slice.codes.items() for c in some for i in listed.ways[n].labels[c].ids)
    for _, words in listed.dataset.notes:
        spans = [m.period for m in periods(words, None)]
        then = any(p.start and p.end and p.start <= times.first and times.last <= p.end for p in spans)
        of_it = bool(features(words) & named) or lexicon().ids(words) <= _OF_DATA
        if _NONE_HELD.search(words) and then and of_it:
            return replace(taken, value=None, qualifier=Qualifier.NOT_KNOWN)
    return taken


_OF_DATA = frozenset({"statistic", "collect", "estimate", "figure"})


def numbers(*taken: Taken) -> None:
    """Raises Refused where a value is not given as a number: nothing is worked out from what a table withholds."""
    if any(t.value is None for t in taken):
        raise Refused("a figure that it needs is withheld or not given by the table", ("a figure that is given",))
