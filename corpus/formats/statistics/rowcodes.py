"""One column of a table's labels → a dimension, in steps where sums, indents or codes of areas prove them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from corpus.cube import NO_CODE, Code, Dimension, Role
from corpus.formats.statistics.class_totals import class_totals
from corpus.formats.statistics.columns import Kind, role_of
from corpus.formats.statistics.gss import area_level, areas_above
from corpus.formats.statistics.labelled import Labelled, name_measures
from corpus.formats.statistics.measures import Measure, measure_of
from corpus.formats.statistics.sums import Series
from corpus.formats.statistics.told_by import as_where_bare, told_by
from corpus.formats.statistics.totals import calls_total, nation_over, sexes_whole, whole_beyond, whole_of
from corpus.formats.statistics.trees import Known, listed_together, planted, uncircled
from corpus.patterns import regex

__all__ = ["coded_labels"]

_Path = tuple[str, ...]
"""A label with those that it stands under, its own first: what one code is told by."""


def coded_labels(
    read: Labelled, place: int, outer: Sequence[int], lines: Sequence[Series], known: Known, table: Measure, last: bool
) -> tuple[Dimension, list[int]]:
    """The column at PLACE as a dimension, and each row's code. OUTER are the columns of labels before it.

    The LAST column, which has the finest labels, may be in steps; LINES are the rows' numbers, if they add up.
    """
    column = read.shown[place]
    labels = [row[place] for row in read.labels]
    named = list(dict.fromkeys(label for label in labels if label))
    if column.kind is Kind.NAMES_MEASURE or name_measures(named) or _in_units(named, table) or _each_counts(named):
        codes = [named.index(label) if label else NO_CODE for label in labels]
        return Dimension(column.words, Role.MEASURE, tuple(measure_of(label).code(table) for label in named)), codes
    above: list[int | None] = [None] * len(labels)
    whole: set[int] = set()
    classed = False
    lying = told_by(labels, [[row[o] for row in read.labels] for o in outer]) if last and _of_one_time(read) else None
    if last:
        _Forest(read, place, outer, known, lying).plant(lines, above, whole)
        above = above if lying is None else as_where_bare(labels, lying, above)
    else:
        _of_which(labels, above)
        classed = _of_classes(read, place, lines, above, whole)
    paths = _freed([_path(labels, above, n) for n in range(len(labels))], whole)
    keys: dict[_Path, int] = {}
    codes = [_code(read, n, paths[n], outer, keys) for n in range(len(labels))]
    role = Role.PLACE if last and any(a is not None for a in read.areas) else role_of(column.words, named)
    wholes = {paths[n] for n in whole} | {(named[n],) for n in (whole_of(named) if role is Role.PLACE else ())}
    wholes |= {(label,) for label in (() if last or classed else read.wholes(place))}
    wholes |= {(named[n],) for n in sexes_whole(named)}
    wholes |= {paths[n] for n in _beyond_sections(read, labels)}
    apart = _set_apart(read, place)
    if apart is not None and nation_over(labels, lines, apart):
        wholes.add(paths[apart])
    return Dimension(column.words, role, _coded(keys, wholes)), codes


def _of_one_time(read: Labelled) -> bool:
    """Whether no row comes again at another time, or in another section."""
    return not any(read.sections) and all(c.kind is not Kind.TIME for c in read.shown)


def _beyond_sections(read: Labelled, labels: Sequence[str]) -> list[int]:
    """The rows that stand in no section, where the others do, and are the total of a place that holds them all."""
    sections = {section for section in read.sections if section}
    outside = [n for n, section in enumerate(read.sections) if not section]
    lone = len(sections) > 1 and len({labels[n] for n in outside}) == 1
    return [n for n in outside if lone and all(whole_beyond(labels[n], section) for section in sections)]


_NUMBER_OF = regex(r"(?:the\s+)?(?:total\s+|overall\s+)?numbers?\s+of\s", re.IGNORECASE)


def _each_counts(named: Sequence[str]) -> bool:
    """Whether each label says of itself that it is a number of something: then none is added to another ("Number of
    boats inspected", "Number of boats holed")."""
    return len(named) > 1 and all(_NUMBER_OF.match(label) for label in named)


_OWN_UNIT = regex(r"\((?:\u00a3|%)\)$")


def _in_units(named: Sequence[str], table: Measure) -> bool:
    """Whether some labels say of themselves that their numbers are money or shares, and others do not: they are then
    measures, of which none is a part or the whole of another ("Posts", "Total salary (\u00a3)")."""
    own = [_OWN_UNIT.search(label) is not None for label in named]
    return table.unit is None and any(own) and not all(own)


def _set_apart(read: Labelled, place: int) -> int | None:
    """The first or the last row, where it alone has no label in the other columns, as a country's over its regions."""
    bare = [n for n, row in enumerate(read.labels) if not any(one for o, one in enumerate(row) if o != place)]
    several = len(read.labels) > 1 and len(read.labels[0]) > 1
    return bare[0] if several and len(bare) == 1 and bare[0] in (0, len(read.labels) - 1) else None


def _path(labels: Sequence[str], above: Sequence[int | None], n: int) -> _Path:
    path = [labels[n]]
    at = above[n]
    while at is not None:
        path.append(labels[at])
        at = above[at]
    return tuple(path)


def _freed(paths: Sequence[_Path], whole: set[int]) -> list[_Path]:
    """PATHS less the whole at their end: a part of all is the same where its sum is proved and where it is not."""
    wholes = {paths[n] for n in whole}
    freed = [path[:1] if path[1:] in wholes else path for path in paths]
    return freed if len(set(freed)) <= len(set(paths)) else list(paths)


_OF_WHICH = regex(r"\W*(?:of which|including)\b", re.IGNORECASE)


def _of_which(labels: Sequence[str], above: list[int | None]) -> None:
    """Put into ABOVE for each row called "of which ..." a row of the label that it comes after."""
    before = -1
    for n, label in enumerate(labels):
        if _OF_WHICH.match(label):
            above[n] = before if before >= 0 else None
        elif label:
            before = n


def _of_classes(read: Labelled, place: int, lines: Sequence[Series], above: list[int | None], whole: set[int]) -> bool:
    """Put into ABOVE for each row the total of its class, as a column behind it says that ("Body | Region | Class"),
    and into WHOLE the total of all; whether there are such totals."""
    labels = [row[place] for row in read.labels]
    for other in range(place + 1, len(read.shown)):
        heads, all_of_them = class_totals(labels, [row[other] for row in read.labels], lines)
        if heads:
            for n, head in heads.items():
                above[n] = head
            whole |= {all_of_them} if all_of_them is not None else set()
            return True
    return False


def _code(read: Labelled, n: int, path: _Path, outer: Sequence[int], keys: dict[_Path, int]) -> int:
    """The number of a label; that of an empty one is the whole's, where the label before it calls itself that."""
    if path[0]:
        return keys.setdefault(path, len(keys))
    if any(read.labels[n][place] in read.wholes(place) for place in outer):
        return keys.setdefault(("",), len(keys))
    return NO_CODE


def _coded(keys: dict[_Path, int], wholes: set[_Path]) -> tuple[Code, ...]:
    made = []
    for path in keys:
        total = path in wholes or not path[0]
        parent = keys.get(path[1:]) if len(path) > 1 and path[1:] not in wholes and not total else None
        made.append(Code(path[0], total=total, parent=parent))
    return tuple(made)


class _Forest:
    """The trees of a column's labels: one for each section, time and label further out that they stand within."""

    def __init__(
        self, read: Labelled, place: int, outer: Sequence[int], known: Known, rows: Collection[int] | None = None
    ) -> None:
        """ROWS are those that have a place in them; None for all."""
        self._read, self._place, self._outer, self._known = read, place, outer, known
        times = [n for n, c in enumerate(read.shown) if c.kind is Kind.TIME]
        self._groups: dict[tuple[str, ...], list[int]] = {}
        for n, (section, labels) in enumerate(zip(read.sections, read.labels, strict=True)):
            context = (section, *(labels[t] for t in times), *(labels[o] for o in outer[:-1]))
            if rows is not None and n not in rows:
                continue
            self._groups.setdefault(context, []).append(n)

    def plant(self, lines: Sequence[Series], above: list[int | None], whole: set[int]) -> None:
        """Put into ABOVE for each row the row that its label is a part of, and into WHOLE those of the whole."""
        for rows in self._groups.values():
            labels = [self._read.labels[n][self._place] for n in rows]
            areas = self._areas(rows)
            own = planted(labels, [lines[n] for n in rows] if lines else [], (), self._steps(rows, areas), areas)
            tree = self._known.of(labels, own)
            totals = set(tree.totals) | self._under_totals(rows)
            subtotals = self._subtotals(rows)
            for at, n in enumerate(rows):
                parent = tree.parents[at]
                parent = self._subtotal(n, subtotals) if parent is None and self._outer else parent
                free = parent is not None and at not in totals and parent not in totals and parent != at
                above[n] = rows[parent] if free and parent is not None else None
            whole |= {rows[at] for at in totals}
        if len(self._groups) > 1:
            self._agree(above, whole)
        uncircled(above)

    def _areas(self, rows: Sequence[int]) -> list[int | None]:
        """For each row that which its area lies in, where the codes of most are areas of several sizes; else none."""
        codes = [self._read.areas[n] for n in rows]
        known = [area_level(code) for code in codes if code is not None]
        if len(known) * 10 < 8 * len(rows) or len(set(known)) < 2:
            return []
        return areas_above(codes, [self._read.labels[n][self._place] for n in rows])

    def _steps(self, rows: Sequence[int], areas: Sequence[int | None]) -> list[int]:
        if areas:
            return []
        labels = [self._read.labels[n][self._place] for n in rows]
        return listed_together(labels, [self._read.steps[n] for n in rows])

    def _under_totals(self, rows: Sequence[int]) -> set[int]:
        """Rows whose label is the whole since the label before it is, too ("Total", "Total tactics")."""
        if not self._outer:
            return set()
        before = self._outer[-1]
        wholes = self._read.wholes(before)
        held = [self._read.labels[n] for n in rows]
        return {at for at, own in enumerate(held) if own[before] in wholes and calls_total(own[self._place])}

    def _subtotals(self, rows: Sequence[int]) -> dict[tuple[str, ...], int]:
        """By the labels before it, the row that is the total of these ("South West", "Total South West")."""
        found: dict[tuple[str, ...], int] = {}
        for at, n in enumerate(rows if self._outer else ()):
            own = self._read.labels[n]
            if calls_total(own[self._place]) and own[self._outer[-1]].lower() in own[self._place].lower():
                found.setdefault(tuple(own[o] for o in self._outer), at)
        return found

    def _subtotal(self, n: int, subtotals: dict[tuple[str, ...], int]) -> int | None:
        own = self._read.labels[n]
        return None if calls_total(own[self._place]) else subtotals.get(tuple(own[o] for o in self._outer))

    def _agree(self, above: list[int | None], whole: set[int]) -> None:
        """Give a label that comes in several trees the same whole in all: the one that most of them prove.

        A label that comes several times in one tree is told apart by which of these it is.
        """
        known = {n: key for rows in self._groups.values() for n, key in self._ordinals(rows)}
        votes: dict[tuple[str, int], Counter[tuple[str, int]]] = {}
        for n, parent in enumerate(above):
            if parent is not None:
                votes.setdefault(known[n], Counter())[known[parent]] += 1
        called = {known[n] for n in whole}
        for rows in self._groups.values():
            by_key = {known[n]: n for n in rows}
            for n in rows:
                best = votes[known[n]].most_common(1)[0][0] if known[n] in votes else None
                free = best is not None and best not in called and known[n] not in called
                above[n] = by_key.get(best) if free and best is not None else None
                if known[n] in called:
                    whole.add(n)

    def _ordinals(self, rows: Sequence[int]) -> list[tuple[int, tuple[str, int]]]:
        seen: Counter[str] = Counter()
        found = []
        for n in rows:
            label = self._read.labels[n][self._place]
            found.append((n, (label, seen[label])))
            seen[label] += 1
        return found
