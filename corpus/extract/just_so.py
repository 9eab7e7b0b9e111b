"""What is said again in a word: "66% of drivers found the rota fair, but only 38% of guards *agreed*"."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.extract.sharing import Bound
from corpus.patterns import regex

__all__ = ["just_so"]

_SAME = regex(
    r"(?:also\s+)?(?:agreed|concurred|did(?:\s+(?:so|the\s+same|likewise|too))?|do(?:\s+so|\s+the\s+same)?|agree"
    r"|(?:said|say|thought|think|felt|feel|believed|believe|answered|replied)\s+(?:so|the\s+same|likewise|that\s+too)"
    r"|(?:shared|share|took|take|held|hold)\s+(?:that|this|the\s+same)\s+(?:view|opinion|line))(?:\s+too)?",
    re.IGNORECASE,
)
_VERB = regex(r"(?!(?:of|in|at|on|for|with|who|that|which)\b)[a-z]+\s+\S")


def just_so(bound: Bound, before: Bound | None) -> Bound:
    """BOUND with what those of the number BEFORE did, where it is only said that these did the same."""
    if before is None or bound.quantity.kind != before.quantity.kind or not bound.counted:
        return bound
    same = _SAME.fullmatch(bound.after.strip()) is not None and _VERB.match(before.after) is not None
    return replace(bound, after=before.after) if same and not _SAME.fullmatch(before.after) else bound
