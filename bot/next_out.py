"""When the next figures come out: told by a line that gives the day of the next, and by no day of the last one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.forms import Ask
from bot.heard import Heard, Line, akin, ids_of
from bot.query import Query
from corpus.extract.dates import dates
from corpus.patterns import regex
from corpus.records import SourceKind

__all__ = ["next_out"]

_EDITIONS = r"(?:figures|statistics|stats|numbers|data|releases?|editions?|bulletins?|updates?|publications?|tables)"
_ASKED = regex(
    r"^\W*(?:and\s+|so\s+)?(?:when|(?:on\s+|by\s+)?(?:what|which)\s+(?:date|day|month))\b"
    rf"[^?]*\bnext\b(?:\s+[\w'\u2019-]+){{0,4}}?\s+{_EDITIONS}\b",
    re.IGNORECASE,
)
_TELLS = regex(
    rf"\bnext\b(?:\s+[\w'\u2019-]+){{0,4}}?\s*(?:{_EDITIONS}|published|released|issued|updated|due|out)\b",
    re.IGNORECASE,
)
_OF_RELEASES = frozenset({"next", "out", "published", "released", "release", "due", "set"})
_LEAST = 0.5
"""The least part of what the figures are said to be of that the line or its source bears."""


def next_out(query: Query, lines: Sequence[Line]) -> list[Heard] | None:
    """The lines that say when the next figures that QUERY asks about come out; None where it asks no such thing.

    None of official statistics does where none gives a day: the day on which they came out is another thing.
    """
    if query.ask is not Ask.WHEN or _ASKED.match(query.resolved or query.text) is None:
        return None
    telling = [s for s in query.wanted.telling if s.words.lower() not in _OF_RELEASES]
    held = []
    for line in lines:
        if _TELLS.search(line.text) is None or not any(d.when for d in dates(line.text, line.source.published)):
            continue
        here = ids_of(f"{line.text} {line.source.title} {line.setting}")
        borne = [s for s in telling if akin(s, here)]
        share = len(borne) / len(telling) if telling else 1.0
        if share >= _LEAST:
            held.append(Heard(line, share, ()))
    if not held and not all(line.source.kind is SourceKind.OFFICIAL_STATISTICS for line in lines):
        return None
    return sorted(held, key=lambda h: (-h.score, h.line.source.kind.rank, h.line.span.start))[:2]
