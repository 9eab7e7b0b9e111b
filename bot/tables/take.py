"""From a binding to a value: every observation that it asks for, from the ledger, added up where that may be done.

Along a dimension that the question does not name, the table's own total is taken where it has one, and else all of its
codes are added, none of them twice. Rates, shares and averages are never added; a stock is never added over time; a
value that the table withholds is no nought, and no sum is given that would be short of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.tables.areas import councils
from bot.tables.catalog import Listed
from bot.tables.day_by_day import never_falls, told_daily
from bot.tables.entries import of_entries, repeated
from bot.tables.every import all_so_many
from bot.tables.held import maybe_held
from bot.tables.label import Way, own_words, spaced
from bot.tables.overlaps import overlapping
from bot.tables.precision import rounded_as, shown_in
from bot.tables.slices import NoCell, Refused, Slice, is_stock, names_of
from bot.tables.tiling import ends, read_as, tiled
from bot.tables.traits import one_block, trait_blocks
from bot.tables.unlike_rows import unlike
from corpus.cube import Observation, Role
from corpus.ledger import Ledger
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Qualifier

__all__ = ["Taken", "grouped", "stands_apart", "take"]


@dataclass(frozen=True, slots=True)
class Taken:
    """One value of a table: of one cell, or of several that were added up.

    ``value`` is scaled to its unit, and None where the table withholds it; ``words`` name its codes and its time.
    """

    slice: Slice
    words: tuple[str, ...]
    seen: tuple[Observation, ...]
    value: Decimal | None
    qualifier: Qualifier
    matched: int
    """How many observations the question's codes stand in, before totals were taken for their parts."""
    known: Decimal | None = None
    """What a row of a grouping comes to without those of its cells that the table withholds, where it has such."""
    shown: Decimal | None = None
    """The number to the decimals that its sheet shows, where ``value`` has more; not scaled."""

    @property
    def unit(self) -> str:
        return self.slice.unit

    @property
    def added(self) -> bool:
        return len(self.seen) > 1


def take(asked: Slice, ledger: Ledger) -> Taken:
    """The value that ASKED names. Raises Refused where there is none, or where parts may not be added up."""
    rows = ledger.observed(asked.listed.dataset, asked.codes)
    if not rows:
        raise NoCell("the table gives no figure for that", (_named(asked) or "that",))
    return _added_up(asked, rows, (), ledger)


def grouped(asked: Slice, ledger: Ledger, way: Way, by_year: bool, upper: bool = False) -> tuple[Taken, ...]:
    """A value for each code of a dimension, in the table's order, but times in their own.

    Years are made up of quarters or months where BY_YEAR says so. UPPER takes the codes that others are parts of, in
    place of these.
    """
    listed = asked.listed
    wide = {n: c for n, c in asked.codes.items() if n != way.n or way.role is Role.TIME or n in asked.binding.picks}
    rows = ledger.observed(listed.dataset, wide)
    parts: dict[tuple[int, ...], list[Observation]] = {}
    sets = _sets(
        way, {o.codes[way.n] for o in rows}, by_year, upper, nested=upper or not _each_beside(asked, rows, way)
    )
    for one in rows:
        if (key := sets.get(one.codes[way.n])) is not None:
            parts.setdefault(key, []).append(one)
    found = []
    for key in sorted(parts, key=lambda some: _place(way, some)):
        one_slice = Slice(asked.binding, {**asked.codes, way.n: key}, asked.times)
        words = (_set_words(way, key, by_year),)
        found.append(_short_of(one_slice, parts[key], words) or _added_up(one_slice, parts[key], words, ledger))
    return tuple(found)


def _each_beside(asked: Slice, rows: Sequence[Observation], way: Way) -> bool:
    """Whether the table's total is that of all its other rows, so that no place in it is counted with one that it lies
    in: a county's own boats, beside those of a town there."""
    present = {o.codes[way.n] for o in rows}
    holders = (those for n, those in way.holding.items() if n in present - way.totals)
    if not present & way.totals or not any(those & present for those in holders):
        return False
    if way.sums & present - way.totals or not asked.additive:
        return False
    by_code: dict[int, list[Observation]] = {}
    for one in rows:
        by_code.setdefault(one.codes[way.n], []).append(one)
    kept = {code: [o.value for o in _narrowed(some, asked)] for code, some in by_code.items()}
    values = {code: sum(v for v in some if v is not None) for code, some in kept.items() if None not in some}
    total = next(values.get(code) for code in present & way.totals)
    return len(values) == len(kept) and total == sum(v for code, v in values.items() if code not in way.totals)


