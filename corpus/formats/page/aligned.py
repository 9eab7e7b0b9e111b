"""Tables that stand in columns, with or without rules: rows of a label and values, each value under the one above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.formats.page.cells import Found, Line, carried, is_value, names_years
from corpus.formats.page.headed import headings, heads_above
from corpus.formats.page.lines import Row, Segment, around
from corpus.formats.page.words import Box, Sheet

__all__ = ["Taken", "aligned_tables"]

_FARTHEST = 3.2
"""Rows further apart than this many heights of their type are of two tables."""
_PROSE = 9
"""A stretch of so many words between two rows of values is no label."""
_NEAR = 4.0
_FEWEST_TITLES = 3
_LAST_PAGE = 999


@dataclass(frozen=True, slots=True)
class Taken:
    """A table, and the stretches of the page that it is made of."""

    table: Found
    parts: frozenset[Segment]


@dataclass(frozen=True, slots=True)
class _Run:
    """Rows of the page, from FIRST up to, not including, END, that may be a table."""

    first: int
    end: int


def aligned_tables(rows: Sequence[Row], sheet: Sheet, before: Found | None = None) -> list[Taken]:
    """The tables of ROWS, all those of one page, from the top down; BEFORE ended the page before and may go on."""
    found: list[Taken] = []
    taken: frozenset[Segment] = frozenset()
    for run in _runs(rows):
        made = _table(rows, run, sheet, taken, before if run.first <= 2 else None)
        if made is not None:
            found.append(made)
            taken |= made.parts
    return found


def _values(row: Row) -> list[Segment]:
    return [s for s in row if is_value(s.text)]


def _holds_values(row: Row) -> bool:
    """Whether ROW may be one of a table: a label and a value, or several values."""
    values = _values(row)
    labelled = bool(values) and not is_value(row[0].text) and any(s.box.x0 > row[0].box.x1 for s in values)
    return labelled or len(values) > 1


def _runs(rows: Sequence[Row]) -> Iterator[_Run]:
    """Rows of values that follow one another and stand in the same columns, with what stands between them."""
    start: int | None = None
    last = 0
    for n, row in enumerate(rows):
        if not _holds_values(row):
            if start is not None and any(len(s.words) >= _PROSE for s in row):
                yield _Run(start, last + 1)
                start = None
            continue
        if start is not None and not _follows(rows, start, last, n):
            yield _Run(start, last + 1)
            start = None
        start = n if start is None else start
        last = n
    if start is not None:
        yield _Run(start, last + 1)


def _follows(rows: Sequence[Row], start: int, last: int, n: int) -> bool:
    here, before = rows[n], rows[last]
    near = around(s.box for s in here).top - around(s.box for s in before).bottom
    if near > _FARTHEST * max(s.size for s in here):
        return False
    above = [s.box for row in rows[max(start, last - 12) : last + 1] for s in _values(row)]
    standing = [s for s in _values(here) if any(_in_line(s.box, b) for b in above)]
    return len(standing) * 2 >= len(_values(here))


def _in_line(a: Box, b: Box) -> bool:
    return min(a.x1, b.x1) > max(a.x0, b.x0) or abs(a.x1 - b.x1) <= _NEAR or abs(a.x0 - b.x0) <= _NEAR


def _table(
    rows: Sequence[Row], run: _Run, sheet: Sheet, taken: frozenset[Segment], before: Found | None
) -> Taken | None:
    held = [r for r in rows[run.first : run.end] if _holds_values(r)]
    rules = _rules(held, sheet)
    ends = _ends(held, rules)
    body = [_within(r, ends) for r in rows[run.first : run.end]]
    data = [r for r in body if r and _holds_values(r)]
    if len(data) > 1 and _are_years(data):
        under = body.index(data[0]) + 1
        run, body, data = _Run(run.first + under, run.end), body[under:], data[1:]
    columns = _columns(data)
    if not (_goes_on(columns, before) or _enough(data, columns, bool(rules))) or _contents(rows, run, data, columns):
        return None
    above = [_within(r, ends) for r in rows[: run.first]]
    heads = [r for r in heads_above(above, data[0], columns, rules) if not taken & set(r)]
    if not heads and above and _is_section(above[-1], columns) and not taken & set(above[-1]):
        heads = [r for r in heads_above(above[:-1], above[-1], columns, rules) if not taken & set(r)]
        body = [above[-1], *body] if heads else body
    if not heads and _page_numbers(data):
        return None
    lines = list(_lines(body, columns))
    parts = [s for r in (*heads, *body) for s in r]
    box = around(s.box for s in parts)
    if not any(not is_value(line.cells[0]) for line in lines if line.cells[0]) and not heads:
        return None
    over = headings(heads, columns)
    return Taken(Found(box, over, tuple(lines), tuple(c.x1 for c in columns)), frozenset(parts))


def _is_section(row: Row, columns: Sequence[Box]) -> bool:
    """Whether a line between the headings and the first row of values heads the rows below it ("North coast")."""
    lone = len(row) == 1 and len(row[0].words) < _PROSE and not is_value(row[0].text)
    return lone and abs(row[0].box.x0 - columns[0].x0) <= _NEAR and row[0].text[-1:] not in ".:;"


def _rules(data: Sequence[Row], sheet: Sheet) -> list[Box]:
    """The level rules at and about the rows of DATA, those that stand end to end as one, from the top down."""
    box = around(s.box for r in data for s in r)
    size = max(s.size for r in data for s in r)
    near = [b for b in sheet.level if box.top - 14 * size <= b.top and b.bottom <= box.bottom + 2 * size]
    near = [b for b in near if b.x1 > box.x0 - size and b.x0 < box.x1 + size]
    merged: list[Box] = []
    for rule in sorted(near, key=lambda b: (round(b.top / 3), b.x0)):
        last = merged[-1] if merged else None
        if last is not None and abs(last.top - rule.top) <= 3 and rule.x0 <= last.x1 + 6:
            merged[-1] = around((last, rule))
        else:
            merged.append(rule)
    return [b for b in merged if b.x1 - b.x0 >= 0.5 * (box.x1 - box.x0)]


def _ends(data: Sequence[Row], rules: Sequence[Box]) -> tuple[float, float] | None:
    """How far to the left and right a ruled table goes: as far as the rule nearest its first row."""
    top = around(s.box for s in data[0]).top
    nearest = min(rules, key=lambda b: abs(b.top - top), default=None)
    return None if nearest is None else (nearest.x0 - _NEAR, nearest.x1 + _NEAR)


def _within(row: Row, ends: tuple[float, float] | None) -> Row:
    """ROW less what stands beyond the ENDS of a ruled table."""
    return row if ends is None else tuple(s for s in row if ends[0] <= s.box.middle[0] <= ends[1])


def _are_years(data: Sequence[Row]) -> bool:
    """Whether the first row of DATA is one of years, which head the columns below them."""
    below = [s.text for r in data[1:] for s in r[1:] if is_value(s.text)]
    return names_years([s.text for s in data[0] if is_value(s.text)], below)


def _columns(data: Sequence[Row]) -> list[Box]:
    """Where each column of DATA stands, from the left: those of values, and those of words beside them."""
    values = _merged([s.box for r in data for s in _values(r)])
    first = values[0].x0 if values else 0.0
    words = [s.box for r in data for s in r if not is_value(s.text)]
    labels = [b._replace(x1=min(b.x1, first - 0.1)) for b in words if b.x0 < first]
    others = [b for b in words if b.x0 >= first and not any(_overlap(b, v) for v in values)]
    return sorted([*_merged(labels), *values, *_merged(others)], key=lambda b: b.x0)


def _merged(boxes: Sequence[Box]) -> list[Box]:
    merged: list[Box] = []
    for box in sorted(boxes, key=lambda b: b.x0):
        if merged and box.x0 < merged[-1].x1:
            merged[-1] = around((merged[-1], box))
        else:
            merged.append(box)
    return merged


def _overlap(a: Box, b: Box) -> bool:
    return min(a.x1, b.x1) > max(a.x0, b.x0)


def _enough(data: Sequence[Row], columns: Sequence[Box], ruled: bool) -> bool:
    """Whether rows are a table: two rows of two values or more, two between rules, else three."""
    if not data or len(columns) < 2:
        return False
    several = sum(len(_values(r)) > (0 if not is_value(r[0].text) else 1) + 1 for r in data)
    return len(data) >= 3 or (len(data) == 2 and (ruled or several == 2))


def _goes_on(columns: Sequence[Box], before: Found | None) -> bool:
    """Whether COLUMNS stand where those of the table stood that ended the page BEFORE."""
    if before is None or len(columns) != len(before.edges) or len(columns) < 2:
        return False
    return all(abs(c.x1 - edge) <= _NEAR for c, edge in zip(columns[1:], before.edges[1:], strict=True))


def _contents(rows: Sequence[Row], run: _Run, data: Sequence[Row], columns: Sequence[Box]) -> bool:
    """Whether it is a list of contents: titles, each with its page."""
    led = sum(any(mark in s.text for s in r for mark in ("....", "\u2026\u2026", ". . .", "___")) for r in data)
    if led * 2 > len(data):
        return True
    above = [s.text.lower() for r in rows[max(0, run.first - 4) : run.first] for s in r]
    return any(words in ("contents", "table of contents", "list of contents") for words in above) and len(columns) < 4


def _page_numbers(data: Sequence[Row]) -> bool:
    """Whether rows that nothing heads are titles, each with the page that it begins on: one after another."""
    if len(data) < _FEWEST_TITLES or any(len(r) != 2 or is_value(r[0].text) for r in data):
        return False
    pages = [int(r[1].text) for r in data if r[1].text.isdigit()]
    onward = all(a < b for a, b in pairwise(pages))
    return len(pages) == len(data) and onward and pages[-1] <= _LAST_PAGE


def _lines(body: Sequence[Row], columns: Sequence[Box]) -> Iterator[Line]:
    """The rows of BODY by their cells; a label that runs over two lines is one, and one without values a heading."""
    waiting: list[str] = []
    made: list[list[str]] = []
    before: Row = ()
    for n, row in enumerate(body):
        if not row:
            continue
        if _holds_values(row) or (len(row) == 1 and _values(row)):
            made.append(_cells(row, columns))
            if waiting:
                made[-1][0] = " ".join([*waiting, made[-1][0]]).strip()
                waiting = []
        elif made and _runs_on(row, before):
            _add(made[-1], _cells(row, columns))
        elif _close_below(row, body[n + 1 :]):
            waiting.append(" ".join(s.text for s in row))
        else:
            yield from carried(made)
            made = []
            yield Line((" ".join(s.text for s in row),), spanning=True)
        before = row
    yield from carried(made)


def _cells(row: Row, columns: Sequence[Box]) -> list[str]:
    cells = [""] * len(columns)
    for one in row:
        over = [n for n, c in enumerate(columns) if _overlap(one.box, c)]
        near = min(range(len(columns)), key=lambda n: _distance(one.box, columns[n]))
        at = over[0] if over and not is_value(one.text) else near
        cells[at] = f"{cells[at]} {one.text}".strip()
    return cells


def _distance(a: Box, b: Box) -> float:
    if _overlap(a, b):
        return -min(a.x1, b.x1) + max(a.x0, b.x0)
    return max(a.x0 - b.x1, b.x0 - a.x1)


def _add(cells: list[str], more: list[str]) -> None:
    for n, words in enumerate(more):
        cells[n] = f"{cells[n]} {words}".strip()


def _runs_on(row: Row, before: Row) -> bool:
    """Whether ROW is the rest of a label that began on the line before it."""
    if not before:
        return False
    near = row[0].base - before[0].base <= 1.25 * row[0].size
    return near and (row[0].text[:1].islower() or row[0].text[:1] in "(&") and not row[0].bold > before[0].bold


def _close_below(row: Row, below: Sequence[Row]) -> bool:
    """Whether ROW is the beginning of a label that ends beside the values on the line below it."""
    after = next((r for r in below if r), None)
    if after is None or not _holds_values(after) or is_value(after[0].text):
        return False
    near = after[0].base - row[0].base <= 1.25 * row[0].size
    return near and after[0].text[:1].islower() and abs(after[0].box.x0 - row[0].box.x0) <= _NEAR
