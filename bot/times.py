"""Whether a figure is of the time asked about; a period is never taken for another that merely overlaps it."""

from __future__ import annotations

import enum
import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from bot.occasions import OF_THE_AFFAIR
from corpus.extract.dates import PeriodMention, periods
from corpus.patterns import regex
from corpus.records import Figure, Period, When

__all__ = ["Timing", "anchored", "timing"]

_STARTS = ("since", "after", "from")
_ENDS = ("before", "until", "by")
_POINTS = ("in", "on", "as at", "during", "by")


class Timing(enum.IntEnum):
    """How a figure's time bears on the time asked about."""

    MISMATCH = 0
    INHERITED = 1
    """Its whole is of that time, and nothing narrows the part."""
    SAID = 2
    """It was said then; no other date is given."""
    MATCH = 3


@lru_cache(maxsize=4_096)
def anchored(asked: PeriodMention, day: date | None, *, ahead: bool = False) -> PeriodMention:
    """A time asked about without its year ("30 June", "last year") as it was meant on DAY, when the record was made.

    AHEAD: it is of what was then still to come ("how many will there be by June?").
    """
    if day is None or _YEAR.search(asked.period.words):
        return asked
    words = f"will be {asked.period.words}" if ahead else asked.period.words
    again = [m for m in periods(words, day) if m.when is not None or m.period.start]
    return replace(again[0], relation=asked.relation) if again else asked


_YEAR = regex(r"\b(?:1[6-9]|20)\d{2}\b")


def timing(asked: PeriodMention, figure: Figure, wholes: tuple[Figure, ...], *, telling: bool = False) -> Timing:
    """How FIGURE's own time, its as-at date, or its whole's time bears on the time ASKED about.

    TELLING says that the time may be that of the telling ("what was the committee told in June?").
    """
    if asked.relation == OF_THE_AFFAIR:
        return _of_that_year(asked, figure, wholes)
    if telling and _told_then(asked, figure):
        return Timing.SAID
    own = _against(asked, figure)
    if own is not None:
        return own
    for whole in wholes:
        if whole.as_at is not None and whole.period is None and asked.relation in _POINTS:
            return Timing.INHERITED if _at(asked, whole.as_at) else Timing.MISMATCH
        if whole.period is not None:
            return Timing.INHERITED if _period(asked, whole.period) else Timing.MISMATCH
    return _said_then(asked, figure)


def _of_that_year(asked: PeriodMention, figure: Figure, wholes: tuple[Figure, ...]) -> Timing:
    """Whether FIGURE, or what it is part of, was told or counted in the year that an affair is named by."""
    when = asked.when
    if own := _against(replace(asked, relation="in"), figure):
        return own
    for index, one in enumerate((figure, *wholes)):
        days = [d for d in (one.said_on, one.as_at.last if one.as_at else None) if d is not None]
        if when is not None and any(when.first <= d <= when.last for d in days):
            return Timing.INHERITED if index else Timing.SAID
    return Timing.MISMATCH


def _against(asked: PeriodMention, figure: Figure) -> Timing | None:
    dated = figure.as_at is not None and asked.relation in _POINTS and _at(asked, figure.as_at)
    if dated and (figure.period is None or asked.relation in ("as at", "by", "on")):
        return Timing.MATCH
    if figure.period is not None:
        if _period(asked, figure.period):
            return Timing.MATCH
        return Timing.INHERITED if _closes(asked, figure.period) or _level_within(asked, figure) else Timing.MISMATCH
    if asked.relation == "each" and _recurring(figure.measure) == _recurring(asked.period.words) != "":
        return Timing.MATCH
    if figure.as_at is not None:
        return Timing.MISMATCH
    return None


_QUARTER = 93


def _closes(asked: PeriodMention, given: Period) -> bool:
    """Whether the day asked about ends the quarter, or less, that a figure is of ("at the end of 2014": October on)."""
    if asked.when is None or asked.relation not in ("as at", "on") or given.start is None or given.end is None:
        return False
    short = (given.end - given.start).days <= _QUARTER
    return short and asked.when.first == asked.when.last == given.end


_LEVEL = regex(r"\b(?:rate|median|mean|average|price|salary|wage|pay|earnings|temperature|level)s?\b", re.IGNORECASE)


