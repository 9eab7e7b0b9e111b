"""A table with headings of one or several rows over its values, and labels in one or several columns beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.cube import MOST_DIMENSIONS, Code, Dataset, Dimension, Observation, Role
from corpus.extract.headings import heading
from corpus.formats.statistics.across import across
from corpus.formats.statistics.banner import lines_of
from corpus.formats.statistics.block import Found, Told
from corpus.formats.statistics.columns import Kind, columns_of, identifying
from corpus.formats.statistics.grid import Grid, Is
from corpus.formats.statistics.headers import Headings, headings_of
from corpus.formats.statistics.measures import Measure, measure_of, rates_apart
from corpus.formats.statistics.named import named_by_whole
from corpus.formats.statistics.named_for_rows import file_says
from corpus.formats.statistics.notes import Notes
from corpus.formats.statistics.readings import NO_READING
from corpus.formats.statistics.rowlabels import Down, Side, down
from corpus.formats.statistics.seasons import in_season
from corpus.formats.statistics.segments import Segment, coded, titles_over
from corpus.formats.statistics.stacked import said_of
from corpus.formats.statistics.sums import Series
from corpus.formats.statistics.titles import About, is_unit, time_of_heading
from corpus.formats.statistics.totals import is_total
from corpus.formats.statistics.trees import Known, is_bound
from corpus.formats.statistics.undated import undated
from corpus.formats.statistics.vocabulary import vocabulary
from corpus.formats.statistics.yearly import ending, on_day
from corpus.patterns import regex
from corpus.records import Nature, Span

__all__ = ["wide"]

_UNREAD = 0.1
_FEW = 6
_SEVERAL = 4


@dataclass(frozen=True, slots=True)
class _Shape:
    """Which columns of a segment hold labels, which values, and which of its rows hold values."""

    labels: tuple[int, ...]
    values: tuple[int, ...]
    rows: tuple[int, ...]
    body: tuple[int, ...]


def wide(
    grid: Grid, one: Segment, told: Told, book: About, notes: Notes, known: Known, shared: About | None = None
) -> Found:
    """The segment ONE of a sheet as a dataset; BOOK is what its workbook says of all its tables, KNOWN what they prove.

    SHARED is what the main title of its sheet says, where this is a further table below it.
    """
    shape = _shape(grid, one)
    if not shape.values:
        return Found(None, ("none of its columns holds numbers that count something",))
    headings = headings_of(grid, one, shape.labels, shape.values, notes)
    if headings.fault:
        return Found(None, (headings.fault,))
    if (not shape.labels and not _lone_row(headings, shape)) or _only_units(grid, shape):
        return Found(None, ("no column says what its numbers are of",))
    if not any(headings.paths.values()) and len(shape.values) > 1:
        return Found(None, ("its columns have no headings, or they are a picture",))
    lines = lines_of([[notes.bare(said) for said in row] for row in titles_over(grid, one)])
    said = said_of(lines, headings, book, shared)
    titled = _titled(told, said)
    if not said.title and not titled.measure.words:
        labels = [" ".join(grid.said(row, c) for c in shape.labels) for row in shape.rows]
        titled = replace(
            titled, title=file_says(told.file, titled.title, labels, headings.paths.values()) or titled.title
        )
    found = _dataset(grid, one, shape, headings, titled, notes, known)
    if found.dataset is None:
        return found
    return replace(found, dataset=in_season(ending(on_day(found.dataset, lines), lines), lines))


def _only_units(grid: Grid, shape: _Shape) -> bool:
    """Whether all that stands before the numbers of a form is their unit ("£ thousand"), which says nothing of what."""
    said = [w for row in shape.rows for c in shape.labels if (w := grid.said(row, c))]
    return bool(said) and all(map(is_unit, said))


def _lone_row(headings: Headings, shape: _Shape) -> bool:
    """Whether a table is one row of numbers, each under a heading of its own, which say what they are of."""
    return len(shape.rows) == 1 and len(shape.values) > 1 and all(headings.paths.values())


def _titled(told: Told, said: About) -> Told:
    title = said.title or told.title
    measure = said.measure if said.title else told.measure
    period = said.period or (None if said.title or said.as_at else told.period)
    place = said.geography or ("" if said.title else told.geography)
    return replace(told, title=title, measure=measure, geography=place, period=period, as_at=said.as_at)


def _shape(grid: Grid, one: Segment) -> _Shape:
    left, right = one.columns
    every = range(left, right + 1)
    body = tuple(row for row in one.body if not coded(grid, row))
    rows = [row for row in body if any(grid.kind(row, c) in (Is.NUMBER, Is.MARK) for c in every)]
    heads = ["".join(grid.said(row, c) for row in one.headings[-1:]) for c in every]
    kinds = columns_of(heads, [[grid.said(row, c) for c in every] for row in rows], grid.marks)
    labels: list[int] = []
    values: list[int] = []
    for c, column in zip(every, kinds, strict=True):
        numbers = [row for row in rows if grid.kind(row, c) is Is.NUMBER]
        marks = sum(1 for row in rows if grid.kind(row, c) is Is.MARK)
        words = sum(1 for row in rows if grid.kind(row, c) is Is.WORDS)
        years = bool(numbers) and not words and all(grid.is_time(row, c) for row in numbers)
        named = column.kind in (Kind.TIME, Kind.CODE, Kind.LABEL, Kind.LEVEL) or years
        named = named or (not labels and c < right and _heads_sections(grid, one, body, c, rows))
        if not values and (named or words > len(numbers) + marks):
            labels.append(c)
        elif identifying([grid.said(row, c) for row in numbers]) or _is_stray(
            grid, one, c, len(numbers) + marks, len(rows)
        ):
            continue
        elif (numbers or (marks and values)) and words <= _unread(len(numbers) + marks, words):
            values.append(c)
    if labels and not values and len(labels) > 1:
        labels, values = _all_years(grid, labels, rows)
    parts = [row for row in rows if not any(is_total(grid.said(row, c)) for c in labels)]
    behind = [c for c in every if values and labels and c > values[-1]]
    labels.extend(c for c in behind if _of_places(grid, heads[c - left], c, parts))
    return _Shape(tuple(labels), tuple(values), tuple(rows), body)


def _is_stray(grid: Grid, one: Segment, column: int, held: int, rows: int) -> bool:
    """Whether a column holds a few numbers that nothing heads, in a table of many rows: left over from working it out,
    and mostly noughts that the sheet does not show."""
    headed = any(
        (grid.said(row, column) and not is_unit(grid.said(row, column))) or (row, column) in grid.covered
        for row in one.headings
    )
    return not headed and rows >= _MANY and held <= _STRAY * rows


_MANY, _STRAY = 10, 0.2


def _of_places(grid: Grid, said: str, column: int, rows: Sequence[int]) -> bool:
    """Whether a column of words behind the values says in which area each row's place lies ("Region")."""
    held = [grid.said(row, column) for row in rows if grid.kind(row, column) is Is.WORDS]
    areas = vocabulary().places.search(said) is not None and len(held) >= _NEARLY_ALL * len(rows)
    return areas and 1 < len(set(held)) <= len(held) / 2


