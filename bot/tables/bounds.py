"""A number that a question sets what a table counts against: "did it exceed 2,000?", "in how many years above 1,600?".

It is a number of the question's and names nothing in a table. It is heard as one only where the question asks whether
something was so, or how many rows of a table were; elsewhere a number is a condition like any other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from corpus.patterns import regex

__all__ = ["Bound", "Multiple", "bound_in", "multiple_in"]

_NUMBER = r"(?P<sign>\u00a3)?(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_NUMBER += r"(?:\s?(?P<scale>thousand|million|billion|m|bn|k)\b)?"
_NUMBER += r"(?:\s?(?P<percent>%|per\s?cent))?"
_OVER = r"exceed(?:s|ed|ing)?|more\s+than|greater\s+than|higher\s+than|larger\s+than|over|above|in\s+excess\s+of"
_OVER += r"|top(?:s|ped)?|beat(?:s|en)?"
_LEAST = r"at\s+least|no\s+(?:fewer|less)\s+than|reach(?:es|ed)?"
_UNDER = r"fewer\s+than|less\s+than|lower\s+than|smaller\s+than|below|under"
_MOST = r"at\s+most|no\s+more\s+than|not\s+more\s+than|up\s+to"
_BOUND = regex(
    rf"\b(?:(?P<most>{_MOST})|(?P<least>{_LEAST})|(?P<over>{_OVER})|(?P<under>{_UNDER}))\s+(?:the\s+)?{_NUMBER}"
    r"(?!\s*[-\u2013]?\s*(?:weeks?|days?|hours?|minutes?|months?|years?|miles?)\b|[\d/]|\s+(?:and|to)\s+\d)"
    r"(?:\s+mark\b)?",
    re.IGNORECASE,
)
_PASSES = r"(?:pass|cross|surpass|break|hit|top)(?:es|ed|s)?|broke|(?:go(?:es|ne)?|went)\s+(?:over|above|past)"
_CROSSES = regex(
    rf"\b(?:(?P<least>{_LEAST})|(?P<over>{_OVER}|{_PASSES})|(?P<under>{_UNDER}|(?:drop|fall|fell)(?:s|ped|en)?\s+(?:below|under)))"
    rf"\s+(?:the\s+)?{_NUMBER}"
    r"(?!\s*[-\u2013]?\s*(?:weeks?|days?|hours?|minutes?|months?|years?|miles?)\b|[\d/]|\s+(?:and|to)\s+\d)(?:\s+mark\b)?",
    re.IGNORECASE,
)
"""What something does that comes to lie on another side of a number ("*passed* 10,000")."""
_WHEN = regex(
    r"^\W*(?:(?:and|so|but|please)\W+)*(?:when|(?:(?:in|on|by|during)\s+)?(?:which|what)\s+(?P<unit>year|quarter|month|week|day|date))"
    r"(?=\s+(?:did|do|does|was|were|has|had)\b)",
    re.IGNORECASE,
)
_TURNS = regex(rf"(?:reach(?:es|ed)?|{_PASSES})\b", re.IGNORECASE)
_FIRST = regex(r"\bfirst(?:\s+(?:ever|show|see|record|report|have|has))?\b", re.IGNORECASE)
_FIRST_ONE = regex(r"^\W*when\s+(?:was|were)\s+(?:the\s+)?(?P<first>(?:very\s+)?first)\s+", re.IGNORECASE)
_SCALES = {"thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9}
_YES_NO = regex(
    r"^\W*(?:(?:and|so|but|please|can\s+you\s+confirm|could\s+you\s+confirm|confirm)\W+)*"
    r"(?:did|does|do|was|were|is|are|has|have|had|whether|that)\b",
    re.IGNORECASE,
)
_ROWS = regex(
    r"\b(?:how\s+many|which|what)\s+(?:of\s+the\s+)?(?P<rows>(?:(?!did|was|were|is|are|has|have|had|saw|since|between|recorded|reported|with|where|when)"
    r"[a-z'-]+\s+){0,3}?(?P<head>[a-z'-]+))(?=\s+(?:did|was|were|is|are|has|have|had|saw|since|between|from|after|over"
    r"|recorded|reported|exceeded|received|with|where|when|in|of)\b)",
    re.IGNORECASE,
)
_IN = regex(r"\b(?:in|during|for|at|on|within|over|across)\s+$", re.IGNORECASE)
_HAVING = regex(r"^\s+(?:had|has|have|saw|recorded|reported|received|exceeded|with|where|when)\b", re.IGNORECASE)


_ANY = regex(
    r"\bany\b(?!\s+(?:more|fewer|less|longer|higher|lower|other|such|better|worse|change|rise|fall|increase|decrease|difference|figures?"
    r"|data|statistics?|information|breakdown|evidence|records?|estimates?|sign|reason|of|idea|further|one)\b)",
    re.IGNORECASE,
)
"""What asks whether there was so much as one ("were there *any* ferries")."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a figure is set against, in the unit that is asked about; ``rows`` are what is counted, "" where nothing."""

    value: Decimal
    above: bool
    equal: bool
    percent: bool
    rows: str
    said: str
    """The comparison in the question's own words."""
    spans: tuple[tuple[int, int], ...]
    earliest: bool = False
    """Whether it is asked when a figure came to lie there; ``rows`` are then the times that are gone through."""

    @property
    def words(self) -> str:
        """The comparison as it may be said."""
        if self.equal:
            return "at or above" if self.above else "at or below"
        return "above" if self.above else "below"

    def holds(self, value: Decimal) -> bool:
        """Whether VALUE is on the side that is asked about."""
        if value == self.value:
            return self.equal
        return (value > self.value) == self.above


