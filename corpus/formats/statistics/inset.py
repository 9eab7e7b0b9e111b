"""A table within a document's text → datasets: its cells are laid out as a sheet, and read as any sheet is.

The sheet is only looked at: of every observation the cell and the row are then marked where they stand in the stored
text of the document, and ``row`` and ``column`` count from 1 in the table, its headings included.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.cube import Dataset, Observation, Role
from corpus.extract.headings import heading
from corpus.formats.statistics.inset_cells import readable_cells, unit_of
from corpus.formats.statistics.introduced import measured
from corpus.formats.statistics.moments import moment
from corpus.formats.statistics.outcome import Outcome
from corpus.formats.statistics.sheets import read_sheets
from corpus.formats.statistics.spanned import spanned
from corpus.formats.statistics.stored import Merged, Sheet, Writer, flat
from corpus.formats.statistics.titles import is_unit
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Period, Span, Standing, When
from corpus.table import Row, Table

__all__ = ["Around", "holds_numbers", "inset"]

_LONGEST_TITLE = 240
"""A title is cut at a word's end before so many characters: what is longer is taken for an explanation."""
_MOST_CELLS = 20_000
_FEWEST_ROWS, _FEWEST_COLUMNS = 1, 2


@dataclass(frozen=True, slots=True)
class Around:
    """What the words around a table say of it: its titles, the likeliest first, and the notes below it."""

    titles: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Laid:
    """A table as a sheet: its ROWS of cells with the cells that go over several, and which row is which of the table's.

    ``origin`` has for each row of the sheet the number of the table's row, None for a title, a heading or a note.
    """

    rows: list[list[str]]
    merged: list[Merged]
    origin: list[int | None]
    depth: int


def inset(text: str, table: Table, around: Around) -> tuple[tuple[Dataset, ...], tuple[str, ...]]:
    """The datasets of TABLE, whose cells are spans of TEXT, and why there is none of it or not all: a sentence each.

    None and no word of it where it holds no numbers: it is then no table of statistics.
    """
    width = max((len(row.cells) for row in table.rows), default=0)
    small = len(table.rows) < _FEWEST_ROWS or width < _FEWEST_COLUMNS
    if table.listed or small or width * len(table.rows) > _MOST_CELLS:
        return (), ()
    laid = _laid(text, table, around)
    writer = Writer()
    writer.sheet("", laid.rows, laid.merged)
    _, (sheet,) = writer.finished()
    outcome = Outcome(Path("table"), [])
    read_sheets([sheet], outcome)
    if not outcome.datasets and not holds_numbers(text, table):
        return (), ()
    told = [_why(said, laid) for said in outcome.left_out]
    if len(outcome.datasets) > 1:
        return (), ("it falls apart into several tables, and is left as words",)
    placed = [_placed(text, table, one, laid, sheet, around) for one in outcome.datasets]
    missing = [_unlike(one, table, text) for one in placed if one is not None]
    if any(missing) or None in placed:
        return (), (*told, next((m for m in missing if m), "its cells do not stand as they were read"))
    return tuple(one for one in placed if one is not None), tuple(told)


_WHERE = regex(r"^the table in [A-Z]+\d+:[A-Z]+\d+(?: is left as words)?: ")
_ROWS = regex(r"\b(?:rows? |(?<=\d)(?:, | and ))(\d+)(?! more)")


def _why(said: str, laid: _Laid) -> str:
    """Why something is left out, its rows counted from the top of the table."""
    first = next((n for n, at in enumerate(laid.origin) if at is not None), 0) - laid.depth
    return _ROWS.sub(lambda m: m[0].replace(m[1], str(max(1, int(m[1]) - first))), _WHERE.sub("", said))


_FIGURE = regex(r"[<>~\u00a3$]?\s*\d")


