"""What a word means of a case: an open one is outstanding, a closed one completed, whatever it means of a shop."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.extract.sense import Sense
from corpus.patterns import regex

__all__ = ["of_cases"]

_CASES = regex(
    r"\b(?:cases?|claims?|complaints?|appeals?|applications?|inquir(?:y|ies)|enquir(?:y|ies)|investigations?|files?"
    r"|proceedings|referrals?)\b",
    re.IGNORECASE,
)
_MEANT = {"opened": "outstanding", "closed": "completed"}
_STATE = regex(r"(?:open|closed|shut)$", re.IGNORECASE)


def of_cases(found: tuple[Sense, ...], text: str) -> tuple[Sense, ...]:
    """The terms of TEXT, where it is cases that are said to be open or closed by what that means."""
    if _CASES.search(text) is None:
        return found
    return tuple(replace(s, id=_MEANT[s.id]) if s.id in _MEANT and _STATE.match(s.words) else s for s in found)
