"""What a table counts set against a number or a multiple that the question names, or less what it leaves out."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answer import Answer
from bot.tables.bind import Binding, Picks
from bot.tables.bounds import Bound, Multiple
from bot.tables.day_by_day import is_running
from bot.tables.moves import ends_of
from bot.tables.reading import Reader, numbers
from bot.tables.shape import Grouping, rows_called
from bot.tables.slices import Refused, slice_of
from bot.tables.take import Taken
from bot.tables.tell import Teller
from bot.tables.tell_bounds import crossed, held, multiplied, tallied, without
from corpus.cube import Role
from corpus.patterns import regex
from corpus.records import Qualifier

__all__ = ["against", "less"]


def against(binding: Binding, reader: Reader, teller: Teller) -> Answer | None:
    """The answer where the question sets what is counted against a number or a multiple; None where it does not.

    Raises Refused where the table does not settle it.
    """
    if binding.question.bound is not None:
        return _bounded(binding, binding.question.bound, reader, teller)
    if binding.question.multiple is not None:
        return _multiplied(binding, binding.question.multiple, reader, teller)
    return None


def _bounded(binding: Binding, bound: Bound, reader: Reader, teller: Teller) -> Answer:
    """Whether a value is above a number, or of how many rows it is."""
    if bound.percent != (slice_of(binding, reader.ledger).unit == "%"):
        raise Refused("the table counts in another unit than the number is in", ("the same unit",))
    if binding.less:
        raise Refused("what is left out of a table's figures is only taken from a single figure", ("what is left out",))
    if bound.earliest:
        return _crossed(binding, bound, reader, teller)
    if not bound.rows:
        taken = reader.value(binding)
        numbers(taken)
        _whole_time(taken)
        return held(teller, taken, bound)
    group = rows_called(bound.rows, binding.listed)
    if group is None:
        raise Refused("the table does not tell apart what is to be counted", ("a breakdown",))
    if _of_sizes(bound, group):
        raise Refused("each row of the table is of all things of a size", ("a breakdown",))
    rows = reader.rows(binding, reader.dated(binding, group))
    if len(rows) < 2:
        raise Refused("the table gives no figures to compare", ("a breakdown",))
    numbers(*rows)
    return tallied(teller, rows, bound, group)


_BANDS = regex(r"\b(?:ages?|bands?|groups?|sizes?|classes|categor(?:y|ies)|grades?)\b", re.IGNORECASE)


def _of_sizes(bound: Bound, group: Grouping) -> bool:
    """Whether rows are bands of sizes ("under 50", "50-99"), of which none is one of the things asked about ("how many
    *ports* had fewer than 100 boats")."""
    return 2 * len(group.way.bands) > len(group.way.labels) and _BANDS.search(bound.rows) is None


def _crossed(binding: Binding, bound: Bound, reader: Reader, teller: Teller) -> Answer:
    """When a figure came to lie on a side of a number: the earliest time that the table gives it there."""
    listed = binding.listed
    if binding.times or listed.time is None:
        raise Refused("the table tells no times apart that could be gone through", ("when",))
    group = rows_called(bound.rows, listed) if bound.rows else Grouping(listed.time, by_year=False, heads="Time")
    if group is None or group.way is not listed.time:
        raise Refused("the table does not tell such times apart", (f"each {bound.rows}",))
    if not bound.value and not is_running(reader, binding):
        raise Refused("the table gives no running total, which alone would show that", ("when",))
    rows = reader.rows(binding, reader.dated(binding, group))
    numbers(*rows)
    at = next((n for n, row in enumerate(rows) if row.value is not None and bound.holds(row.value)), None)
    if not at:
        which = "none of the figures" if at is None else "the earliest figure"
        raise Refused(f"{which} of the table is on the other side of that", ("when",))
    return crossed(teller, rows[at - 1], rows[at], bound)


def _multiplied(binding: Binding, multiple: Multiple, reader: Reader, teller: Teller) -> Answer:
    """Whether something became so many times as much."""
    if binding.less:
        raise Refused("what is left out of a table's figures is not compared over time", ("what is left out",))
    earlier, later = (reader.value(replace(binding, times=(e,))) for e in ends_of(binding))
    numbers(earlier, later)
    if earlier.slice.codes == later.slice.codes or not earlier.value:
        raise Refused("there is nothing that it could be a multiple of", ("a figure to set it against",))
    return multiplied(teller, earlier, later, multiple)


def less(binding: Binding, reader: Reader, teller: Teller) -> Answer:
    """What a table counts less the codes that the question leaves out."""
    part = replace(binding, picks={**binding.picks, **binding.less}, less={}, others=())
    whole, left = reader.value(replace(binding, less={})), reader.value(part)
    numbers(whole, left)
    _whole_time(whole)
    _nothing_bared(whole, binding.less, reader)
    if not whole.slice.additive or (left.value or 0) > (whole.value or 0):
        raise Refused("rates, shares and averages may not be subtracted", ("what is left out",))
    return without(teller, whole, left)


def _nothing_bared(whole: Taken, left_out: Picks, reader: Reader) -> None:
    """Raises Refused where what would be left holds a cell that the table withholds."""
    listed = whole.slice.listed
    for n, codes in left_out.items():
        way = listed.ways[n]
        if way.role is Role.MEASURE:
            continue
        rest = tuple(c.n for c in way.labels if c.n not in codes and c.n not in way.sums)
        rows = reader.ledger.observed(listed.dataset, {**whole.slice.codes, n: rest}) if rest else ()
        if any(o.qualifier is Qualifier.SUPPRESSED for o in rows):
            raise Refused("some of the cells that would be left are withheld by the table", ("what is left",))


def _whole_time(taken: Taken) -> None:
    """Raises Refused where a value is not of all of the time that is asked about."""
    if taken.slice.times is not None and taken.slice.times.lacking:
        raise Refused("the table does not give the whole of that time", (taken.slice.times.words,))