def _short_of(asked: Slice, rows: Sequence[Observation], words: tuple[str, ...]) -> Taken | None:
    """A row of which the table gives some cells and withholds others: no sum of it is given, only what is known."""
    kept = _narrowed(rows, asked)
    hidden = [o for o in kept if o.value is None]
    if not hidden or len(hidden) == len(kept) or not asked.additive:
        return None
    known = sum((o.value for o in kept if o.value is not None), Decimal(0))
    one = hidden[0]
    return Taken(asked, words, (one,), None, one.qualifier, len(rows), _scaled(known, asked))


def _place(way: Way, key: tuple[int, ...]) -> tuple[date, tuple[int, ...]]:
    """Where a row stands: times in their own order, be the newest first in the table, all else as the table has it."""
    days = [day for n in key if (day := ends(way.labels[n]))] if way.role is Role.TIME else []
    return max(days, default=date.max), key


def _sets(
    way: Way, present: Collection[int], by_year: bool, upper: bool, *, nested: bool = True
) -> dict[int, tuple[int, ...]]:
    """Which codes make up one row of a grouping, by each of its codes; totals and sub-totals are no row, nor are places
    that others lie in, where they are NESTED."""
    codes = way.dimension.codes
    if not by_year or way.role is not Role.TIME:
        some = {n for n in present if n >= 0 and _of_which(way, n, present)}
        parents = {codes[n].parent for n in present if n >= 0 and n not in some}
        held = {n: those & frozenset(present) for n, those in way.holding.items() if nested and n in present}
        holders = {n for n, those in held.items() if those}
        wholes = holders - way.totals - councils(way)
        if (
            upper and wholes
        ):  # the nations, of a table of regions and nations: none that holds a nation, none that lies in one
            wide = {n for n in wholes if held[n] & wholes}
            within = frozenset().union(*(held[n] for n in wholes - wide))
            outer = (n for n in present if n >= 0 and n not in way.sums and n not in wide | within)
            return {n: (n,) for n in outer if _is_wide(way, n)}
        if upper and (wholes or not holders):  # under a total alone all that is left are nations
            return {n: (n,) for n in present if n in parents and n not in way.sums}
        return {n: (n,) for n in present if n >= 0 and n not in way.sums and n not in parents | wholes | some}
    return _by_years(way, present)


_WITHIN = regex(r"\W*of (?:which|whom|these)\b\W*\w", re.IGNORECASE)


def _of_which(way: Way, n: int, present: Collection[int]) -> bool:
    """Whether a row stands in a list of what its whole holds among other things ("of which: at sea"): it is no row
    beside that whole's fellows, which has its own."""
    codes = way.dimension.codes
    whole = codes[n].parent
    if whole is None or whole not in present or way.role is Role.TIME:
        return False
    return any(one.parent == whole and _WITHIN.match(one.words) for one in codes)


def _by_years(way: Way, present: Collection[int]) -> dict[int, tuple[int, ...]]:
    """The codes that make up each calendar year, by each of them: its own row, or its quarters or months.

    Of a table whose times are no parts of calendar years, each is a row; of one that has only some months of every
    year, there is none. "Year to date" is no year of a table of months.
    """
    labels = way.labels
    alone: dict[int, tuple[int, ...]] = {n: (n,) for n in present if n >= 0 and n not in way.sums}
    years: dict[int, list[int]] = {}
    for n in sorted(present):
        period = way.dimension.codes[n].period if n >= 0 else None
        if period is not None and period.start and period.end and period.start.year == period.end.year:
            years.setdefault(period.end.year, []).append(n)
        elif period is not None or n not in alone or ends(labels[n]) or _BEGINS_YEAR.match(labels[n].code.words):
            return alone
    if not years:
        return alone
    whole = {
        year: tuple(label.n for label in tiled([labels[n] for n in some], date(year, 1, 1), date(year, 12, 31)))
        for year, some in years.items()
    }
    found = {n: some for some in whole.values() for n in some}
    return found or ({} if any(len(some) > 1 for some in years.values()) else alone)


