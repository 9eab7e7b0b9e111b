"""What a column counts, from its heading and from what its table says: its words, unit, scale, and how it adds up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.cube import Code
from corpus.extract.headings import Unit, heading, unit_in
from corpus.formats.statistics.vocabulary import vocabulary, worded
from corpus.patterns import regex
from corpus.records import Nature

__all__ = [
    "NOTHING_COUNTED",
    "Measure",
    "dated_measure",
    "is_rate",
    "measure_of",
    "measured_in",
    "nature_of",
    "over_its_parts",
    "rated",
    "rates_apart",
    "unit_within",
]


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted. ``unit`` None where nothing says it; ``words`` are the heading's without its unit and notes."""

    words: str
    unit: str | None = None
    scale: int = 1
    additive: bool = True
    nature: Nature | None = None
    status: str = ""

    def over(self, table: Measure) -> Measure:
        """This column's measure, with what it leaves untold taken from its TABLE's."""
        bare = not self.additive and table.additive and table.scale > 1  # a rate beside levels in thousands
        unit, scale = (table.unit, table.scale) if self.unit is None and not bare else (self.unit, self.scale)
        additive = self.additive and (table.additive or self.unit is not None)
        return replace(self, unit=unit, scale=scale, additive=additive, nature=self.nature or table.nature)

    def code(self, table: Measure) -> Code:
        """This as a code of a dimension of measures, told where it differs from its TABLE's."""
        own = self.over(table)
        unit = own.unit if (own.unit or "") != (table.unit or "") else None
        unit = (own.unit or "") if own.scale != table.scale else unit
        nature = own.nature if own.nature is not table.nature else None
        return Code(self.words, unit=unit, scale=own.scale, nature=nature, additive=own.additive)


