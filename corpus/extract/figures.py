"""Text → figures: each number with what it counts, of which whole, over which period, and the words it came from."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from corpus.extract.allotted import one_of_those
from corpus.extract.backward import looks_back, times
from corpus.extract.bind import FIGURE_KINDS, bind
from corpus.extract.counting import counted_times, no_figure
from corpus.extract.dates import PeriodMention, dates
from corpus.extract.draft import Draft
from corpus.extract.extreme_of import extreme_of
from corpus.extract.given_number import given_as, of_the_named
from corpus.extract.just_so import just_so
from corpus.extract.laid_out import reckoned
from corpus.extract.lending import (
    in_turn,
    lenders,
    next_in_rank,
    of_that_unit,
    of_the_number,
    on_average,
    past_aside,
    there_before,
    those_left,
    told_by,
    told_of_it,
)
from corpus.extract.numbers import Quantity, quantities
from corpus.extract.pronouns import named_before, of_those
from corpus.extract.sense import senses
from corpus.extract.sentences import sentences
from corpus.extract.sharing import Bound, filled
from corpus.extract.spoken_of import comes_from, that_thing
from corpus.extract.the_number import of_the_number_before
from corpus.extract.timing import base_of, only_reaches_back, timed
from corpus.extract.twice import mention, most_of_list, said_before, sharpen, untangled
from corpus.extract.units import unit_of
from corpus.extract.wholes import whole_of
from corpus.extract.wishes import lead_of_wish
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Nature, Source, Span, Standing

__all__ = ["BEFORE", "DIFFERENCE", "RATE", "figures"]

DIFFERENCE = "difference"
"""The note on a figure that says how far one thing is from another, and is no level itself."""

BEFORE = "before the change"
"""The note on a figure that says what something was before it changed."""

RATE = "rate"
"""The note on a figure that says how many there are to so many others ("19 for every 1,000 people")."""

_STANDING = {"press report": Standing.PRESS_REPORT, "official statistics": Standing.OFFICIAL}


def figures(text: str, source: Source) -> tuple[Figure, ...]:
    """Every figure in TEXT, in order, with exact spans. SOURCE gives the date that relative periods start from."""
    drafts, told = _drafts(text, source.published)
    for index, draft in enumerate(drafts):
        _named_by_time(draft, drafts[:index])
        mention(draft, drafts)
    for index, draft in enumerate(drafts):
        draft.same = said_before(text, draft, drafts[:index])
        draft.most = most_of_list(drafts, index)
        draft.whole = whole_of(draft, drafts[:index])
    for part, whole in pairwise(drafts):
        if whole.bound.named and part.bound.partitive and part.sentence == whole.sentence and _smaller(part, whole):
            part.whole = whole.same or whole
    reckoned(text, drafts)
    sharpen(drafts)
    for draft in drafts:
        if draft.same is not None:
            draft.same.mentions.append(draft.measure)
            draft.mentions.append(draft.same.measure)
            draft.whole = draft.same.whole or (draft.whole if draft.whole is not draft.same else None)
    untangled(drafts)
    _periods_of_wholes(text, told, drafts)
    return tuple(_figure(d, source) for d in drafts)


def _drafts(text: str, anchor: date | None) -> tuple[list[Draft], dict[Span, list[PeriodMention]]]:
    """The numbers of TEXT with their words and times, and the times of each sentence."""
    drafts: list[Draft] = []
    told: list[PeriodMention] = []
    by_sentence: dict[Span, list[PeriodMention]] = {}
    clauses: dict[Span, str] = {}
    last: Span | None = None
    named = ""
    for sentence in sentences(text):
        mentions = by_sentence[sentence] = times(text, anchor, sentence, told)
        found = _numbers(text, sentence, mentions)
        bounds: list[Bound] = []
        named = named_before(text, last, sentence, named)
        if not found and drafts and drafts[-1].sentence == last and comes_from(text, sentence):
            drafts[-1].mentions.append(" ".join(sentence.of(text).split()))
        for bound in past_aside(text, of_the_number(bind(text, sentence, found), drafts)) if found else ():
            bound = of_the_named(text, given_as(text, sentence, bound), bounds)
            bound = of_that_unit(bound, drafts, sentence, last, text) if not bounds else bound
            bound = on_average(those_left(bound, drafts), bounds, drafts, last)
            bound = extreme_of(bound, bounds, drafts, last)
            bound = told_by(text, sentence, last, bound, bounds, clauses)
            bound = told_of_it(bound, bounds, drafts, clauses)
            bound = of_the_number_before(text, sentence, bound, bounds, drafts, clauses)
            bound = next_in_rank(text, sentence, bound, bounds, drafts)
            bound = in_turn(text, sentence, filled(bound, bounds, lenders(bound, drafts)), drafts)
            bound, before = there_before(bound, drafts, sentence)
            if before:
                clauses[bound.quantity.span] = before
            bound = of_those(text, bound, bounds[-1] if bounds else None)
            earlier = drafts[-1].bound if drafts and drafts[-1].sentence == last else None
            bounds.append(just_so(bound, bounds[-1] if bounds else earlier))
        for bound, when in zip(bounds, timed(text, sentence, bounds, mentions), strict=True):
            those = (
                None if when else one_of_those(text, last, sentence, bound, by_sentence.get(last, []) if last else [])
            )
            when = those[0] if those is not None else when
            ids, told_on = lexicon().ids(_NON.sub("", bound.counted)), _told_on(text, sentence, bound, when)
            over = (
                clauses.get(bound.quantity.span),
                "" if bound.named else named,
                lead_of_wish(text, sentence),
                that_thing(text, last, bound),
                those[1] if those is not None else "",
            )
            mentions_of = [p for p in over if p]
            drafts.append(Draft(bound, sentence, when, ids=ids, told_on=told_on, mentions=mentions_of))
        here = drafts[len(drafts) - len(bounds) :]
        compared = [d.when for d in here if d.bound.against or d.bound.earlier]
        moved = any(d.bound.compared for d in here)
        kept = (m for m in mentions if not (looks_back(m) or m in compared or only_reaches_back(text, m)))
        kept = (m for m in kept if not (moved and base_of(text, m)))
        told = [*told, *kept][-_KEPT:]
        last = sentence
    return drafts, by_sentence


_NON = regex(r"\bnon[-\u2010\u2011]\w+\s*", re.IGNORECASE)
"""What a thing counted is not: "non-fire incidents" are incidents, and no fires."""


def _smaller(part: Draft, whole: Draft) -> bool:
    """Whether a part has no whole yet, or another than that which its own sentence names ("29 of the 45 contracts")."""
    if part.whole is None:
        return True
    return part.value is not None and whole.value is not None and part.value <= whole.value != part.whole.value


_TOLD = regex(
    r"\W{1,2}(?:[\w'\u2019.]+\s+){1,6}?(?:told|informed|advised|answered|announced|reported to|wrote to|gave|said in)\b"
    r"[^;:]*?\bthat\b",
    re.IGNORECASE,
)


_PAPER = regex(
    r"\b(?:answers?|letters?|statements?|reply|reports?|notices?|bulletins?|releases?|memo(?:randum)?|evidence|speech"
    r"|interview|return) (?:(?:on|of|dated|published on|issued on|to \w+ on) )?(?:on |of )?$",
    re.IGNORECASE,
)
_GAVE = regex(
    r"[^;:]*?\b(?:gave|put|stated|said|reported|quoted|set|showed|recorded|told|counted|listed)\b[^;:]*$", re.I
)
_NEAR, _LEAST = 60, 3
_IN_WHICH = regex(
    r"\b(?:answer|letter|statement|reply|report|evidence) (?:of|dated|on|given on) "
    r"(?P<day>\d{1,2} [A-Z][a-z]+ \d{4})\b[^.;:]*?"
    r",? (?:in )?which (?:I|we|he|she|they|it)?\s*(?:said|stated|told|gave|put|reported)\b[^.;:]*$"
)
"""The paper in which a number was given before: "my letter of 2 May 2031, *where I put* the number at 40"."""


def _told_on(text: str, sentence: Span, bound: Bound, when: PeriodMention | None) -> date | None:
    """The day on which a number was given before, where its sentence says so ("On 12 March I told the House that")."""
    if (paper := _IN_WHICH.search(text, sentence.start, bound.quantity.span.start)) is not None:
        day = next(iter(dates(text, None, paper.start("day"), paper.end("day"))), None)
        if day is not None and day.when is not None and day.when.exact:
            return day.when.first
    if when is None or when.when is None or not when.when.exact:
        return None
    opens = text[sentence.start : when.span.start].strip(" \n\"'\u201c\u2018")
    near = max(sentence.start, when.span.start - _NEAR)
    if any(_PAPER.search(text, near, at) for at in (when.span.start, when.span.start + _LEAST)):
        given = _GAVE.match(text, when.span.end, bound.quantity.span.start)
        return when.when.first if given is not None else None
    told = _TOLD.match(text, when.span.end, bound.quantity.span.start)
    return when.when.first if told is not None and (not opens or opens.endswith(":")) else None


def _named_by_time(draft: Draft, earlier: list[Draft]) -> None:
    """ "The figure for March was revised from 40": it counts what was counted over that time before."""
    bound, when = draft.bound, draft.when
    if bound.counted.lower() not in _THE_FIGURE or when is None or (when.period.start is None and when.when is None):
        return
    over = (when.period.start, when.period.end)
    same = [e for e in earlier if e.when and (e.when.period.start, e.when.period.end) == over and not e.bound.compared]
    if not same and looks_back(when):
        same = [e for e in earlier if e.when is not None and e.bound.quantity.kind == bound.quantity.kind]
    alike = [e for e in same if _about_as_many(e, draft)] or same
    if alike and alike[-1].bound.counted:
        draft.bound = replace(bound, counted=alike[-1].bound.counted, anaphoric=False)
        draft.ids = alike[-1].ids
        draft.mentions.append(alike[-1].measure)


_ALIKE = Decimal("0.5")


def _about_as_many(one: Draft, other: Draft) -> bool:
    """Whether a number may be another's revision: 1,678 of 1,693, and no 1,678 of 29,305."""
    a, b = one.bound.quantity, other.bound.quantity
    if a.kind != b.kind or a.value is None or b.value is None:
        return False
    return min(a.value, b.value) >= max(a.value, b.value) * _ALIKE