def _unlike(one: Dataset, table: Table, text: str) -> str:
    """Why a dataset cannot be the whole of its table: a column of numbers is not in it, or figures are its headings."""
    if _FIGURE.match(one.measure):
        return "its headings hold figures, and it is left as words"
    seen = {found.column for found in one.observed()}
    first, last = min(seen), max(len(row.cells) for row in table.rows)
    for c in range(first, last + 1):
        if c not in seen and any(unit_of(_said(text, row, c)) is not None for row in table.rows):
            return f"column {c} of it is not understood, and it is left as words"
    return ""


def _said(text: str, row: Row, column: int) -> str:
    cell = row.cells[column - 1] if column <= len(row.cells) else None
    return cell.of(text) if cell else ""


def holds_numbers(text: str, table: Table) -> bool:
    """Whether a cell of TABLE beside its labels holds a number: else it is no table of statistics."""
    return any(_counts(text, row) for row in table.rows)


def _counts(text: str, row: Row) -> bool:
    return any(cell is not None and any(c.isdigit() for c in cell.of(text)) for cell in row.cells[1:])


def _laid(text: str, table: Table, around: Around) -> _Laid:
    heads, shared = _heads(table)
    body = [[flat(c.of(text)) if c else "" for c in row.cells] for row in table.rows]
    heads, body = readable_cells(heads, body)
    top = _leading(body)
    own = [*([table.caption] if table.caption else []), *shared, *(line for row in body[:top] for line in row if line)]
    own = [_PLAIN_MARK.sub("", w) for w in own]
    named = [w for w in own if _names(w)]
    titles = [*named, *around.titles, *(w for w in own if w not in named)]
    lines = [[_cut(flat(w))] for w in titles if w.strip()]
    rows = [*lines, [], *heads]
    at = len(rows)
    rows += [*body[top:], []]
    rows += [[flat(note)] for note in around.notes]
    origin: list[int | None] = [None] * len(rows)
    origin[at : at + len(body) - top] = range(top, len(body))
    first = at - len(heads)
    return _Laid(rows, _merged(heads, first), origin, len(heads))


_PLAIN_MARK = regex(r"^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]\s+|(?<=[\w)])(?:\(\d{1,2}\))+", re.IGNORECASE)
_BARE = regex(
    r"source\b.*|(?:financial |calendar |academic )?years?|months?|quarters?|dates?|numbers?|totals?|amounts?|values?"
    r"|ages?",
    re.IGNORECASE,
)


def _names(line: str) -> bool:
    """Whether a line of a table is a title of it: more than a time, a unit, or the name of what its columns are."""
    bare = line.strip(" :.")
    return any(c.isalpha() for c in bare) and not (_BARE.fullmatch(bare) or is_unit(bare) or moment(bare))


def _heads(table: Table) -> tuple[list[list[str]], list[str]]:
    """The rows of headings from the top down, and those headings that go over the whole table."""
    paths = [[flat(w) for w in path] for path in table.headings]
    shared = []
    while len(paths) > 1 and all(paths) and len({path[0] for path in paths}) == 1:
        shared.append(paths[0][0])
        paths = [path[1:] for path in paths]
    depth = max((len(path) for path in paths), default=0)
    # a column with fewer headings than others has them just above its values
    lined = [["" for _ in range(depth - len(path))] + path for path in paths]
    return [[path[level] for path in lined] for level in range(depth)], shared


def _merged(heads: list[list[str]], first: int) -> list[Merged]:
    """Where a heading stands over several columns that have others below it, it is one cell, and blank but for it."""
    found: list[Merged] = []
    for level, row in enumerate(heads[:-1]):
        left = 0
        for c in range(1, len(row) + 1):
            if c < len(row) and row[c] and row[c] == row[left]:
                continue
            if c - left > 1 and row[left]:
                found.append((first + level, left, first + level, c - 1))
            left = c
    for at, left, _, right in found:
        heads[at - first][left + 1 : right + 1] = [""] * (right - left)
    return found


