"""The second side of a comparison that only names another place or body: "more fires in Rye *than Hove*"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.bearing import NAMED
from bot.query import Wanted
from corpus.extract.dates import PeriodMention, periods
from corpus.extract.sense import Sense
from corpus.patterns import regex

__all__ = ["counterpart", "unheaded"]


def unheaded(wanted: Wanted) -> Wanted:
    """WANTED where it is of a length of time: it is not those who waited that are counted, but how long they did."""
    return replace(wanted, focus=(), rest=(*wanted.focus, *wanted.rest)) if wanted.unit == "time" else wanted


def counterpart(wanted: Wanted, other: Wanted) -> Wanted:
    """OTHER with all that WANTED asks for but its name or time, where OTHER is nothing else; else OTHER itself."""
    if (then := _years_apart(wanted, other)) is not None:
        return replace(wanted, times=then)
    if not other.terms or not all(_is_name(s) for s in other.terms) or other.bounds or other.whole is not None:
        return other
    named = [s for s in wanted.terms if _is_name(s)]
    kept = tuple(s for s in wanted.rest if s not in named)
    focus = tuple(s for s in wanted.focus if s not in named)
    if not named or not (kept or focus):
        return other
    return replace(wanted, focus=focus, rest=(*kept, *other.terms), times=other.times or wanted.times)


_YEARS = regex(
    r"(?P<n>an?|one|two|three|four|five|ten|\d{1,2}) years? (?:before|earlier|previously|ago)"
    r"|the (?:previous year|year before)",
    re.IGNORECASE,
)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}


def _years_apart(wanted: Wanted, other: Wanted) -> tuple[PeriodMention, ...] | None:
    """The time that is so many years before the one that WANTED names ("in May 2019 than *two years before*")."""
    match = _YEARS.fullmatch(other.words.strip())
    if match is None or len(wanted.times) != 1 or (named := _YEAR.search(wanted.times[0].period.words)) is None:
        return None
    said = (match["n"] or "one").lower()
    years = int(said) if said.isdigit() else _COUNTS.get(said, 1)
    words = wanted.times[0].period.words
    return tuple(periods(f"{words[: named.start()]}{int(named.group()) - years}{words[named.end() :]}", None))


_YEAR = regex(r"\b(?:1[89]|20)\d\d\b(?![/-])")


def _is_name(sense: Sense) -> bool:
    return sense.kind in NAMED - {"attribute"} or sense.words[:1].isupper()