def _level_within(asked: PeriodMention, figure: Figure) -> bool:
    """Whether a rate, a price or an average is of a month or a quarter within the year asked about, and so of it."""
    given = figure.period
    if (
        asked.relation not in ("in", "during", "on")
        or asked.when is None
        or given is None
        or not given.start
        or not given.end
    ):
        return False
    inside = asked.when.first <= given.start and given.end <= asked.when.last
    return inside and (given.end - given.start).days <= _QUARTER and _LEVEL.search(figure.measure) is not None


def _at(asked: PeriodMention, as_at: When) -> bool:
    when = asked.when
    if when is None:
        return False
    if asked.relation == "by":
        return as_at.first <= when.last and _lately(as_at.last, when.last)
    return (when.first <= as_at.first and as_at.last <= when.last) or (
        as_at.first <= when.first and when.last <= as_at.last
    )


def _told_then(asked: PeriodMention, figure: Figure) -> bool:
    when, given = asked.when, asked.period
    if when is None and asked.relation == "between" and given.start is not None and given.end is not None:
        return figure.said_on is not None and given.start <= figure.said_on <= given.end  # "the papers of 4-5 May"
    if when is None or asked.relation not in _POINTS:
        return False
    if figure.said_on is not None:
        return figure.said_on <= when.last if asked.relation == "by" else when.first <= figure.said_on <= when.last
    return figure.as_at is not None and _at(asked, figure.as_at)


def _said_then(asked: PeriodMention, figure: Figure) -> Timing:
    when, said = asked.when, figure.said_on
    if when is None or said is None or asked.relation not in _POINTS:
        return Timing.MISMATCH
    if asked.relation == "by":
        return Timing.SAID if said <= when.last and _lately(said, when.last) else Timing.MISMATCH
    return Timing.SAID if asked.relation in ("on", "as at") and when.first <= said <= when.last else Timing.MISMATCH


def _period(asked: PeriodMention, given: Period) -> bool:
    wanted, when = asked.period, asked.when
    if asked.relation == "each":
        return given.start is given.end is None and _recurring(given.words) == _recurring(wanted.words) != ""
    if asked.relation in _STARTS and (when is not None or wanted.end is None):
        return when is not None and _starts(when, given)
    if asked.relation == "before":
        return (
            when is not None
            and given.end is not None
            and _near(given.end, when.first - timedelta(days=1))
            and not _began_there(when, given)
        )
    if asked.relation in ("until", "by"):
        return when is not None and given.end is not None and _near(given.end, when.last)
    if wanted.start is None or wanted.end is None or given.start is None or given.end is None:
        return False
    short = min(wanted.end - wanted.start, given.end - given.start).days <= _BY_DAYS
    near = _near if short else _within_month
    return near(wanted.start, given.start) and near(wanted.end, given.end)


_EVERY = regex(
    r"\b(?:an?|each|every|per)\s+(?:(?:single|calendar|financial)\s+)?(?P<unit>day|night|week|month|quarter|year|annum)\b"
    r"(?!\s+(?:ago|later|earlier|before|after))|\b(?P<stem>dai|week|month|quarter|year|annual)ly\b|\b(?P<annual>annual)\b",
    re.IGNORECASE,
)
_UNITS = {"dai": "day", "annual": "year", "annum": "year"}


def _recurring(words: str) -> str:
    """How often a thing is, by the words for it: "a year", "yearly" and "per annum" are each year; "" for no rate."""
    match = _EVERY.search(words)
    unit = (match["unit"] or match["stem"] or match["annual"]).lower() if match is not None else ""
    return _UNITS.get(unit, unit)


def _starts(when: When, given: Period) -> bool:
    """ "After August 2005" and "since August 2005" name one boundary; the answer says which reading it takes."""
    if given.start is None:
        return False
    named = [m.when for m in _mentions(given.words) if m.when is not None and m.relation in (*_STARTS, "between")]
    if named and named[0] == when:
        return True
    return given.start in (when.first, when.last + timedelta(days=1))


def _began_there(when: When, given: Period) -> bool:
    return given.start is not None and given.start >= when.first


_LATELY = 92
"""How many days before the day asked about a count may be of, to be what there was "by" that day: a quarter's."""


def _lately(counted: date, asked: date) -> bool:
    return (asked - counted).days <= _LATELY


def _near(a: date, b: date) -> bool:
    return abs((a - b).days) <= 1


_BY_DAYS = 45
"""A stretch of no more days is told by its days: another of the same month is another."""


def _within_month(a: date, b: date) -> bool:
    return (a.year, a.month) == (b.year, b.month) or abs((a - b).days) <= 1


def _mentions(text: str) -> list[PeriodMention]:
    return periods(text, None) if text else []
