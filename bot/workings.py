"""Working out what is asked for from two or more figures: a share, a difference, a ratio, an average."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answer import Answer
from bot.choosing import best_of, chosen
from bot.clauses import bounded, of_another
from bot.complement import complement_of
from bot.compose import Composer
from bot.counterpart import counterpart, unheaded
from bot.derive import Incomparable, Worked, difference, digits, ratio, share
from bot.evidence import Found, Scales, settle
from bot.of_one_time import of_one_time
from bot.other_kind import of_another_kind
from bot.query import within
from bot.question import Query, Wanted
from bot.sayings import Line
from bot.silence import unanswered
from bot.units import unit_class
from corpus.extract.phrase import noun_phrase
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Qualifier

__all__ = ["comparison_of", "difference_of", "ratio_of", "share_of"]


def share_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """A part over its whole, unless the record gives the percentage itself."""
    bare = not query.wanted.terms and bool(query.wanted.bounds)  # "over 70": a limit and no more
    percent = [f for f in scales.fits(query.wanted) if f.complete and f.figure.unit == "%" and not f.loose]
    percent = [f for f in percent if f.direct or bare]
    percent = [f for f in percent if not _of_another(f.figure, query) and _limited(f.figure, query.other, scales)]
    percent = [f for f in percent if not _of_other_kind(f.figure, query.other, scales)]
    told = next((f for f in percent if _names_whole(f.figure, query.other)), None)
    if told is not None and (told.direct >= percent[0].direct or told.figure.breakdown):
        latest = told.figure if query.wanted.first else scales.view.latest(told.figure, corrections_only=True)
        return composer.figure(Found(figure=latest if latest.unit == "%" else told.figure, fit=told))
    wanted, other = query.wanted, query.other
    if other is not None and (within_sum := _of_several(wanted, other, scales)) is not None:
        return composer.worked(within_sum)
    joined = wanted if other is None else within(wanted, other)
    part = settle(joined, scales)
    whole = _whole_of(part, joined.whole, other, scales)
    if part.figure is not None and whole is not None and unit_class(part.figure.unit) != unit_class(whole.unit):
        again = settle(replace(joined, unit=unit_class(whole.unit)), scales)
        part, whole = (again, _whole_of(again, joined.whole, other, scales)) if again.figure else (part, whole)
    if whole is not None and part.figure is not None:
        part = _of_that_whole(part, whole, joined, scales)
    if part.figure is None and other is not None and (told_beside := complement_of(wanted, other, scales)):
        return composer.worked(share(*told_beside))
    if part.worked is not None and whole is not None:
        return _share_of_sum(part.worked, whole, composer)
    if part.figure is not None and whole is not None and part.figure.id == whole.id:
        part = Found(missing=(query.wanted.words,))
    if part.figure is not None and part.figure.unit == "%" and _of_another(part.figure, query):
        part = Found(missing=(f"a share of {query.other.words if query.other else 'that'}",), nearest=part.nearest)
    if part.figure is None or whole is None:
        silent = unanswered(query, lines, picked=scales.sparing)
        return (
            composer.unanswered(silent)
            if silent
            else composer.missing(part.missing or ("a whole to set it against",), part.nearest)
        )
    if part.figure.unit == "%" or part.figure.qualifier is Qualifier.IN_WORDS:
        return composer.figure(part)
    return composer.worked(share(part.figure, whole))


def _limited(figure: Figure, whole: Wanted | None, scales: Scales) -> bool:
    """Whether a share is of those whom the limits of the WHOLE leave: of people *aged 40 to 49*, and of no others."""
    limits = whole.bounds if whole is not None else ()
    sentence = scales.sentence_of(figure)
    return all(bounded(b, figure, sentence) and not of_another(b, figure, scales.view) for b in limits)


def _of_other_kind(figure: Figure, whole: Wanted | None, scales: Scales) -> bool:
    """Whether a share is of another kind of the WHOLE than is asked about: of naval yards' tugs, and not of others'."""
    told = ". ".join(
        (scales.sentence_of(figure), figure.population, figure.inherited, scales.view.source(figure).title)
    )
    return whole is not None and of_another_kind(whole.words, told)


def _of_that_whole(part: Found, whole: Figure, joined: Wanted, scales: Scales) -> Found:
    """PART, or in place of one that is no part of WHOLE the best that fits as well and is."""
    view, chain = scales.view, {f.id for f in scales.view.chain(whole)}
    if part.figure is None or part.figure.id in chain or chain & {w.id for w in view.wholes(part.figure)}:
        return part
    kin = [f for f in scales.fits(joined) if f.complete and f.direct and f.figure.unit != "%"]
    kin = [f for f in kin if (above := view.whole(f.figure)) is not None and above.id in chain]
    return Found(figure=kin[0].figure, fit=kin[0]) if kin else part


def _share_of_sum(worked: Worked, whole: Figure, composer: Composer) -> Answer:
    summed = replace(worked.operands[0], value=worked.result, counted="their sum")
    got = share(summed, whole)
    inner = worked.expression.split(" = ")[0]
    expression = f"({inner}) \u00f7 {digits(whole.value or Decimal(0))} = {got.shown}"
    return composer.worked(replace(got, expression=expression, operands=(*worked.operands, whole)))


def _of_several(wanted: Wanted, other: Wanted, scales: Scales) -> Worked | None:
    """One of several that are taken together for the whole ("of the *tugs and barges*, what share were tugs?")."""
    if len(other.choices) < 2:
        return None
    summed, part = settle(other, scales).worked, settle(wanted, scales).figure
    if summed is None or summed.operation != "sum" or part is None or part.id not in {f.id for f in summed.operands}:
        return None
    got = share(part, replace(summed.operands[0], value=summed.result, counted="their sum"))
    expression = f"{digits(part.value or Decimal(0))} \u00f7 ({summed.expression.split(' = ')[0]}) = {got.shown}"
    return replace(got, expression=expression, operands=(part, *summed.operands))


def _names_whole(figure: Figure, other: Wanted | None) -> bool:
    if other is None or not other.terms:
        return True
    asked, lex = {s.id for s in other.terms}, lexicon()
    own = lex.ids(figure.counted) | lex.ids(figure.measure) | lex.ids(figure.population)
    if _of_others(figure, other):
        return False
    if not figure.breakdown:
        told = own | lex.ids(figure.inherited)
        narrowing = {s.id for s in other.terms if s.kind in _NARROWING and not lex.general(s.id)}
        return bool(asked & own) and all(i in told or lex.relatives(i) & told for i in narrowing)
    own = own.union(lex.ids(figure.inherited), *(lex.ids(value) for _, value in figure.breakdown))
    return not any(i not in own and not lex.general(i) for i in asked)


def _of_others(figure: Figure, whole: Wanted) -> bool:
    """Whether FIGURE is a share of another thing than the WHOLE names at its head: of mates, where pilots are asked of.

    What both have besides ("in middle age") makes them no one thing.
    """
    lex = lexicon()
    phrase = noun_phrase(whole.words, 0, len(whole.words))
    named = _AFTER_HEAD.split((phrase.whole or phrase.span).of(whole.words), maxsplit=1)[0]
    limits = " ".join(b.words for b in whole.bounds)
    heads = [s.id for s in whole.terms if s.words in named and s.words not in limits and not lex.general(s.id)]
    counted = {i for i in lex.ids(figure.counted) if not lex.general(i)}
    known = counted | lex.ids(figure.inherited) | lex.ids(figure.population)
    if not heads or not counted:
        return False
    return not any(
        i == h or lex.covers(h, i) or lex.covers(i, h) or i in lex.relatives(h) for h in heads for i in known
    )


_AFTER_HEAD = regex(r"\b(?:of|in|at|on|from|with|without|who|that|which|aged|under|over|for|by)\b", re.IGNORECASE)
_NARROWING = frozenset({"attribute", "nationality", "offence"})
"""Kinds of term that a share must name of those it is a share of: *black* people, where another share is of white."""
_KINDS = frozenset({"person", "role", "attribute", "nationality"})
"""Kinds of term that make a whole narrower: women, of those in employment."""


def _of_another(figure: Figure, query: Query) -> bool:
    """Whether a percentage is of another whole than the question names: of the part ("56% of second jobs were held by
    women" is no share of women), or of a kind of that whole ("4% of women in employment", of all those employed)."""
    lex, other = lexicon(), query.other
    if other is None or not other.terms:
        return False
    asked, part = {s.id for s in other.terms}, {s.id for s in query.wanted.terms}
    of_what = {i for i in lex.ids(figure.counted) if not lex.general(i)}
    if not of_what or asked & of_what:
        return False
    return of_what <= part or any(lex.kind(i) in _KINDS for i in of_what - part)


def _whole_of(part: Found, value: Decimal | None, other: Wanted | None, scales: Scales) -> Figure | None:
    """The whole that the question names, by its VALUE or in OTHER words; else that of the part's own record."""
    figure = part.figure or (part.worked.operands[0] if part.worked else None)
    own = scales.view.whole(figure) if figure is not None else None
    if figure is not None and part.worked is not None:  # what is left of a whole is a share of that
        wholes = {f.id for o in part.worked.operands[1:] for f in scales.view.chain(_above(o, scales))}
        own = figure if figure.id in wholes else own
    if value is not None:
        named = [f for f in scales.view.figures.values() if f.value == value]
        if own is not None and any(f.id in {c.id for c in scales.view.chain(own)} for f in named):
            return own  # the number asked about was restated: a part is a share of the whole that it was counted of
        return next(iter(named), None)
    told = settle(other, scales).figure if other is not None and other.terms else None
    if told is not None and figure is not None and (_beside(figure, told) or _of_a_name(told, other)):
        told = None
    if own is not None:
        wider = scales.view.wholes(own)
        return told if told is not None and told.id in {w.id for w in wider} else own
    if told is None or other is None or figure is None or told.source_id == figure.source_id:
        return told
    return _whole_beside(figure, other, scales)


def _whole_beside(part: Figure, other: Wanted, scales: Scales) -> Figure | None:
    """The whole in OTHER words that PART's own document gives: another document's may be another country's, or day's.

    Raises Incomparable where it gives none.
    """
    here = [f for f in scales.view.figures.values() if f.source_id == part.source_id and f.id != part.id]
    best = best_of(other, scales.fits(other, here), scales.view)
    if best is None:
        raise Incomparable("no single document gives both, and different documents may count different wholes")
    return chosen(other, best, [best], scales.view).figure


def _above(part: Figure, scales: Scales) -> Figure:
    """The whole of PART, or itself where the record holds none."""
    return scales.view.whole(part) or part


def _beside(part: Figure, other: Figure) -> bool:
    """Whether OTHER is another part of what PART is a part of, and no whole of it: two rows of one table, or "279 late
    tows" where "*the other* 105 late tows" are told beside them."""
    if part.context == other.context and part.part_of != other.id and _THE_OTHERS.match(part.measure):
        return True
    apart = set(other.breakdown) - set(part.breakdown)
    return part.source_id == other.source_id and part.measure != other.measure and bool(apart and part.breakdown)


_THE_OTHERS = regex(r"\W*(?:and |but )?(?:the (?:other|remaining)|a further|another)\b", re.IGNORECASE)
_NAME_FIRST = regex(
    r"(?:followed by\s+)?(?:the\s+)?(?P<name>[A-Z][\w'\u2019-]*(?:\s+[A-Z][\w'\u2019-]*)*)\s+(?:had|has|with|was)\b"
)


def _of_a_name(whole: Figure, asked: Wanted | None) -> bool:
    """Whether a figure is of one place or body by its name, which nobody asked of: what Goole had is no whole."""
    lex = lexicon()
    words = asked.words if asked is not None else ""
    named = _NAME_FIRST.match(whole.measure)
    if named is not None and named["name"] not in words:
        return True
    places = {i for i in lex.ids(whole.measure) if lex.kind(i) == "place"}
    known = lex.ids(words)
    return whole.part_of is None and _RANKED_PLACE.search(whole.measure) is not None and bool(places - known)


_RANKED_PLACE = regex(r"\b(?:the )?(?:worst|best|largest|highest|lowest|smallest|most|fewest)\b", re.IGNORECASE)


def difference_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """One figure less another."""
    query = replace(query, wanted=unheaded(query.wanted))
    a, b = _pair(query, scales)
    if a.figure is None or b.figure is None:
        if a.worked or b.worked:
            return _worked_pair(a, b, composer)
        return composer.missing((*a.missing, *b.missing), (*a.nearest, *b.nearest))
    of_one_time(query, a.figure, b.figure, composer)
    return composer.worked(difference(a.figure, b.figure), _the_other_way(query, a.figure, b.figure))


_MORE = regex(r"\bhow (?:many|much) (?P<way>more|higher|fewer|less|lower)\b.*\bthan\b", re.IGNORECASE)


def _the_other_way(query: Query, one: Figure, other: Figure) -> str:
    """That there are fewer, where it is asked how many more; "" where the question has it right."""
    asked = _MORE.search(query.resolved or query.text)
    if asked is None or one.value is None or other.value is None or one.value == other.value:
        return ""
    more = asked["way"].lower() in ("more", "higher")
    if more == (one.value > other.value):
        return ""
    return "Fewer, and not more: " if more else "More, and not fewer: "


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
    other = counterpart(query.wanted, query.other) if query.other is not None else query.wanted
    if all(s.id in other.aside for s in other.terms):
        other = replace(query.wanted, times=other.times, events=other.events)
    kept = tuple(s for s in other.terms)
    tail = tuple(
        s for s in other.rest if lexicon().kind(s.id) in ("action",) and s.id not in {t.id for t in query.wanted.terms}
    )
    done = any(lexicon().kind(s.id) == "action" for s in query.wanted.terms)
    first = replace(query.wanted, rest=query.wanted.rest + (() if done else tail))
    found_first = settle(first, scales)
    if not found_first.found:
        found_first = settle(query.wanted, scales)
    found_second = settle(
        replace(other, focus=other.focus, rest=tuple(s for s in kept if s not in other.focus)), scales
    )
    return _of_one_source(found_first, found_second, (first, other), scales)


def _of_one_source(a: Found, b: Found, asked: tuple[Wanted, Wanted], scales: Scales) -> tuple[Found, Found]:
    """The two of one source where a large record gives them apart: two documents count two different wholes.

    Raises Incomparable where no source gives both, unless they count the same thing, at two times or in two places.
    """
    one, other = a.figure, b.figure
    if not scales.sparing or one is None or other is None or one.source_id == other.source_id:
        return a, b
    for wanted, beside, swap in ((asked[0], other, False), (asked[1], one, True)):
        here = [f for f in scales.view.figures.values() if f.source_id == beside.source_id and f.id != beside.id]
        best = best_of(wanted, scales.fits(wanted, here), scales.view)
        if best is not None:
            found = chosen(wanted, best, [best], scales.view)
            return (a, found) if swap else (found, b)
    if lexicon().ids(one.counted).isdisjoint(lexicon().ids(other.counted)):
        raise Incomparable("no single document gives both, and different documents may count different wholes")
    return a, b


def comparison_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """Which of two figures is the greater, and by how much."""
    a, b = _pair(query, scales)
    if a.figure is None or b.figure is None or a.figure.value is None or b.figure.value is None:
        return composer.missing((*a.missing, *b.missing), (*a.nearest, *b.nearest))
    of_one_time(query, a.figure, b.figure, composer)
    more = a.figure.value > b.figure.value
    lead = "Yes: " if more else "No: "
    if re.search(r"^\W*(?:which|what)\b|\bor\b", query.text, re.IGNORECASE):
        high, low = sorted((a.figure.value, b.figure.value), reverse=True)
        lead = f"{digits(high)} against {digits(low)}: "
    return composer.worked(difference(a.figure, b.figure), lead)


def ratio_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """How many of one thing there are for each of another."""
    a, b = _pair(query, scales)
    if a.figure is None or b.figure is None:
        return composer.missing((*a.missing, *b.missing), (*a.nearest, *b.nearest))
    of_one_time(query, a.figure, b.figure, composer)
    return composer.worked(ratio(a.figure, b.figure))
