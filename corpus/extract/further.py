"""Of which whole those are who come on top of the ones counted before: "*a further* 40 came by sea"."""

from __future__ import annotations

import re

from corpus.extract.draft import Draft
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["counts_its_own", "of_others", "whole_of_others"]

_MORE = regex(r"(?:^|\b)(?:a further|another)\b", re.IGNORECASE)


def of_others(draft: Draft) -> bool:
    """Whether a number is told to come on top of what was counted before."""
    return bool(_MORE.search(draft.bound.before) or _MORE.match(draft.bound.said))


def counts_its_own(draft: Draft) -> bool:
    """Whether a number says itself what it counts, and names nothing that it is of."""
    bound = draft.bound
    return bool(bound.counted) and not (bound.borrowed or bound.partitive or bound.scope or bound.within)


def whole_of_others(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """ "*Another* 40 came by sea": no part of the number before, but of whatever that was part of."""
    last = earlier[-1] if earlier else None
    whole = last.whole if last is not None and _larger_whole(last, draft) else None
    if whole is None or draft.bound.quantity.kind != "count" or (counts_its_own(draft) and _no_persons(draft, whole)):
        return None
    return whole


def _no_persons(part: Draft, whole: Draft) -> bool:
    """Whether people are counted and then things, of which no people are part."""
    lex = lexicon()
    kinds = {lex.kind(i) for i in whole.ids}
    return "people" in part.ids and bool(whole.ids) and kinds <= {"unit", "concept", "body", "place"}


def _larger_whole(last: Draft, draft: Draft) -> bool:
    return last.whole is not None and last.whole.value is not None and (draft.value or 0) < last.whole.value
