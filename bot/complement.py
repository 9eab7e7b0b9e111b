"""A part of a whole that the record counts of a wider one, and yet shows to be all that another part leaves.

"90 cases were closed. 52 of them were closed without a fine. 38 were fined": the 38 are of the 90, since the 52 are
what is left of these; it need not be said of which they are.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.evidence import Scales, settle
from bot.query import Wanted
from corpus.extract.sense import DENIED, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Qualifier

__all__ = ["complement_of"]


def complement_of(part: Wanted, whole: Wanted, scales: Scales) -> tuple[Figure, Figure] | None:
    """The figure of PART, and that of the WHOLE that it and its denied counterpart make up; None where none do."""
    times = part.times or whole.times
    above = settle(replace(whole, times=times), scales).figure
    if above is None or above.value is None or above.qualifier is not Qualifier.EXACTLY:
        return None
    of_it = None if part.whole == above.value else part.whole
    held = [
        f.figure
        for f in scales.fits(replace(part, times=times, whole=of_it))
        if f.complete and f.direct and not f.loose
    ]
    for rest in scales.view.parts(above):
        for figure in held:
            if rest.id != figure.id and _make_up(figure, rest, above) and _denies(rest, figure):
                return figure, above
    return None


def _make_up(figure: Figure, rest: Figure, above: Figure) -> bool:
    """Whether the two make up the whole, told of one time by one source."""
    told = figure.value is not None and rest.value is not None and figure.value + rest.value == above.value
    exact = figure.qualifier is rest.qualifier is Qualifier.EXACTLY
    return told and exact and figure.source_id == rest.source_id == above.source_id and figure.as_at == above.as_at


_WITHOUT = regex(r"\b(?:not|never|without|no|un\w+)\b|n['\u2019]t\b", re.IGNORECASE)


def _denies(rest: Figure, figure: Figure) -> bool:
    """Whether REST is of those of whom it is said that what FIGURE counts was not so."""
    lex = lexicon()
    own = lex.ids(". ".join((figure.measure, *figure.also)))
    here = senses(rest.measure)
    near = {s.id for s in here if not lex.general(s.id)} & own.union(*map(lex.relatives, own))
    undone = any(s.mark == DENIED and s.id in near for s in here) or _WITHOUT.search(rest.measure) is not None
    return bool(near) and undone
