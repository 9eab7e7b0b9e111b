"""Columns of which one says by what trait the rows are told apart, and others give the traits' values.

``trait_desc`` holds "Rank", ``trait_1`` then "Rank_Mate" and ``trait_2`` "Woman": the ranks are one dimension and the
sexes another, in each of which the rows of all other traits are of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.cube import Code, Dimension, Role
from corpus.formats.statistics.columns import Kind, role_of
from corpus.formats.statistics.tidyrows import Labels, Plan
from corpus.formats.statistics.totals import is_total
from corpus.formats.statistics.vocabulary import readable, worded
from corpus.patterns import regex

__all__ = ["Traits", "traits_of"]

_KEY = regex(r"(?P<stem>.*\S) (?:desc|descriptions?|types?|topics?|groups?|categor(?:y|ies)|kinds?)", re.IGNORECASE)
_MOST_LABELS = 2_000


@dataclass(frozen=True)
class Traits:
    """The columns, by their place among those of labels, and the trait of each value of the first."""

    key: int
    values: tuple[int, ...]
    of: Mapping[str, str]
    """The trait that a label of the first column of values is of; none of the whole."""
    seconds: Mapping[str, str] = field(default_factory=dict)
    """The label of the first column that says the same as one of the second ("Sex_man" of "Man")."""

    @property
    def places(self) -> frozenset[int]:
        """The columns that the traits stand for."""
        return frozenset({self.key, self.values[0], *(self.values[1:] if self.seconds else ())})

    def dimensions(self, plan: Plan) -> list[Labels]:
        """A dimension for each trait."""
        return [self._one(plan, trait) for trait in dict.fromkeys(self.of.values())]

    def _one(self, plan: Plan, trait: str) -> Labels:
        first = self.values[0]
        own = [label for label in plan.numbers[first] if self.of.get(label) == trait]
        at = {label: n for n, label in enumerate(own, 1)}
        known = {label: at.get(label, 0) for label in plan.numbers[first]}
        more: tuple[tuple[int, dict[str, int]], ...] = ()
        if any(label in at for label in self.seconds.values()):
            second = {label: at.get(self.seconds.get(label, ""), 0) for label in plan.numbers[self.values[1]]}
            more = ((self.values[1], second),)
        words = _bare([_said(label) for label in own], _said(trait))
        codes = (Code(_whole(plan, first), total=True), *(Code(one) for one in words))
        role = role_of(_said(trait), words)
        return Labels(first, known, Dimension(_said(trait), role if role is Role.PLACE else Role.CATEGORY, codes), more)


def traits_of(plan: Plan, kept: Sequence[int]) -> Traits | None:
    """The columns of traits among those KEPT; None where there are none, or what they say of the rows is not sure."""
    for key in kept:
        match = _KEY.fullmatch(plan.labels[key].words) if plan.labels[key].kind is Kind.LABEL else None
        stem = match["stem"].lower() if match is not None else ""
        values = [n for n in kept if n != key and stem and _has_stem(plan.labels[n].words.lower(), stem)]
        if values and all(any(map(is_total, plan.numbers[n])) for n in (key, *values)):
            found = _traits(plan, key, tuple(values))
            if found is not None:
                return found
    return None


def _has_stem(words: str, stem: str) -> bool:
    return words == stem or re.fullmatch(rf"{re.escape(stem)} (?:\d|name|value|label)", words) is not None


def _traits(plan: Plan, key: int, values: tuple[int, ...]) -> Traits | None:
    if len(plan.numbers[values[0]]) > _MOST_LABELS:
        return None
    traits: dict[tuple[str, ...], str] = {}
    for _, cells in plan.sheet.rows(plan.first, plan.last):
        told = [cells[plan.labels[n].number].strip() if plan.labels[n].number < len(cells) else "" for n in values]
        at = plan.labels[key].number
        trait = cells[at].strip() if at < len(cells) else ""
        if not trait or not all(told) or is_total(trait) != all(map(is_total, told)):
            return None
        if traits.setdefault(tuple(told), trait) != trait:
            return None
    of = _alone(traits)
    if of is None or len(set(of.values())) < 2:
        return None
    return Traits(key, values, of, _same(plan, values, of))


def _alone(traits: Mapping[tuple[str, ...], str]) -> dict[str, str] | None:
    """The trait of each label of the first column, as the row tells in which it stands by itself."""
    own = {told[0]: trait for told, trait in traits.items() if all(map(is_total, told[1:])) and not is_total(told[0])}
    every = {told[0] for told in traits if not is_total(told[0])}
    return own if own.keys() == every else None


def _same(plan: Plan, values: tuple[int, ...], of: Mapping[str, str]) -> dict[str, str]:
    """The labels of the second column, each with that of the first that ends with it, if all are of one trait."""
    if len(values) != 2:
        return {}
    seconds = [label for label in plan.numbers[values[1]] if not is_total(label)]
    found = {one: [label for label in of if _ends_with(label, one)] for one in seconds}
    told = {one: labels[0] for one, labels in found.items() if len(labels) == 1}
    return told if len(told) == len(seconds) and len({of[label] for label in told.values()}) == 1 else {}


def _ends_with(label: str, one: str) -> bool:
    return _said(label).lower().split()[-len(one.split()) :] == _said(one).lower().split()


def _said(label: str) -> str:
    """A value in words; what joins its parts left out ("Berth_NotHeld" is "Berth Not Held")."""
    words = worded(label) if "_" not in label else " ".join(worded(part) for part in label.split("_") if part)
    return words if " " in words else readable(words)


def _bare(words: list[str], trait: str) -> list[str]:
    """The WORDS of a trait's labels without its name, and without the word of a code that most of them begin with.

    A number says nothing without the name of what it is a number of ("Berth 14").
    """
    rest = [one[len(trait) :].strip() if one.lower().startswith(f"{trait.lower()} ") else "" for one in words]
    bare = [one if one[:1].isalpha() else own for one, own in zip(rest, words, strict=True)]
    firsts = [one.split()[0] for one in bare if len(one.split()) > 1]
    named = trait.lower().split()
    often = next((first for first in firsts if firsts.count(first) * 2 > max(len(bare), _FEW)), None)
    less = [one.removeprefix(f"{often} ") if often else one for one in bare]
    told = often is None or often.lower() not in named or all(len(one.split()) > 1 for one in less if one not in bare)
    return less if told and len(set(less)) == len(less) and all(one[:1].isalpha() for one in less) else bare


_FEW = 4


def _whole(plan: Plan, place: int) -> str:
    return next(label for label in plan.numbers[place] if is_total(label))