def bound_in(text: str) -> Bound | None:
    """What TEXT sets a figure against; None where it sets none, or where a number may be another condition."""
    if (crossing := _crossing(text)) is not None:
        return crossing
    rows = _rows(text)
    if rows is None and _YES_NO.match(text) is None:
        return None
    after = rows.end("rows") if rows is not None else 0
    if rows is None and (some := _ANY.search(text)) is not None and _BOUND.search(text) is None:
        return Bound(Decimal(0), True, False, False, "", some.group(), (some.span(),))
    found = [m for m in _BOUND.finditer(text, after) if not _of_a_year(m)]
    if not found:
        return None
    match = found[0] if rows is None or len(found) == 1 else found[-1] if len(found) > 1 else found[0]
    value = Decimal(match["n"].replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1)
    spans = (match.span(),) if rows is None else (rows.span(), match.span())
    above = bool(match["over"] or match["least"])
    equal = bool(match["least"] or match["most"])
    return Bound(
        value,
        above,
        equal,
        bool(match["percent"]),
        rows["rows"] if rows is not None else "",
        " ".join(match.group().split()),
        spans,
    )


def _crossing(text: str) -> Bound | None:
    """The number that it is asked when something came to lie above or below; None where that is not asked."""
    if (one := _FIRST_ONE.search(text)) is not None:
        return Bound(Decimal(0), True, False, False, "", "first", (one.span(),), earliest=True)
    when = _WHEN.search(text)
    if when is None:
        return None
    found = [m for m in _CROSSES.finditer(text, when.end()) if not _of_a_year(m)]
    if len(found) != 1:
        return None
    (match,) = found
    first = _FIRST.search(text, when.end())
    if (
        first is None and when["unit"] and not _TURNS.match(match.group())
    ):  # "in which month was it above 90": of several, none is the one
        return None
    value = Decimal(match["n"].replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1)
    spans = (when.span(), match.span(), *([first.span()] if first is not None else []))
    rows = (when["unit"] or "").lower()
    above, said = match["under"] is None, " ".join(match.group().split())
    return Bound(value, above, bool(match["least"]), bool(match["percent"]), rows, said, spans, earliest=True)


def _rows(text: str) -> re.Match[str] | None:
    """What is counted, where it is rows of a table: "in how many years", "how many forces had"."""
    for match in _ROWS.finditer(text):
        if _IN.search(text[: match.start()]) or _HAVING.match(text[match.end() :]):
            return match
    return None


def _of_a_year(match: re.Match[str]) -> bool:
    plain = match["n"].isdigit() and len(match["n"]) == 4 and "1900" <= match["n"] <= "2100"
    return plain and not (match["scale"] or match["percent"] or match["sign"]) and not _MORE.match(match.group())


_MORE = regex(r"(?:exceed|more|greater|fewer|less|at\s+least|in\s+excess)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Multiple:
    """So many times as much as it is asked whether something is or has become; below one for a half."""

    factor: Decimal
    words: str
    spans: tuple[tuple[int, int], ...]


_FACTORS = {
    "doubl": Decimal(2),
    "twice": Decimal(2),
    "trebl": Decimal(3),
    "tripl": Decimal(3),
    "three": Decimal(3),
    "four": Decimal(4),
    "quadr": Decimal(4),
    "halv": Decimal("0.5"),
    "half": Decimal("0.5"),
}
_TIMES_AS = regex(
    r"\b(?:(?:more|less)\s+than\s+|at\s+least\s+|nearly\s+|almost\s+|about\s+)?"
    r"(?P<k>doubled?|doubling|trebled?|tripled?|quadrupled?|halved?|fall(?:en)?\s+by\s+half|fell\s+by\s+half"
    r"|(?:twice|double|three\s+times|four\s+times|half)(?:\s+(?:as\s+(?:many|much|high|large|big)(?:\s+as)?|the\s+(?:number|figure|total|level)"
    r"|that|those|what\s+(?:it|they)\s+(?:was|were))))\b",
    re.IGNORECASE,
)


def multiple_in(text: str) -> Multiple | None:
    """How many times as much TEXT asks whether something is; None where it asks no such thing."""
    if _YES_NO.match(text) is None:
        return None
    match = _TIMES_AS.search(text)
    if match is None:
        return None
    said = match["k"].lower()
    key = "half" if "half" in said else next(k for k in _FACTORS if said.startswith(k))
    return Multiple(_FACTORS[key], " ".join(match.group().split()), (match.span(),))
