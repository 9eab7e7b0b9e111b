"""The time in a release's title ("Deer on roads, 2018-19"), which its figures are of where they say no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.extract.dates import periods
from corpus.extract.figures import BEFORE
from corpus.patterns import regex
from corpus.records import Figure, Period, Source

__all__ = ["dated_by_title"]


def dated_by_title(found: Sequence[Figure], source: Source, text: str = "") -> tuple[Figure, ...]:
    """FOUND, those without a time of their own given that of SOURCE's title, where it names one that was over.

    Where it names none, that of the headings that TEXT opens with. A part is left to its whole's time, and what a
    change began from has none of these.
    """
    period = _period_of(source.title, source) or _of_headings(text, source)
    return tuple(replace(f, period=period) if period and _timeless(f) else f for f in found)


def _period_of(title: str, source: Source) -> Period | None:
    told = [m.period for m in periods(title, None)]
    whole = [p for p in told if p.start and p.end and (p.end - p.start).days >= _SHORTEST]
    over = len(told) == len(whole) == 1 and source.published is not None and whole[0].end is not None
    return whole[0] if over and source.published and whole[0].end and whole[0].end < source.published else None


_SHORTEST = 6
"""Days: a title with one date in it tells of an event, or of when it was published."""
_LONGEST, _MOST = 150, 6
"""So long a line at most is a heading, and so many stand at most before a text's first sentence."""


def _of_headings(text: str, source: Source) -> Period | None:
    """The one time that the headings of TEXT name, whichever of them does."""
    told = [p for line in _headings(text) if (p := _period_of(line, source)) is not None]
    return told[0] if told and all((p.start, p.end) == (told[0].start, told[0].end) for p in told) else None


def _headings(text: str) -> Iterator[str]:
    """The lines that TEXT opens with, up to the first that is told in sentences."""
    lines = (line.strip() for line in text.splitlines() if line.strip())
    for _, line in zip(range(_MOST), lines, strict=False):
        if len(line) > _LONGEST or line.endswith((".", "?", "!", ";")):
            return
        yield line


def _timeless(figure: Figure) -> bool:
    dated = figure.period is not None or figure.as_at is not None or _SINCE.search(figure.measure) is not None
    return not dated and figure.part_of is None and figure.note != BEFORE and figure.value is not None


_SINCE = regex(r"\b(?:since|now|today|currently|at present|nowadays)$", re.IGNORECASE)
"""What says that a number is of the day of publication, and not of the time that a title names."""
