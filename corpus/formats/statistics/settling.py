"""Which columns of labels are settled by others: a region by its country, a code by its name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

__all__ = ["Settling"]


class Settling:
    """Watches the labels of a table's columns row by row: which one always goes with which other."""

    def __init__(self, count: int) -> None:
        """COUNT is how many columns are watched."""
        self._pairs: dict[tuple[int, int], dict[str, str]] = {pair: {} for pair in permutations(range(count), 2)}

    def see(self, labels: Sequence[str]) -> None:
        """One row's LABELS. An empty one settles nothing, and is settled by nothing but by being always empty."""
        broken = []
        for (one, other), known in self._pairs.items():
            said = labels[one]
            if said and known.setdefault(said, labels[other]) != labels[other]:
                broken.append((one, other))
        for pair in broken:
            del self._pairs[pair]

    def settles(self, one: int, other: int) -> bool:
        """Whether the label in column ONE says which stands in column OTHER."""
        return (one, other) in self._pairs

    def told(self, one: int, other: int) -> dict[str, str]:
        """The label of column OTHER by that of column ONE, where ONE settles it; nothing where it does not."""
        return dict(self._pairs.get((one, other), {}))

    def leader(self, other: int, among: Sequence[int], sizes: Sequence[int]) -> int | None:
        """The column AMONG others that settles OTHER and has the fewest labels, but more than OTHER or stands first."""
        able = [
            n for n in among if self.settles(n, other) and (sizes[n], other) > (sizes[other], n) and sizes[other] > 1
        ]
        return min(able, key=lambda n: (sizes[n], n)) if able else None