_THE_FIGURE = ("the figure", "the number", "the total", "that figure", "this figure", "the count")
_KEPT = 40
"""How many of the times told of last are remembered."""


def _numbers(text: str, sentence: Span, mentions: list[PeriodMention]) -> list[Quantity]:
    """The numbers of a sentence that may be figures: no part of a date, and none that the sentence takes back."""
    found = [counted_times(text, q) for q in quantities(text, sentence.start, sentence.end)]
    found = [q for q in found if q.kind in FIGURE_KINDS and not any(_overlap(q.span, m.span) for m in mentions)]
    found = [replace(q, kind="count") if _is_nought(text, q) else q for q in found]
    return [q for q in found if not no_figure(text, q) and not (q.kind == "in_words" and q.value == 0)]


def _is_nought(text: str, quantity: Quantity) -> bool:
    """Whether "none of the 40", "none has been sacked" or "no prisoners" says that a count was nought."""
    said = quantity.number.of(text).lower()
    told = said == "none" and _NONE_DID.match(text, quantity.span.end) is not None
    return quantity.kind == "in_words" and quantity.value == 0 and (said == "no" or told)


_NONE_DID = regex(r"\s+(?:of\s|(?:has|have|had|was|were|is|are|did|will|could|would)\s)", re.IGNORECASE)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _periods_of_wholes(text: str, told: dict[Span, list[PeriodMention]], drafts: list[Draft]) -> None:
    """ "The releases occurred between …": a sentence with a period and no number dates the whole that it speaks of."""
    taken = {d.sentence for d in drafts}
    undated = [d for d in drafts if d.when is None or d.when.period.start is None or _VAGUE.search(d.when.period.words)]
    wholes = [d for d in undated if any(o.whole is d for o in drafts)]
    for sentence, times_here in told.items():
        mentions = [m for m in times_here if m.relation in ("between", "from", "over")]
        before = [w for w in wholes if w.sentence.end <= sentence.start]
        if sentence in taken or not mentions or not before or not _closed(sentence.of(text)):
            continue
        said = {s.id for s in senses(sentence.of(text)) if s.mark == "+"}
        matching = [w for w in before if said & {s.id for s in senses(w.measure)}]
        if matching:
            matching[-1].period = mentions[0].period