_NEARLY_ALL = 0.95


def _heads_sections(grid: Grid, one: Segment, body: Sequence[int], column: int, rows: Sequence[int]) -> bool:
    """Whether a column is empty beside all numbers, and heads them in rows of its own ("Wales", then its years)."""
    if any(grid.said(row, column) for row in rows):
        return False
    return sum(1 for row in (*one.headings[-1:], *body) if grid.kind(row, column) is Is.WORDS) > 1


def _unread(read: int, words: int) -> float:
    """How many cells of words a column of values may have: one where several are read, and a tenth of many."""
    return max(_UNREAD * (read + words), int(read >= _SEVERAL))


def _all_years(grid: Grid, labels: list[int], rows: Sequence[int]) -> tuple[list[int], list[int]]:
    """Where every number may be a year, those right of the words are values after all."""
    wordy = [c for c in labels if any(grid.kind(row, c) is Is.WORDS for row in rows)]
    if not wordy:
        return labels[:1], labels[1:]
    return [c for c in labels if c <= wordy[-1]], [c for c in labels if c > wordy[-1]]


def _dataset(
    grid: Grid, one: Segment, shape: _Shape, headings: Headings, told: Told, notes: Notes, known: Known
) -> Found:
    table = rates_apart(_headed(headings, _estimated(grid, shape, told.measure)), headings.paths.values())
    headings = _less_unit_of_all(headings, table)
    lines = {c: _line(grid, shape.rows, c) for c in shape.values}
    columns = undated(across(headings.paths, lines, table, table.words or told.title, known, told.period), told.period)
    body = sorted((*headings.sections, *shape.body))
    added = [c for c in shape.values if measure_of(" ".join(headings.paths[c])).over(table).additive]
    side = Side(shape.labels, headings.labels, shape.values, added)
    rows = down(grid, body, side, notes, table, known)
    table, rows = _row_of_one_count(table, rows)
    if not columns.dimensions and len(columns.codes) == 1:
        path = headings.paths[next(iter(columns.codes))]
        table = _alone(path, table, told.title)
        if told.period is None and told.as_at is None:
            period, as_at = time_of_heading(" ".join(path))
            told = replace(told, period=period, as_at=as_at)
    sides = (_of_one_clock(rows, columns.dimensions), columns.dimensions)
    dimensions = named_by_whole(_one_of_measures(*sides), table.words or told.title)
    if not columns.codes or not rows.codes:
        return Found(None, (*columns.left, *rows.left) or ("nothing says what its numbers are of",))
    if not dimensions or len(dimensions) > MOST_DIMENSIONS:
        return Found(None, (f"it has {len(dimensions)} sets of labels",))
    status = {c: heading(" ".join(p), None).status or _state(p) for c in columns.codes for p in [headings.paths[c]]}
    observations = _Observations(grid, rows, columns.codes, shape.labels, status)
    if 3 * len(rows.codes) < 2 * len(shape.rows):
        return Found(None, ("too many of its rows have no label of their own", *rows.left))
    if observations.sparse():
        return Found(None, ("most of its cells are empty",))
    twice = observations.twice()
    if twice:
        return Found(None, (twice,))
    unread = tuple(observations.unread())
    named = () if not one.unlabelled else (f"numbers in row {one.unlabelled[0] + 1} have no label",)
    made = _made(grid, one, told, table, dimensions, observations, notes)
    return Found(made, (*columns.left, *rows.left, *unread, *named))


