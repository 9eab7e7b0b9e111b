"""The same thing counted by several sources: which of them answers, and what each of the others gives for it.

A statistical release stands above an answer that was drawn from it, and a later edition above an earlier one. What is
compared is of the same time and in the same unit, or it is not compared at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.tables.bind import Binding
from bot.tables.bound_for import DESTINATION
from bot.tables.moments import stretch
from bot.tables.reading import Reader
from bot.tables.said import SPELT_OUT
from bot.tables.shape import Grouping, grouping
from bot.tables.slices import Refused
from bot.tables.take import Taken
from bot.tables.tiling import ends
from bot.tables.words import alike, editions, features, light
from bot.units import same_unit
from corpus.cube import Role
from corpus.extract.dates import PeriodMention
from corpus.patterns import regex
from corpus.records import Period, Source, SourceKind, Span, When
from corpus.series import pattern_of

__all__ = ["Beside", "also_rows", "also_value", "by_standing", "fellows", "otherwise_bound", "outdates", "parts_alike"]

_KINDS = tuple(SourceKind)


@dataclass(frozen=True, slots=True)
class Beside:
    """What another source gives: ``pairs`` are each value of the first with that of the other for the same row."""

    source: Source
    pairs: tuple[tuple[Taken, Taken], ...]


def by_standing(complete: Sequence[Binding]) -> list[Binding]:
    """The bindings in their order, but that of those that count the same thing the highest source comes first, and
    before it any that has the time that is asked about."""
    left, found = list(complete), []
    while left:
        group = [left[0], *fellows(left[0], left[1:])]
        left = [b for b in left if b not in group]
        found += sorted(group, key=lambda b: (b.untimely, *_height(b.listed.source), -_reach(b)))
    return found


def _reach(one: Binding) -> int:
    """How far a table reaches: of editions that nobody has dated, the one that goes on the longest came last."""
    labels = one.listed.time.labels if one.listed.time is not None else ()
    return max((day.toordinal() for label in labels if (day := ends(label)) is not None), default=0)


def _height(source: Source) -> tuple[int, int]:
    day = source.known_by
    return _KINDS.index(source.kind), -day.toordinal() if day is not None else 0


def fellows(one: Binding, others: Iterable[Binding]) -> list[Binding]:
    """Those of OTHERS that count in another source what ONE counts, by the words of both; the highest first."""
    found = [b for b in others if b.listed.source.id != one.listed.source.id and _alike(one, b)]
    return sorted(found, key=lambda b: _height(b.listed.source))


def _alike(one: Binding, other: Binding) -> bool:
    if _called_alike(one, other) and one.loose == other.loose and _picked(one) == _picked(other):
        return True
    if _of_one_measure(one, other) and _picked(one) == _picked(other):
        return True
    if one.unnamed or other.unnamed or one.loose or other.loose or _bound_for(one) != _bound_for(other):
        return False
    return not (_narrower(one, other) or _narrower(other, one)) and _picked(one) == _picked(other)


_TELLING = 3
"""So many words at least, a measure that two tables both have is one and the same in each."""


def _of_one_measure(one: Binding, other: Binding) -> bool:
    """Whether both have picked a measure of the same many words, whatever else their tables are on: "First decisions on
    licensed berths", which one table sets beside appeals and another beside claims."""
    told = [b.listed.measures for b in (one, other)]
    codes = [b.picks.get(way.n, ()) if way is not None else () for b, way in zip((one, other), told, strict=True)]
    if not all(len(some) == 1 for some in codes):
        return False
    mine, theirs = (way.labels[some[0]] for way, some in zip(told, codes, strict=True) if way is not None)
    return mine.code.words.lower() == theirs.code.words.lower() and len(mine.needed) >= _TELLING


_NUMBERED = regex(r"^table\s+\d+[a-z]?\W*", re.IGNORECASE)
"""The number of a table in its document, which another edition may give to another."""


def _called_alike(one: Binding, other: Binding) -> bool:
    """Whether two editions of a bulletin have the same table: it counts the same by its title, number and headings."""
    mine, theirs = one.listed.dataset, other.listed.dataset
    if not mine.within_prose or [d.name for d in mine.dimensions] != [d.name for d in theirs.dimensions]:
        return False
    (title, measure), (their_title, their_measure) = (
        [pattern_of(_NUMBERED.sub("", words).rstrip("* ")) for words in (dataset.title, dataset.measure)]
        for dataset in (mine, theirs)
    )
    return measure == their_measure and (title.startswith(their_title) or their_title.startswith(title))


def _narrower(one: Binding, other: Binding) -> bool:
    """Whether what ONE counts is told with terms that neither the question nor the OTHER table says."""
    said = frozenset().union(*(w.ids for w in one.question.words)) if one.question.words else frozenset()
    told = features(one.listed.dataset.measure) | one.listed.subject
    known = said | other.listed.about | other.listed.labelled | editions() | light()
    return not all(alike(frozenset({i}), known) for i in told)


def _picked(one: Binding) -> frozenset[frozenset[str]]:
    """The terms of each label that the question names, be it on whichever dimension."""
    return frozenset(one.listed.ways[n].labels[code].ids for n, codes in one.picks.items() for code in codes if n >= 0)


