"""How far a measure moved: between two dates, from one level of a sentence to the next, or to its correction.

Which pair is meant is tried in this order: the two times that the question names; the change that the record itself
gives; the two levels of one sentence ("fell from 103 to 88"); a chain of restatements; a series of one sentence; the
one time that is named and the latest word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Answer
from bot.chains import by_somebody_else, of_its_chain, of_the_main, put_right_at_once, puts_right
from bot.choosing import counts_that
from bot.compose import Composer
from bot.derive import change, difference, percentage_change, same_definition
from bot.ends import two_dates
from bot.evidence import Found, Scales, settle
from bot.match import Fit
from bot.question import Query, Wanted
from bot.sayings import Line
from corpus.extract.dates import PeriodMention
from corpus.extract.figures import BEFORE, DIFFERENCE
from corpus.patterns import regex
from corpus.records import Figure, Nature

__all__ = ["change_of", "interval_of", "is_base", "moved"]


def change_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """The same measure at two dates; of a figure that was corrected, the correction."""
    if query.direction and query.direction != "percentage":
        return _correction(query, scales, composer)
    if (pair := _named(query, scales)) is not None:
        return moved(query, *pair, composer)
    ends = two_dates(query)
    if len(ends) == 2:
        return _between(query, ends, scales, composer)
    bare = replace(query.wanted, times=())
    told = _told(query, bare, scales)
    if told is not None:
        return composer.figure(Found(figure=told.figure, fit=told))
    pair = _levels(replace(query.wanted, times=tuple(m for m in query.wanted.times if not is_base(m))), scales)
    if pair is not None:
        return moved(query, *pair, composer)
    return _since(query, bare, scales, composer)


def _named(query: Query, scales: Scales) -> tuple[Figure, Figure] | None:
    """The two figures that the question names by their values ("from 1,023 to 1,013"), where one became the other."""
    if len(set(query.numbers)) != 2:
        return None
    for figure in scales.view.figures.values():
        if figure.value == query.numbers[0]:
            later = [f for f in scales.view.chain(figure) if f.value == query.numbers[1]]
            if later:
                return figure, later[0]
    return None


def moved(query: Query, first: Figure, last: Figure, composer: Composer) -> Answer:
    """The answer that something rose or fell from FIRST to LAST, in per cent where that is asked."""
    worked = percentage_change(first, last) if query.direction == "percentage" else change(first, last)
    up = (last.value or 0) >= (first.value or 0)
    return composer.worked(worked, "A rise of " if up else "A fall of ")


def _between(query: Query, ends: Sequence[PeriodMention], scales: Scales, composer: Composer) -> Answer:
    """The change between the two times that the question names."""
    if (pair := of_the_main(query, ends, scales)) is not None:
        return moved(query, *pair, composer)
    found_at = [settle(replace(query.wanted, times=(end,)), scales) for end in ends]
    found_at = [
        f if f.figure else of_its_chain(f, found_at, end, query.wanted, scales)
        for f, end in zip(found_at, ends, strict=True)
    ]
    if not all(f.figure for f in found_at):
        lacking = tuple(m for f in found_at if not f.figure for m in f.missing)
        return composer.missing(lacking or ("the time asked about",), tuple(x for f in found_at for x in f.nearest))
    a, b = (f.figure for f in found_at)
    assert a is not None
    assert b is not None
    same_definition(a, b, scales.view)
    return moved(query, a, b, composer)


def _told(query: Query, bare: Wanted, scales: Scales) -> Fit | None:
    """The change as the record gives it ("37 more than the year before"): in per cent where that is asked."""
    share = query.direction == "percentage"
    words = f"rise fall {bare.words}"  # the words of a change are the form's, and stand no longer in what is wanted
    times = tuple(m for m in query.wanted.times if not is_base(m))
    fits = scales.fits(replace(bare, words=words, times=times))
    told = [f for f in fits if f.complete and f.figure.note == DIFFERENCE and (f.figure.unit == "%") == share]
    told = [f for f in told if counts_that(bare, f.figure)]
    return told[0] if told and told[0].direct and not told[0].loose else None


_BASE = regex(
    r"(?:on|from|over|since|than|in|compared (?:with|to))?\s*(?:the\s+|a\s+)?"
    r"(?:(?:previous|preceding|prior|last) (?:\w+ )?(?:year|quarter|month|week)"
    r"|(?:year|quarter|month|week) (?:before|earlier))",
    re.IGNORECASE,
)
"""A time that a change is counted from, and that its figure is not of: "up 4% *on the previous year*"."""


def is_base(mention: PeriodMention) -> bool:
    """Whether a time is only that which a change is counted from, and not that of what changed."""
    return _BASE.fullmatch(mention.period.words) is not None


def _levels(wanted: Wanted, scales: Scales) -> tuple[Figure, Figure] | None:
    """The two levels of one sentence between which what is wanted moved."""
    for fit in scales.fits(wanted):
        before = fit.figure
        if not fit.complete or before.note != BEFORE or before.value is None or fit.loose:
            continue
        after = [f for f in scales.view.beside(before) if not f.note and f.unit == before.unit and f.value is not None]
        after = [f for f in after if f.counted == before.counted]
        if len(after) == 1:
            return before, after[0]
    return _told_after(wanted, scales)


def _told_after(wanted: Wanted, scales: Scales) -> tuple[Figure, Figure] | None:
    """The two levels of two sentences on end: "73 were tugs. *There had been 80* a year before", "*It rose to* £9"."""
    for fit in scales.fits(wanted)[:_FEW]:
        figure = fit.figure
        if not fit.complete or fit.loose or figure.note or figure.value is None or not counts_that(wanted, figure):
            continue
        for other in _just_before(figure, scales):
            if _SINCE_RISEN.match(figure.measure):
                return other, figure
            if _THERE_HAD.search(figure.measure) and (_ends(figure) or date.max) < (_ends(other) or date.max):
                return figure, other
    return None


_FEW = 12
_SINCE_RISEN = regex(r"(?:it|this|that)\b[^,;]*\bto\b", re.IGNORECASE)
_THERE_HAD = regex(r"\bthere (?:had been|were|was)\b", re.IGNORECASE)


def _just_before(figure: Figure, scales: Scales) -> list[Figure]:
    """The level that was told before FIGURE in the same words, which it takes up; none where nothing was."""
    held = [f for f in scales.view.figures.values() if f.source_id == figure.source_id and f.unit == figure.unit]
    held = [f for f in held if f.span.end <= figure.span.start and f.measure and not f.note and f.value is not None]
    last = max(held, key=lambda f: f.span.start, default=None)
    return [last] if last is not None and last.measure in figure.inherited else []


def _ends(figure: Figure) -> date | None:
    if figure.as_at is not None:
        return figure.as_at.last
    return figure.period.end if figure.period is not None else None


def _since(query: Query, bare: Wanted, scales: Scales, composer: Composer) -> Answer:
    """From the time that is named, or the first word on the figure, to the latest."""
    points = [m for m in query.wanted.times if m.when is not None]
    found = settle(bare, scales)
    if found.figure is None:
        return composer.missing(found.missing, found.nearest)
    chain = [f for f in scales.view.chain(found.figure) if f.value is not None]
    chain = chain if len(chain) > 1 else _series(found.figure, bare, scales)
    first, last = (chain[0], chain[-1]) if len(chain) > 1 else (None, None)
    if points and chain and first is not None:
        dated = settle(replace(query.wanted, times=(replace(points[0], relation="on"),)), scales).figure
        first = dated or first
    if first is None or last is None or first.id == last.id:
        return composer.missing(("both dates to set against each other",), found.nearest)
    return moved(query, first, last, composer)


def _correction(query: Query, scales: Scales, composer: Composer) -> Answer:
    """ "How far out was the 403?": a figure against the one that corrected it."""
    named = [f for f in scales.view.figures.values() if f.value in query.numbers]
    found = settle(query.wanted, scales) if not named else Found(figure=named[0])
    fitting = [f.figure for f in scales.fits(query.wanted) if f.complete and not named]
    righted_once = [] if named else put_right_at_once(query.wanted, scales)
    if len(righted_once) > 1:
        return composer.missing(("which of several figures is meant",), found.nearest)
    if righted_once and not by_somebody_else(query, righted_once[0][-1], scales):
        return composer.worked(change(righted_once[0][0], righted_once[0][-1]), "The correction is of ")
    only_told = bool(query.wanted.told) and not query.wanted.telling  # "the figure given to the committee"
    if found.figure is None and not (only_told and fitting):
        return composer.missing(found.missing, found.nearest)
    first = [found.figure] if found.figure is not None else []
    held = [scales.view.chain(f) for f in (*named, *first, *fitting)]
    chains = [[f for f in c if f.value is not None] for c in held]
    if found.figure is None:
        righted = {f.id for f in fitting if scales.view.latest(f, corrections_only=True).id != f.id}
        chains = [c for c in chains if any(f.id in righted for f in c[:-1])]
    moved = {(c[0].id, c[-1].id) for c in chains if len(c) > 1}
    if found.figure is None and len(moved) > 1:
        return composer.missing(("which of several figures is meant",), found.nearest)
    chains = [c for c in chains if len(c) > 1 and puts_right(c[0], c[-1], scales)]
    chain = max(chains, key=len, default=[])
    if len(chain) < 2 or by_somebody_else(query, chain[-1], scales):
        return composer.missing(("a correction of it",), found.nearest)
    return composer.worked(change(chain[0], chain[-1]), "The correction is of ")


def interval_of(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """ "How many more between 26 April and 2 May": of a running total, the later count less the earlier."""
    ends = two_dates(query)
    if len(ends) < 2 or any(e.when is None or (e.when.last - e.when.first).days >= _MONTH for e in ends):
        return None
    wanted = _without_more(query.wanted)
    found = [settle(replace(wanted, times=(replace(e, relation="as at"),)), scales).figure for e in ends]
    first, last = found
    if first is None or last is None or first.id == last.id or first.value is None or last.value is None:
        return None
    running = _running(first) and _running(last) and first.value <= last.value
    alike = first.measure == last.measure and first.counted == last.counted
    if not running or not alike:
        return None
    same_definition(first, last, scales.view)
    return composer.worked(difference(last, first), "By the later count less the earlier, ")


_MONTH = 31
"""So many days may the time be in which a running total was counted."""
_MORE = frozenset({"additional", "extra", "further"})


def _without_more(wanted: Wanted) -> Wanted:
    """What is counted, without the words that only say that the count went on ("how many *extra* boats")."""
    focus, rest = (tuple(s for s in terms if s.words.lower() not in _MORE) for terms in (wanted.focus, wanted.rest))
    return replace(wanted, focus=focus, rest=rest)


def _running(figure: Figure) -> bool:
    """Whether a figure is a count up to its own date, so that a later one takes the earlier in."""
    return figure.as_at is not None and figure.nature is not Nature.STOCK


def _series(figure: Figure, wanted: Wanted, scales: Scales) -> list[Figure]:
    """The same measure at other dates in one sentence ("fell from 2,890 on … to 2,207 on …"), the earliest first.

    A figure of no date is of the day on which it was said ("152 now, compared with 118 in 2016").
    """
    same = [f.figure for f in scales.fits(wanted) if f.complete]
    same = [
        f
        for f in same
        if f.source_id == figure.source_id and f.context == figure.context and f.counted == figure.counted
        if f.part_of != figure.id and figure.part_of != f.id and f.unit == figure.unit
    ]
    dated = [
        (f.as_at.first if f.as_at else f.period.start if f.period else f.said_on, f)
        for f in same
        if f.value is not None
    ]
    ordered = sorted(((d, f) for d, f in dated if d is not None), key=lambda pair: pair[0])
    return [f for _, f in ordered] if len({d for d, _ in ordered}) > 1 else [figure]
