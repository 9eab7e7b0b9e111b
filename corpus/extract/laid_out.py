"""What a sum or a count was made up of: "had spent £90,000: *£60,000 on masts* and *£30,000 on sails*"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.extract.draft import Draft
from corpus.extract.scoped import beside_parts
from corpus.extract.summing import out_of, proved, split_again
from corpus.patterns import regex
from corpus.records import Qualifier

__all__ = ["reckoned"]

_OPENS = regex(
    r"[^.;:()]{0,80}?(?::|\s[\u2013\u2014-]|\s\(|,\s+(?:of which|made up of|comprising|consisting of))\s*",
    re.IGNORECASE,
)
"""What stands between a number and the first of those that it was made up of."""


def reckoned(text: str, drafts: Sequence[Draft]) -> None:
    """Find the wholes that numbers are told or shown to be part of by how they add up."""
    out_of(drafts)
    proved(drafts)
    beside_parts(drafts)
    split_again(text, drafts)
    for part, whole in _laid_out(text, drafts, "count"):
        part.whole = whole.same or whole
    for part, whole in _laid_out(text, drafts, "money"):
        part.whole, part.when = whole.same or whole, part.when or whole.when
        part.bound = replace(part.bound, before=whole.bound.before, counted="")

    for part, whole in _laid_out_in_units(text, drafts):
        quantity = replace(part.bound.quantity, kind=whole.bound.quantity.kind, unit=whole.bound.quantity.unit)
        part.whole, part.when = whole.same or whole, part.when or whole.when
        part.bound = replace(part.bound, quantity=quantity, before=whole.bound.before, counted=whole.bound.counted)


def _laid_out_in_units(text: str, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Each number that is laid out as part of a length or a time: "90 miles: 40 miles in May and *50* in June"."""
    for at, whole in enumerate(drafts):
        if not any(_is_exact(whole, kind) for kind in ("measure", "duration")) or not whole.bound.quantity.unit:
            continue
        after = [d for d in drafts[at + 1 :] if d.sentence == whole.sentence]
        bare = [d for d in after if _is_exact(d, "count") and not d.bound.counted]
        kin = [d for d in after if d in bare or (_is_exact(d, whole.bound.quantity.kind) and _unit(d) == _unit(whole))]
        yield from ((part, whole) for part in _parts(text, whole, kin))


def _laid_out(text: str, drafts: Sequence[Draft], kind: str) -> Iterator[tuple[Draft, Draft]]:
    """Each number of one KIND that its sentence lays out as part of another, with that other."""
    alike = [d for d in drafts if _is_exact(d, kind)]
    for at, whole in enumerate(alike):
        for part in _parts(text, whole, alike[at + 1 :]):
            yield part, whole


def _is_exact(draft: Draft, kind: str) -> bool:
    quantity = draft.bound.quantity
    exact = quantity.qualifier is Qualifier.EXACTLY and draft.value is not None
    return quantity.kind == kind and exact and not (draft.bound.compared or draft.bound.earlier)


def _parts(text: str, whole: Draft, after: Sequence[Draft]) -> Sequence[Draft]:
    """The numbers AFTER a whole that its sentence lays out as its parts and that add up to it."""
    money = whole.bound.quantity.kind == "money"
    here = [d for d in after if d.sentence == whole.sentence and (not money or _unit(d) == _unit(whole))]
    if (
        len(here) < 2
        or _OPENS.fullmatch(text, whole.bound.quantity.span.end, here[0].bound.quantity.span.start) is None
    ):
        return ()
    total = Decimal(0)
    for at, part in enumerate(here):
        total += part.value or Decimal(0)
        if at and total == whole.value:
            return here[: at + 1]
    return ()


def _unit(draft: Draft) -> str:
    return draft.bound.quantity.unit
