"""How many of a thing must be done, should be or will be, is never how many have been.

"By May 13,576 officers *had been* recruited" tells nothing of how many *must be* recruited.
"""

from __future__ import annotations

import re

from bot.query import Wanted
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["only_done"]

_DUE = regex(
    r"\b(?:must|should|will|shall|needs?(?: to)?|(?:has|have) to"
    r"|(?:is|are) (?:due|supposed|expected|set) to) (?:also |now |still )?(?:be [a-z]+|(?!have\b|be\b)[a-z]+)\b",
    re.IGNORECASE,
)
_BEEN = regex(
    r"\b(?:has|have|had|having)\b(?! to\b)(?: (?:already|now|since|so far|only|just|also|[a-z]+ly))* (?:been )?"
    r"(?P<did>[a-z]+)",
    re.IGNORECASE,
)
_AHEAD = regex(
    r"\b(?:will|would|shall|should|must|(?-i:may)|might|could|cannot|going to|(?:was|were|is|are|be|been) to"
    r"|(?:due|expected|set|supposed|required|planned|needed?|needs|promised|pledged|asked|told|ordered|had|have|has)"
    r" to)\b",
    re.IGNORECASE,
)


def only_done(wanted: Wanted, own: str) -> list[str]:
    """That it is asked what is still to come, where a figure's OWN words only tell what has been done."""
    if _DUE.search(wanted.words) is None:
        return []
    been = _BEEN.search(own)
    if been is None or _AHEAD.search(own) is not None:
        return []
    deeds = {s.id for s in wanted.rest if lexicon().kind(s.id) == "action"} or {s.id for s in wanted.rest}
    return ["what is still to be done"] if deeds & lexicon().ids(been["did"]) else []
