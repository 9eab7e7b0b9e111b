"""Candidates → evidence: which figure answers, by rule; and where none does, whether one may be worked out.

Order of trial: the figure itself; parts that make it up; what is left of a whole without a part. A figure is taken
only where every condition of the question is borne out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bot.derive import Incomparable, Worked, difference, total
from bot.match import Fit, fit, inherited
from bot.question import Wanted, narrowed
from bot.times import Timing
from bot.view import View
from corpus.extract.sense import ASSERTED, DENIED, Sense, implied_by
from corpus.lexicon.terms import lexicon
from corpus.records import Figure, LinkKind, Qualifier

__all__ = ["Found", "Scales", "settle"]


_OFTEN = 3
"""In how many sentences with figures a term must stand to be what a document is about."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the record gives for one thing wanted: a figure as recorded, or one worked out; else what was missing."""

    figure: Figure | None = None
    worked: Worked | None = None
    fit: Fit | None = None
    missing: tuple[str, ...] = ()
    nearest: tuple[Fit, ...] = ()
    rivals: tuple[Figure, ...] = ()
    note: str = ""

    @property
    def found(self) -> bool:
        return self.figure is not None or self.worked is not None

    @property
    def value(self) -> Decimal | None:
        return self.worked.result if self.worked else self.figure.value if self.figure else None


class Scales:
    """Weighs figures against what is wanted, over one view of the record."""

    def __init__(self, view: View, sentence_of: Callable[[Figure], str], *, sparing: bool = False) -> None:
        """SPARING weighs only the figures that could answer: for a view that is made anew for each question."""
        self.view = view
        self._sparing = sparing
        self.sentence_of = sentence_of
        self._known: dict[str, frozenset[str]] = {}
        self._topics: dict[str, frozenset[str]] = {}

    def fits(self, wanted: Wanted, figures: Iterable[Figure] | None = None) -> list[Fit]:
        """Every figure held against WANTED, the best first; ties go to the higher source, then the later word."""
        pool = self._near(wanted) if figures is None else figures
        found = [
            fit(wanted, f, self.view, self.sentence_of(f), self.view.source(f).title, self._topic(f.source_id))
            for f in pool
        ]
        return sorted(found, key=lambda x: (-x.complete, -round(x.score, 3), self._order(x.figure)))

    def _topic(self, source_id: str) -> frozenset[str]:
        """The terms that a source's figures are given among time and again: in several of their sentences."""
        if source_id not in self._topics:
            own = {self.sentence_of(f) for f in self.view.figures.values() if f.source_id == source_id}
            counted = Counter(i for sentence in own for i in lexicon().ids(sentence))
            self._topics[source_id] = frozenset(i for i, n in counted.items() if n >= _OFTEN)
        return self._topics[source_id]

    def _near(self, wanted: Wanted) -> Iterable[Figure]:
        """The figures worth weighing: all, or, sparing, those that name at least half of what the best one names.

        A figure that bears out every condition names the most, so one that could answer is not left out.
        """
        pool = self.view.figures.values()
        lex = lexicon()
        telling = [s.id for s in wanted.terms if not lex.general(s.id) and not implied_by(s.id)]
        asked = [{i, f"not-{i}", f"un{i}", *lex.narrower(i)} for i in telling]
        if not self._sparing or not pool or not asked:
            return pool
        named = [(f, sum(not ids.isdisjoint(own) for ids in asked)) for f in pool for own in (self._ids(f),)]
        most = max(n for _, n in named)
        return [f for f, n in named if 2 * n >= most]

    def _ids(self, figure: Figure) -> frozenset[str]:
        """Every concept that FIGURE may bear out, in its own words, its wholes' or its source's."""
        if figure.id not in self._known:
            texts = [self.sentence_of(figure), inherited(figure, self.view.wholes(figure))]
            texts += [self.view.source(figure).title, *figure.also, *(v for _, v in figure.breakdown)]
            texts += [figure.geography, figure.counted, figure.measure]
            self._known[figure.id] = frozenset().union(*map(lexicon().ids, texts))
        return self._known[figure.id]

    def _repeats(self, figure: Figure) -> int:
        """1 where another record gave the figure and this one only says it again."""
        return int(any(k.kind is LinkKind.RESTATES and k.from_id == figure.id for k in self.view.links_from(figure.id)))

    def _order(self, figure: Figure) -> tuple[int, int, int, int, int]:
        source = self.view.source(figure)
        loose = 0 if figure.qualifier is Qualifier.EXACTLY else 1
        restated = 1 if self.view.superseded_by(figure) else 0
        return (
            restated + self._repeats(figure),
            source.kind.rank,
            loose,
            -(figure.said_on or date.min).toordinal(),
            figure.span.start,
        )


