"""Who is *still* in a state that the record tells some have come out of: closed less reopened, moved out less back.

"64 piers shut, of which 50 have reopened": that 64 shut is no answer to how many are still shut. It is worked out only
where what came out is told of that very whole; where it is told in a way that does not add up, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.choosing import Found, grounded
from bot.derive import Incomparable
from bot.leftover import Leftover, less_all
from bot.query import Wanted
from bot.scales import Scales
from corpus.extract.sense import ASSERTED, mark_at
from corpus.lexicon.speech import undoings
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Qualifier

__all__ = ["still_so", "told_still"]

_STILL = regex(r"\b(?:still|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?)\b", re.IGNORECASE)
_FURTHER = regex(r"^(?:and )?(?:a further|another|a second|more)\b", re.IGNORECASE)
_AGAIN = regex(r"\b(?:again|back|since)\b|\bre-?(?:open|connect|instat|captur|turn|stor|pair)\w*", re.IGNORECASE)
"""What tells of coming out of a state, be it none that has a list of its own."""
_MORE_BESIDE = regex(
    r"\b(?:again|another|a further|more|the rest|also|died|demolished|deported|scrapped|destroyed|turned into)\b",
    re.IGNORECASE,
)
"""What else may have become of them, beside those who are told to have come out."""
_UNLIKE = "it is not told of all of them whether they are still so"


def told_still(wanted: Wanted, found: Found, scales: Scales) -> Found:
    """FOUND, or in place of those to whom it once happened the figure that is told of those who are *still* so."""
    if found.figure is None or _STILL.search(wanted.words) is None or _STILL.search(found.figure.measure):
        return found
    source = found.figure.source_id
    fits = (f for f in scales.fits(wanted) if f.complete and not f.loose and f.figure.source_id == source)
    still = next((f for f in fits if _told(f.figure, _STILL) and grounded(wanted, f)), None)
    return replace(found, figure=still.figure, fit=still) if still is not None else found


def still_so(wanted: Wanted, found: Found, scales: Scales) -> Leftover | None:
    """Those still in the state that WANTED asks after; None where it asks after none, or FOUND tells it itself.

    Raises Incomparable where the record tells that some have come out of it, and not how many in all.
    """
    still = _STILL.search(wanted.words)
    if still is None or found.worked is not None or wanted.bounds:
        return None
    if found.figure is not None and _STILL.search(found.figure.measure):
        return None
    for kind in undoings():
        state = kind["state"].search(wanted.words)
        if state is None or kind["out"].search(wanted.words):
            continue
        bare = _less_the_state(wanted, still, state)
        for whole in _wholes(bare, kind["into"], scales):
            if parts := _come_out(whole, kind["out"], scales):
                if _others_beside(whole, parts, kind["out"], scales) or _out_within(parts, kind["out"], scales):
                    raise Incomparable(_UNLIKE)
                return less_all(whole, _that_add_up(wanted, whole, parts, scales))
            if _others_out(whole, kind["out"], scales):
                raise Incomparable(_UNLIKE)
    if found.figure is not None and any(_told(f, _AGAIN) for f in _right_after(found.figure, scales)):
        raise Incomparable(_UNLIKE)
    if wanted.times:
        return None
    if found.figure is not None and any(_told(f, _AWAY) for f in _of_the_same(found.figure, scales)):
        raise Incomparable(_UNLIKE)
    return None


_AWAY = regex(
    r"\b(?:released|freed|rescued|discharged|deported|removed|transferred|died|drowned|demolished|scrapped|destroyed|sold"
    r"|returned|recovered|found|repaired|restored|escaped|withdrawn|cleared|moved (?:out|on|away)|sent (?:home|back)"
    r"|went home|left|taken (?:off|away|down)|settled|resolved|paid|filled|let|replaced|closed|reopened|evacuated)\b",
    re.IGNORECASE,
)
"""By what ways things come out of whatever state they were in."""


def _of_the_same(whole: Figure, scales: Scales) -> list[Figure]:
    """What the source tells after WHOLE of some of those that it counts: its parts, and others of the same name."""
    here = (f for f in scales.view.figures.values() if f.source_id == whole.source_id and f.value is not None)
    later = [f for f in here if f.span.start > whole.span.end and f.unit == whole.unit]
    near = whole.context.end + _SOON
    alike = (f for f in later if f.part_of is None and f.counted == whole.counted and f.span.start < near)
    return [*(f for f in later if f.part_of == whole.id), *alike]


_SOON = 200
"""So many characters after it others of the same name are taken for some of those counted."""


def _less_the_state(wanted: Wanted, still: re.Match[str], state: re.Match[str]) -> Wanted:
    """WANTED without the words of the state: whoever is in it is told by another word of coming into it."""
    gone = lexicon().ids(f"{still.group()} {state.group()}") | lexicon().ids(state.group())
    words = state.group().lower().split()
    kept = [s for s in wanted.terms if s.id not in gone and not set(s.words.lower().split()) <= {*words, still.group()}]
    focus, rest = (tuple(s for s in terms if s in kept) for terms in (wanted.focus, wanted.rest))
    return replace(wanted, focus=focus, rest=rest, times=(), words=" ".join(s.words for s in kept))


def _wholes(wanted: Wanted, into: re.Pattern[str], scales: Scales) -> list[Figure]:
    """The figures of those that came INTO the state and of whom all else is told that WANTED asks; none of several."""
    held = [
        f for f in scales.view.figures.values() if f.value is not None and not f.note and _came_into(f, into, scales)
    ]
    held = [f for f in held if scales.view.latest(f).id == f.id]
    fits = [f.figure for f in scales.fits(wanted, held) if not f.missing and not f.loose]
    return fits if wanted.terms or len(fits) == 1 else []


def _came_into(figure: Figure, into: re.Pattern[str], scales: Scales) -> bool:
    """Whether those of FIGURE are told to have come INTO the state, in its own words or right behind its number."""
    if _told(figure, into):
        return True
    behind = re.match(r"[^,;.]*", scales.sentence_of(figure)[figure.span.end - figure.context.start :])
    return behind is not None and _told(replace(figure, measure=behind.group()), into)


def _told(figure: Figure, form: re.Pattern[str]) -> bool:
    """Whether FORM is asserted of FIGURE, and not denied or only to come."""
    match = form.search(figure.measure)
    return match is not None and mark_at(figure.measure, match.start(), match.end()) == ASSERTED


def _come_out(whole: Figure, out: re.Pattern[str], scales: Scales) -> list[Figure]:
    """The figures of those of WHOLE that have come out again, and of those further ones told of right with them."""
    parts = [p for p in scales.view.parts(whole) if p.unit == whole.unit and p.value is not None]
    told = [p for p in parts if _told(p, out)] or [p for p in _right_after(whole, scales) if _told(p, out)]
    more = [
        p for p in parts if p not in told and _FURTHER.match(p.measure) and any(p.context == t.context for t in told)
    ]
    return sorted((*told, *more), key=lambda p: p.span.start)


def _others_beside(whole: Figure, parts: Sequence[Figure], out: re.Pattern[str], scales: Scales) -> bool:
    """Whether another number after WHOLE, of the same sort or of none of its own, tells what else became of them."""
    ids = {whole.id, *(p.id for p in parts)}
    later = [
        f
        for f in scales.view.figures.values()
        if f.source_id == whole.source_id and f.id not in ids and f.span.start > whole.span.end and f.unit == whole.unit
    ]
    return any(_MORE_BESIDE.search(scales.sentence_of(f)) and not _told(f, out) for f in later)


def _out_within(parts: Sequence[Figure], out: re.Pattern[str], scales: Scales) -> bool:
    """Whether the sentence of PARTS tells of others still that came out, be it of those or of the whole."""
    beside = (f for p in parts for f in scales.view.beside(p) if f.value is not None and f.unit == p.unit)
    return any(f not in parts and not f.note and f.span.start > parts[-1].span.end and _told(f, out) for f in beside)


def _others_out(whole: Figure, out: re.Pattern[str], scales: Scales) -> bool:
    """Whether WHOLE's source tells that some of what it counts came out of it, with no word of which they are."""
    later = (
        f for f in scales.view.figures.values() if f.source_id == whole.source_id and f.span.start > whole.span.end
    )
    return any(f.counted == whole.counted and f.unit == whole.unit and _told(f, out) for f in later)


