"""What stands on a page but is no part of its text: running heads and feet, page numbers, and the words of charts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.formats.page.cells import number_of
from corpus.formats.page.lines import Row, Segment, around
from corpus.patterns import regex

__all__ = ["charted", "running"]

_EDGE = 0.12
"""This part of a page at its top and at its foot is where running heads and feet stand."""
_DIGITS = regex(r"\d+|\b[ivxl]+\b")
_PAGE_NUMBER = regex(r"(?:page\s*)?[-\u2013|\s]*#[-\u2013|\s]*(?:(?:of|/)\s*#)?", re.IGNORECASE)
_CAPTION = regex(r"(?:table|figure|chart)\s+[a-z]?\d", re.IGNORECASE)
"""What names one table of several, be they called alike but for their numbers."""
_LEAST_TICKS = 4
_SHORT = 4


def running(pages: Sequence[tuple[float, Sequence[Row]]]) -> list[set[Segment]]:
    """For each of PAGES, told by its height and its rows, what of it is said again at the same place on others."""
    seen: Counter[tuple[str, int]] = Counter()
    at_edge = [list(_edges(height, rows)) for height, rows in pages]
    for page in at_edge:
        seen.update({(words, place + near) for words, place, _ in page for near in (-1, 0, 1)})
    often = 3 if len(pages) > 4 else 2
    found = [{s for words, place, row in page if seen[words, place] >= often for s in row} for page in at_edge]
    for gone, (_, rows) in zip(found, pages, strict=True):
        gone.update(_numbers(rows))
    return found


def _numbers(rows: Sequence[Row]) -> Iterator[Segment]:
    """The page's number, where it stands alone on its first or its last line."""
    for row in (rows[0], rows[-1]) if rows else ():
        if len(row) == 1 and _PAGE_NUMBER.fullmatch(_DIGITS.sub("#", row[0].text.lower())):
            yield row[0]


def _edges(height: float, rows: Sequence[Row]) -> Iterator[tuple[str, int, Row]]:
    """The lines at the edges of a page: their words with every number alike, and where they stand."""
    for row in rows:
        box = around(s.box for s in row)
        if _CAPTION.match(row[0].text):
            continue
        if box.bottom <= _EDGE * height or box.top >= (1 - _EDGE) * height:
            for part in [row] if len(row) == 1 else [row, *((s,) for s in row)]:
                yield _DIGITS.sub("#", " ".join(s.text.lower() for s in part)), round(box.top / 6), tuple(part)


def charted(rows: Sequence[Row]) -> set[Segment]:
    """The words of charts among ROWS: the steps of an axis, and the short words that stand beside and below it."""
    found: set[Segment] = set()
    for ticks in _axes(rows):
        top, bottom = ticks[0].box.top, ticks[-1].box.bottom
        size = ticks[0].size
        found.update(ticks)
        for row in rows:
            box = around(s.box for s in row)
            beside = top - size <= box.middle[1] <= bottom + size
            under = bottom < box.top <= bottom + 6 * size and len(row) >= 3
            if beside or under:
                found.update(s for s in row if len(s.words) <= _SHORT and s.text[-1:] not in ".;:")
    return found


def _axes(rows: Sequence[Row]) -> Iterator[list[Segment]]:
    """Columns of numbers that go up or down by one step, line by line: the numbers beside a chart."""
    ticks: list[Segment] = []
    for row in rows:
        one = _tick(row, ticks[-1] if ticks else None)
        if one is None and ticks and len(row) == 1 and not _level_with(row[0], ticks[-1]):
            continue
        if one is not None and _steps([*ticks, one]):
            ticks.append(one)
            continue
        if len(ticks) >= _LEAST_TICKS:
            yield ticks
        ticks = [one] if one is not None else []
    if len(ticks) >= _LEAST_TICKS:
        yield ticks


def _level_with(one: Segment, other: Segment) -> bool:
    return min(one.box.x1, other.box.x1) > max(one.box.x0, other.box.x0)


def _tick(row: Row, above: Segment | None) -> Segment | None:
    """The number of ROW that may be a step of an axis: it stands alone, with a word or two or with another axis."""
    if len(row) > 3 or any(len(s.words) > _SHORT for s in row):
        return None
    numbers = [s for s in row if number_of(s.text) is not None]
    if above is not None:
        numbers = [s for s in numbers if abs(s.box.x1 - above.box.x1) <= 4 or abs(s.box.x0 - above.box.x0) <= 4]
    return numbers[0] if numbers else None


def _steps(ticks: Sequence[Segment]) -> bool:
    """Whether TICKS go by one step, and stand as far from one another on the page."""
    values = [number_of(t.text) or 0.0 for t in ticks]
    apart = [b - a for a, b in pairwise(values)]
    spaced = [b.base - a.base for a, b in pairwise(ticks)]
    even = all(abs(a - apart[0]) <= 0.01 * abs(apart[0]) for a in apart) and all(a != 0 for a in apart)
    return even and all(abs(s - spaced[0]) <= 0.15 * spaced[0] + 1 for s in spaced)
