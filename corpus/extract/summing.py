"""Wholes that are told by a sentence of their own, or by parts that add up to a number given before them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from corpus.extract.draft import Draft
from corpus.patterns import regex
from corpus.records import Qualifier

__all__ = ["out_of", "proved", "split_again"]

_OUT_OF = regex(
    r"^(?:(?:that|this|which|it|these) )?(?:(?:is|was|were|are) )?out of(?: (?:a|the) total of| some| the| all)?$",
    re.IGNORECASE,
)
_LEAST, _FEWEST = Decimal(30), 3
"""Fewer parts than this, or a smaller sum, may add up by chance."""


def out_of(drafts: Sequence[Draft]) -> None:
    """ "That is out of a total of 41,350": the number before it is part of that one."""
    for part, whole in pairwise(d for d in drafts if _counts(d)):
        if _OUT_OF.match(whole.bound.before) and _below(part, whole):
            part.whole = part.whole or whole


def proved(drafts: Sequence[Draft]) -> None:
    """Numbers in a row that add up exactly to one given before them are its parts, whatever they are called."""
    counts = [d for d in drafts if _counts(d)]
    given: dict[Decimal, Draft] = {}
    """By its value, the number of that value that was given last before the row."""
    for start in range(len(counts)):
        if start and (before := counts[start - 1]).value is not None:
            given[before.value] = before
        row = _adding_up(counts, start, given)
        for part in row:
            whole = given[sum((one.value or Decimal(0) for one in row), Decimal(0))]
            part.whole = whole.same or whole


_BY_WHAT = regex(r"\W*by (?:[a-z-]+ ){0,2}[a-z-]+,\s", re.IGNORECASE)


def split_again(text: str, drafts: Sequence[Draft]) -> None:
    """ "91 of the piers were at Rye and 12 at Deal. *By age*, 60 were new": of the whole that was split before."""
    for last, first in pairwise(drafts):
        whole, sentence = last.whole, first.sentence
        right_after = last.sentence != sentence and 0 <= sentence.start - last.sentence.end <= 2
        if whole is None or not (right_after and first.bound.borrowed) or _BY_WHAT.match(text, sentence.start) is None:
            continue
        here = [d for d in drafts if d.sentence == sentence and _counts(d) and (d is first or d.bound.listed)]
        if sum((d.value or Decimal(0) for d in here), Decimal(0)) <= (whole.value or Decimal(0)):
            for part in here:
                part.whole = whole


def _adding_up(counts: Sequence[Draft], start: int, given: Mapping[Decimal, Draft]) -> Sequence[Draft]:
    """The shortest row from START that adds up to a number in GIVEN; none where there is no such row."""
    sum_of, most = Decimal(0), max(given, default=Decimal(0))
    for stop in range(start, len(counts)):
        if stop > start and not _in_a_row(counts[stop - 1], counts[stop]):
            break
        if counts[stop].same is not None:
            break  # what was given before and is only named again ("26 *of the 29*") is no part beside its own parts
        sum_of += counts[stop].value or Decimal(0)
        if sum_of > most:
            break
        if stop - start + 1 >= _FEWEST and sum_of >= _LEAST and sum_of in given:
            return counts[start : stop + 1]
    return ()


def _in_a_row(one: Draft, other: Draft) -> bool:
    """Whether two counts follow each other in one list, or in two sentences on end that count alike."""
    if one.sentence == other.sentence:
        return other.bound.listed or one.ids == other.ids
    return other.sentence.start - one.sentence.end <= 2 and bool(one.ids) and one.ids == other.ids


def _counts(draft: Draft) -> bool:
    quantity = draft.bound.quantity
    exact = quantity.kind == "count" and quantity.qualifier is Qualifier.EXACTLY and draft.value is not None
    return exact and not (draft.bound.compared or draft.bound.earlier or draft.bound.against)


def _below(part: Draft, whole: Draft) -> bool:
    return (part.value or Decimal(0)) < (whole.value or Decimal(0))
