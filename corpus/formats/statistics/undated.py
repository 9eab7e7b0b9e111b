"""Columns that say no time, beside others that say a day: sums over a year, beside what was held at its two ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.cube import NO_CODE, Code, Dimension, Role
from corpus.extract.dates import periods
from corpus.formats.statistics.across import Across
from corpus.patterns import regex
from corpus.records import Period

__all__ = ["undated"]

_FOR = regex(r"^(?:for|in|during|over)\s+(?:the\s+)?", re.IGNORECASE)


def undated(columns: Across, of_all: Period | None) -> Across:
    """COLUMNS, of which those without a time are of the time OF_ALL that the title tells, where the others are each
    of one day in it or at its ends ("Stores at 1 April 2019"): else the title's time would be that of none."""
    at = next((n for n, one in enumerate(columns.dimensions) if one.role is Role.TIME), None)
    if at is None or of_all is None:
        return columns
    times = columns.dimensions[at]
    if not all(_at_or_in(code, of_all) for code in times.codes):
        return columns
    bare = {c for c, codes in columns.codes.items() if codes[at] == NO_CODE and not _timed(columns.dimensions, codes)}
    if not bare:
        return columns
    whole = len(times.codes)
    told = replace(times, codes=(*times.codes, Code(_FOR.sub("", of_all.words), period=of_all)))
    dimensions = (*columns.dimensions[:at], told, *columns.dimensions[at + 1 :])
    codes = {c: (*of[:at], whole if c in bare else of[at], *of[at + 1 :]) for c, of in columns.codes.items()}
    return replace(columns, dimensions=dimensions, codes=codes)


def _timed(dimensions: Sequence[Dimension], codes: Sequence[int]) -> bool:
    """Whether the words of a column, whose CODES are on DIMENSIONS, mention a time after all."""
    said = [d.codes[n].words for d, n in zip(dimensions, codes, strict=True) if n != NO_CODE]
    return any(periods(words, None) for words in said)


def _at_or_in(code: Code, of_all: Period) -> bool:
    """Whether a time is one day of a stretch."""
    day = code.as_at.last if code.as_at is not None and code.as_at.exact else None
    if day is None or of_all.start is None or of_all.end is None:
        return False
    return of_all.start <= day <= of_all.end
