"""What a table counts that does not say so, as the numbers of a file beside it prove.

Of files of one name ("berth_claims_age", "berth_claims_outcomes") one often only tells people apart, and leaves unsaid
whether it is of claims or of awards. Where its numbers come to those of a measure of another at nearly every time, it
counts that, at those times.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from bot.tables.tiling import ends, starts
from bot.tables.words import Word, alike, features, makers
from corpus.cube import Role
from corpus.extract.dates import PeriodMention
from corpus.ledger import Ledger

if TYPE_CHECKING:
    from bot.tables.catalog import Listed
    from bot.tables.label import Label

__all__ = ["Proved", "counted_as", "told_beside"]

_Span = tuple[date, date | None]
_ALIKE, _ENOUGH, _OF_TEN = 3, 6, 9
_MOST = 5_000
"""Files of one name begin with so many words alike; so many times at least prove it, of ten so many."""


class Proved(NamedTuple):
    """The terms of what a table is proved to count, with those of whoever it is, and the times at which it is."""

    ids: frozenset[str]
    times: frozenset[_Span]


def told_beside(found: Sequence[Listed], ledger: Ledger) -> None:
    """Tell each table that does not say what it counts what the numbers of those beside it prove that it is."""
    for one in filter(_unsaid, found):
        beside = [other for other in found if other is not one and _named(one, other)]
        new = [other for other in beside if other.dataset.id not in one.proved]
        sums = _summed(one, ledger) if new else {}
        proved = {other.dataset.id: tuple(_proofs(one, sums, other, ledger)) for other in new}
        one.proved = {other.dataset.id: (one.proved | proved)[other.dataset.id] for other in beside}


def counted_as(word: Word, times: Sequence[PeriodMention], listed: Listed) -> bool:
    """Whether a table is proved to count what WORD says, at all the TIMES that are asked about."""
    for one in (proved for some in listed.proved.values() for proved in some):
        if alike(word.ids, one.ids):
            every = [label for label in (listed.time.labels if listed.time is not None else ()) if ends(label)]
            asked = [[label for label in every if _inside(label, mention)] for mention in times] or [every]
            if all(some and all((starts(label), ends(label)) in one.times for label in some) for some in asked):
                return True
    return False


def _inside(label: Label, mention: PeriodMention) -> bool:
    start, end, last = mention.period.start, mention.period.end, ends(label)
    return last is not None and (start is None or starts(label) >= start) and (end is None or last <= end)


def _unsaid(one: Listed) -> bool:
    """Whether only its file's name says what a table counts, which tells people apart in parts of one whole."""
    data = one.dataset
    plain = one.only_filed and one.time is not None and data.additive and not data.unit and data.rows <= _MOST
    if not plain or data.measure not in ("", data.title):
        return False
    parts = [way for way in one.ways if way.role is not Role.TIME]
    whole = any(way.sums or any(code.parent is not None for code in way.dimension.codes) for way in parts)
    return len(parts) == 1 and not whole and bool(features(f"{data.title}. {parts[0].dimension.name}") & _OF_PEOPLE)


_OF_PEOPLE = features("age. sex. gender. nationality. ethnicity. disability. religion")


def _named(one: Listed, other: Listed) -> bool:
    """Whether two files begin with the same words, and end each in its own."""
    mine, theirs = (listed.source.title.lower().split() for listed in (one, other))
    same = next((n for n, (a, b) in enumerate(zip(mine, theirs, strict=False)) if a != b), 0)
    return other.only_filed and same >= _ALIKE and same == len(mine) - 1


def _summed(one: Listed, ledger: Ledger) -> dict[_Span, Decimal]:
    """All that a table counts at each of its times; nothing of a time of which it withholds a number."""
    assert one.time is not None
    found: dict[int, list[Decimal | None]] = {}
    for seen in ledger.observed(one.dataset):
        found.setdefault(seen.codes[one.time.n], []).append(seen.value)
    labels = one.time.labels
    whole = ((labels[n], some) for n, some in found.items() if None not in some)
    return {(starts(label), ends(label)): sum((v for v in some if v is not None), Decimal(0)) for label, some in whole}


def _proofs(one: Listed, sums: dict[_Span, Decimal], other: Listed, ledger: Ledger) -> Iterable[Proved]:
    """The measures of OTHER, of times and nothing else, that the SUMS come to at nearly every time."""
    if other.time is None or len(other.ways) != (1 if other.measures is None else 2):
        return
    for words, where in _measures(other):
        held: dict[_Span, Decimal | None] = {}
        for seen in ledger.observed(other.dataset, where):
            label = other.time.labels[seen.codes[other.time.n]]
            held[(starts(label), ends(label))] = seen.value
        shared = [span for span, value in held.items() if value is not None and span in sums]
        alike_at = frozenset(span for span in shared if sums[span] == held[span])
        if len(alike_at) >= _ENOUGH and len(alike_at) * 10 >= len(shared) * _OF_TEN:
            ids = features(words)
            yield Proved(ids.union(*(makers().get(i, frozenset()) for i in ids)), alike_at)


def _measures(other: Listed) -> Iterable[tuple[str, dict[int, tuple[int, ...]]]]:
    """The words of each plain count of a table, and the codes that it has."""
    way, data = other.measures, other.dataset
    if way is None:
        return [(data.measure, {})] if data.additive and not data.unit and data.measure != data.title else []
    counts = (label for label in way.labels if label.code.additive and not label.code.unit)
    return [(label.code.words, {way.n: (label.n,)}) for label in counts]
