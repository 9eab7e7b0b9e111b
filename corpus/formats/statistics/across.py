"""The columns of values → dimensions: the times, the groups and the measures that their headings tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.cube import NO_CODE, Code, Dimension, Role
from corpus.extract.headings import heading
from corpus.formats.statistics.clock import time_code
from corpus.formats.statistics.columns import role_of
from corpus.formats.statistics.ending_time import ends_parted, times_parted
from corpus.formats.statistics.headers import unmarked
from corpus.formats.statistics.measures import Measure, dated_measure, measure_of
from corpus.formats.statistics.moments import Moment, Style, moment, partly, style_of
from corpus.formats.statistics.named import counted_apart
from corpus.formats.statistics.one_by_one import one_by_one
from corpus.formats.statistics.running import told_apart, twins
from corpus.formats.statistics.sums import Series
from corpus.formats.statistics.titles import is_unit
from corpus.formats.statistics.totals import is_total, sexes_whole
from corpus.formats.statistics.trees import Known, Tree, is_bound, planted
from corpus.patterns import regex
from corpus.records import Period

__all__ = ["Across", "across"]

_LEADS_TIME = regex(
    r"(?:as (?:at|of|on)|at|on|date|year|month|quarter|period|financial year|calendar year)s?\W*", re.IGNORECASE
)
_WITHIN = regex(r"of (?:which|whom|these)\W*", re.IGNORECASE)
_NUMBER_OF = regex(r"\b(?:number|count|total number|value|amount|cost|frequency) of\b|\bfrequency$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Across:
    """``dimensions`` of the columns, and each column's codes on them; ``left`` are columns that are left out."""

    dimensions: tuple[Dimension, ...]
    codes: dict[int, tuple[int, ...]]
    left: tuple[str, ...] = ()


_UNIT_AFTER = regex(
    r"\s*\((?:\u00a3|\u20ac|\$|%|per ?cent|number|no\.?|n)(?:\s?(?:m|bn|k|million|billion|thousands?|0{3}s?))?\)$",
    re.IGNORECASE,
)
"""A unit behind a time that heads a column."""


@dataclass(frozen=True, slots=True)
class _Column:
    number: int
    time: Moment | None
    rest: tuple[str, ...]


def across(
    paths: dict[int, tuple[str, ...]],
    lines: dict[int, Series],
    table: Measure,
    name: str,
    known: Known,
    of_all: Period | None = None,
) -> Across:
    """What the columns of PATHS are; LINES has each one's numbers, NAME is what a column without words counts.

    KNOWN are the trees that other tables of the workbook have proved, OF_ALL is the time that the titles tell.
    """
    paths = unmarked(paths)
    style = style_of("", [part for path in paths.values() for part in path])
    columns = _timed_beside([_column(number, path, style) for number, path in paths.items()], style, of_all)
    columns, left = _apart(_all_times(columns, lines))
    made: list[tuple[Dimension, list[int]]] = []
    if any(c.time for c in columns):
        made.append(_times(columns, table))
    made.extend(_groups(columns, lines, table, name, known, of_all))
    codes = {c.number: tuple(codes[n] for _, codes in made) for n, c in enumerate(columns)}
    return Across(tuple(dimension for dimension, _ in made), codes, left)


def _timed_beside(columns: list[_Column], style: Style, of_all: Period | None) -> list[_Column]:
    """COLUMNS with the times that they say beside what they count; where others have times that stand by themselves,
    one of those ("2023", "2024", "Berths 2024")."""
    alone = {c.time for c in columns if c.time is not None}
    paths = {c.number: c.rest for c in columns if c.time is None}
    ends = {} if alone else ends_parted(paths, style, of_all)
    parted = ends or times_parted(paths, style, alone)
    return [_Column(c.number, *parted[c.number]) if c.number in parted else c for c in columns]


