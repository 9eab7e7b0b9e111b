"""Of the figures that bear a question out, the one that answers: the latest word on it, and who disagrees."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bot.derive import Worked
from bot.match import Fit
from bot.newest import newest
from bot.query import Wanted
from bot.tellers import is_department
from bot.times import Timing
from bot.view import View
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, LinkKind, Qualifier

__all__ = ["Found", "best_of", "chosen", "counts_that", "grounded", "set_against"]


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


def best_of(wanted: Wanted, fits: list[Fit], view: View) -> Fit | None:
    """The fit that answers WANTED: complete, grounded in its own words, exact rather than round, and the newest."""
    complete = [f for f in fits if f.complete and grounded(wanted, f)]
    if not complete:
        return None
    complete = [f for f in complete if counts_that(wanted, f.figure)] or complete
    complete = [f for f in complete if not _only_inherits(f, complete, view)] or complete
    here = [f for f in complete if not f.elsewhere and f.direct >= complete[0].direct and not f.loose]
    complete = here if here and complete[0].elsewhere else complete
    held = {f.figure.id for f in complete if f.score >= complete[0].score - 0.35}
    whole = {f.figure.id for f in complete if f.direct >= complete[0].direct and not f.loose}
    narrowed = {
        f.figure.id
        for f in complete
        if _tells_more(wanted, f)
        and any(w.id in whole for w in view.wholes(f.figure))
        and not _of_that_stretch(wanted, f, view)
    }
    complete = [f for f in complete if f.figure.id not in narrowed] or complete
    complete = [f for f in complete if not _only_beside(wanted, f, complete, view)]
    free = [
        f
        for f in complete
        if not any(w.id in held for w in view.wholes(f.figure)) or _own_more(wanted, f, complete, view)
    ]
    chosen = _exact(free or complete, complete, view)
    return _own_column(wanted, chosen[0] if wanted.times or wanted.events else newest(chosen, view), complete)


def _only_inherits(part: Fit, complete: list[Fit], view: View) -> bool:
    """Whether a whole bears out in its own words what PART has only from it, so that it is the whole that is asked for.

    "90 pilots sailed without a test. Of them, 12 had been fined": 12 are no answer to how many had not been tested.
    """
    wholes = {w.id for w in view.wholes(part.figure)}
    named = (f for f in complete if f.figure.id in wholes and not f.loose and f.times == part.times)
    return any(f.direct > part.direct for f in named)


def _only_beside(wanted: Wanted, whole: Fit, complete: list[Fit], view: View) -> bool:
    """Whether only what stands beside a WHOLE tells what is asked, and a part of it is told of that itself.

    "The tug fleet had nine of *the 40 fires*": the 40 are of no tugs.
    """
    if not whole.loose:
        return False
    parts = [f for f in complete if not (f.loose or f.narrower) and f.direct >= whole.direct]
    parts = [f for f in parts if not _tells_more(wanted, f)]
    return any(w.id == whole.figure.id for f in parts for w in view.wholes(f.figure))


def _own_column(wanted: Wanted, best: Fit, complete: list[Fit]) -> Fit:
    """In place of a figure that only a title lends what is asked for, the one that counts it itself.

    A title that lists several things ("Boats and crews") lends each of them to every column below it. Of two that
    count it, the one that counts nothing but it: "Boats", and not "Crews of boats", for all boats.
    """
    title = best.figure.inherited
    if not title or not best.figure.breakdown:
        return best
    own, more = _counted_itself(wanted, best.figure), _unsaid_words(wanted, best.figure)
    for one in complete:
        figure = one.figure
        if figure.source_id == best.figure.source_id and figure.inherited == title:
            theirs = _counted_itself(wanted, figure)
            if own < theirs or (own and own == theirs and _unsaid_words(wanted, figure) < more):
                return one
    return best


def _unsaid_words(wanted: Wanted, figure: Figure) -> int:
    """How many words of what FIGURE counts are not the question's, endings aside."""
    asked = wanted.words.lower()
    return sum(word[:_STEM] not in asked for word in figure.counted.lower().split())


