"""Whether a deed was done to *all*, or to a third: a sentence that tells it of some of them is no yes to that."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.evidence import Found, settle
from bot.query import Query
from bot.scales import Scales
from corpus.extract.numbers import quantities
from corpus.extract.sense import ASSERTED, DENIED, Sense, senses
from corpus.patterns import regex

__all__ = ["exceptions", "parts_asked", "told_of_some"]

_EVERY = regex(r"\b(?:all(?! (?:of )?(?:the |those |these )?\d)|every|each|everyone|everybody)\b", re.IGNORECASE)
_ONLY = regex(
    r"\b(?:only|just|fewer than|barely|a mere|no more than|a (?:few|handful|fraction|minority)(?: of)?"
    r"|few|some|several|half|most|many|nearly|almost)\b"
    r"|\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten) (?:of|out of) (?:the|them|those)\b",
    re.IGNORECASE,
)


def exceptions(query: Query, scales: Scales) -> Found | None:
    """Those to whom it was *not* done, where QUERY asks whether it was done to all; None where none are counted."""
    deeds = [s for s in query.wanted.telling if s.kind == "action" and s.mark == ASSERTED]
    if _EVERY.search(query.resolved or query.text) is None or len(deeds) != 1:
        return None

    def turned(terms: tuple[Sense, ...]) -> tuple[Sense, ...]:
        return tuple(replace(s, mark=DENIED) if s in deeds else s for s in terms)

    wanted = replace(query.wanted, focus=turned(query.wanted.focus), rest=turned(query.wanted.rest), unit="count")
    found = settle(wanted, scales)
    if found.figure is None or not found.figure.value:
        return None
    asserted = {s.id for s in senses(found.figure.measure) if s.mark == ASSERTED}
    return found if asserted.isdisjoint({s.id for s in deeds}) else None  # those to whom it was done are no exceptions


def parts_asked(asked: str) -> list[str]:
    """The fractions that a question names ("was *a third* of it lost"), which its answer has to name too."""
    return [q.span.of(asked).lower() for q in quantities(asked) if q.kind == "fraction"]


def told_of_some(asked: str, text: str) -> bool:
    """Whether ASKED is of all and TEXT tells of some: "Were all paid?" of "only 12 of the crews were paid"."""
    return _EVERY.search(asked) is not None and _EVERY.search(text) is None and _ONLY.search(text) is not None
