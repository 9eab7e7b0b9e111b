"""A tidy table, one row an observation or a few: columns of labels and times on the left, measures beside them.

The rows are gone through twice and never held: first to number the labels and to prove what the columns are, then,
when the dataset is put in, to give the observations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.cube import MOST_DIMENSIONS, NO_CODE, Code, Dataset, Dimension, Observation, Role
from corpus.formats.statistics.block import Found, Told
from corpus.formats.statistics.clock import Clock, time_code
from corpus.formats.statistics.columns import Column, Kind, columns_of, role_of
from corpus.formats.statistics.levels import Levels
from corpus.formats.statistics.measures import Measure, measure_of
from corpus.formats.statistics.moments import Moment
from corpus.formats.statistics.readings import NO_READING, Marks
from corpus.formats.statistics.settling import Settling
from corpus.formats.statistics.stored import Sheet
from corpus.formats.statistics.totals import is_total, whole_of
from corpus.records import Nature

__all__ = ["tidy"]

_SAMPLE = 2_000
_UNREAD = 0.02
"""A measure of which more cells than this share are words is not understood."""
_LABELS = (Kind.LABEL, Kind.CODE, Kind.LEVEL, Kind.NAMES_MEASURE, Kind.UNIT)


@dataclass
class _Plan:
    """What the columns are, and what the first going through the rows has found in them."""

    sheet: Sheet
    first: int
    last: int
    columns: tuple[Column, ...]
    marks: Marks
    labels: list[Column]
    measures: list[Column]
    status: Column | None
    clock: Clock | None
    numbers: list[dict[str, int]]
    times: dict[tuple[str, ...], Moment] = field(default_factory=dict)
    settling: Settling = field(default_factory=lambda: Settling(0))
    rows: int = 0
    unread: dict[int, list[str]] = field(default_factory=dict)
    read: dict[int, int] = field(default_factory=dict)


def tidy(sheet: Sheet, header: int, first: int, last: int, told: Told, marks: Marks) -> Found:
    """The rows FIRST to LAST of SHEET, under the one row of headings HEADER, as a dataset."""
    plan = _planned(sheet, header, first, last, marks)
    if isinstance(plan, str):
        return Found(None, (plan,))
    _go_through(plan)
    fault = _fault(plan)
    if fault:
        return Found(None, (fault,))
    return _dataset(plan, told, header)


def _planned(sheet: Sheet, header: int, first: int, last: int, marks: Marks) -> _Plan | str:
    step = max(1, (last - first + 1) // _SAMPLE)
    sample = [sheet.cells(row) for row in range(first, last + 1, step)]
    columns = columns_of(sheet.cells(header), sample, marks)
    labels = [c for c in columns if c.kind in _LABELS]
    measures = [c for c in columns if c.kind is Kind.MEASURE]
    hands = [c for c in columns if c.kind is Kind.TIME]
    if not measures:
        return "no column holds numbers that count something"
    if not labels and not hands:
        return "no column says what its numbers are of"
    held = [
        list(dict.fromkeys(row[c.number] for row in sample if len(row) > c.number and row[c.number])) for c in hands
    ]
    clock = Clock(hands, held) if hands else None
    status = next((c for c in columns if c.kind is Kind.STATUS), None)
    numbers: list[dict[str, int]] = [{} for _ in labels]
    return _Plan(sheet, first, last, columns, marks, labels, measures, status, clock, numbers)


def _go_through(plan: _Plan) -> None:
    """Number every label, read every cell, and see which columns settle others."""
    width = len(plan.columns)
    places = [c.number for c in plan.labels]
    clock = plan.clock.numbers if plan.clock else []
    plan.settling = Settling(len(places))
    combined: set[int] = set()
    for row, cells in plan.sheet.rows(plan.first, plan.last):
        if len(cells) < width:
            cells += [""] * (width - len(cells))
        if not _measured(plan, row, cells):
            continue
        plan.rows += 1
        labels = tuple([cells[n].strip() for n in places])
        if hash(labels) not in combined:
            combined.add(hash(labels))
            _number(plan, labels)
        if clock:
            time = tuple([cells[n] for n in clock])
            if time not in plan.times and plan.clock:
                plan.times[time] = plan.clock.moment(time)


def _number(plan: _Plan, labels: tuple[str, ...]) -> None:
    for known, label in zip(plan.numbers, labels, strict=True):
        if label not in known:
            known[label] = len(known)
    plan.settling.see(labels)


def _measured(plan: _Plan, row: int, cells: list[str]) -> bool:
    """Whether the row has a value or a mark; cells that hold neither are noted."""
    any_read = False
    for column in plan.measures:
        cell = cells[column.number]
        if not cell:
            continue
        if cell.isdigit() or plan.marks.read(cell) is not NO_READING:
            any_read = True
            plan.read[column.number] = plan.read.get(column.number, 0) + 1
        elif cell.strip():
            plan.unread.setdefault(column.number, []).append(f"{row + 1}")
    return any_read


def _fault(plan: _Plan) -> str:
    for column in plan.measures:
        unread, read = len(plan.unread.get(column.number, ())), plan.read.get(column.number, 0)
        if unread > _UNREAD * (unread + read):
            return f"the column {column.said!r} holds words among its numbers in {unread:,} of {unread + read:,} rows"
    return "" if plan.rows else "none of its rows holds a number"


@dataclass(frozen=True, slots=True)
class _Dim:
    """A dimension as it is made: the column (None for time), its codes' numbers by label, and what it becomes."""

    place: int | None
    known: dict[str, int]
    made: Dimension


