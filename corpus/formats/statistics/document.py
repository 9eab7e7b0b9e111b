"""A workbook that is stored as text → the document: its datasets, what is searched as words, and what is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.cube import Dataset, cell_name
from corpus.formats.base import Document, Meta
from corpus.formats.statistics.block import Found, Told
from corpus.formats.statistics.bounds import MOST_SEARCHED
from corpus.formats.statistics.columns import Kind, columns_of
from corpus.formats.statistics.grid import Grid, Is
from corpus.formats.statistics.notes import Notes, marks_defined, notes_in
from corpus.formats.statistics.readings import Marks
from corpus.formats.statistics.segments import Segment, segments
from corpus.formats.statistics.stored import Sheet, Writer
from corpus.formats.statistics.tidy import tidy
from corpus.formats.statistics.titles import About, about, chrome, published_in, publisher_in, standing_in
from corpus.formats.statistics.vocabulary import readable
from corpus.formats.statistics.wide import wide
from corpus.records import SourceKind, Span, Standing

__all__ = ["document"]

_MOST_IN_MEMORY = 60_000
"""A sheet of more rows than this is read only if it is tidy."""
_ASIDE = re.compile(
    r"(?:table[ _]of[ _])?contents?|index|cover.*|notes?|footnotes|information|metadata|guid(?:e|ance).*|read ?me.*|definitions?"
    r"|glossary|title|front page|list of tables",
    re.IGNORECASE,
)
_SAMPLE = 400
_WORD = re.compile(r"[a-z]{3,}")
_FIRST_LINES = 4


@dataclass
class _Reading:
    """A workbook as it is read."""

    path: Path
    left_out: list[str]
    datasets: list[Dataset] = field(default_factory=list)
    searched: list[Span] = field(default_factory=list)
    standing: Standing = Standing.UNSTATED
    book: About = About()
    notes: tuple[tuple[str, str], ...] = ()


def document(writer: Writer, path: Path, missing: Sequence[str] = ()) -> Document:
    """The document of all the sheets that WRITER has written; PATH names it. MISSING says what is not among them."""
    text, sheets = writer.finished()
    reading = _Reading(path, list(missing))
    lone = sheets[0] if len(sheets) == 1 else None
    header = _tidy_header(lone) if lone else None
    lines: list[str] = []
    if lone is not None and header is not None:
        _tidy(lone, header, reading)
    else:
        lines = _workbook(sheets, reading)
    title = reading.book.title or _only_title(reading.datasets) or readable(path.stem)
    meta = Meta(
        title=title,
        publisher=_publisher(lines),
        kind=SourceKind.OFFICIAL_STATISTICS if reading.datasets else None,
        published=published_in(lines),
    )
    searched = _together(reading.searched)
    return Document(text, meta, datasets=tuple(reading.datasets), searched=searched, left_out=tuple(reading.left_out))


def _only_title(datasets: Sequence[Dataset]) -> str:
    return datasets[0].title if len(datasets) == 1 else ""


# -- one tidy sheet


def _tidy_header(sheet: Sheet) -> int | None:
    """The row of headings of a sheet that is tidy from its first row on: two columns of labels or more, all headed."""
    header = next((row for row in range(min(len(sheet), 50)) if any(c.strip() for c in sheet.cells(row))), None)
    if header is None or header + 2 > len(sheet):
        return None
    said = [cell.strip() for cell in sheet.cells(header)]
    if len(said) < 2 or not all(said) or len(set(said)) < len(said):
        return None
    rows = range(header + 1, len(sheet))
    step = max(1, len(rows) // _SAMPLE)
    sample = [sheet.cells(row) for row in rows[::step]]
    columns = columns_of(said, sample, Marks())
    labels = [c for c in columns if c.kind in (Kind.LABEL, Kind.TIME, Kind.LEVEL, Kind.NAMES_MEASURE)]
    dated = sum(1 for c in columns if c.kind is Kind.MEASURE and c.said.isdigit())
    if len(sheet) > _MOST_IN_MEMORY:
        return header
    measured = any(c.kind is Kind.MEASURE for c in columns)
    return header if measured and len(labels) > 1 and not dated and _regular(sample, len(said)) else None


def _regular(sample: Sequence[Sequence[str]], width: int) -> bool:
    """Whether nearly all rows fill most of their cells, so that there are no titles, gaps or notes among them."""
    full = sum(1 for row in sample if sum(1 for cell in row if cell.strip()) * 2 >= min(width, 12))
    return bool(sample) and full * 20 >= len(sample) * 19


def _tidy(sheet: Sheet, header: int, reading: _Reading) -> None:
    last = len(sheet) - 1
    while last > header and sum(1 for c in sheet.cells(last) if c.strip()) < 2:
        last -= 1
    tail = [sheet.cells(row) for row in range(last + 1, len(sheet))][:_SAMPLE]
    name = readable(reading.path.stem)
    told = Told(name, measure=about([name]).measure, sheet=sheet.name, notes=tuple(notes_in(tail)))
    found = tidy(sheet, header, header + 1, last, told, Marks(marks_defined(tail)))
    _taken(found, sheet, header, last, (0, len(sheet.cells(header)) - 1), reading)
    reading.searched.append(sheet.span(0, header))
    if last < len(sheet) - 1:
        reading.searched.append(sheet.span(last + 1, len(sheet) - 1))


def _taken(found: Found, sheet: Sheet, first: int, last: int, columns: tuple[int, int], reading: _Reading) -> None:
    """Put what was found of the rows FIRST to LAST where it belongs."""
    where = f"{cell_name(first + 1, columns[0] + 1)}:{cell_name(last + 1, columns[1] + 1)}"
    where = f"the sheet {sheet.name!r}, {where}" if sheet.name else f"the table in {where}"
    if found.dataset is not None:
        reading.datasets.append(found.dataset)
        reading.left_out.extend(f"{where}: {why}" for why in found.left_out)
        return
    words = "; ".join(found.left_out) or "it is not understood as a table"
    whole = sheet.span(first, last)
    end = min(whole.end, whole.start + MOST_SEARCHED)
    cut = "" if end == whole.end else f"; of its words the first {MOST_SEARCHED:,} characters are searched"
    reading.left_out.append(f"{where} is left as words: {words}{cut}")
    reading.searched.append(Span(whole.start, end))


# -- a workbook of sheets


def _workbook(sheets: Sequence[Sheet], reading: _Reading) -> list[str]:
    """Read every sheet; the lines of words of all of them, for what they say of the workbook."""
    small = [sheet for sheet in sheets if len(sheet) <= _MOST_IN_MEMORY]
    for sheet in sheets:
        if len(sheet) > _MOST_IN_MEMORY:
            header = _tidy_header(sheet)
            _tidy(sheet, 0 if header is None else header, reading)
    grids = [Grid(sheet, Marks()) for sheet in small]
    cut = [segments(grid) for grid in grids]
    marks = Marks(_defined(grids, cut))
    if marks.defined:
        grids = [Grid(sheet, marks) for sheet in small]
        cut = [segments(grid) for grid in grids]
    lines = _lines(grids, cut)
    reading.standing = standing_in(lines)
    reading.book = _book(grids, cut)
    reading.notes = tuple(note for grid in grids if _is_notes(grid) for note in notes_in(grid.cells))
    for grid, parts in zip(grids, cut, strict=True):
        _sheet(grid, parts, reading)
    return lines


def _is_aside(grid: Grid) -> bool:
    return _ASIDE.fullmatch(grid.sheet.name.strip()) is not None


def _is_notes(grid: Grid) -> bool:
    return re.fullmatch(r"(?:foot)?notes?.*", grid.sheet.name.strip(), re.IGNORECASE) is not None


def _defined(grids: Sequence[Grid], cut: Sequence[Sequence[Segment]]) -> dict[str, str]:
    """The marks that the words of all sheets define, those beside a table among them."""
    return marks_defined(row for grid, parts in zip(grids, cut, strict=True) for row in _wordy(grid, parts))


def _wordy(grid: Grid, parts: Sequence[Segment]) -> Iterator[list[str]]:
    for one in parts:
        left, right = one.columns
        valued = one.body and _valued(grid, one)
        rows = (*one.titles, *one.notes) if valued else (*one.titles, *one.headings, *one.body, *one.notes)
        for row in rows:
            cells = grid.cells[row]
            yield cells if row in one.titles or row in one.notes else cells[left : right + 1]


def _valued(grid: Grid, one: Segment) -> bool:
    left, right = one.columns
    return any(left <= c <= right for row in one.body for c in grid.of_kind(row, Is.NUMBER))


def _lines(grids: Sequence[Grid], cut: Sequence[Sequence[Segment]]) -> list[str]:
    found: list[str] = []
    for grid, parts in zip(grids, cut, strict=True):
        found.extend(" ".join(c.strip() for c in row if c.strip()) for row in _wordy(grid, parts))
    return found


def _book(grids: Sequence[Grid], cut: Sequence[Sequence[Segment]]) -> About:
    """What the sheets that stand before the first table say of all of them."""
    told = About()
    for grid, parts in zip(grids, cut, strict=True):
        if not _is_aside(grid) and any(_valued(grid, one) for one in parts):
            break
        said = [grid.said(r, grid.filled(r)[0]) for r in grid.rows() if grid.filled(r)][:_FIRST_LINES]
        own = about(
            [line for line in said if not chrome(line) and not re.fullmatch(r"notes?|contents?", line, re.IGNORECASE)]
        )
        if not told.title:
            told = own
        elif not _is_notes(grid):
            told = told.over(own)
    return told


def _publisher(lines: Sequence[str]) -> str | None:
    named = Counter(name for line in lines if (name := publisher_in([line])))
    return named.most_common(1)[0][0] if named else None


def _sheet(grid: Grid, parts: Sequence[Segment], reading: _Reading) -> None:
    sheet = grid.sheet
    words = (
        frozenset(_WORD.findall(sheet.text[sheet.starts[0] : sheet.starts[-1]].lower())) if len(sheet) else frozenset()
    )
    below = notes_in(grid.cells[row] for one in parts[-1:] for row in one.notes)
    for one in parts:
        rows = one.rows
        reading.searched.extend(sheet.span(row, row) for row in (*one.titles, *one.headings, *one.notes))
        if not one.body or not _valued(grid, one) or _is_aside(grid):
            reading.searched.extend(sheet.span(row, row) for row in rows)
            continue
        own = notes_in(grid.cells[row] for row in one.notes) or below
        notes = Notes((*own, *reading.notes), words)
        told = Told(sheet.name or readable(reading.path.stem), standing=reading.standing, sheet=sheet.name)
        found = wide(grid, one, told, reading.book, notes)
        reading.searched.extend(sheet.span(row, row) for row in one.unlabelled)
        first = min((*one.headings, *one.body))
        _taken(found, sheet, first, max(one.body), one.columns, reading)


def _together(spans: Sequence[Span]) -> tuple[Span, ...]:
    """SPANS in order, those that touch or overlap as one."""
    made: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if span.start == span.end:
            continue
        if made and span.start <= made[-1].end + 1:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)
