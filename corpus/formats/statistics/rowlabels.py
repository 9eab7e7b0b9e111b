"""The labels of a table's rows → dimensions: their times, their sections, and each column of labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.cube import NO_CODE, Code, Dimension, Role
from corpus.formats.statistics.clock import Clock, time_code
from corpus.formats.statistics.columns import Column, Kind, role_of
from corpus.formats.statistics.grid import Grid, Is
from corpus.formats.statistics.labelled import Labelled, label_columns, labelled
from corpus.formats.statistics.measures import Measure, measure_of, rated
from corpus.formats.statistics.moments import Moment, moment, style_of
from corpus.formats.statistics.notes import Notes
from corpus.formats.statistics.rowcodes import coded_labels
from corpus.formats.statistics.sums import Series
from corpus.formats.statistics.totals import is_total, sexes_whole, whole_of
from corpus.formats.statistics.trees import Known, planted
from corpus.patterns import regex

__all__ = ["Down", "Side", "down"]


@dataclass(frozen=True, slots=True)
class Side:
    """Which columns of a table are LABELS, headed how, which hold VALUES, and which of these may be ADDED up."""

    labels: Sequence[int]
    headed: dict[int, str]
    values: Sequence[int]
    added: Sequence[int]


@dataclass(frozen=True, slots=True)
class Down:
    """``dimensions`` of the rows, and each kept row's codes on them; ``left`` says of rows why they are left out."""

    dimensions: tuple[Dimension, ...]
    codes: dict[int, tuple[int, ...]]
    left: tuple[str, ...] = ()


def down(grid: Grid, body: Sequence[int], side: Side, notes: Notes, table: Measure, known: Known) -> Down:
    """What the rows of BODY are; KNOWN are the trees of labels that other tables of the workbook have proved."""
    held = [row for row in body if any(grid.kind(row, c) in (Is.NUMBER, Is.MARK) for c in side.values)]
    shown, codes = label_columns(grid, held, side.labels, side.headed, notes)
    read = labelled(grid, body, shown, codes, side.values, notes, table)
    made: list[tuple[Dimension, list[int]]] = []
    clock = _timed(read, table)
    if clock:
        made.append(clock)
    if any(read.sections) and not _only_sizes(read):
        made.append(_sections(read, table, _lines(grid, read, side.added) if side.added else []))
    places = [n for n, c in enumerate(shown) if c.kind is not Kind.TIME]
    for n, place in enumerate(places):
        last = n == len(places) - 1
        lines = _lines(grid, read, side.added) if side.added else []
        made.append(coded_labels(read, place, places[:n], lines, known, table, last))
    left = tuple(f"{why} ({_numbered(rows)})" for why, rows in read.left.items())
    codes_by_row = {row: tuple(codes[n] for _, codes in made) for n, row in enumerate(read.rows)}
    made = _headed_apart(made)
    return Down(_followed(made), codes_by_row, left + _undated(clock))


_TWO_LEVELS = regex(r"(?P<outer>[^/,]+?)(?:\s+and\s+|\s+or\s+|\s*[/&]\s*|,\s*)(?P<inner>[^/,]+)", re.IGNORECASE)
_WIDE = regex(
    r"(?:.*\s)?(?:regions?|countr(?:y|ies)|count(?:y|ies)|nations?|areas?|districts?|authorit(?:y|ies)|boards?|divisions?"
    r"|provinces?|cit(?:y|ies)|towns?)",
    re.IGNORECASE,
)


def _headed_apart(made: list[tuple[Dimension, list[int]]]) -> list[tuple[Dimension, list[int]]]:
    """MADE, where one heading names both the places that head sections and the rows below them ("County and station"):
    each of the two then has its own part of it."""
    places = [n for n, (one, _) in enumerate(made) if one.role is not Role.TIME]
    if len(places) != 2:
        return made
    (section, own), (rows, codes) = (made[n] for n in places)
    told = _TWO_LEVELS.fullmatch(rows.name)
    if section.name or section.role is not Role.PLACE or told is None or not _WIDE.fullmatch(told["outer"]):
        return made
    parted = [(replace(section, name=told["outer"]), own), (replace(rows, name=told["inner"]), codes)]
    return [parted[places.index(n)] if n in places else one for n, one in enumerate(made)]


def _undated(clock: tuple[Dimension, list[int]] | None) -> tuple[str, ...]:
    """What is said of days that may be read in two ways."""
    codes = clock[0].codes if clock else ()
    odd = [c.words for c in codes if not c.period and not c.as_at and c.words.count("/") == 2]
    return (f"{len(odd):,} of its times may be read in more than one way: {', '.join(odd[:3])}",) if odd else ()