def _bound_for(one: Binding) -> frozenset[frozenset[str]]:
    """The labels that the question names of where what is counted went: of those whom the same name calls by where they
    come from, as another table tells them, it is another count."""
    ways = [w for w in one.listed.ways if w.name_ids & DESTINATION]
    return frozenset(way.labels[code].ids for way in ways for code in one.picks.get(way.n, ()))


_WHICH_WAY = regex(r"\b(?i:to|into|towards|for|from|out\s+of)\s+(?:the\s+)?(?:[A-Z][\w-]+\s+(?:and\s+)?){0,3}$")


def otherwise_bound(one: Binding, other: Binding) -> bool:
    """Whether ONE tells of where those who are asked about went, and the OTHER of where they come from, or the reverse,
    and the question does not say which is meant ("returns of the Baltic states")."""
    if _bound_for(one) == _bound_for(other) or _picked(one) != _picked(other):
        return False
    said = one.question
    people = any(w.kind == "nationality" for w in said.words)
    return not people and not any(_WHICH_WAY.search(said.text[: w.start]) for w in said.words if w.kind == "place")


def parts_alike(one: Binding, other: Binding) -> bool:
    """Whether two tables of a document each count a narrower thing than is asked for, neither of them the other's:
    "deaths" may be those at sea or those in port, of a table of each."""
    if not (one.unnamed and other.unnamed) or one.listed.source.id != other.listed.source.id:
        return False
    if any(not b.listed.dataset.additive or b.listed.dataset.unit not in _PLAIN_COUNTS for b in (one, other)):
        return False
    mine, theirs = (b.listed.counted - light() for b in (one, other))
    return bool(mine - theirs and theirs - mine) and _parts_picked(one) == _parts_picked(other)


_PLAIN_COUNTS = ("", "people")


def _parts_picked(one: Binding) -> frozenset[frozenset[str]]:
    """The terms of each label that the question names of a part: neither of all, nor of what is counted."""
    ways = ((one.listed.ways[n], code) for n, codes in one.picks.items() if n >= 0 for code in codes)
    return frozenset(w.labels[c].ids for w, c in ways if w.role is not Role.MEASURE and c not in w.sums)


def outdates(newer: Source, older: Source) -> bool:
    """Whether what NEWER gives takes the place of what OLDER gave: it came later, and stands no lower."""
    later, before = newer.known_by, older.known_by
    return later is not None and before is not None and later > before and _height(newer)[0] <= _height(older)[0]


def also_value(reader: Reader, taken: Taken, others: Iterable[Binding]) -> tuple[Beside, ...]:
    """What each of OTHERS gives for the one value that was taken."""
    found = []
    for other in others:
        try:
            given = reader.value(_at(other, taken))
        except Refused:
            continue
        if _comparable(taken, given) and _telling([(taken, given)]):
            found.append(Beside(other.listed.source, ((taken, given),)))
    return tuple(found)


def also_rows(
    reader: Reader, rows: Sequence[Taken], others: Iterable[Binding], text: str, by_year: bool
) -> tuple[Beside, ...]:
    """What each of OTHERS gives for the rows of a grouping, of those that both have."""
    found = []
    for other in others:
        group = grouping(text, other.listed)
        if group is None or group.by_year != by_year:
            continue
        pairs = _paired(reader, rows, other, group)
        if pairs and _telling(pairs):
            found.append(Beside(other.listed.source, pairs))
    return tuple(found)


def _telling(pairs: Sequence[tuple[Taken, Taken]]) -> bool:
    """Whether it is worth its footnotes: that two long sums agree would take as many as there are cells in both."""
    differs = any((a.value, a.qualifier) != (b.value, b.qualifier) for a, b in pairs)
    return differs or all(len(b.seen) <= SPELT_OUT for _, b in pairs)


def _paired(reader: Reader, rows: Sequence[Taken], other: Binding, group: Grouping) -> tuple[tuple[Taken, Taken], ...]:
    try:
        given = {r.words[0].casefold(): r for r in reader.rows(other, group)}
    except Refused:
        return ()
    both = ((r, given[r.words[0].casefold()]) for r in rows if r.words[0].casefold() in given)
    return tuple((a, b) for a, b in both if a.value is not None and b.value is not None and same_unit(a.unit, b.unit))


def _at(other: Binding, taken: Taken) -> Binding:
    """OTHER at the time that was taken, where the question names none."""
    times = taken.slice.times
    if other.times or times is None or times.first is None or times.last is None:
        return other
    first, last = times.first, times.last
    when = When(first, last) if first != last else When.on(first)
    period = Period(first, last, stretch(first, last))
    return replace(other, times=(PeriodMention(Span(0, 1), period, "in" if first != last else "as at", when),))


def _comparable(one: Taken, other: Taken) -> bool:
    same = _ends(one) == _ends(other) and same_unit(one.unit, other.unit)
    return same and one.value is not None and other.value is not None


def _ends(taken: Taken) -> tuple[date | None, date | None]:
    times = taken.slice.times
    return (times.first, times.last) if times is not None else (None, None)
