"""A title that lists what each column counts, more fully than its heading: of "boat prices, pilot fees and tolls paid",
the column "Average fee" is of pilots' fees, and no other column is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.tables.words import features
from corpus.patterns import regex

__all__ = ["terms_listed"]

_LISTED = regex(r",\s*(?:and\s+)?|\s+and\s+|\s*&\s*")


def terms_listed(counted: str, own: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """The terms that the list of what is COUNTED has for each measure beside its OWN; none where the list has not one
    part for each of them."""
    parts = [features(part) for part in _LISTED.split(counted) if part.strip()]
    nothing = [frozenset[str]() for _ in own]
    if len(parts) != len(own) or len(own) < 2:
        return nothing
    shared = frozenset[str].intersection(*own)
    homes = [_home(ids - shared, parts) for ids in own]
    if None in homes or len(set(homes)) < len(homes):
        return nothing
    said = frozenset[str]().union(*own)
    more = [parts[home] - said for home in homes if home is not None]
    return [ids - frozenset[str]().union(*(other for other in more if other is not ids)) for ids in more]


def _home(ids: frozenset[str], parts: Sequence[frozenset[str]]) -> int | None:
    """The one part that shares a term with a measure."""
    found = [n for n, part in enumerate(parts) if ids & part]
    return found[0] if len(found) == 1 else None
