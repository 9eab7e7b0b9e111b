"""Tables drawn onto a page in unlike ways: in a grid, in columns without a line, between level lines."""

from __future__ import annotations

from collections.abc import Sequence

from tests.corpus.pdf_maker import Page

__all__ = ["Rows", "flush", "grid", "level", "right"]

_NARROW, _WIDE, _USUAL = frozenset(".,:;'|il !-()"), frozenset("mwMW"), 0.556
_STEP = 20.0

Rows = Sequence[Sequence[str]]


def _width(words: str, size: float) -> float:
    """How wide WORDS are in Helvetica, near enough to set a figure flush right."""
    return size * sum(0.278 if c in _NARROW else 0.833 if c in _WIDE else _USUAL for c in words)


def right(page: Page, x: float, y: float, words: str, size: float = 10, *, bold: bool = False) -> None:
    page.write(x - _width(words, size), y, words, size, bold=bold)


def grid(page: Page, y: float, edges: Sequence[float], rows: Rows, heads: int = 1) -> float:
    """ROWS in a grid of lines with columns between EDGES from Y down, the first HEADS bold; where it ends."""
    for n in range(len(rows) + 1):
        page.rule(edges[0], y + n * _STEP, edges[-1], y + n * _STEP)
    for x in edges:
        page.rule(x, y, x, y + len(rows) * _STEP)
    for n, row in enumerate(rows):
        foot = y + n * _STEP + 14
        page.write(edges[0] + 4, foot, row[0], 9, bold=n < heads)
        for x, cell in zip(edges[2:], row[1:], strict=True):
            right(page, x - 4, foot, cell, 9, bold=n < heads)
    return y + len(rows) * _STEP


def flush(page: Page, y: float, left: float, rights: Sequence[float], rows: Rows, heads: int = 1) -> float:
    """ROWS in columns without any line, their figures flush right at RIGHTS; where they end."""
    for n, row in enumerate(rows):
        page.write(left, y, row[0], 10, bold=n < heads)
        for x, cell in zip(rights, row[1:], strict=True):
            right(page, x, y, cell, bold=n < heads)
        y += 15
    return y


def level(page: Page, y: float, left: float, middles: Sequence[float], rows: Rows, heads: int = 1) -> float:
    """ROWS between level lines above, below and under the head, their figures in the middle of their columns."""
    ends = (left - 4, middles[-1] + 50)
    page.rule(ends[0], y, ends[1], y)
    for n, row in enumerate(rows):
        foot = y + n * 18 + 13
        page.write(left, foot, row[0], 10)
        for x, cell in zip(middles, row[1:], strict=True):
            page.write(x - _width(cell, 10) / 2, foot, cell, 10)
        if n == heads - 1:
            page.rule(ends[0], foot + 5, ends[1], foot + 5)
    y += len(rows) * 18
    page.rule(ends[0], y, ends[1], y)
    return y
