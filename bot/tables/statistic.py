"""Which statistic words name, where it is no plain count: an average, a rate. One is never given for another.

So with what a count is of: heads, or full-time equivalents.
"""

from __future__ import annotations

import enum
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.tables.lasting import asks_how_long, lasts, names_a_wait
from bot.tables.running import as_told
from bot.tables.words import days_in, features
from corpus.cube import is_share
from corpus.patterns import regex

if TYPE_CHECKING:
    from bot.tables.label import Label, Way

__all__ = [
    "TIMES_AS_MANY",
    "Basis",
    "as_rate",
    "asked_count",
    "basis",
    "basis_at",
    "basis_words",
    "changed",
    "counts_of",
    "statistic",
    "suited",
]

_NAMED = {
    "average": r"averages?|mean",
    "median": r"medians?",
    "rate": r"rates?|per (?:100|1,?000|10,?000|100,?000|hundred|thousand|million|head|capita)"
    r"|per (?:(?:square|sq\.?) ?(?:kilomet(?:re|er)|km|mile|met(?:re|er)|m)s?|km\u00b2|km2|hectare|acre)"
    r"|densit(?:y|ies)",
    "percentage": r"per ?cent(?:ages?)?|proportions?|shares?|%|how full",
    "index": r"ind(?:ex|ices)",
    "ratio": r"ratios?",
    "change": r"changes?|growth|difference",
}
_PATTERNS = {name: regex(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for name, words in _NAMED.items()}


class Basis(enum.StrEnum):
    """What a count of people at work is of."""

    HEADCOUNT = "headcount"
    FTE = "full-time equivalents"


_BASES = {
    Basis.HEADCOUNT: regex(r"(?:\b(?:by|in terms of)\s+)?\bhead\s?count\b(?:\s+terms)?", re.IGNORECASE),
    Basis.FTE: regex(
        r"(?:\b(?:on an?|in|by)\s+)?\b(?:full|whole)[\s-]time[\s-]equivalen(?:ts?|ce)\b(?:\s+(?:basis|terms))?"
        r"|(?:\b(?:on an?|in|by)\s+)?\b(?:FTEs?|WTEs?)\b(?:\s+(?:basis|terms))?",
        re.IGNORECASE,
    ),
}


def basis(words: str) -> frozenset[Basis]:
    """What WORDS say that a count is of; nothing where they do not say it."""
    return frozenset(one for one, pattern in _BASES.items() if pattern.search(words))


def basis_at(words: str) -> list[tuple[int, int]]:
    """From where to where WORDS say it."""
    return [m.span() for pattern in _BASES.values() for m in pattern.finditer(words)]


def basis_words(of: frozenset[Basis]) -> str:
    """A basis as it may be said; nothing where a table does not say it, or gives both."""
    return str(next(iter(of))) if len(of) == 1 else ""


_COUNTED = {
    "incidents": r"incidents?",
    "people": r"people|persons?|individuals?",
    "cases": r"cases?",
    "times": r"(?<!ing )(?<!response )(?<!journey )times|occasions?",
    "households": r"households?",
}
_COUNTS = {name: regex(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _COUNTED.items()}
_HEAD = regex(r"\b(?:how many|numbers? of)\s+(?P<head>(?:[a-z-]+\s+)?[a-z]+)", re.IGNORECASE)


_SHARE_OF = regex(
    r"\b(?:share|proportion|percentage|per\s?cent|fraction)\s+of\s+(?:(?!(?:who|that|which|with|in|at|by|for|to|on|were|was)\b)"
    r"[a-z-]+\s+){0,4}?(?P<head>incidents|cases|households)\b",
    re.IGNORECASE,
)
"""What a share is asked of: of *incidents*, it is no share of the things done in them."""


@lru_cache(maxsize=20_000)
def counts_of(words: str) -> frozenset[str]:
    """Which of incidents, people, cases, times and households WORDS say that a count is of."""
    return frozenset(name for name, pattern in _COUNTS.items() if pattern.search(words))


TIMES_AS_MANY = regex(
    r"(?<=\bhow\smany\s)times\s+(?:as\s+(?:many|much|great|large|big|high|long)"
    r"|more(?!\s+(?:did|was|were|has|have|had)\b)|greater|larger|bigger|higher|longer)\b",
    re.IGNORECASE,
)
"""What asks for one number over another, and counts no times ("how many *times as many* cases were there")."""


def asked_count(question: str) -> frozenset[str]:
    """Which of these a question asks how many there were of; nothing where it asks of another thing."""
    match = _HEAD.search(TIMES_AS_MANY.sub("", question))
    if match is None:
        share = _SHARE_OF.search(question)
        return counts_of(share["head"]) if share is not None else frozenset()
    first, *rest = match["head"].split()
    return counts_of(first) or (counts_of(rest[0]) if rest else frozenset())


@lru_cache(maxsize=20_000)
def statistic(words: str) -> frozenset[str]:
    """The statistics that WORDS name; none for a plain count or amount."""
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(words.replace("_", " ")))


_CHANGED_BY = regex(
    r"\b(?:per ?cent(?:age)?|proportion)\s+(?:change|rise|increase|fall|decrease|drop|growth|decline|reduction"
    r"|did|do|does|has|have|had|was|were)\b|%\s+(?:change|rise|increase|fall|decrease|drop|growth|decline|reduction)\b",
    re.IGNORECASE,
)
"""What a change is told in, which says nothing of what has changed ("by what percentage did thefts rise")."""


def changed(question: str) -> frozenset[str]:
    """The statistics of what a question asks the change of: a percentage only where it is one that has changed."""
    return statistic(_CHANGED_BY.sub(" ", question)) - {"change"}


def suited(way: Way, question: str) -> tuple[Label, ...]:
    """The measures of a table that are of the statistic that is asked for; of a plain count, those that are plain.

    Where a day of the year is asked about at which some of these are counted, as they say, it is one of them.
    """
    found = as_told(_of_statistic(way, question), question)
    days = days_in(question)
    return tuple(one for one in found if days & days_in(one.code.words)) or found


def _of_statistic(way: Way, question: str) -> tuple[Label, ...]:
    asked = statistic(question)
    if _TYPICALLY.search(question):
        asked |= {"median"} if any("median" in _of(one) for one in way.labels) else {"average"}
    long = asks_how_long(question) or names_a_wait(question)
    lasting = tuple(one for one in way.labels if long and lasts(one.code.words, one.code.unit or ""))
    if lasting:
        return tuple(one for one in lasting if _of(one) & asked) or lasting
    if "change" in asked and not any("change" in _of(label) for label in way.labels):
        asked = changed(question)
    if _AVERAGE_NUMBER.search(question) and not any(_NUMBER.search(one.code.words) for one in way.labels if _of(one)):
        asked -= {"average"}  # worked out from a count: no average of another thing that the table gives
    if not asked and (only := _only_as_rate(way, question)):
        return only
    same = tuple(label for label in way.labels if _same(_of(label), asked))
    same = tuple(label for label in same if _of(label) == asked) or same  # a median ratio is no median
    if not same and asked == {"rate"}:
        same = as_rate(way, question)
    return same or tuple(label for label in way.labels if not _of(label)) or way.labels


_TYPICALLY = regex(r"\btypical(?:ly)?\b", re.IGNORECASE)
"""What asks for the middle one, as people say it ("what does a crew *typically* owe")."""
_AVERAGE_NUMBER = regex(
    r"\b(?:average|mean)\s+numbers?\s+of\s+(?!(?:minutes|hours|days|weeks|months|years)\b)"
    r".+?\b(?:per|a|each|every)\s+(?:year|quarter|month)\b",
    re.IGNORECASE,
)
_NUMBER = regex(r"\bnumbers?\b", re.IGNORECASE)
_HOW_MANY = regex(r"\b(?:how\s+(?:many|often)|numbers?\s+of|count\s+of|times)\b", re.IGNORECASE)
_RATES = frozenset({"rate", "percentage"})


def _only_as_rate(way: Way, question: str) -> tuple[Label, ...]:
    """The one rate of what is asked about, of which the table counts no number ("the *punctuality* of each line"); or
    the one average of money ("how much do the crews earn", of "Median value of crews' earnings")."""
    if _HOW_MANY.search(question) is not None:
        return ()
    said, wide = features(question), features(f"rate. percentage. per cent. proportion. share. {_MIDDLES}")
    rates = (label for label in way.labels if _of(label) and (_of(label) <= _RATES or _of_money(label, question)))
    told = [(label, {need.term for need in label.needed} - wide) for label in rates]
    named = [(label, terms) for label, terms in told if terms and terms <= said]
    if len(named) != 1 or any(label.ids & named[0][1] for label in way.labels if not _of(label)):
        return ()
    return (named[0][0],)


_MIDDLES = "median. average. mean. value. amount"
_HOW_MUCH = regex(r"\bhow\s+much\b(?!\s+(?:more|less|did\s+the))", re.IGNORECASE)


def _of_money(label: Label, question: str) -> bool:
    """Whether a measure is an average of money, and it is asked how much that is."""
    money = (label.code.unit or "") in _MONEY and _HOW_MUCH.search(question) is not None
    return money and len(_of(label)) == 1 and _of(label) <= {"median", "average"}


_MONEY = frozenset({"\u00a3", "$", "\u20ac", "pence"})


def as_rate(way: Way, question: str) -> tuple[Label, ...]:
    """The one percentage of a table's measures, as a "rate" in everyday words ("the ferry delay rate").

    Only where the question, or what the other measures count, says all that it is a percentage of.
    """
    shares = [label for label in way.labels if _of(label) == {"percentage"}]
    if len(shares) != 1 or any("rate" in _of(label) for label in way.labels):
        return ()
    said = features(question).union(
        *(label.ids for label in way.labels if not _of(label) and label.ids & features(question))
    )
    return tuple(shares) if all(need.met(said) or need.term == "percentage" for need in shares[0].needed) else ()


def _of(label: Label) -> frozenset[str]:
    """The statistics that a measure names, in words or by its unit."""
    return statistic(label.code.words) | (frozenset({"percentage"}) if is_share(label.code.unit) else frozenset())


def _same(given: frozenset[str], asked: frozenset[str]) -> bool:
    """Whether a statistic is the one asked for; a change of a count is no count, nor a share of one."""
    return bool(given & asked) and ("change" in given) == ("change" in asked)
