"""Which rows of a table stand foremost: the largest or the least of them, and those that moved the furthest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from bot.answer import Answer
from bot.tables.bind import Binding, asked, bind
from bot.tables.day_by_day import never_falls, told_daily
from bot.tables.label import Way
from bot.tables.moves import ends_of
from bot.tables.reading import Reader
from bot.tables.shape import Grouping, Rank, passed_over
from bot.tables.slices import Refused
from bot.tables.statistic import statistic
from bot.tables.swings import Swing
from bot.tables.take import Taken, stands_apart
from bot.tables.tell import Teller
from bot.tables.tell_rows import most
from bot.tables.tell_swings import furthest, swung
from bot.tables.tiling import ends, starts
from corpus.cube import Role, is_share
from corpus.patterns import regex

__all__ = ["follows", "most_of", "over_all_its_times", "swung_of"]

_AS_SHARE = regex(
    r"\b(?:highest|lowest|largest|smallest|biggest|greatest|least|most)\s+(?:percentage|proportion|share|rate|per\s?cent)\b"
    r"|\b(?:percentage|proportion|share|rate)\s+(?:of\s+[^?]{2,60}?\s+)?(?:is|was|are|were)?\s*(?:the\s+)?(?:highest|lowest)",
    re.IGNORECASE,
)


def most_of(reader: Reader, teller: Teller, binding: Binding, group: Grouping, rank: Rank) -> Answer:
    """The rows of GROUP that stand where RANK says. Raises Refused where nothing is there to be compared."""
    over = passed_over(binding.question.text)
    binding, left_out = _without(reader, binding, group, over)
    named = binding.picks.get(group.way.n, ())
    after = [group.way.dimension.codes[c].words for c in named] if over is not None else []
    within = frozenset[int]().union(*(_lying_in(group.way, c) for c in named)) if not after else frozenset()
    if after or within:
        left = {n: codes for n, codes in binding.picks.items() if n != group.way.n}
        binding = replace(binding, picks=left)
    elif len(named) == 1:
        raise Refused("the question names a single row and asks for the largest of several", ("a breakdown",))
    rows = reader.rows(binding, group)
    if _AS_SHARE.search(binding.question.text) and not all(_is_share(r) for r in rows):
        raise Refused("the table gives counts, and a rank of shares is asked for", ("a share of each",))
    if within:  # "which English region": those that lie in what is named
        rows = tuple(r for r in rows if within.issuperset(r.slice.codes.get(group.way.n, ())))
    rows = tuple(r for r in rows if not left_out.issuperset(r.slice.codes.get(group.way.n, (-1,))))
    if sum(r.value is not None for r in rows) < 2:
        raise Refused("the table gives no figures to compare", ("a breakdown",))
    if group.way.role is Role.TIME and told_daily(group.way, None, None) and never_falls([r.value for r in rows]):
        raise Refused("the table gives a running total, which is at its highest on its last day", ("a single day",))
    _check_called(rows, group, rank)
    following = over is not None and over[2]
    return most(teller, rows, rank=rank, heads=group.heads, after=after, following=following)


_EVER = regex(
    r"\b(?:in|across|over|of) (?:all )?(?:these|those|the(?: whole)?|this|that) (?:figures|data|series|table|record)\b"
    r"|\bon record\b|\bever\b|\ball[ -]time\b|\bat any (?:time|point|one time)\b"
    r"|\bthe (?:lowest|highest|most|fewest|least|largest|smallest|biggest)\s+(?:that\s+)?"
    r"(?:the|it|its|their|they|this|there)\b[^?]*\b(?:has|have|had)\s+(?:been|got|reached)\b"
    r"|\bthe (?:lowest|highest|most|fewest|least|largest|smallest)\b[^?]*\bthere\s+(?:has|have|had)\s+been\b",
    re.IGNORECASE,
)
"""That all the times of a table are looked over ("the lowest *the price of a berth has been*")."""


def over_all_its_times(binding: Binding) -> Grouping | None:
    """The times of a table, of which the one is looked for at which a single series stood highest or lowest ("the
    lowest rate in these figures"); None where other rows may be meant."""
    listed, time = binding.listed, binding.listed.time
    if time is None or binding.times or _EVER.search(binding.question.text) is None:
        return None
    ways = (way for way in listed.ways if way.role not in (Role.TIME, Role.MEASURE) and way.n not in binding.picks)
    several = any(len(way.labels) > 1 and not way.totals for way in ways)
    lengths = [(last - starts(label)).days for label in time.labels if (last := ends(label)) is not None]
    uneven = not lengths or max(lengths) - min(lengths) > _UNEVEN  # years beside their quarters
    return None if several or uneven else Grouping(time, by_year=False, heads="Time")


def _is_share(row: Taken) -> bool:
    """Whether a row is of a share or a rate, and no count."""
    code = row.slice.measure()
    words = code.words if code is not None else row.slice.listed.dataset.measure
    return is_share(row.unit) or "rate" in statistic(words)


def _without(
    reader: Reader, binding: Binding, group: Grouping, over: tuple[int, int, bool] | None
) -> tuple[Binding, frozenset[int]]:
    """BINDING less a place of another heading whose rows a rank leaves out ("outside Fife, which yard"), and the rows
    of GROUP that lie in what is left out."""
    if over is None:
        return binding, frozenset()
    n = group.way.n
    lying = frozenset[int]().union(*(_lying_in(group.way, c) for c in binding.picks.get(n, ())))
    part = bind(asked(binding.question.text[over[0] : over[1]]), binding.listed, part=True)
    passed = {m: codes for m, codes in (part.picks if part is not None else {}).items() if m != n}
    passed = {m: codes for m, codes in passed.items() if binding.picks.get(m) == codes}
    if not passed:
        return binding, lying
    rows = reader.rows(replace(binding, picks={m: c for m, c in binding.picks.items() if m != n}), group)
    left = {m: codes for m, codes in binding.picks.items() if m not in passed}
    return replace(binding, picks=left), lying.union(*(r.slice.codes[n] for r in rows))


def _check_called(rows: Sequence[Taken], group: Grouping, rank: Rank) -> None:
    """Raises Refused where a row that is not called as the question calls them stands foremost ("which trust")."""
    ordered = sorted((r for r in rows if r.value is not None), key=lambda r: r.value or Decimal(0))
    foremost = (ordered if rank.least else ordered[::-1])[: rank.first + rank.count]
    labels = group.way.labels
    codes = [c for r in foremost for c in r.slice.codes[group.way.n]]
    unlike = group.called and any(not labels[c].ids & group.called for c in codes)
    if unlike or any(stands_apart(group.way, c) for c in codes):
        raise Refused("a row that may be of another kind stands foremost", ("which rows are meant",))


def swung_of(reader: Reader, teller: Teller, binding: Binding, group: Grouping | None, asked: Swing) -> Answer:
    """The row of GROUP that moved the furthest between two times. Raises Refused where that cannot be told."""
    if group is None or group.way.n in binding.picks or asked.several:
        raise Refused("the table does not tell apart what moved and is to be ranked", ("a breakdown",))
    if group.way.role is Role.TIME:
        return _step(reader, teller, binding, group, asked)
    n = group.way.n
    earlier, later = (reader.rows(replace(binding, times=(end,)), group) for end in ends_of(binding))
    before = {r.slice.codes[n]: r for r in earlier}
    both = [(b, r) for r in later if (b := before.get(r.slice.codes[n])) is not None]
    given = [pair for pair in both if all(one.value is not None for one in pair)]
    if len(given) < 2:
        raise Refused("the table gives no figures to compare", ("a breakdown",))
    of = len({*before, *(r.slice.codes[n] for r in later)})
    return swung(teller, furthest(given, asked), asked, of=of, hidden=of - len(given))


def _step(reader: Reader, teller: Teller, binding: Binding, group: Grouping, asked: Swing) -> Answer:
    """The time at which a table moved the furthest from the time before it ("in which year was the biggest fall")."""
    rows = reader.rows(replace(binding, times=()), group)
    meant = {r.slice.codes[group.way.n] for r in (reader.rows(binding, group) if binding.times else rows)}
    steps = [pair for pair in pairwise(rows) if pair[1].slice.codes[group.way.n] in meant]
    given = [p for p in steps if follows(group.way, *p) and all(one.value is not None for one in p)]
    if len(given) < len(steps) or len(given) < 2:
        raise Refused("there are gaps between the table's times", ("each time after another",))
    return swung(teller, furthest(given, asked), asked, of=len(steps), hidden=0, stepped=True)


def follows(way: Way, earlier: Taken, later: Taken) -> bool:
    """Whether a row of a time begins where the one before it ends, and is as long; days of a stock need only differ."""
    spans = []
    for row in (earlier, later):
        labels = [way.labels[c] for c in row.slice.codes[way.n]]
        last = max((day for label in labels if (day := ends(label)) is not None), default=None)
        if last is None:
            return False
        spans.append((min(starts(label) for label in labels), last))
    (first, last), (begins, closes) = spans
    if first == last and begins == closes:
        return True
    even = abs((last - first).days - (closes - begins).days) <= _UNEVEN
    return begins == last + timedelta(days=1) and even


_UNEVEN = 3
"""Months and quarters differ by so many days."""


def _lying_in(way: Way, code: int) -> frozenset[int]:
    """The places of a dimension that lie in that of CODE: all of them in the table's own whole, else as all know, or
    since the table has them as its parts."""
    if code in way.totals:
        return frozenset(range(len(way.labels))) - way.sums
    parts = {n for n, one in enumerate(way.dimension.codes) if code in way.above(n) and code not in way.totals}
    return way.holding.get(code, frozenset()) | parts
