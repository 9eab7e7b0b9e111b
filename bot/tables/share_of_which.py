"""Of which of two a table's share is: of those in each group, how many are somewhere, or of all there, how many are in
each group.

"Proportion of keepers in each port who are at sea" and "Proportion of keepers at sea who are of each port" have the
same words and the same rows. A question says which it means by what it takes the share of.
"""

from __future__ import annotations

import re

from bot.tables.bind import Asked, Binding
from bot.tables.words import alike
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["is_of_that"]

_SHARE = regex(
    r"\b(?:proportion|percentage|share|per\s?cent)s?\s+of\s+(?P<whole>[^;:]+?)\s+(?:who|that|which)\s+"
    r"(?:are|were|is|was|have|had|has|live[ds]?|work(?:s|ed)?)\b(?P<part>[^;:]+)",
    re.IGNORECASE,
)
_EACH = regex(r"\b(?:each|every)\s+[a-z]", re.IGNORECASE)


def is_of_that(binding: Binding, two: tuple[Asked, Asked] | None) -> bool:
    """Whether the share that a table gives is of what the second of TWO halves of a question names; also where nothing
    in its title says otherwise, or the question names no two."""
    share = _SHARE.search(binding.listed.dataset.title)
    if share is None or two is None:
        return True
    each = bool(_EACH.search(share["whole"])), bool(_EACH.search(share["part"]))
    if each[0] == each[1]:
        return True
    part, whole = (frozenset(i for w in one.words for i in w.ids) for one in two)
    ways = (w for w in binding.listed.ways if w.role not in (Role.TIME, Role.MEASURE))
    labels = [w.labels[c].ids for w in ways for c in binding.picks.get(w.n, ()) if c not in w.sums]
    if not labels:
        return each[0]  # the share of all of them; all of them are all that there are of each
    mine, other = (whole, part) if each[0] else (part, whole)
    return all(alike(ids, mine) and not (alike(ids, other) and not ids & mine) for ids in labels)
