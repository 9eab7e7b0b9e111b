"""The nation that a file's name says in two letters ("ni_lamps"), where its own rows lie there.

Else "ni" may be National Insurance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.lexicon.terms import lexicon

__all__ = ["nation_in_short"]

_SHORT = {"ni": ("Northern Ireland", "northern-ireland"), "gb": ("Great Britain", "great-britain")}
_READ = 60


def nation_in_short(name: str, labels: Iterable[str]) -> str:
    """The nation that NAME begins or ends with in short, in full; "" where none of its LABELS is a place there."""
    words = re.findall(r"[A-Za-z]+", name.lower())
    told = [_SHORT[word] for word in (*words[:1], *words[-1:]) if word in _SHORT]
    if not told:
        return ""
    full, nation = told[0]
    places = (term.id for one in list(labels)[:_READ] for term in lexicon().terms(one) if term.kind == "place")
    return full if any(lexicon().covers(nation, place) for place in places) else ""
