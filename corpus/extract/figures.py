"""Text → figures: each number with what it counts, of which whole, over which period, and the words it came from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from corpus.extract.bind import FIGURE_KINDS, Bound, bind
from corpus.extract.dates import PeriodMention, periods
from corpus.extract.numbers import Quantity, quantities
from corpus.extract.sense import senses
from corpus.extract.sentences import paragraphs, sentences
from corpus.lexicon.grammar import words
from corpus.lexicon.terms import lexicon
from corpus.records import Figure, Nature, Period, Qualifier, Source, Span, Standing

__all__ = ["DIFFERENCE", "figures"]

DIFFERENCE = "difference"
"""The note on a figure that says how far one thing is from another, and is no level itself."""

_STANDING = {"press report": Standing.PRESS_REPORT, "official statistics": Standing.OFFICIAL}


@dataclass
class _Draft:
    bound: Bound
    sentence: Span
    paragraph: int
    when: PeriodMention | None = None
    same: _Draft | None = None
    most: Decimal | None = None
    whole: _Draft | None = None
    period: Period | None = None
    ids: frozenset[str] = field(default_factory=frozenset)
    mentions: list[str] = field(default_factory=list)

    @property
    def value(self) -> Decimal | None:
        return self.bound.quantity.value

    @property
    def measure(self) -> str:
        parts = (self.bound.before, self.bound.counted, self.bound.after)
        return " ".join(p for i, p in enumerate(parts) if p and not (i == 1 and p in self.bound.before))


def figures(text: str, source: Source) -> tuple[Figure, ...]:
    """Every figure in TEXT, in order, with exact spans. SOURCE gives the date that relative periods start from."""
    drafts = _drafts(text, source.published)
    for draft in drafts:
        _mention(draft, drafts)
    for index, draft in enumerate(drafts):
        draft.same = _said_before(text, draft, drafts[:index])
        draft.most = _most_of_list(drafts, index)
        draft.whole = _whole(draft, [d for d in drafts[:index] if d.same is None])
    for part, whole in pairwise(drafts):
        if whole.bound.named and part.bound.partitive and part.sentence == whole.sentence and part.whole is None:
            part.whole = whole.same or whole
    _sharpen(drafts)
    for draft in drafts:
        if draft.same is not None:
            draft.same.mentions.append(draft.measure)
            draft.mentions.append(draft.same.measure)
            draft.whole = draft.whole or draft.same.whole
    _periods_of_wholes(text, source.published, drafts)
    return tuple(_figure(d, source) for d in drafts)


def _drafts(text: str, anchor: date | None) -> list[_Draft]:
    drafts: list[_Draft] = []
    starts = [p.start for p in paragraphs(text)]
    for sentence in sentences(text):
        found = [q for q in quantities(text, sentence.start, sentence.end) if q.kind in FIGURE_KINDS]
        found = [q for q in found if not (q.kind == "in_words" and q.value == 0)]
        if not found:
            continue
        mentions = periods(text, anchor, sentence.start, sentence.end)
        found = [q for q in found if not any(_overlap(q.span, m.span) for m in mentions)]
        number = sum(1 for s in starts if s <= sentence.start)
        for bound in bind(text, sentence, found):
            bound = _filled(bound, drafts[-1] if drafts else None, sentence)
            draft = _Draft(bound, sentence, number)
            draft.ids = lexicon().ids(bound.counted)
            draft.when = _when(bound, sentence, mentions, len(found))
            drafts.append(draft)
    return drafts


def _filled(bound: Bound, before: _Draft | None, sentence: Span) -> Bound:
    """A count that leaves out what it counts ("and in Wales 1,480", "Today 63 remain") counts what the last one did."""
    if before is None or bound.counted or bound.quantity.kind != "count" or before.bound.quantity.kind != "count":
        return bound
    elided = before.sentence == sentence and not bound.after
    return replace(bound, counted=before.bound.counted, after=before.bound.after if elided else bound.after)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _when(bound: Bound, sentence: Span, mentions: list[PeriodMention], alone: int) -> PeriodMention | None:
    """The period in the number's own stretch; else one that opens the sentence; else the only one of its sentence."""
    own = [
        m for m in mentions if m.span.within(Span(bound.quantity.span.end, max(bound.quantity.span.end, bound.own.end)))
    ]
    if own:
        return own[0]
    opening = [m for m in mentions if m.span.start <= sentence.start + 3]
    if opening:
        return opening[0]
    before = [m for m in mentions if m.span.within(bound.own)]
    if before:
        return before[-1]
    return mentions[0] if len(mentions) == 1 and alone == 1 else None


