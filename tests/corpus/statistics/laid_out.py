"""Sheets of one invented table in the many ways in which departments lay tables out, with what each cell must be.

A sheet is drawn by a ``Random``, so that whoever finds one that is misread has it again by its seed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from corpus.cube import cell_name
from corpus.records import Period
from tests.corpus.statistics.workbooks import Cell

__all__ = ["LAYOUTS", "PLACES", "SEXES", "THINGS", "TIMES", "Laid", "Told", "laid_out", "spans"]

PLACES = ("North East", "North West", "East Midlands", "West Midlands", "East of England", "London", "South East")
THINGS = ("Ferry berths granted", "Lamp repairs", "Kiln permits issued", "Boat claims", "Orchard grants paid")
SEXES = ("Women", "Men")
Time = tuple[str, date, date]


def _year(words: str, begins: tuple[int, int], months: int = 12) -> Callable[[int], Time]:
    """Times that are told as WORDS of a year: of MONTHS from a month of it or of one so many years on."""

    def told(year: int) -> Time:
        shown = words.format(y=year, n=year + 1, e=f"{(year + 1) % 100:02}", s=f"{year % 100:02}")
        first = date(year + begins[0], begins[1], 1)
        last = first.year * 12 + first.month - 1 + months
        return shown, first, date.fromordinal(date(last // 12, last % 12 + 1, 1).toordinal() - 1)

    return told


TIMES = {
    words: _year(words, begins, months)
    for words, begins, months in (
        ("{y}", (0, 1), 12),
        ("{y}-{e}", (0, 4), 12),
        ("{y}/{e}", (0, 4), 12),
        ("{y}/{n}", (0, 4), 12),
        ("FY {y}-{e}", (0, 4), 12),
        ("Financial year {y}/{e}", (0, 4), 12),
        ("{y} to {n}", (0, 4), 12),
        ("Apr {y} to Mar {n}", (0, 4), 12),
        ("Year ending March {n}", (0, 4), 12),
        ("Year to March {n}", (0, 4), 12),
        ("12 months to March {n}", (0, 4), 12),
        ("Year ending June {n}", (0, 7), 12),
        ("Academic year {y}/{e}", (0, 9), 12),
        ("{y}/{e} academic year", (0, 9), 12),
        ("{y} Q2", (0, 4), 3),
        ("{y}Q1", (0, 1), 3),
        ("Q3 {y}", (0, 7), 3),
        ("{y} Quarter 4", (0, 10), 3),
        ("Jan to Mar {y}", (0, 1), 3),
        ("April-June {y}", (0, 4), 3),
        ("April {y}", (0, 4), 1),
        ("Apr-{s}", (0, 4), 1),
    )
}


@dataclass(frozen=True)
class Told:
    """A number that is to be read: of which LABELS it is, and over what time."""

    value: int
    labels: tuple[str, ...]
    time: Time


@dataclass
class Laid:
    """A sheet, its merged ranges, and by row and column of the sheet what its numbers are."""

    layout: str
    style: str
    rows: list[list[Cell]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    told: dict[tuple[int, int], Told] = field(default_factory=dict)


@dataclass
class _Drawn:
    """What a layout is made of."""

    rnd: Random
    times: Sequence[Time]
    places: Sequence[str]
    thing: str
    other: str
    merged: list[str] = field(default_factory=list)

    @property
    def heads(self) -> list[str]:
        return [words for words, _, _ in self.times]

    def line(self, *labels: str) -> list[Told]:
        """A number of LABELS for each time."""
        return [self.number(time, *labels) for time in self.times]

    def number(self, time: Time, *labels: str) -> Told:
        few = self.rnd.random() < 1 / 2
        return Told(self.rnd.randint(10, 999) if few else self.rnd.randint(2_100, 9_999), labels, time)

    def cover(self, row: int, column: int, wide: int) -> None:
        self.merged.append(f"{cell_name(row, column)}:{cell_name(row, column + wide - 1)}")


Rows = list[Sequence[Cell | Told]]


def _plain(d: _Drawn) -> Rows:
    body: Rows = [[p, *d.line(d.thing, p)] for p in d.places]
    return [[f"Table 1: {d.thing} by region"], ["Region", *d.heads], *body]


def _coded(d: _Drawn) -> Rows:
    body: Rows = [[f"E1200000{n}", p, *d.line(d.thing, p)] for n, p in enumerate(d.places)]
    return [[f"{d.thing} by region [note 1]"], ["Source: Lamp Office"], ["Area code", "Area", *d.heads], *body]


def _times_down(d: _Drawn) -> Rows:
    body: Rows = [[t[0], *(d.number(t, d.thing, p) for p in d.places)] for t in d.times]
    return [[f"Table 3a {d.thing}"], [""], ["Period", *d.places], *body]


def _sexes_down(d: _Drawn) -> Rows:
    blank = d.rnd.random() < 1 / 2
    body: Rows = [[p if s == SEXES[0] or not blank else "", s, *d.line(d.thing, p, s)] for p in d.places for s in SEXES]
    return [[f"Table 2: {d.thing} by region and sex"], ["Region", "Sex", *d.heads], *body]


def _sections(d: _Drawn) -> Rows:
    body: Rows = []
    for s in SEXES:
        body.append([s])
        body.extend([p, *d.line(d.thing, p, s)] for p in d.places)
    return [[f"Table 2: {d.thing} by region"], ["Region", *d.heads], *body]


def _things_over(d: _Drawn) -> Rows:
    n = len(d.times)
    merged = d.rnd.random() < 1 / 2
    for at in (2, 2 + n) if merged else ():
        d.cover(2, at, n)
    over = ["", d.thing, *[""] * (n - 1), d.other, *[""] * (n - 1)]
    body: Rows = [[p, *d.line(d.thing, p), *d.line(d.other, p)] for p in d.places]
    return [["Table 1: Work of the office by region"], over, ["Region", *d.heads, *d.heads], *body]


def _times_over(d: _Drawn) -> Rows:
    merged = d.rnd.random() < 1 / 2
    for at in range(2, 2 + 2 * len(d.times), 2) if merged else ():
        d.cover(2, at, 2)
    over = ["", *(w for t in d.heads for w in (t, ""))]
    under = ["Region", *[d.thing, d.other] * len(d.times)]
    body: Rows = [[p, *(d.number(t, thing, p) for t in d.times for thing in (d.thing, d.other))] for p in d.places]
    return [["Table 1: Work of the office by region"], over, under, *body]


def _three_over(d: _Drawn) -> Rows:
    n = 2 * len(d.times)
    over = ["Region", d.thing, *[""] * (n - 1), d.other, *[""] * (n - 1)]
    middle = ["", *[w for t in d.heads for w in (t, "")] * 2]
    under = ["", *SEXES * n]
    body: Rows = [
        [p, *(d.number(t, thing, p, s) for thing in (d.thing, d.other) for t in d.times for s in SEXES)]
        for p in d.places
    ]
    return [["Table 1: Work of the office by region"], over, middle, under, *body]


def _gap_between(d: _Drawn) -> Rows:
    n = len(d.times)
    over = ["", d.thing, *[""] * (n - 1), "", d.other, *[""] * (n - 1)]
    body: Rows = [[p, *d.line(d.thing, p), "", *d.line(d.other, p)] for p in d.places]
    return [["Table 1: Work of the office by region"], over, ["Region", *d.heads, "", *d.heads], *body]


def _joined(d: _Drawn) -> Rows:
    shape = d.rnd.choice(("{what}, {when}", "{when} {what}", "{what} {when}", "{what}\n{when}", "{what} ({when})"))
    heads = [shape.format(what=what, when=when) for what in (d.thing, d.other) for when in d.heads]
    body: Rows = [[p, *d.line(d.thing, p), *d.line(d.other, p)] for p in d.places]
    return [["Table 1: Work of the office by region"], ["Region", *heads], *body]


def _side_by_side(d: _Drawn) -> Rows:
    gap = [""] * (len(d.times) + 1)
    body: Rows = [[p, *d.line(d.thing, p), "", p, *d.line(d.other, p)] for p in d.places]
    return [
        [f"Table 1: {d.thing} by region", *gap, f"Table 2: {d.other} by region"],
        ["Region", *d.heads, "", "Region", *d.heads],
        *body,
    ]


def _stacked(d: _Drawn) -> Rows:
    made: Rows = []
    for n, thing in ((1, d.thing), (2, d.other)):
        body: Rows = [[p, *d.line(thing, p)] for p in d.places]
        made += [[f"Table {n}: {thing} by region"], ["Region", *d.heads], *body, [""]]
    return made


def _tidy(d: _Drawn) -> Rows:
    body: Rows = [[t[0], p, s, d.number(t, d.thing, p, s)] for t in d.times for p in d.places for s in SEXES]
    return [["Period", "Region", "Sex", d.thing], *body]


def _tidy_of_things(d: _Drawn) -> Rows:
    things = (d.thing, d.other)
    body: Rows = [[t[0], p, thing, d.number(t, p, thing)] for t in d.times for p in d.places for thing in things]
    return [["Work of the office"], ["Period", "Region", "Measure", "Value"], *body]


LAYOUTS: dict[str, Callable[[_Drawn], Rows]] = {
    made.__name__.strip("_"): made
    for made in (
        _plain,
        _coded,
        _times_down,
        _sexes_down,
        _sections,
        _things_over,
        _times_over,
        _three_over,
        _gap_between,
        _joined,
        _side_by_side,
        _stacked,
        _tidy,
        _tidy_of_things,
    )
}


def laid_out(rnd: Random, layout: str, style: str) -> Laid:
    """A sheet of LAYOUT whose times are told in STYLE, drawn by RND: some cells bear marks, notes may stand below."""
    first, count = rnd.randint(2011, 2019), rnd.randint(2, 4)
    thing, other = rnd.sample(THINGS, 2)
    drawn = _Drawn(rnd, [TIMES[style](first + n) for n in range(count)], rnd.sample(PLACES, 4), thing, other)
    laid = Laid(layout, style, merged=drawn.merged)
    marked, words = rnd.random() < 1 / 3, rnd.random() < 1 / 4
    for row in LAYOUTS[layout](drawn):
        cells: list[Cell] = []
        for cell in row:
            if not isinstance(cell, Told):
                cells.append(cell)
            elif marked and rnd.random() < 1 / 20:
                cells.append(rnd.choice(("[c]", "..", "-")))
            else:
                cells.append(f"{cell.value:,}" if words else cell.value)
                laid.told[len(laid.rows) + 1, len(cells)] = cell
        laid.rows.append(cells)
    if rnd.random() < 1 / 2:
        laid.rows += [["Notes"], ["1. Repairs are those that the office paid for."]]
    return laid


def spans(period: Period | None, time: Time) -> bool:
    """Whether PERIOD is just that of TIME."""
    return period is not None and (period.start, period.end) == time[1:]
