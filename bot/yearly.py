"""So many a year on average: told by the record, or a whole over the length of time that it was counted in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answer import Answer
from bot.compose import Composer
from bot.derive import average
from bot.ends import years_of
from bot.evidence import Found, Scales, settle
from bot.query import Query, Wanted
from bot.sayings import Line
from bot.units import unit_class
from bot.year_by_year import mean_of_years
from corpus.extract.numbers import quantities
from corpus.extract.sense import senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Period

__all__ = ["average_of"]

_AVERAGED = regex(
    r"\b(?:averag\w*|mean|typical\w*|median|(?:a|per|each|every) (?:day|week|month|quarter|year|night|hour|head)"
    r"|annual\w*|yearly|monthly|weekly|daily)\b",
    re.IGNORECASE,
)
_MEAN = regex(r"\b(?:averag\w*|mean)\b", re.IGNORECASE)
_EACH = regex(
    r"\b(?:a|per|each|every) (?P<unit>day|week|month|year)\b|\b(?:(?P<year>annual\w*|yearly)|(?P<stem>month|week)ly)\b",
    re.IGNORECASE,
)
_HOW_OFTEN = frozenset({"annual", "monthly", "weekly", "daily", "average", "mean", "year", "month", "week", "day"})
"""The terms that only say that an average is asked for, and over what."""
_ASSUMED = regex(
    r"\b(?:tak(?:e|ing) (?:it|this|that) (?:as|to be)|call(?:ing)? it|assum(?:e|ing)|treat(?:ing)? (?:it|this|that) as"
    r"|count(?:ing)? it as|if (?:it|this|that) (?:is|was|were)|say(?:ing)? it (?:is|was))\b",
    re.IGNORECASE,
)
"""Before a length of time that whoever asks takes upon themselves."""
_SO_LONG = r"(?P<n>[a-z-]+|\d+) (?P<unit>years|months|weeks|days)\b"
_LENGTH = regex(
    rf"\b(?:in|over|during|for|within|across) the (?:(?:past|last|previous|preceding) )?{_SO_LONG}", re.IGNORECASE
)
_ASKED_OVER = regex(
    rf"(?:\b(?:in|over|during|for|within|across) (?:the |those |these |all )*(?:(?:past|last|whole|full) )?"
    rf"|{_ASSUMED.pattern} (?:about |roughly |only |just )?){_SO_LONG}",
    re.IGNORECASE,
)
_NEAR = Decimal("0.5")
"""In years: so near to a length that is asked about the record's own period may be."""


def _averaged(figure: Figure, query: Query) -> bool:
    """Whether FIGURE itself is told to be an average, or so many each year; where a time is asked about, it may be."""
    told = f"{figure.counted} {figure.measure} {figure.unit} {' '.join(figure.also)} {figure.inherited}"
    return _AVERAGED.search(told) is not None or any(m.relation == "each" for m in query.wanted.times)


def average_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """An average that the record gives; else a whole over the length of time that it was counted in."""
    told = settle(query.wanted, scales)
    if told.figure is not None and _averaged(told.figure, query):
        return composer.figure(told)
    unit = _unit(query.text)
    over = _ASKED_OVER.search(query.text)
    asked = _value(over, unit) if over is not None else None
    if unit == "years" and _MEAN.search(query.text):
        mean = mean_of_years(_bare(query.wanted, over), scales)
        if mean is not None and asked in (None, len(mean.operands)):
            return composer.worked(mean)
    found = _counted(query, over, unit, scales)
    each = f"each {unit.removesuffix('s')}"
    if found.figure is None or "average" not in query.text.lower():
        return composer.missing((each,) if found.figure is not None else found.missing, found.nearest)
    length, cited = _length(query, found.figure, unit, asked) if over is None or asked is not None else (None, False)
    if length in (None, 1) or unit_class(found.figure.unit) == "time" or not _came_about(found.figure):
        return composer.missing((over.group() if over is not None else each,), found.nearest)
    return composer.worked(average(found.figure, length, unit, told=cited))


