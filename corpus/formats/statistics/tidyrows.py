"""The rows of a tidy table whose columns are known: what is found going through them, and their observations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from corpus.cube import NO_CODE, Dimension, Observation
from corpus.formats.statistics.by_programs import Blocks
from corpus.formats.statistics.clock import Clock
from corpus.formats.statistics.columns import Column
from corpus.formats.statistics.ending_time import Parted
from corpus.formats.statistics.measures import is_rate
from corpus.formats.statistics.moments import Moment
from corpus.formats.statistics.readings import NO_READING, Marks, Reading
from corpus.formats.statistics.settling import Settling
from corpus.formats.statistics.stored import Sheet
from corpus.records import Qualifier

__all__ = ["Labels", "Observations", "Plan", "Twice"]


@dataclass
class Plan:
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
    parted: Parted = field(default_factory=dict)
    """By column, the time that the headings of measures tell beside what they count ("Crews 2012", "Crews 2014")."""
    blocks: Blocks = field(default_factory=dict)
    """By column, the band of the block of columns that it stands in ("Eligible 25 to 49", "Screened")."""
    times: dict[tuple[str, ...], Moment] = field(default_factory=dict)
    settling: Settling = field(default_factory=lambda: Settling(0))
    rows: int = 0
    unread: dict[int, list[str]] = field(default_factory=dict)
    read: dict[int, int] = field(default_factory=dict)

    @property
    def counted(self) -> list[str]:
        """What the measures count, each once, by its heading without a time."""
        return list(dict.fromkeys(self.heading(c) for c in self.measures))

    def heading(self, column: Column) -> str:
        """The heading of a measure, without the time or the band that it tells."""
        if column.number in self.blocks:
            return self.blocks[column.number][1]
        told = self.parted.get(column.number)
        return told[1][0] if told is not None else column.said

    @property
    def heads_of_time(self) -> dict[Moment, int]:
        """The times that the headings of measures tell, numbered in their order."""
        found = (self.parted[c.number][0] for c in self.measures if c.number in self.parted)
        return {one: n for n, one in enumerate(dict.fromkeys(found))}

    @property
    def bands(self) -> list[str]:
        """The bands that blocks of measures are of, each once."""
        return list(dict.fromkeys(self.blocks[c.number][0] for c in self.measures if c.number in self.blocks))

    def of_column(self, column: Column) -> tuple[int, ...]:
        """The codes that a measure's own heading settles: its time and its band, where headings tell such, and what it
        counts."""
        times, bands, counted = self.heads_of_time, self.bands, self.counted
        told, block = self.parted.get(column.number), self.blocks.get(column.number)
        when = ((NO_CODE if told is None else times[told[0]]),) if times else ()
        band = ((NO_CODE if block is None else bands.index(block[0])),) if bands else ()
        return when + band + ((counted.index(self.heading(column)),) if len(counted) > 1 else ())


@dataclass(frozen=True, slots=True)
class Labels:
    """A dimension as it is made: the column (None for time), its codes' numbers by label, and what it becomes."""

    place: int | None
    known: dict[str, int]
    made: Dimension
    more: tuple[tuple[int, dict[str, int]], ...] = ()
    """The other columns, with their labels' numbers, that tell it where the first says that a row is of the whole."""