_BEGINS_YEAR = regex(r"(?:19|20)\d\d\b")
"""A part of a year that says of which ("2024 (to 5 June)") is a row beside whole years, not sure of which days."""


def _is_wide(way: Way, n: int) -> bool:
    """Whether a row of a table that tells wholes from parts is a whole, or else a place that is a part of none."""
    if not way.wholes:
        return True
    return n in way.wholes or not (stands_apart(way, n) or way.above(n) - way.sums)


def stands_apart(way: Way, n: int) -> bool:
    """Whether a row of a table of places is no place, nor a part of one as others are: "Staff on loan", below the
    regions and their yards, is neither a region nor a yard."""
    if way.role is not Role.PLACE or not way.wholes - way.sums or n in way.wholes or way.above(n) - way.sums:
        return False
    return not any(lexicon().kind(i) == "place" for i in way.labels[n].ids)


def _set_words(way: Way, key: tuple[int, ...], by_year: bool) -> str:
    first = way.dimension.codes[key[0]]
    if len(key) == 1:
        return read_as(way.labels[key[0]]) if way.role is Role.TIME else _called(way, key[0])
    return str(first.period.end.year) if by_year and first.period and first.period.end else first.words


def _added_up(asked: Slice, rows: Sequence[Observation], words: tuple[str, ...], ledger: Ledger) -> Taken:
    listed = asked.listed
    kept = _narrowed(rows, asked)
    named = words + tuple(w for w in _words(asked) if w not in words)
    hidden = [o for o in kept if o.value is None]
    if len(kept) == 1 or (hidden and len(hidden) == len(kept)):
        one = kept[0]
        shown = shown_in(ledger.text(listed.dataset.source_id), one)
        return Taken(asked, named, (one,), _scaled(one.value, asked), one.qualifier, len(rows), shown=shown)
    if repeated(kept) and not of_entries(listed.dataset):
        raise Refused("rows of the table have the same labels, and nothing tells which of them counts what")
    if not asked.additive:
        raise Refused("rates, shares and averages may not be added up", (_apart(kept, listed),))
    if listed.time is not None and len({o.codes[listed.time.n] for o in kept}) > 1 and is_stock(listed, asked.codes):
        raise Refused("a stock may not be added up over several dates", ("a single date",))
    if (
        listed.time is not None
        and len({o.codes[listed.time.n] for o in kept}) > 1
        and maybe_held(asked.listed, asked.codes)
    ):
        raise Refused("it may be counted at a date, and is not added up over several", ("a single date",))
    if listed.time is not None and len({o.codes[listed.time.n] for o in kept}) > 1 and _is_running(asked, ledger):
        raise Refused("its numbers never fall from day to day and may be a running total", ("a single day",))
    if any(o.qualifier is Qualifier.SUPPRESSED for o in hidden):
        raise Refused("some of its cells are withheld by the table, so no sum is given that would be short of them")
    if hidden:
        raise Refused("some of its cells are not given by the table, so no sum is given that would be short of them")
    if overlapping(asked, kept, ledger):
        raise Refused("its rows overlap, and come to more than their whole: no sum of some of them is given")
    _check_all_there(asked, kept)
    total = sum((o.value for o in kept if o.value is not None), Decimal(0))
    loose = {o.qualifier for o in kept} - {Qualifier.EXACTLY}
    qualifier = Qualifier.ABOUT if loose else Qualifier.EXACTLY
    text = ledger.text(listed.dataset.source_id)
    cells = [shown for o in kept if (shown := shown_in(text, o)) is not None]
    shown = rounded_as(total, cells) if cells else None
    return Taken(asked, named, tuple(kept), _scaled(total, asked), qualifier, len(rows), shown=shown)


def _check_all_there(asked: Slice, kept: Sequence[Observation]) -> None:
    """Raises Refused where all of so many rows are asked for, and those that are added up are fewer."""
    open_ways = (w for w in asked.listed.ways if w.n not in asked.codes)
    every = all_so_many(asked.binding.question.text, open_ways)
    rows = {o.codes[every[0].n] for o in kept} if every is not None else set()
    if every is not None and not rows <= every[0].sums and len(rows) != every[1]:
        raise Refused("the table does not give all of them for that time", ("all of those asked for",))