def settle(wanted: Wanted, scales: Scales) -> Found:
    """The figure that answers WANTED, or one worked out from others, or what no figure bears out."""
    if wanted.choices:
        return _sum_of_choices(wanted, scales)
    fits = scales.fits(wanted)
    best = _best(wanted, fits, scales.view)
    if wanted.first and best is not None:
        best = next((f for f in fits if f.complete and _AT_FIRST.search(scales.sentence_of(f.figure))), best)
    summed = _sum_of_kinds(wanted, fits, best, scales) or _sum_with_rest(wanted, fits, best, scales)
    if summed is not None:
        return summed
    if best is not None:
        return _chosen(wanted, best, fits, scales.view)
    return _remainder(wanted, fits, scales) or Found(
        missing=_missing(fits), nearest=tuple(f for f in fits if f.score > 0.25)[:3]
    )


_AT_FIRST = re.compile(r"\b(?:first|originally|original|initially|initial|at first|at the time)\b", re.IGNORECASE)


def _best(wanted: Wanted, fits: list[Fit], view: View) -> Fit | None:
    complete = [f for f in fits if f.complete and _grounded(wanted, f)]
    if not complete:
        return None
    held = {f.figure.id for f in complete if f.score >= complete[0].score - 0.35}
    free = [f for f in complete if not any(w.id in held for w in view.wholes(f.figure)) or _own_more(f, complete, view)]
    chosen = _exact(free or complete, complete, view)
    return chosen[0] if wanted.times or wanted.events else _newest(chosen)


def _exact(chosen: list[Fit], complete: list[Fit], view: View) -> list[Fit]:
    """In place of a round number, the exact one that it stands for, where that too bears the question out."""
    loose = chosen[0].figure.id
    exact = [f for f in complete if any(r.id == loose for r in view.rounded(f.figure))]
    return exact or chosen


def _newest(fits: list[Fit]) -> Fit:
    """Of one measure given for several times, where none was asked about, the latest."""
    first = fits[0]
    ended = _ended(first.figure)
    if ended is None or first.figure.part_of is not None:
        return first
    kin = [f for f in fits if _same_measure(first, f) and (_ended(f.figure) or date.min) > ended]
    return max(kin, key=lambda f: _ended(f.figure) or date.min, default=first)


def _same_measure(a: Fit, b: Fit) -> bool:
    one, other = a.figure, b.figure
    alike = one.source_id == other.source_id and one.unit == other.unit and one.note == other.note
    return alike and b.depth == a.depth and not b.narrower and b.direct >= a.direct


def _ended(figure: Figure) -> date | None:
    """When the time that a figure is of was over; None where it has none."""
    return figure.period.end if figure.period is not None else figure.as_at.last if figure.as_at is not None else None


def _own_more(part: Fit, complete: list[Fit], view: View) -> bool:
    """A part stands against its whole where its own words bear out more of the question than the whole's do.

    A part that names a kind nobody asked about ("9,340 living alone") never does.
    """
    if part.narrower:
        return False
    wholes = {w.id for w in view.wholes(part.figure)}
    rival = max((f.direct for f in complete if f.figure.id in wholes), default=0)
    return part.direct > rival


def _grounded(wanted: Wanted, found: Fit) -> bool:
    """At least one telling term, or a date, must be borne out by the figure's own words."""
    telling = [s for s in wanted.terms if not lexicon().general(s.id)]
    if not telling:
        return False
    return found.direct > sum(1 for s in wanted.terms if lexicon().general(s.id)) and len(found.loose) * 2 <= len(
        telling
    )


def _missing(fits: list[Fit]) -> tuple[str, ...]:
    """What the nearest figure leaves uncovered."""
    if not fits:
        return ()
    best = max(fits, key=lambda f: f.score)
    late = ("the time asked about",) if not all(best.times) else ()
    return tuple(dict.fromkeys(best.missing + late))


def _chosen(wanted: Wanted, best: Fit, fits: list[Fit], view: View) -> Found:
    """The latest word on the figure that fits; of a given date, only corrections of it count as later."""
    dated = any(t in (Timing.MATCH, Timing.SAID) for t in best.times) and any(
        m.relation in ("on", "as at", "in", "by", "during") for m in wanted.times
    )
    figure = _fullest(best.figure, view)
    if dated and any(m.relation == "by" for m in wanted.times):
        figure = _last_by(wanted, best, fits)
    figure = view.chain(figure)[0] if wanted.first else view.latest(figure, corrections_only=dated)
    return Found(
        figure=figure,
        fit=replace(best, figure=figure),
        rivals=_rivals(figure, best, fits, view),
        nearest=tuple(fits[1:4]),
    )


