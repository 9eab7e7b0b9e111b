"""How long something takes: which questions ask it, and which measures of a table tell it.

A count of what took place never answers how long it took, be every word of the question borne out by its table.
"""

from __future__ import annotations

import re

from bot.tables.words import alike, features
from corpus.patterns import regex

__all__ = [
    "asks_how_long",
    "between_ends",
    "in_units",
    "lasts",
    "names_a_wait",
    "names_average_time",
    "only_lasts",
    "speaks_of_length",
    "stretch_of",
]

_UNITS = r"(?:seconds?|minutes?|hours?|(?:working )?days?|weeks?|months?|years?)"
_TAKING = r"(?:tak(?:e[sn]?|ing)|took|wait(?:s|ed|ing)?|last(?:s|ed|ing)?|spen[dt]|elapsed?)"
_HOW_LONG = regex(
    rf"\bhow\s+long\b(?!\s+(?:ago\b|(?:is|was|are|were|has|have)\s+(?:[\w'-]+\s+){{0,6}}?(?:lists?|queues?|backlogs?)\b))"
    rf"|\bhow\s+many\s+{_UNITS}\b[^?;]*?\b(?:did|do|does|has|have|had|was|were|is|are)\b(?:(?!\b(?:lo(?:st|ses?|sing)|wast(?:ed?|ing))\b)[^?;])*?\b{_TAKING}\b",
    re.IGNORECASE,
)
"""How long a list is asks how many are on it; how many days were lost asks for a count of days."""
_LENGTH = regex(
    r"\b(?:median|average|mean|typical|usual)\s+(?:[\w-]+\s+){0,3}?(?:times?|waits?|durations?|lengths?|stays?)\b"
    rf"|\btime\s+taken\b|\b{_TAKING}\s+(?:any\s+|much\s+|far\s+)?(?:longer|shorter)\b",
    re.IGNORECASE,
)
_TOLD = regex(r"\b(?:times?|durations?|waits?|waiting|lengths?|stays?|average|median|mean|typical)\b", re.IGNORECASE)
_AVERAGED = regex(r"\b(?:average|median|mean)\b", re.IGNORECASE)
_WAIT = regex(r"\b(?:times?|waits?|waiting|durations?|lengths?)\b", re.IGNORECASE)
_IN_UNITS = regex(rf"\b(?:times?|waits?|waiting|durations?|lengths?)\b.*(?:\bin\s+|\()\s*{_UNITS}\b", re.IGNORECASE)
_UNIT = regex(rf"\b{_UNITS}\b", re.IGNORECASE)
_ENDS = regex(
    r"\bfrom\s+(?P<first>[^,;()]+?)\s+(?:to|until)\s+(?P<last>[^,;()]+?)(?=\s+(?:of|in|for|at|by|on)\b|[,;()]|$)",
    re.IGNORECASE,
)


def asks_how_long(question: str) -> bool:
    """Whether a question asks how long something took, and for no count."""
    return _HOW_LONG.search(question) is not None


_WAIT_NAMED = regex(
    r"\b(?:the|an?|average|mean|median|typical|usual|longest|shortest|longer|shorter)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:waits?|waiting\s+times?)\b(?!\s+(?:lists?|for\s+more)\b)",
    re.IGNORECASE,
)


def names_a_wait(question: str) -> bool:
    """Whether a question calls by a name how long somebody waited ("which pier had the *shortest wait*")."""
    return _WAIT_NAMED.search(question) is not None


_AVERAGE_TIME = regex(
    r"\b(?:average|mean|median|typical|usual)\s+(?!numbers?\b|count\b)(?:(?!numbers?\b|count\b)[\w-]+\s+){0,3}?"
    r"(?:times?|waits?|durations?|lengths?)\b(?!\s+(?:lists?|of\s+year)\b)",
    re.IGNORECASE,
)


def names_average_time(question: str) -> bool:
    """Whether a question calls by its name how long something takes on average ("the average repair time"): no table of
    counts tells it, whatever else of it that table bears out."""
    return _AVERAGE_TIME.search(question) is not None


def speaks_of_length(question: str) -> bool:
    """Whether a question asks how long something took, or calls that by a name ("the median time")."""
    return asks_how_long(question) or _LENGTH.search(question) is not None


def lasts(measure: str, unit: str) -> bool:
    """Whether MEASURE, counted in UNIT, says how long something takes; days lost are a count of days."""
    words = measure.replace("_", " ")
    if not unit:
        told = _UNIT.search(words) or _WAIT.search(words)
        return told is not None and (_AVERAGED.search(words) is not None or _IN_UNITS.search(words) is not None)
    return _UNIT.fullmatch(unit.strip()) is not None and _TOLD.search(words) is not None


_IN_UNIT = regex(rf"(?:\bin\s+(?:complete\s+|whole\s+)?|\()\s*(?P<unit>{_UNITS})\b", re.IGNORECASE)


def in_units(measure: str) -> frozenset[str]:
    """The terms of the units that MEASURE says that it is told in ("repair time *in days*"): they go without saying."""
    return frozenset(i for m in _IN_UNIT.finditer(measure) for i in features(m["unit"]))


def between_ends(measure: str, said: frozenset[str]) -> bool:
    """Whether what is SAID may be of the stretch that MEASURE tells ("from report to repair"): it names no beginning
    without the end, which would be the end of another stretch ("how long until it is reported?")."""
    ends = stretch_of(measure)
    return ends is None or not alike(said, ends[0]) or alike(said, ends[1])


def stretch_of(measure: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The terms of the beginning, less those of the end, and of the end of the stretch that MEASURE tells ("from report
    to repair"); None where it tells none."""
    ends = _ENDS.search(measure)
    if ends is None:
        return None
    first, last = features(ends["first"]), features(ends["last"])
    return first - last, last


_WAYS = frozenset(
    [
        "spend",
        "spent",
        "spends",
        "typically",
        "usually",
        "normally",
        "generally",
        "longer",
        "shorter",
        "usual",
        "elapse",
    ]
)


def only_lasts(word: str) -> bool:
    """Whether a WORD of a question of how long something took says nothing more than that it took so long."""
    return word.lower() in _WAYS