def _all_times(columns: list[_Column], lines: dict[int, Series]) -> list[_Column]:
    """COLUMNS, the one total among times told to be of all of them ("2022", "2023", "Total").

    Nothing else stands among them, or it calls itself a total ("Total boats", "Grand total") and is their sum.
    """
    timed = [c for c in columns if c.time is not None]
    others = [c for c in columns if c.time is None and c.rest]
    if len(timed) < _FEWEST_TIMES:
        return columns
    rests = {c.rest for c in timed}
    if len(others) == 1 and len(timed) == len(columns) - 1 and rests == {()} and _plain_total(others[0]):
        return [replace(c, time=Moment(c.rest[-1]), rest=()) if c is others[0] else c for c in columns]
    called = [c for c in others if _CALLED_TOTAL.match(c.rest[-1])]
    alone = len(others) == 1 and len(rests) == 1 and len(timed) == len(columns) - 1
    parts = timed if alone else [c for c in timed if not c.rest]  # of years beside which other things stand
    whole = [c for c in called if len(parts) >= _FEWEST_TIMES and _sum_of(c, parts, lines)]
    if len(whole) != 1:
        return columns
    return [replace(c, time=Moment(c.rest[-1]), rest=parts[0].rest) if c is whole[0] else c for c in columns]


def _plain_total(one: _Column) -> bool:
    return is_total(one.rest[-1]) and all(map(_LEADS_TIME.fullmatch, one.rest[:-1]))


_CALLED_TOTAL = regex(r"(?:grand )?totals?\b|.*\btotal$", re.IGNORECASE)


def _sum_of(one: _Column, parts: Sequence[_Column], lines: dict[int, Series]) -> bool:
    """Whether where all is told ONE is the sum of its PARTS, but for a slip in twenty rows, and not all are nought."""
    told = [(row[0], row[1:]) for row in zip(*(lines.get(c.number, ()) for c in (one, *parts)), strict=True)]
    whole = [(total, cells) for total, cells in told if total is not None and None not in cells]
    sums = [(total, sum((v for v in cells if v is not None), Decimal(0))) for total, cells in whole]
    slips = sum(1 for total, added in sums if total != added)
    return any(total for total, _ in sums) and slips * 20 <= len(sums)


_FEWEST_TIMES = 2


def _column(number: int, path: tuple[str, ...], style: Style) -> _Column:
    bare = [part.rstrip(":") for part in path]
    if any(heading(part, None).changes for part in bare):
        return _Column(number, None, path)
    if any(moment(_UNIT_AFTER.sub("", part), style) for part in bare if _UNIT_AFTER.search(part)):
        path = tuple(_UNIT_AFTER.sub("", part) for part in path)  # "2022/23 (£)": the unit is that of all columns
        bare = list(path)
    if len(bare) > 1 and is_total(bare[-1]):
        whole = moment(" ".join(bare[:-1]), style)
        if whole is not None or not any(moment(part, style) for part in bare[:-1]):
            return _Column(number, whole, () if whole else path)
    for words in (bare, bare[::-1]):
        whole = moment(" ".join(words), style) if words else None
        if whole is not None:
            return _Column(number, whole, ())
    inner = _inner(path, style)
    if inner is not None:
        return _Column(number, inner[0], inner[1])
    for n, part in enumerate(path):
        one = moment(part, style) or partly(part)
        if one is not None:
            rest = tuple(p for m, p in enumerate(path) if m != n and not _LEADS_TIME.fullmatch(p))
            return _Column(number, one, rest)
    return _Column(number, None, path)


def _inner(path: tuple[str, ...], style: Style) -> tuple[Moment, tuple[str, ...]] | None:
    """The time of a column that stands under another that holds it (a quarter under its year), and its other words."""
    timed = [(n, one) for n, part in enumerate(path) if (one := moment(part, style)) is not None]
    for n, one in timed:
        if len(timed) > 1 and all(m == n or _holds(other, one) for m, other in timed):
            return one, tuple(p for m, p in enumerate(path) if all(m != at for at, _ in timed))
    return None