_VAGUE = regex(r"\b(?:past|last)\b", re.IGNORECASE)


def _closed(sentence: str) -> bool:
    """Whether it is a sentence, and no caption or heading."""
    return sentence.rstrip(" \n\"'\u201d\u2019)*").endswith((".", "!", "?"))


def _figure(draft: Draft, source: Source) -> Figure:
    bound, quantity = draft.bound, draft.bound.quantity
    at, period, as_at = draft.when, draft.period, None
    if at is not None and at.relation in ("as at", "on", "by") and at.when is not None:
        as_at = at.when
    elif at is not None and period is None:
        period = at.period
    whole = draft.whole
    return Figure(
        id=_id(draft, source),
        source_id=source.id,
        span=quantity.span,
        context=Span(min(draft.sentence.start, quantity.span.start), max(draft.sentence.end, quantity.span.end)),
        value=quantity.value,
        upper=quantity.upper,
        qualifier=quantity.qualifier,
        unit=unit_of(draft),
        counted=bound.counted or (whole.bound.counted if whole and _without_noun(bound) else ""),
        measure=draft.measure,
        population=whole.measure if whole else "",
        part_of=_id(whole, source) if whole else None,
        period=period,
        nature=Nature.UNKNOWN,
        as_at=as_at,
        said_on=draft.told_on or source.published,
        standing=_STANDING.get(source.kind, Standing.UNSTATED),
        inherited=_inherited(draft),
        note=_note(bound),
    )


