"""Why a number was put right: the part of the first number that the later one leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.answer import Answer
from bot.compose import Composer
from bot.evidence import Found, Scales
from bot.forms import Ask
from bot.query import Query, Wanted
from corpus.extract.sense import Sense
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["why_moved"]

_MOVED = regex(
    r"\b(?:correct\w*|revis\w+|chang\w+|amend\w+|restat\w+|put right|wrong|mistake\w*|drop\w*|fall|fell|cut|reduc\w+"
    r"|lower\w*|ris\w+|rose|increas\w+|grow\w*|grew|jump\w*|turn\w*|differ\w*|c[ao]me down"
    r"|go(?:ne)? down|went down|became|become|instead of|rather than|not)\b"
)


def why_moved(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """The figure that tells why a number that QUERY names, or that it asks about, was put right.

    Where 12 of the 60 first said to be moored had sailed, and the 60 became 48, it is the 12 that tell why. None where
    nothing was put right, or where no part of it is the difference.
    """
    if query.ask is not Ask.WHY or _MOVED.search((query.resolved or query.text).lower()) is None:
        return None
    if (other := _by_another_definition(query, scales)) is not None:
        answer = composer.figure(Found(figure=other))
        return replace(answer, text=f"They were counted by different definitions. {answer.text}")
    for first, later in _pairs(query, scales):
        if first.value is None or later.value is None or later.value >= first.value:
            continue
        gone = first.value - later.value
        part = next((p for p in scales.view.parts(first) if p.value == gone and _same_day(p, later)), None)
        if part is not None:
            return composer.figure(Found(figure=part))
    return None


def _by_another_definition(query: Query, scales: Scales) -> Figure | None:
    """The later of two figures that QUERY names, where what is counted was defined anew between them."""
    named = list(dict.fromkeys(query.numbers))
    if len(named) != _TWO:
        return None
    for first in (f for f in scales.view.figures.values() if f.value in named):
        told = scales.view.redefined(first)
        later = next((f for f in reversed(told) if f.value in named and f.value != first.value), None)
        if later is not None and told.index(first) < told.index(later):
            return later
    return None


_TWO = 2


def _pairs(query: Query, scales: Scales) -> Iterable[tuple[Figure, Figure]]:
    """Each figure that is asked about with the one that corrected it; of two that are named, only those."""
    named = set(query.numbers)
    if not named and not query.wanted.telling:
        return
    if named:
        held = [f for f in scales.view.figures.values() if f.value in named]
    else:
        focus, rest = (tuple(s for s in t if not _MOVED.fullmatch(s.words.lower())) for t in _parted(query.wanted))
        wanted = replace(query.wanted, focus=focus, rest=rest)
        held = [f.figure for f in scales.fits(wanted) if f.complete and f.direct] if wanted.telling else []
    for first in held:
        later = scales.view.superseded_by(first, corrections_only=True)
        if later is not None and named <= {first.value, later.value}:
            yield first, later


def _parted(wanted: Wanted) -> tuple[tuple[Sense, ...], tuple[Sense, ...]]:
    return wanted.focus, wanted.rest


def _same_day(part: Figure, later: Figure) -> bool:
    """Whether the part was told by whoever put the number right, in the same paper."""
    return part.source_id == later.source_id and part.said_by == later.said_by
