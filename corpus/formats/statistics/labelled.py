"""The rows of a table with their labels, those filled in that carry on from above and those that head a section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.extract.headings import heading
from corpus.formats.statistics.columns import Column, Kind, columns_of
from corpus.formats.statistics.grid import Grid, Is
from corpus.formats.statistics.gss import area_level
from corpus.formats.statistics.measures import Measure, rated
from corpus.formats.statistics.moments import moment
from corpus.formats.statistics.notes import Notes, standing_apart
from corpus.formats.statistics.totals import calls_total, is_total, whole_beyond
from corpus.formats.statistics.trees import is_bound
from corpus.patterns import regex

__all__ = ["Labelled", "label_columns", "labelled", "name_measures"]

_BASE = regex(
    r"\b(?:sample size|unweighted (?:base|count|sample)|weighted base|base size|sample \(n)|^(?:weight|base)s?\b",
    re.IGNORECASE,
)


_SHOWN = (Kind.LABEL, Kind.TIME, Kind.NAMES_MEASURE, Kind.LEVEL)


@dataclass
class Labelled:
    """The kept rows, each with its labels by the columns of labels, the section it stands in, and how far it is set in.

    ``areas`` has the code of the area of a row, where a column has such codes; ``left`` the rows that are left out,
    by the reason.
    """

    shown: list[Column]
    rows: list[int] = field(default_factory=list)
    labels: list[list[str]] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)
    areas: list[str | None] = field(default_factory=list)
    left: dict[str, list[int]] = field(default_factory=dict)
    _wholes: dict[int, frozenset[str]] = field(default_factory=dict)

    def wholes(self, place: int) -> frozenset[str]:
        """The labels of a column that are the whole of it: one that calls itself so and stands first or last."""
        if place not in self._wholes:
            named = list(dict.fromkeys(row[place] for row in self.labels if row[place]))
            ends = (named[:1] + named[-1:]) if len(named) > 2 else []
            self._wholes[place] = frozenset(n for n in named if is_total(n) or (n in ends and calls_total(n)))
        return self._wholes[place]


def label_columns(
    grid: Grid, rows: Sequence[int], columns: Sequence[int], headed: dict[int, str], notes: Notes
) -> tuple[list[Column], list[Column]]:
    """Of the label COLUMNS of a table, HEADED so, those that name its rows of values, and those of areas' codes."""
    sample = [[standing_apart(notes.bare(w)) if (w := grid.said(row, c)) else "" for c in columns] for row in rows]
    judged = columns_of([headed.get(c, "") for c in columns], sample, grid.marks)
    made = [
        Column(c, one.said, one.words, _kind(one, [row[one.number] for row in sample]), one.style)
        for c, one in zip(columns, judged, strict=True)
    ]
    codes = [c for c in made if c.kind is Kind.CODE]
    shown = [c for c in made if c.kind in _SHOWN]
    wordy = [Column(c.number, c.said, c.words, Kind.LABEL, c.style) for c in made if c.kind is Kind.REMARKS]
    if not shown and not wordy:
        return codes, []
    return shown or wordy[:1], codes


def _kind(column: Column, said: Sequence[str]) -> Kind:
    held = {w for w in said if w}
    years = {w for w in held if w.isdigit() and len(w) == 4 and "1500" <= w <= "2150"}
    if years and 2 * len(years) >= len(held):
        return Kind.TIME
    return Kind.LABEL if column.kind in (Kind.EMPTY, Kind.MEASURE, Kind.STATUS, Kind.UNIT) else column.kind


def name_measures(named: Sequence[str]) -> bool:
    """Whether most labels name rates, shares and the like; the bounds of an estimate are no measures of their own."""
    plain = [label for label in named if not is_bound(label)]
    return len(plain) > 1 and 2 * sum(rated(label) for label in plain) >= len(plain)


def labelled(
    grid: Grid,
    body: Sequence[int],
    shown: list[Column],
    codes: Sequence[Column],
    values: Sequence[int],
    notes: Notes,
    table: Measure,
) -> Labelled:
    """The rows of BODY that have numbers in the VALUES columns, with their labels."""
    read = Labelled(shown)
    filler = _Filler(grid, body, shown, values)
    bare = [notes.bares({grid.said(row, c.number) for row in body}) for c in shown]
    counting = [n for n, known in enumerate(bare) if not name_measures(list(known.values()))]
    before = -1
    for row in body:
        cells = [known.get(grid.said(row, c.number), "") for known, c in zip(bare, shown, strict=True)]
        if row not in filler.held:
            filler.alone(row, cells)
            continue
        filler.fill(cells)
        cells = _named(cells)
        why = (
            _unlike([cells[n] for n in counting], [shown[n] for n in counting], table)
            if any(cells) or not shown
            else "rows of numbers have no label"
        )
        if why:
            read.left.setdefault(why, []).append(row)
            continue
        detail = next((n for n in reversed(range(len(cells))) if cells[n]), 0)
        whole = bool(cells) and (is_total(cells[detail]) or whole_beyond(cells[detail], filler.section))
        apart = filler.section and before >= 0 and row > before + 1 and whole
        read.sections.append("" if apart and not _within(read, filler.section, cells) else filler.section)
        read.rows.append(row)
        read.labels.append(cells)
        read.steps.append(grid.step(row, shown[detail].number) if shown else 0)
        said = (grid.said(row, c.number) for c in codes)
        read.areas.append(next((code for code in said if area_level(code) is not None), None))
        before = row
    _tell_apart(read, grid, codes)
    return read


