"""Of whom or what a number may be part: of those who did the same, of what a share is of, of people people."""

from __future__ import annotations

import re
from decimal import Decimal

from corpus.extract.draft import Draft
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = [
    "PEOPLE",
    "SPACE",
    "all_general",
    "is_that_share",
    "larger",
    "may_speak",
    "of_people",
    "of_that_too",
    "of_the_deed",
    "of_what_was_shared",
]

SPACE = 2
"""How far apart two sentences of one paragraph are at most, in characters."""


def of_what_was_shared(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """ "Most of the letters, 54%, were late. *A quarter were* lost": of that of which the share right before it is."""
    if draft.bound.counted or draft.bound.scope or draft.bound.quantity.kind not in ("percentage", "fraction"):
        return None
    last = [e for e in earlier if e.sentence.end <= draft.sentence.start <= e.sentence.end + SPACE]
    shares = [e for e in last if e.bound.quantity.kind in ("percentage", "fraction", "in_words")]
    wholes = {id(e.whole) for e in last}
    return last[-1].whole if last and len(shares) == len(last) and len(wholes) == 1 else None


_SPEAKING = regex(
    r"\W*(?:said|told|thought|think|felt|feel|believed?|wanted|agreed|disagreed|complained|replied)\b", re.IGNORECASE
)


def may_speak(draft: Draft, whole: Draft) -> int:
    """How near before it WHOLE counts people, where a bare share is of those who spoke ("three in five *said*")."""
    lex = lexicon()
    speaking = not draft.bound.counted and _SPEAKING.match(draft.bound.after) is not None
    people = any(lex.kind(i) in ("person", "role") for i in whole.ids)
    return whole.sentence.end if speaking and people else 0


def of_that_too(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """ "Half of the piers, 47%, are shut *and 310 leak*": of what the shares of its own sentence are of."""
    bound, here = draft.bound, [e for e in earlier if e.sentence == draft.sentence]
    shares = [e for e in here if e.bound.quantity.kind in ("percentage", "fraction", "in_words")]
    bare = bound.quantity.kind == "count" and not (bound.counted or bound.within or bound.scope or bound.listed)
    if not bare or not shares or len(shares) != len(here) or not shares[0].bound.partitive or shares[0].whole is None:
        return None
    return None if larger(draft, shares[0].whole) else shares[0].whole


_WHICH_IS = regex(
    r"\W*(?:which |this |that )?(?:is|was|represents|represented)(?: (?:just|only|about|almost|nearly|over))?",
    re.IGNORECASE,
)


def is_that_share(draft: Draft, earlier: list[Draft]) -> bool:
    """Whether a percentage only says how great a share the count right before it is."""
    bound, last = draft.bound, earlier[-1] if earlier else None
    if last is None or last.sentence != draft.sentence or bound.quantity.kind != "percentage" or bound.partitive:
        return False
    return last.bound.quantity.kind == "count" and _WHICH_IS.fullmatch(bound.before) is not None


_DID = regex(r"\w\s+(?:that|who|which) (?:had |have |has |were |was |are |is )*(?P<did>.+)$", re.IGNORECASE)
"""What those did of whom a number is a part: "of the piers *that closed*, nine were sold"."""


def of_the_deed(draft: Draft, whole: Draft) -> bool:
    """Whether those whom WHOLE counts are told to have done what those did of whom DRAFT is a part, or what is akin."""
    did = _DID.search(draft.bound.scope)
    if did is None:
        return True
    lex = lexicon()
    asked = {i for i in lex.ids(did["did"]) if not lex.general(i) and lex.kind(i) not in ("place", "date", "person")}
    told = lex.ids(". ".join([whole.measure, whole.bound.scope, *whole.mentions]))
    return not asked or any(i in told or lex.relatives(i) & told for i in asked)


PEOPLE = regex(r"\b(?:people|persons|men|women|adults)$", re.IGNORECASE)
_PAPERS = regex(
    r"\b(?:applications?|complaints?|letters?|requests?|claims?|calls?|bids?|responses?|returns?|emails?|questions?"
    r"|submissions?|petitions?|forms?|orders?|documents?|reports?)$",
    re.IGNORECASE,
)
"""What people send or fill in, of which no people are part."""


def of_people(whole: Draft) -> bool:
    """Whether WHOLE counts people, cases, or what was done to somebody (deaths, arrests), of which people are part."""
    lex, counted = lexicon(), whole.bound.counted
    kinds = {lex.kind(i) for i in whole.ids}
    befell = bool(kinds & {"action", "offence"}) and _PAPERS.search(counted) is None
    return befell or bool(kinds & {"person", "role", "nationality"}) or all_general(whole.ids) or not whole.ids


def all_general(ids: frozenset[str]) -> bool:
    """Whether there are terms, and each is too wide to restrict anything."""
    return bool(ids) and all(lexicon().general(i) for i in ids)


def larger(part: Draft, whole: Draft) -> bool:
    """Whether PART is more than WHOLE, and so no part of it."""
    return (part.most or part.value or Decimal(0)) > (whole.value or Decimal(0))