_STEM = 4


def _counted_itself(wanted: Wanted, figure: Figure) -> frozenset[str]:
    """The telling things asked for that FIGURE itself is said to count."""
    lex = lexicon()
    here = lex.ids(f"{figure.counted}. {figure.unit}")
    telling = (s.id for s in wanted.telling)
    return frozenset(i for i in telling if i in here or lex.relatives(i) & here)


def counts_that(wanted: Wanted, figure: Figure) -> bool:
    """Whether a common word that alone is asked about ("incidents") is what FIGURE counts, or its whole does."""
    lex = lexicon()
    asked = {s.id for s in wanted.terms}
    if not asked or wanted.telling or asked & _PLAIN:
        return True
    return bool(asked & lex.ids(f"{figure.counted}. {figure.unit}. {figure.population}. {figure.inherited}"))


_PLAIN = frozenset({"number", "total", "figure", "count", "amount"})


def _tells_more(wanted: Wanted, part: Fit) -> bool:
    """Whether a part is told of something that nobody asked about ("of the finds, *were telephones*")."""
    lex = lexicon()
    asked = {s.id for s in wanted.terms}
    known = asked.union(*(lex.relatives(i) for i in asked))
    own = {i for i in lex.ids(part.figure.measure) if not lex.general(i) and lex.kind(i) not in ("date", "unit")}
    return any(i not in known and not any(lex.covers(a, i) for a in asked) for i in own)


def _exact(chosen: list[Fit], complete: list[Fit], view: View) -> list[Fit]:
    """In place of a round number, the exact one that it stands for, where that too bears the question out."""
    loose = chosen[0].figure.id
    exact = [f for f in complete if any(r.id == loose for r in view.rounded(f.figure))]
    return exact or chosen


def _own_more(wanted: Wanted, part: Fit, complete: list[Fit], view: View) -> bool:
    """A part stands against its whole where its own words bear out more of the question than the whole's do.

    A part that names a kind nobody asked about ("9,340 living alone") never does.
    """
    if part.narrower:
        return False
    if _of_that_stretch(wanted, part, view):
        return True
    wholes = {w.id for w in view.wholes(part.figure)}
    rivals = [(f.direct, -len(f.loose)) for f in complete if f.figure.id in wholes]
    return (part.direct, -len(part.loose)) > max(rivals, default=(0, 0))


def _of_that_stretch(wanted: Wanted, part: Fit, view: View) -> bool:
    """Whether a part is of the stretch that is asked about, where its wholes are all there were by a day within it."""
    above = view.wholes(part.figure)
    own = part.figure.period
    asked = [(m.period.start, m.period.end) for m in wanted.times if m.relation in ("in", "during", "over", "between")]
    return (
        own is not None
        and (own.start, own.end) in asked
        and bool(above)
        and all(w.period is None and w.as_at is not None for w in above)
    )


def grounded(wanted: Wanted, found: Fit) -> bool:
    """At least one telling term, or a date, must be borne out by the figure's own words."""
    telling = [s for s in wanted.telling if s.id not in wanted.aside]
    if not telling:
        return bool(found.direct) and not found.depth and Timing.MATCH in found.times
    if wanted.bounds and found.complete and not found.loose:
        return True  # it meets the limit that is asked about, and its whole all else
    if found.figure.inherited and not (found.loose or found.depth) and Timing.MATCH in found.times:
        return True  # "Twelve months earlier the number was 2,017": its words are those of the number before it
    light = sum(1 for s in wanted.terms if lexicon().general(s.id) and s.id not in wanted.aside)
    return found.direct > light and len(found.loose) * 2 <= len(telling)


