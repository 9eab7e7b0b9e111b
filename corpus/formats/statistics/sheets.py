"""The sheets of a workbook: what they say of one another, and the tables of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.formats.statistics.banner import lines_of
from corpus.formats.statistics.block import Found, Told
from corpus.formats.statistics.bracketed import bracketed
from corpus.formats.statistics.grid import Grid, Is
from corpus.formats.statistics.measures import NOTHING_COUNTED
from corpus.formats.statistics.notes import Notes, marks_defined, notes_in
from corpus.formats.statistics.outcome import Outcome
from corpus.formats.statistics.readings import Marks
from corpus.formats.statistics.segments import Segment, segments, titles_over
from corpus.formats.statistics.stored import Sheet
from corpus.formats.statistics.tidysheet import LONG, read_tidy, tidy_shape
from corpus.formats.statistics.titles import NOTHING_SAID, About, about, chrome, is_unit, named_time, standing_in
from corpus.formats.statistics.trees import Known
from corpus.formats.statistics.vocabulary import readable
from corpus.formats.statistics.wide import wide
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Standing

__all__ = ["read_sheets"]

_ASIDE = regex(
    r"(?:table[ _]of[ _])?contents?|index|cover.*|notes?|footnotes|information|metadata|guid(?:e|ance).*|read ?me.*"
    r"|definitions?|glossary|title|front page|list of tables",
    re.IGNORECASE,
)
_SAYS_NOTHING = regex(
    r"(?:(?:(?:sheet|data|table|raw|clean(?:ed)?|tidy|full|final|results?|analys[ie]s|summary|output|exported|download|pivot)"
    r"[ _-]?[0-9]{0,2}|(?:yr|year)[ _-]?[0-9])(?:[ _-]+|$))+",
    re.IGNORECASE,
)
"""A sheet's name that says nothing of what it counts ("Sheet1", "raw_data", "yr1_analysis"): the file's name does."""
_WORD = regex(r"[a-z]{3,}")
_FIRST_LINES = 4
_OF_A_LINE = 2
"""Of a line of words no more cells are filled, of a list more."""
_EXPORTER = regex(
    r"this (?:document|workbook|file|spreadsheet) (?:was|has been) (?:exported|converted)\b", re.IGNORECASE
)
"""How a sheet begins that a program put before the others to list them, which says nothing of what they count."""
_LISTED = regex(r"^(?:[0-9.]+ )?table \w", re.IGNORECASE)


def read_sheets(sheets: Sequence[Sheet], outcome: Outcome) -> None:
    """Read every sheet of a workbook into OUTCOME."""
    shapes = [(sheet, tidy_shape(sheet)) for sheet in sheets]
    small = [sheet for sheet, shape in shapes if shape is None and len(sheet) <= LONG]
    tall = [sheet for sheet, shape in shapes if shape is None and len(sheet) > LONG]
    grids = [Grid(sheet, Marks()) for sheet in small]
    cut = [segments(grid) for grid in grids]
    marks = Marks(_defined(grids, cut))
    for n, grid in enumerate(grids):
        if grid.reads(marks):
            grids[n] = Grid(small[n], marks)
            cut[n] = segments(grids[n])
        else:
            grid.marks = marks
    outcome.lines.extend(_lines(grids, cut))
    outcome.book = _book(grids, cut)
    notes = tuple(note for grid in grids if _is_notes(grid) for note in notes_in(grid.cells))
    standing = standing_in(outcome.lines)
    for sheet, shape in shapes:
        if shape is not None:
            read_tidy(sheet, shape, outcome)
    for sheet in tall:
        outcome.take(Found(None, (f"it has more than {LONG:,} rows",)), sheet, (0, len(sheet) - 1), (0, 0))
    tasks = [
        task for grid, parts in zip(grids, cut, strict=True) for task in _sheet(grid, parts, notes, standing, outcome)
    ]
    _read_tables(tasks, outcome)


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
    told = NOTHING_SAID
    if len(grids) == 1 and not grids[0].sheet.name:
        return told
    for grid, parts in zip(grids, cut, strict=True):
        if not _is_aside(grid) and any(_valued(grid, one) for one in parts):
            break
        filled = [r for r in grid.rows() if grid.filled(r)][:_FIRST_LINES]
        if filled and len(grid.filled(filled[0])) > _OF_A_LINE:
            continue  # a list under headings, and no words about the workbook
        said = [grid.said(r, c) for r in filled for c in grid.filled(r)[:3]]
        if said and _EXPORTER.match(said[0]):
            continue
        said = [line for line in said if not _LISTED.search(line)]
        own = about(
            [
                line
                for line in said
                if not chrome(line)
                and not re.fullmatch(r"notes?|contents?|tables? ?(?:&|and) ?\w+", line, re.IGNORECASE)
            ]
        )
        if not told.title:
            told = own
        elif not _is_notes(grid):
            told = told.over(own)
    return told


@dataclass(frozen=True, slots=True)
class _Task:
    """A table that is to be read."""

    grid: Grid
    one: Segment
    told: Told
    notes: Notes
    shared: About | None
    """What the titles of the first table of its sheet say, for those below it."""


def _sheet(
    grid: Grid,
    parts: Sequence[Segment],
    shared_notes: tuple[tuple[str, str], ...],
    standing: Standing,
    outcome: Outcome,
) -> Iterator[_Task]:
    """The tables of a sheet; what is not of one is searched."""
    sheet = grid.sheet
    words = frozenset(_WORD.findall(sheet.text[sheet.starts[0] : sheet.starts[-1]].lower()))
    below = notes_in(grid.cells[row] for one in parts[-1:] for row in one.notes)
    shared = None
    for n, one in enumerate(parts):
        searched = (*one.titles, *one.headings, *one.notes, *one.unlabelled)
        outcome.search(sheet, searched)
        if not one.body or not _valued(grid, one) or _is_aside(grid):
            outcome.search(sheet, one.rows)
            continue
        own = notes_in(grid.cells[row] for row in one.notes) or below
        notes = Notes((*own, *shared_notes), words)
        unsaid = sheet.name and _SAYS_NOTHING.fullmatch(sheet.name.strip()) is not None
        called = readable(sheet.name) if "_" in sheet.name else sheet.name
        name = called if called and not unsaid else readable(outcome.path.stem)
        told = Told(
            name,
            measure=about([name]).measure if unsaid else NOTHING_COUNTED,
            period=None if sheet.name else named_time(name),
            standing=standing,
            sheet=sheet.name,
        )
        if sheet.name:
            file = readable(outcome.path.stem)
            told = replace(told, file=file, geography=_nation_of(file))
        beside = n > 0 and bool(one.titles) and parts[n - 1].titles == one.titles
        yield _Task(grid, one, told, notes, None if beside else shared)
        if n == 0 and len(parts) > 1:
            shared = _main(grid, one, notes, outcome.book)


_NATIONS = frozenset({"england", "wales", "scotland", "northern-ireland", "england-and-wales", "great-britain"})


def _nation_of(file: str) -> str:
    """The nation that a FILE's name says its tables are of, where it names one place alone; many a town's name is a
    word of another kind too."""
    named = [term for term in lexicon().terms(file) if term.kind == "place"]
    return named[0].words if len(named) == 1 and named[0].id in _NATIONS else ""


def _main(grid: Grid, one: Segment, notes: Notes, book: About) -> About:
    """What the titles of a sheet's first table say, which those below it share."""
    titles = lines_of([[notes.bare(said) for said in row] for row in titles_over(grid, one)])
    return about([*titles, *_of_every_column(grid, one)]).over(book)