def _tell_apart(read: Labelled, grid: Grid, codes: Sequence[Column]) -> None:
    """Put the codes of their areas behind the names of rows that nothing else tells apart: a county and the smaller
    authority that was made of it have one name, and two codes."""
    alike: dict[tuple[str, ...], list[int]] = {}
    for n, labels in enumerate(read.labels):
        alike.setdefault((read.sections[n], *labels), []).append(n)
    named = [n for n, c in enumerate(read.shown) if c.kind is Kind.LABEL]
    for rows in alike.values():
        for c in codes if named and len(rows) > 1 else ():
            said = [grid.said(read.rows[n], c.number) for n in rows]
            if len(set(said)) == len(said) and all(area_level(one) is not None for one in said):
                beside = min(named, key=lambda n: abs(read.shown[n].number - c.number))
                for n, code in zip(rows, said, strict=True):
                    read.labels[n][beside] += f" ({code})"
                break


_NOTHING = regex(r"[-\u2013\u2014.:]{1,3}|n/?a|not applicable|\[[xz]\]", re.IGNORECASE)
"""What stands in a column of labels where a row has none: "-" for the region of the whole country."""


def _named(cells: list[str]) -> list[str]:
    """CELLS less those that only say that there is no label, where one of them is a label all the same."""
    bare = ["" if _NOTHING.fullmatch(cell) else cell for cell in cells]
    return bare if any(bare) else cells


_SEVERAL = 3
_NEARLY_ALL = 0.95


class _Filler:
    """Carries labels on to the rows below them."""

    def __init__(self, grid: Grid, body: Sequence[int], shown: Sequence[Column], values: Sequence[int]) -> None:
        self._grid, self._shown = grid, shown
        self._carried = [""] * len(shown)
        self._carries = _carrying(grid, body, shown)
        self.section = ""
        self.held = {row for row in body if any(grid.kind(row, c) in (Is.NUMBER, Is.MARK) for c in values)}
        self._told = {
            n
            for n, c in enumerate(shown)
            if sum(bool(grid.said(row, c.number)) for row in self.held) >= _NEARLY_ALL * len(self.held)
        }
        self._after: dict[int, int] = {}
        later = -1
        for row in reversed(body):
            self._after[row] = later
            later = row if row in self.held else later

    def alone(self, row: int, cells: Sequence[str]) -> None:
        """A row of labels alone: rows below carry it on where their own cell is empty, else it heads a section."""
        filled = [n for n, cell in enumerate(cells) if cell]
        if not filled or heading(cells[filled[-1]], None).changes:
            return
        if len(self._told) >= _SEVERAL and self._told.issubset(filled):
            return  # one of the table's own rows, of which nothing is given
        if len(filled) == 1 and area_level(cells[filled[0]]) is not None and (self.section or self._carried[filled[0]]):
            return  # the code of the place that the row above names
        if len(filled) > 1 and self._shown[filled[-1]].kind is Kind.TIME:
            self.fill(list(cells))  # a time of which no number is given: the rows below carry its year on
            return
        n, after = filled[-1], self._after[row]
        timely = self._shown[n].kind is Kind.TIME and moment(cells[n], self._shown[n].style) is None
        if not timely and n < len(self._shown) - 1 and after >= 0 and not self._grid.said(after, self._shown[n].number):
            self._begin(n, cells[n])
        else:
            self.section = cells[n]

    def _begin(self, n: int, label: str) -> None:
        if label != self._carried[n]:
            self._carried[n + 1 :] = [""] * (len(self._carried) - n - 1)
        self._carried[n] = label

    def fill(self, cells: list[str]) -> None:
        """Put the labels that carry on from above into CELLS, before the last that the row has of its own."""
        last = max((n for n, cell in enumerate(cells) if cell), default=-1)
        for n in range(len(cells)):
            if cells[n]:
                self._begin(n, cells[n])
            elif n < last and self._carried[n] and self._carries[n]:
                cells[n] = self._carried[n]


def _carrying(grid: Grid, body: Sequence[int], shown: Sequence[Column]) -> list[bool]:
    """Which columns of labels carry on from above: they are empty in many rows that have a label further in."""
    said = [[bool(grid.said(row, c.number)) for c in shown] for row in body]
    inner = [[row for row in said if any(row[n + 1 :])] for n in range(len(shown))]
    return [sum(1 for row in rows if not row[n]) * 7 >= len(rows) for n, rows in enumerate(inner)]


def _within(read: Labelled, section: str, cells: list[str]) -> bool:
    """Whether a whole after a gap may be its section's: this has none yet, and an earlier one has."""
    own = any(held == cells for held, s in zip(read.labels, read.sections, strict=True) if s == section)
    return not own and any(held == cells for held in read.labels)


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
