"""A table that tells the same people apart by age, and then again by sex: every block of it is of all of them."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from bot.tables.label import Way
from bot.tables.slices import Refused
from corpus.cube import Observation
from corpus.formats.statistics.vocabulary import vocabulary

__all__ = ["one_block", "trait_blocks"]


def trait_blocks(way: Way, outer: Collection[int]) -> dict[str, frozenset[int]]:
    """The OUTER codes by the trait that they are told apart by, theirs or their parent's; none where one has none."""
    codes, found = way.dimension.codes, dict[str, set[int]]()
    for n in outer:
        one = codes[n] if n >= 0 else None
        over = codes[one.parent] if one is not None and one.parent is not None else one
        if over is None or not vocabulary().traits.fullmatch(over.words.strip(" :")):
            return {}
        found.setdefault(over.words.strip(" :"), set()).add(n)
    return {trait: frozenset(some) for trait, some in found.items()}


def one_block(way: Way, rows: list[Observation], blocks: dict[str, frozenset[int]]) -> list[Observation]:
    """The rows of the first of BLOCKS, each of which tells the same apart. Raises Refused where their sums differ."""
    each = [[o for o in rows if o.codes[way.n] in some] for some in blocks.values()]
    sums = {sum((o.value for o in one if o.value is not None), Decimal(0)) for one in each}
    if len(sums) != 1 or any(o.value is None for o in rows):
        raise Refused(
            f"the table tells the same apart by {' and by '.join(map(str.lower, blocks))}: say which is meant"
        )
    return each[0]
