"""Candidates → evidence: which figure answers, by rule; and where none does, whether one may be worked out.

Order of trial: the figure itself; parts that make it up; what is left of a whole without a part. A figure is taken
only where every condition of the question is borne out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import combinations

from bot.added_up import brought_to, with_those_further
from bot.choosing import Found, best_of, chosen, grounded
from bot.derive import Incomparable, times_apart, total
from bot.either import either, half_borne
from bot.kept import still_kept, what_is_left
from bot.levels import level_before
from bot.match import Fit
from bot.not_yet import not_yet
from bot.other_side import other_side
from bot.query import Wanted
from bot.question import narrowed
from bot.scales import Scales
from bot.some import added
from bot.still_to import STILL_TO, of_that_state
from bot.sums import remainder, rest_of_some, sum_of_kinds, sum_with_rest, undone
from bot.the_other import other_of_two
from bot.times_so_many import times_so_many
from bot.two_deeds import two_deeds
from bot.units import unit_class
from bot.year_by_year import sum_of_years
from corpus.extract.sense import Sense
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Qualifier

__all__ = ["Found", "Scales", "settle", "told_on"]


def settle(wanted: Wanted, scales: Scales) -> Found:
    """The figure that answers WANTED, or one worked out from others, or what no figure bears out."""
    if wanted.choices:
        return _sum_of_choices(wanted, scales)
    fits = of_that_state(wanted, scales.fits(wanted))
    best = best_of(wanted, fits, scales.view)
    if undone(wanted) and best is not None and not _UNDONE_TOO.search(best.figure.measure):
        return remainder(wanted, fits, scales) or Found(missing=("what was not done",), nearest=tuple(fits[:3]))
    if (rest := not_yet(wanted, best, fits, scales)) is not None:
        return rest
    if wanted.first and wanted.told and best is not None:
        best = min((f for f in fits if f.complete), key=lambda f: (told_on(f.figure), -f.score))
        return replace(chosen(wanted, best, fits, scales.view), figure=best.figure, fit=best)
    if wanted.first and best is not None and len(scales.view.chain(best.figure)) < 2:
        best = next((f for f in fits if f.complete and _AT_FIRST.search(scales.sentence_of(f.figure))), best)
    summed = sum_of_kinds(wanted, fits, best, scales) or sum_with_rest(wanted, fits, best, scales)
    summed = summed or rest_of_some(wanted, best, fits, scales)
    if summed is not None:
        return summed
    if best is not None and (left := still_kept(wanted, best, scales)) is not None:
        return left
    if best is not None and best.figure.qualifier in _OPEN and wanted.whole is not None:
        exact = remainder(wanted, fits, scales)  # of a whole and a part told exactly, the rest is exact too
        if exact is not None:
            return replace(exact, note="")
    if best is not None and (_only_the_rest(wanted, best.figure) or _besides(wanted, best.figure)):
        others = [f for f in fits if not _only_the_rest(wanted, f.figure) and not _besides(wanted, f.figure)]
        of_all = best_of(wanted, others, scales.view)
        if of_all is None and _only_the_rest(wanted, best.figure):
            return Found(missing=("all of them, where only others are counted",), nearest=tuple(fits[:3]))
        best = of_all or best
    best = brought_to(wanted, best, fits, scales) if best is not None else None
    if best is not None and (added_up := with_those_further(wanted, best, fits, scales)) is not None:
        return added_up
    if best is not None and _ALL.search(wanted.words) and _more_came(best.figure, scales):
        return Found(missing=("all of them, where more were added later",), nearest=tuple(fits[:3]))
    if best is not None and (undealt := _not_done(wanted, best.figure, fits, scales)) is not None:
        return undealt
    if best is not None and (peers := _undistinguished(best, fits)):
        return Found(missing=("which of several parts is meant",), nearest=(best, *peers)[:3])
    if best is not None and _only_a_kind_then(wanted, best, fits) and (all_then := level_before(wanted, fits, scales)):
        return all_then
    if best is not None and half_borne(wanted, best.loose):
        return either(wanted, scales, settle) or Found(missing=best.loose, nearest=tuple(fits[:3]))
    if best is not None:
        return chosen(wanted, best, fits, scales.view)
    worked = (
        remainder(wanted, fits, scales)
        or other_of_two(wanted, scales)
        or other_side(wanted, scales)
        or times_so_many(wanted, scales)
        or either(wanted, scales, settle)
        or two_deeds(wanted, scales, settle)
    )
    worked = (
        worked or sum_of_years(wanted, scales) or level_before(wanted, fits, scales) or what_is_left(wanted, scales)
    )
    return worked or Found(missing=_missing(fits), nearest=tuple(f for f in fits if f.score > 0.15)[:3])


def _not_done(wanted: Wanted, figure: Figure, fits: list[Fit], scales: Scales) -> Found | None:
    """All to whom a thing was not done, where FIGURE is of those to whom it was *still to* be done, at an earlier time.

    None where those to whom it was done were not counted as late, or where it is that figure which is asked for.
    """
    if (
        STILL_TO.search(figure.measure) is None
        or STILL_TO.search(wanted.words)
        or _UNDONE_TOO.search(wanted.words) is None
    ):
        return None
    rest = remainder(wanted, fits, scales)
    counted = rest.worked.operands[-1] if rest is not None and rest.worked is not None else None
    return rest if counted is not None and told_on(counted) > told_on(figure) else None


_AS_GOOD = 0.03


def _undistinguished(best: Fit, fits: list[Fit]) -> list[Fit]:
    """The other parts of the same list that bear the question out no less than BEST does, so that none answers it."""
    figure = best.figure
    if figure.note:
        return []
    kin = [f for f in fits if f.complete and f.figure.context == figure.context and f.figure.part_of == figure.part_of]
    alone = figure.part_of is None
    kin = [f for f in kin if (_one_of_a_list(f.figure, figure) if alone else f.figure.unit == figure.unit)]
    kin = [f for f in kin if f.figure.value != figure.value and not f.figure.note]
    kin = [f for f in kin if f.figure.measure != figure.measure]  # the same words are lent to it by the one before
    return [f for f in kin if abs(f.score - best.score) <= _AS_GOOD and f.direct == best.direct]


def _one_of_a_list(one: Figure, other: Figure) -> bool:
    """Whether two figures of no whole are counts of the same time, in two places, of two kinds or of two deeds."""
    same = one.source_id == other.source_id and unit_class(one.unit) == unit_class(other.unit) == "count"
    beside = (
        same and bool(one.counted and other.counted) and not any(_SET_AGAINST.search(f.measure) for f in (one, other))
    )
    return beside and (one.period, one.as_at) == (other.period, other.as_at) and not _differ_in_mood(one, other)


def _differ_in_mood(one: Figure, other: Figure) -> bool:
    """Whether some only were to do what the others did: "asked 60 crew *to leave* and 25 left"."""
    return (_TO_DO.search(one.measure) is None) != (_TO_DO.search(other.measure) is None)


_TO_DO = regex(r"\bto [a-z]+\W*$")
_SET_AGAINST = regex(
    r"\b(?:against|compared|than|instead of|rather than|target|complement|capacity|limit"
    r"|(?:it|that|this) (?:was|is))\b",
    re.IGNORECASE,
)
"""What makes a number no fellow of the one before it, but what that is set against."""


def _only_a_kind_then(wanted: Wanted, best: Fit, fits: list[Fit]) -> bool:
    """Whether all are asked for at a time of which only a kind of them is counted, while all are at another time."""
    if not wanted.times:
        return False
    figure, asked = best.figure, {s.id for s in wanted.terms}
    if not _kinds(figure) - asked:
        return False
    other = [f.figure for f in fits if not all(f.times) and not f.loose and not f.figure.note and not f.missing]
    alike = [f for f in other if f.unit == figure.unit and f.source_id == figure.source_id and f.counted]
    return any(not _kinds(f) - asked for f in alike)


def _kinds(figure: Figure) -> set[str]:
    """The telling words of what a figure counts."""
    return {i for i in lexicon().ids(figure.counted) if not lexicon().general(i)}


_ALL = regex(r"\b(?:in all|in total|altogether|overall|all told|total)\b", re.IGNORECASE)
_THE_OTHER = regex(r"\b(?:other|further|additional|remaining)\b", re.IGNORECASE)


def _only_the_rest(wanted: Wanted, figure: Figure) -> bool:
    """Whether those "in all" are asked for and only others are counted ("274 who needed *other* operations")."""
    if _ALL.search(wanted.words) is None or _THE_OTHER.search(wanted.words):
        return False
    return _THE_OTHER.search(figure.measure) is not None or _besides(wanted, figure)


def _more_came(figure: Figure, scales: Scales) -> bool:
    """Whether others of what FIGURE counts came after it in its source ("two boats … and *seven additional* boats")."""
    kinds = _kinds(figure)
    after = (f for f in scales.view.figures.values() if f.source_id == figure.source_id)
    return not added(figure) and any(f.span.start > figure.span.end and added(f) and kinds & _kinds(f) for f in after)


def _besides(wanted: Wanted, figure: Figure) -> bool:
    """Whether only those are counted that there are besides some others, and nobody asks for these alone."""
    if _THE_OTHER.search(wanted.words) or _BESIDES.search(wanted.words):
        return False
    return _BESIDES.search(figure.population) is not None


_BESIDES = regex(r"\b(?:besides|apart from|other than|in addition to|on top of)\b", re.IGNORECASE)
_UNDONE_TOO = regex(r"\b(?:still|yet|not|never|remain\w*|left|outstanding|un\w+|none)\b", re.IGNORECASE)


def told_on(figure: Figure) -> date:
    """The day by which a figure had been told."""
    return figure.said_on or (figure.as_at.last if figure.as_at is not None else date.max)


_OPEN = (Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.MORE_THAN, Qualifier.FEWER_THAN)
_AT_FIRST = regex(r"\b(?:first|originally|original|initially|initial|at first|at the time)\b", re.IGNORECASE)


def _missing(fits: list[Fit]) -> tuple[str, ...]:
    """What the nearest figure leaves uncovered."""
    if not fits:
        return ()
    best = max(fits, key=lambda f: f.score)
    late = ("the time asked about",) if not all(best.times) else ()
    return tuple(dict.fromkeys(best.missing + late))


def _sum_of_choices(wanted: Wanted, scales: Scales) -> Found:
    """ "Robbers and burglars": each settled alone, then added."""

    apart = len({lexicon().ids(c) for c in wanted.choices}) == 1  # two degrees of one quality are no one kind
    whole_fit = [] if apart else [f for f in scales.fits(wanted) if f.complete and grounded(wanted, f) and not f.loose]
    if whole_fit and all(s in _own_terms(whole_fit[0], wanted) for s in wanted.terms):
        return chosen(wanted, whole_fit[0], whole_fit, scales.view)
    found = [settle(narrowed(wanted, choice), scales) for choice in wanted.choices]
    if not all(f.figure or (f.worked is not None and f.worked.operation == "sum") for f in found):
        lacking = tuple(c for c, f in zip(wanted.choices, found, strict=True) if not f.found)
        return Found(missing=lacking or wanted.choices, nearest=tuple(f.fit for f in found if f.fit))
    figures = [one for f in found for one in ([f.figure] if f.figure else f.worked.operands if f.worked else ())]
    figures = list({f.id: f for f in figures}.values())  # a kind may hold another that is named beside it
    if len(figures) == 1:
        return found[0]
    if not (wanted.times or wanted.events) and any(times_apart(a, b) for a, b in combinations(figures, 2)):
        return Found(missing=("the same time for all of them",), nearest=tuple(f.fit for f in found if f.fit))
    try:
        return Found(worked=total(figures, scales.view))
    except Incomparable as why:
        return Found(missing=(str(why),), nearest=tuple(f.fit for f in found if f.fit))


def _own_terms(found: Fit, wanted: Wanted) -> list[Sense]:
    return list(wanted.terms) if found.direct >= len(wanted.terms) else []
