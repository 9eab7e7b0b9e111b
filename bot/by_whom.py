"""Whose deed it was: "How many libraries did *the union* shut?" is of none that the county shut or the union saved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.heard import akin
from bot.query import Wanted
from corpus.extract.sense import Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["deed_of_another", "done_by_nobody"]

_DID = regex(r"\bdid\s+(?:the\s+|his\s+|her\s+|its\s+|their\s+|our\s+)?", re.IGNORECASE)
_BEFELL = regex(r"\b(?:was|were|been|being|is|are|got)\s+(?:\w+ly\s+)?\w+", re.IGNORECASE)
_BY = regex(r"\bby\b", re.IGNORECASE)
_DOERS = ("person", "role", "body")


def _asked(words: str) -> tuple[Sense, Sense] | None:
    """Who is asked to have done what: "did *the union shut*"; None where no such deed is asked about."""
    did = _DID.search(words)
    if did is None:
        return None
    told = [s for s in senses(words) if s.start >= did.end() and not lexicon().general(s.id)]
    if len(told) < _BOTH or told[0].start != did.end() or told[0].kind == "action":
        return None
    deed = next((s for s in told[1:] if s.kind in ("action", "offence")), told[1])
    return told[0], deed


_BOTH = 2


def deed_of_another(wanted: Wanted, figure: Figure, wholes: Sequence[Figure]) -> list[str]:
    """What somebody is asked to have done, where FIGURE is of what they did to some to whom another did it."""
    asked = _asked(wanted.words)
    if asked is None:
        return []
    doer, deed = asked
    own = lexicon().ids(f"{figure.counted}. {figure.measure}")
    if akin(deed, own) or not akin(doer, own):
        return []
    others = (lexicon().ids(f"{w.counted}. {w.measure}") for w in wholes)
    return [deed.words] if any(akin(deed, ids) and not akin(doer, ids) for ids in others) else []


def done_by_nobody(wanted: Wanted, figure: Figure, missing: Sequence[str]) -> bool:
    """Whether it is MISSING who did it, and FIGURE is only told to have had it done to them, by nobody who is named."""
    asked = _asked(wanted.words)
    if asked is None or asked[0].words not in missing:
        return False
    named = any(lexicon().kind(i) in _DOERS and not lexicon().general(i) for i in lexicon().ids(figure.measure))
    return _BEFELL.search(figure.measure) is not None and _BY.search(figure.measure) is None and not named
