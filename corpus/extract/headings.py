"""A heading or row label → what it says of the numbers beside it: a time, a unit, a place, a kind, or the whole."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from corpus.extract.dates import PeriodMention, periods
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Period, When

__all__ = ["Heading", "Unit", "heading", "names_time", "unit_in"]


@dataclass(frozen=True, slots=True)
class Unit:
    """What the numbers under a heading are counted in, and how many each stands for; no name is a plain count."""

    name: str = ""
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Heading:
    """``words`` are what is left of it without its time, unit, notes and standing: "Killed" of "Killed, 2023 (p)"."""

    said: str
    words: str = ""
    period: Period | None = None
    as_at: When | None = None
    unit: Unit | None = None
    status: str = ""
    place: bool = False
    total: bool = False
    changes: bool = False
    """Whether it tells how far one number is from another."""
    rate: bool = False
    """Whether numbers under it do not add up: a rate, a share, an average."""
    within: bool = False
    """Whether it is a part of the row above: "of which: children"."""


_SCALES = {"k": 1_000, "thousand": 1_000, "000": 1_000, "m": 10**6, "million": 10**6, "b": 10**9, "billion": 10**9}
_SCALE = r"(?:thousands?|millions?|billions?|000s?|['\u2018\u2019]000s?|mn?|bn|k)"
_MONEY = regex(rf"(?P<c>[\u00a3$\u20ac])\s?(?P<s>{_SCALE})?(?![\w])", re.IGNORECASE)
_PERCENT = regex(r"%|\bper ?cent(?:age)?s?\b(?!\s+points?)", re.IGNORECASE)
_SURENESS = regex(r"\b[0-9]{2}(?:\.[0-9]+)?\s?(?:%|per ?cent)(?=[\s-]*(?:CIs?|confidence|credible|prediction)\b)", re.I)
"""How sure an interval is, which is no unit of its bounds ("lower 95% confidence limit")."""
_POINTS = regex(r"\bpercentage\s+points?\b|\bpp(?:ts?)?\b|%\s?points?\b", re.IGNORECASE)
_TIMES = "seconds|minutes|hours|working days|sitting days|calendar days|days|weeks|months|years"
_MEASURES = "tonnes|kg|km|miles|metres|litres|hectares|mph|kwh|mwh|gwh"
_SET_APART = regex(
    rf"(?:^|[(\[:\u2013\u2014-]\s*|(?<![0-9]),\s*)(?:in\s+)?(?P<u>{_SCALE}|{_TIMES}|{_MEASURES}|numbers?|no\.?|n|counts?|pence)\s*(?:[)\]]|$)",
    re.IGNORECASE,
)
_THOUSANDS = regex(r"(?<=\w)\s+(?:['\u2018\u2019]000s?|000s)\W*$", re.IGNORECASE)
"""Thousands that end a heading with nothing to set them apart: "Library visits 000s"."""
_PLAIN = regex(r"(?:numbers?|no\.?|n|counts?)", re.IGNORECASE)
_NUMBER_OF = regex(r"^(?:the\s+)?(?:total\s+)?(?:numbers?|no\.|counts?)\s+of\b", re.IGNORECASE)
_STATUS = regex(r"\s*[\[(]?\b(provisional|revised|estimated|p|r|e)\b[\])]?\s*$", re.IGNORECASE)
_STATES = {"p": "provisional", "r": "revised", "e": "estimated"}
_GLUED = regex(r"(?<=\d)\s?(?P<s>[pr])$|(?P<n>[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+|\s*\[(?:note\s*)?\w{1,2}\])$")
_TOTAL = regex(
    r"(?:all|(?:grand |overall |sub-?)?totals?|overall|any|both sexes|persons|combined)\b(?!\s+other)", re.IGNORECASE
)
_TOTAL_END = regex(r"\b(?:total|combined|overall)$", re.IGNORECASE)
_WITHIN = regex(r"(?:of (?:which|whom|these)|including)\b[\s:,\u2013-]*", re.IGNORECASE)
_CHANGE = regex(
    r"\b(?:change|changes|difference|increase|decrease|rise|fall|growth|\+/-|vs\.?|versus|compared)\b", re.IGNORECASE
)
_RATE = regex(
    r"\b(?:rates?|per|average|mean|median|share|proportion|ratio|index|percentage|percentile|maximum|minimum)\b|%",
    re.IGNORECASE,
)
_RATED = regex(r"\bper\s+(?:[0-9][0-9,]*\s+)?(?!cent)[a-z]+", re.IGNORECASE)
_MONTHS = tuple(calendar.month_name)[1:]
_SHORT = regex(r"\b(" + "|".join(m[:3] for m in _MONTHS) + r"|Sept)\b\.?(?:[- '\u2019]+([0-9]{2})\b(?![-/0-9]))?")
_YEARLESS = regex(r"(?<![0-9])(?:1[6-9]|20)[0-9]{2}(?![0-9])")
_FILLER = regex(
    r"\b(?:financial|fiscal|academic|calendar|tax|year|years|fy|in|at|as|on|the|of|to|during|for|period|quarter"
    r"|month|week|ending|ended|end|date|and)\b|\W",
    re.IGNORECASE,
)
_TIME_COLUMN = regex(
    r"(?:financial |calendar |academic )?(?:years?|dates?|months?|quarters?|periods?|weeks?)", re.IGNORECASE
)
_EDGES = " ,;:()[]-\u2013\u2014/"


_LEADING = regex(r"^[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+\s*(?=\w)")
"""A note's number that stands before a heading's words."""


@lru_cache(maxsize=4_096)
def heading(said: str, anchor: date | None, year: str = "") -> Heading:
    """What SAID says. YEAR is a year that stands elsewhere over the table, for "January to March" without one."""
    flat = _LEADING.sub("", " ".join(said.split()))
    bare, status = _standing(flat)
    unit = unit_in(bare)
    within = _WITHIN.match(bare)
    inner = bare[within.end() :] if within else bare
    changes = _CHANGE.search(inner) is not None
    mention, words = _time(inner, anchor, year)
    if changes:
        mention, words = None, inner
    words = _without_unit(words) if unit else words
    words = words.strip(_EDGES)
    return Heading(
        flat,
        words,
        None if mention is None or _is_day(mention) else mention.period,
        mention.when if mention is not None and _is_day(mention) else _to_date(mention, inner, anchor),
        unit,
        status,
        _is_place(words),
        _is_total(words) and not changes,
        changes,
        _RATE.search(inner) is not None,
        within is not None,
    )


def unit_in(said: str) -> Unit | None:
    """The unit that a heading names; None where it names none, a plain Unit where it says that it is a number."""
    said = _SURENESS.sub("", said)
    points = _POINTS.search(said)
    if points:
        return Unit("percentage points")
    money = _MONEY.search(said)
    if money:
        return Unit(money.group("c"), _scale(money.group("s") or _scale_after(said, money.end())))
    if _PERCENT.search(said):
        return None if _NUMBER_OF.match(said) or re.search(r"\bnumber\b", said, re.IGNORECASE) else Unit("%")
    apart, rated = _SET_APART.search(said), _RATED.search(said)
    if rated:
        return Unit(rated.group().lower())
    if apart is None and _THOUSANDS.search(said):
        return Unit("", 1_000)
    if apart is None:
        return Unit() if _NUMBER_OF.match(said) else None
    name = apart.group("u").lower()
    if _PLAIN.fullmatch(name):
        return Unit()
    if _scale(name) > 1:
        return Unit("", _scale(name))
    return Unit("p" if name == "pence" else name)


def names_time(said: str) -> bool:
    """Whether a heading says that what stands under it are times: "Year", "Financial year"."""
    return _TIME_COLUMN.fullmatch(said) is not None


def _scale_after(said: str, at: int) -> str:
    match = re.compile(rf"\s+({_SCALE})\b", re.IGNORECASE).match(said, at)
    return match.group(1) if match else ""


def _scale(word: str) -> int:
    plain = word.lower().strip("'\u2018\u2019")
    plain = {"mn": "m", "bn": "b"}.get(plain, plain)
    return _SCALES.get(plain) or _SCALES.get(plain.rstrip("s"), 1)


def _without_unit(words: str) -> str:
    bracketed = re.sub(
        r"\s*[(\[][^()\[\]]*[)\]]", lambda m: "" if unit_in(m.group().strip(" ()[]")) else m.group(), words
    )
    kept = re.sub(rf"[\u00a3$\u20ac]\s?{_SCALE}?(?!\w)(?:\s+{_SCALE}\b)?", "", bracketed, flags=re.IGNORECASE)
    kept = _THOUSANDS.sub("", kept)
    last = kept.rpartition(",")
    kept = last[0] if last[1] and _SET_APART.fullmatch(last[2].strip()) else kept
    return "" if _SET_APART.fullmatch(kept.strip()) or _PERCENT.fullmatch(kept.strip()) else kept


def _is_total(words: str) -> bool:
    rated = _RATE.search(words) is not None
    return not rated and (_TOTAL.match(words) is not None or _TOTAL_END.search(words) is not None)


def _standing(said: str) -> tuple[str, str]:
    """SAID without the marks of notes and of its standing at its end; and that standing."""
    status = ""
    for _ in range(3):
        glued, plain = _GLUED.search(said), _STATUS.search(said)
        found = plain if plain and plain.group(1).lower() in ("provisional", "revised", "estimated") else None
        found = found or (plain if plain and plain.group().strip()[0] in "[(" else None) or glued
        if found is None or found.start() == 0:
            break
        state = found.group(1) if found is plain else (found.group("s") or "")
        status = status or _STATES.get(state.lower(), state.lower())
        said = said[: found.start()].rstrip()
    return said, status


_SO_FAR = regex(r"\b(?:to date|so far)$", re.IGNORECASE)
_THE_DAY = regex(r"\b(?:yesterday|today)\b", re.IGNORECASE)
"""A day that is known by the document's own."""