def _fullest(figure: Figure, view: View) -> Figure:
    """Where a figure only gives another again (a headline, a report of a statement), the one that it gives."""
    rank = view.source(figure).kind.rank
    for link in view.links_from(figure.id):
        other = view.figures.get(link.to_id) if link.kind is LinkKind.RESTATES else None
        if other is not None and other.value == figure.value and view.source(other).kind.rank <= rank:
            return other
    return figure


def _last_by(wanted: Wanted, best: Fit, fits: list[Fit]) -> Figure:
    """ "By February 2010": of equally good figures, the last that had been counted by then."""
    same = [
        f
        for f in fits
        if f.complete and f.score >= best.score - 0.051 and f.direct >= best.direct and f.depth == best.depth
    ]
    return max(
        (f.figure for f in same), key=lambda f: ((f.as_at.last if f.as_at else f.said_on) or date.min, -f.span.start)
    )


def _rivals(figure: Figure, best: Fit, fits: list[Fit], view: View) -> tuple[Figure, ...]:
    """Who disagrees: records that a link says conflict, and other sources' figures that fit as well and differ."""
    chain = {f.id for f in view.chain(figure)}
    ids = [
        i for c in (figure.id, *view.linked(figure.id, LinkKind.RESTATES)) for i in view.linked(c, LinkKind.CONFLICTS)
    ]
    linked = [view.figures[i] for i in dict.fromkeys(ids) if i in view.figures and i != figure.id]
    equal = [
        f.figure
        for f in fits
        if f.complete
        and f.score >= best.score - 0.01
        and f.figure.id not in chain
        and _differs(figure, f.figure)
        and _same_time(figure, f.figure, view)
    ]
    return tuple({f.id: f for f in (*linked, *equal)}.values())


def _differs(a: Figure, b: Figure) -> bool:
    return a.value is not None and b.value is not None and a.value != b.value and a.source_id != b.source_id


def _same_time(a: Figure, b: Figure, view: View) -> bool:
    return a.counted.lower() == b.counted.lower() and a.said_on == b.said_on and view.same_whole(a, b)


def _sum_of_choices(wanted: Wanted, scales: Scales) -> Found:
    """ "Robbers and burglars": each settled alone, then added."""

    whole_fit = [f for f in scales.fits(wanted) if f.complete and _grounded(wanted, f) and not f.loose]
    if whole_fit and all(s in _own_terms(whole_fit[0], wanted) for s in wanted.terms):
        return _chosen(wanted, whole_fit[0], whole_fit, scales.view)
    found = [settle(narrowed(wanted, choice), scales) for choice in wanted.choices]
    if not all(f.figure for f in found):
        lacking = tuple(c for c, f in zip(wanted.choices, found, strict=True) if not f.found)
        return Found(missing=lacking or wanted.choices, nearest=tuple(f.fit for f in found if f.fit))
    figures = [f.figure for f in found if f.figure]
    if len({f.id for f in figures}) == 1:
        return found[0]
    try:
        return Found(worked=total(figures, scales.view))
    except Incomparable as why:
        return Found(missing=(str(why),), nearest=tuple(f.fit for f in found if f.fit))


def _own_terms(found: Fit, wanted: Wanted) -> list[Sense]:
    return list(wanted.terms) if found.direct >= len(wanted.terms) else []


def _sum_of_kinds(wanted: Wanted, fits: list[Fit], best: Fit | None, scales: Scales) -> Found | None:
    """A kind that the record gives only in parts ("sex offenders": rapists, paedophiles, other sex attackers)."""
    lex = lexicon()
    kinds = [s for s in wanted.terms if not lex.general(s.id) and lex.narrower(s.id)]
    for kind in kinds:
        if best is not None and not _residual(best.figure, kind):
            continue
        parts = [p for p in _parts_of_kind(wanted, kind, scales) if p.figure.value is not None]
        if len({p.figure.id for p in parts}) > 1:
            try:
                return Found(worked=total([p.figure for p in parts], scales.view), note=kind.words)
            except Incomparable:
                continue
    return None