def _whole(draft: _Draft, earlier: list[_Draft]) -> _Draft | None:
    """The figure that this one is part of: that of its list, of its own sentence, or the last whole before it."""
    if draft.bound.quantity.kind not in ("count", "percentage", "in_words", "fraction"):
        return None
    if draft.bound.listed and earlier:
        return earlier[-1].whole
    if not _refers_back(draft):
        return None
    near = [e for e in earlier if e.sentence == draft.sentence and _fits(draft, e)]
    if near and draft.bound.within:
        return near[-1]
    if near and _is_pronoun(draft.bound.counted):
        return near[-1]
    candidates = [e for e in earlier if e.sentence != draft.sentence and e.whole is None and _fits(draft, e)]
    if candidates or not draft.bound.partitive:
        return max(candidates, key=_firm, default=None)
    return _whole_spoken_of(draft, earlier)


def _firm(draft: _Draft) -> tuple[bool, int]:
    """Of wholes that fit, one that was given exactly; of those, the last."""
    return draft.bound.quantity.qualifier is Qualifier.EXACTLY, draft.bound.quantity.span.start


def _whole_spoken_of(draft: _Draft, earlier: list[_Draft]) -> _Draft | None:
    """ "391 of the exclusions": no number counted exclusions, but one counted those who were excluded."""
    for other in sorted(earlier, key=lambda e: e.value or Decimal(0), reverse=True):
        big = (
            other.bound.quantity.kind == "count"
            and other.value is not None
            and other.whole is None
            and other.same is None
        )
        if not big or other.sentence == draft.sentence or (draft.most or 0) >= (other.value or 0):
            continue
        told = lexicon().ids(". ".join([other.measure, *other.mentions]))
        if draft.ids & told:
            return other
    return None


def _said_before(text: str, draft: _Draft, earlier: list[_Draft]) -> _Draft | None:
    """The first mention of a figure that is given again: "the 1,023 foreigners", or a headline's number in the body."""
    if draft.bound.quantity.kind not in ("count", "money") or draft.value is None:
        return None
    start = draft.bound.quantity.span.start
    before = text[max(0, start - 8) : start].lower().split()
    definite = draft.bound.named or (bool(before) and before[-1] in ("the", "all", "these", "those", "that", "this"))
    for other in earlier:
        alike = (
            other.same is None and other.value == draft.value and _same_unit(draft, other) and _same_thing(draft, other)
        )
        if alike and (definite or draft.value >= _TELLING):
            return other
    return None


_TELLING = 100
"""A count this large that is given twice of one thing in one document is one figure."""


def _same_unit(a: _Draft, b: _Draft) -> bool:
    return a.bound.quantity.unit == b.bound.quantity.unit and not (a.bound.listed or b.bound.listed)


def _most_of_list(drafts: list[_Draft], index: int) -> Decimal | None:
    """The largest number of the list that a number opens: its whole can be no smaller."""
    most = drafts[index].value
    for later in drafts[index + 1 :]:
        if not later.bound.listed or later.sentence != drafts[index].sentence:
            break
        most = max(most or Decimal(0), later.value or Decimal(0))
    return most


def _refers_back(draft: _Draft) -> bool:
    bound = draft.bound
    if bound.anaphoric or bound.partitive or bound.scope or bound.included:
        return True
    if (
        draft.when is not None
        and draft.when.relation in ("since", "after", "before")
        and bound.quantity.kind == "count"
    ):
        return True
    if bound.quantity.kind in ("in_words",) and not bound.counted:
        return True
    return bound.counted.lower() in words("general_counted") or _all_general(draft.ids)


def _all_general(ids: frozenset[str]) -> bool:
    return bool(ids) and all(lexicon().general(i) for i in ids)


def _is_pronoun(counted: str) -> bool:
    return not counted or counted.lower() in words("pronouns")


def _fits(part: _Draft, whole: _Draft) -> bool:
    """Whether WHOLE can be what PART is part of: a count, not smaller, of a thing that may be the same."""
    if whole.bound.quantity.kind != "count" or whole.value is None or not whole.bound.counted:
        return False
    if part.bound.quantity.kind == "count" and part.most is not None and part.most > whole.value:
        return False
    if part.bound.anaphoric and part.most == whole.value:
        return False
    return _same_thing(part, whole)


