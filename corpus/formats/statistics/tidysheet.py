"""A sheet that is one tidy table: told by its shape, and read row by row however long it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpus.formats.statistics.block import Told
from corpus.formats.statistics.bound_sheets import NO_NOTES, NotesAmong, notes_among
from corpus.formats.statistics.columns import Column, Kind, columns_of
from corpus.formats.statistics.headed_again import Again, headed_again
from corpus.formats.statistics.notes import marks_defined, notes_in
from corpus.formats.statistics.ordinals import numbers_rows
from corpus.formats.statistics.outcome import Outcome
from corpus.formats.statistics.readings import NO_READING, Marks
from corpus.formats.statistics.stored import Sheet
from corpus.formats.statistics.tidy import tidy
from corpus.formats.statistics.titles import about, standing_in
from corpus.formats.statistics.vocabulary import made_for_machines, readable
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["LONG", "TidyShape", "read_tidy", "tidy_shape"]

LONG = 60_000
"""A sheet of more rows than this is read only if it is tidy: it is never held in memory as cells."""
_TOP = 30
"""In which of its first rows a sheet has its headings."""
_SAMPLE = 400
_TITLE = 2
"""A row above the headings with more filled cells than this is no title."""
_LEAST_UNDER_TITLES = 200


class TidyShape(NamedTuple):
    """The rows of a tidy sheet: its titles, its headings, and the last of its values."""

    titles: tuple[int, ...]
    header: int
    last: int
    again: Again


def tidy_shape(sheet: Sheet) -> TidyShape | None:
    """The shape of a tidy SHEET: two columns of labels or more, all headed, measures beside them; None of another."""
    titles: list[int] = []
    for row in range(min(len(sheet), _TOP)):
        said = [cell.strip() for cell in sheet.cells(row)]
        filled = sum(1 for cell in said if cell)
        if (filled <= _TITLE and len(said) != filled) or (filled == 1 and len(said) == 1):
            titles.extend([row] if filled else [])
            continue
        if not all(said[1:]) or len(set(said)) < len(said) or filled < 2:
            return None
        if not said[0] and not _numbered(sheet, row):
            return None
        return _shaped(sheet, titles, row, said)
    return None


def _codes_at_times(columns: Sequence[Column], sample: Sequence[Sequence[str]]) -> bool:
    """Whether the columns that tell rows apart are codes of areas, which come again at each time of another column."""
    timed = any(c.kind is Kind.TIME for c in columns)
    codes = [[row[c.number].strip() for row in sample] for c in columns if c.kind is Kind.CODE] if timed else []
    return any(len(set(some)) * 2 <= len(some) and all(map(_CODED.fullmatch, some)) for some in codes)


_CODED = regex(r"[A-Z][A-Z0-9]*[0-9][A-Z0-9]*")


def _numbered(sheet: Sheet, header: int) -> bool:
    """Whether the first column, which has no heading, numbers the rows below HEADER."""
    return numbers_rows("", 0, [sheet.cells(row) for row in range(header + 1, min(len(sheet), header + _SAMPLE))])


def _shaped(sheet: Sheet, titles: list[int], header: int, said: list[str]) -> TidyShape | None:
    last = len(sheet) - 1
    while last > header and sum(1 for c in sheet.cells(last) if c.strip()) < 2:
        last -= 1
    again = headed_again(sheet, header, last, said) if len(sheet) <= LONG else Again(last)
    last = again.last
    rows = [row for row in range(header + 1, last + 1) if row not in again.headings]
    if not rows or (titles and len(rows) < _LEAST_UNDER_TITLES):
        return None
    sample = [sheet.cells(row) for row in rows[:: max(1, len(rows) // _SAMPLE)]]
    shape = TidyShape(tuple(titles), header, last, again)
    if len(sheet) > LONG:
        return shape
    columns = columns_of(said, sample, Marks())
    labels = [c for c in columns if c.kind in (Kind.LABEL, Kind.TIME, Kind.LEVEL, Kind.NAMES_MEASURE)]
    measures = [c for c in columns if c.kind is Kind.MEASURE]
    if any(Marks().read(said[c.number]) is not NO_READING for c in columns if c.kind is not Kind.EMPTY):
        return None
    needed = [c.number for c in labels] if _of_a_data_file(said) else []
    tells = len(labels) > 1 or _codes_at_times(columns, sample)
    return shape if measures and tells and _regular(sample, len(said), needed) else None


def _of_a_data_file(said: Sequence[str]) -> bool:
    """Whether headings are those of a data file, no words apart in any of them and several run together."""
    return not any(" " in one for one in said) and sum(map(made_for_machines, said)) > 1


def _regular(sample: Sequence[Sequence[str]], width: int, needed: Sequence[int]) -> bool:
    """Whether nearly all rows fill most of their cells, so that there are no titles, gaps or notes among them; or, in a
    data file, which leaves out what was not yet counted, the columns NEEDED to tell what their numbers are of."""
    full = sum(1 for row in sample if _filled(row) * 2 >= min(width, 12) or _labelled(row, needed))
    return bool(sample) and full * 20 >= len(sample) * 19


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())


def _labelled(row: Sequence[str], needed: Sequence[int]) -> bool:
    """Whether a row fills the columns NEEDED, and one cell more."""
    labels = bool(needed) and all(n < len(row) and row[n].strip() for n in needed)
    return labels and _filled(row) > len(needed)


def read_tidy(sheet: Sheet, shape: TidyShape, outcome: Outcome) -> None:
    """Read SHEET, which has that SHAPE, into OUTCOME."""
    among = _notes_of(sheet, shape)
    after = range(shape.last + 1 if not shape.again.cut else len(sheet), len(sheet))
    below = [sheet.cells(row) for row in after][:_SAMPLE]
    below.extend(map(list, among.words))
    above = [" ".join(c.strip() for c in sheet.cells(row) if c.strip()) for row in shape.titles]
    lines = [*above, *(" ".join(row) for row in below)]
    name = readable(sheet.name or outcome.path.stem)
    above = above or ([among.title] if among.title else [])
    said = about(above).over(outcome.book) if above else about([name])
    told = Told(
        said.title if above and said.title else name,
        sheet.span(shape.titles[0], shape.titles[-1]) if shape.titles else None,
        said.measure,
        said.geography or _place_of(outcome.path.stem),
        said.period,
        said.as_at,
        standing_in([*outcome.lines, *lines]),
        sheet.name,
        tuple(notes_in(below)),
    )
    without = (*among.rows, *shape.again.headings)
    rows = sheet.without(without) if without else sheet
    found = tidy(rows, shape.header, shape.header + 1, shape.last, told, Marks(marks_defined(below)))
    outcome.take(found, sheet, (shape.header, shape.last), (0, len(sheet.cells(shape.header)) - 1))
    if shape.again.cut:
        outcome.leave(sheet, f"the rows from {shape.last + 2} on, under the same headings again, are left as words")
    outcome.lines.extend(lines)
    outcome.search(sheet, (*shape.titles, shape.header, *among.rows, *range(shape.last + 1, len(sheet))))


_PLACED = regex(r"(?P<place>[A-Za-z]+(?:[ _-][A-Za-z]+){0,3}?)[ _-]?(?:[0-9]+(?:[ _-]?to[ _-]?|[ _-]))?[0-9]+")


def _place_of(name: str) -> str:
    """The place that a file's NAME is, but for the years behind it ("kent2019to22"); "" where it is of more."""
    match = _PLACED.fullmatch(name)
    said = readable(match["place"]).title() if match is not None else ""
    terms = lexicon().terms(said)
    return said if len(terms) == 1 and terms[0].kind == "place" and terms[0].words == said else ""


def _notes_of(sheet: Sheet, shape: TidyShape) -> NotesAmong:
    """The notes among the rows of a SHEET of no more rows than are held as cells."""
    if shape.titles or len(sheet) > LONG:
        return NO_NOTES
    return notes_among([sheet.cells(row) for row in range(shape.header + 1, shape.last + 1)], shape.header + 1)