def chosen(wanted: Wanted, best: Fit, fits: list[Fit], view: View) -> Found:
    """The latest word on the figure that fits; of a given date, only corrections of it count as later."""
    dated = any(t in (Timing.MATCH, Timing.SAID) for t in best.times) and any(
        m.relation in ("on", "as at", "in", "by", "during") for m in wanted.times
    )
    figure = _fullest(best.figure, view)
    if dated and any(m.relation == "by" for m in wanted.times):
        figure = _last_by(wanted, best, fits)
    then = bool(wanted.told) and set(best.times) == {Timing.SAID}  # what *they were told in May* is what they were then
    if figure.id == best.figure.id and (then or (Timing.MATCH in best.times and _GIVEN_ON.search(wanted.words))):
        return Found(figure=figure, fit=best, nearest=tuple(fits[1:4]), rivals=set_against(figure, view))
    figure = _restated_from(figure, fits, view) if wanted.first else figure
    figure = view.chain(figure)[0] if wanted.first else view.latest(figure, corrections_only=dated)
    figure = _of_the_named(wanted, best.figure, figure, view)
    figure = figure if dated else _by_last_definition(wanted, figure, fits, view)
    figure = _more_exact(figure, best, fits, view)
    return Found(
        figure=figure,
        fit=replace(best, figure=figure),
        rivals=_rivals(figure, best, fits, view),
        nearest=tuple(fits[1:4]),
    )


def _of_the_named(wanted: Wanted, best: Figure, latest: Figure, view: View) -> Figure:
    """BEST in place of the LATEST word on it, where only BEST is of the very whole that the question names."""
    if wanted.whole is None or best.id == latest.id:
        return latest
    own = {w.value for w in view.wholes(best)}
    return best if wanted.whole in own and wanted.whole not in {w.value for w in view.wholes(latest)} else latest


def _more_exact(figure: Figure, best: Fit, fits: list[Fit], view: View) -> Figure:
    """In place of a rough figure the exact one that a source of no less standing sets against it, if it fits too."""
    if figure.qualifier is Qualifier.EXACTLY or figure.value is None:
        return figure
    held = {f.figure.id for f in fits if f.complete}
    rank = view.source(figure).kind.rank
    exact = [r for r in _rivals(figure, best, fits, view) if r.qualifier is Qualifier.EXACTLY and r.id in held]
    return next((r for r in exact if r.value is not None and view.source(r).kind.rank <= rank), figure)


_GIVEN_ON = regex(
    r"\b(?:given|gave|stated|announced|quoted|reported|published|issued|told)\b[^,;]*?\b(?:on|in)\b", re.IGNORECASE
)
"""What asks for the figure that was given then, whatever took its place later ("the figure *given on* 14 March")."""


def _restated_from(figure: Figure, fits: list[Fit], view: View) -> Figure:
    """Of the figures that give the same number and fit as well, the one whose restatements the record tells of."""
    if len(view.chain(figure)) > 1:
        return figure
    same = (f.figure for f in fits if f.complete and f.figure.value == figure.value)
    return next((f for f in same if len(view.chain(f)) > 1), figure)


def _by_last_definition(wanted: Wanted, figure: Figure, fits: list[Fit], view: View) -> Figure:
    """Where what is counted was defined anew, and nobody asks for a certain count of it, the last that fits."""
    one_mans = wanted.sayer and not is_department(wanted.sayer)
    if wanted.first or wanted.told or one_mans or wanted.times or wanted.whole is not None:
        return figure
    held = {f.figure.id for f in fits if f.complete and not f.loose}
    return next((f for f in reversed(view.redefined(figure)) if f.id in held), figure)


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
    linked = set_against(figure, view)
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


def set_against(figure: Figure, view: View) -> tuple[Figure, ...]:
    """The figures that a link of the record says conflict with FIGURE, or with one that gives it again."""
    same = (figure.id, *view.linked(figure.id, LinkKind.RESTATES))
    ids = dict.fromkeys(i for c in same for i in view.linked(c, LinkKind.CONFLICTS))
    return tuple(view.figures[i] for i in ids if i in view.figures and i != figure.id)


def _differs(a: Figure, b: Figure) -> bool:
    return a.value is not None and b.value is not None and a.value != b.value and a.source_id != b.source_id


def _same_time(a: Figure, b: Figure, view: View) -> bool:
    return a.counted.lower() == b.counted.lower() and a.said_on == b.said_on and view.same_whole(a, b)
