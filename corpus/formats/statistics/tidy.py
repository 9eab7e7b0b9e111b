"""A tidy table, one row an observation or a few: columns of labels and times on the left, measures beside them.

The rows are gone through twice and never held: first to number the labels and to prove what the columns are, then,
when the dataset is put in, to give the observations.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import islice

from corpus.cube import MOST_DIMENSIONS, Code, Dataset, Dimension, Role
from corpus.formats.statistics.banded import LENGTH, WHOLE, lengths_of
from corpus.formats.statistics.block import Found, Told
from corpus.formats.statistics.by_programs import blocks_of
from corpus.formats.statistics.clock import Clock, time_code
from corpus.formats.statistics.columns import Column, Kind, columns_of, first_as_label, holds_values, is_stray, role_of
from corpus.formats.statistics.crossed import crossed_of, told_by_blocks
from corpus.formats.statistics.deed_days import are_deeds, is_price
from corpus.formats.statistics.ending_time import times_parted
from corpus.formats.statistics.levels import Levels
from corpus.formats.statistics.measures import (
    Measure,
    dated_measure,
    measure_of,
    measured_in,
    nature_of,
    over_its_parts,
)
from corpus.formats.statistics.moments import UNSTYLED, Moment
from corpus.formats.statistics.nation_rows import nation_among
from corpus.formats.statistics.ordinals import numbers_rows
from corpus.formats.statistics.readings import NO_READING, Marks
from corpus.formats.statistics.reporting import reported
from corpus.formats.statistics.running import told_apart
from corpus.formats.statistics.settling import Settling
from corpus.formats.statistics.sexes import both_by_letter
from corpus.formats.statistics.stored import Sheet
from corpus.formats.statistics.tidyrows import Labels, Observations, Plan, Twice
from corpus.formats.statistics.titles import time_of_heading
from corpus.formats.statistics.totals import (
    are_sexes,
    is_total,
    lists_others,
    sexes_whole,
    starless,
    total_of,
    whole_of,
)
from corpus.formats.statistics.traited import traits_of
from corpus.formats.statistics.vocabulary import worded
from corpus.formats.statistics.yearly import ending
from corpus.patterns import regex
from corpus.records import Nature

__all__ = ["tidy"]

_SAMPLE = 2_000
_UNREAD = 0.02
"""A measure of which more cells than this share are words is not understood."""
_FEW_LEVELS = 3
_LABELS = (Kind.LABEL, Kind.CODE, Kind.LEVEL, Kind.NAMES_MEASURE, Kind.UNIT)


def tidy(sheet: Sheet, header: int, first: int, last: int, told: Told, marks: Marks) -> Found:
    """The rows FIRST to LAST of SHEET, under the one row of headings HEADER, as a dataset."""
    step = max(1, (last - first + 1) // _SAMPLE)
    sample = [cells for _, cells in islice(sheet.rows(first, last), 0, None, step)]
    columns = columns_of(sheet.cells(header), sample, marks)
    if without := _less_row_numbers(
        columns, [sheet.cells(row) for row in range(first, min(last, first + _SAMPLE) + 1)]
    ):
        found = _read(sheet, (first, last), without, sample, marks, told, header)
        if found.dataset is not None and not found.left_out:
            return found
    found = _read(sheet, (first, last), columns, sample, marks, told, header)
    if found.dataset is None and (other := first_as_label(columns, sample)) is not None:
        again = _read(sheet, (first, last), other, sample, marks, told, header)
        return again if again.dataset is not None else found
    return found


def _less_row_numbers(columns: tuple[Column, ...], rows: Sequence[Sequence[str]]) -> tuple[Column, ...] | None:
    """COLUMNS without the first, where it has no heading and only numbers the ROWS; None where it does not."""
    if columns[0].words or not numbers_rows("", 0, rows):
        return None
    return (replace(columns[0], kind=Kind.EMPTY), *columns[1:])


def _read(
    sheet: Sheet,
    rows: tuple[int, int],
    columns: tuple[Column, ...],
    sample: Sequence[Sequence[str]],
    marks: Marks,
    told: Told,
    header: int,
) -> Found:
    plan = _planned(sheet, rows, columns, sample, marks)
    if isinstance(plan, str):
        return Found(None, (plan,))
    _go_through(plan)
    fault = _fault(plan)
    if fault:
        return Found(None, (fault,))
    return _dataset(plan, told, header)


def _planned(
    sheet: Sheet, rows: tuple[int, int], columns: tuple[Column, ...], sample: Sequence[Sequence[str]], marks: Marks
) -> Plan | str:
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
    parted = times_parted({c.number: (c.words,) for c in measures}, UNSTYLED) if clock is None else {}
    headed = [(c.number, c.words) for c in measures]
    blocks = {} if parted else blocks_of(headed) or lengths_of(headed, sample, marks) or crossed_of(headed)
    return Plan(sheet, *rows, columns, marks, labels, measures, status, clock, numbers, parted, blocks)


def _go_through(plan: Plan) -> None:
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


def _number(plan: Plan, labels: tuple[str, ...]) -> None:
    for known, label in zip(plan.numbers, labels, strict=True):
        if label not in known:
            known[label] = len(known)
    plan.settling.see(labels)


def _measured(plan: Plan, row: int, cells: list[str]) -> bool:
    """Whether the row has a value or a mark; cells that hold neither are noted."""
    any_read = False
    for column in plan.measures:
        cell = cells[column.number]
        if not cell:
            continue
        if cell.isdigit() or plan.marks.read(cell) is not NO_READING:
            any_read = True
            plan.read[column.number] = plan.read.get(column.number, 0) + 1
        elif not is_stray(cell):
            plan.unread.setdefault(column.number, []).append(f"{row + 1}")
    return any_read


def _fault(plan: Plan) -> str:
    for column in plan.measures:
        unread, read = len(plan.unread.get(column.number, ())), plan.read.get(column.number, 0)
        if unread > _UNREAD * (unread + read):
            return f"the column {column.said!r} holds words among its numbers in {unread:,} of {unread + read:,} rows"
    return "" if plan.rows else "none of its rows holds a number"


def _dataset(plan: Plan, told: Told, header: int, *, folded: bool = True) -> Found:
    """The dataset; a label that is spelt in capitals in some rows only is one label, where that tells no row twice."""
    table = _table_measure(plan, told)
    kept = _kept(plan)
    dims = _dimensions(plan, kept, folded)
    shown = [d.made for d in dims]
    nature = Nature.FLOW if _of_deeds(plan) else _in_hand(plan, told) or table.nature or _common_nature(plan)
    if plan.clock:
        times, found = _timed(plan, nature)
        shown.insert(0, times)
    else:
        found = {}
    shown.extend(_of_columns(plan, table, nature))
    if len(shown) > MOST_DIMENSIONS:
        return Found(
            None, (f"it has {len(shown)} columns of labels, more than the {MOST_DIMENSIONS} that are understood",)
        )
    observations = Observations(plan, dims, found)
    twice = observations.twice()
    if twice and folded and _told_apart_as_spelt(plan, kept, found, twice):
        return _dataset(plan, told, header, folded=False)
    if twice and not twice.few(plan.rows):
        return Found(None, (twice.said,))
    shown = [_with_whole(shown, n, observations) for n in range(len(shown))]
    made = _made(plan, told, table, shown, observations, header, nature)
    return Found(
        ending(reported(made, plan.times, [c.said for c in plan.columns]), ()),
        (*_untold(plan), *((twice.kept,) if twice else ())),
    )


def _of_columns(plan: Plan, table: Measure, nature: Nature | None) -> list[Dimension]:
    """What the headings of the measures tell apart: the times that they say, and what they count."""
    made = []
    if plan.parted:
        made.append(Dimension("", Role.TIME, tuple(time_code(one, nature) for one in plan.heads_of_time)))
    if plan.blocks:
        made.append(_banded(plan))
    said = plan.counted
    if len(said) > 1:
        codes = list(told_apart(_priced(said, [dated_measure(one).code(table) for one in said])))
        parts = Dimension("Sex", Role.CATEGORY, tuple(Code(worded(one)) for one in said))
        counted = Dimension("", Role.MEASURE, over_its_parts(codes, said))
        made.append(parts if are_sexes([c.words for c in parts.codes]) else counted)
    return made


def _banded(plan: Plan) -> Dimension:
    """The bands that the headings of measures tell: lengths of time with their whole, ages, or lines of account."""
    if WHOLE in plan.bands:
        return Dimension(LENGTH, Role.CATEGORY, tuple(Code(band, total=band == WHOLE) for band in plan.bands))
    return told_by_blocks(plan)


def _dimensions(plan: Plan, kept: Sequence[int], folded: bool) -> list[Labels]:
    levels = Levels.of(plan.sheet.rows(plan.first, plan.last), plan.columns, [plan.labels[n] for n in kept])
    traits = traits_of(plan, kept)
    plain = [n for n in kept if traits is None or n not in traits.places]
    dims = [_labelled(plan, n, levels, folded) for n in plain if not levels.settled(plan.labels[n])]
    return _following(plan, dims) + (traits.dimensions(plan) if traits is not None else [])


def _told_apart_as_spelt(plan: Plan, kept: Sequence[int], found: dict[tuple[str, ...], int], twice: Twice) -> bool:
    """Whether some of the rows that are told TWICE are told apart by their capitals alone."""
    spelt = Observations(plan, _dimensions(plan, kept, folded=False), found).twice()
    return spelt is None or spelt.rows < twice.rows


def _with_whole(shown: Sequence[Dimension], n: int, observations: Observations) -> Dimension:
    """The dimension N, of which a label that lists all the others is their whole where the numbers bear it out."""
    one = shown[n]
    if one.role in (Role.TIME, Role.MEASURE) or any(code.total for code in one.codes):
        return one
    if (nation := nation_among(shown, n, observations)) is not None:
        return replace(one, codes=tuple(replace(code, total=c == nation) for c, code in enumerate(one.codes)))
    own = lists_others([code.words for code in one.codes])
    counted = [(at, d.codes) for at, d in enumerate(shown) if d.role is Role.MEASURE]
    if own is None or not observations.comes_to_others(n, own, lambda at: all(c[at[m]].additive for m, c in counted)):
        return one
    return replace(one, codes=tuple(replace(code, total=c == own) for c, code in enumerate(one.codes)))


def _table_measure(plan: Plan, told: Told) -> Measure:
    said = plan.counted
    if len(said) > 1:
        natures = {measure_of(one).nature for one in said}
        nature = natures.pop() if len(natures) == 1 else None
        adding = {measure_of(one).additive for one in said}
        additive = told.measure.additive or (
            told.measure.unit in (None, "") and len(adding) > 1
        )  # of rates and what they are of
        return replace(told.measure, nature=told.measure.nature or nature, additive=additive)
    own = measure_of(said[0]).over(told.measure)
    named = any(c.kind is Kind.NAMES_MEASURE for c in plan.labels)
    return replace(own, words="") if named and holds_values(plan.measures[0]) else own


def _of_deeds(plan: Plan) -> bool:
    """Whether each row is of a single deed on its day: an order, a sale."""
    days = [one.day for one in plan.times.values() if one.day is not None]
    return plan.clock is not None and len(days) == len(plan.times) and are_deeds(plan.clock.name, days)


def _in_hand(plan: Plan, told: Told) -> Nature | None:
    """A stock, where the title says that what is counted at each of some days was waiting: "Berths outstanding" counts
    the applications that were in hand on a day, and not those that came in."""
    days = [one.day for one in plan.times.values()]
    dated = len(plan.measures) == 1 and bool(days) and None not in days
    return Nature.STOCK if dated and nature_of(told.title) is Nature.STOCK else None


def _priced(said: Sequence[str], codes: Sequence[Code]) -> list[Code]:
    """CODES of measures headed as SAID, of which the price of one thing adds up to nothing."""
    priced = [is_price(worded(one)) for one in said]
    return [replace(code, additive=code.additive and not price) for code, price in zip(codes, priced, strict=True)]


def _common_nature(plan: Plan) -> Nature | None:
    return None if len(plan.counted) > 1 else measure_of(plan.counted[0]).nature


def _kept(plan: Plan) -> list[int]:
    """The columns of labels that are dimensions: not a code that a name settles, nor a unit that all share."""
    every = range(len(plan.labels))
    kept = []
    for n in every:
        column = plan.labels[n]
        names = [m for m in every if m != n and plan.labels[m].kind is not Kind.CODE]
        coded = column.kind is Kind.CODE and any(plan.settling.settles(m, n) for m in names)
        numbered = (
            column.kind is Kind.CODE and not column.words
        )  # rows that a program numbered, which others tell apart
        coded = coded or (numbered and any(m != n and len(plan.numbers[m]) == plan.rows for m in every))
        shared = column.kind is Kind.UNIT and len(plan.numbers[n]) == 1
        settled = column.kind is Kind.LEVEL and any(_is_of_level(plan, m, n) for m in names)
        settled = settled or (column.kind is Kind.UNIT and _names_measure(plan, n) is not None)
        said_again = any(m < n and _the_same(plan.settling.told(m, n)) for m in every)
        if not coded and not shared and not settled and not said_again:
            kept.append(n)
    return kept


def _the_same(told: dict[str, str]) -> bool:
    """Whether the labels of one column, where they settle another's, are just those."""
    return bool(told) and all(one == other for one, other in told.items())