_RATE = regex(
    r"(?:in the UK |in England |there )?(?:per|for every|in every|for each|to every)\s+[\d,]*\w+\b", re.IGNORECASE
)

_RATED = regex(
    r"\b(?:numbers?|rates?) of [a-z][^,.;]* (?:per|for every|in every|to every) \d[\d,]* [a-z]", re.IGNORECASE
)
"""What is counted as so many to others: "*the number of fires per 10,000 homes* fell to 41"."""


def _note(bound: Bound) -> str:
    if bound.compared:
        return DIFFERENCE
    if bound.earlier:
        return BEFORE
    return RATE if _is_rate(bound) else ""


def _is_rate(bound: Bound) -> bool:
    """Whether a number says how many there are to so many others, by its unit, its noun or what follows."""
    if bound.quantity.kind != "count":
        return bound.quantity.kind == "rate"
    after = _RATE.match(bound.after)
    return (after is not None and re.search(r"\d", after.group()) is not None) or _RATED.search(bound.said) is not None


def _without_noun(bound: Bound) -> bool:
    return bound.filled or bound.quantity.kind in ("percentage", "count")


def _inherited(draft: Draft) -> str:
    """The words of the wholes that a figure is part of, and of every other mention of itself and of them."""
    found, here = [draft.bound.scope, *draft.mentions], draft.whole
    while here is not None:
        found += [here.measure, here.bound.scope, *here.mentions]
        here = here.whole
    return ". ".join(p for p in found if p)


def _id(draft: Draft, source: Source) -> str:
    return f"{source.id}:{draft.bound.quantity.span.start}-{draft.bound.quantity.span.end}"
