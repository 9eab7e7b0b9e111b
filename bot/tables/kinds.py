"""What a question calls the rows that it goes through, where no heading of the table does: their level, their kind."""

from __future__ import annotations

from collections.abc import Sequence

from bot.tables.catalog import Listed
from bot.tables.label import Way
from bot.tables.words import Word
from corpus.cube import Role

__all__ = ["called", "levelled", "sorts_of"]


def levelled(ids: frozenset[str], ways: Sequence[Way]) -> tuple[int, tuple[int, int]] | None:
    """The dimension whose rows a level names ("which region", of areas beside a column of "Region" and "County")."""
    for way in ways:
        codes = [label.n for label in way.labels if label.ids & ids]
        if way.dimension.follows is not None and way.role is Role.PLACE and len(codes) == 1:
            return way.dimension.follows, (way.n, codes[0])
    return None


def called(asked: Sequence[Word]) -> frozenset[str]:
    """The terms of what rows are asked for by ("trust"), if it is no word that is of everything."""
    return asked[0].ids if asked and not asked[0].general else frozenset()


def sorts_of(asked: Sequence[Word], ways: Sequence[Way], listed: Listed) -> list[Way]:
    """The one dimension without a heading, of sorts of what the table counts ("which tax", of tax receipts)."""
    bare = [w for w in ways if not w.dimension.name and w.role is Role.CATEGORY]
    first = called(asked)
    sorts = any(first & label.ids for w in bare for label in w.labels)
    return bare if len(bare) == 1 and first & listed.counted and sorts else []