def _is_of_level(plan: Plan, place: int, level: int) -> bool:
    """Whether each label of a column, none of them empty, is of one level, so that the level says nothing more."""
    return "" not in plan.numbers[place] and plan.settling.settles(place, level)


def _names_measure(plan: Plan, unit: int) -> int | None:
    """The column of the names of measures, each of which has one unit, that of the column UNIT; None where none is."""
    if "" in plan.numbers[unit]:
        return None
    named = [m for m, c in enumerate(plan.labels) if c.kind is Kind.NAMES_MEASURE and "" not in plan.numbers[m]]
    return next((m for m in named if plan.settling.settles(m, unit)), None)


def _units(plan: Plan, n: int) -> dict[str, str]:
    """The units of the measures that a column names, by their names; nothing where no column gives them."""
    units = [m for m, c in enumerate(plan.labels) if c.kind is Kind.UNIT and _names_measure(plan, m) == n]
    return plan.settling.told(n, units[0]) if units else {}


def _labelled(plan: Plan, n: int, levels: Levels, folded: bool) -> Labels:
    column = plan.labels[n]
    same = _folded(plan.numbers[n]) if folded else {}
    known = {label: i for i, label in enumerate(label for label in plan.numbers[n] if label not in same)}
    empty = "" in known
    whole = levels.proved(column)
    if empty and not whole:
        known = {label: i for i, label in enumerate(label for label in known if label)}
    folded_in = _subtotals(plan, n, known)
    known = {label: i for i, label in enumerate(label for label in known if label not in folded_in)}
    labels = tuple(map(starless, known))
    role = Role.MEASURE if column.kind is Kind.NAMES_MEASURE else role_of(column.words, labels)
    wholes = whole_of(labels) if role is Role.PLACE else sexes_whole(labels) | both_by_letter(column.words, labels)
    wholes |= _national(plan, n, labels) if role is Role.PLACE else frozenset()
    codes = tuple(Code(label, total=not label or is_total(label) or i in wholes) for i, label in enumerate(labels))
    if role is Role.MEASURE:
        units = _units(plan, n)
        codes = tuple(measured_in(label, units.get(label, "")).code(Measure("")) for label in labels)
    known |= {label: known[part] for label, part in folded_in.items()}
    known |= {label: known[first] for label, first in same.items()}
    return Labels(n, known, Dimension(_headed(plan, n, labels), role, codes))


