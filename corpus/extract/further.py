"""Of which whole those are who come on top of the ones counted before, or remain of them: "*a further* 40 sank"."""

from __future__ import annotations

import re

from corpus.extract.draft import Draft
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = [
    "beside_those_before",
    "besides",
    "counts_its_own",
    "of_others",
    "those_included",
    "those_remaining",
    "whole_of_others",
]

_MORE = regex(r"(?:^|\b)(?:a further|another)\b", re.IGNORECASE)


def of_others(draft: Draft) -> bool:
    """Whether a number is told to come on top of what was counted before."""
    return bool(_MORE.search(draft.bound.before) or _MORE.match(draft.bound.said))


_BESIDES = regex(
    r"^\W*(?:(?:in )?addition(?: to (?:this|that|these|those|them))?|on top of (?:this|that|these|those|them))\b", re.I
)


def besides(draft: Draft) -> bool:
    """Whether a number of its own things is told besides those before ("*In addition*, 40 walkers were hurt")."""
    return counts_its_own(draft) and not draft.bound.included and _BESIDES.search(draft.bound.before) is not None


def counts_its_own(draft: Draft) -> bool:
    """Whether a number says itself what it counts, and names nothing that it is of."""
    bound = draft.bound
    return bool(bound.counted) and not (bound.borrowed or bound.partitive or bound.scope or bound.within)


def beside_those_before(draft: Draft, earlier: list[Draft]) -> bool:
    """ "Crews saved 31 sheep. *A further* 14 were saved later": on top of the last number, and no part of that.

    What was done with them tells: of 31 that were saved, a further 14 who went home may well be some.
    """
    last, bound = earlier[-1] if earlier else None, draft.bound
    if last is None or not bound.borrowed or bound.partitive or bound.scope or bound.within:
        return False
    if last.whole is not None or last.bound.quantity.kind != "count" or not last.ids & draft.ids:
        return False
    return _of_that_deed(draft, last)


def _of_that_deed(draft: Draft, other: Draft) -> bool:
    """Whether the same was done with those of OTHER as is told of DRAFT's."""
    mine, theirs = _done(draft.bound.after or draft.measure), _done(other.measure)
    return any(i in theirs or lexicon().relatives(i) & theirs for i in mine)


def _done(words: str) -> set[str]:
    """The deeds that WORDS tell of."""
    lex = lexicon()
    return {i for i in lex.ids(words) if lex.kind(i) == "action"}


def whole_of_others(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """ "*Another* 40 came by sea": no part of the number before, but of whatever that was part of."""
    last = earlier[-1] if earlier else None
    whole = last.whole if last is not None and _larger_whole(last, draft) else None
    if whole is None or draft.bound.quantity.kind != "count" or (counts_its_own(draft) and _no_persons(draft, whole)):
        return None
    beside = (
        last is not None and counts_its_own(draft) and _of_that_deed(draft, whole) and not _of_that_deed(draft, last)
    )
    return None if beside else whole


def _no_persons(part: Draft, whole: Draft) -> bool:
    """Whether people are counted and then things, of which no people are part."""
    lex = lexicon()
    kinds = {lex.kind(i) for i in whole.ids}
    return "people" in part.ids and bool(whole.ids) and kinds <= {"unit", "concept", "body", "place"}


def _larger_whole(last: Draft, draft: Draft) -> bool:
    return last.whole is not None and last.whole.value is not None and (draft.value or 0) < last.whole.value


_REMAINING = regex(r"\bthe (?:remaining|other|rest of the)$", re.IGNORECASE)
_THEY = regex(r"(?:they|these|those) include[ds]?$", re.IGNORECASE)
_SPACE = 2


def those_remaining(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """ "*The remaining* 63 are tugs": of what the numbers told right before it are parts of."""
    last = earlier[-1] if earlier else None
    if last is None or draft.bound.quantity.kind != "count" or _REMAINING.search(draft.bound.before) is None:
        return None
    return last.whole if _follows(draft, last) and _larger_whole(last, draft) else None


def those_included(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """ "612 of the 2,350 boats were lost. *They include* 40 tugs": part of the 612, and not of all."""
    if not draft.bound.included or _THEY.match(draft.bound.before) is None:
        return None
    before = [e for e in earlier if e.sentence != draft.sentence and _follows(draft, e)]
    told = [e for e in before if not e.bound.named and e.bound.quantity.kind == "count"]
    sole = (
        any(e.bound.named for e in before)
        and len(told) == 1
        and told[0].bound.partitive
        and (told[0].value or 0) > (draft.most or draft.value or 0)
    )
    return told[0] if sole else None


def _follows(draft: Draft, other: Draft) -> bool:
    """Whether OTHER stands in the same sentence, or in the one right before it."""
    return other.sentence == draft.sentence or 0 <= draft.sentence.start - other.sentence.end <= _SPACE
