"""At what time of the day a thing was done: told only by a sentence that gives the hour."""

from __future__ import annotations

from collections.abc import Sequence

from bot.forms import Ask
from bot.heard import Heard, Line, akin, dated, ids_of
from bot.query import Query
from corpus.patterns import regex

__all__ = ["hour_asked"]

_ASKED = regex(r"^(?:and |so )?(?:at )?what (?:time|hour)(?: of (?:the )?day)? (?:was|were|did|does|is|had|has)\b")
_HOUR = regex(r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.)|\b(?:noon|midday|midnight)\b|\bo['\u2019]clock\b")
_LEAST = 0.5
"""The least part of what is named in the question that such a sentence bears."""


def hour_asked(query: Query, lines: Sequence[Line]) -> list[Heard] | None:
    """The sentences that give the hour of what QUERY asks about, the aptest first; None where it asks no hour.

    Whoever and whatever day is named must be the sentence's.
    """
    if query.ask is not Ask.WHEN or _ASKED.match((query.resolved or query.text).strip().lower()) is None:
        return None
    held = []
    for line in lines:
        if _HOUR.search(line.text) is None or not all(dated(m.period.words, line) for m in query.wanted.times):
            continue
        here = ids_of(f"{line.text} {line.speaker}")
        borne = [s for s in query.wanted.telling if akin(s, here)]
        named = [s for s in query.wanted.telling if s.words[:1].isupper() or s.kind == "role"]
        share = len(borne) / len(query.wanted.telling) if query.wanted.telling else 0.0
        if share >= _LEAST and all(s in borne for s in named):
            held.append(Heard(line, share, ()))
    return sorted(held, key=lambda h: (-h.score, h.line.source.kind.rank, h.line.span.start))[:2]
