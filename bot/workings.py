"""Working out what is asked for from two or more figures: a share, a change, a difference, a ratio, an average."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answer import Answer
from bot.compose import Composer
from bot.derive import Worked, average, change, difference, digits, ratio, same_definition, share
from bot.ends import two_dates, years_of
from bot.evidence import Found, Scales, settle
from bot.question import Query, Wanted
from bot.sayings import Line, unanswered
from corpus.lexicon.terms import lexicon
from corpus.records import Figure, Nature, Qualifier

__all__ = ["average_of", "change_of", "comparison_of", "difference_of", "interval_of", "ratio_of", "share_of"]


def share_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """A part over its whole, unless the record gives the percentage itself."""
    percent = [f for f in scales.fits(query.wanted) if f.complete and f.figure.unit == "%" and f.direct and not f.loose]
    if percent and _names_whole(percent[0].figure, query.other):
        return composer.figure(Found(figure=percent[0].figure, fit=percent[0]))
    wanted, other = query.wanted, query.other
    joined = wanted if other is None else _join(wanted, other)
    part = settle(joined, scales)
    whole = _whole_of(part, other, scales)
    if part.worked is not None and whole is not None:
        return _share_of_sum(part.worked, whole, composer)
    if part.figure is not None and whole is not None and part.figure.id == whole.id:
        part = Found(missing=(query.wanted.words,))
    if part.figure is None or whole is None:
        silent = unanswered(query, lines)
        return (
            composer.unanswered(silent)
            if silent
            else composer.missing(part.missing or ("a whole to set it against",), part.nearest)
        )
    if part.figure.unit == "%" or part.figure.qualifier is Qualifier.IN_WORDS:
        return composer.figure(part)
    return composer.worked(share(part.figure, whole))


def _share_of_sum(worked: Worked, whole: Figure, composer: Composer) -> Answer:
    summed = replace(worked.operands[0], value=worked.result, counted="their sum")
    got = share(summed, whole)
    inner = worked.expression.split(" = ")[0]
    expression = f"({inner}) \u00f7 {digits(whole.value or Decimal(0))} = {got.shown}"
    return composer.worked(replace(got, expression=expression, operands=(*worked.operands, whole)))


def _names_whole(figure: Figure, other: Wanted | None) -> bool:
    return (
        other is None
        or bool({s.id for s in other.terms} & (lexicon().ids(figure.counted) | lexicon().ids(figure.measure)))
        or not other.terms
    )


def _join(part: Wanted, whole: Wanted) -> Wanted:
    """The part, under the conditions that its whole was named with."""
    known = {s.id for s in part.terms}
    kept = tuple(s for s in whole.terms if s.id not in known)
    return replace(
        part,
        focus=(),
        rest=(*part.terms, *kept),
        partitive=True,
        whole=whole.whole or part.whole,
        times=part.times or whole.times,
    )


def _whole_of(part: Found, other: Wanted | None, scales: Scales) -> Figure | None:
    """The whole that the question names; else the one that the part's own record names."""
    figure = part.figure or (part.worked.operands[0] if part.worked else None)
    own = scales.view.whole(figure) if figure is not None else None
    if other is not None and other.whole is not None:
        named = [f for f in scales.view.figures.values() if f.value == other.whole]
        chain = [f for f in named if own is not None and f.id in {c.id for c in scales.view.chain(own)}]
        return next(iter(chain or named), None)
    if own is not None:
        return own
    if other is None or not other.terms:
        return None
    return settle(other, scales).figure


def change_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """The same measure at two dates; of a figure that was corrected, the correction."""
    if query.direction:
        return _correction(query, scales, composer)
    times = query.wanted.times
    points = [m for m in times if m.when is not None]
    ends = two_dates(query)
    if len(ends) < 2:
        bare = replace(query.wanted, times=())
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
        return composer.worked(change(first, last), "The change is ")
    found_at = [settle(replace(query.wanted, times=(end,)), scales) for end in ends]
    if not all(f.figure for f in found_at):
        lacking = tuple(m for f in found_at if not f.figure for m in f.missing)
        return composer.missing(lacking or ("the time asked about",), tuple(x for f in found_at for x in f.nearest))
    a, b = (f.figure for f in found_at)
    assert a is not None
    assert b is not None
    same_definition(a, b, scales.view)
    return composer.worked(change(a, b), "The change is ")


def _correction(query: Query, scales: Scales, composer: Composer) -> Answer:
    """ "How far out was the 403?": a figure against the one that corrected it."""
    named = [f for f in scales.view.figures.values() if f.value in query.numbers]
    found = settle(query.wanted, scales) if not named else Found(figure=named[0])
    if found.figure is None:
        return composer.missing(found.missing, found.nearest)
    chains = [scales.view.chain(f) for f in (*named, found.figure)]
    chain = max(([f for f in c if f.value is not None] for c in chains), key=len)
    if len(chain) < 2:
        return composer.missing(("a correction of it",), found.nearest)
    return composer.worked(change(chain[0], chain[-1]), "The correction is of ")


