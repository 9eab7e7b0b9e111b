"""The labels of a table's rows → dimensions: what carries on from above, stands in steps, or heads a section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.cube import NO_CODE, Code, Dimension, Role
from corpus.extract.headings import heading
from corpus.formats.statistics.clock import Clock, time_code
from corpus.formats.statistics.columns import Column, Kind, columns_of, role_of
from corpus.formats.statistics.grid import Grid, Is
from corpus.formats.statistics.gss import area_level
from corpus.formats.statistics.measures import Measure, measure_of, rated
from corpus.formats.statistics.moments import Moment, moment, style_of
from corpus.formats.statistics.notes import Notes
from corpus.formats.statistics.sums import Series
from corpus.formats.statistics.totals import calls_total, is_total, whole_of
from corpus.formats.statistics.trees import planted

__all__ = ["Down", "Labelled", "down"]

_BASE = re.compile(
    r"\b(?:sample size|unweighted (?:base|count|sample)|weighted base|base size|sample \(n)|^(?:weight|base)s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Down:
    """``dimensions`` of the rows, and each kept row's codes on them; ``left`` says of rows why they are left out."""

    dimensions: tuple[Dimension, ...]
    codes: dict[int, tuple[int, ...]]
    left: tuple[str, ...] = ()


@dataclass
class Labelled:
    """The rows of values with their labels, those that carry on from above filled in."""

    rows: list[int] = field(default_factory=list)
    labels: list[list[str]] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)
    areas: list[int | None] = field(default_factory=list)
    left: dict[str, list[int]] = field(default_factory=dict)
    whole: dict[int, frozenset[str]] = field(default_factory=dict)


def down(
    grid: Grid,
    body: Sequence[int],
    columns: Sequence[int],
    headed: dict[int, str],
    values: Sequence[int],
    notes: Notes,
    table: Measure,
    added: Sequence[int],
) -> Down:
    """What the rows of BODY are, by their cells in the label COLUMNS that are HEADED.

    VALUES are the value columns, and ADDED those of them whose numbers may be added up.
    """
    kinds = _kinds(grid, body, columns, headed, values, notes)
    shown = [c for c in kinds if c.kind in (Kind.LABEL, Kind.TIME, Kind.NAMES_MEASURE, Kind.LEVEL)]
    codes = [c for c in kinds if c.kind is Kind.CODE]
    if not shown and codes:
        shown, codes = codes, []
    read = _read(grid, body, shown, codes, values, notes, table)
    made: list[tuple[Dimension, list[int]]] = []
    clock = _timed(shown, read, table)
    if clock:
        made.append(clock)
    if any(read.sections):
        made.append(_sections(read, table))
    labels = [n for n, c in enumerate(shown) if c.kind is not Kind.TIME]
    for place, n in enumerate(labels):
        last = place == len(labels) - 1
        lines = _lines(grid, read, added) if added and last else []
        made.append(_labels(shown[n], n, labels[:place], read, lines, last, _steady(read, shown, labels[:place][:-1])))
    dimensions = _followed(made)
    left = tuple(f"{why} ({_numbered(rows)})" for why, rows in read.left.items())
    return Down(dimensions, {row: tuple(codes[n] for _, codes in made) for n, row in enumerate(read.rows)}, left)


def _kinds(
    grid: Grid,
    body: Sequence[int],
    columns: Sequence[int],
    headed: dict[int, str],
    values: Sequence[int],
    notes: Notes,
) -> list[Column]:
    held = [row for row in body if any(grid.kind(row, c) in (Is.NUMBER, Is.MARK) for c in values)]
    sample = [[notes.bare(w) if (w := grid.said(row, c)) else "" for c in columns] for row in held]
    made = columns_of([headed.get(c, "") for c in columns], sample, grid.marks)
    kinds = []
    for c, column in zip(columns, made, strict=True):
        said = [w for row in sample if (w := row[column.number])]
        years = bool(said) and all(w.isdigit() and len(w) == 4 and "1500" <= w <= "2150" for w in said)
        kind = (
            Kind.TIME if years else Kind.LABEL if column.kind in (Kind.MEASURE, Kind.STATUS, Kind.UNIT) else column.kind
        )
        kinds.append(Column(c, column.said, column.words, kind, column.style))
    wordy = [k for k in kinds if k.kind is Kind.REMARKS]
    if wordy and not any(k.kind in (Kind.LABEL, Kind.TIME) for k in kinds):
        kinds[kinds.index(wordy[0])] = Column(
            wordy[0].number, wordy[0].said, wordy[0].words, Kind.LABEL, wordy[0].style
        )
    return kinds


