"""The time of a table that says none, as the numbers of a file beside it prove.

Of two files one often gives by area what the other gives of all of them ("Totals 2012-2016"), and only that one says of
which time it is. Where what a table counts comes, label by label, to just what the other gives, it is of that time.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from corpus.ledger import Ledger
from corpus.records import Period

if TYPE_CHECKING:
    from bot.tables.catalog import Listed
    from bot.tables.label import Way

__all__ = ["Timed", "timed_beside"]

_ENOUGH = 4
"""So many sums at least prove it, none of them nought."""
_MOST = 5_000


class Timed(NamedTuple):
    """The time that a table is proved to be of, and the title of the one whose numbers its own come to."""

    period: Period
    by: str


def timed_beside(found: Sequence[Listed], ledger: Ledger) -> None:
    """Tell each table that says no time that which its sums prove; none where two others prove different ones."""
    dated: dict[frozenset[str], list[Listed]] = {}
    for one in filter(_dated, found):
        dated.setdefault(one.label_sets[0], []).append(one)
    for one in filter(_undated, found if dated else ()):
        fellows = [other for names in one.label_sets for other in dated.get(names, ())]
        for other in fellows:
            if other.dataset.id not in one.timed_by:
                one.timed_by[other.dataset.id] = _proved(one, other, ledger)
        proofs = [p for other in fellows if (p := one.timed_by[other.dataset.id]) is not None]
        spans = {(p.period.start, p.period.end) for p in proofs}
        one.timed = proofs[0] if len(spans) == 1 else None


def _plain(one: Listed) -> bool:
    data = one.dataset
    return one.only_filed and one.time is None and data.additive and not data.unit and data.rows <= _MOST


def _dated(one: Listed) -> bool:
    """Whether a table is of one time, and tells one thing apart."""
    period = one.dataset.period
    told = period is not None and period.start is not None and period.end is not None
    return told and len(one.ways) == 1 and len(one.ways[0].labels) >= _ENOUGH and _plain(one)


def _undated(one: Listed) -> bool:
    return len(one.ways) > 1 and one.dataset.period is None and one.dataset.as_at is None and _plain(one)


def _proved(one: Listed, other: Listed, ledger: Ledger) -> Timed | None:
    (theirs,), period = other.ways, other.dataset.period
    way = next((w for w in one.ways if one.label_sets[w.n] == other.label_sets[0]), None)
    if way is None or period is None:
        return None
    given = {_name(theirs, seen.codes[0]): seen.value for seen in ledger.observed(other.dataset)}
    sums: dict[str, Decimal] = {}
    others = [w for w in one.ways if w.n != way.n]
    for seen in ledger.observed(one.dataset):
        if seen.value is None:
            return None
        if not any(seen.codes[w.n] in w.sums for w in others):
            name = _name(way, seen.codes[way.n])
            sums[name] = sums.get(name, Decimal(0)) + seen.value
    enough = sum(1 for value in sums.values() if value) >= _ENOUGH
    return Timed(period, other.dataset.title) if enough and sums == given else None


def _name(way: Way, code: int) -> str:
    return way.dimension.codes[code].words.casefold() if code >= 0 else ""