def _sum_with_rest(wanted: Wanted, fits: list[Fit], best: Fit | None, scales: Scales) -> Found | None:
    """ "Other widows" are what is left of them: with those named beside it, they make the whole of the kind."""
    rest = best.figure if best is not None else None
    if best is None or rest is None or rest.value is None or not _remnant(rest) or _OTHER.search(wanted.words):
        return None
    beside = [f for f in scales.view.beside(rest) if f.value is not None and scales.view.same_whole(f, rest)]
    before = [f for f in beside if f.span.start < rest.span.start]
    alike = [f.figure for f in fits if f.complete and f.figure in before]
    kin = alike or (before if len(before) == 1 else [])
    if not kin:
        return None
    try:
        return Found(worked=total([*sorted(kin, key=lambda f: f.span.start), rest], scales.view), note="kind")
    except Incomparable:
        return None


_OTHER = re.compile(r"\bothers?\b", re.IGNORECASE)
_REMNANT = re.compile(r"\b(?:other|further|remaining)\b(?!\s+than\b)", re.IGNORECASE)


def _remnant(figure: Figure) -> bool:
    """Whether a figure is told to be what is left of its kind ("236 with other special educational needs")."""
    return bool(_REMNANT.search(f"{figure.counted} {figure.measure}"))


def _residual(figure: Figure, kind: Sense) -> bool:
    """ "Other sex attackers" is what is left of the kind, not the whole of it."""
    first = figure.counted.lower().split()[:1]
    return first in (["other"], ["further"], ["additional"])


def _parts_of_kind(wanted: Wanted, kind: Sense, scales: Scales) -> list[Fit]:
    lex = lexicon()
    by_whole: dict[tuple[str, str], list[Fit]] = {}
    for figure in scales.view.figures.values():
        heads = {
            i for i in lex.ids(f"{figure.counted} {' '.join(v for _, v in figure.breakdown)}") if lex.covers(kind.id, i)
        }
        if not heads or figure.qualifier in (Qualifier.IN_WORDS, Qualifier.NOT_KNOWN):
            continue
        swapped = _swap(wanted, kind, next(iter(sorted(heads))))
        held = scales.fits(swapped, [figure])[0]
        if held.complete:
            by_whole.setdefault((figure.source_id, figure.part_of or ""), []).append(held)
    groups = sorted(by_whole.values(), key=lambda g: (-len(g), scales.view.source(g[0].figure).kind.rank))
    return groups[0] if groups else []


def _swap(wanted: Wanted, kind: Sense, other: str) -> Wanted:
    new = replace(kind, id=other)
    return replace(
        wanted,
        focus=tuple(new if s == kind else s for s in wanted.focus),
        rest=tuple(new if s == kind else s for s in wanted.rest),
    )


def _remainder(wanted: Wanted, fits: list[Fit], scales: Scales) -> Found | None:
    """What is left of a whole without a part: "before" against "after", "not located" against "located"."""
    for turned in _opposites(wanted):
        part = _plain(turned, scales)
        whole = scales.view.whole(part) if part else None
        if part is None or whole is None:
            continue
        whole = scales.view.latest(whole) if not wanted.whole else whole
        if whole.id != (part.part_of or "") and part.part_of:
            whole = scales.view.figures[part.part_of]
        try:
            return Found(worked=difference(whole, part), note="remainder")
        except Incomparable:
            continue
    return None


def _plain(wanted: Wanted, scales: Scales) -> Figure | None:
    fits = scales.fits(wanted)
    best = _best(wanted, fits, scales.view)
    if best is None or best.figure.value is None or best.figure.part_of is None:
        return None
    return best.figure


def _opposites(wanted: Wanted) -> list[Wanted]:
    """The same question with one condition turned round: a time's other side, or a denial taken away."""
    found: list[Wanted] = []
    for index, mention in enumerate(wanted.times):
        turned = {"before": "since", "until": "after", "since": "before", "after": "until"}.get(mention.relation)
        if turned:
            other = replace(mention, relation=turned)
            found.append(replace(wanted, times=(*wanted.times[:index], other, *wanted.times[index + 1 :])))
    for index, event in enumerate(wanted.events):
        turned = {"before": "after", "until": "after", "after": "before", "since": "before"}.get(event.relation, "")
        other_event = replace(event, relation=turned)
        found.append(replace(wanted, events=(*wanted.events[:index], other_event, *wanted.events[index + 1 :])))
    denied = [s for s in wanted.terms if s.mark == DENIED]
    if denied:
        found.append(
            replace(
                wanted,
                focus=tuple(_asserted(s) for s in wanted.focus),
                rest=tuple(_asserted(s) for s in wanted.rest),
            )
        )
    return found


def _asserted(sense: Sense) -> Sense:
    return replace(sense, mark=ASSERTED) if sense.mark == DENIED else sense
