"""Of two labels of which one is the other and more ("Lamps lit", "Lamps lit: even series"), the one that is said whole.

They tell the same otherwise, or the one is a part of the other, and the two add up to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import Label
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["fullest"]

_GOES_ON = regex(r"\s*[:;,(\u2013]|\s+-\s")


def fullest(question: Asked, listed: Listed, picks: Mapping[int, tuple[int, ...]]) -> dict[int, tuple[int, ...]]:
    """PICKS without the labels that another which is picked goes on from, if QUESTION says every word of that one."""
    said = frozenset(i for w in question.words for i in w.ids)
    made = dict(picks)
    for n, codes in picks.items():
        way = listed.ways[n]
        if len(codes) < 2 or way.role is Role.TIME:
            continue
        full = [way.labels[c] for c in codes if all(need.met(said) for need in way.labels[c].needed)]
        kept = tuple(c for c in codes if not any(_goes_on(one, way.labels[c]) for one in full))
        made[n] = kept or codes
    return made


def _goes_on(longer: Label, shorter: Label) -> bool:
    """Whether the words of LONGER are those of SHORTER, and then more behind a colon or in brackets."""
    whole, first = longer.code.words.lower(), shorter.code.words.lower().strip()
    return bool(first) and whole.startswith(first) and _GOES_ON.match(whole, len(first)) is not None
