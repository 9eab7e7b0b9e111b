"""A whole and its parts: a breakdown, the largest of them, and whether they make the whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.answer import Answer
from bot.choosing import counts_that
from bot.compose import Composer
from bot.derive import total
from bot.evidence import Found, Scales, settle
from bot.listing import listing
from bot.question import Query, Wanted
from bot.ranked import foremost, further_down, groups_asked, only_list
from bot.sayings import Line
from bot.units import unit_class
from bot.worst import ranked_worst, worst_asked
from corpus.extract.figures import DIFFERENCE
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["breakdown_of", "most_of", "sum_check_of"]


def breakdown_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """Every part that the record gives of the whole asked about."""
    found = _by_its_number(query, scales) or settle(query.wanted, scales).figure
    whole = found or _largest_whole(scales)
    parts = list(scales.view.parts(whole)) if whole else []
    parts = [p for p in parts if p.value is not None and (p.breakdown or _listed_with(p, parts))]
    parts = _of_that_kind(query, parts, whole) if whole else parts
    if not parts or not (found or _of_kind(query, parts)):
        parts = [p for p in _side_by_side(query, scales) if p.breakdown and _of_kind(query, [p])]
        whole = scales.view.whole(parts[0]) if len(parts) > 1 else None
    if whole is None or not parts:
        return composer.missing(("a breakdown",))
    return listing(composer, whole, parts)


def _by_its_number(query: Query, scales: Scales) -> Figure | None:
    """The whole that a question names by its number alone ("what were *the 57* made of"), which has parts."""
    named = re.fullmatch(r"(?:the|those|these|all) (?:the )?(?P<n>\d[\d,]*)", query.wanted.words.strip(), re.IGNORECASE)
    if named is None:
        return None
    value = Decimal(named["n"].replace(",", ""))
    held = [f for f in scales.view.figures.values() if f.value == value and len(_valued(f, scales)) > 1]
    return max(held, key=lambda f: len(_valued(f, scales)), default=None)


def _of_kind(query: Query, parts: list[Figure], whole: Figure | None = None) -> bool:
    """Whether the parts are of the kind that the question names ("which offence", "which country").

    What their WHOLE is itself of ("England", of which these are the men and the women) makes no kind of parts.
    """
    lex = lexicon()
    shared = set(whole.breakdown) if whole is not None else set()
    told = [" ".join((p.counted, *(w for one in p.breakdown if one not in shared for w in one))) for p in parts]
    heads = {i for words in told for i in lex.ids(words)}
    return any(lex.covers(s.id, h) for s in query.wanted.telling for h in heads)


def _listed_with(part: Figure, parts: list[Figure]) -> bool:
    return sum(1 for p in parts if p.context == part.context and p.source_id == part.source_id) > 1


def _largest_whole(scales: Scales) -> Figure | None:
    wholes = [w for f in scales.view.figures.values() if (w := scales.view.whole(f)) is not None]
    return max(set(wholes), key=wholes.count, default=None)


def most_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """The largest or smallest of what the record sets side by side: a whole's parts, or one measure's own rivals."""
    if worst_asked(query):
        worst = ranked_worst(query, scales)
        return composer.figure(Found(figure=worst)) if worst else composer.missing(("what was worst",))
    if not further_down(query) and (told := _told_highest(query, scales)) is not None:
        return composer.figure(Found(figure=told))
    parts = _side_by_side(query, scales) or _alternatives(query, scales)
    parts = parts or (only_list(scales, lines) if groups_asked(query) else [])
    if len(parts) < 2:
        return composer.missing((query.wanted.words, "a breakdown"))
    return foremost(query, parts, composer)


_HIGH = regex(r"\b(?:highest|largest|biggest|greatest|most)\b", re.IGNORECASE)
_LOW = regex(r"\b(?:lowest|smallest|least|fewest)\b", re.IGNORECASE)
_WHERE = regex(r"\b(?:parts?|regions?|areas?|countr(?:y|ies)|nations?|where|places?)\b", re.IGNORECASE)


def _told_highest(query: Query, scales: Scales) -> Figure | None:
    """Of places, the one that the record says was highest or lowest ("*The rate was lowest in* Wales, at 2%")."""
    measured = query.other
    way = _HIGH if _HIGH.search(query.direction) else _LOW
    if measured is None and query.wanted.terms:
        return _of_superlative(query, scales, way)
    if measured is None or not measured.terms or _WHERE.search(query.wanted.words) is None:
        return None
    fits = scales.fits(replace(measured, times=query.times or measured.times))
    told = [
        f.figure for f in fits if f.complete and (f.direct or f.figure.unit == "%") and way.search(f.figure.measure)
    ]
    told = [f for f in told if f.value is not None and _has_place(f)]
    return told[0] if told and len({f.value for f in told}) == 1 else None


def _of_superlative(query: Query, scales: Scales, way: re.Pattern[str]) -> Figure | None:
    """The figure that is told as "the largest fine" where that is asked for."""
    wanted = _less_whose(query.wanted, scales)
    alike = frozenset({wanted.terms[-1].id, *lexicon().relatives(wanted.terms[-1].id)})
    told = [f.figure for f in scales.fits(wanted) if f.complete and _foremost_told(f.figure, way, alike)]
    return told[0] if told and len({f.value for f in told}) == 1 else None


_FOR_ONE = regex(r" (?:to|for|by|from|of) (?:just )?(?:one|any one|a single|an individual) ", re.IGNORECASE)
"""What parts the thing asked for from whoever had one of it: "the largest fine *for one* driver"."""


def _less_whose(wanted: Wanted, scales: Scales) -> Wanted:
    """WANTED less whoever had one of it, where the record counts no others: the largest fine of drivers is one's."""
    things, _, whose = _FOR_ONE.sub("|", wanted.words, 1).partition("|")
    named = lexicon().ids(whose)
    kept = [s for s in wanted.terms if s.id not in named]
    people = [f for f in scales.view.figures.values() if unit_class(f.unit) == "count" and f.counted]
    counted = all(any(lexicon().ids(f.counted) & {i, *lexicon().relatives(i)} for f in people) for i in named)
    return replace(wanted, words=things, focus=(), rest=tuple(kept)) if kept and named and counted else wanted


