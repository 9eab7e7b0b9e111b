"""The columns of a table that tell its times, merged into one dimension: date, year and quarter tell one quarter."""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.cube import Code
from corpus.formats.statistics.columns import Column
from corpus.formats.statistics.moments import (
    Moment,
    Style,
    as_when,
    moment,
    month_number,
    quarter_number,
    quarter_within,
    within,
    year_of,
)
from corpus.patterns import regex
from corpus.records import Nature, Period, When

__all__ = ["Clock", "time_code"]


class Part(enum.StrEnum):
    """What one of the columns tells of a time."""

    WHOLE = "whole"
    QUARTER = "quarter"
    MONTH = "month"
    KIND = "kind"
    """Which kind of stretch another column tells: "academic year"."""
    START = "start"
    END = "end"


class _Hand(NamedTuple):
    column: Column
    part: Part
    style: Style


_START = regex(r"\b(?:start|from|begin(?:ning)?)\b", re.IGNORECASE)
_DATED = regex(r"\b(?:date|period)\b", re.IGNORECASE)
_END = regex(r"\b(?:end|to|until)\b", re.IGNORECASE)


class Clock:
    """Tells the time of a row from the cells of its time columns; ``name`` is their headings, ``numbers`` theirs."""

    def __init__(self, columns: Sequence[Column], labels: Sequence[Sequence[str]]) -> None:
        """LABELS has each column's different cells, of a sample."""
        both = {Part.START, Part.END} <= {_end_of(c) for c in columns}
        self._hands = [_Hand(c, _part(c, held, both), c.style) for c, held in zip(columns, labels, strict=True)]
        self.name = ", ".join(column.words for column in columns)
        self.numbers = [column.number for column in columns]

    def moment(self, cells: Sequence[str]) -> Moment:
        """The time that CELLS, one of each column, tell together; its words alone where they do not agree on one."""
        said = [(hand, cell.strip()) for hand, cell in zip(self._hands, cells, strict=True) if cell.strip()]
        told = _together(said)
        return told or Moment(" ".join(dict.fromkeys(cell for _, cell in said)))


def _end_of(column: Column) -> Part | None:
    """Which end of a stretch a column tells, as its heading has it."""
    words = column.words.lower()
    if not _DATED.search(words):
        return None
    return Part.START if _START.search(words) else Part.END if _END.search(words) else None


def _part(column: Column, labels: Sequence[str], both: bool) -> Part:
    """What COLUMN tells; BOTH says that one column tells where a stretch begins, and another where it ends.

    Else a heading that seems to tell an end ("Date of entry to port") may be of whole years, and tell no end at all.
    """
    words, end = column.words.lower(), _end_of(column)
    told = [one for label in labels if (one := moment(label, column.style)) is not None]
    if end is not None and (both or not told or any(one.period is None for one in told)):
        return end
    whole = sum(1 for label in labels if moment(label, column.style))
    if whole > len(labels) / 2:
        return Part.WHOLE
    if all(quarter_number(label) for label in labels) and "month" not in words:
        return Part.QUARTER
    return Part.MONTH if all(month_number(label) for label in labels) else Part.KIND


def _together(said: Sequence[tuple[_Hand, str]]) -> Moment | None:
    by_part = {hand.part: cell for hand, cell in said}
    if Part.START in by_part and Part.END in by_part:
        return _between(said)
    kind = by_part.get(Part.KIND, "")
    wholes = [one for hand, cell in said if hand.part is Part.WHOLE and (one := _whole(hand, cell, kind))]
    if not wholes:
        return None
    finest = _finest(wholes, by_part, kind)
    return finest if finest and all(_agree(finest, one) for one in wholes) else None


def _whole(hand: _Hand, cell: str, kind: str) -> Moment | None:
    style = hand.style
    return moment(cell, style._replace(kind=year_of(kind) or style.kind) if kind else style)


def _finest(wholes: list[Moment], by_part: dict[Part, str], kind: str) -> Moment | None:
    """The shortest time told: a part of a year if one is named, else a period, else a day."""
    years = [one for one in wholes if one.period is not None]
    year = min(years, key=_length) if years else None
    quarter = by_part.get(Part.QUARTER, "")
    month = month_number(by_part.get(Part.MONTH, ""))
    if year is not None and month:
        return within(year, f"{by_part[Part.MONTH]} {year.words}", month=month)
    if year is not None and quarter_number(quarter):
        return quarter_within(year, quarter)
    if kind and year is not None:
        return _of_kind(year, kind)
    if year is not None and len(wholes) == len(years):
        return year
    days = [one for one in wholes if one.day is not None]
    return days[0] if days else wholes[0]


def _of_kind(year: Moment, kind: str) -> Moment | None:
    """YEAR as the stretch of it that KIND names; a term has no exact days."""
    if _ALL_OF_IT.fullmatch(kind):
        return year
    quarter = re.sub(r"^(?:calendar|financial|fiscal) ", "", kind, flags=re.IGNORECASE)
    month = month_number(kind)
    told = quarter_within(year, quarter) or (within(year, "", month=month) if month else None)
    if told is not None and told.period is not None:
        return told.called(f"{kind} {year.words}")
    return Moment(f"{kind} {year.words}")


_ALL_OF_IT = regex(
    r"(?:[a-z]+ )?years?|(?:(?:full|whole)[ -]?year|annual|yearly)(?: totals?)?"
    r"|all (?:(?:the|four|three|twelve) )?(?:quarters|months|terms)|(?:grand |year(?:ly)? |annual )?totals?|all",
    re.IGNORECASE,
)
"""What stands beside a year, where its quarters or months stand elsewhere, for all of it ("All quarters", "Total")."""


def _length(one: Moment) -> int:
    if one.period is None or one.period.start is None or one.period.end is None:
        return 0
    return (one.period.end - one.period.start).days


def _agree(finest: Moment, other: Moment) -> bool:
    """Whether the two tell of one time: one lies within the other."""
    a, b = as_when(finest), as_when(other)
    if a is None or b is None:
        return True
    return (b.first <= a.first and a.last <= b.last) or (a.first <= b.first and b.last <= a.last)


def _between(said: Sequence[tuple[_Hand, str]]) -> Moment | None:
    ends = {hand.part: moment(cell, hand.style) for hand, cell in said}
    start, end = ends.get(Part.START), ends.get(Part.END)
    if start is None or end is None or start.day is None or end.day is None or end.day < start.day:
        return None
    words = f"{start.words} to {end.words}"
    return Moment(words, Period(start.day, end.day, words))


_AT = regex(r"(?:as )?at\b", re.IGNORECASE)


def time_code(one: Moment, nature: Nature | None) -> Code:
    """A time as a code: a day is a stock's date, or, of a flow, the day that it was counted over; but what is said to
    be "at" a day ("Stores at 1 April 2019", beside a year's costs) is a stock."""
    if one.day is not None and nature is Nature.FLOW and _AT.match(one.words) is None:
        return Code(one.words, period=Period(one.day, one.day, one.words))
    return Code(one.words, period=one.period, as_at=When.on(one.day) if one.day else None)
