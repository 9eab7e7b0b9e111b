"""What a number that does not say what it counts takes from the numbers before it, and from the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.extract.draft import Draft
from corpus.extract.fellows import did_again
from corpus.extract.lone import ranks
from corpus.extract.pronouns import of_it, puts_it, subject_of, up_from
from corpus.extract.quantity import Quantity
from corpus.extract.sharing import Bound
from corpus.extract.spoken_of import done_so, latest_of, left_open_before, number_spoken_of, spoken_of, spoken_of_alone
from corpus.lexicon.grammar import words
from corpus.patterns import regex
from corpus.records import Span

__all__ = [
    "in_turn",
    "lenders",
    "next_in_rank",
    "of_that_unit",
    "of_the_number",
    "on_average",
    "past_aside",
    "there_before",
    "those_left",
    "told_by",
    "told_of_it",
]


def told_by(
    text: str, sentence: Span, last: Span | None, bound: Bound, bounds: list[Bound], clauses: dict[Span, str]
) -> Bound:
    """BOUND with what the sentence before it, LAST, tells that it counts; the clause that tells it goes to CLAUSES."""
    if bounds and _WHICH_IS.fullmatch(text, bounds[-1].own.end, bound.quantity.span.start):
        clauses[bound.quantity.span] = bounds[-1].said
    done = done_so(text, last, sentence, bound)
    if done is not None:
        return replace(bound, counted=bound.counted or done.counted, after=done.clause, anaphoric=bound.within)
    if not bounds and bound.counted.lower() in _THOSE and _ON_TOP.search(bound.before):
        named = spoken_of_alone(text, last, sentence)
        return replace(bound, counted=named, partitive=False, anaphoric=False) if named else bound
    if not bounds and (things := latest_of(text, last, sentence, bound)):
        clauses[bound.quantity.span] = things
        return replace(bound, counted=_OPENS_NP.sub("", things), anaphoric=False)
    if _left_out(bound) and not bounds and (things := left_open_before(text, sentence, bound)):
        return replace(bound, counted=things, anaphoric=False)
    asked = spoken_of(text, last, sentence) if _left_out(bound) and not any(b.counted for b in bounds) else None
    if asked is None and _left_out(bound) and not bounds and _SO_MANY_MORE.match(text, bound.quantity.span.end):
        asked = number_spoken_of(text, last, sentence)
    if asked is None:
        return bound
    clauses[bound.quantity.span] = asked.clause
    return replace(bound, counted=asked.counted, anaphoric=bound.within)


_OPENS_NP = regex(r"^The\s+")
_THOSE = ("those", "them", "these")
_ON_TOP = regex(r"\b(?:a further|another)$", re.IGNORECASE)
_SO_MANY_MORE = regex(r"\s+(?:more|extra|others)\b", re.IGNORECASE)
_WHICH_IS = regex(
    r"[^.;:()]{0,60}?,\s+(?:which|or)\s+(?:(?:is|was|are|were|would be|will be|represents?|represented)\s+)?"
    r"(?:(?:about|around|some|nearly|almost|just)\s+)?",
    re.IGNORECASE,
)
"""What ties a number to the one before it, of which it says more ("will cost £12m*, which is* £3m over its budget")."""


def of_that_unit(bound: Bound, drafts: list[Draft], sentence: Span, last: Span | None, text: str) -> Bound:
    """ "A tow lasts six hours. *It lasted two* in calm": a bare number of what was just told in another unit."""
    quantity, told = bound.quantity, drafts[-1] if drafts else None
    if told is None or told.sentence != last or bound.counted or quantity.kind != "count":
        return bound
    of = told.bound.quantity
    if of.kind not in ("duration", "measure") or _IT_TOOK.match(text, sentence.start, sentence.end) is None:
        return bound
    lent = replace(quantity, kind=of.kind, unit=of.unit)
    return replace(bound, quantity=lent, before=f"{told.bound.said} {bound.before}".strip(), anaphoric=False)


def on_average(bound: Bound, bounds: Sequence[Bound], drafts: Sequence[Draft], last: Span | None) -> Bound:
    """ "Tows must end within nine hours; last year *the average was 14*": in the unit of the number right before."""
    told = bounds[-1] if bounds else drafts[-1].bound if drafts and drafts[-1].sentence == last else None
    if told is None or bound.quantity.kind != "count" or _AVERAGE.search(bound.before) is None or bound.after:
        return bound
    if told.quantity.kind not in ("duration", "measure") or _AVERAGE_OF.fullmatch(bound.counted) is None:
        return bound
    lent = replace(bound.quantity, kind=told.quantity.kind, unit=told.quantity.unit)
    before = f"{told.said} {bound.before}".strip()
    return replace(bound, quantity=lent, before=before, counted=told.counted, anaphoric=False)


_AVERAGE = regex(r"\bthe (?:average|mean|median|norm)(?: time)? (?:was|is|had been|has been)$", re.IGNORECASE)
_AVERAGE_OF = regex(r"(?:the (?:average|mean|median|norm)(?: time)?)?", re.IGNORECASE)
_THE_OTHER = regex(r"^\W*(?:and\s+)?the (?:other|remaining)$", re.IGNORECASE)


def those_left(bound: Bound, drafts: Sequence[Draft]) -> Bound:
    """ "Seven of the 16 piers were shut. *The other nine* …": by their number they are the piers left of the 16."""
    if bound.counted or bound.quantity.kind != "count" or _THE_OTHER.match(bound.before) is None:
        return bound
    for part, whole in pairwise(drafts[-_RECENT:]):
        named = whole.bound.named and part.bound.partitive and part.sentence == whole.sentence
        if named and None not in (part.value, whole.value, bound.quantity.value):
            left = (whole.value or 0) - (part.value or 0)
            if left == bound.quantity.value and whole.bound.counted:
                return replace(bound, counted=whole.bound.counted, anaphoric=False)
    return bound


_RECENT = 3


_IT_TOOK = regex(
    r"\W*(?:it|that|this)\s+(?:took|takes|lasted|lasts|was|is|used to (?:be|take)|had been)\b", re.IGNORECASE
)


def told_of_it(bound: Bound, bounds: list[Bound], drafts: list[Draft], clauses: dict[Span, str]) -> Bound:
    """BOUND with what "it" stands for: what the last number of the same unit was told of, in the sentence before."""
    quantity = bound.quantity
    again = bounds[-1] if bounds and not bound.counted and bounds[-1].quantity.unit == quantity.unit else None
    if again is not None and again.quantity.span in clauses and quantity.kind != "count":
        clauses[quantity.span] = clauses[again.quantity.span]
        return replace(bound, counted=again.counted, anaphoric=False)
    if up_from(bound) and not bounds and drafts and drafts[-1].bound.quantity.kind == quantity.kind:
        clauses[quantity.span] = drafts[-1].bound.said
        return bound
    if again is not None and again.quantity.span in clauses and up_from(again) and _SAME.search(bound.after):
        clauses[quantity.span] = clauses[again.quantity.span]
        return bound
    if not _unit(quantity) or not of_it(bound):
        return bound
    told = [*(d.bound for d in drafts[-_FEW:]), *bounds]
    last = next((b for b in reversed(told) if _unit(b.quantity) == _unit(quantity)), None)
    if last is None or (bounds and bounds[-1] is not last):
        return bound
    of_what = subject_of(last)
    whole = _MOVED_TO.search(bound.before) is not None or of_what.lower() in ("", *words("pronouns"))
    clauses[quantity.span] = last.said if whole else of_what
    counted = "" if puts_it(bound) else bound.counted
    return replace(bound, counted=counted or last.counted, anaphoric=False)


_MOVED_TO = regex(r"\b(?:it|this|that)\s+(?!was\b|is\b|were\b|stood\b|reached\b)[^,;]*\bto$", re.IGNORECASE)
"""What became of that which was told of before: "*It rose to*"."""


def _unit(quantity: Quantity) -> str:
    """The unit that a number is told in; a fraction is a share."""
    return "%" if quantity.kind in ("percentage", "fraction") else quantity.unit


_FEW = 2
"""So many numbers back may the one be that "it" was told of."""


_SAME = regex(r"\bthe same\b", re.IGNORECASE)
_THERE = regex(r"\bthere (?:was|were|is|are|had been|have been|has been)\b", re.IGNORECASE)
_AS_MANY = 4


def of_the_number(found: Sequence[Bound], drafts: Sequence[Draft]) -> list[Bound]:
    """ "Nine *of the 612* are in Hull": both count what the 612 did before, whatever was counted since.

    The subject of the verb before them ("*divers* surveyed 9 of the 52") is not what they count.
    """
    out = list(found)
    for at, (part, whole) in enumerate(pairwise(found)):
        open_part = part.partitive and (not part.counted or part.before.startswith(part.counted))
        if not open_part or not whole.named or whole.counted or part.quantity.kind != "count":
            continue
        told = [d.bound.counted for d in drafts if d.value == whole.quantity.value and _counts(d)]
        if told:
            out[at] = replace(part, counted=told[-1], anaphoric=False)
            out[at + 1] = replace(whole, counted=told[-1])
    return out


def past_aside(text: str, found: Sequence[Bound]) -> list[Bound]:
    """ "As well as the 40 crew, *six of them cadets*, 12 were hurt": the 12 are none of them, but crew beside them."""
    out = list(found)
    for at in range(1, len(out) - 1):
        first, aside, after = out[at - 1 : at + 2]
        open_aside = aside.partitive and aside.counted.lower() == "them" and first.counted and first.after != "them"
        resumed = after.listed and after.counted.lower() == "them" and not after.partitive
        between = text[aside.quantity.span.end : after.quantity.span.start]
        if open_aside and resumed and _CLOSED.fullmatch(between):
            scoped = bool(after.scope)
            out[at + 1] = replace(after, counted=first.counted, listed=False, anaphoric=scoped, within=scoped)
    return out


_CLOSED = regex(r"\s+of\s+them\s+[^,;:.]{2,40},\s+(?:(?:and|but|while)\s+)?(?:(?:about|some|only|another)\s+)?", re.I)


def _counts(draft: Draft) -> bool:
    """Whether a number is a count that says what it counts."""
    counted = draft.bound.counted.lower()
    return draft.bound.quantity.kind == "count" and bool(counted) and counted not in words("pronouns")


def lenders(bound: Bound, drafts: list[Draft]) -> list[Bound]:
    """The numbers whose noun one that has none may take, that which it most likely does at the end.

    "*There were* 38,000 wells, serving 860,000 people. A year before *there were* 36,000": those are wells.
    "*We cleaned* 90 wells, and 12 of them leaked. The year before *we cleaned* 80": so are those.
    """
    again = _did_again(bound, drafts[-_AS_FAR:])
    drafts = drafts[-_SO_FAR:]
    last = [d.bound for d in drafts if d.bound.counted and d.sentence == drafts[-1].sentence]
    same = [b for b in last if _THERE.search(b.before) and _THERE.search(bound.before)]
    if not same and len({b.counted for b in last}) > 1 and not _near(bound, last[-1]):
        same = [b for b in last if _near(bound, b)]
    if bound.included and _THEY_INCLUDE.match(bound.before):
        same = [b for b in last[:1] if _ALL.fullmatch(b.before)] or same
    return [*(d.bound for d in drafts), *(same[-1:] if again is None else [again])]


def _did_again(bound: Bound, drafts: Sequence[Draft]) -> Bound | None:
    """The last number that was told with the very subject and verb of one without a noun ("*we cleaned* 80")."""
    if bound.counted or bound.after:
        return None
    told = (d.bound for d in reversed(drafts) if _counts(d) and not d.bound.compared)
    return next((b for b in told if did_again(bound.before, b.before)), None)


_SO_FAR, _AS_FAR = 4, 10
"""Among so many numbers before it one that has no noun finds it; among the second, where the deed is the same."""


_ALL = regex(r"(?:all|total|a total of|up to)?,?", re.IGNORECASE)
_THEY_INCLUDE = regex(r"(?:they|these|those)\s+includ", re.IGNORECASE)
"""What opens the kinds of those whom the sentence before is about: its subject, "*90 tugs* in 12 harbours sank"."""


def _near(one: Bound, other: Bound) -> bool:
    """Whether two counts are of one size."""
    a, b = one.quantity.value, other.quantity.value
    return bool(a and b) and max(a, b) <= min(a, b) * _AS_MANY if a is not None and b is not None else False


def _left_out(bound: Bound) -> bool:
    """Whether a count does not say what it counts."""
    return bound.quantity.kind == "count" and (not bound.counted or bound.counted.lower() in ("it", "this", "that"))


_NAMED = r"(?P<np>(?:the\s+)?[A-Z][\w'\u2019-]*(?:\s+(?:of\s+|and\s+|the\s+)*[A-Z][\w'\u2019-]*){0,5})"
_NEXT = regex(
    rf"\W*{_NAMED}\s+(?:was|were|is|are|came|comes|ranked|followed)\s*(?:in\s+)?"
    r"(?:next|second|third|fourth|(?:close|not far|just) behind)?(?:\s+(?:highest|largest|worst|place))?,?"
    r"\s+(?:with|on|at)\s+(?:just\s+|only\s+)?"
)
_THEN = regex(
    rf",?\s+(?:(?:and|then|followed by|ahead of|and then|with)\s+)+{_NAMED}(?:\s+(?:next|third|fourth))?,?"
    r"\s+(?:with|on|at)\s+(?:just\s+|only\s+)?"
)
_FIRST_OF_ALL = regex(r"\b(?:more than any other|more than (?:anywhere|anyone) else|the most)\b", re.IGNORECASE)
_NAME_FIRST = regex(r"(?:The\s+)?[A-Z][\w'\u2019-]*(?:\s+(?:of\s+|and\s+|the\s+)*[A-Z][\w'\u2019-]*)*")


def next_in_rank(text: str, sentence: Span, bound: Bound, bounds: list[Bound], drafts: list[Draft]) -> Bound:
    """ "Hull had 14 late boats, the most of all the ports. *Goole came next with nine*": those are late boats too.

    BOUNDS are the numbers before it in its sentence. BOUND itself where it is no such number.
    """
    if bound.quantity.kind != "count":
        return bound
    at, told = bound.quantity.span.start, drafts[-1] if drafts else None
    if not bounds and told is not None and 0 <= sentence.start - told.sentence.end <= _SPACE:
        match, first = _NEXT.fullmatch(text, sentence.start, at), told.bound
        leads = ranks(first.before) or _FIRST_OF_ALL.search(told.sentence.of(text)) is not None
        match = match if leads else None
    else:
        first = bounds[-1] if bounds else bound
        match = _THEN.fullmatch(text, first.quantity.span.end, at) if bounds and first.borrowed else None
    name = _NAME_FIRST.match(first.before) if match is not None and first.counted else None
    if match is None or name is None:
        return bound
    before = f"{match['np']}{first.before[name.end() :]}"
    return replace(bound, counted=first.counted, before=before, after="", anaphoric=False, listed=True, borrowed=True)


_SPACE = 2
_IN_TURN = regex(r"\W*In\s+(?:a\s+further\s+|another\s+)?$")
_IN_SOME_OF = regex(r"\W*In\s+[\w,]+\s+of\s+(?:the|these|those|them)\b")


def in_turn(text: str, sentence: Span, bound: Bound, drafts: list[Draft]) -> Bound:
    """ "In 16 of the harbours the chart was old. *In seven* there was none": parts of one whole in turn."""
    told = drafts[-1] if drafts else None
    if (
        told is None
        or not bound.borrowed
        or _IN_TURN.fullmatch(text, sentence.start, bound.quantity.span.start) is None
    ):
        return bound
    near = 0 <= sentence.start - told.sentence.end <= _SPACE and told.bound.partitive
    opens = _IN_SOME_OF.match(text, told.sentence.start) is not None
    return replace(bound, listed=True, anaphoric=False) if near and opens else bound


_KIND = regex(r"(?:were|are|was|is)\s+(?P<kind>(?:[a-z-]+\s+){1,2}(?P<noun>[a-z-]+s))$")


_ONLY_THEN = regex(
    r"|(?:in|at|the|an?|last|that|[a-z]+)\b[^,;]*\b(?:day|week|month|quarter|year|decade)s?(?: \w+)?", re.IGNORECASE
)


def there_before(bound: Bound, drafts: list[Draft], sentence: Span) -> tuple[Bound, str]:
    """BOUND and what was told in the sentence before of that which "there had been" so many of the year before.

    "Of the fires, 40 were *chimney fires*. There had been 50": chimney fires are counted there too.
    """
    told = drafts[-1] if drafts else None
    if (
        told is None
        or not bound.borrowed
        or _THERE.search(bound.before) is None
        or not _ONLY_THEN.fullmatch(bound.after)
    ):
        return bound, ""
    if not 0 <= sentence.start - told.sentence.end <= _SPACE:
        return bound, ""
    kind, noun = _KIND.fullmatch(told.bound.after), told.bound.counted.lower().split(" ")[-1]
    sort = kind is not None and kind["noun"] == noun
    return (replace(bound, counted=kind["kind"]) if kind is not None and sort else bound), told.bound.said