def interval_of(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """ "How many more between 26 April and 2 May": of a running total, the later count less the earlier."""
    ends = two_dates(query)
    if len(ends) < 2 or any(e.when is None or not e.when.exact for e in ends):
        return None
    found = [settle(replace(query.wanted, times=(replace(e, relation="as at"),)), scales).figure for e in ends]
    first, last = found
    if first is None or last is None or first.id == last.id or first.value is None or last.value is None:
        return None
    running = _running(first) and _running(last) and first.value <= last.value
    alike = first.measure == last.measure and first.counted == last.counted
    if not running or not alike:
        return None
    same_definition(first, last, scales.view)
    return composer.worked(difference(last, first), "By the later count less the earlier, ")


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
    ]
    dated = [
        (f.as_at.first if f.as_at else f.period.start if f.period else f.said_on, f)
        for f in same
        if f.value is not None
    ]
    ordered = sorted(((d, f) for d, f in dated if d is not None), key=lambda pair: pair[0])
    return [f for _, f in ordered] if len({d for d, _ in ordered}) > 1 else [figure]


def difference_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """One figure less another."""
    a, b = _pair(query, scales)
    if a.figure is None or b.figure is None:
        if a.worked or b.worked:
            return _worked_pair(a, b, composer)
        return composer.missing((*a.missing, *b.missing), (*a.nearest, *b.nearest))
    return composer.worked(difference(a.figure, b.figure))


def _worked_pair(a: Found, b: Found, composer: Composer) -> Answer:
    """A difference in which one side is itself a sum: one formula, all operands cited."""
    if not a.found or not b.found or (a.worked and b.worked):
        return composer.missing(("both sides of the comparison",))
    summed, plain = (a, b) if a.worked else (b, a)
    assert summed.worked is not None
    assert plain.figure is not None
    assert plain.figure.value is not None
    high = summed.worked.result >= plain.figure.value
    result = abs(summed.worked.result - plain.figure.value)
    first, second = (summed.worked.result, plain.figure.value) if high else (plain.figure.value, summed.worked.result)
    expression = f"{digits(first)} \u2212 {digits(second)} = {digits(result)}"
    operands = (*summed.worked.operands, plain.figure)
    return composer.worked(
        Worked("difference", expression, result, plain.figure.unit, operands), f"{summed.worked.expression}; then "
    )


def _pair(query: Query, scales: Scales) -> tuple[Found, Found]:
    """The two things compared; the second takes over what it leaves unsaid."""
    other = query.other or query.wanted
    if not other.terms:
        other = replace(query.wanted, times=other.times, events=other.events)
    kept = tuple(s for s in other.terms)
    tail = tuple(
        s for s in other.rest if lexicon().kind(s.id) in ("action",) and s.id not in {t.id for t in query.wanted.terms}
    )
    first = replace(query.wanted, rest=query.wanted.rest + tail)
    found_first = settle(first, scales)
    if not found_first.found:
        found_first = settle(query.wanted, scales)
    found_second = settle(
        replace(other, focus=other.focus, rest=tuple(s for s in kept if s not in other.focus)), scales
    )
    return found_first, found_second


def comparison_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """Which of two figures is the greater, and by how much."""
    a, b = _pair(query, scales)
    if a.figure is None or b.figure is None or a.figure.value is None or b.figure.value is None:
        return composer.missing((*a.missing, *b.missing), (*a.nearest, *b.nearest))
    more = a.figure.value > b.figure.value
    lead = "Yes: " if more else "No: "
    return composer.worked(
        difference(a.figure, b.figure), lead if query.text.lower().split()[0] not in ("which", "what") else ""
    )


def ratio_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """How many of one thing there are for each of another."""
    a, b = _pair(query, scales)
    if a.figure is None or b.figure is None:
        return composer.missing((*a.missing, *b.missing), (*a.nearest, *b.nearest))
    return composer.worked(ratio(a.figure, b.figure))


def average_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """An average that the record gives; else a whole over the years of its own period."""

    told = settle(query.wanted, scales)
    if told.figure is not None:
        return composer.figure(told)
    bare = replace(query.wanted, times=tuple(m for m in query.wanted.times if m.relation != "each"))
    found = settle(bare, scales)
    spread = years_of(found.figure) if found.figure is not None else None
    if found.figure is None or spread is None or "average" not in query.text.lower():
        return composer.missing(("each year",) if found.figure is not None else found.missing, found.nearest)
    return composer.worked(average(found.figure, spread, "years"))
