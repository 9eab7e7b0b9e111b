"""Months told without their year, of a table whose title says from which month to which it goes."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.cube import Code, Dataset, Dimension, Role
from corpus.formats.statistics.moments import month_number, months_from
from corpus.patterns import regex
from corpus.records import Period

__all__ = ["spanned"]

_NAME = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_SPAN = regex(
    rf"\b(?:from|between)\s+(?P<a>{_NAME})\s+(?P<y>(?:20)?\d\d)\s+(?:to|and|until|-|\u2013)\s+"
    rf"(?P<b>{_NAME})\s+(?P<z>(?:20)?\d\d)\b",
    re.IGNORECASE,
)
_MOST = 12


def spanned(one: Dataset) -> Dataset:
    """ONE with its months dated, where its title names a stretch of at most a year in which each lies once."""
    found = _SPAN.search(one.title)
    if found is None:
        return one
    first, last = _at(found["y"], found["a"]), _at(found["z"], found["b"])
    if first is None or last is None or not 0 <= last - first < _MOST:
        return one
    return replace(one, dimensions=tuple(_dated(d, first, last) for d in one.dimensions))


def _at(year: str, name: str) -> int | None:
    month = month_number(name.rstrip("."))
    return None if month is None else (int(year) % 2000 + 2000) * 12 + month - 1


def _dated(dimension: Dimension, first: int, last: int) -> Dimension:
    if dimension.role is not Role.TIME:
        return dimension
    return replace(dimension, codes=tuple(_code(code, first, last) for code in dimension.codes))


def _code(code: Code, first: int, last: int) -> Code:
    month = month_number(code.words)
    if code.period is not None or code.as_at is not None or month is None:
        return code
    at = next((n for n in range(first, last + 1) if n % 12 == month - 1), None)
    if at is None:
        return code
    start, end = months_from(at // 12, at % 12 + 1, 1)
    return replace(code, period=Period(start, end, f"{start:%B %Y}"))
