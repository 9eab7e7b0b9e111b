"""What heads the columns of a table that stands in columns: the lines above its first row of values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.formats.page.lines import Row, Segment, around, split
from corpus.formats.page.words import Box
from corpus.patterns import regex

__all__ = ["headings", "heads_above"]

_CAPTION = regex(r"(?:table|figure|chart)\s+[a-z]?\d", re.IGNORECASE)
"""What is the title of a table and heads no column of it."""
_TIGHT = 0.55
"""In headings, a gap of this much of their height parts two columns."""
_WIDER = 1.3
"""How many times as wide as the others a gap is that parts two columns."""
_FLUSH = 2.5
_MOST = 8
"""A heading takes no more lines than this, and a line of more words than this is none."""
_WITHIN = 1.9
"""Headings stand no further above what they head than this many heights of their type."""


def heads_above(above: Sequence[Row], first: Row, columns: Sequence[Box], rules: Sequence[Box]) -> list[Row]:
    """The lines of ABOVE that head COLUMNS, of which FIRST is the first row, from the top down."""
    top, size = around(s.box for s in first).top, max(s.size for s in first)
    between = _between(rules, top, size)
    found: list[Row] = []
    edge = top
    for row in reversed(above):
        if not row:
            continue
        if _CAPTION.match(row[0].text):
            break
        parts = _by_columns(split(row, _TIGHT), columns)
        box = around(s.box for s in parts)
        if between is not None:
            if box.middle[1] < between[0]:
                break
        elif edge - box.bottom > _WITHIN * size or len(found) >= _MOST or not _heads(parts, columns):
            break
        found.append(parts)
        edge = box.top
    return found[::-1]


def _by_columns(parts: Row, columns: Sequence[Box]) -> Row:
    """PARTS parted where a word ends with the values of one column, and the next begins further off than words do."""
    made: list[Segment] = []
    for part in parts:
        gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(part.words)]
        usual = min(gaps, default=0.0)
        cuts = [n + 1 for n, gap in enumerate(gaps) if gap > _WIDER * usual and _ends_column(part, n, columns)]
        made += [Segment(part.words[a:b]) for a, b in pairwise([0, *cuts, len(part.words)])]
    return tuple(made)


def _ends_column(part: Segment, n: int, columns: Sequence[Box]) -> bool:
    """Whether word N of PART ends where a column does, and the next one stands over a column too."""
    here, rest = part.words[n].box, part.box
    ends = any(abs(here.x1 - c.x1) <= _FLUSH for c in columns[1:])
    return ends and any(rest.x1 > c.x0 > here.x1 for c in columns)


def _between(rules: Sequence[Box], top: float, size: float) -> tuple[float, float] | None:
    """The two rules that a table's headings stand between, where it has them."""
    over = sorted({b.top for b in rules if b.top <= top + 0.4 * size}, reverse=True)
    if not over or top - over[0] > 2.5 * size:
        return None
    higher = next((y for y in over if over[0] - y > 0.7 * size), None)
    return (higher, over[0]) if higher is not None and over[0] - higher <= 11 * size else None


def _heads(parts: Row, columns: Sequence[Box]) -> bool:
    """Whether a line reads as headings: short, and over the columns of values."""
    if any(len(s.words) > _MOST for s in parts):
        return False
    left = columns[1].x0 - 0.5 * parts[0].size if len(columns) > 1 else 0.0
    over = [s for s in parts if s.box.x1 > left]
    return bool(over) and (len(parts) > 1 or parts[0].box.x0 > columns[0].x1 - parts[0].size)


def headings(heads: Sequence[Row], columns: Sequence[Box]) -> tuple[tuple[str, ...], ...]:
    """The words over each of COLUMNS, from the top down; those that run over several lines as one."""
    wide = _widened(heads, columns)
    pieces: list[list[tuple[tuple[int, ...], str]]] = [[] for _ in columns]
    for row in heads:
        for part in row:
            over = _over(part, wide)
            for n in over:
                _put(pieces[n], over, part.text)
    return tuple(tuple(words for _, words in column) for column in pieces)


def _put(column: list[tuple[tuple[int, ...], str]], over: tuple[int, ...], words: str) -> None:
    if column and column[-1][0] == over:
        column[-1] = (over, f"{column[-1][1]} {words}")
    else:
        column.append((over, words))


def _widened(heads: Sequence[Row], columns: Sequence[Box]) -> list[Box]:
    """COLUMNS as wide as the headings that stand over one of them alone, the lowest first."""
    wide = list(columns)
    for row in reversed(heads):
        for part in row:
            over = [n for n, c in enumerate(wide) if _shared(part.box, c) > 0]
            if len(over) == 1:
                wide[over[0]] = around((wide[over[0]], part.box))
    return wide


def _over(part: Segment, columns: Sequence[Box]) -> tuple[int, ...]:
    """The columns that a heading stands over, or the nearest one."""
    over = tuple(_covered(part, columns))
    return over or (min(range(len(columns)), key=lambda n: -_shared(part.box, columns[n])),)


def _covered(part: Segment, columns: Sequence[Box]) -> Iterator[int]:
    for n, column in enumerate(columns):
        if _shared(part.box, column) > 0.3 * min(column.x1 - column.x0, part.box.x1 - part.box.x0):
            yield n


def _shared(a: Box, b: Box) -> float:
    """How much two boxes have in common across; less than nought where they stand apart."""
    return min(a.x1, b.x1) - max(a.x0, b.x0)