def _read(
    grid: Grid,
    body: Sequence[int],
    shown: Sequence[Column],
    codes: Sequence[Column],
    values: Sequence[int],
    notes: Notes,
    table: Measure,
) -> Labelled:
    read = Labelled()
    carried = [""] * len(shown)
    section, before = "", -1
    for row in body:
        cells = [notes.bare(grid.said(row, c.number)) if grid.said(row, c.number) else "" for c in shown]
        held = any(grid.kind(row, c) in (Is.NUMBER, Is.MARK) for c in values)
        filled = [n for n, cell in enumerate(cells) if cell]
        if not held:
            section = _carry(cells, carried, filled, section, grid, row, shown, body, values)
            continue
        _fill(cells, carried, filled)
        if not any(cells):
            read.left.setdefault("rows of numbers have no label", []).append(row)
            continue
        why = _unlike(cells, shown, table)
        if why:
            read.left.setdefault(why, []).append(row)
            continue
        detail = next((n for n in reversed(range(len(cells))) if cells[n]), 0)
        apart = section and before >= 0 and row > before + 1 and is_total(cells[detail])
        read.sections.append("" if apart and not _within(read, section, cells) else section)
        read.rows.append(row)
        read.labels.append(cells)
        read.steps.append(grid.step(row, shown[detail].number))
        read.areas.append(next((a for c in codes if (a := area_level(grid.said(row, c.number))) is not None), None))
        before = row
    return read


def _within(read: Labelled, section: str, cells: list[str]) -> bool:
    """Whether a whole after a gap may be its section's: this has none yet, and an earlier one has."""
    own = any(held == cells for held, s in zip(read.labels, read.sections, strict=True) if s == section)
    return not own and any(held == cells for held in read.labels)


def _carry(
    cells: list[str],
    carried: list[str],
    filled: list[int],
    section: str,
    grid: Grid,
    row: int,
    shown: Sequence[Column],
    body: Sequence[int],
    values: Sequence[int],
) -> str:
    """A row of labels alone: the label that the rows below carry on, else the heading of a section, which is given."""
    if not filled:
        return section
    n = filled[-1]
    after = [r for r in body if r > row and any(grid.kind(r, c) in (Is.NUMBER, Is.MARK) for c in values)]
    if n < len(shown) - 1 and after and not grid.said(after[0], shown[n].number):
        carried[n] = cells[n]
        carried[n + 1 :] = [""] * (len(carried) - n - 1)
        return section
    return cells[n]


def _fill(cells: list[str], carried: list[str], filled: list[int]) -> None:
    """Put the labels that carry on from above into CELLS, before the last that the row has of its own."""
    last = filled[-1] if filled else -1
    for n in range(len(cells)):
        if cells[n]:
            if cells[n] != carried[n]:
                carried[n + 1 :] = [""] * (len(carried) - n - 1)
            carried[n] = cells[n]
        elif n < last and carried[n]:
            cells[n] = carried[n]


def _unlike(cells: Sequence[str], shown: Sequence[Column], table: Measure) -> str:
    """Why a row does not count what its table does, or ""."""
    said = [cell for cell, c in zip(cells, shown, strict=True) if c.kind is not Kind.NAMES_MEASURE and cell]
    if any(_BASE.search(cell) for cell in said) and not table.additive:
        return "rows tell the size of a sample, not what the table counts"
    timed = [cell for cell, c in zip(cells, shown, strict=True) if c.kind is Kind.TIME and cell]
    if any(heading(cell, None).changes and moment(cell) is None for cell in timed):
        return "rows tell a change, not what the table counts"
    if table.additive and any(re.match(r"%|per cent\b|percentage\b", cell, re.IGNORECASE) for cell in said):
        return "rows tell a share or a change, not what the table counts"
    return ""


def _timed(shown: Sequence[Column], read: Labelled, table: Measure) -> tuple[Dimension, list[int]] | None:
    places = [n for n, c in enumerate(shown) if c.kind is Kind.TIME]
    if not places:
        return None
    cells = [[labels[n] for n in places] for labels in read.labels]
    hands = []
    for at, n in enumerate(places):
        held = list(dict.fromkeys(row[at] for row in cells if row[at]))
        hands.append(Column(shown[n].number, shown[n].said, shown[n].words, Kind.TIME, style_of(shown[n].words, held)))
    clock = Clock(hands, [list(dict.fromkeys(row[at] for row in cells if row[at])) for at in range(len(places))])
    numbers: dict[Moment, int] = {}
    codes = [numbers.setdefault(clock.moment(row), len(numbers)) for row in cells]
    name = ", ".join(c.words for c in hands if c.words)
    return Dimension(name, Role.TIME, tuple(time_code(one, table.nature) for one in numbers)), codes