_COUNT = regex(r"(?:(?:grand |overall )?total )?(?:number|count) of (?P<what>[a-z].+)", re.IGNORECASE)


def _row_of_one_count(table: Measure, rows: Down) -> tuple[Measure, Down]:
    """What a table of one row counts, where its label says it ("Total number of launches"): that, whatever its title
    says of the tables below it; the row then needs no label."""
    label = rows.dimensions[0].codes[0].words if len(rows.codes) == 1 and len(rows.dimensions) == 1 else ""
    counts = _COUNT.fullmatch(label)
    if counts is None or rows.dimensions[0].role is not Role.CATEGORY:
        return table, rows
    what = counts["what"]
    return replace(table, words=f"Number of {what}"), Down((), dict.fromkeys(rows.codes, ()), rows.left)


def _estimated(grid: Grid, shape: _Shape, table: Measure) -> Measure:
    """What TABLE counts: where its rows give the bounds of estimates, nothing that adds up."""
    bounded = any(is_bound(grid.said(row, c)) for row in shape.rows for c in shape.labels)
    return replace(table, additive=table.additive and not bounded)


def _headed(headings: Headings, table: Measure) -> Measure:
    """What TABLE counts: in the one unit that the headings of all its columns name, where nothing else says it."""
    own = {(one.unit, one.scale) for path in headings.paths.values() for one in [measure_of(" ".join(path))]}
    unit, scale = own.pop() if len(own) == 1 and len(headings.paths) > 1 else (None, 1)
    told = table.unit is None and unit not in (None, "%", "percentage points")
    return replace(table, unit=unit, scale=scale) if told else table


def _less_unit_of_all(headings: Headings, table: Measure) -> Headings:
    """HEADINGS without the unit that stands lowest in all of them and is the table's own ("£")."""
    lowest = {path[-1] if len(path) > 1 else "" for path in headings.paths.values()}
    said = lowest.pop() if len(lowest) == 1 else ""
    if not said or not is_unit(said) or measure_of(said).unit != table.unit:
        return headings
    return replace(headings, paths={c: path[:-1] for c, path in headings.paths.items()})


def _one_of_measures(rows: Sequence[Dimension], columns: Sequence[Dimension]) -> tuple[Dimension, ...]:
    """The dimensions of a table: where its rows name what is counted, its columns are sorts of that."""
    if not any(d.role is Role.MEASURE for d in rows):
        return (*rows, *columns)
    plain = (
        replace(d, role=Role.CATEGORY, codes=tuple(Code(c.words) for c in d.codes)) if d.role is Role.MEASURE else d
        for d in columns
    )
    return (*rows, *plain)


def _of_one_clock(rows: Down, columns: Sequence[Dimension]) -> tuple[Dimension, ...]:
    """The dimensions of ROWS: where the columns are of dated times, a day beside labels that tell each row apart by
    themselves ("Form sent") is one more thing that is told of a row, and not when its values are of."""
    dated = any(d.role is Role.TIME and all(c.period or c.as_at for c in d.codes) for d in columns)
    apart = any(d.role is not Role.TIME and len(d.codes) == len(rows.codes) > 1 for d in rows.dimensions)
    if not dated or not apart:
        return rows.dimensions
    return tuple(
        replace(d, role=Role.CATEGORY, codes=tuple(Code(c.words) for c in d.codes)) if d.role is Role.TIME else d
        for d in rows.dimensions
    )