def _unit(text: str) -> str:
    """The unit of time that it is asked for each of: years, where none is named."""
    match = _EACH.search(text)
    if match is None or match["year"]:
        return "years"
    return f"{(match['unit'] or match['stem']).lower()}s"


def _value(length: re.Match[str], unit: str) -> Decimal | None:
    """How many of UNIT a LENGTH of time is; None where it is of another unit."""
    if length["unit"].lower() != unit:
        return None
    return next((q.value for q in quantities(f"{length['n']} {unit}") if q.value is not None), None)


def _counted(query: Query, over: re.Match[str] | None, unit: str, scales: Scales) -> Found:
    """What is to be averaged: of which nothing is named but how long it took, the one whole that is told with that."""
    bare, said = _bare(query.wanted, over), over.group() if over is not None else ""
    if bare.telling or bare.times or bare.whole is not None:
        return settle(bare, scales)
    if _names_more(query.resolved or query.text, said):
        return Found(missing=("what is to be averaged",))
    alone = [f for f in scales.view.figures.values() if f.part_of is None and f.value is not None]
    alone = [f for f in alone if over is not None and _told(f, unit) == _value(over, unit) is not None]
    one = alone[0] if len({f.value for f in alone}) == 1 else None
    return Found(figure=one) if one is not None else Found(missing=("what is to be averaged",))


def _bare(wanted: Wanted, over: re.Match[str] | None) -> Wanted:
    """WANTED without the words that only say that it is averaged, and OVER how long."""
    said = over.group() if over is not None else ""
    focus, rest = (
        tuple(s for s in terms if s.id not in _HOW_OFTEN and s.words not in said)
        for terms in (wanted.focus, wanted.rest)
    )
    return replace(
        wanted,
        focus=focus,
        rest=rest,
        times=tuple(m for m in wanted.times if m.relation != "each"),
        bounds=tuple(b for b in wanted.bounds if b.words not in said),
    )


def _names_more(text: str, length: str) -> bool:
    """Whether TEXT names anything besides a LENGTH of time and that it is averaged: then it is of that."""
    left = senses(text.replace(length, " "))
    return any(s.id not in _HOW_OFTEN and s.kind not in ("unit", "time") and not lexicon().general(s.id) for s in left)


def _length(query: Query, figure: Figure, unit: str, asked: Decimal | None) -> tuple[Decimal | None, bool]:
    """How many of UNIT the average is over, and whether FIGURE's own words say so.

    A length that is asked about is taken where the record has the same, or where whoever asks takes it as that and the
    record tells none.
    """
    told = _told(figure, unit)
    own = years_of(figure) if unit == "years" else None
    if asked is None:
        return (told, True) if told is not None else (own, False)
    near = unit == "years" and figure.period is not None and _about(figure.period, asked)
    untold = told is None and own is None  # what the record says itself is not put right by whoever asks
    if asked == told or near or (untold and _ASSUMED.search(query.text)):
        return asked, asked == told
    return None, False


def _came_about(figure: Figure) -> bool:
    """Whether FIGURE counts what was done over a time, and not what there is at any one day of it."""
    done = any(s.kind == "action" for s in senses(f"{figure.measure}. {figure.counted}"))
    return done or figure.period is not None or _DONE.search(figure.measure) is not None


_DONE = regex(r"\b(?:been|were|was|have|has|had) (?:\w+ly )?\w+(?:ed|en|wn|lt|nt|ld|ght)\b", re.IGNORECASE)


def _told(figure: Figure, unit: str) -> Decimal | None:
    """The length of time that FIGURE's own words say it was counted in: "in the past *six years*"."""
    match = _LENGTH.search(figure.measure)
    return _value(match, unit) if match is not None else None


def _about(period: Period, years: Decimal) -> bool:
    if period.start is None or period.end is None:
        return False
    return abs(Decimal((period.end - period.start).days) / Decimal("365.25") - years) <= _NEAR
