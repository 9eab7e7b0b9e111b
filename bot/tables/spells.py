"""How long something took, in hours and minutes, or in days, months and years, as a condition: "took over half an hour"
is "Over 30 minutes".

A spell that a question names is that of a label, or is made up of whole spells of labels that follow one another; else
the table does not answer for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.tables.words import COUNTS
from corpus.patterns import regex

__all__ = ["Spell", "asked_by", "length_of", "lengths_in", "made_up_of", "spell_of", "spells_in"]

_SPELT = {
    **COUNTS,
    "a": 1,
    "an": 1,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "sixty": 60,
    "ninety": 90,
}
_N = rf"(?:\d+(?:\.\d+)?|(?:{'|'.join(sorted(_SPELT, key=len, reverse=True))})\b)"
_UNIT = r"(?:hours?|hrs?|minutes?|mins?)\b"
_LONG = rf"""(?:
    half[\s-]+(?:(?:an?|one)[\s-]+)?hour\b | (?:a\s+|one\s+)?quarter[\s-]+of[\s-]+(?:an|one)[\s-]+hour\b
  | three[\s-]+quarters[\s-]+of[\s-]+(?:an|one)[\s-]+hour\b
  | (?:an|one)[\s-]+hour[\s-]+and[\s-]+a[\s-]+(?:half|quarter)\b | {_N}\s+and\s+a\s+half\s+hours\b | {_N}[\s-]*{_UNIT}
)"""
_UP = (
    r"(?:over|more\s+than|longer\s+than|greater\s+than|above|beyond|exceeding|exceeded|at\s+least|in\s+excess\s+of"
    r"|upwards\s+of|no\s+(?:less|fewer)\s+than|[>\u2265]=?)"
)
_DOWN = (
    r"(?:under|less\s+than|fewer\s+than|shorter\s+than|quicker\s+than|faster\s+than|below|within|inside|up\s+to"
    r"|(?:no|not)\s+(?:more|longer)\s+than|at\s+most|[<\u2264]=?)"
)
_YEARS_UNIT = r"(?:days?|weeks?|wks?|months?|mths?|years?|yrs?)\b"
_YEARS_LONG = rf"(?:half[\s-]+an?[\s-]+year\b | {_N}\s+and\s+a\s+half\s+(?:months|years)\b | {_N}[\s-]*{_YEARS_UNIT})"


def _spelling(long: str, unit: str) -> re.Pattern[str]:
    """How a spell is told whose ends are each LONG, in one UNIT or another."""
    return regex(
        rf"""(?<![\w.,/])(?:(?:took|tak(?:e|es|en|ing)|last(?:s|ed|ing)?
  | (?:done|completed|finished|carried\s+out|dealt\s+with)
    (?=\s+(?:within|inside|in\s+(?:under|less)|after|over))(?:\s+in)?)\s+)?(?:
    {_UP}\s*(?P<from>{long}|{_N}),?\s+(?:(?:and|but)\s+)?(?:up\s+to|to\s+less\s+than|to|less\s+than|under|no\s+more\s+than|not\s+more\s+than)\s+(?P<until>{long})
  | (?:between\s+|from\s+)?(?P<low>{long}|{_N})\s*(?:to\s+less\s+than|to|and|-|\u2013)\s*(?P<high>{long})
  | {_UP}\s*(?P<over>{long}) | (?P<more>\d+\s?\+\s?{unit})
  | (?P<plus>{long})(?:\s*\+|,?\s+(?:or|and)\s+(?:more|over|longer|above|greater)\b)
  | {_DOWN}\s*(?P<under>{long})
  | (?P<down>{long}),?\s+(?:or|and)\s+(?:less|under|fewer|shorter|below|sooner|quicker)\b
)""",
        re.IGNORECASE | re.VERBOSE,
    )


_SPELL, _LENGTH = _spelling(_LONG, _UNIT), _spelling(_YEARS_LONG, _YEARS_UNIT)
_HOUR = 60


class Spell(NamedTuple):
    """A stretch of minutes: longer than ``low`` and up to ``high``, with no end where that is None.

    ``step`` is what lies between it and the one before where both are told in whole numbers ("16 to 30 minutes", after
    "0 to 15"), nought where they touch.
    """

    low: float
    high: float | None
    step: int = 0


def spells_in(text: str) -> list[tuple[int, int, Spell]]:
    """(start, end, spell) of each spell of hours or minutes that TEXT names as a condition."""
    found = ((m.start(), m.end(), _spell(m)) for m in _SPELL.finditer(text))
    return [(start, end, one) for start, end, one in found if one.high is None or one.low < one.high]


def lengths_in(text: str) -> list[tuple[int, int, Spell]]:
    """(start, end, spell) of each spell of days, weeks, months or years that TEXT names as a condition."""
    found = ((m.start(), m.end(), _spell(m)) for m in _LENGTH.finditer(text))
    return [(start, end, one) for start, end, one in found if one.high is None or one.low < one.high]


def length_of(label: str) -> tuple[Spell, str] | None:
    """As :func:`spell_of`, of days, weeks, months or years."""
    return _only(lengths_in(label), label)


def spell_of(label: str) -> tuple[Spell, str] | None:
    """The one spell that a LABEL names, and what else it says; None where it names none, or several."""
    return _only(spells_in(label), label)


def _only(found: list[tuple[int, int, Spell]], label: str) -> tuple[Spell, str] | None:
    if len(found) != 1:
        return None
    start, end, one = found[0]
    return one, f"{label[:start]} {label[end:]}"


def _spell(match: re.Match[str]) -> Spell:
    if match["from"]:
        until = match["until"]
        return Spell(_minutes(match["from"], until), _minutes(until))
    if match["low"]:
        high = match["high"]
        return Spell(_minutes(match["low"], high), _minutes(high), _step(high))
    if up := match["over"] or match["plus"] or (match["more"] or "").replace("+", " "):
        return Spell(_minutes(up), None)
    return Spell(0, _minutes(match["under"] or match["down"]))


_NUMBER = regex(rf"{_N}", re.IGNORECASE)
_LONGER = (
    ("year", 12 * 43_830),
    ("yr", 12 * 43_830),
    ("month", 43_830),
    ("mth", 43_830),
    ("week", 10_080),
    ("wk", 10_080),
    ("day", 1_440),
)
"""How many minutes there are in longer units: a year is just twelve months, and no number of weeks."""


def _unit_of(said: str) -> int:
    """How many minutes the longer unit of a length has; nought where it is of hours or minutes."""
    return next((minutes for name, minutes in _LONGER if re.search(rf"(?:\b|\d){name}s?\b", said.lower())), 0)


def _step(high: str) -> int:
    return _unit_of(high) or (1 if "min" in high.lower() else _HOUR)


def _minutes(said: str, unit: str = "") -> float:
    """How many minutes a length SAID is; a bare number is in the unit of the length that UNIT is."""
    words = " ".join(said.lower().replace("-", " ").split())
    if longer := _unit_of(words) or (0 if re.search(r"\b(?:h(?:ou)?rs?|min)", words) else _unit_of(unit)):
        if words.startswith("half"):
            return longer / 2
        told = _NUMBER.match(words)
        assert told is not None
        whole = float(told.group()) if told.group()[0].isdigit() else float(_SPELT[told.group()])
        return (whole + 0.5 * ("and a half" in words)) * longer
    if "quarter" in words and "and" not in words:
        return 45 if words.startswith("three") else 15
    if words.startswith("half"):
        return 30
    number = _NUMBER.match(said.strip())
    assert number is not None
    count = number.group().lower()
    value = float(count) if count[0].isdigit() else float(_SPELT[count])
    more = 0 if " and " not in words else 15 if "quarter" in words else 30
    hours = re.search(r"\bh(?:ou)?rs?\b|\dh", words if re.search(r"[hm]", words[1:]) else unit.lower()) is not None
    return value * _HOUR + more if hours else value


def made_up_of(asked: Spell, spells: Sequence[tuple[int, Spell]]) -> tuple[int, ...]:
    """The numbers of those of SPELLS that are ASKED, or make it up, each minute once; none where none do."""
    exact = [n for n, one in spells if (one.low, one.high) == (asked.low, asked.high)]
    if exact:
        return tuple(exact[:1]) if len(exact) == 1 else ()
    found: list[int] = []
    at: float | None = asked.low
    while at is not None and at != asked.high:
        fitting = [(one.high, n) for n, one in spells if _follows(one, at) and _ends_by(one, asked)]
        if not fitting:
            return ()
        at, n = max(fitting, key=lambda f: float("inf") if f[0] is None else f[0])
        found.append(n)
    return tuple(found) if at == asked.high else ()


def asked_by(text: str, at: int, labels: Sequence[str]) -> bool:
    """Whether LABELS are just what makes up the spell of TEXT that goes over the place AT."""
    over = [one for start, end, one in spells_in(text) if start <= at < end]
    own = [(n, told[0]) for n, label in enumerate(labels) if (told := spell_of(label)) is not None]
    return len(over) == 1 and len(own) == len(labels) and len(made_up_of(over[0], own)) == len(labels)


def _follows(one: Spell, at: float) -> bool:
    return one.low == at or (one.step > 0 and one.low == at + one.step)


def _ends_by(one: Spell, asked: Spell) -> bool:
    return asked.high is None or (one.high is not None and one.high <= asked.high)
