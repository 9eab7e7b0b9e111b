"""The units of figures: which are of a sort, and whether a figure is in the one that is asked for."""

from __future__ import annotations

import re

from bot.query import Wanted
from corpus.extract.figures import DIFFERENCE, RATE
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Qualifier

__all__ = [
    "CASH_WORDS",
    "ONLY_PERCENT",
    "SHARE_WORDS",
    "TIME_UNITS",
    "is_measure",
    "same_unit",
    "unit_class",
    "wrong_unit",
]

_MONEY = ("\u00a3", "$", "\u20ac", "pence")
TIME_UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds", "working days")


def unit_class(unit: str) -> str:
    """The class that a unit is of: ``money``, ``percent``, ``time`` or ``count``."""
    if unit in _MONEY:
        return "money"
    if unit in ("%", "percentage points"):
        return "percent"
    return "time" if unit in TIME_UNITS else "count"


ONLY_PERCENT = "a number, where only a percentage is given"
_DIFFERING = regex(
    r"\b(?:more|fewer|less|r[io]se|risen|rising|f[ae]ll|fallen|falling|increas\w+|decreas\w+|reduc\w+|cut|gr[eo]w\w*"
    r"|dropp\w*|declin\w+|lower|higher|chang\w+|up|down|over|above|below|gap|climb\w*|exceed\w*|short|longer"
    r"|shorter|slower|faster|quicker)\b",
    re.IGNORECASE,
)


_PER = regex(r"\b(?:per|rates?|every|each|for each|to every)\b", re.IGNORECASE)


def same_unit(one: str, other: str) -> bool:
    """Whether two units are the same: things counted, be they called people or cases, are all counts."""
    return one == other or unit_class(one) == unit_class(other) == "count"


def _things(figure: Figure) -> bool:
    """Whether a count is of people or things, and of no weight, length or other measure."""
    counted = figure.counted.lower()
    return (
        bool(counted) and (figure.unit == "people" or figure.unit.lower() in counted) and not _MEASURE.search(counted)
    )


_LASTS = regex(
    r"\b(?:time|long\w*|late\w*|delay\w*|wait\w*|notice|warning|leave|soon\w*|earl\w*|last\w*|slow\w*|quick\w*|fast\w*"
    r"|years?|months?|weeks?|days?|hours?|minutes?|short\w*|old\w*|young\w*|serv\w+|jail\w*|sentenc\w*|late)\b",
    re.IGNORECASE,
)
"""What asks how much of time; how much somebody gets or pays is no length of it."""


_MEASURE = regex(
    r"\b(?:ton(?:ne)?s?|kilo\w*|kg|grams?|lit(?:re|er)s?|gallons?|barrels?|miles?|kilomet\w+|met(?:re|er)s?|feet|acres?"
    r"|hectares?|\w*watt\w*|kwh|degrees?|points?)\b",
    re.IGNORECASE,
)


def is_measure(unit: str) -> bool:
    """Whether a unit is of a length, a weight or their like ("hectares"), and names no things that are counted."""
    return _MEASURE.fullmatch(unit) is not None


def wrong_unit(wanted: Wanted, figure: Figure) -> list[str]:
    """ "How many projects are late?" is not answered by "28 years"."""
    given = unit_class(figure.unit)
    if figure.note == DIFFERENCE and not _DIFFERING.search(wanted.words):
        return ["a level, where only a difference is given"]
    if wanted.unit == "rate":
        return ["a rate, where only a count is given"] if given == "count" and _only_counts(figure) else []
    if _only_a_rate(wanted, figure):
        return ["a count, where only a rate is given"]
    if wanted.unit == "amount" and given == "time" and figure.value is not None and not _LASTS.search(wanted.words):
        return ["an amount"]
    if wanted.unit == "amount":
        return ["an amount"] if given == "count" and figure.value is not None and _things(figure) else []
    if not wanted.unit and figure.unit == "%" and _only_names(wanted, figure):
        return [ONLY_PERCENT]
    if not wanted.unit or wanted.unit == given or (wanted.unit == "age" and given == "time"):
        return []
    if figure.qualifier in (Qualifier.IN_WORDS, Qualifier.NOT_KNOWN):
        return []
    if wanted.unit == "count" and given == "percent" and figure.value is not None:
        return [ONLY_PERCENT]
    return [
        {"count": "a count", "money": "an amount of money", "time": "a length of time"}.get(wanted.unit, wanted.unit)
    ]


def _only_names(wanted: Wanted, figure: Figure) -> bool:
    """Whether it is asked for things by their name alone ("night ferries in 2010"), which FIGURE is a share of."""
    lex = lexicon()
    named = [s for s in wanted.terms if not lex.general(s.id)]
    if not named or not wanted.words.lower().startswith(named[0].words.lower()):
        return False
    return named[-1].words.lower().endswith("s") and {s.id for s in wanted.terms} <= lex.ids(figure.counted)


def _only_a_rate(wanted: Wanted, figure: Figure) -> bool:
    """Whether a number is asked for and FIGURE says how many there are to so many others, or is no whole number."""
    if _PER.search(wanted.words):
        return False
    if figure.unit.startswith("per "):
        return wanted.unit == "count"
    return figure.note == RATE or (wanted.unit == "count" and _broken(figure) and not _AVERAGE.search(wanted.words))


_RATED = regex(r"\b(?:rates?|per|an?|each|every|average|daily|weekly|monthly|yearly|annual)\b", re.IGNORECASE)


def _only_counts(figure: Figure) -> bool:
    """Whether FIGURE is a number of things, and not told as so many to so many or in so much time."""
    rated = figure.note == RATE or figure.unit.startswith("per ") or _RATED.search(figure.measure) is not None
    return _things(figure) and figure.value is not None and not rated


def _broken(figure: Figure) -> bool:
    """Whether so many people or things are no whole number, so that they are to so many others, or on average."""
    return figure.value is not None and figure.value % 1 != 0 and unit_class(figure.unit) == "count" and _things(figure)


_AVERAGE = regex(r"\b(?:average|mean|median|typical\w*|usual\w*|expect\w*|million|billion|thousand)\b", re.IGNORECASE)


SHARE_WORDS = frozenset({"percentage", "proportion", "share", "fraction", "percent", "per cent", "rate"})
CASH_WORDS = frozenset({"money", "cash", "pounds", "sum", "amount"})
"""Words that an amount of money bears out by its sign alone."""