def _line(grid: Grid, rows: Sequence[int], column: int) -> Series:
    held = grid.sheet.held
    return [held(row, column, grid.marks.read(w).value) if (w := grid.said(row, column)) else None for row in rows]


def _alone(path: tuple[str, ...], table: Measure, title: str) -> Measure:
    """What a table's one column of values counts: by its own heading, else by the title."""
    if not path:
        return table
    own = measure_of(" ".join(path))
    if re.fullmatch(r"(?:totals?|numbers?|counts?|values?|amounts?|all)?", own.words, re.IGNORECASE):
        return replace(own.over(table), words=table.words or title or own.words)
    return own.over(table)


def _made(
    grid: Grid,
    one: Segment,
    told: Told,
    table: Measure,
    dimensions: tuple[Dimension, ...],
    observations: _Observations,
    notes: Notes,
) -> Dataset:
    timed = any(d.role is Role.TIME for d in dimensions)
    return Dataset(
        "",
        "",
        told.title,
        table.words or told.title,
        dimensions,
        observations,
        table.unit or "",
        table.scale,
        table.nature or _dated(dimensions) or Nature.UNKNOWN,
        table.additive,
        told.geography,
        None if timed else told.period,
        None if timed else told.as_at,
        told.standing,
        told.sheet,
        _span(grid, one.titles[:3]),
        _span(grid, one.headings),
        (*notes.notes, *((mark, words) for mark, words in grid.marks.defined.items())),
        len(observations),
    )


def _dated(dimensions: Sequence[Dimension]) -> Nature | None:
    """A stock, where every time is told "as at" a day."""
    times = [c for d in dimensions if d.role is Role.TIME for c in d.codes]
    stocks = [c for c in times if c.as_at and re.match(r"as (?:at|of|on)\b", c.words, re.IGNORECASE)]
    return Nature.STOCK if times and len(stocks) == len(times) else None


def _span(grid: Grid, rows: Sequence[int]) -> Span | None:
    return grid.sheet.span(rows[0], rows[-1]) if rows else None


class _Observations:
    """The observations of a table, row by row, each time they are asked for; as many rows as it has."""

    def __init__(
        self,
        grid: Grid,
        rows: Down,
        columns: dict[int, tuple[int, ...]],
        labels: Sequence[int],
        status: dict[int, str],
    ) -> None:
        self._sheet, self._marks, self._status = grid.sheet, grid.marks, status
        self._rows, self._columns = rows.codes, columns
        self._states = {row: _state([grid.said(row, c) for c in labels]) for row in rows.codes}

    def __len__(self) -> int:
        return len(self._rows)

    def _cells(self) -> Iterator[tuple[int, int, int, str]]:
        """Each filled cell of a value: its row, its column, where it begins, and its words."""
        for row in self._rows:
            at = self._sheet.starts[row]
            for c, cell in enumerate(self._sheet.cells(row)):
                if c in self._columns and cell.strip():
                    yield row, c, at + len(cell) - len(cell.lstrip()), cell.strip()
                at += len(cell) + 1

    def __iter__(self) -> Iterator[Observation]:
        for row, c, start, said in self._cells():
            reading = self._marks.read(said)
            if reading is NO_READING:
                continue
            row_start, row_end = self._sheet.bounds(row)
            yield Observation(
                self._rows[row] + self._columns[c],
                self._sheet.held(row, c, reading.value),
                reading.qualifier,
                start,
                start + len(said),
                row_start,
                row_end,
                row + 1,
                c + 1,
                reading.mark,
                reading.status or self._states[row] or self._status.get(c, ""),
            )

    def unread(self) -> Iterator[str]:
        """What is said of the cells that hold neither a number nor a mark."""
        found = [row for row, _, _, said in self._cells() if self._marks.read(said) is NO_READING]
        if found:
            shown = ", ".join(str(row + 1) for row in dict.fromkeys(found[:5]))
            yield f"{len(found):,} of its cells hold words where a number is looked for, in row {shown}"

    def sparse(self) -> bool:
        """Whether it is a few rows of which most cells are empty: a form, or a list, and no statistics."""
        cells = len(self._rows) * len(self._columns)
        return len(self._rows) <= _FEW and 2 * sum(1 for _ in self._cells()) < cells

    def twice(self) -> str:
        """What is wrong where two cells tell of the same."""
        seen: dict[tuple[int, ...], int] = {}
        for row, codes in self._rows.items():
            before = seen.setdefault(codes, row)
            if before != row:
                return f"rows {before + 1} and {row + 1} have the same labels, and nothing tells which counts what"
        return ""


def _state(labels: Sequence[str]) -> str:
    return next((state for label in labels if label[-1:] in ")]" and (state := heading(label, None).status)), "")
