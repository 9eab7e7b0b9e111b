"""A number with its words, and the words that the numbers of one list share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.extract.clause import has_verb
from corpus.extract.fellows import did_likewise, fellow
from corpus.extract.quantity import Quantity
from corpus.lexicon.grammar import words
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["AMONG", "AND_ANOTHER", "Bound", "bracketed", "filled", "shared"]

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Bound:
    """A number with its words: ``counted`` what it counts, ``before`` and ``after`` the rest of its own clause.

    ``partitive`` says that it is given as part of a whole ("288 of the prisoners"), ``listed`` that it follows
    another in one list, and ``anaphoric`` that the thing counted stands in an earlier sentence.
    """

    quantity: Quantity
    counted: str
    before: str
    after: str
    partitive: bool = False
    listed: bool = False
    anaphoric: bool = False
    named: bool = False
    own: Span = _NOWHERE
    scope: str = ""
    included: bool = False
    """Whether its clause says what a whole includes ("the excluded pupils included 412 with autism")."""
    compared: bool = False
    """Whether it says how far one thing is from another: a change, or so many more than something else."""
    within: bool = False
    """Whether it is part of the number before it ("of which 7,350 …")."""
    earlier: bool = False
    """Whether it is the level that a change began from ("fell *from 5,740* to 5,080")."""
    against: bool = False
    """Whether it is of another time than the rest of its sentence, against which that is set."""
    tied: bool = False
    """Whether it hangs on a verb of change, with the numbers beside it."""
    elided: bool = False
    """Whether its noun is left out ("455 issued in Spain")."""
    to_next: bool = False
    """Whether its own words run up to the next number."""
    lent: bool = False
    """Whether its predicate is that of the list's last number."""
    borrowed: bool = False
    """Whether what it counts is what the last number of an earlier sentence did."""
    filled: bool = False
    """Whether what it counts is told by the number before it in its sentence."""

    @property
    def said(self) -> str:
        """The number's words without the number: "foreign prisoners were released in 2005"."""
        parts = (self.before, self.counted, self.after)
        return " ".join(p for i, p in enumerate(parts) if p and not (i == 1 and p in self.before))


def shared(text: str, bound: list[Bound]) -> list[Bound]:
    """BOUND with what a list's numbers have in common: the last one's predicate, and the first one's verb."""
    out = list(bound)
    for index in range(len(out) - 1, 0, -1):
        if _clause_of_its_own(text, out[index - 1], out[index]):
            out[index] = replace(out[index], before="", listed=False)
    likewise = False
    for index in range(1, len(out)):
        out[index], likewise = _likewise_done(out[index - 1], out[index], after_one=likewise)
    for index in range(len(out) - 2, -1, -1):
        here, following = out[index], out[index + 1]
        beside = following.listed or _side_by_side(text, here, following)
        lends = beside and not following.compared and _finite(following.after)
        if lends and not here.after and not _has_object(here):
            out[index] = replace(here, after=following.after, lent=True)
    for index in range(1, len(out)):
        out[index] = _restated(text, out[index - 1], out[index])
    for index, here in enumerate(out):
        if index and not here.named and here.after and not here.earlier and not here.against:
            out[index] = replace(here, after=_with_verb(here, out[:index]))
    return out


AND_ANOTHER = regex(r"\s*,?\s*(?:and|but)\s+(?:just|only|about|around|nearly|almost|some|over)?\s*", re.IGNORECASE)


def _side_by_side(text: str, here: Bound, following: Bound) -> bool:
    """Whether but "and" stands between shares of two things: "40% of pilots *and* 22% of mates were late"."""
    both = all(b.quantity.kind == "percentage" and b.partitive for b in (here, following))
    return both and AND_ANOTHER.fullmatch(text, here.own.end, following.quantity.span.start) is not None


def _likewise_done(here: Bound, following: Bound, *, after_one: bool) -> tuple[Bound, bool]:
    """A number with but a participle, after one with its verb: "41 clerks *had been suspended* and *eight dismissed*".

    Said beside it is whether it is one; AFTER_ONE says that HERE is.
    """
    counts = here.quantity.kind == following.quantity.kind == "count" and bool(here.counted) and not here.elided
    told = after_one or _PASSIVE_DEED.match(here.after) is not None
    if not (counts and told and following.elided and following.listed) or following.partitive:
        return following, False
    if _THOSE.match(here.counted):
        return following, False  # some "of those visited", who are not all who were
    return replace(following, counted=here.counted, before="", after=following.counted, elided=False), True


_THOSE = regex(r"(?:those|these)\b", re.IGNORECASE)


