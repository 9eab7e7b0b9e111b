"""When, where or why a deed was done of which the record says that it was *not*: "When did she go?" of who stayed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.cased import cased
from bot.deed_asked import deed_of
from bot.doers import settled
from bot.forms import Ask
from bot.heard import Heard, Line
from bot.query import Query
from corpus.patterns import regex

__all__ = ["NOT_DONE", "never_happened"]

NOT_DONE = "The record says that this was not done."
_WHEN_DONE = regex(
    r"\W*(?:and |so |but )?(?:when|where|why|on (?:what|which) (?:day|date)|in (?:what|which) (?:year|month|week))\s+"
    r"(?=(?:did|was|were|has|have|had)\b)",
    re.IGNORECASE,
)


_UNDONE = regex(r"\b(?:not|never)\b|n['\u2019]t\b", re.IGNORECASE)
"""What asks why a thing was *not* done, of which the record that denies it is no correction."""


def never_happened(query: Query, lines: Sequence[Line]) -> Heard | None:
    """The sentence that denies the deed whose time, place or reason is asked for; None where none does."""
    asked = query.resolved or query.text
    opening = _WHEN_DONE.match(asked) if _UNDONE.search(asked) is None else None
    rest = asked[opening.end() :] if opening is not None else ""
    deed = deed_of(rest if query.ask is Ask.WHY else cased(rest, lines)) if rest else None
    if opening is None or deed is None or deed.doer.kind not in ("person", "office"):
        return None
    told = settled(replace(query, ask=Ask.YES_NO, resolved=asked[opening.end() :]), deed, lines)
    return told[0] if len(told) == 1 and told[0].name.startswith("No") else None