def _national(plan: Plan, n: int, labels: Sequence[str]) -> frozenset[int]:
    """The one label of a column of places that another column says to be national, where it has others below."""
    told = [plan.settling.told(n, m) for m, c in enumerate(plan.labels) if c.kind is Kind.LEVEL and m != n]
    found = ({label for label, level in one.items() if level.lower() == "national"} for one in told if one)
    nations = next((some for some in found if len(some) == 1), set[str]())
    return frozenset(i for i, label in enumerate(labels) if label in nations and len(labels) > 1)


def _subtotals(plan: Plan, n: int, known: Collection[str]) -> dict[str, str]:
    """The labels of a column that are the totals of others of it ("*Total Fife"), each with that one, where every such
    row says that it is of all that another column tells apart ("*Total" of its ports): the row is of Fife."""
    called = {label: part for label in known if (part := total_of(label)) and part in known}
    others = [m for m in range(len(plan.labels)) if m != n and any(map(is_total, plan.numbers[m]))]
    if not called or not others:
        return {}
    own, rest = plan.labels[n].number, [plan.labels[m].number for m in others]
    rows = (cells for _, cells in plan.sheet.rows(plan.first, plan.last) if len(cells) > own)
    of_some = {
        cells[own].strip()
        for cells in rows
        if cells[own].strip() in called and not any(is_total(cells[m]) for m in rest if m < len(cells))
    }
    return {label: part for label, part in called.items() if label not in of_some}


