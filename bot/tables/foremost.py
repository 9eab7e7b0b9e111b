"""Which rows of a table stand foremost: the largest or the least of them, and those that moved the furthest."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer
from bot.tables.bind import Binding
from bot.tables.label import Way
from bot.tables.moves import ends_of
from bot.tables.reading import Reader
from bot.tables.shape import Grouping, Rank, passed_over
from bot.tables.slices import Refused
from bot.tables.swings import Swing
from bot.tables.tell import Teller
from bot.tables.tell_rows import most
from bot.tables.tell_swings import furthest, swung
from corpus.cube import Role

__all__ = ["most_of", "swung_of"]


def most_of(reader: Reader, teller: Teller, binding: Binding, group: Grouping, rank: Rank) -> Answer:
    """The rows of GROUP that stand where RANK says. Raises Refused where nothing is there to be compared."""
    over = passed_over(binding.question.text)
    named = binding.picks.get(group.way.n, ())
    after = [group.way.dimension.codes[c].words for c in named] if over is not None else []
    within = frozenset[int]().union(*(_lying_in(group.way, c) for c in named)) if not after else frozenset()
    if after or within:
        left = {n: codes for n, codes in binding.picks.items() if n != group.way.n}
        binding = replace(binding, picks=left)
    elif len(named) == 1:
        raise Refused("the question names a single row and asks for the largest of several", ("a breakdown",))
    rows = reader.rows(binding, group)
    if within:  # "which English region": those that lie in what is named
        rows = tuple(r for r in rows if within.issuperset(r.slice.codes.get(group.way.n, ())))
    if sum(r.value is not None for r in rows) < 2:
        raise Refused("the table gives no figures to compare", ("a breakdown",))
    following = over is not None and over[2]
    return most(teller, rows, rank=rank, heads=group.heads, after=after, following=following)


def swung_of(reader: Reader, teller: Teller, binding: Binding, group: Grouping | None, asked: Swing) -> Answer:
    """The row of GROUP that moved the furthest between two times. Raises Refused where that cannot be told."""
    if group is None or group.way.role is Role.TIME or group.way.n in binding.picks or asked.several:
        raise Refused("the table does not tell apart what moved and is to be ranked", ("a breakdown",))
    n = group.way.n
    earlier, later = (reader.rows(replace(binding, times=(end,)), group) for end in ends_of(binding))
    before = {r.slice.codes[n]: r for r in earlier}
    both = [(b, r) for r in later if (b := before.get(r.slice.codes[n])) is not None]
    given = [pair for pair in both if all(one.value is not None for one in pair)]
    if len(given) < 2:
        raise Refused("the table gives no figures to compare", ("a breakdown",))
    of = len({*before, *(r.slice.codes[n] for r in later)})
    return swung(teller, furthest(given, asked), asked, of=of, hidden=of - len(given))


def _lying_in(way: Way, code: int) -> frozenset[int]:
    """The places of a dimension that lie in that of CODE: as all know, or since the table has them as its parts."""
    parts = {n for n, one in enumerate(way.dimension.codes) if code in way.above(n) and code not in way.totals}
    return way.holding.get(code, frozenset()) | parts
