"""Whether it is sure which cell of a table on a page is which: only then may its figures be asked for by its labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.formats.page.cells import (
    A_FIGURE,
    MIXED,
    NO_HEADINGS,
    NO_LABEL,
    OF_ALL,
    PARTED,
    SAME_LABEL,
    SHARED,
    UNHEADED,
    Line,
    is_value,
    is_year,
)
from corpus.formats.statistics.totals import is_total
from corpus.patterns import regex

__all__ = ["doubt_of"]

_FEWEST = 2
"""A table of fewer rows than this shows no columns."""
_LIST = 2
"""Labels with a number each are a list, whose numbers need no heading."""
_HALF = 0.5
_MARK = regex(r"[a-z]|#", re.IGNORECASE)
"""What stands for a number that is withheld, beside the marks that stand for one anywhere."""


def doubt_of(headings: Sequence[Sequence[str]], lines: Sequence[Line]) -> str:
    """Why it is not sure which cell of a table of HEADINGS and LINES is which; "" where it is."""
    rows = [line.cells for line in lines if not line.spanning]
    first = _labels(rows)
    if not any(headings):
        return NO_HEADINGS if len(headings) > _LIST else "nothing heads its numbers"
    if len(rows) < _FEWEST or not first:
        return "its rows are too few, or have no labels"
    heads = [tuple(path) for path in headings[first:]]
    if not all(heads):
        return UNHEADED
    if any(is_value(words) and not is_year(words) for path in heads for words in path):
        return A_FIGURE
    if len(set(heads)) < len(heads):
        return SHARED
    if _runs_over(lines):
        return PARTED
    if _total_of_all(lines):
        return OF_ALL
    return _unlabelled(lines, first) or _unfilled(rows, first, len(headings))


def _runs_over(lines: Sequence[Line]) -> bool:
    """Whether a line that heads a single row below it may be the beginning of that row's label."""
    heads = [n for n, line in enumerate(lines) if line.spanning]
    ends = [*heads[1:], len(lines)]
    return any(end - n == _FEWEST for n, end in zip(heads, ends, strict=False))


def _total_of_all(lines: Sequence[Line]) -> bool:
    """Whether the last of the parts that headings make has more totals than another of them."""
    totals = [0]
    for n, line in enumerate(lines):
        if line.spanning:
            totals += [0] if n else []
        else:
            totals[-1] += is_total(line.cells[0])
    return len(totals) > 1 and totals[-1] > min(totals[:-1])


def _labels(rows: Sequence[Sequence[str]]) -> int:
    """How many of the first columns hold words in every row: those are labels, and the others values."""
    width = max(map(len, rows), default=0)
    valued = [sum(is_value(row[n]) for row in rows if n < len(row)) for n in range(width)]
    first = next((n for n, count in enumerate(valued) if n and count), width)
    return first if first < width else 0


def _unlabelled(lines: Sequence[Line], first: int) -> str:
    """Whether a row has values and no label of its own, or the same labels as another under the same heading."""
    labels: list[tuple[str, ...]] = []
    part = ""
    for line in lines:
        part = line.cells[0] if line.spanning else part
        if not line.spanning and any(line.cells[first:]):
            labels.append((part, *line.cells[:first]))
    if not all(any(words[1:]) for words in labels):
        return NO_LABEL
    return SAME_LABEL if len(set(labels)) < len(labels) else ""


def _unfilled(rows: Sequence[Sequence[str]], first: int, width: int) -> str:
    """Whether a column holds something else than values, or hardly any."""
    for n in range(first, width):
        held = [row[n] for row in rows if n < len(row) and row[n]]
        if not all(is_value(cell) or _MARK.fullmatch(cell) for cell in held):
            remarks = n + 1 == width and not any(map(is_value, held))
            return "its last column holds words" if remarks else MIXED
        if len(held) < _HALF * len(rows):
            return "one of its columns is all but empty"
    return ""