NOTHING_COUNTED = Measure("")
"""Where nothing is said of what a table counts."""
_RATED_UNITS = frozenset({"%", "percentage points"})
_SUMMED = regex(r"^sums? of (?=[^\W\d])", re.IGNORECASE)
"""How a spreadsheet heads what it has added up by itself ("SUM of Fares paid")."""
_PLAIN_RATIO = regex(r"\bper\b(?!\s+(?:cent|annum))", re.IGNORECASE)
_PER_SO_MANY = regex(r"\bper\s+[(\[]?\s?(?:1,?000s?|000s?|thousands?|millions?)\s?[)\]]?$", re.IGNORECASE)
"""A rate of so many, which are no scale of its numbers ("Crews lost per (000s)")."""
_INDEX_BASE = regex(r"\b(?:1[89]|20)[0-9]{2}(?:/[0-9]{2})?\s?=\s?100\b")
_EDGE_UNIT = regex(
    r"(?:\s*[(\[](?:\u00a3|%|\$|\u20ac)[^()\[\]]*[)\]]|[,:]?\s+(?:%|\u00a3\s?(?:m|bn|k|million|billion|thousand)?))$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4_096)
def measure_of(said: str) -> Measure:
    """What the heading SAID tells of the numbers under it."""
    words = _SUMMED.sub("", worded(said))
    told = heading(words, None)
    unit = told.unit or unit_within(words)
    if unit is not None and unit.name == "%" and unit_in(_SO_MANY_PER_CENT.sub(" ", words)) is None:
        unit = None  # "Catch limit (60% of the usual)" is in what catches are in
    if unit is not None and not unit.name and _PER_SO_MANY.search(words):
        return Measure(words, None, 1, False, None, told.status)
    ratio = rated(words) or told.changes or (unit is not None and unit.name in _RATED_UNITS)
    shown = _shown(told.words, words)
    return Measure(
        shown or told.words or words,
        unit.name if unit else None,
        unit.scale if unit else 1,
        not ratio,
        nature_of(words) if not ratio else None,
        told.status,
    )


def dated_measure(said: str) -> Measure:
    """As :func:`measure_of`, of a count whose own time no dimension tells: it keeps it ("Boats lost since 2010")."""
    own, told = measure_of(said), heading(worded(said), None)
    if not own.additive or (told.period is None and told.as_at is None):
        return own  # the mean of several years is told by those years
    return replace(own, words=_EDGE_UNIT.sub("", worded(said)).strip())


def measured_in(said: str, unit: str) -> Measure:
    """What the label SAID of a measure tells of its numbers, where a column beside it gives their UNIT."""
    own, told = measure_of(said), unit_in(unit)
    if rated(unit) and (told is None or told.name not in _RATED_UNITS):
        return replace(own, unit=unit.strip().lower(), scale=1, additive=False, nature=None)
    if told is None:
        return own
    ratio = told.name in _RATED_UNITS
    return replace(own, unit=told.name, scale=told.scale, additive=own.additive and not ratio)


def over_its_parts(codes: Sequence[Code], said: Sequence[str]) -> tuple[Code, ...]:
    """The CODES of measures, whose headings SAID, of which one is the whole of those that say that they are of it
    ("Launches", "Of which by night"): the one plain count beside them."""
    within = [heading(worded(one), None).within for one in said]
    counts = [n for n, code in enumerate(codes) if code.additive and not within[n]]
    parts = [n for n, code in enumerate(codes) if within[n] and code.additive]
    alike = {(codes[n].unit, codes[n].scale) for n in (*counts, *parts)}
    if not parts or len(counts) != 1 or len(alike) != 1 or parts[0] < counts[0]:
        return tuple(codes)
    return tuple(replace(code, total=True) if n == counts[0] else code for n, code in enumerate(codes))


_LISTS = regex(r"\band\b|[,&]", re.IGNORECASE)


def rates_apart(table: Measure, paths: Iterable[Sequence[str]]) -> Measure:
    """What TABLE counts, where its title lists a rate among things that add up ("Boats, crews and loss rate") and only
    some of the headings in PATHS are of rates."""
    own = [measure_of(" ".join(path)).additive for path in paths]
    if table.additive or table.unit not in (None, "") or not _LISTS.search(table.words) or len(set(own)) < 2:
        return table
    return replace(table, additive=True)


_BROKEN = regex(r",\s*and\b|\band$|,\s*,")


def _shown(bare: str, words: str) -> str:
    """BARE, which is WORDS without its unit, made whole again where taking that out has left a gap in it."""
    shown = _EDGE_UNIT.sub("", bare).strip()
    if _BROKEN.search(shown) and not _BROKEN.search(words):
        return words
    if shown.count("(") + shown.count("[") <= shown.count(")") + shown.count("]"):
        return shown
    return next((closed for closed in (f"{shown})", f"{shown}]") if closed in words), words)


_LOCAL_TAX = regex(
    r"\b(?:(?:business|non-?domestic|domestic|empty property|water)\s+rates?\b"
    r"(?!\s+(?:of|per|in|multipliers?|poundage)\b)"
    r"|rates?\s+(?:retention|relief|rebates?|collected|payers?|supplements?|income|arrears)\b)",
    re.IGNORECASE,
)
"""Rates that are paid, and add up as any money does ("Business rates collected", "Rate relief")."""
_SOLDIERS = regex(r"\b(?:other|all|senior|junior|non-commissioned)\s+ranks?\b", re.IGNORECASE)
"""People in uniform, who are no place in a ranking."""


def rated(words: str) -> bool:
    """Whether numbers so headed do not add up: a rate, a share, an average, an index."""
    if _INDEX_BASE.search(words):
        return True
    found = vocabulary().ratios.search(_SOLDIERS.sub(" ", _LOCAL_TAX.sub(" ", words)))
    return found is not None and not (found.group().lower() == "per" and not _PLAIN_RATIO.search(words))


def is_rate(said: str) -> bool:
    """Whether numbers so headed are rates or shares, which are never below nought, and no change of one."""
    return not measure_of(said).additive and not heading(worded(said), None).changes and _CHANGING.search(said) is None


_CHANGING = regex(r"\b(?:growth|change|difference|balance|net|inflation|gap|index|score|mean|average)\b", re.IGNORECASE)


def nature_of(words: str) -> Nature | None:
    """Stock or flow, where the words say which and say only the one; None where they do not."""
    if re.search(r"\bas (?:at|of|on)\b", words, re.IGNORECASE) or _ON_A_DAY.search(words):
        return Nature.STOCK
    stock, flow = vocabulary().stock.search(words), vocabulary().flow.search(words)
    if bool(stock) == bool(flow):
        return None
    return Nature.STOCK if stock else Nature.FLOW


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ON_A_DAY = regex(rf"\b(?:at|on)\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})\b", re.IGNORECASE)
"""The day that a stock is counted at ("Lighthouses at 31 March")."""
_SET_APART = regex(r"[(\[]([^()\[\]]+)[)\]]|(?:,(?!\d{3}\b)|:)\s*([^,:]+)$")
_SO_MANY_PER_CENT = regex(r"\b\d[\d.]*\s?(?:%|per\s?cent\b)(?=\s+of\b)", re.IGNORECASE)
"""A threshold ("below 60% of the usual catch"), which is no unit of what is counted."""
_ONE_MORE = regex(r"(?:and|with)\s", re.IGNORECASE)
"""What is given beside all else, whose unit is not that of all (", and cost per boat")."""


def unit_within(said: str) -> Unit | None:
    """The unit that a title or heading names, at its end or in brackets ("Output (\u00a3M current prices)")."""
    for found in _SET_APART.finditer(said):
        if _ONE_MORE.match(found[2] or "") or _SO_MANY_PER_CENT.search(found[1] or ""):
            continue
        unit = unit_in((found[1] or found[2]).strip())
        if unit is not None and (unit.name or unit.scale > 1):
            return unit
    return None