_PASSIVE_DEED = regex(
    r"(?:had|has|have|were|was|are|is)\s+(?:been\s+)?(?:\w+ly\s+)?[a-z]+(?:ed|en|nt|ught|ld|de|ost|ut|un|ung|ot)\b",
    re.I,
)
_DID_TO = regex(
    r"(?!(?:of|in|at|on|among|from|with|by|for|when|where|if|after|because)\b)\S.*?\s"
    r"(?!(?:found|saw|thought|knew|heard|understood|felt|learned|learnt|discovered|showed|believed|feared|ensured|meant"
    r"|decided|ruled|concluded|recorded|counted|listed|concerned|named|seemed|proved|discussed)\b)"
    r"(?P<verb>[a-z]+)$",
    re.IGNORECASE,
)
"""A subject with its verb, right before what was done to it ("*The fire killed* 3 people"), telling of no clause."""
_AND = regex(
    r"[\s,]*\b(?:and|while|but)\b\s+(?:(?:about|around|some|nearly|almost|only|just|another|a further)\s+)?", re.I
)


def _clause_of_its_own(text: str, here: Bound, following: Bound) -> bool:
    """Whether a number with a verb of its own begins a clause after one that is its verb's object.

    "The fire *killed 3 people* and *12 dogs were hurt*": the dogs were not killed, nor the people hurt.
    """
    if (
        not (following.listed and following.counted and following.before)
        or following.before != here.before
        or here.after
    ):
        return False
    did = _DID_TO.fullmatch(here.before)
    verb = did["verb"].lower() if did is not None else ""
    active = _verbal(verb) and verb not in words("auxiliaries") and verb not in words("reporting")
    if not active or _PASSIVE.search(here.before) is not None or not _finite(following.after):
        return False
    opens = _OTHERS.sub("", following.after).lower().split()[0] in words("auxiliaries")
    return opens and _AND.fullmatch(text, here.own.end, following.quantity.span.start) is not None


_OTHERS = regex(r"^(?:others?|more)\s+(?=\w)", re.IGNORECASE)
_PASSIVE = regex(r"\b(?:is|are|was|were|be|been|being|that|who|which)\s+(?:\w+ly\s+)?\w+$", re.IGNORECASE)


_TO = regex(r"\b(?:has|have|had|did|will|would)\s+(?:\w+ed|sent|given|made|paid|told|sold|lent|put)\b", re.IGNORECASE)


def _has_object(bound: Bound) -> bool:
    """Whether the verb before a number has it for its object ("has sent demands to *14,900*"), and needs no other."""
    return _TO.search(bound.before) is not None and bound.before.lower() != bound.counted.lower()


_IN_BRACKETS = regex(r"\)\s*(?P<after>[^,.;:()]*)")


def bracketed(text: str, bound: list[Bound], end: int) -> list[Bound]:
    """BOUND with each share in brackets told as the number before it: "a third of homes *(33.1%)* were flooded"."""
    out = list(bound)
    for index, (first, again) in enumerate(pairwise(bound), 1):
        close = _IN_BRACKETS.match(text, again.quantity.span.end, end)
        if close is None or again.quantity.kind != "percentage" or not _opens_bracket(text, first, again):
            continue
        limit = bound[index + 1].own.start if index + 1 < len(bound) else end
        said = "" if first.after else " ".join(text[close.start("after") : min(close.end("after"), limit)].split())
        after = said if _verbal(said.split(" ")[0].lower()) else ""
        out[index - 1] = first = replace(out[index - 1], after=first.after or after)
        out[index] = replace(
            again,
            before=first.before,
            counted=first.counted,
            after=first.after,
            partitive=first.partitive,
            anaphoric=first.partitive and first.anaphoric,
            listed=not first.partitive,
        )
    return out


def _opens_bracket(text: str, first: Bound, again: Bound) -> bool:
    """Whether AGAIN opens a bracket right after FIRST and what that counts."""
    between = text[first.quantity.span.end : again.quantity.span.start]
    return (
        between.endswith("(")
        and not re.search(r"[,.;:()]", between[:-1])
        and first.quantity.kind != again.quantity.kind
    )


def _restated(text: str, first: Bound, again: Bound) -> Bound:
    """ "Nineteen of the patients, *or 12 per cent*, died": the same told as a share has the same words."""
    between = text[first.quantity.span.end : again.quantity.span.start]
    kinds = {first.quantity.kind, again.quantity.kind}
    if len(kinds) != 2 or "percentage" not in kinds or not re.search(r",\s+or\s+$", between):
        return again
    share = f"of {again.counted} {again.after}" if again.partitive and again.counted != first.counted else ""
    return replace(again, before=first.before, counted=first.counted, after=share.strip() or first.after)


def _finite(after: str) -> bool:
    """Whether words begin a predicate that a whole list may share ("were flooded"), not the last item's own words."""
    opening = after.lower().split()[:6]
    relative = {"who", "that", "which", "whose"} & set(opening)
    return not relative and any(word in words("auxiliaries") for word in opening)