def _right_after(whole: Figure, scales: Scales) -> list[Figure]:
    """The bare numbers that follow WHOLE in its own sentence, and so are of what it counts ("and 50 reopened")."""
    assert whole.value is not None
    after = (f for f in scales.view.beside(whole) if f.span.start > whole.span.end and f.part_of is None)
    return [f for f in after if f.value is not None and f.value < whole.value and _bare(f, whole, scales)]


def _bare(figure: Figure, whole: Figure, scales: Scales) -> bool:
    """Whether FIGURE has what it counts from WHOLE, and no noun of its own."""
    at = figure.span.end - figure.context.start
    next_word = re.match(r"\W*(\w+)", scales.sentence_of(figure)[at:])
    own = lexicon().ids(next_word[1]) if next_word is not None else frozenset()
    return figure.unit == whole.unit and figure.counted == whole.counted and not own & lexicon().ids(whole.counted)


def _that_add_up(wanted: Wanted, whole: Figure, parts: Sequence[Figure], scales: Scales) -> list[Figure]:
    """Those of PARTS that together have come out, by the time that is asked about; raises Incomparable if unsure."""
    if wanted.times:
        parts = [p for p in parts if all(scales.fits(wanted, [p])[0].times)]
    others = [p for p in scales.view.parts(whole) if any(p.context == t.context for t in parts) and p not in parts]
    if any(p.value is not None and p.part_of not in {t.id for t in parts} for p in others):
        raise Incomparable(_UNLIKE)  # what became of those is told, and not whether they are still in it
    exact = all(p.qualifier is Qualifier.EXACTLY for p in parts)
    adds = all(_FURTHER.match(p.measure) for p in parts[1:]) or _side_by_side(whole, parts, scales)
    if not parts or (len(parts) > 1 and not (exact and adds)):
        raise Incomparable(_UNLIKE)
    return list(parts)


_AND = regex(r"[^.;:]*?(?:,|\band\b)\s*(?:a\s+|some\s+|the\s+)?$", re.IGNORECASE)
_NESTED = regex(r"\b(?:of|among) (?:them|these|those|whom|which)\b|\binclud\w+", re.IGNORECASE)


def _side_by_side(whole: Figure, parts: Sequence[Figure], scales: Scales) -> bool:
    """Whether PARTS of WHOLE stand in one list, each with a fate of its own: "20 were freed, 9 deported and 3 died"."""
    if any(p.context != parts[0].context or p.part_of != whole.id for p in parts):
        return False
    sentence, at = scales.sentence_of(parts[0]), parts[0].context.start
    between = [sentence[a.span.end - at : b.span.start - at] for a, b in pairwise(parts)]
    return all(_AND.fullmatch(words) and not _NESTED.search(words) for words in between)