def _sections(read: Labelled, table: Measure) -> tuple[Dimension, list[int]]:
    labels = list(dict.fromkeys(s for s in read.sections if s))
    codes = [labels.index(s) if s else NO_CODE for s in read.sections]
    style = style_of("", labels)
    times = [moment(label, style) for label in labels]
    if all(times):
        return Dimension("", Role.TIME, tuple(time_code(one, table.nature) for one in times if one)), codes
    if sum(rated(label) for label in labels) * 2 > len(labels):
        return Dimension("", Role.MEASURE, tuple(measure_of(label).code(table) for label in labels)), codes
    made = tuple(Code(label, total=is_total(label)) for label in labels)
    return Dimension("", role_of("", labels), made), codes


def _lines(grid: Grid, read: Labelled, values: Sequence[int]) -> list[Series]:
    return [
        [grid.marks.read(grid.said(row, c)).value if grid.said(row, c) else None for c in values] for row in read.rows
    ]


def _steady(read: Labelled, shown: Sequence[Column], outer: Sequence[int]) -> list[tuple[str, ...]]:
    """For each row what its tree stands within: its section, its times, and labels of columns further out."""
    times = [*(n for n, c in enumerate(shown) if c.kind is Kind.TIME), *outer]
    return [(s, *(labels[n] for n in times)) for s, labels in zip(read.sections, read.labels, strict=True)]


def _labels(
    column: Column,
    place: int,
    outer: Sequence[int],
    read: Labelled,
    lines: Sequence[Series],
    last: bool,
    contexts: Sequence[tuple[str, ...]],
) -> tuple[Dimension, list[int]]:
    """One column of labels as a dimension; the last one, with the finest labels, may be in steps."""
    labels = [row[place] for row in read.labels]
    named = list(dict.fromkeys(label for label in labels if label))
    if column.kind is Kind.NAMES_MEASURE or (len(named) > 1 and 2 * sum(rated(label) for label in named) >= len(named)):
        codes = [named.index(label) if label else NO_CODE for label in labels]
        return Dimension(column.words, Role.MEASURE, tuple(measure_of(label).code(_NOTHING) for label in named)), codes
    above, whole = _tree(read, place, outer, lines, contexts) if last else ([None] * len(labels), set())
    keys: dict[tuple[str, ...], int] = {}
    paths = [_path(labels, above, n) for n in range(len(labels))]
    codes = [NO_CODE if not labels[n] else keys.setdefault(path, len(keys)) for n, path in enumerate(paths)]
    codes = [_empty(n, labels, outer, read, keys) if code == NO_CODE else code for n, code in enumerate(codes)]
    role = role_of(column.words, named)
    wholes = {paths[n] for n in whole} | {(named[n],) for n in (whole_of(named) if role is Role.PLACE else ())}
    wholes |= {(label,) for label in (() if last else _whole_labels(read, place))}
    return Dimension(column.words, role, _coded(keys, wholes)), codes


_NOTHING = Measure("")


def _path(labels: Sequence[str], above: Sequence[int | None], n: int) -> tuple[str, ...]:
    """A label with those that it stands under, its own first."""
    path = [labels[n]]
    at = above[n]
    while at is not None:
        path.append(labels[at])
        at = above[at]
    return tuple(path)


def _empty(
    n: int, labels: Sequence[str], outer: Sequence[int], read: Labelled, keys: dict[tuple[str, ...], int]
) -> int:
    """The code of an empty label: the whole, where the label before it calls itself that."""
    if any(read.labels[n][place] in _whole_labels(read, place) for place in outer):
        return keys.setdefault(("",), len(keys))
    return NO_CODE


def _coded(keys: dict[tuple[str, ...], int], wholes: set[tuple[str, ...]]) -> tuple[Code, ...]:
    made = []
    for path in keys:
        total = path in wholes or not path[0]
        parent = keys.get(path[1:]) if len(path) > 1 and path[1:] not in wholes and not total else None
        made.append(Code(path[0], total=total, parent=parent))
    return tuple(made)