def _time(said: str, anchor: date | None, year: str) -> tuple[PeriodMention | None, str]:
    """The one time that a heading names, if it is sure of its year; and the words without it."""
    spelt = _SHORT.sub(_spelt, said)
    found = periods(spelt, anchor)
    if len(found) != 1 and year:
        found = []
    named = found[0].span.of(spelt) if len(found) == 1 else ""
    sure = _YEARLESS.search(named) is not None or (anchor is not None and _THE_DAY.search(named) is not None)
    if not sure and year and not _YEARLESS.search(spelt):
        dated = f"{spelt} {year}"
        found = [m for m in periods(dated, anchor) if m.span.end == len(dated)]
        sure = len(found) == 1 and found[0].span.start < len(spelt)
        rest = spelt[: found[0].span.start] if sure else ""
    else:
        rest = spelt[: found[0].span.start] + spelt[found[0].span.end :] if sure else ""
    if not sure or found[0].relation == "each":
        return None, said
    return found[0], rest if _FILLER.sub("", rest) else ""


def _spelt(match: re.Match[str]) -> str:
    month = next(m for m in _MONTHS if m.startswith(match.group(1)[:3]))
    return f"{month} 20{match.group(2)}" if match.group(2) else month


def _to_date(mention: PeriodMention | None, said: str, anchor: date | None) -> When | None:
    """The document's own day, where a heading says that what it heads was counted up to then and names no time."""
    counted = mention is None and anchor is not None and _SO_FAR.search(said) is not None
    return When.on(anchor) if counted and anchor is not None else None


def _is_day(mention: PeriodMention) -> bool:
    return mention.when is not None and mention.when.exact and mention.relation in ("on", "as at", "in")


def _is_place(words: str) -> bool:
    """Whether the words are a place's name and nothing else ("England and Wales")."""
    terms = lexicon().terms(words)
    return bool(terms) and all(t.kind == "place" for t in terms) and not _outside(words, [t.words for t in terms])


def _outside(words: str, named: list[str]) -> str:
    for name in named:
        words = words.replace(name, "", 1)
    return re.sub(r"\b(?:and|the|of)\b|\W", "", words, flags=re.IGNORECASE)