def _folded(labels: Iterable[str]) -> dict[str, str]:
    """The labels that differ from an earlier one in capitals alone, each with that one ("NATIONAL", "National"), or in
    that its parts follow ("Boats", "Boats of which")."""
    first: dict[str, str] = {}
    bare = ((label, _PARTS_FOLLOW.sub("", label).casefold()) for label in labels)
    return {label: one for label, plain in bare if (one := first.setdefault(plain, label)) != label}


_PARTS_FOLLOW = regex(r"(?<=\w)[,:;]?\s+of which:?$", re.IGNORECASE)


def _headed(plan: Plan, n: int, labels: Sequence[str]) -> str:
    """The heading of a column; with what its labels are of, where a column of levels says that and is left out."""
    words = plan.labels[n].words
    levels = [m for m, c in enumerate(plan.labels) if c.kind is Kind.LEVEL and m != n and _is_of_level(plan, n, m)]
    told = [label for m in levels for label in plan.numbers[m] if label and label not in labels]
    told = [label for label in told if label not in _folded(told)]
    return f"{words} ({', '.join(told)})" if 0 < len(told) <= _FEW_LEVELS else words


def _following(plan: Plan, dims: list[Labels]) -> list[Labels]:
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
        if role is dims[at].made.role is Role.MEASURE:  # what measures are of, and no measure itself
            role, d = Role.CATEGORY, replace(d, made=replace(d.made, codes=tuple(map(Code, d.known))))
        made.append(replace(d, made=replace(d.made, follows=at + offset, role=role)))
    return made


def _timed(plan: Plan, nature: Nature | None) -> tuple[Dimension, dict[tuple[str, ...], int]]:
    """The dimension of time, and the number of its code by the cells that tell it."""
    numbers: dict[Moment, int] = {}
    found = {cells: numbers.setdefault(one, len(numbers)) for cells, one in plan.times.items()}
    codes = tuple(time_code(one, nature) for one in numbers)
    return Dimension(plan.clock.name if plan.clock else "", Role.TIME, codes), found


def _untold(plan: Plan) -> tuple[str, ...]:
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
    plan: Plan,
    told: Told,
    table: Measure,
    shown: Sequence[Dimension],
    observations: Observations,
    header: int,
    nature: Nature | None,
) -> Dataset:
    single, timed = len(plan.counted) == 1, plan.clock is not None or bool(plan.parted)
    period, as_at = told.period, told.as_at
    if single and not timed and period is None and as_at is None:
        period, as_at = time_of_heading(plan.measures[0].said)
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
        None if timed else period,
        None if timed else as_at,
        told.standing,
        told.sheet,
        told.title_at,
        plan.sheet.span(header, header),
        told.notes,
        plan.rows,
    )
