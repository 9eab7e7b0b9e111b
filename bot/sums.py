"""A figure that no record gives, worked out: a kind from its parts, or with its rest; a whole without a part."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from bot.choosing import Found, best_of
from bot.denied_of_some import only_denied, plainly_denied
from bot.derive import Incomparable, difference, total
from bot.match import Fit
from bot.query import Wanted
from bot.scales import Scales
from bot.some import ONLY_SOME
from bot.the_others import leaves_them
from corpus.extract.clause import has_verb
from corpus.extract.sense import ASSERTED, DENIED, Sense, senses
from corpus.lexicon.speech import listed
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Qualifier

__all__ = ["ONLY_KIND", "only_why", "remainder", "rest_of_some", "sum_of_kinds", "sum_with_rest", "undone"]


def sum_of_kinds(wanted: Wanted, fits: list[Fit], best: Fit | None, scales: Scales) -> Found | None:
    """A kind that the record gives only in parts ("sex offenders": rapists, paedophiles, other sex attackers)."""
    lex = lexicon()
    kinds = [s for s in wanted.telling if lex.narrower(s.id)]
    for kind in kinds:
        barred = frozenset(s.id for s in wanted.telling if s.mark == DENIED and lex.covers(kind.id, s.id))
        if barred and kind.mark == ASSERTED:
            if (kept := _kinds_but(wanted, kind, barred, scales)) is not None:
                return kept
            continue
        if _OTHER.search(wanted.words) or (best is not None and not _residual(best.figure)):
            continue  # others than which is not said
        parts = [p for p in _parts_of_kind(wanted, kind, scales) if p.figure.value is not None]
        if any(_of_some(p.figure, fits, scales) for p in parts):
            continue
        if len({p.figure.id for p in parts}) > 1:
            try:
                return Found(worked=total([p.figure for p in parts], scales.view), note=kind.words)
            except Incomparable:
                continue
        if len(parts) != 1 or best is not None:
            continue
        own = [f for f in fits if f.figure.id == parts[0].figure.id]
        if not any(m.startswith(ONLY_SOME) for f in own for m in f.missing):
            return Found(figure=parts[0].figure, fit=parts[0], note=f"{ONLY_KIND}{kind.words}")
    return None


def _of_some(part: Figure, fits: list[Fit], scales: Scales) -> bool:
    """Whether PART is of a whole that counts the very thing that is asked for, but only some of it.

    Of ships lost *with no pilot*, the tugs and the other ships make up no more than those, and not all ships lost.
    """
    above = {w.id for w in scales.view.wholes(part)}
    some = (f for f in fits if f.figure.id in above and f.direct and f.missing)
    return any(all(m.startswith(ONLY_SOME) for m in f.missing) for f in some)


def rest_of_some(wanted: Wanted, best: Fit | None, fits: list[Fit], scales: Scales) -> Found | None:
    """That what there is besides other kinds is no answer where all are asked for, and only some are counted."""
    rest = best is not None and _residual(best.figure) and not _OTHER.search(wanted.words)
    if best is None or not rest or not _of_some(best.figure, fits, scales):
        return None
    above = {w.id for w in scales.view.wholes(best.figure)}
    whole = next(f for f in fits if f.figure.id in above and f.missing)
    return Found(missing=whole.missing, nearest=(whole,))


def _kinds_but(wanted: Wanted, kind: Sense, barred: frozenset[str], scales: Scales) -> Found | None:
    """A kind less some of its sorts ("ships excluding tugs"): what the record gives of each of the others."""
    lex = lexicon()
    focus, rest = (tuple(s for s in terms if s.id not in barred) for terms in (wanted.focus, wanted.rest))
    parts = _parts_of_kind(replace(wanted, focus=focus, rest=rest), kind, scales)
    told = {p.figure.id: lex.ids(f"{p.figure.counted} {' '.join(v for _, v in p.figure.breakdown)}") for p in parts}
    kept = [p for p in parts if p.figure.value is not None and not told[p.figure.id] & barred]
    if not kept or not barred <= frozenset().union(*told.values()):
        return None
    if len({p.figure.id for p in kept}) == 1:
        return Found(figure=kept[0].figure, fit=kept[0])
    try:
        return Found(worked=total([p.figure for p in kept], scales.view), note=kind.words)
    except Incomparable:
        return None


ONLY_KIND = "the only kind given of "
"""The note of a figure that is of one kind of what was asked for, where the record counts no other kind of it."""


def sum_with_rest(wanted: Wanted, fits: list[Fit], best: Fit | None, scales: Scales) -> Found | None:
    """ "Other widows" are what is left of them: with those named beside it, they make the whole of the kind."""
    rest = best.figure if best is not None else None
    if best is None or rest is None or rest.value is None or not _remnant(rest) or _OTHER.search(wanted.words):
        return None
    if _of_some(rest, fits, scales):
        return None
    beside = [f for f in scales.view.beside(rest) if f.value is not None and scales.view.same_whole(f, rest)]
    before = [f for f in beside if f.span.start < rest.span.start]
    before = [f for f in before if f.period == rest.period or not wanted.times]  # not of two times, where one is asked
    alike = [f.figure for f in fits if f.figure in before and (f.complete or _of_a_kind(f))]
    lone = len(before) == 1 and _of_one_kind(before[0], rest) and not _told_otherwise(wanted, before[0], rest, fits)
    kin = alike or (before if lone else [])
    kin = [f for f in kin if f in alike or not _only_the_rest_is_so(wanted, f, rest)]
    if not kin:
        return None
    try:
        return Found(worked=total([*sorted(kin, key=lambda f: f.span.start), rest], scales.view), note="kind")
    except Incomparable:
        return None


def _told_otherwise(wanted: Wanted, one: Figure, rest: Figure, fits: list[Fit]) -> bool:
    """Whether what is asked is not told of ONE: of 279 lost in ice and *the other* 105 in fog, in fog are 105.

    Of what the REST are others ("*other illnesses*"), that is told of ONE too.
    """
    missing = {m for f in fits if f.figure.id == one.id for m in f.missing}
    return any(s.words in missing and not _others_of(s, rest) for s in wanted.rest)


def _others_of(term: Sense, rest: Figure) -> bool:
    """Whether it is of TERM that those besides are others: "12 with *other illnesses*"."""
    told = f"{rest.counted} {rest.measure}"
    return re.search(rf"{_REMNANT.pattern}{_WORDS}\s+{re.escape(term.words)}", told, re.I) is not None


def _of_one_kind(one: Figure, rest: Figure) -> bool:
    """Whether what is left may be of what was counted before it: hearings, and a further 40 trials, are not."""
    a, b = lexicon().ids(one.counted), lexicon().ids(rest.counted)
    return not a or not b or bool(a & b)


def _only_the_rest_is_so(wanted: Wanted, one: Figure, rest: Figure) -> bool:
    """Whether something asked about is told of those besides alone: "31 were hurt and *a further 12 were ill*".

    What they are others *of* ("12 with *other illnesses*") is told of those before them too.
    """
    told = f"{rest.counted} {rest.measure}"
    own, theirs = lexicon().ids(told), lexicon().ids(f"{one.counted}. {one.measure}")
    alone = [s for s in wanted.telling if s.id in own and not {s.id, *lexicon().relatives(s.id)} & theirs]
    named = (s for s in alone if s.kind != "action" and not (s.kind == "word" and has_verb(s.words)))
    kinds = [s for s in named if _others_of(s, rest)]
    return len(kinds) < len(alone)


_WORDS = r"(?:\s+(?!(?:is|are|was|were|has|have|had|did|will|of|in|at|by|for|with)\b)[\w-]+){0,3}?"


def _of_a_kind(held: Fit) -> bool:
    return all(held.times) and all(m.startswith(ONLY_SOME) for m in held.missing)


_OTHER = regex(r"\bothers?\b", re.IGNORECASE)


_REMNANT = regex(r"\b(?:other|further|additional|remaining)\b(?!\s+than\b)", re.IGNORECASE)


def _remnant(figure: Figure) -> bool:
    """Whether a figure is told to be what is left of its kind ("236 with other special educational needs")."""
    return bool(_REMNANT.search(f"{figure.counted} {figure.measure}"))


def _residual(figure: Figure) -> bool:
    """ "Other sex attackers" is what is left of the kind, not the whole of it."""
    return any(_REMNANT.match(words) for words in (figure.counted, *(value for _, value in figure.breakdown)))


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


def remainder(wanted: Wanted, fits: list[Fit], scales: Scales) -> Found | None:
    """What is left of a whole without a part: "before" against "after", "not located" against "located"."""
    denied = frozenset(s.id for s in wanted.terms if s.mark == DENIED)
    plainly = plainly_denied(wanted)
    for turned in (*_opposites(wanted), *plainly):
        part = _plain(turned, scales)
        whole = scales.view.whole(part) if part else None
        if part is None or whole is None or (denied and _of_another_deed(denied, turned, part, scales)):
            continue
        whole = _named_above(wanted, part, scales) or scales.view.figures.get(part.part_of or "") or whole
        if not leaves_them(wanted, turned, part, whole, scales):
            continue
        if turned in plainly and not only_denied(wanted, turned, part, whole, scales):
            continue
        try:
            return Found(worked=difference(whole, part), note="remainder")
        except Incomparable:
            continue
    return None


def _of_another_deed(denied: frozenset[str], wanted: Wanted, part: Figure, scales: Scales) -> bool:
    """Whether PART is of those of whom something else too was done or said than what is DENIED of the others.

    Those whose claim was *not put off* are not those whose claim was not granted; nor are those who are no *failed
    applicants* those who did not apply.
    """
    lex = lexicon()
    asked = {s.id for s in wanted.terms}
    known = asked.union(*map(lex.relatives, asked))
    own = [s for s in senses(f"{part.counted}. {part.measure}") if s.id not in known and not lex.general(s.id)]
    named = [s for s in own if any(lex.covers(i, s.id) or f"-{i}-" in f"-{s.id}-" for i in denied)]
    if named or not scales.view.source(part).paraphrase:
        return bool(named)
    done = [s.id for s in senses(part.measure) if s.kind == "action" and s.mark == ASSERTED]
    return bool(done) and done[-1] not in known  # a sheet's measure ends with what was done


def _named_above(wanted: Wanted, part: Figure, scales: Scales) -> Figure | None:
    """The whole that the question names by its number, where PART is part of a part of it; None where it names none."""
    above = scales.view.wholes(part) if wanted.whole is not None else ()
    return next((w for w in above if wanted.whole == w.value), None)


_UNDONE = regex(
    r"\b(?:(?:still|yet|left|remain(?:s|ed|ing)?) to be"
    r"|(?:had|has|have|was|were) (?:still )?not (?:yet )?(?:been )?)(?=\s|$)",
    re.IGNORECASE,
)


def undone(wanted: Wanted) -> bool:
    """Whether what was *not* done is asked for, by a verb too plain to be a term of its own ("still to be taken")."""
    return _UNDONE.search(wanted.words) is not None and not any(s.mark == DENIED for s in wanted.terms)


def _plain(wanted: Wanted, scales: Scales) -> Figure | None:
    fits = scales.fits(wanted)
    best = best_of(wanted, fits, scales.view)
    if best is None or best.figure.value is None:
        return None
    latest = scales.view.latest(best.figure, corrections_only=True)
    return next((f for f in (latest, best.figure) if f.part_of is not None and f.value is not None), None)


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
    for term in wanted.terms:
        found += [_swap(wanted, term, other) for other in _others().get(term.id, ())]
    if undone(wanted):
        found.append(wanted)
    found += [_denying(wanted, s) for s in wanted.telling if s.mark == ASSERTED and lexicon().denial(s.id)]
    denied = [s for s in wanted.terms if s.mark == DENIED and not only_why(s, wanted)]
    if denied and not _NEVER_WILL.search(wanted.words):
        found.append(
            replace(
                wanted,
                focus=tuple(_asserted(s) for s in wanted.focus),
                rest=tuple(_asserted(s) for s in wanted.rest),
            )
        )
    return found


_WHY = regex(
    r"\b(?:because|for want of|for lack of|(?:through|from|by|due to|owing to) (?:a |the )?(?:lack|want|absence) of)\b",
    re.IGNORECASE,
)


def only_why(state: Sense, wanted: Wanted) -> bool:
    """Whether a STATE that is denied only says why the rest befell ("sunk *for want of* a pilot").

    Those of whom it is not so were sunk for other reasons, or not at all.
    """
    why = _WHY.search(wanted.words)
    return why is not None and why.start() <= wanted.words.find(state.words)


_NEVER_WILL = regex(r"\b(?:won['\u2019]t|will (?:not|never)|would (?:not|never)|cannot|can['\u2019]t)\b", re.IGNORECASE)
"""What asks of those who never will: they are fewer than those who have not yet."""


def _denying(wanted: Wanted, state: Sense) -> Wanted:
    """WANTED of those not in a STATE that everybody is in or not ("found", of 40 of whom 12 were not found)."""
    turned = replace(state, mark=DENIED)
    focus, rest = (tuple(turned if s == state else s for s in terms) for terms in (wanted.focus, wanted.rest))
    return replace(wanted, focus=focus, rest=rest)


@lru_cache(maxsize=1)
def _others() -> dict[str, tuple[str, ...]]:
    """Of each concept that leaves but one other ("late", "on time"), that other."""
    pairs = [pair.split("/") for pair in listed("either")]
    return {one: (other,) for pair in pairs for one, other in (pair, reversed(pair))}


def _asserted(sense: Sense) -> Sense:
    return replace(sense, mark=ASSERTED) if sense.mark == DENIED else sense
