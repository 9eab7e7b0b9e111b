"""Which two figures are one that is given twice, and which exact one a loose one means."""

from __future__ import annotations

import re
from decimal import Decimal

from corpus.extract.draft import Draft
from corpus.extract.wholes import same_thing
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Qualifier

__all__ = ["mention", "most_of_list", "said_before", "sharpen", "untangled"]


def said_before(text: str, draft: Draft, earlier: list[Draft]) -> Draft | None:
    """The first mention of a figure that is given again: "the 1,023 foreigners", or a headline's number in the body."""
    if draft.bound.quantity.kind not in ("count", "money") or draft.value is None:
        return None
    start = draft.bound.quantity.span.start
    before = text[max(0, start - 8) : start].lower().split()
    definite = draft.bound.named or (bool(before) and before[-1] in ("the", "all", "these", "those", "that", "this"))
    pointed = _FIGURE_OF.search(text, max(0, start - _REACH), start) is not None
    for other in earlier:
        alike = (
            other.same is None
            and other.value == draft.value
            and other.bound.compared == draft.bound.compared
            and _same_unit(draft, other)
            and (pointed or same_thing(draft, other))
        )
        if alike and (definite or pointed or draft.value >= _TELLING):
            return other
    return None


_FIGURE_OF = regex(r"\b(?:the|that|this|his|her|their|its) (?:figure|number|total|estimate|sum) of\s+$", re.IGNORECASE)
_REACH = 24
"""In so many characters before a number that was given before, it is pointed at: "*the figure of* 40"."""


_TELLING = 100
"""A count this large that is given twice of one thing in one document is one figure."""


def _same_unit(a: Draft, b: Draft) -> bool:
    return a.bound.quantity.unit == b.bound.quantity.unit and not (a.bound.listed or b.bound.listed)


def most_of_list(drafts: list[Draft], index: int) -> Decimal | None:
    """The largest number of the list that a number opens: its whole can be no smaller. Shares are no such numbers."""
    most, kind = drafts[index].value, drafts[index].bound.quantity.kind
    for later in drafts[index + 1 :]:
        if not later.bound.listed or later.sentence != drafts[index].sentence:
            break
        if later.bound.quantity.kind == kind:
            most = max(most or Decimal(0), later.value or Decimal(0))
    return most


def sharpen(drafts: list[Draft]) -> None:
    """Where a whole was given loosely ("more than 1,000") and exactly elsewhere (1,023), parts belong to the exact."""
    for draft in drafts:
        whole = draft.whole
        if whole is None or whole.bound.quantity.qualifier is Qualifier.EXACTLY:
            continue
        exact = [d for d in drafts if _sharper(d, whole) and d is not draft]
        if exact:
            draft.whole = exact[0]


def untangled(drafts: list[Draft]) -> None:
    """See that no figure is part of itself: of those that would be part of each other, the largest is the whole."""
    for draft in drafts:
        chain = [draft]
        while (above := chain[-1].whole) is not None and all(above is not d for d in chain):
            chain.append(above)
        if above is not None:
            max(chain, key=lambda d: d.value or Decimal(0)).whole = None


def mention(loose: Draft, drafts: list[Draft]) -> None:
    """A loose number ("almost 300 sailors") is a mention of the exact one of the same thing (297 crew)."""
    if loose.bound.quantity.qualifier is Qualifier.EXACTLY:
        return
    for exact in drafts:
        if exact is not loose and _sharper(exact, loose):
            exact.mentions.append(loose.measure)


def _sharper(exact: Draft, loose: Draft) -> bool:
    if exact.value is None or loose.value is None or exact.bound.quantity.qualifier is not Qualifier.EXACTLY:
        return False
    apart = abs(exact.value - loose.value)
    counts = exact.bound.quantity.kind == loose.bound.quantity.kind == "count" and exact.whole is None
    close = apart <= loose.value / 33 and _people(exact.ids) and _people(loose.ids)
    return counts and (close or (apart <= loose.value / 10 and bool(exact.ids & loose.ids)))


def _people(ids: frozenset[str]) -> bool:
    return any(lexicon().kind(i) in ("person", "role") for i in ids)
