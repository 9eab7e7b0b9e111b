"""Which number before it a number without a noun counts with: "40 *yards* had one crane and *9* none"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.extract.clause import opens_predicate
from corpus.lexicon.grammar import words
from corpus.patterns import regex

if TYPE_CHECKING:
    from corpus.extract.sharing import Bound

__all__ = ["did_again", "did_likewise", "fellow"]


def fellow(made: Sequence[Bound], said: str) -> Bound | None:
    """Of the numbers MADE before one of which SAID is said, the last whose verb has the number right after it for
    its object; None where there is none, or where SAID opens with no verb, so that the number may be an object too.
    """
    if len(made) < 2 or not opens_predicate(said):
        return None
    acting, held = made[-2], made[-1]
    if acting.quantity.kind != "count" or held.quantity.kind != "count" or held.within or held.partitive:
        return None
    acts = bool(acting.after) and opens_predicate(acting.after) and not opens_predicate(held.after)
    return acting if acts and acting.to_next else None


def did_likewise(mine: str, theirs: str) -> bool:
    """Whether two bodies of different names each did the same: "Hull Bay *lent 40*. South Goole *lent nine*"."""
    one, other = _NAME_DID.fullmatch(mine), _NAME_DID.fullmatch(theirs)
    return one is not None and other is not None and one["did"] == other["did"] and one["name"] != other["name"]


_NAME_DID = regex(
    r"(?:[Tt]he\s+)?(?P<name>[A-Z][\w'\u2019-]*(?:\s+(?:(?:of|the|and|for)\s+)*[A-Z][\w'\u2019-]*)+)\s+(?P<did>[a-z]+)"
)
"""A name of several words, with what its bearer did right before a number."""


def did_again(mine: str, theirs: str) -> bool:
    """Whether the same did the same again: "*we cleaned* 90 wells. The year before *we cleaned* 80"."""
    one, other = _THEY_DID.search(mine), _THEY_DID.search(theirs)
    if one is None or other is None or one["did"].lower() in words("auxiliaries") | words("reporting"):
        return False
    return one["who"].lower() == other["who"].lower() and one["did"].lower() == other["did"].lower()


_THEY_DID = regex(
    r"\b(?P<who>we|they|he|she|it)\s+(?:(?:have|has|had)\s+)?(?:also\s+|only\s+|again\s+|now\s+)?(?P<did>[a-z]{3,})$",
    re.IGNORECASE,
)
