"""Of which whole a number is told to be: those who did something, or the whole that its neighbours are parts of too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.extract.draft import Draft
from corpus.extract.sharing import Bound
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["apart_from", "belonging", "beside_parts", "of_those_who", "scoped_by_deed", "sum_named"]

_RELATIVE = ("who", "that", "which", "whose")
_REACH = 1_500
"""So many characters back may those have been counted who are named again by what they did."""


def of_those_who(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """ "Of those *who left*, 31% had gone to sea": the number of those who left, where it was given before."""
    asked = _asked(draft)
    if not asked:
        return None
    lex, start = lexicon(), draft.sentence.start
    near = [e for e in earlier if e.sentence != draft.sentence and start - e.sentence.end <= _REACH]
    near = [e for e in near if not (e.bound.compared or e.bound.against or e.bound.earlier)]  # of another time
    near = [e for e in near if e.bound.quantity.kind == "count" and not _more(draft, e)]
    told = [e for e in near if asked <= lex.ids(e.measure)]
    if not draft.bound.scope:  # "those who died" are all of them, and not only those of one kind who did
        told = [e for e in near if e.whole is None and all({i, *lex.relatives(i)} & lex.ids(e.measure) for i in asked)]
    return next((e.same or e for e in reversed(told)), None)


def scoped_by_deed(draft: Draft) -> bool:
    """Whether a number is said to be of those who did something."""
    return bool(_asked(draft))


def sum_named(bound: Bound) -> str:
    """What a sum of money is said to be of: "*of this*, £2 million went on piers", "£2 million *of it*"."""
    return (bound.scope or (bound.counted if bound.partitive else "")).lower()


def _asked(draft: Draft) -> frozenset[str]:
    said = draft.bound.scope.split()
    if not said and draft.bound.partitive and draft.bound.counted.lower() in ("those", "the people", "these"):
        did = _WHO_DID.match(draft.bound.after)
        said = did.group().split() if did is not None else []
    if len(said) < 2 or said[0].lower() not in _RELATIVE:
        return frozenset()
    lex = lexicon()
    return frozenset(i for i in lex.ids(" ".join(said)) if not lex.general(i))


_WHO_DID = regex(
    r"(?:who|that|which)\s+(?:(?:had|have|has|were|was|are|is|been|\w+ly)\s+)*[a-z]+"
    r"(?=\s+(?:was|were|is|are|had|have|has|did|will|came|went|said|[a-z]+ed)\b)",
    re.IGNORECASE,
)
"""What those did of whom some are told of right after: "almost all of those *who died* were men"."""


def _more(draft: Draft, whole: Draft) -> bool:
    counts = draft.bound.quantity.kind == "count" and draft.value is not None and whole.value is not None
    return counts and (draft.value or 0) >= (whole.value or 0)


def apart_from(draft: Draft, candidates: Sequence[Draft]) -> list[Draft]:
    """CANDIDATES less those that are parts of the same whole as DRAFT, and so no whole of it."""
    return [e for e in candidates if not _fellow_part(draft, e)]


def _fellow_part(draft: Draft, other: Draft) -> bool:
    """Whether OTHER is of the very whole that DRAFT is of: "40 *of the boats* sank … 12 *of the boats* burnt"."""
    lex, mine = lexicon(), draft.bound
    scope = lex.ids(other.bound.scope)
    if scope and other.whole is None and not (draft.ids - scope) & lex.ids(other.measure):
        return True
    named = mine.counted.lower().split()[:1] == ["the"]
    if mine.partitive and other.bound.partitive and named and mine.counted.lower() == other.bound.counted.lower():
        return True
    vague = bool(draft.ids) and all(lex.general(i) for i in draft.ids) and not mine.partitive
    return vague and (other.bound.partitive or bool(other.bound.scope))


def beside_parts(drafts: Sequence[Draft]) -> None:
    """A number "of the keepers" is part of the whole that those listed before it "of the keepers" add up to."""
    lex = lexicon()
    for at, draft in enumerate(drafts):
        if draft.whole is not None or not draft.bound.partitive or not draft.ids:
            continue
        listed = [
            e for e in drafts[:at] if e.bound.scope and e.whole is not None and lex.ids(e.bound.scope) == draft.ids
        ]
        whole = listed[-1].whole if listed else None
        if whole is not None and not _more(draft, whole):
            draft.whole = whole


_BELONGING = regex(r"\b(?:members|employees|staff|subscribers|supporters|readers|customers|shareholders)$", re.I)


def belonging(whole: Draft) -> bool:
    """Whether those are counted that a body has or speaks for, of whom only the like of them are part."""
    return _BELONGING.search(whole.bound.counted) is not None and _HAS.search(whole.bound.before) is not None


_HAS = regex(r"\b(?:has|have|with|represents?|representing|speaks? for|employs?)$", re.IGNORECASE)
