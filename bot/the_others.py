"""Whether a whole less a part leaves those of whom it is asked that a deed was *not* done.

A whole that the deed was done to leaves none of whom it was not ("of the 90 boats sold, 12 were tugs" leaves no boat
unsold); and a part that is of a narrower thing than its whole leaves other things than are asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.bearing import borne, inherited, marked
from bot.query import Wanted
from bot.scales import Scales
from corpus.extract.sense import ASSERTED, DENIED, Sense, befallen
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["DECIDED_AGAINST", "leaves_them"]


def leaves_them(wanted: Wanted, turned: Wanted, part: Figure, whole: Figure, scales: Scales) -> bool:
    """Whether WHOLE less PART is what WANTED denies something of, or asks by its opposite; true where it does neither.

    TURNED is what PART was found for: those *completed*, where those outstanding are asked for.
    """
    asked = {s.id for s in wanted.terms}
    denied = [s for s in wanted.terms if s.mark == DENIED]
    denied += [s for s in turned.terms if s.mark == ASSERTED and s.id not in asked]
    if DECIDED_AGAINST.search(wanted.words) and "decided" not in lexicon().ids(f"{whole.counted}. {whole.measure}"):
        return False  # nor had the rest been decided on
    turned_to = [s for s in turned.terms if s.mark == DENIED and s not in wanted.terms]
    if not denied and not turned_to:
        return True
    told = marked(f"{whole.counted}. {whole.measure}. {inherited(whole, scales.view.wholes(whole))}")
    if turned_to and all(_only_of_whole(s, part, told) for s in turned_to):
        return False
    if not denied:
        return True
    deeds = [
        s for s in denied if s.kind == "action"
    ] or denied  # who did not *reply* to a survey had still been sent it
    if any(_done(s, told) for s in deeds) or all(_only_of_whole(s, part, told) for s in denied):
        return False
    own = marked(f"{part.counted}. {' '.join(value for _, value in part.breakdown)}")
    others = [s for s in wanted.telling if s.mark == ASSERTED and s.kind != "action"]
    return not any(_named(s, own) and not _named(s, told) for s in others)


DECIDED_AGAINST = regex(
    r"\b(?:decid(?:ed?|ing)|decisions?|opt(?:ed|ing)?|chos(?:e|en)|choos(?:e|ing)|agreed?|resolv(?:ed?|ing))\b"
    r"[^,;.?]{0,40}? (?:against|not to)\b",
    re.IGNORECASE,
)
"""What was decided not to be done: of the rest it may not have been decided at all."""


def _only_of_whole(denied: Sense, part: Figure, told: frozenset[tuple[str, str]]) -> bool:
    """Whether what is DENIED is TOLD of the whole, and PART says no more of it than that it is of that whole.

    "Of the 90 boats that were *not insured*, 12 were tugs": less the tugs, those that are left were not insured either.
    """
    lex = lexicon()
    near = {denied.id, befallen(denied.id), *lex.relatives(denied.id), *lex.narrower(denied.id)}
    if near.isdisjoint(i for i, _ in told):
        return False
    broken = " ".join(value for _, value in part.breakdown)
    own = {i for i, _ in marked(". ".join((part.counted, part.measure, broken, *part.also)))}
    return not near & own and not any(lex.opposite(denied.id, i) for i in own)


def _done(denied: Sense, told: Iterable[tuple[str, str]]) -> bool:
    """Whether what is DENIED was done to everybody of whom this is TOLD."""
    known = {denied.id, *lexicon().relatives(denied.id), befallen(denied.id)}
    return any(i in known and mark == ASSERTED for i, mark in told)


def _named(term: Sense, told: frozenset[tuple[str, str]]) -> bool:
    ids = {i for i, mark in told if mark == ASSERTED}
    return borne(term, told) or bool(lexicon().relatives(term.id) & ids)