def _timed(read: Labelled, table: Measure) -> tuple[Dimension, list[int]] | None:
    places = [n for n, c in enumerate(read.shown) if c.kind is Kind.TIME]
    if not places:
        return None
    cells = _without_totals([[labels[n] for n in places] for labels in read.labels])
    held = [list(dict.fromkeys(row[at] for row in cells if row[at])) for at in range(len(places))]
    columns = [read.shown[n] for n in places]
    hands = [
        Column(c.number, c.said, c.words, Kind.TIME, style_of(c.words, said))
        for c, said in zip(columns, held, strict=True)
    ]
    clock = Clock(hands, held)
    numbers: dict[Moment, int] = {}
    codes = [numbers.setdefault(clock.moment(row), len(numbers)) for row in cells]
    name = ", ".join(c.words for c in hands if c.words)
    return Dimension(name, Role.TIME, tuple(time_code(one, table.nature) for one in numbers)), codes


_TOTAL_OF = regex(
    r"(?:(?:sub-?|grand )?totals?(?: (?:for|of|in))?[ :,-]+)(?P<a>.*[0-9].*)|(?P<b>.*[0-9].*?)[ :,-]+totals?",
    re.IGNORECASE,
)


def _without_totals(cells: list[list[str]]) -> list[list[str]]:
    """CELLS of times, of which a year that is called the total of its quarters ("2021 to 2022 total") is that year."""
    said = {cell for row in cells for cell in row}
    bare = {w: (m["a"] or m["b"]).strip() for w in said if (m := _TOTAL_OF.fullmatch(w.strip())) is not None}
    plain = {w: b for w, b in bare.items() if b not in said and moment(b, style_of("", bare.values())) is not None}
    return [[plain.get(cell, cell) for cell in row] for row in cells]


_SIZE = regex(
    r"(?:by |in )?(?:(?:financial|fiscal|tax|calendar|academic|school) )?(?:years?|quarters?|months?|weeks?|days?)"
    r"|(?:annual(?:ly)?|yearly|quarterly|monthly|weekly|daily)(?: (?:figures?|data|totals?|estimates?|values?))?",
    re.IGNORECASE,
)


def _only_sizes(read: Labelled) -> bool:
    """Whether the sections of a table only say how long its times are ("Financial years", "Months")."""
    timed = any(c.kind is Kind.TIME for c in read.shown)
    named = {s for s in read.sections if s}
    rows = [tuple(labels) for labels in read.labels]
    return timed and all(_SIZE.fullmatch(s) for s in named) and len(set(rows)) == len(rows)


def _sections(read: Labelled, table: Measure, lines: Sequence[Series]) -> tuple[Dimension, list[int]]:
    labels = list(dict.fromkeys(s for s in read.sections if s))
    codes = [labels.index(s) if s else NO_CODE for s in read.sections]
    style = style_of("", labels)
    times = [moment(label, style) for label in labels]
    if all(times):
        return Dimension("", Role.TIME, tuple(time_code(one, table.nature) for one in times if one)), codes
    if sum(rated(label) for label in labels) * 2 > len(labels):
        rates = tuple(measure_of(label).code(table) for label in labels)
        if NO_CODE not in codes or not table.words or table.words in labels:
            return Dimension("", Role.MEASURE, rates), codes
        levels = Code(
            table.words, additive=table.additive, scale=table.scale
        )  # the rows before them count what it says
        return Dimension("", Role.MEASURE, (*rates, levels)), [len(rates) if c == NO_CODE else c for c in codes]
    role = role_of("", labels)
    wholes = sexes_whole(labels) | (whole_of(labels) if role is Role.PLACE else frozenset())
    wholes |= frozenset(n for n, label in enumerate(labels) if is_total(label))
    proved = planted(labels, _stacked(read, labels, lines))
    wholes = wholes or proved.totals
    parents = [None if n in wholes or above in wholes else above for n, above in enumerate(proved.parents)]
    made = tuple(Code(label, total=n in wholes, parent=parents[n]) for n, label in enumerate(labels))
    return Dimension("", role, made), codes


def _stacked(read: Labelled, labels: Sequence[str], lines: Sequence[Series]) -> list[Series]:
    """The numbers of each section in one line, row after row; none where the sections have not the same rows."""
    rows: dict[str, list[tuple[str, ...]]] = {label: [] for label in labels}
    held: dict[str, list[Decimal | None]] = {label: [] for label in labels}
    for n, line in enumerate(lines):
        if (section := read.sections[n]) in rows:
            rows[section].append(tuple(read.labels[n]))
            held[section].extend(line)
    alike = len({tuple(some) for some in rows.values()}) == 1
    return list(held.values()) if alike and lines else []


def _lines(grid: Grid, read: Labelled, columns: Sequence[int]) -> list[Series]:
    held = grid.sheet.held
    return [
        [held(row, c, grid.marks.read(said).value) if (said := grid.said(row, c)) else None for c in columns]
        for row in read.rows
    ]


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