def _is_running(asked: Slice, ledger: Ledger) -> bool:
    """Whether the numbers of all the days of a table, of the very codes that are asked for, never fall."""
    way = asked.listed.time
    if way is None or not told_daily(way, None, None):
        return False
    held = {n: codes for n, codes in asked.codes.items() if n != way.n}
    last = {label.n: ends(label) or date.max for label in way.labels}
    rows = sorted(ledger.observed(asked.listed.dataset, held), key=lambda o: last[o.codes[way.n]])
    days = [o.codes[way.n] for o in rows]
    return len(set(days)) == len(days) and never_falls([o.value for o in rows])


def _scaled(value: Decimal | None, asked: Slice) -> Decimal | None:
    if value is None or asked.scale == 1:
        return value
    product = value * asked.scale
    return product.quantize(Decimal(1)) if product == product.to_integral_value() else product


def _narrowed(rows: Sequence[Observation], asked: Slice) -> list[Observation]:
    """ROWS less whatever is told in them twice: along a dimension not named, its total stands for its parts."""
    kept = list(rows)
    picked = {n for n, codes in asked.codes.items() if asked.listed.ways[n].role is not Role.TIME}
    open_ways = [w for w in asked.listed.ways if w.n not in picked and w.role is not Role.TIME]
    told = frozenset(i for n in picked for c in asked.codes[n] for i in asked.listed.ways[n].labels[c].ids)
    for way in sorted(open_ways, key=lambda w: -len(w.labels)):
        whole = _whole_of(way, kept, told)
        apart = (asked.listed.answers and not _all_places(way, asked)) or _headed_apart(way, asked.listed)
        kept = whole or _along(way, kept, apart=apart)
    return kept


def _headed_apart(way: Way, listed: Listed) -> bool:
    """Whether the columns of a data file, of which no title and no heading over them says what they are kinds of, may
    each count another thing ("Launches", "Rescues"): none tells people or places apart, nor bands of ages.

    So may those of a lone row of counts, whatever is over them: of one launch there may be two reasons.
    """
    unsaid = (listed.only_filed and not way.dimension.name) or listed.dataset.rows == 1
    told = unsaid and not way.totals and way.role is Role.CATEGORY
    kinds = {lexicon().kind(i) for label in way.labels for i in label.ids}
    return told and not way.bands and not kinds & {"person", "place", "nationality", "attribute"}


def _whole_of(way: Way, rows: Sequence[Observation], told: frozenset[str]) -> list[Observation]:
    """The rows of the one total among those of a block that says no more than that it is of all of it, as the labels
    that are picked are TOLD: "All piers", under "Piers". None where there is none, or several."""
    present = {o.codes[way.n] for o in rows}
    wholes = [n for n in present if n >= 0 and n in way.sums and n not in way.totals]
    if len(present) < 2 or not wholes or present & way.totals:
        return []
    own = [o for o in rows if o.codes[way.n] in wholes]
    sure = len(wholes) == 1 or _one_each(way.n, own, rows)
    said = all(way.labels[n].needed and all(need.met(told) for need in way.labels[n].needed) for n in wholes)
    return own if sure and said else []


def _one_each(n: int, wholes: Sequence[Observation], rows: Sequence[Observation]) -> bool:
    """Whether each block of ROWS has one of the WHOLES along dimension N ("All north piers", "All south piers")."""
    blocks = [(*o.codes[:n], *o.codes[n + 1 :]) for o in wholes]
    return len(set(blocks)) == len(blocks) and set(blocks) == {(*o.codes[:n], *o.codes[n + 1 :]) for o in rows}


_IN_ALL = regex(r"\b(?:in total|in all|altogether|all told|all together|combined)\b", re.IGNORECASE)


def _all_places(way: Way, asked: Slice) -> bool:
    """Whether all the places of a dimension are asked for together, none of which lies in another."""
    return way.role is Role.PLACE and not way.holding and _IN_ALL.search(asked.binding.question.text) is not None