def _with_verb(here: Bound, earlier: list[Bound]) -> str:
    """ "… were put down to faults, 11,962 *to* a shortage": the verb before the first "to" is carried on."""
    first = here.after.lower().split()[0]
    if first not in words("prepositions") or here.compared:
        return here.after
    for other in reversed(earlier):
        verb = _verb_before(other.counted if other.elided and not other.after else other.after, first)
        verb = verb or _clause_before(other.after, first)
        if verb and (not here.before or here.before == other.before or here.listed):
            return f"{verb} {here.after}"
        if other.after and other.after.lower().split()[0] not in words("prepositions"):
            break
    return here.after


def _verb_before(after: str, preposition: str) -> str:
    """The verb that AFTER opens with, up to PREPOSITION where that follows it, else up to the first preposition."""
    said = after.split()
    lowered = [w.lower() for w in said]
    if not lowered or not _verbal(lowered[0]):
        return ""
    if preposition in lowered:
        return " ".join(said[: lowered.index(preposition)])
    stop = next((i for i, w in enumerate(lowered) if w in words("prepositions")), 0)
    return " ".join(said[:stop])


def _clause_before(after: str, preposition: str) -> str:
    """The clause that AFTER opens with, up to PREPOSITION ("the person had been barred" of "… barred for theft")."""
    said = after.split()
    lowered = [w.lower() for w in said]
    stop = lowered.index(preposition) if preposition in lowered else 0
    finite = any(w in words("auxiliaries") for w in lowered[:stop])
    return " ".join(said[:stop]) if finite else ""


def _verbal(word: str) -> bool:
    return word in words("auxiliaries") or word in words("past") or re.fullmatch(r"[a-z]{3,}ed", word) is not None


_ELLIPSIS = ("", "did", "do", "does", "were", "was", "are", "have", "had", "so")
"""What may stand for the words of the number before ("in Wales, 15 did")."""


_THERE = regex(r"\bthere (?:was|were|is|are|had been|have been|has been)$", re.IGNORECASE)
"""After a share, what a count is of that only says that there were so many: "up 3%, when *there were* 40"."""


_NONE = regex(r"\bnone$")
"""What says that those counted have none of what the number before counts: "12 had one oar and nine had *none*"."""
_THE_OTHER = regex(r"\b(?:the|its|their) (?:other|remaining)$", re.IGNORECASE)


def _past_those_included(bound: Bound, here: list[Bound]) -> Bound:
    """The number before BOUND in its sentence, or that which those between only say to be among it, where BOUND has a
    verb of its own: "killed 12 people, *including four firemen*, and injured 30 more"."""
    if bound.within or bound.partitive or not has_verb(bound.before) or AMONG.search(bound.before):
        return here[-1]
    return next((b for b in reversed(here) if not AMONG.match(b.before)), here[-1])


AMONG = regex(r"(?:including|among (?:them|these|those|whom)|of (?:them|whom|which))\b", re.IGNORECASE)
"""What a number is told to be some of those before it with."""


def filled(bound: Bound, here: list[Bound], before: list[Bound]) -> Bound:
    """A count that leaves out what it counts ("and in Wales 1,480", "Today 63 remain") counts what the last one did.

    HERE are those before it in its sentence, and BEFORE the last few before that.
    """
    named = [b for b in before if b.counted.lower() not in words("pronouns") and not _bare_length(b)]
    if _THERE.search(bound.before) and not any(b.quantity.kind == "count" for b in here):
        here = []
    if here and (other := fellow(here, bound.after)) is not None:
        bound = replace(bound, after=_NONE.sub(f"no {here[-1].counted}", bound.after))
        last: Bound | None = other
    else:
        last = _past_those_included(bound, here) if here else named[-1] if named else None
    if not here and last is not None and last.compared:  # "South Goole lent nine, a fall of 2%. Hull Bay lent six"
        last = next((b for b in reversed(named) if not b.compared and did_likewise(bound.before, b.before)), last)
    if not here and bound.named:  # "Of the 900, …": those that were 900 before, whatever was counted since
        last = next((b for b in reversed(named) if b.quantity.value == bound.quantity.value), last)
    if last is None or bound.counted or bound.quantity.kind != "count":
        return bound
    if here and last.partitive and last.quantity.kind in ("in_words", "percentage", "fraction") and not bound.named:
        return replace(bound, counted=last.counted, filled=True, anaphoric=False)
    if last.quantity.kind != "count":
        return bound
    if not here and bound.named and len(before) > len(named):
        return bound
    if _THE_OTHER.search(bound.before):
        last = replace(last, counted=re.sub(r"^(?:the|these|those)\s+", "", last.counted))
    if not here:
        return replace(bound, counted=last.counted, borrowed=bool(last.counted))
    after = last.after if bound.after.lower() in _ELLIPSIS and not bound.named else bound.after
    counted = "" if last.elided or not last.counted else last.counted
    return replace(bound, counted=counted, after=after, anaphoric=bound.within, filled=True)


def _bare_length(bound: Bound) -> bool:
    """A length or an age that only tells more of something else ("more than six kilometres from an exchange")."""
    return not bound.counted and bound.quantity.kind in ("duration", "age", "measure")