def _holds(whole: Moment, part: Moment) -> bool:
    """Whether WHOLE is longer than PART, and all of PART lies in it."""
    outer, inner = whole.period, part.period
    if outer is None or outer.start is None or outer.end is None or outer == inner:
        return False
    if inner is not None and inner.start is not None and inner.end is not None:
        return outer.start <= inner.start and inner.end <= outer.end
    return part.day is not None and outer.start <= part.day <= outer.end


def _apart(columns: list[_Column]) -> tuple[list[_Column], tuple[str, ...]]:
    """COLUMNS without those whose headings are the same words as another's, and a sentence for each of these."""
    seen: dict[tuple[Moment | None, tuple[str, ...]], int] = {}
    for c in columns:
        seen[c.time, c.rest] = seen.get((c.time, c.rest), 0) + 1
    left = dict.fromkeys(" ".join(c.rest) or "no words" for c in columns if seen[c.time, c.rest] > 1)
    kept = [c for c in columns if seen[c.time, c.rest] == 1]
    return kept, tuple(f"several of its columns have the heading {words!r}" for words in left)


def _times(columns: Sequence[_Column], table: Measure) -> tuple[Dimension, list[int]]:
    numbers: dict[Moment, int] = {}
    codes = [NO_CODE if c.time is None else numbers.setdefault(c.time, len(numbers)) for c in columns]
    made = tuple(time_code(one, table.nature) for one in numbers)
    return Dimension("", Role.TIME, made), codes


def _groups(
    columns: Sequence[_Column],
    lines: dict[int, Series],
    table: Measure,
    name: str,
    known: Known,
    of_all: Period | None,
) -> list[tuple[Dimension, list[int]]]:
    rests = _beside_rates([c.rest for c in columns], name)
    if len(set(rests)) == 1:
        return []
    lone = [r for r in rests if len(r) == 1]
    whole = lone if len(lone) == 1 and is_total(lone[0][0]) else []
    if _crossed([r for r in rests if r not in whole]):
        groups, leaves = [r[:-1] or r for r in rests], [r[-1:] for r in rests]
        one = _single(columns, groups, {}, table, name, known)
        return [one, _single(columns, leaves, {}, table, name, known)]
    return [_single(columns, rests, lines, table, name, known, _held_and_moved(columns, of_all))]


def _held_and_moved(columns: Sequence[_Column], of_all: Period | None) -> bool:
    """Whether some headings stand at days alone, and others are of the whole time OF_ALL that the title tells: what
    was held, and what came and went."""
    days: dict[tuple[str, ...], set[bool]] = {}
    for c in columns:
        days.setdefault(c.rest, set()).add(c.time is not None and c.time.day is not None)
    return of_all is not None and {True} in days.values() and {False} in days.values()


def _beside_rates(rests: list[tuple[str, ...]], name: str) -> list[tuple[str, ...]]:
    """RESTS, of which those under no heading are counts called NAME, where the one heading is of their rates: "Female",
    "Male", and both again under "Rate per 1,000 people"."""
    tops = {r[0] for r in rests if len(r) > 1}
    if len(tops) != 1 or not name or not any(len(r) == 1 for r in rests):
        return rests
    own = {r for r in rests if len(r) == 1}
    again = {r[1:] for r in rests if len(r) > 1}
    rated = not measure_of(next(iter(tops))).additive
    return [(name, *r) if len(r) == 1 else r for r in rests] if rated and own == again else rests


def _crossed(rests: Sequence[tuple[str, ...]]) -> bool:
    """Whether the lowest headings come again under several of those above them."""
    if any(len(r) < 2 for r in rests):
        return False
    leaves = {r[-1] for r in rests}
    groups = {r[:-1] for r in rests}
    shared = any(len({r[:-1] for r in rests if r[-1] == leaf}) > 1 for leaf in leaves)
    units = all(measure_of(leaf).words == "" or heading(leaf, None).unit for leaf in leaves)
    return shared and 1 < len(leaves) <= len(rests) / 2 and len(groups) > 1 and not units


