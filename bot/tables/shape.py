"""What a question does with a table: takes a value, sets two against each other, groups, or looks for the largest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.tables.catalog import Listed, Way
from bot.tables.words import words_of
from corpus.cube import Role
from corpus.extract.dates import PeriodMention, dates
from corpus.lexicon.terms import lexicon
from corpus.records import Period

__all__ = ["Grouping", "apart", "direction", "grouping", "ranks"]

_MOST = re.compile(r"\b(?:most|highest|largest|biggest|greatest|commonest|top|busiest|maximum|peak(?:ed)?)\b", re.I)
_LEAST = re.compile(r"\b(?:fewest|lowest|smallest|least|minimum)\b", re.I)
_GROUP = re.compile(
    r"\b(?P<how>by|per|for each|for every|in each|in every|each|every|which|what|when)\b"
    r"(?P<words>(?:\s+(?!(?:did|was|were|is|are|had|has|have|in|of|for|at|on|and|to|from|between|since|during|over)\b)"
    r"[A-Za-z'-]+){0,4})",
    re.I,
)
_UP = re.compile(
    r"\b(?:ris(?:e|en|ing)|rose|grow[ns]?|grew|increas\w+"
    r"|(?:go(?:ne|es|ing)?|went|com(?:e|es|ing)|came) up|climb\w*|up)\b",
    re.I,
)
_DOWN = re.compile(
    r"\b(?:fall(?:en|ing)?|fell|drop\w*|decreas\w+|declin\w+|reduc\w+"
    r"|(?:go(?:ne|es|ing)?|went|com(?:e|es|ing)|came) down"
    r"|shr[iau]nk\w*|down)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Grouping:
    """The dimension that a question goes through, row by row; by calendar years where BY_YEAR says so."""

    way: Way
    by_year: bool
    heads: str


def ranks(text: str) -> str:
    """``most`` or ``least`` where the question looks for one of several; else nothing."""
    if _LEAST.search(text):
        return "least"
    return "most" if _MOST.search(text) else ""


def direction(text: str) -> bool | None:
    """Whether a question asks if something went up (True) or down (False); None where it asks neither."""
    up, down = _UP.search(text), _DOWN.search(text)
    if up and down:
        return None
    return True if up else False if down else None


def grouping(text: str, listed: Listed) -> Grouping | None:
    """The dimension of a table that a question names to go through ("by nationality", "which force", "each year")."""
    for words in _phrases(text):
        found = _of_time(words, listed) or _of_kind(words, listed)
        if found is not None:
            return found
    return None


def _phrases(text: str) -> Iterator[str]:
    for match in _GROUP.finditer(text):
        if match["how"].lower() == "when":
            yield "year"
        elif match["words"].strip():
            yield match["words"].strip()


_TIMES = re.compile(r"\b(?:(?:calendar|financial|academic|school)\s+)?(?P<unit>year|quarter|month|week|date)s?\b", re.I)


def _of_time(words: str, listed: Listed) -> Grouping | None:
    match = _TIMES.match(words) or _TIMES.fullmatch(words)
    if match is None or listed.time is None:
        return None
    unit = match["unit"].lower()
    return Grouping(listed.time, unit == "year", unit.capitalize())


_PLACES = frozenset({"country", "place", "area", "force", "nation", "region", "destination", "authority"})


def _of_kind(words: str, listed: Listed) -> Grouping | None:
    lex = lexicon()
    asked = [w for w in words_of(words) if w.kind != "number"]
    ids = frozenset().union(*(w.ids for w in asked)) if asked else frozenset()
    ways = [w for w in listed.ways if w.role is not Role.TIME and len(w.labels) > 1]
    named = [w for w in ways if ids & w.name_ids]
    named = named or [w for w in ways if any(lex.relatives(i) & w.name_ids for i in ids)]
    named = named or [w for w in ways if _says_places(words) and (w.role is Role.PLACE or _of_places(w))]
    if not named:
        return None
    best = max(named, key=lambda w: (len(ids & w.name_ids), -len(w.name_ids - ids)))
    return Grouping(best, False, best.dimension.name.replace("_", " ") or words)


def _says_places(words: str) -> bool:
    return any(w.lower().rstrip("s").replace("ie", "y") in _PLACES for w in words.split())


def _of_places(way: Way) -> bool:
    kinds = [lexicon().kind(i) for label in way.labels[:40] for i in label.ids]
    return sum(k == "place" for k in kinds) * 2 > len(way.labels[:40])


def apart(times: tuple[PeriodMention, ...]) -> tuple[PeriodMention, PeriodMention] | None:
    """The two times that a change is between, the earlier first; None where the question does not name two."""
    if len(times) == 1 and times[0].when is None and times[0].relation in ("between", "from"):
        named = [d for d in dates(times[0].period.words, None) if d.when is not None]
        times = tuple(
            replace(
                times[0], span=d.span, period=Period(d.when.first, d.when.last, d.words), relation="in", when=d.when
            )
            for d in named
            if d.when
        )
    if len(times) != 2:
        return None
    times = tuple(_itself(m) for m in times)
    first, second = sorted(times, key=lambda m: m.period.start or m.period.end or date.max)
    return first, second


def _itself(mention: PeriodMention) -> PeriodMention:
    """The time itself that a change is counted from or to ("since 2019": 2019)."""
    if mention.when is None or mention.relation in ("in", "on", "as at", "during"):
        return mention
    words = _RELATING.sub("", mention.period.words)
    return replace(mention, relation="in", period=Period(mention.when.first, mention.when.last, words))


_RELATING = re.compile(r"^(?:since|from|after|before|until|till|by|to|up to|between)\s+", re.IGNORECASE)
