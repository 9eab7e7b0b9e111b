"""All that there were, where a record counts some and then more: "31 were saved. *A further* 14 were saved later"."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.choosing import Found
from bot.derive import Incomparable, total
from bot.match import Fit
from bot.query import Wanted
from bot.scales import Scales
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["with_those_further"]

_IN_ALL = regex(r"\b(?:in all|in total|altogether|all told|all together|overall|total)\b", re.IGNORECASE)
_FURTHER = regex(
    r"\b(?:a further|another|an additional|an extra)(?: (?:about|around|some|nearly|almost|over))? $", re.IGNORECASE
)
_NEAR = 400
"""So many characters at most lie between those counted first and those counted on top of them."""


def with_those_further(wanted: Wanted, best: Fit, fits: list[Fit], scales: Scales) -> Found | None:
    """BEST and those that are counted on top of it, added up, where all "in total" are asked for; else None."""
    if _IN_ALL.search(wanted.words) is None or wanted.times:
        return None
    figure = best.figure
    alike = [f.figure for f in fits if f.complete and _alike(f.figure, figure)]
    held = {f.id for f in alike}
    alike = [f for f in alike if f.id == figure.id or not any(w.id in held for w in scales.view.wholes(f))]
    run = _run(sorted(alike, key=lambda f: f.span.start), figure, scales)
    if len(run) < 2 or len({f.value for f in run}) < len(run):
        return None
    try:
        return Found(worked=total(run, scales.view))
    except Incomparable:
        return None


def _alike(one: Figure, figure: Figure) -> bool:
    """Whether a number is a count of the same thing in the same source, and no change."""
    if one.id == figure.id:
        return True
    same = one.source_id == figure.source_id and one.unit == figure.unit and one.value is not None and not one.note
    lex = lexicon()
    return same and not figure.note and bool(lex.ids(one.counted) & lex.ids(figure.counted))


def _run(alike: list[Figure], figure: Figure, scales: Scales) -> list[Figure]:
    """Of numbers ALIKE in their order, those on end that hold FIGURE, each but the first on top of the one before."""
    runs = [alike[:1]]
    for before, one in pairwise(alike):
        if _on_top(one, scales) and one.span.start - before.span.end <= _NEAR:
            runs[-1].append(one)
        else:
            runs.append([one])
    return next((run for run in runs if any(f.id == figure.id for f in run)), [])


def _on_top(figure: Figure, scales: Scales) -> bool:
    lead = scales.sentence_of(figure)[: figure.span.start - figure.context.start]
    return _FURTHER.search(lead) is not None