def _single(
    columns: Sequence[_Column],
    rests: Sequence[tuple[str, ...]],
    lines: dict[int, Series],
    table: Measure,
    name: str,
    known: Known,
    apart: bool = False,
) -> tuple[Dimension, list[int]]:
    """One dimension of the words that RESTS have for each of COLUMNS; of things that are told APART, of measures."""
    group = _one_group(rests)
    words = [_words(r, group) or name for r in rests]
    within = [any(_WITHIN.match(part) for part in r) for r in rests]
    labels = list(dict.fromkeys(words))
    codes = [labels.index(w) for w in words]
    first = [codes.index(n) for n in range(len(labels))]
    series = [lines.get(columns[at].number, ()) for at in first] if len(labels) == len(columns) else []
    outside = _outside(labels, [rests[at] for at in first], group, series)
    inside = [label for label, out in zip(labels, outside, strict=True) if not out]
    beside = [label for label, out in zip(labels, outside, strict=True) if out]
    of_all = [n for n, out in enumerate(outside) if out and _said_of_all(labels[n], table)]
    unlike = bool(group) and _unlike([label for label in beside if labels.index(label) not in of_all])
    apart = apart or _measures(inside, rests) or _at_some_times(columns) or counted_apart(inside, table.words)
    if apart or unlike:
        if unlike:
            return _single(columns, [(", ".join(r),) if r else r for r in rests], lines, table, name, known)
        held = [
            [v for c, w in zip(columns, words, strict=True) if w == label for v in lines.get(c.number, ())]
            for label in labels
        ]
        alone = one_by_one(labels, held, table)
        made = tuple(
            _measured(label, name, table, shown, n in alone)
            for n, (label, shown) in enumerate(zip(labels, _shown(labels), strict=True))
        )
        return Dimension(group, Role.MEASURE, told_apart(_whole_among(made, labels, name))), codes
    role = role_of(group, labels)
    tree = known.of(labels, planted(labels, series if table.additive else [], [within[at] for at in first]))
    coded = _coded(labels, tree, outside, series)
    of_all += _between_bounds(labels)
    return Dimension(group, role, tuple(replace(c, total=c.total or n in of_all) for n, c in enumerate(coded))), codes


def _between_bounds(labels: Sequence[str]) -> list[int]:
    """The estimate beside whose bounds nothing else stands ("Lower limit", "Estimate", "Upper limit"): it is what is
    meant where none of them is named."""
    plain = [n for n, label in enumerate(labels) if not is_bound(label)]
    return plain if len(plain) == 1 and len(labels) - len(plain) > 1 else []


def _said_of_all(label: str, table: Measure) -> bool:
    """Whether a column beside a group of others is called what a TABLE of averages or rates is of: it is of all of them
    ("Average wait", beside "Port: North, South", of a table of the average wait for pilots)."""
    own = label.casefold().strip()
    return not table.additive and not measure_of(label).additive and own in table.words.casefold()


def _outside(
    labels: Sequence[str], rests: Sequence[tuple[str, ...]], group: str, series: Sequence[Series]
) -> list[bool]:
    """Which labels are not of the group: they stand beside it, or say what is counted and are never the less."""
    counting = [n for n, label in enumerate(labels) if _NUMBER_OF.search(label)]
    lone = counting[0] if len(counting) == 1 and len(labels) > 2 and _covers(counting[0], series) else None
    return [n == lone or (bool(group) and group not in rest) for n, rest in enumerate(rests)]


def _one_group(rests: Sequence[tuple[str, ...]]) -> str:
    """The heading that goes over all the columns that have one above their own; "" where there are several."""
    tops = {r[0] for r in rests if len(r) > 1 and not all(map(is_total, r))}  # "All piers, all boats" goes over none
    if all(is_unit(r[-1]) for r in rests if len(r) > 1):
        return ""
    if {r[1:] for r in rests if len(r) > 1} & {r for r in rests if len(r) == 1}:
        return ""  # it tells columns from others that say else the same
    return tops.pop() if len(tops) == 1 and sum(1 for r in rests if len(r) > 1) > 1 else ""