def _tree(
    read: Labelled, place: int, outer: Sequence[int], lines: Sequence[Series], contexts: Sequence[tuple[str, ...]]
) -> tuple[list[int | None], set[int]]:
    """For each row the row that its label is a part of, and those whose label is the whole."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for n, context in enumerate(contexts):
        groups.setdefault(context, []).append(n)
    above: list[int | None] = [None] * len(contexts)
    whole: set[int] = set()
    for rows in groups.values():
        labels = [read.labels[n][place] for n in rows]
        steps = _steps(read, rows)
        tree = planted(labels, [lines[n] for n in rows] if lines else [], (), steps)
        totals = set(tree.totals) | _under_totals(read, rows, place, outer)
        for at, n in enumerate(rows):
            parent = tree.parents[at]
            parent = _of_group(read, rows, at, place, outer) if parent is None and outer else parent
            above[n] = None if parent is None or at in totals or parent in totals else rows[parent]
        whole |= {rows[at] for at in totals}
    if len(groups) > 1:
        _agreed(read, place, groups, above, whole)
    return above, whole


def _whole_labels(read: Labelled, place: int) -> frozenset[str]:
    """The labels of a column further out that are the whole: one that calls itself so and stands first or last."""
    if place not in read.whole:
        named = list(dict.fromkeys(row[place] for row in read.labels if row[place]))
        ends = (named[:1] + named[-1:]) if len(named) > 2 else []
        read.whole[place] = frozenset(n for n in named if is_total(n) or (n in ends and calls_total(n)))
    return read.whole[place]


def _steps(read: Labelled, rows: Sequence[int]) -> list[int]:
    areas = [read.areas[n] for n in rows]
    known = [a for a in areas if a is not None]
    if len(known) * 10 >= 8 * len(rows) and len(set(known)) > 1:
        return [a if a is not None else 0 for a in areas]
    return [read.steps[n] for n in rows]


def _under_totals(read: Labelled, rows: Sequence[int], place: int, outer: Sequence[int]) -> set[int]:
    """Rows whose label is the whole since the label before it is, too ("Total", "Total tactics")."""
    return {
        at
        for at, n in enumerate(rows)
        if calls_total(read.labels[n][place]) and any(read.labels[n][o] in _whole_labels(read, o) for o in outer)
    }


def _of_group(read: Labelled, rows: Sequence[int], at: int, place: int, outer: Sequence[int]) -> int | None:
    """The row of the same group, by the label before, that is its total ("South West", "Total South West")."""
    own = read.labels[rows[at]]
    if calls_total(own[place]):
        return None
    for other, n in enumerate(rows):
        held = read.labels[n]
        if (
            all(held[o] == own[o] for o in outer)
            and calls_total(held[place])
            and held[outer[-1]].lower() in held[place].lower()
        ):
            return other
    return None


def _agreed(
    read: Labelled,
    place: int,
    groups: dict[tuple[str, ...], list[int]],
    above: list[int | None],
    whole: set[int],
) -> None:
    """Give a label that comes in several contexts the same whole in all: the one that most of them prove.

    A label that comes several times in one context is told apart by which of these it is.
    """
    known = {n: key for rows in groups.values() for n, key in _ordinals(read, place, rows)}
    votes: dict[tuple[str, int], Counter[tuple[str, int]]] = {}
    for n, parent in enumerate(above):
        if parent is not None:
            votes.setdefault(known[n], Counter())[known[parent]] += 1
    called = {known[n] for n in whole}
    for rows in groups.values():
        by_key = {known[n]: n for n in rows}
        for n in rows:
            best = votes[known[n]].most_common(1)[0][0] if known[n] in votes else None
            free = best is not None and best not in called and known[n] not in called
            above[n] = by_key.get(best) if free and best is not None else None
            if known[n] in called:
                whole.add(n)


def _ordinals(read: Labelled, place: int, rows: Sequence[int]) -> list[tuple[int, tuple[str, int]]]:
    seen: Counter[str] = Counter()
    found = []
    for n in rows:
        label = read.labels[n][place]
        found.append((n, (label, seen[label])))
        seen[label] += 1
    return found


def _followed(made: Sequence[tuple[Dimension, list[int]]]) -> tuple[Dimension, ...]:
    """The dimensions, each told which other settles it in every row."""
    shown: list[Dimension] = []
    led: set[int] = set()
    for n, (dimension, codes) in enumerate(made):
        follows = None
        for m, (other, settling) in enumerate(made):
            if m == n or m in led or dimension.role is Role.TIME or other.role is Role.TIME or len(dimension.codes) < 2:
                continue
            seen: dict[int, int] = {}
            if len(other.codes) > len(dimension.codes) and all(
                settler != NO_CODE and seen.setdefault(settler, own) == own
                for settler, own in zip(settling, codes, strict=True)
            ):
                follows = m
                led.add(n)
                break
        shown.append(Dimension(dimension.name, dimension.role, dimension.codes, follows))
    return tuple(shown)


def _numbered(rows: Sequence[int]) -> str:
    shown = ", ".join(str(row + 1) for row in rows[:5])
    word = "row" if len(rows) == 1 else "rows"
    return f"{word} {shown}" + (f" and {len(rows) - 5:,} more" if len(rows) > 5 else "")
