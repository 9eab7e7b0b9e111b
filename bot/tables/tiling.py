"""The times of a table as stretches of days: where they begin and end, and which follow one another without a gap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from bot.tables.label import Label

__all__ = ["day_words", "ends", "longest", "one_by_one", "read_as", "starts", "tiled"]


_DAY = timedelta(days=1)


def day_words(day: date) -> str:
    """A day as people write it."""
    return f"{day.day} {day:%B} {day.year}"


def read_as(label: Label) -> str:
    """A time as people write it: a day by its date; a stretch as the table calls it."""
    code = label.code
    if code.as_at is not None and code.as_at.first == code.as_at.last:
        return day_words(code.as_at.first)
    if code.period is not None and code.period.start and code.period.start == code.period.end:
        return day_words(code.period.start)
    return code.words


def starts(label: Label) -> date:
    """The first day of a time of a table; the earliest day there is where its words are no time."""
    code = label.code
    day = code.period.start if code.period is not None else code.as_at.first if code.as_at is not None else None
    return day or date.min


def ends(label: Label) -> date | None:
    """The last day of a time of a table, or the day of a stock; None where its words are no time."""
    code = label.code
    return code.period.end if code.period is not None else code.as_at.last if code.as_at is not None else None


def tiled(labels: Sequence[Label], first: date, last: date) -> list[Label]:
    """The largest of LABELS that follow one another from FIRST to LAST without a gap; none where none do."""
    by_start: dict[date, list[Label]] = {}
    for one in labels:
        by_start.setdefault(starts(one), []).append(one)
    found: list[Label] = []
    at = first
    while at <= last:
        fitting = [one for one in by_start.get(at, ()) if (ends(one) or date.max) <= last]
        if not fitting:
            return []
        best = max(fitting, key=lambda label: ends(label) or date.min)
        found.append(best)
        end = ends(best)
        assert end is not None
        at = end + _DAY
    return found


def longest(labels: Sequence[Label]) -> list[Label]:
    """The stretch without a gap that begins first and goes on the furthest."""
    ordered = sorted({starts(label) for label in labels})
    best: list[Label] = []
    for start in ordered:
        closing = sorted({e for label in labels if (e := ends(label)) is not None and e >= start}, reverse=True)
        run = next((t for end in closing if (t := tiled(labels, start, end))), [])
        if not best or _span(run) > _span(best):
            best = run
    return best


def one_by_one(labels: Sequence[Label]) -> list[Label]:
    """LABELS in their order, where none of them has a day of another, be there gaps between them; else none."""
    ordered = sorted(labels, key=starts)
    clear = all((ends(one) or date.max) < starts(after) for one, after in pairwise(ordered))
    return ordered if clear else []


def _span(labels: Sequence[Label]) -> int:
    if not labels:
        return -1
    last = ends(labels[-1])
    assert last is not None
    return (last - starts(labels[0])).days
