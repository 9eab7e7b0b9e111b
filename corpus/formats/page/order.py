"""In which order a page is read: column by column, where it has columns, between what goes over all of them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.formats.page.lines import Segment, around
from corpus.formats.page.words import Box

__all__ = ["Item", "in_order"]

Item = tuple[Box, Segment | int]
"""A stretch of a line, or a table by its number, with its place."""

_NARROWEST = 0.15
"""A column is no narrower than this part of what stands on the page."""
_LEAST = 3
_DEEPEST = 4


def in_order(items: Sequence[Item], depth: int = 0) -> list[list[Item]]:
    """ITEMS region by region in the order of reading; each region's from the top down, then from the left."""
    gutter = _gutter(items) if depth < _DEEPEST else None
    if gutter is None:
        return [sorted(items, key=lambda i: (i[0].top, i[0].x0))] if items else []
    regions: list[list[Item]] = []
    band: list[Item] = []
    across: list[Item] = []
    for item in sorted(items, key=lambda i: (i[0].top, i[0].x0)):
        if item[0].x0 < gutter < item[0].x1:
            regions += _band(band, gutter, depth)
            band = []
            across.append(item)
        else:
            regions += [across] if across else []
            across = []
            band.append(item)
    return [*regions, *([across] if across else []), *_band(band, gutter, depth)]


def _band(band: Sequence[Item], gutter: float, depth: int) -> list[list[Item]]:
    left = [i for i in band if i[0].x1 <= gutter]
    right = [i for i in band if i[0].x0 >= gutter]
    return [*in_order(left, depth + 1), *in_order(right, depth + 1)]


def _gutter(items: Sequence[Item]) -> float | None:
    """Where the space between two columns stands, or None where all is one column."""
    lines = [(box, one) for box, one in items if isinstance(one, Segment)]
    if len(lines) < 2 * _LEAST:
        return None
    whole = around(box for box, _ in items)
    best: tuple[int, float] | None = None
    for edge in _edges(lines):
        crossing = sum(box.x0 < edge - 3 and box.x1 > edge - 1 for box, _ in items)
        left = [(b, s) for b, s in lines if b.x1 <= edge - 1]
        right = [(b, s) for b, s in lines if b.x0 >= edge - 3]
        if crossing * 2 <= len(items) and _columns(left, right, whole) and (best is None or crossing < best[0]):
            best = (crossing, edge - 2)
    return best[1] if best else None


def _edges(lines: Sequence[tuple[Box, Segment]]) -> list[float]:
    """Where at least three lines begin under one another, but for the leftmost."""
    counted: dict[int, list[float]] = {}
    for box, _ in lines:
        counted.setdefault(round(box.x0 / 4), []).append(box.x0)
    return sorted(min(xs) for xs in counted.values() if len(xs) >= _LEAST)[1:]


def _columns(left: list[tuple[Box, Segment]], right: list[tuple[Box, Segment]], whole: Box) -> bool:
    """Whether both sides are columns of text: lines of words, beside one another."""
    if len(left) < _LEAST or len(right) < _LEAST:
        return False
    least = _NARROWEST * (whole.x1 - whole.x0)
    sides = [around(b for b, _ in side) for side in (left, right)]
    if any(b.x1 - b.x0 < least for b in sides):
        return False
    beside = min(sides[0].bottom, sides[1].bottom) - max(sides[0].top, sides[1].top)
    wordy = all(sum(len(s.words) for _, s in side) >= 3 * len(side) for side in (left, right))
    return wordy and beside > 0