def _dataset(plan: _Plan, told: Told, header: int) -> Found:
    table = _table_measure(plan, told)
    kept = _kept(plan)
    levels = Levels.of(plan.sheet.rows(plan.first, plan.last), plan.columns, [plan.labels[n] for n in kept])
    dims = [_labelled(plan, n, levels) for n in kept if not levels.settled(plan.labels[n])]
    dims = _following(plan, dims)
    shown = [d.made for d in dims]
    nature = table.nature or _common_nature(plan)
    if plan.clock:
        times, found = _timed(plan, nature)
        shown.insert(0, times)
    else:
        found = {}
    if len(plan.measures) > 1:
        codes = tuple(measure_of(c.said).code(table) for c in plan.measures)
        shown.append(Dimension("", Role.MEASURE, codes))
    if len(shown) > MOST_DIMENSIONS:
        return Found(
            None, (f"it has {len(shown)} columns of labels, more than the {MOST_DIMENSIONS} that are understood",)
        )
    observations = _Observations(plan, dims, found)
    twice = observations.twice()
    if twice:
        return Found(None, (twice,))
    return Found(_made(plan, told, table, shown, observations, header, nature), _untold(plan))


def _table_measure(plan: _Plan, told: Told) -> Measure:
    if len(plan.measures) > 1:
        natures = {measure_of(c.said).nature for c in plan.measures}
        nature = natures.pop() if len(natures) == 1 else None
        return replace(told.measure, nature=told.measure.nature or nature)
    return measure_of(plan.measures[0].said).over(told.measure)


def _common_nature(plan: _Plan) -> Nature | None:
    return None if len(plan.measures) > 1 else measure_of(plan.measures[0].said).nature


def _kept(plan: _Plan) -> list[int]:
    """The columns of labels that are dimensions: not a code that a name settles, nor a unit that all share."""
    every = range(len(plan.labels))
    kept = []
    for n in every:
        column = plan.labels[n]
        names = [m for m in every if m != n and plan.labels[m].kind is not Kind.CODE]
        coded = column.kind is Kind.CODE and any(plan.settling.settles(m, n) for m in names)
        shared = column.kind is Kind.UNIT and len(plan.numbers[n]) == 1
        if not coded and not shared:
            kept.append(n)
    return kept


def _labelled(plan: _Plan, n: int, levels: Levels) -> _Dim:
    column, known = plan.labels[n], dict(plan.numbers[n])
    empty = "" in known
    whole = levels.proved(column)
    if empty and not whole:
        known = {label: i for i, label in enumerate(label for label in known if label)}
    labels = tuple(known)
    role = Role.MEASURE if column.kind is Kind.NAMES_MEASURE else role_of(column.words, labels)
    wholes = whole_of(labels) if role is Role.PLACE else frozenset()
    codes = tuple(Code(label, total=not label or is_total(label) or i in wholes) for i, label in enumerate(labels))
    if role is Role.MEASURE:
        codes = tuple(measure_of(label).code(Measure("")) for label in labels)
    return _Dim(n, known, Dimension(column.words, role, codes))


def _following(plan: _Plan, dims: list[_Dim]) -> list[_Dim]:
    """DIMS, each told which other settles it, and with that one's role where it tells of people."""
    offset = 1 if plan.clock else 0
    places = [d.place or 0 for d in dims]
    sizes = [len(known) for known in plan.numbers]
    led: dict[int, int] = {}
    made = []
    for d in dims:
        leader = plan.settling.leader(d.place or 0, [n for n in places if led.get(n) != d.place], sizes)
        if leader is None or "" in plan.numbers[leader] or "" in d.known:
            made.append(d)
            continue
        led[d.place or 0] = leader
        at = places.index(leader)
        role = dims[at].made.role if dims[at].made.role is Role.CATEGORY else d.made.role
        made.append(replace(d, made=replace(d.made, follows=at + offset, role=role)))
    return made