class Observations:
    """The observations of a planned table, in the sheet's order, each time they are asked for."""

    def __init__(self, plan: Plan, dims: Sequence[Labels], times: dict[tuple[str, ...], int]) -> None:
        self._plan = plan
        self._dims = [(plan.labels[d.place or 0].number, d.known) for d in dims]
        told = ((at, place, known) for at, d in enumerate(dims) for place, known in d.more)
        self._more = [(at, plan.labels[place].number, known) for at, place, known in told]
        self._times = times

    def __iter__(self) -> Iterator[Observation]:
        plan, read = self._plan, self._plan.marks.read
        several = len(plan.measures) > 1
        columns = [(c.number, plan.of_column(c)) for c in plan.measures]
        status = plan.status.number if plan.status else None
        rates = frozenset(c.number for c in plan.measures if is_rate(plan.heading(c)))
        for row, cells, codes in self._rows():
            row_start, row_end = plan.sheet.bounds(row)
            starts = _starts(cells, row_start)
            for number, measure in columns:
                at, cell = number, cells[number] if number < len(cells) else ""
                if not cell and status is None:
                    continue
                reading = read(cell)
                if not cell.strip() and status is not None and status < len(cells):
                    at, cell = status, cells[status]
                    reading = read(cell)._replace(status="") if cell.strip() else NO_READING
                    reading = reading if reading.value is None else NO_READING
                if reading is NO_READING:
                    continue
                if number in rates and reading.value is not None and reading.value < 0 and self._hides(cells):
                    reading = Reading(None, Qualifier.SUPPRESSED, cell.strip())  # a code in a withheld rate's place
                start = starts[at] + len(cell) - len(cell.lstrip())
                yield Observation(
                    codes + measure,
                    plan.sheet.held(row, number, reading.value),
                    reading.qualifier,
                    start,
                    starts[at] + len(cell.rstrip()),
                    row_start,
                    row_end,
                    row + 1,
                    (number if several else at) + 1,  # one mark may stand for several empty cells of its row
                    reading.mark,
                    reading.status,
                )

    def _hides(self, cells: Sequence[str]) -> bool:
        """Whether a row withholds one of its numbers."""
        said = (cells[c.number] for c in self._plan.measures if c.number < len(cells))
        return any(self._plan.marks.read(cell).qualifier is Qualifier.SUPPRESSED for cell in said if cell)

    def _rows(self) -> Iterator[tuple[int, list[str], tuple[int, ...]]]:
        """Each row that has labels, with its number, its cells and the codes of its labels."""
        plan = self._plan
        clock = plan.clock.numbers if plan.clock else []
        width = max([n for n, _ in self._dims] + [n for _, n, _ in self._more] + clock + [0]) + 1
        for row, cells in plan.sheet.rows(plan.first, plan.last):
            padded = cells if len(cells) >= width else cells + [""] * (width - len(cells))
            codes = tuple([known.get(padded[n].strip(), NO_CODE) for n, known in self._dims])
            for at, n, known in self._more:
                if codes[at] == 0 and (other := known.get(padded[n].strip(), 0)):
                    codes = (*codes[:at], other, *codes[at + 1 :])
            if clock:
                time = self._times.get(tuple([padded[n] for n in clock]))
                if time is None:
                    continue
                codes = (time, *codes)
            yield row, cells, codes

    def comes_to_others(self, at: int, whole: int, counts: Callable[[tuple[int, ...]], bool]) -> bool:
        """Whether the numbers of the code WHOLE, on the dimension AT, are those of all its other codes together, as
        near as their rounding lets them be. COUNTS tells whether a number with these codes adds up at all."""
        held: dict[tuple[int, ...], dict[int, Decimal | None]] = {}
        for one in self:
            if counts(one.codes):
                rest = (*one.codes[:at], *one.codes[at + 1 :])
                held.setdefault(rest, {})[one.codes[at]] = one.value
        size = max((len(some) for some in held.values()), default=0)
        full = [some for some in held.values() if len(some) == size and whole in some and None not in some.values()]
        sums = [
            (some[whole], sum((v for n, v in some.items() if n != whole and v is not None), Decimal(0)))
            for some in full
        ]
        step = _step([v for some in full for v in some.values() if v is not None])
        near = [a is not None and abs(a - b) <= step * size / 2 for a, b in sums]
        return len(near) >= _PROVED and all(near)

    def twice(self) -> Twice | None:
        """The rows that have the labels of one before them; None where no row has."""
        seen: dict[int, int] = {}
        first, rows = None, 0
        measures = [c.number for c in self._plan.measures]
        for row, cells, codes in self._rows():
            if not any(n < len(cells) and cells[n].strip() for n in measures):
                continue
            before = seen.setdefault(hash(codes), row)
            if before != row:
                first, rows = first or (before + 1, row + 1), rows + 1
        return Twice(first, rows) if first else None


class Twice(NamedTuple):
    """The first two rows of a table that have the same labels, and how many rows have those of one before them."""

    first: tuple[int, int]
    rows: int

    def few(self, of: int) -> bool:
        """Whether they are so few of all rows that what tells rows apart is understood."""
        return self.rows <= _FEW * of

    @property
    def kept(self) -> str:
        """What is said of them where the table is read all the same."""
        one, other = self.first
        return (
            f"rows {one} and {other} have the same labels, and a figure that would be of only one of them is not given"
        )

    @property
    def said(self) -> str:
        one, other = self.first
        return f"rows {one} and {other} have the same labels, and nothing tells which of them counts what"


_FEW = 0.02
_PROVED = 3
"""So many sums at least prove that a label is the whole of the others."""
_STEPS = (1_000, 500, 100, 50, 10, 5)


def _step(values: Sequence[Decimal]) -> Decimal:
    """To what VALUES are rounded, as all of them show; nought where nothing shows that they are."""
    return Decimal(next((step for step in _STEPS if values and all(v % step == 0 for v in values)), 0))


def _starts(cells: Sequence[str], at: int) -> list[int]:
    starts = []
    for cell in cells:
        starts.append(at)
        at += len(cell) + 1
    return starts