def _same_thing(part: _Draft, whole: _Draft) -> bool:
    if _is_pronoun(part.bound.counted) or not part.ids or part.bound.anaphoric:
        return True
    if part.ids & whole.ids or _all_general(part.ids):
        return True
    lex = lexicon()
    return any(lex.covers(a, b) or lex.covers(b, a) for a in part.ids for b in whole.ids)


def _sharpen(drafts: list[_Draft]) -> None:
    """Where a whole was given loosely ("more than 1,000") and exactly elsewhere (1,023), parts belong to the exact."""
    for draft in drafts:
        whole = draft.whole
        if whole is None or whole.bound.quantity.qualifier is Qualifier.EXACTLY:
            continue
        exact = [d for d in drafts if _sharper(d, whole) and d is not draft]
        if exact:
            draft.whole = exact[0]


def _mention(loose: _Draft, drafts: list[_Draft]) -> None:
    """A loose number ("almost 1,500 children") is a mention of the exact one of the same thing (1,486 pupils)."""
    if loose.bound.quantity.qualifier is Qualifier.EXACTLY:
        return
    for exact in drafts:
        if exact is not loose and _sharper(exact, loose):
            exact.mentions.append(loose.measure)


def _sharper(exact: _Draft, loose: _Draft) -> bool:
    if exact.value is None or loose.value is None or exact.bound.quantity.qualifier is not Qualifier.EXACTLY:
        return False
    apart = abs(exact.value - loose.value)
    counts = exact.bound.quantity.kind == loose.bound.quantity.kind == "count" and exact.whole is None
    close = apart <= loose.value / 33 and _people(exact.ids) and _people(loose.ids)
    return counts and (close or (apart <= loose.value / 10 and bool(exact.ids & loose.ids)))


def _people(ids: frozenset[str]) -> bool:
    return any(lexicon().kind(i) in ("person", "role") for i in ids)


def _periods_of_wholes(text: str, anchor: date | None, drafts: list[_Draft]) -> None:
    """ "The releases occurred between …": a sentence with a period and no number dates the whole that it speaks of."""
    taken = {d.sentence for d in drafts}
    wholes = [d for d in drafts if any(o.whole is d for o in drafts)]
    for sentence in sentences(text):
        if sentence in taken:
            continue
        mentions = [
            m for m in periods(text, anchor, sentence.start, sentence.end) if m.relation in ("between", "from", "over")
        ]
        said = {s.id for s in senses(sentence.of(text)) if s.mark == "+"}
        matching = [w for w in wholes if w.sentence.end <= sentence.start and said & {s.id for s in senses(w.measure)}]
        if mentions and matching:
            matching[-1].period = mentions[0].period


def _figure(draft: _Draft, source: Source) -> Figure:
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
        unit=_unit(draft),
        counted=bound.counted,
        measure=draft.measure,
        population=whole.measure if whole else "",
        part_of=_id(whole, source) if whole else None,
        period=period,
        nature=Nature.UNKNOWN,
        as_at=as_at,
        said_on=source.published,
        standing=_STANDING.get(source.kind, Standing.UNSTATED),
        inherited=_inherited(draft),
        note=DIFFERENCE if bound.compared else "",
    )


def _inherited(draft: _Draft) -> str:
    """The words of the wholes that a figure is part of, and of every other mention of itself and of them."""
    found, here = [draft.bound.scope, *draft.mentions], draft.whole
    while here is not None:
        found += [here.measure, here.bound.scope, *here.mentions]
        here = here.whole
    return ". ".join(p for p in found if p)


def _id(draft: _Draft, source: Source) -> str:
    return f"{source.id}:{draft.bound.quantity.span.start}-{draft.bound.quantity.span.end}"


def _unit(draft: _Draft) -> str:
    quantity: Quantity = draft.bound.quantity
    if quantity.unit:
        return quantity.unit
    ids = draft.ids or (draft.whole.ids if draft.whole else frozenset())
    lex = lexicon()
    if any(lex.kind(i) in ("person", "role", "offence") for i in ids) or draft.bound.counted.lower() in ("who", "them"):
        return "people"
    return draft.bound.counted.split()[-1].lower() if draft.bound.counted else ""