def _words(rest: tuple[str, ...], group: str) -> str:
    parts = [part for part in rest if not _WITHIN.fullmatch(part)]
    if group and len(parts) > 1 and parts[0] == group:
        parts = parts[1:]
    if group and parts and all(map(is_total, parts)):
        parts = parts[-1:]
    return ", ".join(dict.fromkeys(parts))


def _measures(labels: Sequence[str], rests: Sequence[tuple[str, ...]]) -> bool:
    """Whether the headings name things that are counted, and not sorts of one thing."""
    if any(not rest for rest in rests):
        return True
    told = [measure_of(label) for label in labels]
    units = {(m.unit, m.scale) for m in told}
    if twins(labels):
        return True
    if len({_UNIT_FIRST.match(label) is None for label in labels}) > 1:
        return True  # "Berths given up", "Hours a week given up"
    return any(not m.additive for m in told) or len(units) > 1 or any(_NUMBER_OF.search(label) for label in labels)


_UNIT_FIRST = regex(
    r"(?:(?:number|total|sum) of )?(?:hours|days|minutes|weeks|months|miles|kilomet(?:re|er)s|km|hectares|acres|tonnes"
    r"|kilograms|kg|litres|square (?:miles|met(?:re|er)s))\b",
    re.IGNORECASE,
)
"""How a heading begins that counts in a unit of its own ("Hours lost"), beside others that count things."""


def _at_some_times(columns: Sequence[_Column]) -> bool:
    """Whether some headings say when, and others what has no time of theirs ("Crew 2010", "Crew now", "Boats lost since
    2010"): those count things of their own, since sorts of one thing are all told at its times."""
    told = [c for c in columns if c.rest and not any(map(is_total, c.rest))]
    return len({c.time is None for c in told}) > 1 and len({c.rest for c in told if c.time is None}) > 1


def _unlike(beside: Sequence[str]) -> bool:
    """Whether what stands beside a group is of another sort: a mean beside percentiles."""
    told = [measure_of(label) for label in beside]
    return any(not m.additive or m.unit or m.scale > 1 for m in told)


def _shown(labels: Sequence[str]) -> list[str]:
    """LABELS without their units, where they stay different; else as they stand."""
    bare = [dated_measure(label).words for label in labels]
    return bare if len(set(bare)) == len(bare) and all(bare) else list(labels)


def _measured(label: str, name: str, table: Measure, shown: str, alone: bool) -> Code:
    if label == name:
        return Code(name, additive=table.additive, scale=table.scale)
    own = measure_of(label)
    return replace((replace(own, unit="", scale=1) if alone else own).code(table), words=shown)


def _whole_among(made: tuple[Code, ...], labels: Sequence[str], name: str) -> tuple[Code, ...]:
    """The measures, of which one that has no words but the table's is the whole of those that are sorts of it."""
    sorts = [c for c, label in zip(made, labels, strict=True) if label != name and c.additive and c.unit is None]
    whole = len(sorts) > 1
    return tuple(
        replace(c, total=whole and c.additive) if label == name else c for c, label in zip(made, labels, strict=True)
    )


def _coded(labels: Sequence[str], tree: Tree, outside: Sequence[bool], series: Sequence[Series]) -> tuple[Code, ...]:
    made = []
    both = sexes_whole(labels)
    for n, label in enumerate(labels):
        whole = n in tree.totals or n in both or (outside[n] and _covers(n, series))
        made.append(Code(label, total=whole, parent=None if whole else tree.parents[n]))
    totals = {n for n, code in enumerate(made) if code.total}
    return tuple(replace(c, parent=None) if c.parent in totals else c for c in made)


def _covers(number: int, series: Sequence[Series]) -> bool:
    """Whether one column, which stands outside the group of the others, is never less than any of them."""
    if len(series) < 2:
        return False
    pairs = [
        (mine, other)
        for n, line in enumerate(series)
        if n != number
        for mine, other in zip(series[number], line, strict=False)
        if mine is not None and other is not None
    ]
    low = sum(1 for mine, other in pairs if mine < other)
    return bool(pairs) and low * 20 <= len(pairs) and any(mine > Decimal(0) for mine, _ in pairs)
