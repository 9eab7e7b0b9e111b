"""Which cell of a table is the whole that another is part of: the "All" or "Total" of its row or column."""

from __future__ import annotations

from decimal import Decimal

from corpus.extract.frame import Frame, Line, covers
from corpus.extract.headings import Heading

__all__ = ["Place", "wholes"]

Place = tuple[int, int]
"""A cell by its line and its column."""


def wholes(frame: Frame) -> dict[Place, Place]:
    """For each cell that is a part, the cell that is its whole. A part is never greater than its whole."""
    down, across = _over_lines(frame.lines), _over_columns(frame)
    found: dict[Place, Place] = {}
    for n, line in enumerate(frame.lines):
        for column in line.values:
            candidates = [(m, column) for m in down.get(n, ())] + [(n, c) for c in across.get(column, ())]
            whole = next((p for p in candidates if _holds(frame, p, (n, column))), None)
            if whole is not None:
                found[n, column] = whole
    return found


def _holds(frame: Frame, whole: Place, part: Place) -> bool:
    """Whether the cell WHOLE can hold the cell PART: both numbers that add up, and the part no greater."""
    over, under = frame.lines[whole[0]].values.get(whole[1]), frame.lines[part[0]].values.get(part[1])
    if over is None or under is None or over.value is None or over.unit != under.unit or over.unit == "%":
        return False
    told = (*_headings(frame, whole), *_headings(frame, part))
    if any(h.rate or h.changes or (h.unit and h.unit.name not in _ADDING) for h in told):
        return False
    return under.value is None or 0 <= under.value <= over.value


_ADDING = ("", "\u00a3", "$", "\u20ac", "tonnes", "kg")


def _headings(frame: Frame, place: Place) -> tuple[Heading, ...]:
    return (*frame.columns[place[1]], *(h for _, h in frame.lines[place[0]].labels), frame.about)


def _over_lines(lines: tuple[Line, ...]) -> dict[int, tuple[int, ...]]:
    """For each line, those that may be its whole, the nearest sort first."""
    found: dict[int, tuple[int, ...]] = {}
    totals = [n for n, line in enumerate(lines) if _total(lines, n)]
    for n, line in enumerate(lines):
        if line.labels and line.labels[-1][1].within:
            found[n] = tuple(m for m in range(n - 1, -1, -1) if not lines[m].labels[-1][1].within)[:1]
            continue
        fitting = [m for m in totals if _whole_of(lines[m], line)]
        after, before = [m for m in fitting if m > n], [m for m in fitting if m < n]
        found[n] = (*after[:1], *before[-1:])
    return found


def _total(lines: tuple[Line, ...], n: int) -> bool:
    line = lines[n]
    if any(h.total for _, h in line.labels):
        return True
    if n != len(lines) - 1 or n < 2 or any(len(o.labels) != 1 for o in lines):
        return False
    return covers(line.labels[0][1], [o.labels[0][1] for o in lines[:n]]) or _adds_up(lines[:n], line)


def _adds_up(parts: tuple[Line, ...], whole: Line) -> bool:
    """Whether every column of the last row is the sum of those above: its name need not say that it is a total."""
    if any(h.within for p in parts for _, h in p.labels):
        return False
    known = [c for c, v in whole.values.items() if v.value and all((o := p.values.get(c)) and o.value for p in parts)]
    sums = [sum((p.values[c].value or Decimal(0) for p in parts), Decimal(0)) == whole.values[c].value for c in known]
    return len(sums) > 1 and all(sums)


def _whole_of(whole: Line, part: Line) -> bool:
    """Whether the two have the same labels but for one, which is a total in the one and none in the other."""
    if len(whole.labels) != len(part.labels) or whole.section != part.section:
        return False
    differing = [(w, p) for (_, w), (_, p) in zip(whole.labels, part.labels, strict=True) if w.said != p.said]
    if len(differing) != 1:
        return False
    over, under = differing[0]
    return not under.total and (over.total or len(whole.labels) == 1)


def _over_columns(frame: Frame) -> dict[int, tuple[int, ...]]:
    """For each column, those that may be its whole: the same headings but for one, which is a total."""
    found: dict[int, tuple[int, ...]] = {}
    totals = [n for n, heads in enumerate(frame.columns) if any(h.total for h in heads)]
    for n, part in enumerate(frame.columns):
        if not part or any(h.total for h in part):
            continue
        fits = [m for m in totals if _heads_whole(frame.columns[m], part)]
        found[n] = (*(m for m in fits if m > n), *reversed([m for m in fits if m < n]))
    return found


def _heads_whole(whole: tuple[Heading, ...], part: tuple[Heading, ...]) -> bool:
    if len(whole) != len(part):
        return False
    differing = [(w, p) for w, p in zip(whole, part, strict=True) if w.said != p.said]
    return len(differing) == 1 and differing[0][0].total and differing[0][0].unit == differing[0][1].unit
