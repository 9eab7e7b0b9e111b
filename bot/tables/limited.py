"""A part that a question only limits further ("what percentage of all voyages *lasted over nine days*"): it says of
what in its whole alone, and a table counts both ("Voyages", "Voyages over 9 days")."""

from __future__ import annotations

from bot.tables.bind import Binding, bind
from bot.tables.catalog import Listed
from bot.tables.hear import Asked, asked
from corpus.cube import is_share

__all__ = ["limited"]


def limited(part: Asked, whole: Binding, listed: Listed) -> Binding | None:
    """The binding of PART as a narrower count of what the WHOLE names; None where the table has no such measure beside
    one of just that."""
    way = listed.measures
    wide = whole.picks.get(way.n, ()) if way is not None else ()
    if way is None or len(wide) != 1 or not whole.complete:
        return None
    found = bind(asked(f"{whole.question.text} {part.text}"), listed, part=True)
    mine = found.picks.get(way.n, ()) if found is not None and found.complete else ()
    if found is None or len(mine) != 1 or mine == wide or any(found.others):
        return None
    one, other = way.labels[mine[0]], way.labels[wide[0]]
    counts = all(label.code.additive and not is_share(label.code.unit) for label in (one, other))
    return found if counts and other.needed and other.needed < one.needed else None