def _timed(plan: _Plan, nature: Nature | None) -> tuple[Dimension, dict[tuple[str, ...], int]]:
    """The dimension of time, and the number of its code by the cells that tell it."""
    numbers: dict[Moment, int] = {}
    found = {cells: numbers.setdefault(one, len(numbers)) for cells, one in plan.times.items()}
    codes = tuple(time_code(one, nature) for one in numbers)
    return Dimension(plan.clock.name if plan.clock else "", Role.TIME, codes), found


def _untold(plan: _Plan) -> tuple[str, ...]:
    said = []
    for number, rows in plan.unread.items():
        where = ", ".join(rows[:5]) + (f" and {len(rows) - 5:,} more" if len(rows) > 5 else "")
        said.append(
            f"the column {plan.columns[number].said!r} holds words where a number is looked for, in row {where}"
        )
    undated = [one.words for one in plan.times.values() if one.period is None and one.day is None]
    if undated:
        shown = ", ".join(dict.fromkeys(undated[:3]))
        said.append(f"{len(set(undated)):,} of its times may be read in more than one way and are not dated: {shown}")
    return tuple(said)


def _made(
    plan: _Plan,
    told: Told,
    table: Measure,
    shown: Sequence[Dimension],
    observations: _Observations,
    header: int,
    nature: Nature | None,
) -> Dataset:
    single = len(plan.measures) == 1
    return Dataset(
        "",
        "",
        told.title,
        table.words if single else (told.measure.words or told.title),
        tuple(shown),
        observations,
        table.unit or "",
        table.scale,
        nature or Nature.UNKNOWN,
        table.additive,
        told.geography,
        None if plan.clock else told.period,
        None if plan.clock else told.as_at,
        told.standing,
        told.sheet,
        told.title_at,
        plan.sheet.span(header, header),
        told.notes,
        plan.rows,
    )


class _Observations:
    """The observations of a planned table, in the sheet's order, each time they are asked for."""

    def __init__(self, plan: _Plan, dims: Sequence[_Dim], times: dict[tuple[str, ...], int]) -> None:
        self._plan = plan
        self._dims = [(plan.labels[d.place or 0].number, d.known) for d in dims]
        self._times = times

    def __iter__(self) -> Iterator[Observation]:
        plan, read = self._plan, self._plan.marks.read
        several = len(plan.measures) > 1
        columns = [(c.number, (m,) if several else ()) for m, c in enumerate(plan.measures)]
        status = plan.status.number if plan.status else None
        for row, cells, codes in self._rows():
            row_start, row_end = plan.sheet.bounds(row)
            starts = _starts(cells, row_start)
            for number, measure in columns:
                cell = cells[number] if number < len(cells) else ""
                if not cell and status is None:
                    continue
                reading = read(cell)
                if not cell.strip() and status is not None and status < len(cells):
                    number, cell = status, cells[status]
                    reading = read(cell)._replace(status="") if cell.strip() else NO_READING
                    reading = reading if reading.value is None else NO_READING
                if reading is NO_READING:
                    continue
                start = starts[number] + len(cell) - len(cell.lstrip())
                yield Observation(
                    codes + measure,
                    reading.value,
                    reading.qualifier,
                    start,
                    starts[number] + len(cell.rstrip()),
                    row_start,
                    row_end,
                    row + 1,
                    number + 1,
                    reading.mark,
                    reading.status,
                )

    def _rows(self) -> Iterator[tuple[int, list[str], tuple[int, ...]]]:
        """Each row that has labels, with its number, its cells and the codes of its labels."""
        plan = self._plan
        clock = plan.clock.numbers if plan.clock else []
        width = max([n for n, _ in self._dims] + clock + [0]) + 1
        for row, cells in plan.sheet.rows(plan.first, plan.last):
            padded = cells if len(cells) >= width else cells + [""] * (width - len(cells))
            codes = tuple([known.get(padded[n].strip(), NO_CODE) for n, known in self._dims])
            if clock:
                time = self._times.get(tuple([padded[n] for n in clock]))
                if time is None:
                    continue
                codes = (time, *codes)
            yield row, cells, codes

    def twice(self) -> str:
        """What is wrong where two rows tell of the same: something that is not understood tells them apart."""
        seen: dict[int, int] = {}
        measures = [c.number for c in self._plan.measures]
        for row, cells, codes in self._rows():
            if not any(n < len(cells) and cells[n].strip() for n in measures):
                continue
            before = seen.setdefault(hash(codes), row)
            if before != row:
                return (
                    f"rows {before + 1} and {row + 1} have the same labels, and nothing tells which of them counts what"
                )
        return ""


def _starts(cells: Sequence[str], at: int) -> list[int]:
    starts = []
    for cell in cells:
        starts.append(at)
        at += len(cell) + 1
    return starts