def _along(way: Way, rows: list[Observation], *, apart: bool = False) -> list[Observation]:
    """ROWS of one code of a dimension that is not named, or of all of its codes, each counted once.

    APART says that the codes may be of unlike things, or some of them within others, and are never added: so it is in
    the little tables of written answers, which only their totals tell the sum of.
    """
    present = {o.codes[way.n] for o in rows}
    if len(present) < 2:
        return rows
    if (usual := _usual(way, present)) is not None:
        return [o for o in rows if o.codes[way.n] == usual]
    if bare := _whole_unlabelled(way, rows):
        return bare
    codes = way.dimension.codes
    totals = present & way.totals
    outer = {n for n in present if n < 0 or codes[n].parent not in present}
    if totals:
        best = max(totals, key=lambda c: (sum(o.codes[way.n] == c for o in rows), -c))
        return [o for o in rows if o.codes[way.n] == best]
    if len(blocks := trait_blocks(way, outer)) > 1:
        return one_block(way, rows, blocks)
    measures = way.role is Role.MEASURE  # a second column that names them: one is never added to another
    if len(outer) > 1 and (
        apart or measures or outer & way.sums or unlike([way.labels[n].code.words for n in outer if n >= 0])
    ):
        names = names_of([way.labels[n] for n in sorted(outer) if n >= 0])
        told = f" ({names})" if names else ""
        raise Refused(f"the table tells several things apart{told}: say which is meant")
    return [o for o in rows if o.codes[way.n] in outer]


_NEARLY_SAME = Decimal("0.01")
"""By such a share at most rounding sets a whole apart from what its parts come to."""


def _whole_unlabelled(way: Way, rows: Sequence[Observation]) -> list[Observation]:
    """Those of ROWS that have no label along a dimension, where they are all of what has one: the row of a coast, with
    nothing under "Harbour", and the rows of its harbours. None where their numbers do not bear that out."""
    own = [o for o in rows if o.codes[way.n] < 0]
    others = [o.value for o in rows if o.codes[way.n] >= 0]
    whole = sum((o.value for o in own if o.value is not None), Decimal(0))
    parts = sum((v for v in others if v is not None), Decimal(0))
    if not own or len(others) < _LEAST_PARTS or whole <= 0 or any(o.value is None for o in own):
        return []
    short = None in others and parts <= whole
    return own if short or abs(whole - parts) <= whole * _NEARLY_SAME else []


_LEAST_PARTS = 2
_PLAINLY, _ADJUSTED = "not-seasonally-adjusted", "seasonally-adjusted"


def _usual(way: Way, present: Collection[int]) -> int | None:
    """What is meant where nothing is said of it: figures as counted, not as adjusted for the season."""
    plain = [n for n in present if n >= 0 and _PLAINLY in way.labels[n].ids]
    others = [n for n in present if n >= 0 and _ADJUSTED in way.labels[n].ids]
    return plain[0] if len(plain) == 1 and others and len(present) == len(plain) + len(others) else None


def _apart(kept: Sequence[Observation], listed: Listed) -> str:
    """What sets several cells apart that may not be added: the dimension that a question would have to settle."""
    for way in listed.ways:
        if len({o.codes[way.n] for o in kept}) > 1:
            return f"which {way.dimension.name.lower()}" if way.dimension.name else "which of several"
    return "which of several"


def _words(asked: Slice) -> tuple[str, ...]:
    """The codes that were picked, and the time, in words."""
    found = []
    for n, codes in sorted(asked.codes.items()):
        way = asked.listed.ways[n]
        if way.role is Role.TIME:
            continue
        if n in asked.binding.picks or way.role is Role.MEASURE:
            names = [_called(way, c) for c in codes]
            found.append(" and ".join(names) if len(names) <= 3 else f"{names[0]}, {names[1]} and others like them")
    return tuple(found)


_GOES_ON = regex(r"of (?:which|whom|these)\b|[a-z]+\s")


def _called(way: Way, code: int) -> str:
    """A label; with that of its whole before it, where it only goes on from that ("Boats lost", "of which: at sea").

    A bare number says nothing without what it is a number of ("repairs: 2").
    """
    one, heading = way.dimension.codes[code], own_words(spaced(way.dimension.name))
    if one.words.isdigit() and heading and way.role is Role.CATEGORY:
        return f"{heading}: {one.words}"
    if one.parent is None or way.role is Role.MEASURE or not _GOES_ON.match(one.words):
        return one.words
    return f"{way.dimension.codes[one.parent].words}, {one.words}"


def _named(asked: Slice) -> str:
    told = [*_words(asked), *([asked.times.words] if asked.times else [])]
    return ", ".join(w for w in told if w)