def _foremost_told(figure: Figure, way: re.Pattern[str], alike: frozenset[str]) -> bool:
    """Whether FIGURE is told as the largest of a thing, one of the terms ALIKE being its name."""
    after = (figure.measure[m.end() :].split()[:_NAMED_IN] for m in way.finditer(figure.measure))
    return any(alike & lexicon().ids(" ".join(words)) for words in after)


_NAMED_IN = 2
"""In so many words after "the largest" stands the thing that is so."""


def _has_place(figure: Figure) -> bool:
    return any(t.kind == "place" for t in lexicon().terms(figure.measure))


def _side_by_side(query: Query, scales: Scales) -> list[Figure]:
    """The parts, of the kind asked about, of the whole that most is known of; of several alike, of the latest."""
    wholes = {w.id: w for f in scales.view.figures.values() if (w := scales.view.whole(f)) is not None}
    sets = [(w, [p for p in _valued(w, scales) if not p.breakdown or _of_kind(query, [p], w)]) for w in wholes.values()]
    sets = [(w, _of_that_kind(query, parts, w)) for w, parts in sets if _of_kind(query, parts, w)]
    sets = [(w, parts) for w, parts in sets if _in_time(query, parts, scales)]
    sets = [(w, parts) for w, parts in sets if query.other is None or _measures(query.other, [w, *parts])]
    sets = [(w, parts) for w, parts in sets if query.other is not None or _all_named(query, parts, w)]
    asked = {s.id for s in query.other.terms} if query.other is not None else set()

    def rank(one: tuple[Figure, list[Figure]]) -> tuple[int, int, int, date]:
        whole, parts = one
        borne = len(asked & lexicon().ids(f"{whole.counted}. {whole.measure}"))
        ended = whole.period.end if whole.period else whole.as_at.last if whole.as_at else None
        return borne, len(parts), -len(scales.view.wholes(whole)), ended or date.min

    return max(sets, key=rank, default=(None, []))[1]


def _of_that_kind(query: Query, parts: list[Figure], whole: Figure) -> list[Figure]:
    """Those of PARTS that are of the kind asked about, where several are: "90 cases" is no offence beside robberies."""
    own = [p for p in parts if _of_kind(query, [p], whole)]
    return own if len(own) > 1 else parts


def _measures(measured: Wanted, figures: list[Figure]) -> bool:
    """Whether what is MEASURED is named by some of FIGURES: parts of a whole of exports rank no visitors."""
    lex = lexicon()
    told = lex.ids(". ".join(f"{f.counted}. {f.measure}. {f.population}. {f.inherited}" for f in figures))
    if any(lex.kind(i) == "offence" for f in figures for i in lex.ids(f.counted)):
        told |= lex.ids("offenders. criminals. convicts")  # "31 burglars" are offenders, though nobody calls them so
    return not measured.telling or any(s.id in told or lex.relatives(s.id) & told for s in measured.telling)


def _all_named(query: Query, parts: list[Figure], whole: Figure) -> bool:
    """Whether PARTS or their WHOLE name each thing asked for: no club is a grant, of whatever kind it is."""
    alone = [replace(query.wanted, focus=(s,), rest=()) for s in query.wanted.telling]
    return all(_of_kind(replace(query, wanted=w), parts, whole) or _measures(w, [whole, *parts]) for w in alone)


def _valued(whole: Figure, scales: Scales) -> list[Figure]:
    parts = scales.view.parts(whole)
    return [p for p in parts if p.value is not None and (p.breakdown or _listed_with(p, list(parts)))]


