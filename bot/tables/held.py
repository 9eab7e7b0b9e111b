"""Counts of people of whom a table does not say whether they were there on a day or came over a time."""

from __future__ import annotations

from collections.abc import Mapping

from bot.tables.catalog import Listed
from bot.tables.deeds import deeds_of, done_anyway
from bot.tables.label import own_words, spaced
from corpus.lexicon.terms import lexicon
from corpus.records import Nature

__all__ = ["maybe_held"]

_COMING = frozenset({"passenger", "visitor", "tourist", "casualty", "victim", "leaver", "joiner", "entrant"})
"""People of whom others come in every stretch of time."""


def maybe_held(listed: Listed, codes: Mapping[int, tuple[int, ...]]) -> bool:
    """Whether what is counted are people, of whom nothing is said to have been done ("People on Universal Credit").

    Those of two months may be the same people: nothing tells a stock from a flow.
    """
    one, way = listed.dataset, listed.measures
    chosen = codes.get(way.n, ()) if way is not None else ()
    code = way.dimension.codes[chosen[0]] if way is not None and len(chosen) == 1 else None
    everyone = code is not None and way is not None and chosen[0] in way.plain  # "All persons": of deaths
    words = code.words if code is not None and not everyone else one.measure
    if one.nature is not Nature.UNKNOWN or (code is not None and code.nature is not None):
        return False
    told = lexicon().terms(spaced(own_words(words)))
    if not told or told[0].kind not in ("person", "role") or told[0].id in _COMING:
        return False
    acts = any(lexicon().kind(t.id) == "action" for t in told[1:])
    return not acts and not deeds_of(words) | done_anyway(words)
