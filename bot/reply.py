"""Which way an answer is found, by what is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.answer import Answer, Status
from bot.compose import Composer
from bot.derive import Incomparable, Worked, average, change, difference, digits, ratio, same_definition, share, total
from bot.ends import two_dates, years_of
from bot.evidence import Found, Scales, settle
from bot.forms import Ask
from bot.question import Query, Wanted
from bot.sayings import Line, hear, unanswered
from corpus.extract.dates import PeriodMention
from corpus.lexicon.terms import lexicon
from corpus.records import Figure, Qualifier

__all__ = ["LONGEST", "reply"]

LONGEST = 1_000
"""Characters in the longest question that is read."""
_IN_WORDS = (Ask.WHO, Ask.WHEN, Ask.WHY, Ask.WHERE, Ask.SAID, Ask.PERIOD, Ask.WHAT, Ask.YES_NO)


def reply(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """The answer to QUERY from the evidence given; not yet through the gate."""
    if query.ask is Ask.DECLINED:
        return composer.declined()
    if len(query.text.strip()) > LONGEST:
        return composer.declined("long")
    if not query.wanted.terms and not query.wanted.times and not query.who and query.wanted.whole is None:
        return composer.missing((), why="The question names nothing that the record could be searched for.")
    if query.ask in _IN_WORDS:
        return _in_words(query, scales, composer, lines)
    try:
        return _ROUTES.get(query.ask, _figure)(query, scales, composer, lines)
    except Incomparable as why:
        return composer.missing((), why=f"That cannot be worked out: {why}.")


def _figure(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    found = settle(query.wanted, scales)
    if found.figure is not None and found.fit is not None:
        silent = unanswered(query, lines)
        if silent is not None and silent.score > found.fit.direct + 1 and found.fit.loose:
            return composer.unanswered(silent, found.nearest)
        return composer.figure(found)
    if found.worked is not None and found.note != "remainder":
        return composer.worked(found.worked)
    silent = unanswered(query, lines)
    if silent is not None:
        return composer.unanswered(silent, found.nearest)
    if found.worked is not None:
        return composer.worked(found.worked)
    stepped = _two_step(query, scales, composer)
    if stepped is None and re.search(r"\bwill\b|\bgoing to\b", query.text, re.IGNORECASE):
        return composer.declined("prediction")
    return stepped or composer.missing(found.missing, found.nearest)


def _two_step(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """ "Started but not completed": what had the first thing done, less what had the second as well."""
    denied = tuple(s for s in query.wanted.terms if s.mark == "-")
    if not denied:
        return None
    rest = tuple(s for s in query.wanted.rest if s not in denied)
    focus = tuple(s for s in query.wanted.focus if s not in denied)
    first = settle(replace(query.wanted, focus=focus, rest=rest), scales)
    plain = tuple(replace(s, mark="+") for s in denied)
    subject = tuple(s for s in rest if lexicon().kind(s.id) in ("person", "") and s.mark != "-")
    for terms in ((*subject, *plain), plain):
        second = settle(replace(query.wanted, focus=focus, rest=terms), scales)
        if _nested(first.figure, second.figure, scales):
            assert first.figure is not None
            assert second.figure is not None
            return composer.worked(difference(first.figure, second.figure))
    return None


def _nested(whole: Figure | None, part: Figure | None, scales: Scales) -> bool:
    if whole is None or part is None or whole.id == part.id or whole.value is None or part.value is None:
        return False
    inside = part.part_of == whole.id or scales.view.same_whole(whole, part)
    return inside and part.value <= whole.value and whole.said_on == part.said_on


def _share(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """A part over its whole, unless the record gives the percentage itself."""
    percent = [f for f in scales.fits(query.wanted) if f.complete and f.figure.unit == "%" and f.direct and not f.loose]
    if percent and _names_whole(percent[0].figure, query.other):
        return composer.figure(Found(figure=percent[0].figure, fit=percent[0]))
    wanted, other = query.wanted, query.other
    joined = wanted if other is None else _join(wanted, other)
    part = settle(_counts(joined), scales)
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


def _counts(wanted: Wanted) -> Wanted:
    return wanted


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


def _change(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """The same measure at two dates."""
    times = query.wanted.times
    points = [m for m in times if m.when is not None]
    ends = _ends(query)
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


def _series(figure: Figure, wanted: Wanted, scales: Scales) -> list[Figure]:
    """The same measure at other dates in one sentence ("fell from 2,890 on … to 2,207 on …"), the earliest first."""
    same = [f.figure for f in scales.fits(wanted) if f.complete]
    same = [
        f
        for f in same
        if f.source_id == figure.source_id and f.context == figure.context and f.counted == figure.counted
    ]
    dated = [
        (f.as_at.first if f.as_at else f.period.start if f.period else None, f) for f in same if f.value is not None
    ]
    ordered = sorted(((d, f) for d, f in dated if d is not None), key=lambda pair: pair[0])
    return [f for _, f in ordered] if len({d for d, _ in ordered}) > 1 else [figure]


def _begun(figure: Figure) -> date | None:
    if figure.as_at is not None:
        return figure.as_at.first
    return figure.period.start if figure.period else None


def _ends(query: Query) -> list[PeriodMention]:

    return two_dates(query)


def _difference(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
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


def _comparison(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    a, b = _pair(query, scales)
    if a.figure is None or b.figure is None or a.figure.value is None or b.figure.value is None:
        return composer.missing((*a.missing, *b.missing), (*a.nearest, *b.nearest))
    more = a.figure.value > b.figure.value
    lead = "Yes: " if more else "No: "
    return composer.worked(
        difference(a.figure, b.figure), lead if query.text.lower().split()[0] not in ("which", "what") else ""
    )


def _ratio(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    a, b = _pair(query, scales)
    if a.figure is None or b.figure is None:
        return composer.missing((*a.missing, *b.missing), (*a.nearest, *b.nearest))
    return composer.worked(ratio(a.figure, b.figure))


def _average(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
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


def _breakdown(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """Every part that the record gives of the whole asked about."""
    found = settle(query.wanted, scales).figure
    whole = found or _largest_whole(scales)
    parts = list(scales.view.parts(whole)) if whole else []
    parts = [p for p in parts if p.value is not None and (p.breakdown or _listed_with(p, parts))]
    if whole is None or not parts or not (found or _of_kind(query, parts)):
        return composer.missing(("a breakdown",))
    from bot.listing import listing

    return listing(composer, whole, parts)


def _of_kind(query: Query, parts: list[Figure]) -> bool:
    """Whether the parts are of the kind that the question names ("which offence", "which country")."""
    lex = lexicon()
    heads = {i for p in parts for i in lex.ids(f"{p.counted} {' '.join(v for _, v in p.breakdown)}")}
    return any(lex.covers(s.id, h) for s in query.wanted.terms if not lex.general(s.id) for h in heads)


def _listed_with(part: Figure, parts: list[Figure]) -> bool:
    return sum(1 for p in parts if p.context == part.context and p.source_id == part.source_id) > 1


def _largest_whole(scales: Scales) -> Figure | None:
    wholes = [w for f in scales.view.figures.values() if (w := scales.view.whole(f)) is not None]
    return max(set(wholes), key=wholes.count, default=None)


def _most(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """The largest or smallest of the parts that the record gives."""
    whole = _largest_whole(scales)
    parts = list(scales.view.parts(whole)) if whole else []
    parts = [p for p in parts if p.value is not None and (p.breakdown or _listed_with(p, parts))]
    if not parts or not _of_kind(query, parts):
        return composer.missing((query.wanted.words, "a breakdown"))
    least = query.direction.lower() in ("least", "smallest", "lowest", "fewest", "least common")
    chosen = (min if least else max)(parts, key=lambda p: p.value or Decimal(0))
    return composer.figure(Found(figure=chosen))


def _sum_check(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """Whether the parts that the record gives make up the whole."""
    whole = _largest_whole(scales)
    parts = list(scales.view.parts(whole)) if whole else []
    parts = [p for p in parts if p.value is not None and (p.breakdown or _listed_with(p, parts))]
    if whole is None or whole.value is None or len(parts) < 2:
        return composer.missing(("a breakdown",))
    worked = total(parts, scales.view)
    same = worked.result == whole.value
    return composer.worked(
        replace(worked, operands=(*worked.operands,)),
        "Yes: the parts make the whole. " if same else "No: the parts do not make the whole. ",
    )


def _in_words(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """Who, when, why, where, what was said, over what period, whether."""
    if query.ask is Ask.WHEN and (given := _when_given(query, scales)) is not None:
        return composer.given_on(given)
    heard = hear(query, lines)
    silent = unanswered(query, lines)
    if query.ask is Ask.YES_NO:
        claimed = _claim(query, scales, composer)
        if claimed is not None:
            return claimed
    if (
        silent is not None
        and query.ask in (Ask.YES_NO, Ask.WHAT, Ask.WHERE)
        and (not heard or heard[0].line is silent.line)
    ):
        return composer.unanswered(silent)
    if query.ask in (Ask.WHAT, Ask.PERIOD) and not heard:
        found = settle(query.wanted, scales)
        if found.figure is not None and found.fit is not None and not found.fit.loose:
            return composer.figure(found)
    if not heard:
        if silent is not None:
            return composer.unanswered(silent)
        return composer.missing(tuple(_lacking(query, lines)))
    from bot.wording import in_words

    return in_words(query, heard, composer)


def _when_given(query: Query, scales: Scales) -> Figure | None:
    """ "When was the total put at 1,013?": the first figure of that value that the rest of the question fits."""
    named = [f for f in scales.view.figures.values() if f.value in query.numbers]
    held = [f.figure for f in scales.fits(replace(query.wanted, whole=None), named) if f.complete and f.figure.said_on]
    return min(held, key=lambda f: (f.said_on or date.max, f.id), default=None)


def _lacking(query: Query, lines: Sequence[Line]) -> list[str]:
    """The words of the question that stand nowhere in what was searched."""
    ids = {i for line in lines for i in lexicon().ids(f"{line.text} {line.speaker}")}
    absent = [s.words for s in query.wanted.terms if s.id not in ids]
    return absent or ([query.who] if query.who else [])


def _claim(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """ "Were 5,000 prisoners released?": the record's figure beside the claimed one."""
    if not query.numbers:
        return None
    found = settle(query.wanted, scales)
    if found.figure is None or found.figure.value is None:
        return None
    same = found.figure.value in query.numbers
    answer = composer.figure(found)
    lead = "The record agrees: " if same else "The record gives another figure: "
    return replace(
        answer,
        text=lead + answer.text,
        status=answer.status if answer.status is not Status.NOT_KNOWN else Status.NOT_KNOWN,
    )


_ROUTES = {
    Ask.FIGURE: _figure,
    Ask.SHARE: _share,
    Ask.CHANGE: _change,
    Ask.DIFFERENCE: _difference,
    Ask.COMPARISON: _comparison,
    Ask.RATIO: _ratio,
    Ask.AVERAGE: _average,
    Ask.BREAKDOWN: _breakdown,
    Ask.MOST: _most,
    Ask.SUM_CHECK: _sum_check,
}
