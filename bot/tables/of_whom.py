"""Of which of two things a table of percentages gives its shares: of women, or of those who never rowed.

Nothing in a title need say so. The numbers do: what each share is of comes to a hundred over all that it is shared out
among.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from bot.tables.bind import Asked, Binding, bind
from bot.tables.label import Way
from corpus.cube import NO_CODE, Role, is_share
from corpus.ledger import Ledger

__all__ = ["of_the_other"]

_LEAST, _MOST = Decimal(96), Decimal("101.5")
"""What shares of a whole come to: some who did not say are left out, and each share is rounded."""


def of_the_other(part: Asked, whole: Asked, given: Binding, ledger: Ledger) -> bool:
    """Whether the share GIVEN by a table of percentages is of the PART that a question names and not of its WHOLE.

    "Of those who never rowed, what share were women" is not told by the share of women who never rowed.
    """
    listed = given.listed
    if not is_share(listed.dataset.unit):
        return False
    first, second = bind(part, listed, part=True), bind(whole, listed, part=True)
    mine = _told(first.picks if first is not None else {}, given)
    theirs = _told(second.picks if second is not None else {}, given)
    if not mine - theirs:
        return False
    ways = listed.ways
    if not theirs:
        return any(_averaged(given, ways[n], ledger) for n in mine)
    if not theirs - mine:
        return False
    along = [any(_shared_out(given, ways[n], ledger) for n in some) for some in (mine - theirs, theirs - mine)]
    return along == [False, True]


def _told(picks: Collection[int], given: Binding) -> frozenset[int]:
    """The dimensions of which half of a question names labels."""
    return frozenset(n for n in picks if given.listed.ways[n].role is not Role.TIME)


def _averaged(given: Binding, way: Way, ledger: Ledger) -> bool:
    """Whether the whole of a dimension lies between its parts, as a rate of each does: "All 6%, Men 5%, Women 7%"."""
    codes = {n: some for n, some in given.picks.items() if n != way.n}
    found: dict[tuple[int, ...], tuple[list[Decimal], list[Decimal]]] = {}
    seen = [one for one in ledger.observed(given.listed.dataset, codes) if one.value is not None]
    along = {n for one in seen for n, code in enumerate(one.codes) if code == NO_CODE} | {way.n}  # its sections too
    for one in seen:
        if one.codes[way.n] != NO_CODE and one.value is not None:
            wholes, parts = found.setdefault(tuple(c for n, c in enumerate(one.codes) if n not in along), ([], []))
            (wholes if one.codes[way.n] in way.totals else parts).append(one.value)
    told = [both for both in found.values() if both[0] and len(both[1]) > 1]
    return bool(told) and all(min(parts) <= wholes[0] <= max(parts) < _LEAST for wholes, parts in told)


def _shared_out(given: Binding, way: Way, ledger: Ledger) -> bool:
    """Whether what is named elsewhere is shared out among the labels of a dimension: they come to a hundred."""
    codes = {n: some for n, some in given.picks.items() if n != way.n}
    sums: dict[tuple[int, ...], Decimal] = {}
    for one in ledger.observed(given.listed.dataset, codes):
        own = one.codes[way.n]
        if own < 0 or own in way.sums or way.dimension.codes[own].parent is not None or one.value is None:
            continue
        at = (*one.codes[: way.n], *one.codes[way.n + 1 :])
        sums[at] = sums.get(at, Decimal(0)) + one.value
    whole = sum(_LEAST <= total <= _MOST for total in sums.values())
    return bool(sums) and 2 * whole > len(sums)