def _leading(body: Sequence[Sequence[str]]) -> int:
    """How many first rows are titles: of one cell alone, where no such row stands among the others."""
    lone = [sum(1 for cell in row if cell) == 1 for row in body]
    top = 0
    while top < len(body) and lone[top]:
        top += 1
    return top if top < len(body) and not any(lone[top:-1]) else 0


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE].rsplit(" ", 1)[0]


def _whole(title: str, titles: Sequence[str]) -> str:
    """A TITLE that was cut for its length, whole again as one of TITLES has it: its end tells what the rest is of."""
    return next((flat(w) for w in titles if title and _cut(flat(w)) == title), title)


def _placed(text: str, table: Table, one: Dataset, laid: _Laid, sheet: Sheet, around: Around) -> Dataset | None:
    """ONE with its observations where they stand in TEXT; None where one does not stand there as it was read."""
    moved = [_moved(text, table, found, laid, sheet) for found in one.observations if found.mark.lower() != "low"]
    seen = tuple(found for found in moved if found is not None)
    if len(seen) < len(moved):
        return None
    titles = [_whole(one.title, around.titles), *(w for w in around.titles if _cut(flat(w)) != one.title)]
    title = " \u2013 ".join(dict.fromkeys(w for w in titles if w))
    period, as_at = one.period, one.as_at
    if period is None and as_at is None and titles[0] != one.title:
        told = heading(titles[0], None)
        period, as_at = told.period, told.as_at
    if period is None and as_at is None:
        period, as_at = _headed_time(text, table, seen)
    timed = any(d.role is Role.TIME for d in one.dimensions)
    from_title = bool(one.title) and one.title.startswith(one.measure[:_ALIKE])
    placed = replace(
        one,
        title=title,
        measure=measured(one.title) if from_title else one.measure,
        geography=one.geography if len(_places(title)) == 1 else "",
        period=None if timed else _period(title, period),
        as_at=None if timed else as_at,
        observations=seen,
        standing=Standing.UNSTATED,
        sheet="",
        title_at=table.caption_at or table.lead_at,
        header_at=None,
    )
    return spanned(placed)


def _headed_time(text: str, table: Table, seen: Sequence[Observation]) -> tuple[Period | None, When | None]:
    """The one time that the headings of all columns of values name ("Average wait (Nov 2024)")."""
    if not seen:
        return None, None
    first = min(one.row_start for one in seen)
    above = [row for row in table.rows if row.span.start < first]
    times = set()
    for c in {one.column for one in seen}:
        words = [*(table.headings[c - 1] if c <= len(table.headings) else ()), *(_said(text, row, c) for row in above)]
        told = heading(" ".join(w for w in words if w), None)
        times.add((told.period, told.as_at))
    return times.pop() if len(times) == 1 else (None, None)


def _period(title: str, told: Period | None) -> Period | None:
    """The time that a TITLE is of; one that it TOLD in passing is not it where a part of a year is named."""
    part = next((one.period for words in title.split(" \u2013 ") if (one := moment(words)) and one.period), None)
    return part or (None if _PART_OF_YEAR.search(title) else told)


_ALIKE = 12
_PART_OF_YEAR = regex(r"\b(?:quarters?|Q[1-4]|half|H[12]|weeks?|term)\b", re.IGNORECASE)
"""What makes a year that a title names only the year of a part of it."""


def _places(words: str) -> set[str]:
    return {t.id for t in lexicon().terms(words) if t.kind == "place"}


def _moved(text: str, table: Table, seen: Observation, laid: _Laid, sheet: Sheet) -> Observation | None:
    origin = laid.origin[seen.row - 1]
    if origin is None or seen.column > len(table.rows[origin].cells):
        return None
    row, cell = table.rows[origin].span, table.rows[origin].cells[seen.column - 1]
    if cell is None or flat(cell.of(text)) != Span(seen.start, seen.end).of(sheet.text):
        return None
    return seen._replace(
        start=cell.start,
        end=cell.end,
        row_start=row.start,
        row_end=row.end,
        row=laid.depth + origin + 1,
    )