def _of_every_column(grid: Grid, one: Segment) -> list[str]:
    """The unit among a table's headings that heads all of its columns, and not one of them among others."""
    for row in one.headings:
        said = [w for c in grid.filled(row) if not chrome(w := grid.said(row, c))]
        units = {w for w in said if is_unit(w)}
        if len(units) == 1 and sum(1 for w in said if w not in units) < 2:
            return [*units]
    return []


def _read_tables(tasks: Sequence[_Task], outcome: Outcome) -> None:
    """Read TASKS; those again of whose labels a later one has proved more."""
    known = Known()
    found: list[Found] = []
    asked = []
    counts = [bracketed(task.grid, task.one, task.told, outcome.book, task.notes) for task in tasks]
    tasks = [
        replace(task, one=replace(task.one, unlabelled=())) if own else task
        for task, own in zip(tasks, counts, strict=True)
    ]
    for task in tasks:
        found.append(wide(task.grid, task.one, task.told, outcome.book, task.notes, known, task.shared))
        asked.append(known.asked())
    for n, task in enumerate(tasks):
        if known.better(asked[n]):
            found[n] = wide(task.grid, task.one, task.told, outcome.book, task.notes, known, task.shared)
        first = min((*task.one.headings, *task.one.body))
        outcome.take(found[n], task.grid.sheet, (first, max(task.one.body)), task.one.columns)
        outcome.datasets.extend(counts[n])
