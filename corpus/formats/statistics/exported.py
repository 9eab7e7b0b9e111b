"""How the census offices' own systems head the tables that they give out.

Each column says its variable, its category and what it gives ("Religion: Quaker; measures: Value"), the first of them
all categories together; areas stand under a short form with the year of their bounds ("WD19NM": wards, by name).
"""

from __future__ import annotations

from dataclasses import replace

from corpus.cube import Code, Dataset, Dimension, Role
from corpus.formats.statistics.totals import is_total
from corpus.formats.statistics.vocabulary import vocabulary
from corpus.patterns import regex

__all__ = ["as_exported"]

_COLUMN = regex(r"(?P<variable>[^:;]+): (?P<category>[^;]+?)\s*; measures: Value")
_EVERY = regex(r"All categories(?:: .+)?|All usual residents")
_AREAS = regex(r"(?P<short>[A-Z]{2,5})\d\dNMW?")
_LEAST = 2
"""The whole and one of its parts."""


def as_exported(one: Dataset) -> Dataset:
    """ONE, with such headings read: the variable as a dimension's name, its categories with those that they are of."""
    return replace(one, dimensions=tuple(_areas(_variable(d)) for d in one.dimensions))


def _variable(dimension: Dimension) -> Dimension:
    """DIMENSION under its variable's name, where all its columns are of one and the first is of all its categories."""
    read = [_COLUMN.fullmatch(code.words) for code in dimension.codes]
    told = [match for match in read if match is not None]
    names = {match["variable"].casefold() for match in told}
    words = [match["category"] for match in told]
    if len(told) < max(len(read), _LEAST) or len(names) > 1 or len(set(words)) < len(words):
        return dimension
    wholes = [n for n, said in enumerate(words) if _EVERY.fullmatch(said) or is_total(said)]
    if len(wholes) != 1:
        return dimension
    codes = tuple(Code(said, total=n in wholes, parent=_above(said, words)) for n, said in enumerate(words))
    return Dimension(told[0]["variable"], Role.CATEGORY, codes)


def _above(said: str, words: list[str]) -> int | None:
    """The category that SAID is one of, by its name before the colon: "Cordial/squash: Lime" is of "Cordial"."""
    wider, colon, _ = said.rpartition(": ")
    if not colon or _EVERY.fullmatch(said):
        return None
    held = [n for n, one in enumerate(words) if wider == one or wider.startswith((f"{one}/", f"{one} "))]
    return max(held, key=lambda n: len(words[n]), default=None)


def _areas(dimension: Dimension) -> Dimension:
    """DIMENSION, its heading spelt out where that is the short form of a kind of area."""
    match = _AREAS.fullmatch(dimension.name)
    full = vocabulary().abbreviations.get(match["short"].lower()) if match is not None else None
    return replace(dimension, name=full, role=Role.PLACE) if full is not None else dimension