def _in_time(query: Query, parts: list[Figure], scales: Scales) -> bool:
    """Whether the parts are of the time asked about, where one is."""
    times = query.times or (query.other.times if query.other is not None else ())
    if not times:
        return True
    bare = replace(query.wanted, focus=(), rest=(), whole=None, times=times)
    return all(all(f.times) for f in scales.fits(bare, parts))


def _alternatives(query: Query, scales: Scales) -> list[Figure]:
    """The figures of one measure that differ in what the question asks for: in their time, or in the name they bear."""
    measured = query.other if query.other is not None and query.other.terms else None
    if measured is None:
        return []
    fits = [f for f in scales.fits(replace(measured, times=query.times or measured.times)) if f.complete and f.direct]
    told = [f.figure for f in fits if f.figure.value is not None and f.figure.note != DIFFERENCE]
    told = [f for f in told if counts_that(measured, f)]
    if not told:
        return []
    asked = {s.id for s in query.wanted.terms}
    unit = unit_class(told[0].unit)
    if asked & _SPANS:
        dated = [f for f in told if unit_class(f.unit) == unit and f.period is not None and _spans(f, asked)]
        return dated if len({f.period for f in dated}) > 1 else []
    mates = [m for f in told for m in (f, *scales.view.beside(f))]
    named = {m.id: m for m in mates if m.value is not None and unit_class(m.unit) == unit and _label(m, scales)}
    lists = [[m for m in named.values() if m.context == f.context] for f in named.values()]
    lists = [one for one in lists if len({_label(m, scales) for m in one}) == len(one)]
    lists = [one for one in lists if not (asked and _of_columns(one)) or _columns_named(asked, one)]
    return max(lists, key=len, default=[])


def _of_columns(listed: list[Figure]) -> bool:
    """Whether figures are a table's, told apart by columns that no heading says the sort of."""
    return all(f.breakdown and not any(heading for heading, _ in f.breakdown) for f in listed)


def _columns_named(asked: set[str], listed: list[Figure]) -> bool:
    """Whether the title says that its columns are of what is ASKED, or each is a place: crews are no ports."""
    lex = lexicon()
    titled = any(a in lex.ids(f.inherited) for a in asked for f in listed)
    return titled or all(any(t.kind == "place" for t in lex.terms(f.counted)) for f in listed)


_SPANS = frozenset({"year", "quarter", "month", "week", "day"})
_DAYS = {"year": (360, 371), "quarter": (85, 95), "month": (27, 32), "week": (6, 8), "day": (1, 1)}


def _spans(figure: Figure, asked: set[str]) -> bool:
    period = figure.period
    if period is None or period.start is None or period.end is None:
        return False
    days = (period.end - period.start).days + 1
    return any(low <= days <= high for low, high in (_DAYS[a] for a in asked & _SPANS))


_NAME = regex(r"(?<![.!?] )(?<!^)\b[A-Z][\w'\u2019-]+(?:\s+[A-Z][\w'\u2019-]+)*")


def _label(figure: Figure, scales: Scales) -> str:
    """The name by which a figure of a list is told from its neighbours."""
    words = f"{figure.geography} {figure.counted} {figure.measure}"
    named = _NAME.search(" " + words)
    return named.group() if named else ""


def sum_check_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """Whether the parts that the record gives make up the whole; of a whole named by its value, those of the time."""
    whole, parts = _told_parts(query, scales)
    if whole is None or whole.value is None or len(parts) < 2:
        return composer.missing(("a breakdown",))
    worked = total(parts, scales.view)
    same = worked.result == whole.value
    return composer.worked(
        worked, "Yes: the parts make the whole. " if same else "No: the parts do not make the whole. "
    )


def _told_parts(query: Query, scales: Scales) -> tuple[Figure | None, list[Figure]]:
    named = [f for f in scales.view.figures.values() if f.value in query.numbers and scales.view.parts(f)]
    whole = max(named, key=lambda f: len(scales.view.parts(f)), default=None) or _largest_whole(scales)
    parts = [p for p in scales.view.parts(whole) if p.value is not None] if whole else []
    if query.times:
        bare = replace(query.wanted, focus=(), rest=(), whole=None)
        return whole, _spoken_of(query, [f.figure for f in scales.fits(bare, parts) if all(f.times)], scales)
    return whole, [p for p in parts if p.breakdown or _listed_with(p, parts)]


def _spoken_of(query: Query, parts: list[Figure], scales: Scales) -> list[Figure]:
    """Of PARTS, those whose sentences speak of what the question names, where some do: parts may overlap."""
    for term in query.wanted.terms:
        spoken = [p for p in parts if term.id in lexicon().ids(scales.sentence_of(p))]
        parts = spoken if len(spoken) > 1 else parts
    return parts
